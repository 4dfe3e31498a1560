"""A web server of ours that plays a FirstAgenda portal, with the bad days that real ones have.

It stands on a port of 127.0.0.1 and speaks HTTP as a portal does. What it publishes is made up here: four
committees of a municipality that does not exist, forty meetings, each with a closed item that has text.
"""

import gzip
import json
import ssl
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from indexer.portal import Manners

QUICK = Manners(rate=1000, attempts=4, first_wait=0.01, longest_wait=2, timeout=1.5, answer_seconds=5)
"""Good manners without their waits."""
COMMITTEES = ("Socialudvalget", "Teknik- og Miljøudvalget", "Økonomiudvalget", "Byrådet")
MEETINGS = 40
SECRET = "Naboens gæld er eftergivet"
SUBJECTS = ("Ny cykelsti langs åen", "Støj fra havnen", "Takster for madordningen", "Salg af byggegrund")


def guid(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(map(str, parts))))


@dataclass
class Fault:
    """What is answered instead, once: a status with headers, or a dropped, cut or slow connection."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False
    cut: bool = False
    seconds: float = 0.0
    body: bytes = b""


@dataclass
class PlayedPortal:
    """The state of the portal; change it while it runs."""

    port: int = 0
    meetings: dict[str, dict[str, Any]] = field(default_factory=dict)
    agendas: dict[str, dict[str, Any]] = field(default_factory=dict)
    committee_of: dict[str, str] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    handshake: str | None = None
    etags: bool = False
    pdf_host: str | None = None
    pdfs: dict[str, bytes] = field(default_factory=dict)
    viewer: bool = False
    answers: dict[str, Fault] = field(default_factory=dict)
    delay: float = 0.0
    log: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def asked(self) -> Counter[str]:
        """How often each kind of address was asked since the last ``forget``."""
        return Counter(path.split("?")[0].rsplit("/", 1)[0] for path, _ in self.log)

    def asked_meetings(self) -> list[str]:
        return [path.rsplit("/", 1)[1] for path, _ in self.log if "/dagsorden/" in path and "/api/" in path]

    def forget(self) -> None:
        self.log.clear()
        self.times.clear()

    def add_meeting(self, number: int, committee: str, day: date, name: str = "Referat") -> str:
        meeting_id = guid("meeting", number)
        begins = f"{day}T16:00:00+01:00"
        self.committee_of[meeting_id] = committee
        self.meetings[meeting_id] = {
            "Id": meeting_id,
            "Navn": name,
            "MeetingBeginUtc": begins,
            "Dato": begins,
            "ReleasedDate": f"{day + timedelta(days=3)}T10:00:00+01:00",
            "Sted": "Rådhuset",
            "Afsluttet": name == "Referat",
            "IsSupplementaryAgenda": False,
        }
        self.agendas[meeting_id] = {
            "Dagsordenpunkter": [_item(number, place) for place in (1, 2)] + [_closed_item(number)],
            "Udvalg": {"Id": guid(committee), "Navn": committee},
            "Moede": {
                "Id": "00000000-0000-0000-0000-000000000000",
                "Navn": name,
                "MeetingBeginUtc": begins,
                "Sted": "Rådhuset",
                "Moededeltagere": [{"Name": "Ane Juul", "Absent": False, "ParticipationCancelled": False}],
            },
            "Id": meeting_id,
        }
        return meeting_id

    def change_item(self, meeting_id: str, html: str, *, listed: bool = True) -> None:
        """Puts other words into a meeting's first item; released anew if ``listed``."""
        self.agendas[meeting_id]["Dagsordenpunkter"][0]["Felter"][0]["Html"] = html
        if listed:
            self.meetings[meeting_id]["ReleasedDate"] = "2026-01-02T03:04:05+01:00"

    def withdraw(self, meeting_id: str) -> None:
        del self.meetings[meeting_id], self.agendas[meeting_id]

    def listing(self) -> dict[str, Any]:
        committees = defaultdict(list)
        for meeting_id, entry in self.meetings.items():
            committees[self.committee_of[meeting_id]].append(entry)
        term = [
            {"Id": guid(name), "Navn": name, "Historisk": False, "Moeder": entries}
            for name, entries in committees.items()
        ]
        return {"Udvalg": {"Udvalg 2022-2025": term, "Tidligere": []}}


def _item(number: int, place: int) -> dict[str, Any]:
    subject = SUBJECTS[(number + place) % len(SUBJECTS)]
    html = (
        f"<div><h3>Indstilling</h3><span>Forvaltningen indstiller, at sagen om {subject.lower()} godkendes."
        f"</span><h3>Beslutning</h3><span>Godkendt med tilføjelse {number}.{place}.</span></div>"
    )
    return {
        "Id": guid("item", number, place),
        "Navn": subject,
        "Caption": subject,
        "Punktnummer": str(place),
        "Sorting": place,
        "IsOpen": True,
        "SagsNummer": f"24/{number:04}{place}",
        "Felter": [{"Navn": "", "Html": html, "Link": "", "Id": guid("field", number, place)}],
        "Bilag": [{"Id": guid("paper", number, place), "Navn": "Kort", "Order": 0, "HarPdfVersion": "true"}],
        "ItemDecision": None,
    }


def _closed_item(number: int) -> dict[str, Any]:
    return {
        "Id": guid("item", number, 3),
        "Navn": "Lukket: Personsag",
        "Punktnummer": "3",
        "Sorting": 3,
        "IsOpen": False,
        "SagsNummer": "24/9999",
        "Felter": [{"Navn": "", "Html": f"<p>{SECRET}.</p>"}],
        "Bilag": [{"Id": guid("paper", number, 3), "Navn": SECRET, "HarPdfVersion": "true"}],
        "ItemDecision": f"<p>{SECRET}</p>",
        "Ukendt": {"Tekst": SECRET},
    }


def pdf_of(name: str) -> bytes:
    return b"%PDF-1.4\n% " + name.encode() + b"\n%%EOF\n"


@contextmanager
def playing(
    meetings: int = MEETINGS, tls: ssl.SSLContext | None = None, **state: Any
) -> Iterator[PlayedPortal]:
    """A portal that runs until the block ends, its newest meeting a year old."""
    portal = PlayedPortal(**state)
    newest = date.today() - timedelta(days=365)
    for number in range(meetings):
        portal.add_meeting(number, COMMITTEES[number % 4], newest - timedelta(days=10 * number))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(portal))
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    portal.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield portal
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(portal: PlayedPortal) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            portal.log.append((self.path, dict(self.headers.items())))
            portal.times.append(time.monotonic())
            time.sleep(portal.delay)
            path = urlsplit(self.path).path
            waiting = portal.faults.get(path) or portal.faults.get("*")
            fault = waiting.pop(0) if waiting else portal.answers.get(path)
            if fault is not None and self._play(fault):
                return
            if not self._may_enter(path):
                return
            self._answer(path)

        def _play(self, fault: Fault) -> bool:
            time.sleep(fault.seconds)
            if fault.drop:
                self.close_connection = True
                self.connection.close()
                return True
            if fault.cut:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "5000")
                self.end_headers()
                self.wfile.write(b'{"Dagsordenpunkter": [')
                self.close_connection = True
                return True
            if fault.status:
                self._send(fault.status, fault.body, **fault.headers)
            return bool(fault.status)

        def _may_enter(self, path: str) -> bool:
            """The cookie that a host may want, in the three ways that hosts ask for it."""
            if portal.handshake is None or "visitor=1" in (self.headers.get("Cookie") or ""):
                return True
            gives = "/" if portal.handshake == "front page" else "/Home/AnonymousAuthentication"
            if path == gives:
                back = parse_qs(urlsplit(self.path).query).get("callback", ["/"])[0]
                onward = {} if path == "/" else {"Location": unquote(back)}
                self._send(302 if onward else 200, b"<html>", Set_Cookie="visitor=1; Path=/", **onward)
            elif path == "/":
                self._send(302, b"", Location="https://www.example.org/velkommen")
            elif portal.handshake == "redirect":
                self._send(302, b"", Location=f"/Home/AnonymousAuthentication?callback={self.path}")
            elif portal.handshake == "front page":
                self._send(401, b"")
            else:
                self._send(200, b"<html>Log ind</html>", Content_Type="text/html")
            return False

        def _answer(self, path: str) -> None:
            part, _, name = path.rpartition("/")
            if path == "/api/agenda/udvalgsliste":
                self._send_json(portal.listing())
            elif part == "/api/agenda/dagsorden" and name in portal.agendas:
                self._send_json(portal.agendas[name])
            elif part.startswith("/vis/pdf/"):
                self._send_pdf(name)
            elif part == "/raw":
                self._send(200, portal.pdfs.get(name, pdf_of(name)), Content_Type="application/pdf")
            else:
                self._send(404, b"<html>Siden findes ikke</html>", Content_Type="text/html")

        def _send_pdf(self, name: str) -> None:
            if portal.pdf_host:
                self._send(302, b"", Location=f"{portal.pdf_host}/raw/{name}")
            elif portal.viewer:
                page = f'<html><iframe src="/raw/{name}?a=1&amp;b=2"></iframe></html>'
                self._send(200, page.encode(), Content_Type="text/html")
            else:
                self._send(200, portal.pdfs.get(name, pdf_of(name)), Content_Type="application/pdf")

        def _send_json(self, tree: dict[str, Any]) -> None:
            body = json.dumps(tree, ensure_ascii=False).encode()
            told = {"ETag": f'"{sha256(body).hexdigest()[:16]}"'} if portal.etags else {}
            if portal.etags and self.headers.get("If-None-Match") == told["ETag"]:
                self._send(304, b"", **told)
                return
            packed = gzip.compress(body)
            self._send(
                200, packed, Content_Type="application/json; charset=utf-8", Content_Encoding="gzip", **told
            )

        def _send(self, status: int, body: bytes, **headers: str) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if status != 304:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing on stderr."""

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:
                self.close_connection = True  # the other side was stopped, as some tests want

        def finish(self) -> None:
            try:
                super().finish()
            except (OSError, ValueError):
                self.close_connection = True

    return Handler
