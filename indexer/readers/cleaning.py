"""What every reader does to the characters it hands on, so that the rooms above meet one kind of text.

Composed Unicode (NFC: the å of a Mac is two characters until then), ``\\n`` for every line end, and
nothing that cannot be seen or stored. The words, their spelling and the no-break space stay as they are.
"""

import re
import unicodedata

__all__ = ["clean"]

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")  # \x0b is Word's own line break
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters but tab, line feed and form feed
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\ufdd0-\ufdef\ufffe\uffff]"  # no characters at all
)
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: cannot be stored as UTF-8


def clean(text: str) -> str:
    """The same text in composed form with ``\\n`` line ends; form feeds are left for the reader."""
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", text)
