"""Schemathesis asks the served API all that its description allows, and much that it does not."""

import subprocess
import sys
from pathlib import Path

import pytest
from served import Server

HERE = Path(__file__).parent
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


@pytest.mark.slow
def test_it_finds_nothing(operated: Server, tmp_path: Path) -> None:
    """Without the admin token: who guesses at those calls must get nowhere."""
    command = [
        *(SCHEMATHESIS, "--config-file", HERE / "schemathesis.toml", "run", f"{operated.url}/openapi.json"),
        *("--max-examples", "3", "--generation-deterministic", "--max-time", "15", "--no-color"),
    ]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stdout[-8000:]
    assert "Tested:" in ran.stdout
    assert "Traceback" not in operated.log.read_text()
