"""The bundled model: built right, built once, and never half built."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from models.bundled import bundled_model, weights_fingerprint
from models.e5_file import read_e5_file
from models.errors import ModelError

BUILD = """
import sys
from pathlib import Path
from models.bundled import bundled_model
folder = bundled_model(Path(sys.argv[1]))
assert "torch" not in sys.modules
print(folder)
"""


def build_in_another_process(cache: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(cache)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.slow
def test_a_killed_build_leaves_no_model_and_two_at_once_leave_one(tmp_path: Path) -> None:
    killed = build_in_another_process(tmp_path)
    while not any(tmp_path.glob("*.part-*/*")) and killed.poll() is None:
        time.sleep(0.01)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert any(tmp_path.glob("*.part-*")), "the build was over before it could be killed"
    assert [path.name for path in tmp_path.iterdir() if path.is_dir() and ".part-" not in path.name] == []

    both = [build_in_another_process(tmp_path), build_in_another_process(tmp_path)]
    ends = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], ends
    assert ends[0][0] == ends[1][0]
    folder = Path(ends[0][0].strip())
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [folder]

    from safetensors.numpy import load_file

    weights = load_file(folder / "model.safetensors")
    assert weights["embeddings.word_embeddings.weight"].shape == (250037, 384)
    assert all(np.isfinite(tensor).all() for tensor in weights.values())


def test_the_folder_says_which_weights_it_was_built_from() -> None:
    folder = bundled_model()
    assert weights_fingerprint() in folder.name
    assert bundled_model() == folder
    prompts = json.loads((folder / "config_sentence_transformers.json").read_text())["prompts"]
    assert prompts == {"query": "query: ", "document": "passage: ", "passage": "passage: "}


def test_a_cache_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    not_a_folder = tmp_path / "file"
    not_a_folder.write_text("")
    with pytest.raises(ModelError, match="cannot write the bundled model") as raised:
        bundled_model(not_a_folder / "cache")
    assert "\n" not in str(raised.value)


def test_the_cache_folder_follows_xdg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from models.bundled import default_cache

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache() == tmp_path / "besluttet"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_cache() == Path.home() / ".cache" / "besluttet"


@pytest.mark.parametrize("content", [b"", b"not weights at all", b"E5S1", b"E5S1" + bytes(200)])
def test_a_damaged_weight_file_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(content)
    with pytest.raises(ModelError) as raised:
        read_e5_file(path)
    assert "\n" not in str(raised.value)
    with pytest.raises(ModelError):
        read_e5_file(tmp_path / "missing.bin")
