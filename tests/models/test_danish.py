"""The analyser as the rooms above use it."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.training import Example

from models.danish import Danish, danish
from models.pipeline import build_pipeline

TEXT = st.text(st.characters() | st.sampled_from("aeærsnAEÆ0123456789§.,:-/ \n\t%"), max_size=120)


def test_tokens_carry_lemma_parts_and_place(danish_language: Danish) -> None:
    text = "Socialudvalget vedtog hjemløsestrategien for Fjordby."
    tokens = danish_language.tokens(text)
    assert [token.text for token in tokens] == [
        "Socialudvalget", "vedtog", "hjemløsestrategien", "for", "Fjordby", ".",
    ]  # fmt: skip
    assert [token.lemma for token in tokens[:3]] == ["socialudvalg", "vedtage", "hjemløsestrategi"]
    assert tokens[0].parts == ("social", "udvalg")
    assert tokens[2].parts == ("hjemløs", "strategi")
    assert [token.is_stop for token in tokens] == [False, False, False, True, False, False]
    assert [token.is_name for token in tokens] == [False, False, False, False, True, False]
    assert [token.is_word for token in tokens] == [True] * 5 + [False]


def test_names_are_not_split(danish_language: Danish) -> None:
    tokens = danish_language.tokens("Vi mødte Asta Møllegård og Jan B. Larsen på Strandvej.")
    named = {token.text: token for token in tokens if token.is_name}
    assert {"Asta", "Møllegård", "Larsen", "Strandvej"} <= set(named)
    assert all(token.parts == () for token in named.values())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("strategi for hjemløse", "Hjemløsestrategien godkendes"),
        ("vedtage", "Udvalget vedtog forslaget"),
        ("børn", "Børne- og Ungeudvalget"),
        ("9. oktober 2023", "mødet 09-10-2023"),
        ("3,5 mio. kr.", "der afsættes 3.500.000 kroner"),
        ("§ 85", "efter servicelovens §85, stk. 2"),
        ("sag 25/26257", "Sagsnr.: 25/26257"),
        ("emn-2025-003383", "EMN-2025-003383"),
        ("12 procent", "12 % af borgerne"),
    ],
)
def test_question_and_text_meet_in_the_same_terms(danish_language: Danish, question: str, text: str) -> None:
    asked, found = danish_language.search_terms(question), danish_language.search_terms(text)
    assert set(asked) - {"sag"} <= set(found) | {"hjemløse"}, (asked, found)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("18-puljen", {"18", "pulje"}),
        ("§ 18-puljen", {"§18", "pulje"}),
        ("12-årig", {"12", "årig"}),
        ("0-6-årige", {"0", "6", "årig"}),
        ("16–17-årige", {"16", "17", "årig"}),
        ("2023-004410", {"2023-004410"}),
        ("EMN-2025-003383", {"emn-2025-003383"}),
    ],
)
def test_a_word_behind_a_number_is_a_term_beside_it(
    danish_language: Danish, text: str, terms: set[str]
) -> None:
    assert set(danish_language.search_terms(text)) == terms


def test_stop_words_and_marks_give_no_terms(danish_language: Danish) -> None:
    assert danish_language.search_terms("Hvad er det, og hvor? – (…)") == []
    assert danish_language.search_terms("") == []
    assert "ikke" in danish_language.search_terms("blev ikke godkendt")
    assert "kl" in danish_language.search_terms("svar fra KL")


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_any_text_keeps_its_places(text: str) -> None:
    language = danish()
    tokens = language.tokens(text)
    assert all(token.text == text[token.start : token.end] for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    assert "".join("".join(token.text for token in tokens).split()) == "".join(text.split())
    assert all(term and term == "".join(term.split()) for term in language.search_terms(text))
    assert language.search_terms(text) == language.search_terms(text)


def test_what_is_learned_changes_the_terms() -> None:
    language = Danish()
    before = language.search_terms("vaffelbjørntakst")
    language.learn(["vaffelbjørn"])
    assert before == ["vaffelbjørntakst"]
    assert {"vaffelbjørntakst", "vaffelbjørn", "takst"} <= set(language.search_terms("vaffelbjørntakst"))


def test_the_pipeline_is_a_spacy_pipeline() -> None:
    nlp = build_pipeline()
    doc = nlp("Udvalget mødtes kl. 16.30. Hjemløsestrategien blev udsat.")
    assert [sentence.text for sentence in doc.sents] == [
        "Udvalget mødtes kl. 16.30.",
        "Hjemløsestrategien blev udsat.",
    ]
    assert doc[-2].lemma_ == "udsætte"
    strategy = next(token for token in doc if token.text == "Hjemløsestrategien")
    assert strategy._.parts == ("hjemløs", "strategi")
    assert [mention.kind for mention in doc._.mentions] == ["time"]


def test_a_trained_pipeline_lends_its_sense_of_names(tmp_path: Path) -> None:
    trained = spacy.blank("da")
    trained.add_pipe("ner")
    texts = ["vi bor i fjordby", "byen fjordby er stor", "mød fjordby i dag"]
    examples = [
        Example.from_dict(
            trained.make_doc(text), {"entities": [(at := text.index("fjordby"), at + 7, "LOC")]}
        )
        for text in texts
    ]
    optimizer = trained.initialize(lambda: examples)
    for _ in range(30):
        trained.update(examples, sgd=optimizer)
    trained.to_disk(tmp_path / "da_core_news_test")

    nlp = build_pipeline(str(tmp_path / "da_core_news_test"))
    doc = nlp(texts[0])
    assert [token._.is_name for token in doc] == [False, False, False, True]
    assert [token.lemma_ for token in doc] == ["vi", "bo", "i", "fjordby"]


def test_a_long_text_has_the_terms_of_its_lines(danish_language: Danish) -> None:
    line = "Udvalget drøftede forslaget til budget for 2026 og sendte det videre.\n"
    assert danish_language.search_terms(line * 3000) == danish_language.search_terms(line) * 3000


def test_importing_the_analyser_loads_nothing_heavy() -> None:
    code = "import sys, models.danish; assert not {'spacy', 'torch', 'simplemma'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
