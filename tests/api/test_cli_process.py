"""The installed command as a process of its own: start-up, signals, closed pipes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from served import BESLUTTET

HEAVY = [
    "torch",
    "transformers",
    "sentence_transformers",
    "spacy",
    "fastapi",
    "sqlalchemy",
    "pydantic_settings",
]


def test_starting_loads_nothing_heavy() -> None:
    code = f"import sys, api.cli; print([name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs POSIX pipes")
def test_a_reader_that_goes_away_is_no_news(sample_data: Path) -> None:
    process = subprocess.Popen(
        [BESLUTTET, "text", "byraadet-2023-12-19", "--data", sample_data],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=30)
    assert err == b""
    assert process.returncode == -signal.SIGPIPE


def test_a_question_that_is_no_text_is_refused(sample_data: Path) -> None:
    command = [os.fsencode(BESLUTTET), b"ask", b"Hvad \xe6r det?", b"--data", os.fsencode(sample_data)]
    ran = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONUTF8": "1"})
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.0, 0.6, 3.0])
def test_ctrl_c_is_one_line_and_exit_130(sample_data: Path, tmp_path: Path, after: float) -> None:
    """At any time: while it imports, while the models load, while it serves."""
    err = tmp_path / "err"
    with err.open("w") as stderr:
        process = subprocess.Popen(
            [BESLUTTET, "serve", "--data", sample_data, "--port", "0"],
            stderr=stderr,
            stdout=subprocess.DEVNULL,
        )
    try:
        while "serving on" not in err.read_text():
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.wait()
    told = err.read_text()
    assert told.endswith("besluttet: interrupted; what was finished is kept.\n")
    assert "Traceback" not in told
