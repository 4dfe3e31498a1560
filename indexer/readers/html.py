"""Saved web pages: a FirstAgenda portal's, or any municipality's own.

A portal page is known by its rows of items and written out like the portal's JSON. Of any other page the
main part is taken, without what surrounds and serves it: navigation, forms, dialogs, hidden text.
"""

import re
from urllib.parse import parse_qs, urlsplit

from indexer.parsing.dates import find_date
from indexer.readers.composer import Composer
from indexer.readers.firstagenda import PortalItem, PortalMeeting, deep_link, kind_word, written_out
from indexer.readers.markup import Element, parse_html, text_of, write_html
from indexer.readers.municipalities import municipality_of_host, municipality_of_word
from indexer.readers.text import decode
from indexer.source_text import SourceText

__all__ = ["read"]

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_LOGO = re.compile(r"/([a-zæøå-]+?)[_-]?logo\.\w+$", re.IGNORECASE)

_MAIN = ("//main", "//*[@role='main']", "//article", "//*[@id='content' or @id='main']")
"""Where a page's own words stand, best first; taken where there is exactly one."""

_ASIDE = " or ".join(
    (
        "self::nav or self::footer or self::aside or self::form or self::dialog or self::button",
        "self::header[not(.//h1)]",
        "@role='navigation' or @role='banner' or @role='contentinfo' or @role='search' or @role='menu'",
        "@role='dialog' or @role='alertdialog' or @role='complementary'",
        "contains(concat(' ', @class, ' '), ' modal ') or contains(@class, 'breadcrumb')",
        "contains(@class, 'cookie') or contains(@id, 'cookie')",
    )
)
"""What surrounds or serves the words of a page."""

_HIDDEN = "@hidden or @aria-hidden='true' or contains(translate(@style, ' ', ''), 'display:none')"


def read(data: bytes) -> SourceText:
    """The text of a web page. Raises ``UnreadableDocument`` when the bytes are no text."""
    text, warnings = _decoded(data)
    root = parse_html(text)
    if root is None:
        return SourceText("", warnings=warnings)
    rows = root.xpath("//tr[contains(concat(' ', @class, ' '), ' punktrow ')]")
    if rows:
        return written_out(_meeting(root, rows, _address(root, text)), warnings)
    composer = Composer()
    main = _main(root)
    write_html(main, composer, left_out=[*main.xpath(f".//*[{_ASIDE}]"), *_hidden(main)])
    return composer.source(warnings)


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """As any text, but what the page says of its encoding goes before a guess."""
    text, warnings = decode(data)
    declared = _DECLARED.search(data[:2048])
    if warnings and declared:
        try:
            return data.decode(declared[1].decode("ascii")), ()
        except (LookupError, ValueError):
            return text, warnings
    return text, warnings


def _main(root: Element) -> Element:
    for path in _MAIN:
        found = root.xpath(path)
        if len(found) == 1 and text_of(found[0]):
            return found[0]
    return root


def _address(root: Element, html: str) -> str:
    """Where the page was saved from, as browsers note it or the page itself says."""
    saved = _SAVED_FROM.search(html[:4096])
    if saved:
        return saved[1]
    said = root.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content | //base/@href")
    return next((address for address in map(str, said) if address.startswith("https://")), "")


def _hidden(main: Element) -> list[Element]:
    """What is kept out of sight; nothing where that is most of the page, saved with its items folded."""
    hidden = list(main.xpath(f".//*[{_HIDDEN}]"))
    outermost = main.xpath(f".//*[({_HIDDEN}) and not(ancestor::*[{_HIDDEN}])]")
    out_of_sight = sum(len(text_of(element)) for element in outermost)
    return hidden if out_of_sight < len(text_of(main)) / 2 else []


def _meeting(root: Element, rows: list[Element], address: str) -> PortalMeeting:
    when = _first(root, "//span[@class='dato']") or _first(root, "//h1[contains(@class, 'dato')]")
    found = find_date(when)
    logos = root.xpath("//nav//img/@src | //header//img/@src")
    by_logo = {municipality_of_word(logo[1]) for logo in map(_LOGO.search, map(str, logos)) if logo}
    return PortalMeeting(
        kind=kind_word(_first(root, "//h1[contains(@class, 'dato')]")),
        committee=_first(root, "//span[contains(@class, 'udvalg')]"),
        date=f"{found[0]:%d-%m-%Y}" if found else "",
        when=when,
        place=_first(root, "//span[contains(concat(' ', @class, ' '), ' sted ')]"),
        municipality=municipality_of_host(address) or (by_logo.pop() if len(by_logo) == 1 else None),
        attendees=_attendees(root),
        items=tuple(_item(row, address) for row in rows),
    )


def _attendees(root: Element) -> tuple[str, ...]:
    cells = root.xpath("//*[contains(concat(' ', @class, ' '), ' deltagere ')]")
    names = [text_of(child) for cell in cells for child in cell] or [text_of(cell) for cell in cells]
    return tuple(name.strip(" ,") for name in names if name.strip(" ,"))


def _item(row: Element, address: str) -> PortalItem:
    bodies = row.xpath(".//*[@id='sagsfremstillingContainer']") or row.xpath(".//div[@class='punkt']")

    def write(composer: Composer) -> None:
        for body in bodies:
            write_html(body, composer, breaks=True)

    return PortalItem(
        number=_first(row, "./td[1]//span[contains(@class, 'label')]"),
        title=_first(row, ".//*[contains(@class, 'overskrift') and not(self::button)]"),
        case_no=_first(row, ".//span[@class='sagsnummer']"),
        write=write,
        attachments=tuple(
            name for paper in row.xpath(".//a[contains(@class, 'bilag-link')]") if (name := text_of(paper))
        ),
        link=deep_link(address, _meeting_id(address), (row.get("id") or "").removeprefix("punktrow_")),
    )


def _meeting_id(address: str) -> str:
    return next(iter(parse_qs(urlsplit(address).query).get("id", [])), "")


def _first(element: Element, path: str) -> str:
    return next((words for found in element.xpath(path) if (words := text_of(found))), "")
