"""Samples of every format, mutated: each is understood or refused, and every span lies in its text.

What a mutated file does to a reader it does to a worker process, as in an index run; so a crash is told and
not suffered. ``FUZZ_EXAMPLES`` says how many files of each format; 500 take some minutes.
"""

import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kinds import packed_word, packed_writer, uncompressed_pdf

from indexer.limits import Limits
from indexer.programs import LIBREOFFICE
from indexer.source_text import SourceText, Span
from indexer.worker import Done, Job, Refused, Worker

SAMPLES = Path(__file__).parents[2] / "samples" / "minutes"
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "25"))
MARKS = (
    *(b"<", b">", b"&", b"\0", b"\xff\xfe", b"\n\n", b"{", b"]", b'"', b"/>", b"<table>", b"</p>"),
    *(b"endobj", b"stream", b"-1", b"99999999999", b"w:p", b"Punkt 1: ", b"Beslutning\n", b"Lukket: "),
    *("æøå".encode(), "A\u030a".encode(), "\U0001f600".encode(), "\u202e".encode(), b"\xed\xa0\x80"),
)

Cut = tuple[float, int, int]
"""Where (as a share of the file), how many bytes go, what comes there: a mark, or a slice from elsewhere."""

cuts = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from((0, 0, 1, 3, 40, 2000)), st.integers(-1, len(MARKS))),
    min_size=1,
    max_size=12,
)


def mutated(data: bytes, where: list[Cut]) -> bytes:
    for place, removed, put in where:
        at = int(place * len(data))
        new = b"" if put < 0 else data[len(data) // 2 :][: 7 * removed] if put == len(MARKS) else MARKS[put]
        data = data[:at] + new + data[at + removed :]
    return data


def repacked(data: bytes, where: list[Cut]) -> bytes:
    """An archive whose largest part is mutated: the archive itself is sound, so the damage goes deep."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        text = next(name for name in source.namelist() if name.endswith(("document.xml", "content.xml")))
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, mutated(content, where) if name == text else content)
    return buffer.getvalue()


def rewritten(data: bytes, where: list[Cut]) -> bytes:
    """A portal's answer with values that no portal sends: the JSON itself is sound."""
    answer = json.loads(data)
    for place, removed, put in where:
        holders = list(_holders(answer))
        holder = holders[int(place * (len(holders) - 1))]
        keys = list(range(len(holder))) if isinstance(holder, list) else list(holder)
        if keys:
            odd = (None, True, -1, 1e300, [], {}, [[]], {"Navn": 7}, "Lukket:", "<h3>Beslutning</h3><table>")
            holder[keys[removed % len(keys)]] = odd[put % len(odd)]
    return json.dumps(answer).encode()


def _holders(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from _holders(part)


def sample(suffix: str) -> bytes:
    return sorted(SAMPLES.glob(f"*{suffix}"))[0].read_bytes()


def spans_of(record: Any) -> Iterator[Span]:
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from spans_of(part)
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans_of(getattr(record, field.name))


def check(source: SourceText, meeting: Any) -> None:
    for span in (*spans_of(meeting), *spans_of(source)):
        assert 0 <= span.start <= span.end <= len(source.text)
    assert all(0 <= page <= len(source.text) for page in source.pages)
    assert set(source.ocr_pages) <= set(range(1, len(source.pages) + 1))
    source.text.encode("utf-8")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(Limits(seconds=20, memory=1024)) as worker:
        yield worker


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "share"),
    [
        (".txt", 1),
        (".md", 1),
        (".html", 1),
        (".json", 1),
        ("-sound.json", 1),
        (".pdf", 1),
        ("-plain.pdf", 1),
        (".docx", 1),
        pytest.param(
            ".odt", 0.1, marks=pytest.mark.skipif(LIBREOFFICE.path() is None, reason="no LibreOffice")
        ),
    ],
)
def test_mutated_samples_are_understood_or_refused(
    worker: Worker, tmp_path: Path, suffix: str, share: float
) -> None:
    text = sample(".txt").decode()
    whole = {
        "-plain.pdf": lambda: uncompressed_pdf(text),
        ".docx": lambda: packed_word(text),
        ".odt": lambda: packed_writer(text),
    }.get(suffix, lambda: sample(suffix.removeprefix("-sound")))()
    changes = {".docx": repacked, ".odt": repacked, "-sound.json": rewritten}
    change = changes.get(suffix, mutated)
    file = tmp_path / f"referat{suffix}"

    @settings(
        deadline=None,
        max_examples=max(2, round(EXAMPLES * share)),
        suppress_health_check=list(HealthCheck),
    )
    @given(where=cuts)
    def mutate(where: list[Cut]) -> None:
        file.write_bytes(change(whole, where))
        reply = worker.do(Job("understand", {"file": file}))
        if isinstance(reply, Refused):
            assert "\n" not in reply.reason
            assert "crashed" not in reply.reason
            assert "took longer" not in reply.reason
            return
        assert isinstance(reply, Done), reply
        check(reply.result.source, reply.result.meeting)

    mutate()
