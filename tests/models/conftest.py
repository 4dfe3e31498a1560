"""The reference material beside the project, where it is there."""

from pathlib import Path

import pytest

LANGUAGE = Path(__file__).parents[3] / "shared" / "language"


@pytest.fixture(scope="session")
def gold_compounds() -> list[tuple[str, tuple[str, ...]]]:
    """Words and their parts as written, the linking letters dropped."""
    rows = reference("compounds.tsv").splitlines()
    pairs = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return [(word, tuple(parts.split("+"))) for word, parts in pairs]


@pytest.fixture(scope="session")
def treebank() -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Sentences of the Danish UD treebank: the text, and (form, lemma, part of speech) of its tokens."""
    sentences = []
    for block in reference("ud-danish-ddt-dev.conllu").strip().split("\n\n"):
        text = next(line[9:] for line in block.splitlines() if line.startswith("# text = "))
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        sentences.append((text, [(row[1], row[2], row[3]) for row in rows if row[0].isdigit()]))
    return sentences


def reference(name: str) -> str:
    path = LANGUAGE / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside the project (../shared/language)")
    return path.read_text(encoding="utf-8")
