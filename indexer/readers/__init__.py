"""One file per format: bytes on disk become a ``SourceText``."""
