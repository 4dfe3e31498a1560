"""A search as an Atom feed (RFC 4287): what was decided on it, newest first, one entry an agenda item.

Ids are made from what is told, not from where the server stands, so that a feed reader knows an entry again
after a move. An entry's time is the day of the meeting: minutes tell no other.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from api.citation import ROLE_NAMES, cite, danish_date
from qa.answer import Quote

__all__ = ["ATOM_TYPE", "as_atom"]

ATOM_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_OURS = uuid5(NAMESPACE_URL, "https://besluttet.example/atom")
_LONGEST_TITLE = 200


def as_atom(
    entries: Iterable[Quote],
    link_of: Callable[[Quote], str | None],
    *,
    title: str,
    author: str,
    query: str,
    self_link: str,
) -> bytes:
    """The feed in UTF-8. ``query`` is what was searched for, in one spelling: it makes the feed's id."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "da"})
    told = list(entries)
    _add(feed, "id", f"urn:uuid:{uuid5(_OURS, f'search {query}')}")
    _add(feed, "title", title)
    _add(feed, "updated", max(map(_time, told), default=_time(None)))
    _add(_add(feed, "author"), "name", author)
    _add(feed, "link", rel="self", type=ATOM_TYPE, href=self_link)
    for quote in told:
        source = quote.source
        entry = _add(feed, "entry")
        key = source.item_id or f"{source.document}:{source.start}"
        _add(entry, "id", f"urn:uuid:{uuid5(_OURS, f'item {key}')}")
        _add(entry, "title", _title(quote))
        _add(entry, "updated", _time(quote))
        _add(entry, "summary", f"{ROLE_NAMES[quote.role]}: {quote.text}")
        _add(entry, "content", f"{quote.text}\n\n{cite(source)}", type="text")
        if link := link_of(quote):
            _add(entry, "link", rel="alternate", type="text/html", href=link)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _title(quote: Quote) -> str:
    source = quote.source
    said = ", ".join(part for part in (quote.body, quote.body_date and danish_date(quote.body_date)) if part)
    title = f"{source.title or 'Mødet'} ({said})" if said else source.title or "Mødet"
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _time(quote: Quote | None) -> str:
    """The day of the meeting as RFC 3339 has it; the first of all days where none is told."""
    day = quote.source.date if quote else None
    return f"{(day or dt.date(1970, 1, 1)).isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str | None = None, /, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    if text is not None:
        element.text = "".join(letter if _may_stand(letter) else "\ufffd" for letter in text)
    return element


def _may_stand(letter: str) -> bool:
    """Whether XML 1.0 allows a character."""
    code = ord(letter)
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
