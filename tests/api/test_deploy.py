"""What ``deploy/`` holds is understood by the programs that it is for, where they are installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"


def checked(*command: str | Path) -> None:
    program = shutil.which(str(command[0])) or shutil.which(str(command[0]), path="/usr/sbin:/sbin")
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    ran = subprocess.run([program, *command[1:]], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_unit_of_systemd(tmp_path: Path) -> None:
    unit = tmp_path / "besluttet.service"
    written = (DEPLOY / "besluttet.service").read_text()
    unit.write_text(written.replace("/opt/besluttet/.venv/bin/besluttet", "/bin/true"))
    checked("systemd-analyze", "verify", unit)


def test_the_part_for_nginx(tmp_path: Path) -> None:
    site = tmp_path / "nginx.conf"
    site.write_text(
        f"pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}}\n"
        f"http {{ access_log off; server {{ listen 127.0.0.1:18999; include {DEPLOY}/nginx.conf; }} }}\n"
    )
    checked("nginx", "-t", "-c", site)


def test_the_file_for_caddy() -> None:
    checked("caddy", "adapt", "--adapter", "caddyfile", "--config", DEPLOY / "Caddyfile", "--validate")
