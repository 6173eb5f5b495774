"""Commands as they are run, and an answer to stand for localizing."""

import re
import subprocess
import sys
from typing import Any

from click.testing import CliRunner, Result

from lumbosacral.cli import cli
from lumbosacral.inference import answer as a

HOSTILE = (
    "[red]x[/red] [/] <img onerror=alert(1)> =HYPERLINK(1) "
    "\x1b[31mred\x1b]0;t\x07 \u202eabc \x9b31m\r\n{0} :skull:"
)
HOSTILE_SHOWN = (
    "[red]x[/red] [/]",
    "<img onerror=alert(1)>",
    "=HYPERLINK(1)",
    "red",
    "{0} :skull:",
)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SITE = "common fibular nerve, fibular neck"


def run(*args: str, **extra: Any) -> Result:
    return CliRunner().invoke(cli, args, prog_name="lumbosacral", **extra)


def in_process(*args: str, **extra: Any) -> subprocess.CompletedProcess[str]:
    code = "from lumbosacral.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        **extra,
    )


def an_answer(text: str = SITE, **changes: Any) -> a.Answer:
    lesion = a.LesionNamed(structure="common fibular nerve", site=text, side="left", kind="loss")
    other = a.LesionNamed(
        structure="L5 root", site="L5 root, intraspinal", side="left", kind="loss"
    )
    cost = a.Cost(minutes=2, needles=1, pain=0.3)
    outcome = a.Outcome(value=text, probability=0.6, first=text, first_probability=0.97)
    entry = {"structure": "common fibular nerve", "site": text, "side": "left"}
    fields: dict[str, Any] = {
        "ranking": (
            a.Ranked(lesions=(lesion,), **entry, probability=0.87, interval=(0.81, 0.92)),
            a.Ranked(lesions=(other, lesion), structure="L5 root", site="L5 root, intraspinal",
                     side="left", probability=0.1, interval=(0.06, 0.15)),
            a.Ranked(lesions=(), structure="other", site="", side="", probability=0.03,
                     interval=(0, 0.05)),
        ),
        "by_structure": (a.ByStructure(structure="common fibular nerve", probability=0.97),),
        "involved": (a.Involved(structure=text, side="left", probability=0.9),),
        "not_a_nerve": 0.06,
        "conditions": (a.ByCondition(condition=text, probability=0.7),),
        "explanation": tuple(
            a.Explained(finding=f"{text} {i}", seen="2", expected="1 to 3", log_odds=0.3 * i - 1)
            for i in range(12)
        ),
        "unexplained": (text, "b", "c", "d", "e"),
        "next_tests": (
            a.NextTest(test="emg", of=text, side="left", information_bits=0.42, cost=cost,
                       outcomes=(outcome, outcome)),
        ),
        "stop": text,
        "course": (a.CourseStep(month=1, strength_if_block="4", strength_if_loss="2"),),
        "understood": (text,),
        "not_understood": (a.NotUnderstood(words=text, nearest=(text,), why=text),),
        "warnings": (text,),
        "effective_sample_size": 812.4,
        "refined": True,
        "setting": "referral",
        "model": {"version": "0.1.0", "hash": "0"},
        "carried": {"id": text},
    }  # fmt: skip
    return a.Answer(**(fields | changes))
