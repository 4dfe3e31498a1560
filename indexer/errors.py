"""The errors of reading and indexing; see ``models/errors.py`` for the root and the rules.

BesluttetError
├── UnreadableDocument    this one file cannot be taken in (the rest of the batch goes on)
├── IndexLocked           another process is writing to the same data folder
├── IndexMissing          a command needs an index and there is none yet
└── NotInIndex            a document, item or case that the index does not hold
"""

from models.errors import BesluttetError

__all__ = ["IndexLocked", "IndexMissing", "NotInIndex", "UnreadableDocument"]


class UnreadableDocument(BesluttetError):
    """One file that cannot be read; the message is the reason, without the file's name."""


class IndexLocked(BesluttetError):
    """Another process holds the write lock of the data folder."""


class IndexMissing(BesluttetError):
    """The data folder holds no index yet."""


class NotInIndex(BesluttetError):
    """What was asked for by its id or number is not in the index."""
