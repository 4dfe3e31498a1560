"""FirstAgenda's public portal: the saved page of a meeting, and the answer of its API.

Both carry one block of markup per item, ``sagsfremstillingContainer`` with a heading and a span for
each section; that block is the same here as there. Ids are made from names, so they never change.
"""

import json
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from rendering.danish import WEEKDAYS, long_date
from rendering.source import Block, Item, Minutes, Section

__all__ = ["portal_html", "portal_json"]

_HOST = "https://dagsordener.tranevig.example"
_CLASSES = {
    "Indstilling": "indstilling",
    "Resume": "resume",
    "Beslutning": "resume",
    "Beslutningstema": "beslutningstema",
}
_NO_ID = str(UUID(int=0))


def portal_html(minutes: Minutes, path: Path) -> None:
    """Write the saved page."""
    day = minutes.date
    committee, place = escape(minutes.committee), escape(minutes.place)
    clock = minutes.time.replace(":", ".")
    when = f"{WEEKDAYS[day.weekday()]} den {long_date(day)} kl. {clock}"
    members = escape(", ".join(minutes.members))
    rows = "\n".join(_row(minutes, item, place_) for place_, item in enumerate(minutes.items))
    path.write_text(
        f"""<html lang="da"><head>
        <meta charset="utf-8">
        <title>{committee} - {place}</title>
        <script>window.localizationKeys = {{text: {{"Meeting_Closed_Item":"Lukket punkt"}}}};</script>
    </head>
    <body class="">
        <div class="container">
            <nav class="navbar navbar-default"><a href="/"><img src="/logo.png" alt="logo"></a></nav>
<div class="tilbage-wrapper"><a tabindex="0"><span class="tilbage-text">Tilbage til forsiden</span></a></div>
<div class="title">
    <h1 class="green dato">Referat {long_date(day)} kl. {clock}</h1>
    <h2 class="black">
        <span class="udvalg">{committee}</span><span class="sted-divider"> - </span><span class="sted sted-container">{place}</span>
    </h2>
</div>
<table class="dagsordeninfo">
    <tbody>
        <tr><td>Udvalg:</td><td><span class="udvalg">{committee}</span></td></tr>
        <tr><td>Mødedato:</td><td><span class="dato">{when}</span></td></tr>
        <tr class="sted-container"><td>Mødested:</td><td><span class="sted">{place}</span></td></tr>
        <tr id="deltager-container"><td valign="top">Mødedeltagere:</td><td class="deltagere">{members}</td></tr>
    </tbody>
</table>
<div class="dagsordenhent"><input type="button" id="hentHeledagsorden" value="Hent hele referatet" data-type="dagsorden" data-id="{_id(minutes)}"></div>
<table id="dagsordenDetaljer" class="table table-hover dagsorden">
    <thead><tr><th class="text-center">Punkt</th><th>Titel</th><th></th></tr></thead>
    <tbody>
{rows}
    </tbody>
</table>
        </div>
    </body></html>
""",  # noqa: E501
        "utf-8",
    )


def portal_json(minutes: Minutes, path: Path) -> None:
    """Write the API's answer, as the portal gives it: one line."""
    start = f"{minutes.date:%Y-%m-%d}T{minutes.time}:00+{'02' if 4 <= minutes.date.month <= 10 else '01'}:00"
    answer = {
        "Dagsordenpunkter": [
            _api_item(minutes, item, sorting) for sorting, item in enumerate(minutes.items, 1)
        ],
        "Udvalg": {
            "Id": _id(minutes, "udvalg"),
            "OrganisationId": str(uuid5(NAMESPACE_URL, _HOST)),
            "Navn": minutes.committee,
            "Historisk": False,
        },
        "Moede": {
            "Id": _NO_ID,
            "MeetingBeginUtc": start,
            "MeetingEndUtc": None,
            "ReleasedDate": None,
            "Dato": start,
            "Sted": minutes.place,
            "Afsluttet": True,
            "Moededeltagere": [_api_member(name) for name in minutes.members],
            "Navn": "Referat",
            "Description": "",
            "SourceId": "2041",
            "IsSupplementaryAgenda": False,
        },
        "TillaegsDagsorden": False,
        "Id": _id(minutes),
        "Lydfiler": None,
        "LiveIntegrationEnabled": False,
    }
    path.write_text(json.dumps(answer, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _row(minutes: Minutes, item: Item, place: int) -> str:
    title = escape(_title(item))
    case_no = f'<span class="sagsnummer">{item.case_no}</span>' if item.case_no else ""
    return (
        f'<tr class="punktrow" id="punktrow_{_id(minutes, item.number)}">'
        f'<td class="text-center punkt-tabel"><span class="label label-default">{item.number}</span></td>'
        f'<td class="punkt-tabel"><button class="overskrift-btn" aria-controls="details{place}">'
        f'<h2 class="overskrift text-left" id="overskrift{place} " tabindex="0">{title}</h2></button>'
        f'<div class="details" id="details{place}">{case_no}<div class="punkt"><h3></h3><div>'
        f"{_container(item)}</div></div>{_attachments(minutes, item)}</div></td>"
        f'<td class="punkt-tabel"><a href="#" role="menuitem" aria-label="Hent punkt {item.number} som PDF">'
        f"Hent som PDF</a></td></tr>"
    )


def _container(item: Item) -> str:
    sections = "\n".join(_markup(section) for section in item.sections if section.heading != "Bilag")
    return f'<div id="sagsfremstillingContainer">\n\n<div>{sections}</div>\n\n</div>'


def _markup(section: Section) -> str:
    body = "".join(map(_block, section.blocks))
    name = _CLASSES.get(section.heading, "ukendt")
    return f"<h3>{escape(section.heading)}</h3>\n<span class='{name}'>{body}</span>"


def _block(block: Block) -> str:
    if block.rows:
        rows = (
            "<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) + "</tr>"
            for row in block.rows
        )
        return f"<table>{''.join(rows)}</table>"
    text = escape(block.text)
    return f"<ul><li>{text}</li></ul>" if block.bullet else f"<div>{text}</div>"


def _attachments(minutes: Minutes, item: Item) -> str:
    titles = _attachment_titles(item)
    if not titles:
        return ""
    rows = []
    for title in titles:
        uid = _id(minutes, item.number, title)
        address = f"/vis/pdf/bilag/{uid}/?redirectDirectlyToPdf=false"
        rows.append(
            f'<li><span class="label label-default pdf-label" data-id="{uid}">PDF</span>'
            f'<a id="enclosure-{uid}" class="bilag-link" target="_blank" href="{address}">'
            f"{escape(title)}</a></li>"
        )
    return f'<h3>Bilag</h3><ul class="list-unstyled">{"".join(rows)}</ul>'


def _api_item(minutes: Minutes, item: Item, sorting: int) -> dict[str, object]:
    title, uid = _title(item), _id(minutes, item.number)
    return {
        "Lydfiler": None,
        "Ressourcer": None,
        "Felter": [
            {
                "Navn": "",
                "Html": f"<div>{_container(item)}</div>",
                "Tekst": None,
                "Id": _NO_ID,
                "Link": f"{_HOST}/Vis/Pdf/bilag/{uid}",
                "DocumentId": uid,
            }
        ],
        "Presentations": None,
        "ItemDecision": None,
        "SagsNummer": item.case_no,
        "Navn": title,
        "Punktnummer": item.number,
        "Bilag": [
            {"HarPdfVersion": "true", "Order": order, "Navn": name, "Id": _id(minutes, item.number, name)}
            for order, name in enumerate(_attachment_titles(item))
        ],
        "Documents": None,
        "Id": uid,
        "AgendaUid": _id(minutes),
        "Number": item.number,
        "Sorting": sorting,
        "IsOpen": not item.closed,
        "CaseNumber": item.case_no,
        "SourceId": str(40000 + sorting),
        "Caption": title,
        "CasePresentationUid": None,
        "ExternalAgendaItemAttendees": [],
    }


def _api_member(name: str) -> dict[str, object]:
    absent = name.endswith(" (Afbud)")
    return {
        "Name": name.removesuffix(" (Afbud)"),
        "Absent": absent,
        "ParticipationCancelled": absent,
        "AttendanceType": 0,
    }


def _attachment_titles(item: Item) -> list[str]:
    return [block.text for section in item.sections if section.heading == "Bilag" for block in section.blocks]


def _title(item: Item) -> str:
    return f"Lukket: {item.title}" if item.closed else item.title


def _id(minutes: Minutes, *names: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join((_HOST, minutes.committee, minutes.date.isoformat(), *names))))
