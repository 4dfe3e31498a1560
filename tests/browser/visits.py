"""What the browser's tests share. A visit opens a page of its own, so wide, with or without JavaScript."""

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
QUIETLY = [
    "--no-sandbox",  # CI runs as root, where chromium refuses its sandbox
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-first-run",
]

SAMPLES = Path(__file__).parents[2] / "samples"
Visit = Callable[..., AbstractContextManager[Page]]
