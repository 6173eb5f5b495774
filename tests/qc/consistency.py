"""Facts that stand in two places of the atlas, or follow from others, held against each other."""

from collections.abc import Iterator

from lumbosacral import questions as ask
from lumbosacral.atlas.load import Atlas
from lumbosacral.injury.place import place_of
from lumbosacral.wiring.universe import Universe

POSTERIOR = ("lumbar plexus, posterior division", "sacral plexus, posterior division")
ANTERIOR = ("lumbar plexus, anterior division", "sacral plexus, anterior division")
# Branches of the upper part and the pudendal part of the plexuses are drawn before the divisions part.
UNDIVIDED = {
    "iliohypogastric nerve", "ilioinguinal nerve", "genitofemoral nerve", "pudendal nerve",
}  # fmt: skip
COMPARTMENT_GROUPS = {
    "anterior compartment": ("anterior leg",),
    "lateral compartment": ("lateral leg",),
    "superficial posterior compartment": ("posterior leg, superficial",),
    "deep posterior compartment": ("posterior leg, deep",),
    "muscles of the sole": ("sole",),
    "intrinsic foot muscles": ("sole", "dorsum of foot"),
    "quadriceps": (),
}
TENDONS = {
    "patellar reflex": ("quadriceps",),
    "adductor reflex": ("adductors",),
    "medial hamstring reflex": ("medial hamstrings",),
    "tibialis anterior reflex": ("tibialis anterior",),
    "Achilles reflex": ("triceps surae",),
}


def divisions(universe: Universe) -> Iterator[str]:
    """Nerves whose record names another division than their bundles pass."""
    for name, record in universe.atlas.structures.items():
        if record.kind != "nerve" or name in UNDIVIDED:
            continue
        here = ask.lines.bundles(universe, name)
        back = (here & ask.lines.passing(universe, POSTERIOR)).any()
        front = (here & ask.lines.passing(universe, ANTERIOR)).any()
        found = "both" if back and front else "posterior" if back else "anterior"
        if found != record.division:
            yield f"{name}: {found} by its bundles, {record.division} by its record"


def ways_out(universe: Universe) -> Iterator[str]:
    """Nerves whose course and way past piriformis or foramina disagree."""
    for name, record in universe.atlas.structures.items():
        place, course = record.more.get("piriformis"), " | ".join(record.course)
        for word in ("above", "below"):
            if (f"{word} piriformis" in course) != (place == word) and record.kind == "nerve":
                yield f"{name}: {place} piriformis, course {course}"
        through = record.more.get("foramina", ())
        for foramen in ("greater sciatic foramen", "lesser sciatic foramen", "obturator canal"):
            if record.kind == "nerve" and (foramen in through) != (foramen in course):
                yield f"{name}: {foramen} stands in one of foramina and course only"


def orders(universe: Universe) -> Iterator[str]:
    """Nerves of the buttock whose course meets the landmarks of the way out in another order."""
    landmarks = (
        "sacral plexus", "greater sciatic foramen", "piriformis", "ischial spine",
        "lesser sciatic foramen", "pudendal canal",
    )  # fmt: skip
    for name, record in universe.atlas.structures.items():
        if record.kind == "nerve" and "greater sciatic foramen" in record.course:
            met = [m for step in record.course for m in landmarks if m in step]
            if met != sorted(met, key=landmarks.index):
                yield f"{name}: {' | '.join(record.course)}"


def reflexes(universe: Universe) -> Iterator[str]:
    """Tendon reflexes whose two limbs are not of one muscle, or not of the muscle they are called by."""
    atlas = universe.atlas
    for name, members in TENDONS.items():
        reflex = atlas.reflexes[name]
        wanted = {
            m for g in members for m in (atlas.groups[g].members if g in atlas.groups else (g,))
        }
        for limb, found in (("afferent", reflex.afferent.from_), ("efferent", reflex.efferent)):
            if not set(found) <= wanted:
                yield f"{name}, {limb}: {sorted(set(found) - wanted)}"


def actions(universe: Universe) -> Iterator[str]:
    """Muscles that give to a movement without having it among their actions."""
    atlas = universe.atlas
    for name, movement in atlas.movements.items():
        for muscle, share in movement.shares.items():
            word = atlas.muscles[muscle].actions.get(name)
            if word is None:
                yield f"{muscle} gives {share:g} to {name}, which is none of its actions"
        if abs(sum(movement.shares.values()) - 100) > 1e-6:
            yield f"the shares of {name} sum to {sum(movement.shares.values()):g}"
    for muscle, record in atlas.muscles.items():
        for name, word in record.actions.items():
            if word == "main" and name not in atlas.movements:
                yield f"{muscle} has no movement {name!r}"
            elif word == "main" and muscle not in atlas.movements[name].shares:
                yield f"{muscle} is a main muscle of {name} and gives nothing to it"


def opposites(universe: Universe) -> Iterator[str]:
    """Movements that are not the opposite of their opposite."""
    movements = universe.atlas.movements
    for name, movement in movements.items():
        other = movements.get(movement.opposite or "")
        if other is not None and other.opposite != name:
            yield f"{name} is opposed by {movement.opposite}, that by {other.opposite}"


def groups(universe: Universe) -> Iterator[str]:
    """Groups that are not the compartments they are called by."""
    atlas = universe.atlas
    for group, compartments in COMPARTMENT_GROUPS.items():
        wanted = {m for c in compartments for m in ask.compartment(atlas, c)}
        if compartments and set(atlas.groups[group].members) != wanted:
            yield f"{group}: {sorted(set(atlas.groups[group].members) ^ wanted)}"


def sites(universe: Universe) -> Iterator[str]:
    """Sites of a nerve or root that strike something else, and divisions that do not part."""
    atlas = universe.atlas
    for name, site in atlas.sites.items():
        owner = name.partition(",")[0]
        if atlas.structures[owner].kind not in {"nerve", "root", "trunk"}:
            continue
        for struck in site.strikes:
            if atlas.segments[struck].structure != owner:
                yield f"{name} strikes {struck}"
        for struck in (s for v in site.by_variant.values() for s in v):
            own = atlas.segments[struck].structure == owner
            if not own and ask.share_through(universe, struck, owner) < 1 - 1e-6:
                yield f"{name} strikes {struck}, which has fibres of other ways"
        if "division)" in name and len(site.strikes) != 1:
            yield f"{name} strikes {len(site.strikes)} lines"
        sheaths = {atlas.segments[s].sheath for s in site.strikes}
        whole = [n for n, s in atlas.segments.items() if s.sheath in sheaths - {None}]
        if "division)" not in name and whole and set(whole) != set(site.strikes):
            yield f"{name} strikes a part of its sheath"
        if owner.endswith("root") and {s.split()[0] for s in site.strikes} != {owner.split()[0]}:
            yield f"{name} strikes another root"


def discs(universe: Universe) -> Iterator[str]:
    """Discs whose zones, roots and conditions disagree."""
    atlas = universe.atlas
    vertebrae = ["L1", "L2", "L3", "L4", "L5", "S1"]
    for level in ask.discs(atlas):
        record = ask.disc(atlas, level)
        if (record["exiting"], record["traversing"]) != (record["above"], record["below"]):
            yield f"{level}: roots {record['exiting']} and {record['traversing']}"
        if vertebrae.index(record["below"]) != vertebrae.index(record["above"]) + 1:
            yield f"{level}: vertebrae {record['above']} and {record['below']}"
        for zone, side in (
            ("paracentral", "traversing"), ("foraminal", "exiting"), ("far lateral", "exiting"),
        ):  # fmt: skip
            if ask.roots_at(atlas, level, zone)[0] != record[side]:
                yield f"{level}, {zone}: {ask.roots_at(atlas, level, zone)}"
    yield from _zones(atlas)


def _zones(atlas: Atlas) -> Iterator[str]:
    for name in ask.members(atlas, "lumbar disc herniation"):
        condition = atlas.conditions[name]
        sums: dict[str, float] = {}
        for zone, record in condition.more.get("zones", {}).items():
            for site, weight in record["sites"].items():
                sums[site] = sums.get(site, 0) + float(weight)
                met = ask.roots_at(atlas, str(condition.more["level"]), zone)
                if site.split()[0] not in met and place_of(atlas, site).structure not in met:
                    yield f"{name}, {zone}: {site}, the disc meets {met}"
        if sums and any(abs(sums.get(s, 0) - w) > 1e-6 for s, w in condition.sites.items()):
            yield f"{name}: its zones do not sum to its sites"


def stated_parts(universe: Universe) -> Iterator[str]:
    """Parts whose stated roots, skin or targets are not those of their segments."""
    atlas = universe.atlas
    for name, part in atlas.parts.items():
        for key, found in (
            ("roots", ask.roots), ("skin", ask.skin), ("targets", ask.muscles),
        ):  # fmt: skip
            stated = part.more.get(key)
            if stated and part.more.get("segments") and part.kind != "variant":
                missing = set(stated) - set(found(universe, name))
                if missing:
                    yield f"{name}: {key} {sorted(missing)} are not reached"


def ledger(universe: Universe) -> Iterator[str]:
    """Positions that speak of claims the ledger does not hold, or of none or two computed ones."""
    atlas = universe.atlas
    for conflict in atlas.conflicts:
        if not any(p.computed for p in conflict.positions):
            yield f"{conflict.about}, {conflict.aspect}: nothing is computed with"
        for position in conflict.positions:
            entry = atlas.claims.get(position.claim or "")
            if position.claim and entry is None:
                yield f"{conflict.about}: no claim {position.claim}"
            if entry and entry.verdict == "rejected" and position.computed:
                yield f"{position.claim} is rejected and computed with"


CHECKS = (
    divisions, ways_out, orders, reflexes, actions, opposites, groups, sites, discs, stated_parts, ledger,
)  # fmt: skip


def differences(universe: Universe) -> Iterator[str]:
    """Everything that is not consistent."""
    for check in CHECKS:
        yield from check(universe)
