"""How common a word is in Danish at large: what a small index cannot know of a word it has never seen.

wordfreq's list (a frozen snapshot of subtitles, news, the web and Wikipedia; data CC BY-SA 4.0) knows the
words that occur at least once in a million.
"""

from functools import lru_cache

__all__ = ["commonness"]


@lru_cache(maxsize=50_000)
def commonness(word: str) -> float:
    """The Zipf frequency of a word: 7 for "og", 5 for "skole", 3 for one in a million, 0 for rarer ones.

    The scale is the logarithm to base ten of occurrences in a billion words (van Heuven et al. 2014).
    """
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "da"))
