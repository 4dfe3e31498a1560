"""Vendors what the web pages need from npm: Det Fælles Designsystem and htmx; and axe-core for the tests.

``make vendor`` runs this with npm at hand; the result is committed, so that nobody needs npm to install or
run besluttet, and no page asks another host for anything. Versions and checksums are pinned below: a new
version is a new row. Of the design system only what the pages use is kept: its CSS with the fonts' four
weights in Latin-1 (all that Danish needs), and the icons named here.
"""

import base64
import hashlib
import re
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "api" / "pages" / "static" / "vendor"
TESTS = ROOT / "tests" / "browser" / "vendor"


@dataclass(frozen=True)
class Package:
    """A package of npm; ``sha512`` is the integrity that npm publishes for it."""

    name: str
    version: str
    sha512: str


DKFDS = Package(
    "dkfds",
    "11.2.0",
    "JuVf8NjEOeF+TKIhEFXa3BfZvk1ulQM8+XN+6QhgDo6kiwwvupyBY34YU4FglBeyFWHbE5mYDmnrcYTWOSKkEA==",
)
HTMX = Package(
    "htmx.org",
    "2.0.11",
    "Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA==",
)
AXE = Package(
    "axe-core",
    "4.14.1",
    "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
)

WEIGHTS = {"Regular": "400", "Italic": "400", "Medium": "500", "SemiBold": "600", "Bold": "700"}
LATIN_1 = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2013-2014,U+2018-201A,U+201C-201E,"
    "U+2020-2022,U+2026,U+2030,U+2039-203A,U+2044,U+20AC,U+2122,U+2212,U+FB01-FB02"
)
"""What IBM's own split of the fonts holds in the file called Latin1."""

ICONS = (
    "arrow-back",
    "arrow-forward",
    "calendar-month",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "close",
    "copy",
    "document",
    "download",
    "error",
    "file-pdf",
    "groups",
    "help",
    "hourglass",
    "info",
    "link",
    "lock",
    "open-in-new",
    "print",
    "save",
    "search",
    "share",
    "success",
    "summary",
    "time",
    "tune",
    "visibility",
    "warning",
)
"""The icons a template may name, gathered in ``icons.svg``; others are one row away."""


def main() -> None:
    """Fetch, check, and lay out the files."""
    with tempfile.TemporaryDirectory() as folder:
        dkfds, htmx, axe = (_fetched(package, Path(folder)) for package in (DKFDS, HTMX, AXE))
        for vendored in (PAGES, TESTS):
            shutil.rmtree(vendored, ignore_errors=True)
        _lay_out_dkfds(dkfds, PAGES / "dkfds")
        _copy(htmx, PAGES / "htmx", {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "LICENSE"})
        _copy(axe, TESTS / "axe", {name: name for name in ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt")})
    for vendored in (PAGES, TESTS):
        files = [path for path in vendored.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        print(f"{vendored.relative_to(ROOT)}: {len(files)} files, {size / 1024:.0f} KiB")


def _fetched(package: Package, folder: Path) -> Path:
    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = folder / f"{package.name}-{package.version}.tgz"
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != package.sha512:
        raise SystemExit(f"{package.name} {package.version} is not what was pinned: sha512 {found}")
    unpacked = folder / package.name
    with tarfile.open(archive) as files:
        files.extractall(unpacked, filter="data")
    return unpacked / "package"


def _copy(source: Path, target: Path, files: dict[str, str]) -> None:
    for where, name in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / where, target / name)


def _lay_out_dkfds(source: Path, target: Path) -> None:
    fonts = {
        f"dist/fonts/IBMPlexSans/split/woff2/{_font(weight)}": f"fonts/{_font(weight)}" for weight in WEIGHTS
    }
    licences = {
        "LICENSE.md": "LICENSE.md",
        "dist/fonts/IBMPlexSans/split/woff2/license.txt": "fonts/LICENSE.txt",
    }
    css = _css((source / "dist/css/dkfds.min.css").read_text("utf-8"))
    images = {
        f"dist/img/svg-icons/{name}": f"img/svg-icons/{name}"
        for name in re.findall(r"svg-icons/([\w-]+\.svg)", css)
    }
    _copy(source, target, fonts | licences | images)
    shutil.copyfile(Path(__file__).with_name("apache-2.0.txt"), target / "APACHE-2.0.txt")
    (target / "css").mkdir()
    (target / "css" / "dkfds.min.css").write_text(css, "utf-8")
    symbols = (source / "dist/img/all-svg-icons.svg").read_text("utf-8")
    kept = [_symbol(name, symbols) for name in ICONS]
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(kept)}</svg>\n'
    (target / "icons.svg").write_text(sprite, "utf-8")


def _font(weight: str) -> str:
    return f"IBMPlexSans-{weight}-Latin1.woff2"


def _css(css: str) -> str:
    """The design system's CSS with our fonts, without icons and placeholders that are not here."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r"\.icon-[\w-]+:not\(a\)\{background-image:[^}]*\}", "", css)
    css = re.sub(r"background-image:url\(\.\./img/[\w-]+\.png\);?", "", css)
    css = re.sub(r"/\*# sourceMappingURL.*?\*/", "", css).strip()
    faces = "".join(
        '@font-face{font-family:"IBM Plex Sans";'
        f"font-style:{'italic' if weight == 'Italic' else 'normal'};font-weight:{number};font-display:swap;"
        f'src:url(../fonts/{_font(weight)}) format("woff2");unicode-range:{LATIN_1}}}'
        for weight, number in WEIGHTS.items()
    )
    charset = '@charset "UTF-8";'
    return charset + faces + css.removeprefix(charset) + "\n"


def _symbol(name: str, symbols: str) -> str:
    found = re.search(rf'<symbol id="{name}".*?</symbol>', symbols, re.DOTALL)
    if found is None:
        raise SystemExit(f"the design system has no icon {name}")
    return found[0]


if __name__ == "__main__":
    main()
