"""Write the generated sample minutes anew from ``samples/source``.

    python samples/make_samples.py [FOLDER]

``FOLDER`` (default ``samples/minutes``) gets the files. The same sources give the same bytes, which a
test holds against the committed files.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from rendering.ballerup_pdf import ballerup_pdf
from rendering.firstagenda_pdf import firstagenda_pdf
from rendering.portal import portal_html, portal_json
from rendering.source import Minutes, read_source

HERE = Path(__file__).parent
LAYOUTS: dict[str, tuple[str, Callable[[Minutes, Path], None]]] = {
    "firstagenda-pdf": (".pdf", firstagenda_pdf),
    "ballerup-pdf": (".pdf", ballerup_pdf),
    "portal-html": (".html", portal_html),
    "portal-json": (".json", portal_json),
}


def main() -> None:
    """Render every source."""
    parser = argparse.ArgumentParser(description="Write the generated sample minutes.")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE / "minutes")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted((HERE / "source").glob("*.source")):
        minutes = read_source(source)
        ending, render = LAYOUTS[minutes.layout]
        render(minutes, folder / f"{source.stem}{ending}")


if __name__ == "__main__":
    main()
