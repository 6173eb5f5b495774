"""What holds for the house as a whole: errors, commands, texts."""

import inspect
import pickle
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from lumbosacral import errors
from lumbosacral.errors import AtlasError, InputError, LumbosacralError, UnknownName

HOME = Path(__file__).parents[1]
ABOUT = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]

# In brackets here and there so that this file does not find itself.
FORBIDDEN = re.compile(
    r"""(?<![\w.)}\]])/(?:wor[k]|tm[p])(?:/|$|(?=["'`\s,;:)]))   # paths of one machine
      | (?<![\w.)}\]])/(?:hom[e]|roo[t]|User[s])/\.?\w
      | inde[x]-url | find-link[s] | file[s]\.python | ://\S+/simpl[e]\b | /simpl[e]/
    """,
    re.VERBOSE | re.MULTILINE,
)


def drawn_tree(docstring: str) -> dict[str, str]:
    """Name of each class in the drawing -> name of the class it hangs from."""
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for line in docstring.splitlines():
        drawn = re.match(r"([ │├└─]*)([A-Z]\w+) {2,}\S", line)
        if drawn is None:
            continue
        depth, name = len(drawn[1]), drawn[2]
        above = [(d, n) for d, n in above if d < depth]
        parents[name] = above[-1][1] if above else "Exception"
        above.append((depth, name))
    return parents


def real_tree() -> dict[str, str]:
    """Return the same from the classes themselves."""
    classes = inspect.getmembers(errors, inspect.isclass)
    return {
        name: kind.__bases__[0].__name__ for name, kind in classes if issubclass(kind, Exception)
    }


def house_files() -> list[Path]:
    """Every file that is committed, or would be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=HOME,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    paths = [HOME / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def make_targets() -> set[str]:
    text = (HOME / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z]+):", text, re.MULTILINE))


def test_the_drawn_tree_of_errors_is_the_real_one() -> None:
    assert drawn_tree(errors.__doc__ or "") == real_tree()
    assert sorted(real_tree()) == errors.__all__


def test_bad_input_ends_with_2_and_all_else_with_1() -> None:
    for name in errors.__all__:
        kind = getattr(errors, name)
        assert kind.exit_code == (2 if issubclass(kind, InputError) else 1)


def test_a_message_says_what_where_and_how_to_mend() -> None:
    error = UnknownName("tibial anterior", ("tibialis anterior",), kind="muscle", where="finding 3")
    assert str(error) == (
        "finding 3: unknown muscle 'tibial anterior'; did you mean tibialis anterior?"
    )
    atlas = AtlasError("row sums to 99", file="weights.csv", line=7, mend="make it 100")
    assert str(atlas) == "weights.csv, line 7: row sums to 99; make it 100"
    assert str(LumbosacralError("over\ntwo lines")) == "over two lines"


@pytest.mark.parametrize(
    "error",
    [
        UnknownName("x", ("y", "z"), kind="site", where="line 2"),
        AtlasError("wrong", file="nerves.yaml", line=3, mend="right it"),
        errors.BankError("damaged", mend="delete it"),
    ],
)
def test_errors_survive_the_trip_between_processes(error: LumbosacralError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)


@pytest.mark.parametrize("text", ["README.md", "CONTRIBUTING.md"])
def test_commands_in_the_text_are_targets_of_make(text: str) -> None:
    shown = re.findall(r"(?:^ {4}|`)make ([a-z]+)", (HOME / text).read_text("utf-8"), re.MULTILINE)
    assert shown
    assert set(shown) <= make_targets()


def test_the_two_commands_of_the_readme() -> None:
    shown = re.findall(r"^ {4}make ([a-z]+)", (HOME / "README.md").read_text("utf-8"), re.MULTILINE)
    assert shown == ["demo", "test"]


def test_no_file_names_a_machine_or_a_registry() -> None:
    hits = [
        f"{path.relative_to(HOME)}: {match[0]!r}"
        for path in house_files()
        for match in FORBIDDEN.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert hits == []


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("cache: /tm" + "p/x", True),
        ("cd /wor" + "k && ls", True),
        ("--inde" + "x-url there", True),
        ("https://host.example/simpl" + "e/", True),
        ("/hom" + "e/someone/x", True),
        ("docs/work/up and cm/tmp/x", False),
        ("nerve/root/muscle", False),
        ("imaging/work-up, L5/S1", False),
    ],
)
def test_what_counts_as_naming_one(text: str, bad: bool) -> None:
    assert bool(FORBIDDEN.search(text)) is bad


def test_constraints_hold_names_and_versions_only() -> None:
    lines = (HOME / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in pins)


def test_one_version_everywhere() -> None:
    citation = (HOME / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {ABOUT['version']}\n" in citation
    assert f"## [{ABOUT['version']}]" in (HOME / "CHANGELOG.md").read_text("utf-8")
