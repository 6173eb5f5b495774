"""The atlas in memory: its files read, typed, checked, and hashed."""

import csv
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from lumbosacral.atlas import described as d
from lumbosacral.atlas import records as r
from lumbosacral.atlas.checks import check_names
from lumbosacral.atlas.kept import kept
from lumbosacral.atlas.text import line_of, read
from lumbosacral.errors import AtlasError

DATA = Path(__file__).parent / "data"
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, eq=False)
class Atlas:
    """Everything known, as typed records in the order of the files.

    `weights` maps muscle -> {root: share in per cent}; `laws`, `people`, `observation`, `spine` and `embryology` are
    trees whose numbers are typed where they are used.
    """

    segments: dict[str, r.Segment]
    fibres: dict[str, d.Fibre]
    weights: dict[str, dict[str, float]]
    weight_sources: dict[str, str]
    supply: dict[str, r.MuscleSupply]
    areas: dict[str, r.SkinArea]
    organs: dict[str, r.Organ]
    sites: dict[str, r.Site]
    reflexes: dict[str, r.Reflex]
    signs: dict[str, r.Sign]
    autonomic: dict[str, r.Autonomic]
    motor: dict[str, r.MotorStudy]
    sensory: dict[str, r.SensoryStudy]
    late: dict[str, r.LateStudy]
    structures: dict[str, d.Structure]
    parts: dict[str, d.Structure]
    muscles: dict[str, d.Muscle]
    groups: dict[str, d.Group]
    movements: dict[str, d.Movement]
    tasks: dict[str, d.Task]
    gaits: dict[str, d.Gait]
    variants: dict[str, d.Variant]
    conditions: dict[str, d.Condition]
    condition_groups: dict[str, Any]
    associations: dict[str, d.Association]
    notice: str
    symptoms: dict[str, d.Symptom]
    conflicts: tuple[d.Conflict, ...]
    claims: dict[str, d.Claim]
    sources: dict[str, dict[str, str]]
    laws: dict[str, Any]
    people: dict[str, Any]
    observation: dict[str, Any]
    spine: dict[str, Any]
    embryology: dict[str, Any]
    hash: str


def _typed(model: type[_Model], file: str, section: str, tree: Any, folder: Path) -> list[_Model]:
    out = []
    for index, item in enumerate(tree or []):
        try:
            out.append(model.model_validate(item))
        except ValidationError as error:
            first = error.errors()[0]
            place = tuple(first["loc"])
            raise AtlasError(
                f"{'.'.join(map(str, (section, index, *place)))}: {first['msg']}",
                file=file,
                line=line_of(folder / file, (section, index, *place)),
                mend="see the grammar at the top of the file",
            ) from None
    return out


def _by_name(items: list[_Model], key: Callable[[_Model], str], file: str) -> dict[str, _Model]:
    out: dict[str, _Model] = {}
    for item in items:
        if key(item) in out:
            raise AtlasError(
                f"{key(item)!r} stands twice", file=file, mend="keep one of the two records"
            )
        out[key(item)] = item
    return out


def expand_roots(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """One record for each root where a record is written for `{root}`."""
    out = []
    for item in tree["segments"]:
        if "{root}" not in item["segment"]:
            out.append(item)
            continue
        for root in item.get("for_each", tree["for_each"]):
            out.append({k: _for_root(v, root) for k, v in item.items() if k != "for_each"})
    return out


def _for_root(value: Any, root: str) -> Any:
    if isinstance(value, str):
        return value.replace("{root}", root)
    if isinstance(value, list):
        return [_for_root(item, root) for item in value]
    return value[root] if isinstance(value, dict) and root in value else value


def _weights(path: Path) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    shares: dict[str, dict[str, float]] = {}
    sources: dict[str, str] = {}
    for row in csv.DictReader(lines):
        shares[row["muscle"]] = {str(root): float(row[root]) for root in r.ROOTS if row[root]}
        sources[row["muscle"]] = row["source"]
        if abs(sum(shares[row["muscle"]].values()) - 100) > 1e-6:
            raise AtlasError(
                f"the roots of {row['muscle']} sum to {sum(shares[row['muscle']].values()):g}",
                file=path.name,
                mend="make the row sum to 100",
            )
    return shares, sources


def read_atlas(folder: Path = DATA) -> Atlas:
    """Read and type every file of the atlas in `folder`.

    Raises
    ------
    AtlasError
        If a file breaks its grammar; names file, line and repair.
    """
    trees = {path.stem: read(path) for path in sorted(folder.glob("*.yaml"))}

    def named(model: type[_Model], file: str, section: str, key: str = "name") -> dict[str, _Model]:
        items = _typed(model, f"{file}.yaml", section, trees[file].get(section), folder)
        return _by_name(items, lambda item: str(getattr(item, key)), f"{file}.yaml")

    trees["segments"]["segments"] = expand_roots(trees["segments"])
    weights, weight_sources = _weights(folder / "weights.csv")
    atlas = Atlas(
        segments=named(r.Segment, "segments", "segments"),
        fibres=named(d.Fibre, "fibres", "fibres"),
        weights=weights,
        weight_sources=weight_sources,
        supply=named(r.MuscleSupply, "supply", "supply", "muscle"),
        areas=named(r.SkinArea, "skin", "areas"),
        organs=named(r.Organ, "skin", "organs"),
        sites=named(r.Site, "sites", "sites"),
        reflexes=named(r.Reflex, "reflexes", "reflexes"),
        signs=named(r.Sign, "signs", "signs"),
        autonomic=named(r.Autonomic, "signs", "autonomic"),
        motor=named(r.MotorStudy, "conduction", "motor"),
        sensory=named(r.SensoryStudy, "conduction", "sensory"),
        late=named(r.LateStudy, "conduction", "late"),
        structures=named(d.Structure, "structures", "structures"),
        parts=named(d.Structure, "structures", "parts"),
        muscles=named(d.Muscle, "muscles", "muscles"),
        groups=named(d.Group, "muscles", "groups"),
        movements=named(d.Movement, "movements", "movements"),
        tasks=named(d.Task, "movements", "tasks"),
        gaits=named(d.Gait, "movements", "gaits"),
        variants=named(d.Variant, "variants", "variants"),
        conditions=named(d.Condition, "conditions", "conditions"),
        condition_groups=trees["conditions"].get("groups", {}),
        notice=trees["conditions"].get("notice", ""),
        symptoms=named(d.Symptom, "symptoms", "symptoms"),
        conflicts=tuple(
            _typed(
                d.Conflict, "conflicts.yaml", "conflicts", trees["conflicts"]["conflicts"], folder
            )
        ),
        associations=named(d.Association, "associations", "associations", "finding"),
        claims=named(d.Claim, "claims", "claims", "id"),
        sources=trees["sources"]["sources"],
        laws=trees["laws"],
        people=trees["people"],
        observation=trees["observation"],
        spine=trees["spine"],
        embryology=trees["embryology"],
        hash=hash_of(folder),
    )
    check_names(atlas, folder)
    return atlas


def hash_of(folder: Path) -> str:
    """Hash of the text of every file of the atlas (first 16 hex digits of SHA-256)."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in {".yaml", ".csv"}:
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@cache
def load_atlas() -> Atlas:
    """Return the atlas that comes with the package, read once per process."""
    return kept("atlas", ("atlas",), lambda: read_atlas(DATA))
