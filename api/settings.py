"""Everything an operator can set, in one place: the environment, or an option of a command.

Every field is an environment variable ``BESLUTTET_<NAME>``. Where a command has an option of the same
name, the option wins. The table in docs/operations.md is checked against this class by a test.
Lists are written with commas between.
"""

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, FilePath, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import BadSetting
from api.setting_types import Folders, Networks, Origins, Token
from indexer.limits import Limits
from indexer.readers import MAX_BYTES

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
    reranker: str | None = Field(
        default=None,
        description="cross-encoder (a name or a folder) that looks over the first twenty items; unset: none",
    )
    attachments: bool = Field(
        default=True, description="indexing reads the attachments (bilag) that lie beside minutes, too"
    )
    read_megabytes: int = Field(
        default=Limits().megabytes, ge=1, le=1024, description="largest file that is read, in MiB"
    )
    read_pages: int = Field(default=Limits().pages, ge=1, description="most pages of one file")
    read_seconds: int = Field(
        default=Limits().seconds, ge=1, description="longest that a file may take to read, or a scanned page"
    )
    read_memory: int = Field(
        default=Limits().memory, ge=256, description="most memory that reading a file may take, in MiB"
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
    trusted_proxies: Networks = Field(
        default=(),
        description="proxies (addresses, networks) whose X-Forwarded-For, -Proto and -Prefix are believed",
    )
    hsts_seconds: int = Field(
        default=0,
        ge=0,
        description="over https, browsers are told to come back by https for so long; 0: not told",
    )
    cors_origins: Origins = Field(
        default=(),
        description="sites whose pages may call the API from a browser, such as `https://www.example.dk`",
    )
    log_level: Literal["critical", "error", "warning", "info", "debug"] = Field(
        default="info", description="what the server logs: critical, error, warning, info or debug"
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="log lines for people (text) or for programs (json)"
    )
    log_questions: bool = Field(
        default=False,
        description="log questions, searches and addresses as asked for; they can be personal data",
    )
    log_clients: bool = Field(
        default=False, description="log the clients' network addresses; they are personal data"
    )
    metrics: bool = Field(
        default=False, description="figures for Prometheus on /metrics; the proxy must keep others out"
    )
    workers: int = Field(
        default=4, ge=1, le=64, description="questions and searches the server works on at once; others wait"
    )
    queue_limit: int = Field(
        default=64, ge=0, description="how many may wait; one more is told to come back later (503)"
    )
    answer_seconds: float = Field(
        default=20, gt=0, description="longest that a question or search may take, waiting included (504)"
    )
    rate_limit: int = Field(
        default=300, ge=0, description="requests a minute from one client address (429); 0: any number"
    )
    question_limit: int = Field(
        default=1000, ge=1, le=100_000, description="longest question or search, in characters"
    )
    body_limit: int = Field(default=65_536, ge=1024, description="largest body of a request, in bytes")
    admin_token: Token | None = Field(
        default=None,
        description="who sends it may upload, remove and re-index; unset: those addresses do not exist",
    )
    upload_limit: int = Field(
        default=MAX_BYTES, ge=1024, le=MAX_BYTES, description="largest file that may be uploaded, in bytes"
    )
    reindex_folders: Folders = Field(
        default=(), description="folders that a re-index over HTTP goes through, beside what was uploaded"
    )
    stop_seconds: int = Field(
        default=10, ge=0, description="how long a stopping server waits for answers under way"
    )
    originals: Folders = Field(
        default=(),
        description="folders whose indexed PDFs readers may open as they are; unset: none is shown",
    )
    site_name: str | None = Field(
        default=None, description="whose pages these are, such as `Tranevig Kommune`: shown on every page"
    )
    logo: FilePath | None = Field(
        default=None, description="picture file with a logo (SVG, PNG, JPEG or WebP) for the pages' head"
    )
    contact_email: str | None = Field(
        default=None,
        pattern=r"^[^@\s]+@[^@\s]+$",
        description="whom readers write to about the pages, errors in them and accessibility",
    )
    accessibility_statement: str | None = Field(
        default=None,
        pattern=r"^https://[^\s]+$",
        description="address of the official accessibility statement, where there is one",
    )
    accessibility_checked: date | None = Field(
        default=None, description="day on which the pages were last checked, for the accessibility statement"
    )

    @property
    def limits(self) -> Limits:
        """How much one file may ask for when it is read."""
        return Limits(self.read_megabytes, self.read_pages, self.read_seconds, self.read_memory)


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
        raise BadSetting(f"{written}: {_said(first, secret=name == 'admin_token')}") from None


def _said(wrong: ErrorDetails, *, secret: bool) -> str:
    """What is wrong with a value; a secret one is not repeated."""
    own = wrong.get("ctx", {}).get("error")
    reason = str(own) if own is not None else wrong["msg"].lower()
    return reason if secret else f"{reason} (got {wrong['input']!r})"
