"""Reports: few words, whatever the answer; what must be said is said; nothing misleads."""

import re
from typing import Any

from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lumbosacral import api
from lumbosacral.atlas.load import load_atlas
from lumbosacral.cli import cli
from lumbosacral.findings import case_from
from lumbosacral.inference import answer as a
from lumbosacral.report import long_report, report_of
from lumbosacral.report.paragraph import WORDS
from lumbosacral.report.words import clipped, months, timed

ATLAS = load_atlas()
SITES = tuple(ATLAS.sites)
HOSTILE = "\x1b[31m<b> \u202e\x00" + "word " * 300 + "x" * 5000

NAMES = [name for name in ATLAS.conditions if "chronic" not in name]
"""Of conditions; that of a disease may hold the word, a report of its own may not."""

words = st.one_of(
    st.sampled_from([*ATLAS.structures, *SITES, *NAMES, "normal"]),
    st.text(max_size=80),
    st.just(HOSTILE),
)
shares = st.floats(0, 1)
sides = st.sampled_from(["left", "right", "both", "unknown"])


@st.composite
def entries(draw: st.DrawFn) -> a.Ranked:
    side, probability = draw(sides), draw(shares)
    kind = draw(st.sampled_from(["axon loss", "conduction block", "mixed", "none"]))
    lesions = tuple(
        a.LesionNamed(structure=site.split(", ")[0], site=site, side=side, kind=kind)
        for site in draw(st.lists(st.sampled_from(SITES), min_size=1, max_size=2))
    )
    harmed = a.Severity(median=0.5, interval=(0.1, 0.9), word="moderate")
    return a.Ranked(
        lesions=lesions, structure=lesions[0].structure, site=lesions[0].site, side=side,
        probability=probability, interval=(probability / 2, 1.0),
        severity=draw(st.sampled_from([None, harmed])),
    )  # fmt: skip


@st.composite
def proposals(draw: st.DrawFn) -> a.NextTest:
    outcomes = tuple(
        a.Outcome(value=draw(words), probability=0.5, first=draw(words), first_probability=0.5)
        for _ in range(draw(st.integers(0, 2)))
    )
    return a.NextTest(
        test=draw(st.sampled_from(["emg", "sensation", "ncs"])), of=draw(words), side=draw(sides),
        information_bits=0.2, cost=a.Cost(minutes=1, needles=0, pain=0), outcomes=outcomes,
    )  # fmt: skip


def many(one: st.SearchStrategy[Any], most: int = 6) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=most).map(tuple)


@st.composite
def any_answers(draw: st.DrawFn) -> a.Answer:
    found = draw(st.lists(entries(), min_size=1, max_size=5))
    last = a.Ranked(lesions=(), structure="other", site="other", side="other",
                    probability=draw(shares), interval=(0, 1))  # fmt: skip
    finding = st.builds(
        a.Explained, finding=words.map("emg: chronic {}, left".format), seen=words, expected=words,
        log_odds=st.floats(-9, 9),
    )  # fmt: skip
    member = st.builds(a.Member, name=words, side=sides, probability=shares)
    apart = st.builds(
        a.NotSeparated, level=st.sampled_from(["site", "structure"]), moved=st.floats(1, 2),
        members=st.lists(member, min_size=2, max_size=5).map(tuple), test=st.none() | proposals(),
    )  # fmt: skip
    two = st.builds(
        a.TwoLesions, weighed=st.booleans(), probability=shares, first=st.booleans(),
        log_odds=st.none() | st.floats(-20, 20), explains=many(words),
    )  # fmt: skip
    return a.Answer(
        ranking=(*found, last), by_structure=(), involved=(), not_a_nerve=draw(shares),
        conditions=(), explanation=draw(many(finding)), unexplained=draw(many(words)),
        next_tests=draw(many(proposals(), 2)), stop="", course=(), understood=draw(many(words)),
        not_understood=draw(many(st.builds(a.NotUnderstood, words=words, nearest=st.just(())))),
        warnings=draw(many(words.map("cannot wait: x{}".format), 3)), refined=False,
        effective_sample_size=draw(st.floats(1, 1e4)), setting="clinic", model={},
        not_separated=draw(many(apart, 2)), two_lesions=draw(two),
        priors=draw(many(st.builds(a.PriorChanged, condition=words, weight=shares, usual=shares))),
        onset_days=draw(st.none() | st.floats(0, 36_525)),
    )  # fmt: skip


def sound(answer: a.Answer, text: str) -> None:
    assert 0 < len(text.split()) <= WORDS
    assert text.isprintable()
    assert re.search(r"\bchronic(ally)?\b", text) is None
    assert text.startswith("Cannot wait:") == any(
        w.startswith("cannot wait: ") for w in answer.warnings
    )
    if answer.not_understood:
        assert "Not understood" in text
    if answer.next_tests:
        assert "Next:" in text


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(any_answers())
def test_any_answer_makes_a_short_report(answer: a.Answer) -> None:
    sound(answer, report_of(answer))
    assert all(line.isprintable() for line in long_report(answer).split("\n"))


@settings(max_examples=100)
@given(any_answers(), st.integers(1, 200))
def test_a_limit_is_kept(answer: a.Answer, limit: int) -> None:
    assert len(report_of(answer, limit).split()) <= limit


FINDINGS = st.one_of(
    st.tuples(st.just("strength"), st.sampled_from([*ATLAS.movements, *ATLAS.weights]),
              st.sampled_from(["2", "4", "5", "weak"])),
    st.tuples(st.just("sensation"), st.sampled_from(list(ATLAS.areas)),
              st.sampled_from(["reduced", "absent", "normal"])),
    st.tuples(st.just("reflex"), st.sampled_from(list(ATLAS.reflexes)),
              st.sampled_from(["absent", "normal", "increased"])),
    st.tuples(st.just("emg"), st.sampled_from(list(ATLAS.weights)),
              st.sampled_from(["abnormal", "normal"])),
    st.tuples(st.just("sign"), st.just("wibble wobble " * 20), st.just("positive")),
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@example(
    [("strength", "ankle dorsiflexion", "2"), ("sign", "wibble " * 40, "positive")], "left", 200
)
@given(st.lists(FINDINGS, min_size=1, max_size=9), sides, st.none() | st.integers(0, 4000))
def test_many_cases_make_short_reports(
    found: list[tuple[str, str, str]], side: str, days: int | None
) -> None:
    several = [dict(zip(("test", "of", "value"), one, strict=True)) for one in found]
    case: dict[str, Any] = {"side": side, "findings": several}
    if days is not None:
        case["onset"] = {"days": days}
    reading = api.read(case_from(dict(case)))
    if not reading.understood:
        return
    answer = api.localize(case, bank="small")
    assert isinstance(answer, a.Answer)
    text = report_of(answer)
    sound(answer, text)
    first = answer.ranking[0]
    assert first.structure in text or first.site in text
    assert len(long_report(answer)) > len(text)


def test_time_is_given_as_a_figure() -> None:
    assert months(21) == "21 days"
    assert months(1) == "1 day"
    assert months(200) == "more than 6 months"
    assert months(4000) == "more than 10 years"
    assert timed("emg of chronic changes", None) == "emg of reinnervated changes"
    assert timed("chronic pain", 200) == "more than 6 months of pain"
    assert timed("chronic pain", None) == "long-standing pain"


def test_long_words_are_clipped() -> None:
    assert clipped("a b c d e f g h i") == "a b c d e f ..."
    assert len(clipped("x" * 5000)) == 70


def test_a_tie_is_said_as_a_tie() -> None:
    answer = api.localize("left EHL 4, hip abduction 4", bank="small")
    assert isinstance(answer, a.Answer)
    first, second = answer.ranking[0], answer.ranking[0].model_copy(
        update={"site": "S1 root, foramen"})  # fmt: skip
    tied = answer.model_copy(update={"ranking": (first, second, answer.ranking[-1].model_copy(
        update={"probability": 0.0}))})  # fmt: skip
    assert report_of(tied).startswith("About equally likely: ")


def test_the_report_alone_on_the_command_line() -> None:
    args = ["localize", "left TA 2, EHL 2, dorsum of foot numb, wibble", "--bank", "small"]
    run = CliRunner()
    short = run.invoke(cli, [*args, "--report"])
    assert short.exit_code == 0, short.output
    assert len(short.stdout.split()) <= WORDS
    assert "Not understood: 'wibble'" in " ".join(short.stdout.split())
    whole = run.invoke(cli, args).stdout
    assert whole.startswith(short.stdout)
    long = run.invoke(cli, [*args, "--long"]).stdout
    for part in ("Conditions:", "Findings:", "Course:", "month 12", "speaks for", "Read as:"):
        assert part in long
    document = run.invoke(cli, [*args, "--report", "--json"])
    assert document.exit_code == 0
    assert '"words"' in document.stdout
    assert set(short.stdout.split()) <= set(document.stdout.replace('"', " ").split()) | {"<1%"}
