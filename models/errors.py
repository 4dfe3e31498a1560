"""What can go wrong, said so that a user can act on it.

One small tree. Every message is one line that says what happened and what to do; the command line
prints it and exits with 2, the HTTP API sends it as a problem document. Rooms above add their own
branches (``indexer/errors.py``); nothing else of ours should reach a user.

    BesluttetError
    └── ModelError            the embedding model cannot be had or built
"""

__all__ = ["BesluttetError", "ModelError"]


class BesluttetError(Exception):
    """Root of every error whose text is written for the person at the keyboard."""


class ModelError(BesluttetError):
    """The embedding model named in the settings cannot be loaded, or the bundled one not built."""
