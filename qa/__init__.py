"""A question becomes a verified answer. Imports ``indexer`` and ``models``."""
