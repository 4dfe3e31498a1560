"""A process on a leash: it and all that it started die with whoever started it.

``leashed`` starts a command behind a small watcher (this file, run as a script). The watcher holds the other
end of the command's standard input: when that is closed, because the one who holds it lets go or is killed,
the command's whole process group is killed, and its scratch folder removed. So nothing is left behind by
kill -9 either, which no clean-up of our own would live to see. The watcher also sets what the command may
take: address space, and no core dumps, since those would hold the words of minutes.

Windows has neither process groups nor these limits; there the command is started as it is.
"""

import os
import subprocess
import sys
from contextlib import suppress

__all__ = ["KILLED", "leashed", "let_go"]

KILLED = 128 + 9
"""The return code of a command that was killed (SIGKILL): let go of, or the system was out of memory."""


def leashed(
    command: list[str], scratch: str, *, memory: int, output: int, environment: dict[str, str]
) -> "subprocess.Popen[bytes]":
    """Starts a command that lives until it ends or is let go of, or until this process ends.

    ``scratch`` is an existing folder, its TMPDIR, gone when it has ended; ``memory`` is in bytes; ``output``
    is what ``subprocess`` takes for its standard output. Its return code is the command's; 128 and more is a
    signal.
    """
    environment = {**environment, "TMPDIR": scratch, "TEMP": scratch, "TMP": scratch}
    watcher = [] if sys.platform == "win32" else [sys.executable, "-I", "-S", __file__, scratch, str(memory)]
    return subprocess.Popen(
        [*watcher, *command],
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # so that Ctrl-C is for the one at the terminal, who then closes the pipe
    )


def let_go(process: "subprocess.Popen[bytes]") -> int:
    """Ends a command with all that it started, if it has not ended; its return code."""
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # what was not sent is not needed
        process.stdin.close()
    if sys.platform == "win32":
        process.kill()
    code = process.wait()
    if process.stdout is not None:
        process.stdout.close()
    return code


def _watch(scratch: str, memory: int, command: list[str]) -> int:
    """Runs a command to its end, or to the end of whoever holds our standard input."""
    import select
    import signal

    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wakes)
    child = subprocess.Popen(command, preexec_fn=lambda: _limit(memory), process_group=0)
    os.close(1)  # the pipe's end is the command's alone: its end is then seen at once
    watched = select.poll()
    watched.register(0, 0)  # nothing but the hang-up, which is always told
    watched.register(woken, select.POLLIN)
    while child.poll() is None:
        if any(descriptor == 0 for descriptor, _ in watched.poll()):
            break
        os.read(woken, 64)
    with suppress(ProcessLookupError, PermissionError):  # all of it has ended (macOS says the latter)
        os.killpg(child.pid, signal.SIGKILL)
    code = child.wait()
    if os.path.isdir(scratch):  # noqa: PTH112 - pathlib costs a third of the start
        import shutil

        shutil.rmtree(scratch, ignore_errors=True)
    return code if code >= 0 else 128 - code


def _limit(memory: int) -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(_watch(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
