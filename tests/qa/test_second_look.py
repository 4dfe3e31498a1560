"""The second look at what was found: the cross-encoder's order, and none where none is named."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from cross_encoders import make_cross_encoder

from models.reranking import Reranker
from qa.asking import Narrowing, work_out
from qa.reranking import reranked

QUESTION = "Hvad blev besluttet om værestedet Fyrtårnet?"


class _Noted(Reranker):
    """A real cross-encoder that remembers what it said."""

    def scores(self, question, passages):
        self.passages = list(passages)
        self.said = super().scores(question, passages)
        return self.said


@pytest.fixture(scope="module")
def reranker(tmp_path_factory):
    return _Noted(make_cross_encoder(tmp_path_factory.mktemp("cross-encoder")))


def test_without_one_the_order_stays(archive):
    worked = work_out(archive.index, QUESTION, Narrowing(), date(2026, 1, 1))
    ranked = list(worked.ranked)
    assert archive.index.reranker is None
    assert reranked(archive.index, worked.question, ranked) is ranked


def test_the_first_twenty_follow_its_scores_and_the_others_stay(archive, reranker):
    worked = work_out(archive.index, QUESTION, Narrowing(), date(2026, 1, 1))
    before = list(worked.ranked)
    after = reranked(replace(archive.index, reranker=reranker), worked.question, before)
    assert len(before) > 20
    assert len(reranker.passages) == 20
    assert before[0].item.item.title in reranker.passages[0]
    order = np.argsort(-reranker.said, kind="stable")
    assert [r.candidate.key for r in after[:20]] == [before[place].candidate.key for place in order]
    assert after[20:] == before[20:]
    assert [r.score for r in after] == [r.score for r in before]
    assert [r.candidate.key for r in after] != [r.candidate.key for r in before]


def test_an_index_with_one_answers_by_its_order(archive, reranker):
    index = replace(archive.index, reranker=reranker)
    worked = work_out(index, QUESTION, Narrowing(), date(2026, 1, 1))
    plain = work_out(archive.index, QUESTION, Narrowing(), date(2026, 1, 1))
    assert [r.candidate.key for r in worked.ranked] != [r.candidate.key for r in plain.ranked]
    assert worked.ranked[0].candidate.key == plain.ranked[int(np.argmax(reranker.said))].candidate.key
