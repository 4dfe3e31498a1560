"""What a person sees: at a real terminal, panels; never what a document would do to the terminal."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from served import BESLUTTET

from api.commands.quotes import print_quotes
from qa.answer import Quote, Role, Source


def at_a_terminal(*command: str | Path) -> tuple[int, str]:
    """Runs a command with a terminal of 100 columns as its stdout; gives its exit code and what it showed."""
    controlling, terminal = pty.openpty()
    process = subprocess.Popen(
        command,
        stdout=terminal,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"},
    )
    os.close(terminal)
    shown = b""
    while True:
        try:
            piece = os.read(controlling, 65_536)
        except OSError:  # Linux says so when the last process has left the terminal
            break
        if not piece:
            break
        shown += piece
    os.close(controlling)
    return process.wait(), shown.decode()


@pytest.mark.slow
def test_an_answer_is_set_in_panels(sample_data: Path) -> None:
    code, shown = at_a_terminal(
        BESLUTTET, "ask", "Hvad blev der besluttet om Hulbæk Skoles fremtid?", "--data", sample_data
    )
    assert code == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert plain != shown  # in colours
    assert "╭─ Beslutning ─" in plain
    assert "19. december 2023, punkt 190" in plain


def test_a_document_cannot_steer_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    place = Source("d", None, "Byrådet", None, "1", "\x1b[2Jtitel", None, None, None, 0, 9, None, None)
    print_quotes([Quote("\x1b]0;overtaget\x07 [bold]ord[/bold] \x9b", Role.DECISION, place)])
    shown = capsys.readouterr().out
    assert not re.search(r"\x1b\]|\x1b\[2J|\x07|\x9b", shown)
    assert "[bold]ord[/bold]" in shown
