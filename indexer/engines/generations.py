"""Generations of a local engine on disk: folders that never change, and a file that names the current one.

Kept apart from the engine so that one can ask which generation there is without loading FAISS or tantivy.
A process killed half-way leaves a folder that ``CURRENT`` does not name, which the next commit clears away.
"""

import json
import logging
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "Manifest",
    "building_folder",
    "clear_away",
    "current",
    "link_all",
    "publish",
    "read_manifest",
    "sound_generation",
]

log = logging.getLogger(__name__)

_FORMAT = 1
_CURRENT = "CURRENT"
_MANIFEST = "engine.json"
_NAME = "generation-"
_BUILDING = "building-"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation's ``engine.json`` says; ``files`` are the others with their sizes in bytes."""

    format: int
    generation: int
    chunks: int
    files: dict[str, int]


def current(folder: Path) -> str:
    """The name of the current generation's folder; "" when there is none."""
    try:
        return (folder / _CURRENT).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def read_manifest(home: Path) -> Manifest:
    """The manifest of a generation. ``OSError``, ``ValueError`` or ``TypeError`` when it is damaged."""
    manifest = Manifest(**json.loads((home / _MANIFEST).read_text("utf-8")))
    if manifest.format != _FORMAT or manifest.files != _sizes(home):
        raise ValueError("not as it was written")
    return manifest


def sound_generation(folder: Path) -> int:
    """The corpus generation that the engine in ``folder`` reflects; 0 when there is none or it is damaged."""
    name = current(folder)
    try:
        return read_manifest(folder / name).generation if name else 0
    except (OSError, ValueError, TypeError):
        return 0


def building_folder(folder: Path) -> Path:
    """A new empty folder in which a generation can be written; for one writer at a time."""
    path = folder / f"{_BUILDING}{os.getpid()}"
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def publish(folder: Path, building: Path, generation: int, chunks: int) -> None:
    """Puts everything on disk, gives the folder its name and makes it the current one, in one step."""
    manifest = Manifest(_FORMAT, generation, chunks, _sizes(building))
    content = {name: getattr(manifest, name) for name in Manifest.__slots__}
    (building / _MANIFEST).write_text(json.dumps(content), "utf-8")
    for path in [*building.rglob("*"), building]:
        _sync(path)
    name = _free_name(folder, generation)
    building.rename(folder / name)
    draft = folder / f"{_CURRENT}.new"
    draft.write_text(name, "utf-8")
    _sync(draft)
    draft.replace(folder / _CURRENT)
    _sync(folder)


def clear_away(folder: Path) -> None:
    """Removes other generations and half-made ones; what the system will not let go of waits."""
    keep = current(folder)
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name.startswith((_NAME, _BUILDING)) and entry.name != keep:
            shutil.rmtree(entry, ignore_errors=True)


def link_all(source: Path, target: Path) -> None:
    """The files of one folder in another too. tantivy replaces its ``.json`` files, so those are copied;
    all others it writes once and never changes."""
    for file in source.iterdir():
        if file.suffix == ".lock":
            continue
        if file.suffix != ".json":
            try:
                os.link(file, target / file.name)
                continue
            except OSError:
                log.debug("no hard links here: copying %s", file.name)
        shutil.copy2(file, target / file.name)


def _sizes(home: Path) -> dict[str, int]:
    files = [path for path in home.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {
        path.relative_to(home).as_posix(): path.stat().st_size for path in files if path.name != _MANIFEST
    }


def _free_name(folder: Path, generation: int) -> str:
    name, turn = f"{_NAME}{generation}", 1
    while (folder / name).exists():
        name, turn = f"{_NAME}{generation}-{turn}", turn + 1
    return name


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle on a folder to be flushed
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
