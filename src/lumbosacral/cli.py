"""The command line: `lumbosacral COMMAND`. What a command needs is imported when it runs."""

import os
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import click

from lumbosacral import __version__
from lumbosacral.terminal import options
from lumbosacral.terminal.plain import print_document, say, write_whole
from lumbosacral.terminal.shell import OneLine, json_option, lesion_options

__all__ = ["cli", "main"]

# Two processes build the bank; threads of the linear algebra inside each would only get in their way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=OneLine, context_settings=SETTINGS)
@click.version_option(__version__, prog_name="lumbosacral", message="%(prog)s %(version)s")
def cli() -> None:
    """Localize lesions of the nerves of the leg, or see what a lesion does.

    CASE is a YAML or JSON file, a file of JSON lines, a .txt file with a letter or a laboratory's
    report, - for standard input, or a line of text such as "left TA 2, EHL 2, TP 5, dorsum of foot
    numb". Answers go to standard output, notes to standard error. A model for study and teaching,
    not a medical device.
    """


@cli.command()
@options.case
@options.setting
@options.bank
@options.prior
@click.option("--strict", is_flag=True, help="Refuse a case with words that are not understood.")
@click.option("--report", is_flag=True, help="Print only a report of at most 90 words.")
@click.option("--long", "long", is_flag=True, help="Print only a report, at length.")
@options.svg
@options.verbose
@json_option
def localize(
    case: str, setting: str, bank: str, prior: tuple[str, ...], strict: bool, report: bool,
    long: bool, svg: Path | None, verbose: bool, as_json: bool,
) -> None:  # fmt: skip
    """Say where the lesion is, how sure that is, why, and what to examine next."""
    from lumbosacral.api import answered, checked
    from lumbosacral.errors import InputError
    from lumbosacral.terminal.answer import print_answers
    from lumbosacral.terminal.priors import priors_of
    from lumbosacral.terminal.progress import building

    cases, own = checked(case, strict=strict), priors_of(prior)
    if svg is not None and len(cases) != 1:
        raise InputError(f"--svg draws one case, not {len(cases)}", mend="split the file")
    with building() as progress:
        first = answered(cases[0], setting=setting, bank=bank, prior=own, progress=progress)
    if svg is not None:
        from lumbosacral.terminal.drawing import draw_answer

        write_whole(svg, draw_answer(first))
    others = (answered(one, setting=setting, bank=bank, prior=own) for one in cases[1:])
    several = chain((first,), others) if len(cases) > 1 else None
    print_answers(several or first, as_json=as_json, report=report, long=long, verbose=verbose)


@cli.command()
@options.case
@options.setting
@options.bank
@options.prior
@click.option(
    "--budget",
    metavar="BUDGET",
    help="Plan a whole study for so much: 6-needles, 10-minutes, or 6-needles,30-minutes.",
)
@click.option(
    "--ask",
    is_flag=True,
    help="Ask for one test after the other, and answer anew each time; answers on standard input.",
)
@json_option
def plan(
    case: str, setting: str, bank: str, prior: tuple[str, ...], budget: str | None, ask: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """List the tests worth doing next, by information and cost, or plan a whole study."""
    from lumbosacral.terminal.planning import run_plan
    from lumbosacral.terminal.priors import priors_of

    how = {"setting": setting, "bank": bank, "prior": priors_of(prior)}
    run_plan(case, how, budget=budget, ask=ask, as_json=as_json)


@cli.command()
@click.argument("where")
@lesion_options
@click.option(
    "--side", metavar="SIDE", help="left, right or both.  [default: left; both in the midline]"
)
@click.option(
    "--variant",
    "variants",
    multiple=True,
    metavar="NAME",
    help="A variant both legs have; repeatable.",
)
@options.svg
@json_option
def lesion(
    where: str, severity: float, kind: str, days: float, side: str | None,
    variants: tuple[str, ...], svg: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Lesion a typical adult and read every test.

    WHERE is a site ("common fibular nerve, fibular neck"), a structure, a disc ("L4/5 disc,
    paracentral"), a condition or an artery; two are joined by " + ".
    """
    from lumbosacral.lesioned import lesion as lesioned
    from lumbosacral.lookup import variant_names

    known = variant_names(variants)
    found = lesioned(where, severity=severity, kind=kind, days=days, side=side, variants=known)
    _notes(found)
    if svg is not None:
        from lumbosacral.terminal.drawing import draw_lesioned

        write_whole(svg, draw_lesioned(found))
    if as_json:
        print_document(found.to_dict())
        return
    from lumbosacral.terminal.lesioned import show_lesioned

    show_lesioned(found)


@cli.command()
@click.argument("first", metavar="SITE")
@click.argument("second", metavar="SITE")
@lesion_options
@options.verbose
@json_option
def compare(
    first: str, second: str, severity: float, kind: str, days: float, verbose: bool, as_json: bool
) -> None:
    """List the tests that separate two sites, the best one first."""
    from lumbosacral.comparison import compare as lay_side_by_side
    from lumbosacral.terminal.comparison import comparison_document, show_comparison

    compared = lay_side_by_side(first, second, severity=severity, kind=kind, days=days)
    _notes(compared.first)
    _notes(compared.second)
    if as_json:
        print_document(comparison_document(compared))
        return
    show_comparison(compared, everything=verbose)


@cli.command()
@click.argument("name", required=False)
@click.option("--sites", is_flag=True, help="List the places where a lesion can be.")
@click.option(
    "--priors",
    metavar="[SETTING]",
    is_flag=False,
    flag_value="",
    help="List the base rates of conditions, of one setting or of all.",
)
@json_option
def atlas(name: str | None, sites: bool, priors: str | None, as_json: bool) -> None:
    """Show what is known of a structure, muscle, test or condition, and who says so.

    Without NAME it lists what can be asked about.
    """
    from lumbosacral import lookup
    from lumbosacral.terminal import record

    if priors is not None:
        from lumbosacral.api import priors as base_rates
        from lumbosacral.terminal.priors import show_priors

        _print_or_show(base_rates(priors or None), show_priors, as_json)
    elif sites:
        _print_or_show(lookup.sites(), record.show_sites, as_json)
    elif name is None:
        _print_or_show(lookup.listing(), record.show_listing, as_json)
    else:
        _print_or_show(lookup.about(name), record.show_records, as_json)


@cli.command()
@json_option
def claims(as_json: bool) -> None:
    """List what the source articles claim, the verdict on it, and whether the model shows it."""
    from lumbosacral.claims import check_all, the_model
    from lumbosacral.terminal.ledger import ledger_document, show_ledger

    results = check_all(the_model())
    if as_json:
        print_document(ledger_document(results))
        return
    show_ledger(results)


@cli.command()
@options.case
@json_option
def check(case: str, as_json: bool) -> None:
    """Show how each phrase of a case is read, without an answer."""
    from lumbosacral.api import cases_of, read
    from lumbosacral.terminal.reading import reading_document, show_readings

    readings = [read(one) for one in cases_of(case)]
    if as_json:
        documents = [reading_document(one) for one in readings]
        print_document(documents[0] if len(documents) == 1 else documents)
        return
    show_readings(readings)


@cli.command()
@click.argument("document", type=click.Choice(["case", "answer", "lesion", "plan"]))
@json_option
def schema(document: str, as_json: bool) -> None:
    """Print the JSON schema of a case, an answer, a lesion or a plan of study."""
    from lumbosacral.schemas import schema_of

    print_document(schema_of(document))


@cli.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    default=8000,
    show_default=True,
    help="0 takes any.",
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on.",
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@json_option
def serve(port: int, host: str, no_browser: bool, as_json: bool) -> None:
    """Serve the page: see what a lesion does, find where one is. Nothing leaves the machine."""
    from lumbosacral.web.serving import serve as serve_page

    def begin(address: str) -> None:
        if host not in {"127.0.0.1", "localhost", "::1"}:
            say("other machines can reach this page, and there is no password")
        say(f"{address}  (Ctrl-C ends)")
        if as_json:
            print_document({"page": address})

    serve_page(host, port, browser=not no_browser, begin=begin)


def _print_or_show(document: Any, show: Callable[[Any], None], as_json: bool) -> None:
    if as_json:
        print_document(document)
    else:
        show(document)


def _notes(lesioned: Any) -> None:
    """Say what was assumed about the place of a lesion."""
    for one in lesioned.lesions:
        if one.note:
            say(one.note)


def main() -> None:
    """Run the command line, and end the process."""
    cli(prog_name="lumbosacral")
