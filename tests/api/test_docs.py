"""The tables of the docs are checked against the code: an undocumented command, option or setting fails."""

import re
from pathlib import Path

from typer.main import get_command

from api.cli import app
from api.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")
EVERYWHERE = {"--data", "--json"}


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading of a page, without the table's own head."""
    section = page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def test_every_command_stands_in_the_readme_with_its_arguments_and_options() -> None:
    documented = {}
    for usage, _, options in rows(README, "Commands"):
        documented[usage.strip("`").removeprefix("besluttet ")] = set(re.findall(r"--[a-z-]+", options))
    real = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        arguments = [param.metavar for param in command.params if param.param_type_name == "argument"]
        options = {param.opts[0] for param in command.params if param.param_type_name == "option"}
        assert options >= EVERYWHERE, f"{name} lacks --data or --json"
        real[" ".join([name, *arguments])] = options - EVERYWHERE
    assert documented == real


def test_every_setting_stands_in_the_docs() -> None:
    real = [
        [
            f"`{PREFIX}{name.upper()}`",
            f"`{field.default}`" if field.default not in (None, "", ()) else "",
            field.description,
        ]
        for name, field in Settings.model_fields.items()
    ]
    assert rows(OPERATIONS, "Settings") == real


def test_every_file_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (Path(__file__).parents[2] / target).exists(), target
