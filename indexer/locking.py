"""One writer at a time to a data folder, across processes; the lock dies with its process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from indexer.errors import IndexLocked

__all__ = ["write_lock"]

_FILE = "write.lock"


@contextmanager
def write_lock(data: Path) -> Iterator[None]:
    """Holds the write lock of ``data`` (made if need be). Raises ``IndexLocked`` at once when it is taken."""
    data.mkdir(parents=True, exist_ok=True)
    lock = FileLock(data / _FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise IndexLocked(
            f"another besluttet index run is using {data}: wait for it to end, "
            "or name another folder with --data"
        ) from None
    try:
        yield
    finally:
        lock.release()
