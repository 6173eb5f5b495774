"""The documentation says what the code does."""

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

from lumbosacral.cli import cli

DOCS = Path(__file__).parents[1] / "docs"
README = Path(__file__).parents[1] / "README.md"


def written(page: str) -> ModuleType:
    """Return the module that writes a page."""
    spec = importlib.util.spec_from_file_location(page, DOCS / f"{page}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shown_commands() -> list[str]:
    """Every command line that the texts show, indented by four or in backticks."""
    texts = [README, *sorted(DOCS.glob("*.md"))]
    lines = [line for path in texts for line in path.read_text("utf-8").splitlines()]
    return [line.strip() for line in lines if re.match(r" {4}lumbosacral \w", line)]


def test_the_reference_is_that_of_the_code() -> None:
    kept = (DOCS / "commands.md").read_text("utf-8")
    now = written("commands").reference()
    assert kept == now, "run: python docs/commands.py > docs/commands.md"


def test_the_examples_are_read_as_the_page_says() -> None:
    kept = (DOCS / "writing.md").read_text("utf-8")
    assert kept == written("writing").page(), "run: python docs/writing.py > docs/writing.md"
    assert "**not understood**" not in kept


def test_every_command_and_option_is_documented() -> None:
    text = (DOCS / "commands.md").read_text("utf-8")
    for name, command in cli.commands.items():
        section = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert section
        for param in command.params:
            assert param.param_type_name == "argument" or f"`{param.opts[0]}" in section
            assert param.param_type_name == "argument" or param.help


def test_the_reference_is_in_the_table_of_contents() -> None:
    contents = (DOCS / "index.md").read_text("utf-8")
    assert "\ncommands\n" in contents
    assert "\nwriting\n" in contents


@pytest.mark.parametrize("line", shown_commands())
def test_command_lines_in_the_texts_are_those_of_the_code(line: str) -> None:
    words = shlex.split(line, comments=True)
    command = cli.commands[words[1]]
    options = {spelled for param in command.params for spelled in param.opts}
    assert {word for word in words if word.startswith("--")} <= options
