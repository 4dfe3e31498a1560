"""Search engines behind one protocol; derived from the corpus, rebuilt at any time."""
