"""Arguments and options that several commands share."""

from pathlib import Path

import click

__all__ = ["bank", "case", "prior", "setting", "svg", "verbose"]

case = click.argument("case", metavar="CASE")
setting = click.option(
    "--setting", default="referral", show_default=True, metavar="NAME",
    help="Whose base rates: referral (cases that somebody asks about), clinic, emg-lab or obstetric.",
)  # fmt: skip
bank = click.option(
    "--bank", type=click.Choice(["small", "full"]), default="full", show_default=True,
    help="Number of virtual patients the answer rests on; small answers sooner the first time.",
)  # fmt: skip
prior = click.option(
    "--prior", "prior", multiple=True, metavar="NAME=WEIGHT",
    help="Base rate of a condition per 1000 people, or a YAML file of them; repeatable.",
)  # fmt: skip
svg = click.option(
    "--svg", type=click.Path(path_type=Path), metavar="FILE", help="Draw the nerves to this file."
)
verbose = click.option("--verbose", is_flag=True, help="Print every row.")
