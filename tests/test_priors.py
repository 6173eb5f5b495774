"""Base rates: listed by setting, changed by the user, refused where they are none."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from lumbosacral import api
from lumbosacral.atlas.load import load_atlas
from lumbosacral.cli import cli
from lumbosacral.errors import InputError, UnknownName
from lumbosacral.inference.answer import Answer
from lumbosacral.inference.priors import with_changes
from lumbosacral.population.prior import prior_of, settings

ATLAS = load_atlas()
DROP = "left TA 2, EHL 2, TP 5, dorsum of foot numb, ankle jerk normal"
NAME = "diabetic polyneuropathy"


def run(*args: str, **extra: Any) -> Result:
    return CliRunner().invoke(cli, args, prog_name="lumbosacral", **extra)


def localize(prior: Any = None) -> Answer:
    found = api.localize(DROP, bank="small", prior=prior)
    assert isinstance(found, Answer)
    return found


def share(answer: Answer, condition: str) -> float:
    return next((c.probability for c in answer.conditions if c.condition == condition), 0.0)


def test_every_setting_is_listed_per_thousand() -> None:
    listed = api.priors()
    assert list(listed) == list(settings(ATLAS))
    for weights in listed.values():
        assert set(weights) == set(ATLAS.conditions)
        assert sum(weights.values()) == pytest.approx(1000, abs=0.1)
        assert list(weights.values()) == sorted(weights.values(), reverse=True)
    assert api.priors("emg-lab") == {"emg-lab": listed["emg-lab"]}
    with pytest.raises(InputError, match="clinic"):
        api.priors("moon")


def test_no_change_changes_nothing() -> None:
    share, changed = with_changes(ATLAS, "clinic", {})
    assert np.allclose(share, prior_of(ATLAS, "clinic"), atol=1e-7)
    assert changed == ()
    assert localize({}) == localize()


def test_the_usual_weight_changes_only_what_is_said() -> None:
    usual = api.priors("referral")["referral"][NAME]
    answer, plain = localize({NAME: usual}), localize()
    assert answer.priors[0].weight == usual
    for one, other in zip(answer.ranking, plain.ranking, strict=True):
        assert one.structure == other.structure
        assert one.probability == pytest.approx(other.probability, abs=1e-4)


def test_a_weight_moves_its_condition_and_is_told() -> None:
    name = localize().conditions[0].condition
    before = share(localize(), name)
    none, much = localize({name: 0}), localize({name: 5000})
    assert share(none, name) < 1e-3 < before < share(much, name)
    told = much.priors[0]
    assert (told.condition, told.weight) == (name, 5000)
    assert told.usual == pytest.approx(api.priors("referral")["referral"][name])
    assert localize().priors == ()
    for answer in (none, much):
        assert sum(r.probability for r in answer.ranking) == pytest.approx(1, abs=1e-4)


def test_everything_but_one_condition_can_be_ruled_out() -> None:
    only = dict.fromkeys(ATLAS.conditions, 0) | {NAME: 1}
    answer = localize(only)
    assert share(answer, NAME) > 0.99
    assert len(answer.priors) == len(ATLAS.conditions)


@pytest.mark.parametrize(
    "weight", [-1, "-0.1", float("nan"), "nan", "inf", "much", "", None, True, 1e12, [1]]
)
def test_what_is_no_weight_is_refused(weight: Any) -> None:
    with pytest.raises(InputError, match="from 0 on"):
        localize({NAME: weight})


def test_unknown_names_come_back_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=NAME):
        localize({"diabetik polyneuropaty": 1})
    with pytest.raises(InputError, match="every prior is 0"):
        localize(dict.fromkeys(ATLAS.conditions, 0))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"{NAME}=-1", "from 0 on"), (f"{NAME}=nan", "from 0 on"), (f"{NAME}=", "from 0 on"),
        ("diabetik polyneuropaty=3", NAME), (NAME, "sets no weight"), ("=3", "sets no weight"),
        ("nowhere.yaml", "cannot be read"), ("\x1b[31m" + "x" * 9000 + "=3", "unknown condition"),
        ("\x00.yaml", "cannot be read"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["localize", "plan"])
def test_bad_priors_are_one_line_and_end_with_2(command: str, said: str, words: str) -> None:
    done = run(command, DROP, "--bank", "small", "--prior", said)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.output
    assert words in done.stderr
    assert re.search("[\x00-\x09\x0b-\x1f]", done.stderr) is None
    assert len(done.stderr) < 700


def test_a_file_of_weights(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(f"{NAME}: 500\nno lesion: 0\n", "utf-8")
    done = run("localize", DROP, "--bank", "small", "--json", "--prior", str(file),
               "--prior", "no lesion=1")  # fmt: skip
    assert done.exit_code == 0, done.output
    told = {p["condition"]: p["weight"] for p in json.loads(done.stdout)["priors"]}
    assert told == {NAME: 500, "no lesion": 1}
    shown = run("localize", DROP, "--bank", "small", "--prior", str(file)).stdout
    assert f"base rates changed: {NAME} 500" in " ".join(shown.split())
    assert "Base rates changed" in " ".join(shown.split())


@pytest.mark.parametrize(
    "text",
    ["[1, 2]", "a: [1]", f"{NAME}: {{x: 1}}", f"{NAME}: 1\n{NAME}: 2", "just words", ": :", "\x00",
     f"{NAME}: .nan", "x: " + "[" * 100, "a: &a 1\nb: *c", f"{NAME}: 1\ndiabetic  Polyneuropathy: 2"],
)  # fmt: skip
def test_hostile_files_of_weights(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(text, "utf-8")
    done = run("localize", DROP, "--bank", "small", "--prior", str(file))
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.output


def test_files_that_are_no_text(tmp_path: Path) -> None:
    for content in (b"\xff\xfe\x00", b"x: 1\n" * 100_000):
        (tmp_path / "mine.yaml").write_bytes(content)
        done = run("plan", DROP, "--prior", str(tmp_path / "mine.yaml"))
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_the_listing_on_the_command_line() -> None:
    whole, one = run("atlas", "--priors"), run("atlas", "--priors", "emg-lab")
    assert whole.exit_code == one.exit_code == 0
    assert "referral" in whole.stdout
    assert "referral" not in one.stdout
    assert max(map(len, whole.stdout.splitlines())) <= 100
    assert json.loads(run("atlas", "--priors", "--json").stdout) == api.priors()
    assert run("atlas", "--priors", "moon").exit_code == 2
