"""The walk over a played portal, on good days and bad ones."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from played_portal import MEETINGS, QUICK, SECRET, Fault, PlayedPortal, guid, pdf_of

from indexer.portal import Choice, Papers
from indexer.portal.errors import FolderRefused, NotAPortal, RedirectRefused
from indexer.portal.folder import Folder
from indexer.readers import read

LISTING = "/api/agenda/udvalgsliste"


def agenda(number: int) -> str:
    return f"/api/agenda/dagsorden/{guid('meeting', number)}"


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def file_of(folder: Path, number: int) -> Path:
    (found,) = folder.glob(f"meetings/*/*-{guid('meeting', number)[:8]}.json")
    return found


def test_every_meeting_is_kept_where_a_person_finds_it(fetch: Callable, folder: Path) -> None:
    report = fetch()
    assert (report.listed, report.chosen, report.new, report.failures) == (MEETINGS, MEETINGS, MEETINGS, ())
    assert report.requests == MEETINGS + 1
    assert {path.name for path in (folder / "meetings").iterdir()} == {
        "socialudvalget",
        "teknik-og-miljoeudvalget",
        "oekonomiudvalget",
        "byraadet",
    }
    assert len(list((folder / "meetings").rglob("*.json"))) == MEETINGS
    assert json.loads((folder / ".committees.json").read_bytes())["Udvalg"]


def test_what_is_kept_is_the_answer_and_where_it_came_from(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    fetch()
    kept = json.loads(file_of(folder, 0).read_bytes())
    answered = portal.agendas[guid("meeting", 0)]
    assert kept["_portal"] == {"address": portal.address, "meeting": guid("meeting", 0)}
    assert kept["Dagsordenpunkter"][:2] == answered["Dagsordenpunkter"][:2]
    source = read(file_of(folder, 0))
    assert source.links[0][1].endswith(f"/vis?id={guid('meeting', 0)}&punktid={guid('item', 0, 1)}")
    assert source.links[0][1].startswith("https://127.0.0.1:")


def test_nothing_of_a_closed_item_but_its_title_reaches_the_disk(fetch: Callable, folder: Path) -> None:
    fetch(papers=Papers(attachments=True, minutes=True))
    for name, content in files(folder).items():
        assert SECRET.encode() not in content, name
        assert b"24/9999" not in content, name
    assert b"Lukket: Personsag" in file_of(folder, 0).read_bytes()


def test_closed_minutes_are_titles_only(fetch: Callable, folder: Path, portal: PlayedPortal) -> None:
    portal.meetings[guid("meeting", 0)]["Navn"] = "Lukket referat"
    portal.meetings[guid("meeting", 0)]["Description"] = SECRET
    portal.agendas[guid("meeting", 0)]["Moede"]["Description"] = SECRET
    fetch()
    assert b"Indstilling" not in file_of(folder, 0).read_bytes()
    assert all(SECRET.encode() not in content for content in files(folder).values())


def test_a_second_run_gets_only_what_is_new_or_changed(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    fetch()
    before = files(folder)
    portal.forget()
    report = fetch()
    assert (report.new, report.changed, report.unchanged, report.removed) == (0, 0, MEETINGS, 0)
    assert portal.asked_meetings() == []
    assert files(folder) == before

    portal.forget()
    portal.change_item(guid("meeting", 5), "<h3>Beslutning</h3><p>Udsat til juni.</p>")
    added = portal.add_meeting(99, "Byrådet", date(2023, 1, 10))
    portal.withdraw(guid("meeting", 7))
    report = fetch()
    assert (report.new, report.changed, report.removed) == (1, 1, 1)
    assert sorted(portal.asked_meetings()) == sorted([guid("meeting", 5), added])
    assert b"Udsat til juni" in file_of(folder, 5).read_bytes()
    assert not list(folder.rglob(f"*{guid('meeting', 7)[:8]}*"))
    assert len(list((folder / "meetings").rglob("*.json"))) == MEETINGS


def test_a_correction_the_list_does_not_show_is_found_by_asking_whether_it_still_holds(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    portal.etags = True
    fetch()
    portal.forget()
    portal.change_item(guid("meeting", 5), "<h3>Beslutning</h3><p>Rettet.</p>", listed=False)
    report = fetch()
    assert (report.changed, report.unchanged) == (1, MEETINGS - 1)
    assert b"Rettet." in file_of(folder, 5).read_bytes()
    assert all("If-None-Match" in headers for path, headers in portal.log if "/dagsorden/" in path)


def test_recheck_asks_for_everything_again_and_writes_what_differs(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    fetch()
    portal.change_item(guid("meeting", 5), "<h3>Beslutning</h3><p>Rettet.</p>", listed=False)
    assert fetch().changed == 0
    report = fetch(Choice(recheck=True))
    assert (report.changed, report.unchanged) == (1, MEETINGS - 1)


def test_minutes_take_the_place_of_the_agenda(fetch: Callable, folder: Path, portal: PlayedPortal) -> None:
    meeting = portal.add_meeting(50, "Byrådet", date(2024, 2, 1), name="Dagsorden")
    fetch()
    assert read(file_of(folder, 50)).text.startswith("DAGSORDEN")
    portal.meetings[meeting]["Navn"] = portal.agendas[meeting]["Moede"]["Navn"] = "Referat"
    assert fetch().changed == 1
    assert read(file_of(folder, 50)).text.startswith("REFERAT")


def test_a_meeting_that_moves_leaves_no_file_behind(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    fetch()
    moved = portal.meetings[guid("meeting", 3)]
    moved["MeetingBeginUtc"] = moved["Dato"] = "2024-03-05T17:00:00+01:00"
    assert fetch().changed == 1
    assert file_of(folder, 3).name.startswith("byraadet-2024-03-05-")


def test_committees_and_days_choose(fetch: Callable, folder: Path, portal: PlayedPortal) -> None:
    report = fetch(Choice(committees=("socialUDVALG",)))
    assert (report.listed, report.new) == (MEETINGS, 10)
    since = date.today() - timedelta(days=365 + 45)
    report = fetch(Choice(committees=("teknik og miljø", "byrådet"), since=since))
    assert (report.chosen, report.removed) == (2, 0)
    assert fetch(Choice(committees=("Havneudvalget",))).chosen == 0


@pytest.mark.parametrize("way", ["redirect", "front page", "page"])
def test_a_host_that_wants_a_cookie_first_gets_it(fetch: Callable, portal: PlayedPortal, way: str) -> None:
    portal.handshake = way
    report = fetch(Choice(committees=("Byrådet",)))
    assert (report.new, report.failures) == (10, ())
    assert report.requests < 10 + 8


def test_passing_failures_pass(fetch: Callable, folder: Path, portal: PlayedPortal) -> None:
    bad_day = [
        Fault(status=500),
        Fault(status=429, headers={"Retry-After": "1"}),
        Fault(drop=True),
        Fault(cut=True),
        Fault(status=503),
        Fault(seconds=2),
    ]
    portal.faults[LISTING] = [Fault(status=502), Fault(drop=True)]
    for number, fault in enumerate(bad_day):
        portal.faults[agenda(number)] = [fault]
    waits: list[str] = []
    report = fetch(progress=lambda doing, done, total: waits.append(doing))
    assert (report.new, report.failures) == (MEETINGS, ())
    assert any("HTTP 429: waiting 1 s" in doing for doing in waits)


def test_retry_after_is_waited_for(fetch: Callable, portal: PlayedPortal) -> None:
    portal.faults[agenda(0)] = [Fault(status=503, headers={"Retry-After": "1"})]
    fetch(Choice(committees=("Socialudvalget",)))
    at = [when for when, (path, _) in zip(portal.times, portal.log, strict=True) if path == agenda(0)]
    assert 1.0 <= at[1] - at[0] < 1.6


def test_a_longer_pause_than_we_have_ends_the_run_and_the_next_goes_on(
    fetch: Callable, portal: PlayedPortal
) -> None:
    portal.faults[agenda(20)] = [Fault(status=429, headers={"Retry-After": "3600"})]
    report = fetch()
    assert report.stopped is not None
    assert "asks for a pause of 60 minutes" in report.stopped
    assert (report.new, report.remaining) == (20, 20)
    portal.forget()
    assert fetch().new == 20
    assert len(portal.asked_meetings()) == 20


def test_one_meeting_that_cannot_be_had_does_not_stop_the_others(
    fetch: Callable, portal: PlayedPortal
) -> None:
    portal.answers[agenda(4)] = Fault(status=500)
    portal.answers[agenda(8)] = Fault(
        status=200, body=b'{"Fejl": 1}', headers={"Content-Type": "application/json"}
    )
    portal.answers[agenda(9)] = Fault(status=404)
    report = fetch()
    assert (report.new, report.unpublished, report.stopped) == (MEETINGS - 3, 1, None)
    assert ["HTTP 500" in report.failures[0].reason, "no agenda" in report.failures[1].reason] == [True, True]
    assert report.failures[0].what.startswith("Socialudvalget 20")
    portal.answers.clear()
    assert fetch().new == 3


def test_a_portal_that_goes_down_is_left_alone(fetch: Callable, portal: PlayedPortal) -> None:
    for number in range(10, MEETINGS):
        portal.answers[agenda(number)] = Fault(status=500)
    report = fetch()
    assert "failed 5 times in a row" in (report.stopped or "")
    assert (report.new, report.remaining) == (10, 25)


def test_a_meeting_that_is_no_longer_given_out_is_removed(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    fetch(papers=Papers(attachments=True))
    portal.answers[agenda(4)] = Fault(status=410)
    report = fetch(Choice(recheck=True))
    assert (report.removed, report.unpublished) == (1, 1)
    assert not list(folder.rglob(f"*{guid('meeting', 4)[:8]}*"))
    assert not list(folder.rglob(f"*{guid('paper', 4, 1)[:8]}*"))


def test_a_list_that_lost_everything_at_once_is_not_believed(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    fetch()
    listed, portal.meetings = portal.meetings, {}
    report = fetch()
    assert (report.removed, len(report.warnings)) == (0, 1)
    portal.agendas = {guid("meeting", 1): portal.agendas[guid("meeting", 1)]}
    assert fetch().removed == MEETINGS - 1
    assert file_of(folder, 1)
    assert listed


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (Fault(status=404), "HTTP 404"),
        (
            Fault(status=200, body=b"<html>Velkommen</html>", headers={"Content-Type": "text/html"}),
            "a web page",
        ),
        (
            Fault(status=200, body=b'{"items": []}', headers={"Content-Type": "application/json"}),
            "another shape",
        ),
        (Fault(status=200, body=b"\x00\xff"), "no JSON"),
        (Fault(status=403), "HTTP 403"),
    ],
)
def test_a_host_that_is_no_portal_is_told_so_and_nothing_is_written(
    fetch: Callable, folder: Path, portal: PlayedPortal, answer: Fault, what: str
) -> None:
    portal.answers[LISTING] = answer
    with pytest.raises(NotAPortal, match=what) as told:
        fetch()
    assert "\n" not in str(told.value)
    assert not folder.exists()


def test_redirects_to_another_host_are_refused_unless_allowed(fetch: Callable, portal: PlayedPortal) -> None:
    portal.answers[LISTING] = Fault(status=302, headers={"Location": f"http://localhost:{portal.port}/x"})
    with pytest.raises(RedirectRefused, match=f"--allow-redirects-to localhost:{portal.port}"):
        fetch()
    portal.answers["/x"] = Fault(status=200, body=json.dumps(portal.listing()).encode())
    assert fetch(allow_redirects_to=frozenset({"localhost"})).new == MEETINGS


@pytest.mark.parametrize("where", ["ftp://127.0.0.1/", "file:///etc/passwd", "http://[", "//evil.example/"])
def test_odd_redirects_are_refused(fetch: Callable, portal: PlayedPortal, where: str) -> None:
    portal.answers[agenda(0)] = Fault(status=302, headers={"Location": where})
    report = fetch()
    assert (report.new, len(report.failures)) == (MEETINGS - 1, 1)


def test_redirects_without_end_end(fetch: Callable, portal: PlayedPortal) -> None:
    portal.answers[agenda(0)] = Fault(status=302, headers={"Location": agenda(0)})
    assert "without end" in fetch().failures[0].reason


def test_papers_are_fetched_where_wanted_of_open_items_only(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    social = Choice(committees=("Social",))
    assert fetch(social).papers == 0
    report = fetch(social, papers=Papers(attachments=True, minutes=True))
    assert report.papers == 10 * 2 + 10 * 2
    paper = guid("paper", 0, 1)
    beside = file_of(folder, 0).with_name(f"{file_of(folder, 0).stem} bilag")
    assert (beside / "Punkt 1" / f"Kort [{paper[:8]}].pdf").read_bytes() == pdf_of(paper)
    assert not list(folder.rglob(f"*{guid('paper', 0, 3)[:8]}*"))
    assert not list(folder.rglob(f"*{guid('item', 0, 3)[:8]}*"))
    assert fetch(social, papers=Papers(attachments=True, minutes=True)).papers == 0


@pytest.mark.parametrize("change", ["withdrawn", "closed", "other item", "renamed"])
def test_an_attachment_that_is_not_there_any_more_goes_also_where_none_are_wanted(
    fetch: Callable, folder: Path, portal: PlayedPortal, change: str
) -> None:
    social, name = Choice(committees=("Social",)), f"*{guid('paper', 0, 1)[:8]}*"
    fetch(social, papers=Papers(attachments=True))
    (before,) = folder.rglob(name)
    items = portal.agendas[guid("meeting", 0)]["Dagsordenpunkter"]
    match change:
        case "withdrawn":
            items[0]["Bilag"] = []
        case "closed":
            items[0]["IsOpen"] = False
        case "other item":
            items[1]["Bilag"] = items[0]["Bilag"]
            items[0]["Bilag"] = []
        case "renamed":
            items[0]["Bilag"][0]["Navn"] = "Tegning: ny / gammel"
    portal.meetings[guid("meeting", 0)]["ReleasedDate"] = "2026-01-02T03:04:05+01:00"
    fetch(social)
    assert not list(folder.rglob(name))
    fetch(social, papers=Papers(attachments=True))
    found = [str(path.relative_to(before.parents[1])) for path in folder.rglob(name)]
    short = guid("paper", 0, 1)[:8]
    assert (
        found
        == {
            "withdrawn": [],
            "closed": [],
            "other item": [f"Punkt 2/Kort [{short}].pdf"],
            "renamed": [f"Punkt 1/Tegning ny gammel [{short}].pdf"],
        }[change]
    )


def test_minutes_without_closed_items_are_one_pdf(
    fetch: Callable, folder: Path, portal: PlayedPortal
) -> None:
    del portal.agendas[guid("meeting", 0)]["Dagsordenpunkter"][2]
    fetch(Choice(committees=("Social",)), papers=Papers(minutes=True))
    (whole,) = folder.glob(f"pdf/socialudvalget/*-{guid('meeting', 0)[:8]}.pdf")
    assert whole.read_bytes() == pdf_of(guid("meeting", 0))


def test_a_pdf_in_a_page_for_viewing_is_found(fetch: Callable, portal: PlayedPortal) -> None:
    portal.viewer = True
    assert fetch(Choice(committees=("Social",)), papers=Papers(attachments=True)).papers == 20


def test_papers_at_another_host_are_refused_in_one_line(fetch: Callable, portal: PlayedPortal) -> None:
    portal.pdf_host = f"http://localhost:{portal.port}"
    social, wanted = Choice(committees=("Social",)), Papers(attachments=True)
    report = fetch(social, papers=wanted)
    assert [failure.what for failure in report.failures] == ["20 PDFs"]
    assert f"--allow-redirects-to localhost:{portal.port}" in report.failures[0].reason
    allowed = frozenset({f"localhost:{portal.port}"})
    assert fetch(social, papers=wanted, allow_redirects_to=allowed).papers == 20


def test_what_is_no_pdf_is_not_kept_as_one(fetch: Callable, folder: Path, portal: PlayedPortal) -> None:
    portal.answers[f"/vis/pdf/bilag/{guid('paper', 0, 1)}"] = Fault(status=200, body=b"<html>Fejl</html>")
    report = fetch(Choice(committees=("Social",)), papers=Papers(attachments=True))
    assert (report.papers, len(report.failures)) == (19, 1)
    assert not list(folder.rglob(f"*{guid('paper', 0, 1)[:8]}*"))


def test_a_damaged_or_lost_file_is_fetched_again(fetch: Callable, folder: Path) -> None:
    fetch()
    before = files(folder)
    file_of(folder, 1).write_bytes(b"{")
    file_of(folder, 2).unlink()
    assert fetch().new == 2
    assert files(folder) == before


def test_a_torn_last_line_of_what_is_known_costs_one_meeting(fetch: Callable, folder: Path) -> None:
    fetch()
    before = files(folder)
    journal = folder / ".fetched.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])
    report = fetch()
    assert report.requests == 2
    assert files(folder) == before


def test_what_is_known_cannot_lead_out_of_the_folder(fetch: Callable, folder: Path) -> None:
    fetch()
    outside = folder.parent / "outside.json"
    outside.write_text("mine")
    with (folder / ".fetched.jsonl").open("a") as journal:
        for file in ("../outside.json", str(outside)):
            line = {"key": f"meeting:{file}", "meeting": "gone", "file": file, "sha256": ""}
            journal.write(
                json.dumps(line | dict.fromkeys(("listed", "checked", "etag", "modified"), "")) + "\n"
            )
    fetch()
    assert outside.read_text() == "mine"


def test_a_folder_belongs_to_one_portal_and_one_run(fetch: Callable, folder: Path) -> None:
    with (
        Folder.opened(folder, "https://a.example"),
        pytest.raises(FolderRefused, match="another besluttet fetch"),
    ):
        fetch()
    with pytest.raises(FolderRefused, match=r"came from https://a\.example"):
        fetch()


def test_the_host_is_asked_at_the_pace_that_was_set(fetch: Callable, portal: PlayedPortal) -> None:
    fetch(Choice(committees=("Social",)), manners=replace(QUICK, rate=20))
    gaps = [later - earlier for earlier, later in zip(portal.times, portal.times[1:], strict=False)]
    assert sum(gaps) / len(gaps) >= 0.045


def test_we_say_who_we_are(fetch: Callable, portal: PlayedPortal) -> None:
    fetch(Choice(committees=("Social",)))
    assert {headers["User-Agent"].split("/")[0] for _, headers in portal.log} == {"besluttet"}
    assert {headers["Host"] for _, headers in portal.log} == {f"127.0.0.1:{portal.port}"}
