"""The reference of the commands, from the code: `python docs/commands.py > docs/commands.md`."""

import inspect
import sys

import click

from lumbosacral.cli import cli

TOP = """\
# Commands

Written from the code by `python docs/commands.py > docs/commands.md`; a test compares the two.

{about}

Every command takes `--json`: JSON on standard output, its keys always in the same order. Notes,
warnings and progress go to standard error. It ends with 0 when all went well, with 2 when what was
handed in is wrong (one line says what, where and how to mend it), with 130 when interrupted, and
with 1 otherwise. Tables are at most 100 columns wide; colour is used on a terminal only.
"""


def reference() -> str:
    """Return the reference as Markdown."""
    parts = [TOP.format(about=_about(cli))]
    parts += [_command(name, command) for name, command in cli.commands.items()]
    return "\n".join(parts)


def _about(command: click.Command) -> str:
    return inspect.cleandoc(command.help or "")


def _command(name: str, command: click.Command) -> str:
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    options = [p for p in command.params if isinstance(p, click.Option)]
    called = " ".join(["lumbosacral", name, *map(_called, arguments), "[OPTIONS]"])
    rows = "\n".join(f"| {_spelled(o)} | {_cell(o)} |" for o in options)
    table = f"\n| option | |\n|---|---|\n{rows}\n"
    return f"## {name}\n\n    {called}\n\n{_about(command)}\n{table}"


def _called(argument: click.Argument) -> str:
    shown = (argument.metavar or argument.name or "").upper()
    if isinstance(argument.type, click.Choice):
        shown = "|".join(argument.type.choices)
    return shown if argument.required else f"[{shown}]"


def _spelled(option: click.Option) -> str:
    if option.is_flag:
        value = ""
    elif isinstance(option.type, click.Choice):
        value = " " + "\\|".join(option.type.choices)
    else:
        value = " " + (option.metavar or option.type.name.upper())
    return f"`{option.opts[0]}{value}`"


def _cell(option: click.Option) -> str:
    shown = option.show_default and not option.is_flag
    default = f" Default: {option.default}." if shown else ""
    return f"{option.help}{default}"


if __name__ == "__main__":
    sys.stdout.write(reference())
