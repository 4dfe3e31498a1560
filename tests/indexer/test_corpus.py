"""The corpus gives back what was put in, answers by the filters, and says plainly what it does not hold."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import Item, minutes

from indexer.chunks import Chunk
from indexer.corpus import Corpus
from indexer.engines.base import Sitting
from indexer.errors import IndexMissing, NotInIndex
from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.parsing import parse
from indexer.source_text import Heading, SourceText, Span
from indexer.stored import Fingerprint, NewChunk, NewDocument

MODEL = "test model"
VECTOR = np.arange(4, dtype=np.float32)


def document(path: str, text: str, *, terms: tuple[str, ...] = ("bro",), hashes: str = "h") -> NewDocument:
    source = SourceText(text, (0, 5), (Heading(Span(0, 4), 1),), ("Advarsel.",), ((0, "https://x/1"),))
    meeting = replace(parse(source), municipality="Vigsted", url="https://x")
    chunks = tuple(
        NewChunk(
            Chunk(SectionKind.DECISION, index, "Beslutning", (item.title_span, item.span), 1, "c"),
            f"{hashes}{index}",
            terms,
        )
        for index, item in enumerate(meeting.items)
    )
    titles = tuple(("titel", str(index)) for index, _ in enumerate(meeting.items))
    return NewDocument(
        path, "txt", Fingerprint(1, 2, "sha", "{}"), 3, ("Hov.",), source, meeting, titles, chunks
    )


def put(corpus: Corpus, new: NewDocument) -> str:
    return corpus.save(new, MODEL, {chunk.content_hash: VECTOR for chunk in new.chunks})


BRIDGE = minutes(
    [
        Item(
            "Bro over åen",
            "25/1001",
            recommendation="1. At den bygges.\n2. At den males.",
            background="Bilag",
        ),
        Item("Kaj", "EMN-2025-000001", prior=("Byudvalget 4-1-2024", "Anbefales.")),
        Item("Salg", decision=None, closed=True),
    ]
)
LATER = minutes([Item("Broens farve", "25/1001")], committee="Byrådet", day="05-06-2025", first=9)


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path, create=True) as opened:
        yield opened


@pytest.fixture
def filled(corpus: Corpus) -> Corpus:
    put(corpus, document("/m/havn.txt", BRIDGE))
    put(corpus, document("/m/byraad.txt", LATER, hashes="x"))
    return corpus


def test_a_document_comes_back_as_it_was(filled: Corpus) -> None:
    new = document("/m/havn.txt", BRIDGE)
    assert filled.source("havn") == new.source
    assert filled.text("havn") == BRIDGE
    assert filled.meeting("havn") == new.meeting
    stored = filled.document("havn")
    assert (stored.path, stored.pages, stored.masked, stored.warnings) == ("/m/havn.txt", 2, 3, ("Hov.",))
    assert (stored.committee, stored.date, stored.items) == ("Havneudvalget", date(2025, 2, 3), 3)
    assert [d.id for d in filled.documents()] == ["byraad", "havn"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Punkt 1: Bro", "Punkt 2: Lukket: Salg", "Indstilling", "Beslutning", "1. Godkendt.", "A) x"]
        )
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
        max_size=20,
    ).map("\n".join)
)
def test_any_document_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    with Corpus.open(tmp_path_factory.mktemp("any"), create=True) as corpus:
        new = document("/m/noget.txt", text)
        name = put(corpus, new)
        assert corpus.source(name) == new.source
        assert corpus.meeting(name) == new.meeting


def test_items_have_ids_that_last_and_can_be_read(filled: Corpus) -> None:
    assert [stored.id for stored in filled.items_of_document("havn")] == ["havn.1", "havn.2", "havn.3"]
    assert filled.item("byraad.9").item.title == "Broens farve"
    assert filled.item("byraad.9").meeting.committee == "Byrådet"
    assert list(filled.items(["havn.2", "nej.1", "byraad.9"])) == ["havn.2", "byraad.9"]


def test_a_number_that_comes_twice_gets_ids_apart(corpus: Corpus) -> None:
    new = document("/m/to.txt", minutes([Item("A"), Item("B"), Item("C")]))
    items = tuple(
        replace(item, number=number) for item, number in zip(new.meeting.items, ["7", "7", "§"], strict=True)
    )
    put(corpus, replace(new, meeting=replace(new.meeting, items=items)))
    assert [stored.id for stored in corpus.items_of_document("to")] == ["to.7", "to.7-2", "to.p3"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/m/Køge – Socialudvalget 2025.PDF", "koege-socialudvalget-2025"),
        ("/m/Ærø/Åben (1).txt", "aaben-1"),
        ("/m/日本.txt", "dokument"),
        ("/m/Økonomi.Plan.v2.md", "oekonomi-plan-v2"),
    ],
)
def test_a_documents_id_is_made_of_its_files_name(corpus: Corpus, path: str, expected: str) -> None:
    assert put(corpus, document(path, LATER)) == expected


def test_files_of_the_same_name_get_ids_apart_that_stay(corpus: Corpus) -> None:
    first = put(corpus, document("/a/referat.txt", LATER))
    second = put(corpus, document("/b/referat.txt", BRIDGE))
    assert first == "referat"
    assert second.startswith("referat-")
    assert put(corpus, document("/b/referat.txt", LATER)) == second
    assert put(corpus, document("/a/referat.txt", LATER)) == first
    assert len(corpus.documents()) == 2


def test_a_case_is_found_however_its_number_is_written(filled: Corpus) -> None:
    assert [i.id for i in filled.items_of_case("25/1001")] == ["havn.1", "byraad.9"]
    assert [i.id for i in filled.items_of_case(" emn-2025-000001 ")] == ["havn.2"]
    assert filled.items_of_case("") == []


def test_filters_hold_committee_and_date_together(filled: Corpus) -> None:
    def ids(filters: Filters) -> list[str]:
        return [stored.id for stored in filled.find_items(filters)]

    quoted = frozenset({"byudvalget"})
    assert ids(Filters()) == ["havn.1", "havn.2", "havn.3", "byraad.9"]
    assert ids(Filters(committees=quoted)) == ["havn.2"]
    assert ids(Filters(committees=quoted, date_from=date(2024, 1, 4), date_to=date(2024, 1, 4))) == ["havn.2"]
    assert (
        ids(Filters(committees=quoted, date_from=date(2025, 1, 1))) == []
    )  # its meeting's date is another body's
    assert ids(Filters(date_to=date(2024, 12, 31))) == ["havn.2"]
    assert ids(Filters(municipality=" VIGSTED")) == ["havn.1", "havn.2", "havn.3", "byraad.9"]
    assert ids(Filters(municipality="Ørby")) == ids(Filters(municipality="")) == []
    assert ids(Filters(case_no="25 /1001", without_documents=frozenset({"havn"}))) == ["byraad.9"]
    assert ids(Filters(items=frozenset({"havn.3"}), kinds=frozenset({SectionKind.DECISION}))) == ["havn.3"]
    assert ids(Filters(kinds=frozenset({SectionKind.LEGAL}))) == []


def test_meetings_and_how_far_a_search_reaches(filled: Corpus) -> None:
    assert [m.id for m in filled.meetings()] == ["havn", "byraad"]
    first = filled.meetings()[0]
    assert (first.items, first.closed, first.decisions) == (3, 1, 2)
    quoted = Filters(committees=frozenset({"Byudvalget"}))
    assert filled.meetings(quoted) == []
    assert [m.id for m in filled.meetings(quoted, quoted=True)] == ["havn"]
    reach = filled.reach(Filters())
    assert (reach.meetings, reach.first, reach.last) == (2, date(2025, 2, 3), date(2025, 6, 5))
    assert reach.committees == ("Byrådet", "Havneudvalget")
    assert filled.reach(Filters(date_from=date(2030, 1, 1))).meetings == 0
    assert filled.committees() == ["Byrådet", "Havneudvalget"]
    assert filled.committees("vigsted") == ["Byrådet", "Havneudvalget"]
    assert filled.committees("Ørby") == []
    assert filled.prior_committees() == ["Byudvalget"]
    assert filled.prior_sittings() == (("Byudvalget", date(2024, 1, 4)),)
    assert filled.municipalities() == ["Vigsted"]
    assert filled.years() == [2025]
    filled.remove("havn")  # nothing remembered outlives what it was read from
    assert filled.prior_sittings() == ()


def test_the_other_name_of_a_committee_unless_it_is_another_body(corpus: Corpus) -> None:
    named = document("/m/havn.txt", BRIDGE)
    put(corpus, replace(named, meeting=replace(named.meeting, other_name="Udvalget for havne")))
    assert corpus.other_names() == (("Udvalget for havne", "Havneudvalget"),)
    other = document("/m/byraad.txt", LATER, hashes="x")
    put(corpus, replace(other, meeting=replace(other.meeting, committee="Udvalget for havne")))
    assert corpus.other_names() == ()
    corpus.remove("byraad")
    assert corpus.other_names() == (("Udvalget for havne", "Havneudvalget"),)


def test_chunks_come_in_the_order_asked_for_and_never_share_an_id(filled: Corpus) -> None:
    ids = filled.chunk_ids().tolist()
    assert [c.id for c in filled.chunks([ids[2], 999, ids[0]])] == [ids[2], ids[0]]
    assert [c.item_id for c in filled.chunks_of_document("havn")] == ["havn.1", "havn.2", "havn.3"]
    (only,) = filled.chunks_of_item("havn.1")
    assert (only.terms, only.kind, len(only.spans)) == (("bro",), SectionKind.DECISION, 2)
    assert filled.chunks_of_items(["intet.1", "havn.1"]) == {"intet.1": (), "havn.1": (only,)}
    filled.remove("byraad")
    put(filled, document("/m/byraad.txt", LATER, hashes="x"))
    assert not set(filled.chunk_ids().tolist()) & {ids[-1]}
    assert min(filled.chunks_of_document("byraad")[0].id, 10**9) > max(ids)


def test_postings_carry_the_sittings_that_filters_need(filled: Corpus) -> None:
    ids = filled.chunk_ids().tolist()
    postings = {p.item_id: p for p in filled.postings(ids[::-1])}
    assert list(postings) == ["byraad.9", "havn.3", "havn.2", "havn.1"]
    assert postings["havn.2"].sittings == (
        Sitting("Havneudvalget", date(2025, 2, 3)),
        Sitting("Byudvalget", date(2024, 1, 4)),
    )
    assert postings["havn.1"].fields == {"title": ("titel", "0"), "decision": ("bro",), "body": ("bro",)}
    assert np.array_equal(postings["havn.1"].vector, VECTOR)


def test_every_change_raises_the_generation_and_empties_the_memory(filled: Corpus) -> None:
    before = filled.generation()
    assert filled.text("byraad") == LATER
    assert filled.vocabulary() == {"bro": 4}
    assert filled.committees() == ["Byrådet", "Havneudvalget"]
    assert len(filled.meetings()) == 2
    (old,) = filled.chunks_of_item("byraad.9")
    put(filled, document("/m/byraad.txt", LATER + "\nMere.", terms=("kaj",), hashes="y"))
    assert filled.generation() == before + 1
    assert filled.text("byraad").endswith("Mere.")
    assert filled.vocabulary() == {"bro": 3, "kaj": 1}
    assert filled.chunks_of_item("byraad.9") != [old]
    filled.remove("byraad")
    assert filled.committees() == ["Havneudvalget"]
    assert len(filled.meetings()) == 1
    assert filled.chunks_of_item("byraad.9") == []
    assert filled.generation() == before + 2
    with pytest.raises(NotInIndex, match="byraad"):
        filled.text("byraad")


def test_vectors_are_shared_and_go_when_nobody_needs_them(filled: Corpus) -> None:
    put(filled, document("/m/kopi.txt", LATER, hashes="x"))
    assert filled.known_vectors(MODEL, ["x0", "h0", "andet"]) == {"x0", "h0"}
    assert filled.known_vectors("another model", ["x0"]) == set()
    filled.remove("byraad")
    filled.tidy()
    assert filled.known_vectors(MODEL, ["x0"]) == {"x0"}
    filled.remove("kopi")
    filled.tidy()
    assert filled.known_vectors(MODEL, ["x0"]) == set()


def test_a_document_whose_vectors_are_missing_is_not_stored_at_all(filled: Corpus) -> None:
    before = filled.generation()
    with pytest.raises(ValueError, match="without a vector"):
        filled.save(document("/m/byraad.txt", LATER + "\nMere.", hashes="ny"), MODEL, {})
    assert filled.generation() == before
    assert filled.text("byraad") == LATER


@pytest.mark.parametrize("ask", ["text", "meeting", "source", "document", "item", "remove"])
def test_what_is_not_there_is_said(corpus: Corpus, ask: str) -> None:
    with pytest.raises(NotInIndex, match="'intet'"):
        getattr(corpus, ask)("intet")


def test_a_missing_or_strange_index_is_said(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="besluttet index"):
        Corpus.open(tmp_path / "intet")
    (tmp_path / "corpus.sqlite").write_bytes(b"ikke en database " * 100)
    with pytest.raises(IndexMissing, match="not a corpus"):
        Corpus.open(tmp_path)


def test_the_index_of_another_version_is_said(tmp_path: Path) -> None:
    Corpus.open(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / "corpus.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(IndexMissing, match="another version"):
        Corpus.open(tmp_path)


def test_many_threads_read_while_one_writes(filled: Corpus) -> None:
    def look(_: int) -> int:
        found = filled.items_of_document("havn")
        assert len(found) == 3
        assert all(stored.item.decisions for stored in found[:2])
        return len(filled.chunks(filled.chunk_ids().tolist()))

    with ThreadPoolExecutor(4) as pool:
        looks = [pool.submit(look, turn) for turn in range(80)]
        for turn in range(15):
            put(filled, document("/m/havn.txt", BRIDGE + f"\n{turn}"))
        assert all(found.result() > 0 for found in looks)
