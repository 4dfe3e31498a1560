"""The archive: an opened index with its models. What the command line and the HTTP API hold on to."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Self

from indexer.corpus import Corpus
from indexer.errors import NotInIndex
from indexer.stored import StoredItem
from indexer.synchronise import open_engine
from models.danish import danish
from models.embedding import Embedder
from models.errors import ModelError
from models.reader import bundled_reader
from models.reranking import Reranker
from qa.answer import Answer, CaseHistory, Quote, SearchHit
from qa.asking import Narrowing, ask
from qa.committees import committees_named
from qa.facets import Choices
from qa.history import case_history
from qa.open_index import OpenIndex
from qa.quoting import Quoter
from qa.retrieval import Mode
from qa.searching import Findings, Order, newest_decisions, search, similar_items

__all__ = ["Archive"]

_TRIED = (
    "Hvad blev besluttet om cykelstien?",
    "Hvor mange elever går der på skolen?",
    "What did the council decide about the library?",
)
"""One question for each way to an answer that has tables of its own."""


class Archive:
    """Answers questions about one data folder. Safe from any number of threads."""

    def __init__(self, index: OpenIndex) -> None:
        self.index = index

    @classmethod
    def open(cls, data: Path, *, model: str | None = None, reranker: str | None = None) -> Self:
        """Opens an index for asking; ``reranker`` names a cross-encoder that looks over what was found.

        Raises ``IndexMissing`` where there is none, ``ModelError`` where it was made with another model.
        """
        corpus = Corpus.open(data)
        embedder = Embedder(model, threads=1)  # a question is too short to share out: 33 ms, not 53
        if corpus.model() not in (None, embedder.identity):
            raise ModelError(
                f"{data} was indexed with another embedding model ({corpus.model()}); "
                "name that one, or run `besluttet index` again with this one."
            )
        second_look = Reranker(reranker) if reranker else None
        engine = open_engine(corpus, data)
        return cls(OpenIndex(corpus, engine, embedder, danish(), bundled_reader(), second_look))

    @property
    def corpus(self) -> Corpus:
        """The documents, meetings and items themselves."""
        return self.index.corpus

    def warm(self) -> None:
        """Loads models and tables, so that the first question is as quick as the next."""
        self.search(_TRIED[0])
        for question in _TRIED:
            self.ask(question)
        self.index.reader.load()
        if self.index.reranker is not None:
            self.index.reranker.load()

    def refresh(self) -> None:
        """Takes up what another process has indexed since."""
        self.index.engine.refresh()

    def ask(
        self,
        question: str,
        *,
        municipality: str | None = None,
        committee: str | None = None,
        date_from: date | None = None,
        date_to: date | None = None,
        without_documents: frozenset[str] = frozenset(),
        today: date | None = None,
    ) -> Answer:
        """Answers a question. The filters beside it hold whatever its words say.

        ``today`` is what "last year" counts from; ``without_documents`` leaves documents out as though they
        were not there (for evaluation).
        """
        narrowing = Narrowing(
            municipality=municipality,
            committees=self.committees_called(committee, (municipality,)),
            date_from=date_from,
            date_to=date_to,
            without_documents=without_documents,
        )
        return ask(self.index, question, narrowing, today or date.today())

    def search(
        self,
        words: str,
        choices: Choices = Choices(),  # noqa: B008
        *,
        mode: Mode = "hybrid",
        order: Order = Order.RELEVANCE,
        limit: int = 10,
        offset: int = 0,
    ) -> Findings:
        """One page of what some words match, with counts. Committees may be named in short, or misspelt."""
        choices = self._with_known_committees(choices)
        return search(self.index, words, choices, mode=mode, order=order, limit=limit, offset=offset)

    def newest_decisions(
        self, words: str, choices: Choices, *, mode: Mode = "hybrid", limit: int = 50
    ) -> list[Quote]:
        """What came of the items that some words match, newest meeting first, one quote each."""
        choices = self._with_known_committees(choices)
        return newest_decisions(self.index, words, choices, mode=mode, limit=limit)

    def case(self, case_no: str) -> CaseHistory:
        """The history of a case. Raises ``NotInIndex`` when no item has that number."""
        items = self.corpus.items_of_case(case_no)
        if not items:
            raise NotInIndex(f"No item has case number {case_no}; see `besluttet search` for what is there.")
        return case_history(items[0].item.case_no or case_no, items, Quoter(self.corpus))

    def similar(self, item_id: str, limit: int = 10) -> list[SearchHit]:
        """Items alike in substance to one item, with their decisions. Raises ``NotInIndex``."""
        return similar_items(self.index, self.corpus.item(item_id), limit)

    def item(self, item_id: str) -> StoredItem:
        """One item. Raises ``NotInIndex``."""
        return self.corpus.item(item_id)

    def _with_known_committees(self, choices: Choices) -> Choices:
        called = (self.committees_called(name, choices.municipalities) for name in choices.committees)
        return replace(choices, committees=frozenset[str]().union(*called))

    def committees_called(
        self, committee: str | None, municipalities: Collection[str | None] = (), *, meeting: bool = False
    ) -> frozenset[str]:
        """The index's own names of a committee given by an exact, shortened, misspelt or partial name.

        Where municipalities are given (``None`` is any), of their own committees and of all that are quoted;
        ``meeting`` leaves out the latter, which hold no meetings here.
        """
        committee = (committee or "").strip()
        if not committee:
            return frozenset()
        quoted = () if meeting else self.corpus.prior_committees()
        called = (
            committees_named(committee, (*self.corpus.committees(place), *quoted), self.corpus.other_names())
            for place in municipalities or (None,)
        )
        # one that is not there leaves nothing to search, and the refusal names it
        return frozenset[str]().union(*called) or frozenset((committee,))
