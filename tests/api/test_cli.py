"""The command line, command by command, over the sample minutes."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from indexer.source_text import fold

QUESTION = "Hvad blev der besluttet om Hulbæk Skoles fremtid?"
NOT_THERE = "Hvad besluttede Kulturudvalget om svømmehallen?"


def test_ask_prints_the_answer_and_where_it_stands(besluttet: Callable, sample_data: Path) -> None:
    ran = besluttet("ask", QUESTION, "--data", sample_data)
    assert (ran.code, ran.err) == (0, "")
    assert "Beslutning: Byrådet, 19. december 2023, punkt 190 »Hulbæk Skoles fremtid«" in ran.out
    assert "byraadet-2023-12-19 [" in ran.out


def test_ask_says_so_when_the_minutes_do_not_answer(besluttet: Callable, sample_data: Path) -> None:
    ran = besluttet("ask", NOT_THERE, "--data", sample_data)
    assert ran.code == 1
    assert ran.err == "besluttet: these minutes do not answer that; try other words, or fewer filters.\n"
    assert "søgt i 20 møder" in ran.out


def test_ask_in_json_is_the_answer_that_the_server_gives(
    besluttet: Callable, sample_data: Path, client: httpx.Client
) -> None:
    for question in (QUESTION, NOT_THERE):
        ran = besluttet("ask", question, "--data", sample_data, "--json")
        assert json.loads(ran.out) == client.post("/v1/ask", json={"question": question}).json()


def test_the_data_folder_may_be_named_in_the_environment(
    besluttet: Callable, sample_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESLUTTET_DATA", str(sample_data))
    assert besluttet("status").code == 0
    assert besluttet("status", "--data", sample_data / "none").code == 2


def test_filters_narrow_the_answer(besluttet: Callable, sample_data: Path) -> None:
    ran = besluttet(
        "ask", QUESTION, "--data", sample_data, "--json", "--from", "2022-01-01", "--to", "31-12-2022"
    )
    answer = json.loads(ran.out)
    assert answer["coverage"]["filters"]["to"] == "2022-12-31"
    assert all(quote["source"]["date"] <= "2022-12-31" for quote in answer["quotes"])


def test_search_prints_passages_and_their_places(besluttet: Callable, sample_data: Path) -> None:
    ran = besluttet("search", "cykelstier", "--data", sample_data, "--limit", 2)
    assert ran.code == 0
    assert ran.out.count("punkt ") >= 2


def test_a_search_is_narrowed_and_written_as_a_file(besluttet: Callable, sample_data: Path) -> None:
    narrowed = ("--outcome", "rejected", "--year", 2025, "--committee", "Byråd", "--sort", "date")
    ran = besluttet("search", '"stemmer mod" solceller', *narrowed, "--format", "csv", "--data", sample_data)
    assert ran.code == 0
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))
    assert {(row["body"], row["body_date"], row["outcome"]) for row in rows} == {
        ("Byrådet", "2025-06-24", "rejected")
    }
    assert "stemmer mod" in rows[0]["text"]


def test_search_that_finds_nothing(besluttet: Callable, sample_data: Path) -> None:
    arguments = ("search", "cykelstier", "--data", sample_data, "--from", "2099-01-01")
    assert besluttet(*arguments).code == 1
    ran = besluttet(*arguments, "--json")
    nothing = json.loads(ran.out)
    assert (ran.code, nothing["total"], nothing["hits"]) == (1, 0, [])
    assert ran.err == "besluttet: nothing found; try other words, or fewer filters.\n"


def test_text_is_the_stored_text_to_the_byte(
    besluttet: Callable, sample_data: Path, client: httpx.Client
) -> None:
    quote = json.loads(besluttet("ask", QUESTION, "--data", sample_data, "--json").out)["quotes"][0]
    document = quote["source"]["document"]
    text = besluttet("text", document, "--data", sample_data).out
    assert text == client.get(f"/v1/documents/{document}/text").text
    assert quote["text"] == fold(text[quote["source"]["start"] : quote["source"]["end"]])
    told = json.loads(besluttet("text", document, "--data", sample_data, "--json").out)
    assert told == {"document": document, "text": text}


def test_case_tells_its_history(besluttet: Callable, sample_data: Path) -> None:
    quote = json.loads(besluttet("ask", QUESTION, "--data", sample_data, "--json").out)["quotes"][0]
    case_no = quote["source"]["case_no"]
    ran = besluttet("case", case_no, "--data", sample_data)
    assert ran.code == 0
    assert ran.out.startswith(f"Sag {case_no}\n")
    stops = json.loads(besluttet("case", case_no, "--data", sample_data, "--json").out)["stops"]
    assert len(stops) >= 2


def test_case_unknown(besluttet: Callable, sample_data: Path) -> None:
    ran = besluttet("case", "99/99999", "--data", sample_data)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.count("\n") == 1


def test_similar_prints_other_items(besluttet: Callable, sample_data: Path) -> None:
    ran = besluttet("similar", "byraadet-2023-12-19.190", "--data", sample_data, "--json")
    items = [hit["source"]["item_id"] for hit in json.loads(ran.out)["hits"]]
    assert items
    assert "byraadet-2023-12-19.190" not in items


def test_status_lists_documents(besluttet: Callable, sample_data: Path, client: httpx.Client) -> None:
    assert re.search(
        r"byraadet-2023-12-19 +2023-12-19 +Byrådet ", besluttet("status", "--data", sample_data).out
    )
    told = json.loads(besluttet("status", "--data", sample_data, "--json").out)
    assert told.items() >= client.get("/v1/status").json().items()
    assert len(told["files"]) == told["documents"]


def test_eval_prints_figures_by_kind(besluttet: Callable, sample_data: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    rows = [
        {"id": "a", "kind": "decision", "q": QUESTION, "gold": ["2023-12-19#190"], "quote": ["model"]},
        {"id": "b", "kind": "unanswerable", "q": NOT_THERE},
    ]
    questions.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    ran = besluttet("eval", questions, "--data", sample_data)
    assert ran.code == 0
    for heading in ("item@1", "quote@1", "quote@3", "p50", "p95", "unanswerable"):
        assert heading in ran.out
    told = json.loads(
        besluttet("eval", questions, "--data", sample_data, "--today", "01-01-2026", "--json").out
    )
    assert told["today"] == "2026-01-01"
    lowest, highest = told["figures"][-1]["intervals"]["wrongly_answered"]
    assert 0 <= lowest <= told["figures"][-1]["wrongly_answered"] <= highest <= 1


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "Missing command"),
        (["fly"], "No such command 'fly'"),
        (["ask"], "QUESTION"),
        (["ask", " "], "the question is blank"),
        (["ask", "h" * 1001], "1,001 characters"),
        (["ask", "hvad?", "--from", "i går"], "'i går' is not a date"),
        (["ask", "hvad?", "--from", "2023-02-30"], "not a day that exists"),
        (["ask", "hvad?", "--from", "2025-01-01", "--to", "2024-01-01"], "is after"),
        (["search", "hvad", "--mode", "magic"], "'magic' is not one of"),
        (["search", "hvad", "--limit", "0"], "--limit"),
        (["ask", "hvad?", "--data", "nowhere"], "there is no index in nowhere"),
        (["status", "--data", "nowhere"], "there is no index in nowhere"),
        (["serve", "--port", "70000"], "--port"),
        (["serve", "--host", "256.0.0.1", "--port", "0"], "cannot listen on 256.0.0.1:0"),
        (["eval", "nowhere.jsonl"], "nowhere"),
        (["index"], "PATH"),
        (["index", "nowhere.pdf"], "nowhere.pdf"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(
    besluttet: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], hint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = besluttet(*arguments)
    assert ran.code == 2
    assert hint in ran.err
    assert ran.err.startswith("besluttet: ")
    assert ran.err.count("\n") == 1


def test_an_unknown_document_or_item_is_one_line_and_exit_2(besluttet: Callable, sample_data: Path) -> None:
    for arguments in (["text", "none"], ["remove", "none"], ["similar", "none.1"]):
        ran = besluttet(*arguments, "--data", sample_data)
        assert (ran.code, ran.err.count("\n")) == (2, 1)
        assert "none" in ran.err
