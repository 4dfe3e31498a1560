"""Half characters: what JSON can smuggle into a ``str`` although no text holds it.

``"\\ud800"`` is valid JSON and a valid Python string, but it has no UTF-8 form, and the tokenizers below
refuse it. It is replaced by the replacement character, which is as long, so that offsets stay true.
"""

import re

__all__ = ["whole_characters"]

_HALF = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """The text with every lone surrogate replaced by U+FFFD; the same length."""
    return _HALF.sub("\ufffd", text)
