"""Writes minutes of municipalities that do not exist: the crowd that real minutes are searched among.

    python benchmarks/make_crowd.py FOLDER [--items 10000] [--seed 3] [--parts 10]

The same seed writes the same files. They go into ``parts`` folders of about as many meetings each, so that a
long indexing can be done in turns: `besluttet index FOLDER/part-1 --data DATA`, and so on.
"""

import argparse
from pathlib import Path

from invented.layouts import LAYOUTS
from invented.meetings import meetings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--parts", type=int, default=10)
    arguments = parser.parse_args()
    written = 0
    for number, meeting in enumerate(meetings(arguments.items, arguments.seed)):
        folder = arguments.folder / f"part-{1 + number % arguments.parts}"
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{meeting.municipality}-{meeting.committee}-{meeting.day}.txt".lower().replace(" ", "-")
        (folder / name).write_text(LAYOUTS[len(meeting.municipality) % len(LAYOUTS)](meeting), "utf-8")
        written += len(meeting.items)
    print(f"{written} items of {number + 1} meetings in {arguments.folder}")


if __name__ == "__main__":
    main()
