"""The real minutes beside the project, indexed whole: all items counted, nothing of closed ones there."""

from pathlib import Path

import pytest

from indexer.corpus import Corpus
from indexer.ingest import ingest
from indexer.overview import overview
from models.embedding import Embedder

REAL = Path(__file__).parents[3] / "shared" / "minutes"
ITEMS = {
    ("Aarhus", "Teknisk Udvalg", 2025): (6, 0),
    ("Ballerup", "Sundheds- og Forebyggelsesudvalget", 2012): (8, 0),
    ("Hvidovre", "Økonomiudvalget", 2026): (3, 1),
    ("Køge", "Socialudvalget", 2023): (10, 2),
    ("Køge", "Socialudvalget", 2025): (14, 2),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, small_embedder: Embedder) -> Path:
    files = [path for path in sorted(REAL.glob("*.*")) if path.name != "README.md"]
    if not files:
        pytest.skip("the real minutes are not beside the project")
    data = tmp_path_factory.mktemp("real") / "data"
    report = ingest(files, data, small_embedder)
    assert (report.failures, report.new) == ((), 5)
    return data


def test_five_meetings_with_all_their_items(data: Path) -> None:
    with Corpus.open(data) as corpus:
        told = overview(corpus)
        found = {(p.municipality, p.committee, p.year): (p.items, p.closed) for p in told.parts}
        assert found == ITEMS
        assert [part.meetings for part in told.parts] == [1] * 5
        assert sum(part.agendas for part in told.parts) == 1
        assert [d.warnings for d in corpus.documents() if d.warnings] == []
        for meeting in corpus.meetings():
            for stored in corpus.items_of_document(meeting.id):
                if stored.item.closed:
                    assert (stored.item.sections, stored.item.decisions) == ((), ())
                elif meeting.head.municipality != "Hvidovre":
                    assert any(not decision.prior for decision in stored.item.decisions)


def test_the_blocks_of_a_case_history_are_earlier_decisions(data: Path) -> None:
    with Corpus.open(data) as corpus:
        (aarhus,) = [m for m in corpus.meetings() if m.head.municipality == "Aarhus"]
        prior = [d for i in corpus.items_of_document(aarhus.id) for d in i.item.decisions if d.prior]
        assert [(d.committee, str(d.date), d.item_number) for d in prior] == [
            ("Magistraten", "2025-09-02", "12"),
            ("Aarhus Byråd", "2025-09-10", "11"),
            ("Teknisk Udvalg", "2025-09-22", "2"),
            ("Magistraten", "2025-08-19", "7"),
            ("Aarhus Byråd", "2025-08-27", "10"),
            ("Teknisk Udvalg", "2025-09-22", "4"),
            ("Magistraten", "2025-03-18", "9"),
            ("Aarhus Byråd", "2025-03-26", "14"),
            ("Teknisk Udvalg", "2025-05-26", "6"),
            ("Teknisk Udvalg", "2025-08-11", "3"),
        ]
