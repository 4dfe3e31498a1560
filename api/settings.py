"""Everything an operator can set, in one place: the environment, or an option of a command.

Every field is an environment variable ``BESLUTTET_<NAME>``. Where a command has an option of the same
name, the option wins. The table in README.md is checked against this class by a test.
"""

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import BadSetting

__all__ = ["PREFIX", "Settings", "load_settings"]

PREFIX = "BESLUTTET_"


class Settings(BaseSettings):
    """The settings of one process. Immutable."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_ignore_empty=True)

    data: Path = Field(
        default=Path("besluttet-data"),
        description="the folder that holds the index",
    )
    model: str | None = Field(
        default=None,
        description="embedding model: a sentence-transformers name or folder; unset: the bundled one",
    )
    host: str = Field(default="127.0.0.1", description="address that `serve` listens on")
    port: int = Field(
        default=8000, ge=0, le=65535, description="port that `serve` listens on; 0 picks a free one"
    )
    root_path: str = Field(
        default="",
        pattern=r"^(/[^/?#]+)*$",
        description="path under which a reverse proxy shows the server, such as `/besluttet`",
    )
    log_level: Literal["critical", "error", "warning", "info", "debug"] = Field(
        default="info", description="what the server logs: critical, error, warning, info or debug"
    )
    workers: int = Field(
        default=4, ge=1, le=64, description="questions and searches the server works on at once; others wait"
    )
    question_limit: int = Field(
        default=1000, ge=1, le=100_000, description="longest question or search, in characters"
    )
    body_limit: int = Field(default=65_536, ge=1024, description="largest body of a request, in bytes")
    stop_seconds: int = Field(
        default=10, ge=0, description="how long a stopping server waits for answers under way"
    )


def load_settings(**options: Any) -> Settings:
    """The settings of the environment, with the options that are not ``None`` laid over them.

    Raises:
        BadSetting: a value that is out of range or of the wrong type; one line, names the setting.
    """
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        written = f"--{name.replace('_', '-')}" if name in given else f"{PREFIX}{name.upper()}"
        raise BadSetting(f"{written}: {first['msg'].lower()} (got {first['input']!r})") from None
