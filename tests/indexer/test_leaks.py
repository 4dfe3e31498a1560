"""Canaries: closed text and CPR numbers must not reach any file, report or log, in any form."""

import logging
from pathlib import Path

import pytest
from snapshot import bytes_of
from written import Item, minutes

from indexer.corpus import Corpus
from indexer.ingest import ingest, remove
from indexer.synchronise import open_engine
from indexer.understanding import understand
from indexer.worker import Failed
from models.embedding import Embedder

CANARY = "zebrafinkebur"
CPR = "010190-1234"
FORMS = [CANARY, CANARY.upper(), "zebrafinke", "finkebur", CPR, CPR.replace("-", ""), "0101901234", "99/7777"]


def in_any_form(content: bytes) -> list[str]:
    encoded = [(form, form.encode(code)) for form in FORMS for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [form for form, data in encoded if data in content]


SECRET = f"Et {CANARY} til {CPR} købes for 7.777 kr. under sag 99/7777."


def closed_minutes(closed: bool = True) -> str:
    return minutes(
        [
            Item(
                "Bro over åen",
                "25/1001",
                background=f"Ejeren er {CPR.replace('-', ' ')}.",
                decision="Godkendt.",
            ),
            Item(
                "Køb af bur",
                "99/7777",
                recommendation=SECRET,
                background=SECRET,
                decision=SECRET,
                closed=closed,
            ),
        ],
        attendance=f"Ane Holm ({CPR})",
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "referater" / f"møde {CPR}.txt"
    path.parent.mkdir()
    path.write_text(closed_minutes(), "utf-8")
    (path.parent / "noter.txt").write_text(f"Noter.\n\nLukket dagsorden\n\n{SECRET}\n", "utf-8")
    return path


def everything_said(data: Path) -> str:
    """What can be asked of the corpus about its documents."""
    with Corpus.open(data) as corpus:
        said = [repr(corpus.documents()), repr(corpus.failures()), repr(dict(corpus.vocabulary()))]
        for document in corpus.documents():
            said += [repr(corpus.source(document.id)), repr(corpus.meeting(document.id))]
            said += [repr(corpus.chunks_of_document(document.id))]
        engine = open_engine(corpus, data)
        said += [form for form in FORMS if engine.document_frequency(form.lower())]
        said += [word for form in FORMS for word in engine.fuzzy_terms(form.lower(), 1)]
        engine.close()
    return "\n".join(said)


def test_nothing_closed_and_no_cpr_number_is_written_anywhere(
    file: Path, tmp_path: Path, small_embedder: Embedder, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    data = tmp_path / "data"
    said: list[object] = []
    report = ingest([file.parent], data, small_embedder, progress=lambda *step: said.append(step))
    assert report.new == 2
    assert report.masked == 2 + 3 + 1  # attendance and background; three of the closed item; one of the notes
    assert report.closed == 1
    assert any("lukket" in warning.lower() for document in report.documents for warning in document.warnings)
    assert in_any_form(bytes_of(data)) == []
    assert in_any_form(everything_said(data).encode()) == []
    assert in_any_form((repr(report) + repr(said) + caplog.text).encode()) == []
    assert "Køb af bur" in everything_said(data)


def test_what_was_kept_on_purpose_is_gone_when_it_is_not_kept_any_more(
    file: Path, tmp_path: Path, small_embedder: Embedder
) -> None:
    data = tmp_path / "data"
    ingest([file.parent], data, small_embedder, keep_closed=True)
    assert CANARY.encode() in bytes_of(data)
    assert CPR.encode() not in bytes_of(data)
    report = ingest([file.parent], data, small_embedder)
    assert report.changed == 2
    assert in_any_form(bytes_of(data)) == []
    assert in_any_form(everything_said(data).encode()) == []


def test_a_removed_document_leaves_no_trace_in_the_files(tmp_path: Path, small_embedder: Embedder) -> None:
    data, file = tmp_path / "data", tmp_path / "møde.txt"
    file.write_text(minutes([Item(f"Et {CANARY}", background=f"Mere om {CANARY}.")]), "utf-8")
    (tmp_path / "andet.txt").write_text(minutes([Item("Bro over åen")]), "utf-8")
    ingest([file, tmp_path / "andet.txt"], data, small_embedder)
    assert CANARY.encode() in bytes_of(data)
    remove("moede", data)
    assert CANARY.encode() not in bytes_of(data)


def test_a_parser_that_trips_over_closed_text_does_not_shout_it_out(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes back from the process that reads a file, in place of the fault itself."""

    def trip(source: object, municipality: str | None, name: str) -> None:
        raise ValueError(f"cannot read {source}")

    monkeypatch.setattr("indexer.understanding.parse", trip)
    with pytest.raises(ValueError, match="cannot read") as fault:
        understand(file)
    assert in_any_form(str(fault.value).encode()) != []
    told = repr(Failed.of(fault.value))
    assert "ValueError" in told
    assert in_any_form(told.encode()) == []
