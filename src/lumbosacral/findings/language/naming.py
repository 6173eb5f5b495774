"""The closed names of an atlas, by kind, with the other words for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from lumbosacral.atlas.kept import kept

__all__ = ["Names", "names"]

_DATA = Path(__file__).parents[2] / "atlas" / "data"
# kind of name, file, key of the list in it, field of the name
_FILES = (
    ("muscle", "muscles.yaml", "muscles", "name"),
    ("movement", "movements.yaml", "movements", "name"),
    ("task", "movements.yaml", "tasks", "name"),
    ("gait", "movements.yaml", "gaits", "name"),
    ("group", "muscles.yaml", "groups", "name"),
    ("area", "skin.yaml", "areas", "name"),
    ("reflex", "reflexes.yaml", "reflexes", "name"),
    ("conduction", "conduction.yaml", "motor", "name"),
    ("conduction", "conduction.yaml", "sensory", "name"),
    ("conduction", "conduction.yaml", "late", "name"),
    ("sign", "signs.yaml", "signs", "name"),
    ("autonomic", "signs.yaml", "autonomic", "name"),
    ("structure", "structures.yaml", "structures", "name"),
    ("association", "associations.yaml", "associations", "finding"),
)
_NERVOUS = {"root", "nerve", "plexus", "trunk"}


@dataclass(frozen=True, eq=False)
class Names:
    """Names of the atlas by kind, canonical -> others; and the test of each association."""

    by_kind: Mapping[str, Mapping[str, tuple[str, ...]]]
    tests: Mapping[str, str] = field(default_factory=dict)
    roots: frozenset[str] = frozenset()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=4)
def names(folder: Path = _DATA) -> Names:
    """Return the closed names of an atlas; a file that is not there leaves its kind empty."""
    if folder != _DATA:
        return _read_names(folder)
    return kept("names", ("findings/language",), lambda: _read_names(folder))


def _read_names(folder: Path) -> Names:
    by_kind: dict[str, dict[str, tuple[str, ...]]] = {}
    tests: dict[str, str] = {}
    roots: set[str] = set()
    groups: dict[str, tuple[str, ...]] = {}
    for kind, file, key, label in _FILES:
        for record in _records(folder / file, key):
            if kind == "structure" and record.get("kind", "nerve") not in _NERVOUS:
                continue
            name = str(record[label])
            others = record.get("words" if kind == "association" else "aliases") or ()
            by_kind.setdefault(kind, {})[name] = tuple(str(other) for other in others)
            if kind == "association":
                tests[name] = str(record.get("test", "history"))
            if kind == "structure" and record.get("kind") == "root":
                roots.add(name)
            if kind == "group":
                groups[name] = tuple(record.get("members", ()))
    return Names(by_kind, tests, frozenset(roots), groups)


def _records(path: Path, key: str) -> Iterator[Mapping[str, Any]]:
    if not path.exists():
        return
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    listed = content.get(key, ()) if isinstance(content, dict) else ()
    for record in listed:
        yield record if isinstance(record, dict) else {"name": record, "finding": record}
