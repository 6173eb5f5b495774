"""The shell around the commands: every error one line, every end a clean one."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from lumbosacral.errors import LumbosacralError
from lumbosacral.terminal.plain import say

__all__ = ["OneLine", "json_option", "lesion_options"]

INTERRUPTED = 130
_Command = TypeVar("_Command", bound=Callable[..., Any])


class OneLine(click.Group):
    """A group of commands in the order of the code; errors are one line on standard error.

    It ends with 0 when all went well, with 2 when what the user handed in is wrong, with 130 when
    interrupted, and with 1 otherwise.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the code, which is the order of use."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an interrupt ends it with one line."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            say("interrupted")
            ctx.exit(INTERRUPTED)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run one command line; with `standalone_mode`, end the process."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, **extra)
        sys.exit(self._code(args, prog_name, complete_var, extra))

    def _code(
        self,
        args: Sequence[str] | None,
        prog_name: str | None,
        complete_var: str | None,
        extra: dict[str, Any],
    ) -> int:
        try:
            ended = super().main(args, prog_name, complete_var, False, **extra)
            sys.stdout.flush()
            return ended if isinstance(ended, int) else 0
        except click.ClickException as error:
            say(_usage(error))
            return error.exit_code if isinstance(error, click.UsageError) else 2
        except LumbosacralError as error:
            say(error)
            return error.exit_code
        except click.Abort:
            say("interrupted")
            return INTERRUPTED
        except OSError as error:
            if error.errno != errno.EPIPE:
                raise
            return _close_pipe()


def _usage(error: click.ClickException) -> str:
    """Return what is wrong with the command line, and where its help is."""
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "lumbosacral"
    return f"{message}; see {path} --help"


def _close_pipe() -> int:
    """Say nothing more to a reader that has gone (`| head`), not even when Python closes."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream that is no file: nothing left to do
        return 1
    return 1


def json_option(command: _Command) -> _Command:
    """Give a command `--json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON, and nothing else, on standard output."
    )(command)


def lesion_options(command: _Command) -> _Command:
    """Give a command what a lesion is made of: how hard, of what kind, how long ago."""
    for option in (
        click.option(
            "--days", type=float, default=30.0, show_default=True, help="Days since the injury."
        ),
        click.option(
            "--kind", default="loss", show_default=True, metavar="KIND",
            help="loss, transection, block, demyelination or ischaemia.",
        ),
        click.option(
            "--severity", type=float, default=1.0, show_default=True,
            help="Share of the fibres harmed, 0 to 1.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command
