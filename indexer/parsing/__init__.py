"""A ``SourceText`` becomes a ``Meeting``: layouts and section names are tables."""

from indexer.parsing.parser import parse

__all__ = ["parse"]
