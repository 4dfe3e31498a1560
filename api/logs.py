"""Log lines: for people, or as JSON for programs, with the same fields."""

from typing import Any

from pythonjsonlogger.core import RESERVED_ATTRS

from api.settings import Settings

__all__ = ["log_config"]

_FORMATTERS: dict[str, dict[str, Any]] = {
    "text": {"format": "%(asctime)s %(levelname)s %(message)s"},
    "json": {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "fmt": ["levelname", "name", "message"],
        "reserved_attrs": [*RESERVED_ATTRS, "color_message"],  # the same again, for terminals
        "rename_fields": {"levelname": "level", "name": "logger"},
        "timestamp": True,
        "json_ensure_ascii": False,
    },
}


def log_config(settings: Settings) -> dict[str, Any]:
    """What ``logging.config.dictConfig`` takes: all lines on stderr, of libraries the warnings only."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": _FORMATTERS[settings.log_format]},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {name: {"level": settings.log_level.upper()} for name in ("besluttet", "uvicorn")},
    }
