"""`--prior` on the command line, and the base rates on a terminal."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lumbosacral.errors import FileError, InputError
from lumbosacral.findings.cases.loader import load_json, load_yaml
from lumbosacral.terminal.page import Page

__all__ = ["priors_of", "show_priors"]

FILE_BYTES = 200_000
ENDINGS = (".yaml", ".yml", ".json")
MEND = 'write "NAME=WEIGHT", or name a YAML file of `condition: weight`'


def priors_of(given: Iterable[str]) -> dict[str, object]:
    """Weights by condition as given: `NAME=WEIGHT` or files of them; a later one replaces an earlier one.

    Raises
    ------
    InputError, FileError
        One line: what is wrong, where, how to mend it.
    """
    weights: dict[str, object] = {}
    for said in given:
        if said.lower().endswith(ENDINGS):
            weights |= _file(said)
            continue
        name, equals, weight = said.rpartition("=")
        if not equals or not name.strip():
            raise InputError(f"{said[:60]!r} sets no weight", where="--prior", mend=MEND)
        weights[name.strip()] = weight.strip()
    return weights


def _file(path: str) -> dict[str, object]:
    try:
        with Path(path).open("rb") as file:
            content = file.read(FILE_BYTES + 1)
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError("is not text", where=path, mend="save it as UTF-8 text") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"cannot be read: {reason}", where=path, mend="check the name") from None
    if len(content) > FILE_BYTES:
        raise FileError(f"larger than {FILE_BYTES} bytes", where=path, mend="leave some out")
    load = load_json if path.lower().endswith(".json") else load_yaml
    data = load(text, path).data
    if not isinstance(data, dict) or any(isinstance(v, dict | list) for v in data.values()):
        raise InputError("holds no weights", where=path, mend="write `condition: weight` in it")
    return dict(data)


def show_priors(priors: Mapping[str, Mapping[str, float]]) -> None:
    """Print the weight of every condition, a column for each setting."""
    page, settings = Page(), list(priors)
    names = list(priors[settings[0]])
    page.table(
        "Base rates per 1000 people with a complaint of the leg", ("condition", *settings),
        [(name, *(f"{priors[s][name]:.2f}" for s in settings)) for name in names],
        right=range(1, len(settings) + 1), narrow=range(1, len(settings) + 1),
    )  # fmt: skip
    page.say('Change one: localize CASE --prior "NAME=WEIGHT"; all are then scaled to sum to 1.')
    page.footer()
