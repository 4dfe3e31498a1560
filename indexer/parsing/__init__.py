"""A ``SourceText`` becomes a ``Meeting``: layouts and section names are tables."""
