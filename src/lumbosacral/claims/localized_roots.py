"""Claims about root pain and the word sciatica, with findings localized."""

from lumbosacral import questions as ask
from lumbosacral.atlas.described import Condition
from lumbosacral.atlas.load import Atlas
from lumbosacral.claims.ledger import apart, claim, includes, need, same
from lumbosacral.claims.localizing import LEAST, Localized, localized, moved
from lumbosacral.claims.model import Model
from lumbosacral.claims.words import roots_with_lesions

LEG_PAIN = "pain: leg pain"
SHOOTS = "pain: from the lower back into the leg"
L5, S1, SCIATIC = "L5 root", "S1 root", "sciatic nerve"
NOISE = 0.03
"""Log odds that differ by less are the same."""


@claim("ROOT-03")
def pain_of_roots(model: Model) -> None:
    roots = roots_with_lesions(model)
    words = ("pain: shooting", "pain: stabbing", "pain: burning", SHOOTS)
    for added in (*((one,) for one in words), words):
        for side in ("left", "right"):
            before = localized(LEG_PAIN, side=side).involved(side, *roots)
            after = localized(LEG_PAIN, *added, side=side).involved(side, *roots)
            need(after > before, f"{added}, {side}: roots from {before:.3f} to {after:.3f}")
    by_cause: dict[str, float] = {}
    for condition in model.atlas.conditions.values():
        cause = "compression" if _presses(condition) else str(condition.more.get("mechanism"))
        part = _share_of_roots(model.atlas, condition) * condition.prior["clinic"]
        by_cause[cause] = by_cause.get(cause, 0.0) + part
    most = max(by_cause, key=by_cause.__getitem__)
    need(most == "compression", f"the most frequent cause of root lesions: {most}")
    left, right = localized(LEG_PAIN, *words, side=None).ways
    need(abs(left - right) < 1e-6, f"without a side, left is {left:.3f} and right {right:.3f}")


def _presses(condition: Condition) -> bool:
    """Whether the mechanism is that something presses or leaves too little room."""
    said = str(condition.more.get("mechanism", ""))
    return "compression" in said or "narrowing" in said


def _share_of_roots(atlas: Atlas, condition: Condition) -> float:
    """Share of a condition's sites that lie in single roots, by their weights."""
    if condition.structure is not None:
        return float(atlas.structures[condition.structure].kind == "root")
    each = condition.sites.items()
    mine = sum(w for s, w in each if atlas.structures[s.partition(",")[0]].kind == "root")
    return mine / max(sum(w for _, w in each), 1e-9)


@claim("ROOT-05")
def discs_and_dermatomes(model: Model) -> None:
    levels = {"L4/5": (L5, "L5/S1"), "L5/S1": (S1, "L4/5")}
    for level, (root, other) in levels.items():
        cut = model.lesion(f"{level} disc, paracentral")
        same(cut.fallen_skin, ask.skin(model.universe, root), f"skin hurt by the {level} disc")
        most_hurt = sorted(cut.fallen_skin, key=cut.shares.__getitem__)[:4]
        share = {a: ask.root_share(model.universe, a, "touch").get(root[:2], 0) for a in most_hurt}
        need(min(share.values()) > 0.5, f"skin hurt most by the {level} disc: {share}")
        found = localized(SHOOTS, *(f"pain: {area}" for area in most_hurt)).conditions
        first = max(found, key=found.__getitem__)
        names = {n: model.atlas.conditions[n].more.get("level") for n in found}
        need(names[first] == level, f"pain in the {root[:2]} dermatome puts {first} first")
        left = sum(p for n, p in found.items() if names[n] == other)
        need(left > 0.05, f"pain in the {root[:2]} dermatome leaves {left:.3f} to {other}")


@claim("ROOT-11")
def pain_outside_the_dermatome(model: Model) -> None:
    candidates = model.atlas.condition_groups["sciatica"]["candidates"]
    roots = [n for n in candidates if n in roots_with_lesions(model)]
    need(len(roots) >= 2, f"roots of sciatica: {roots}")
    for root in roots:
        inside = ask.skin(model.universe, root)
        includes(inside, model.lesion(root).numb_skin, f"skin the {root} reaches")
        # Pain that is drawn on skin. Where the words are a finding of their own (knee pain), the table of
        # associations speaks for joints and other tissues, and not the territory of fibres.
        outside = [a for a in model.atlas.areas if a not in inside and _drawn_on(a)]
        need(len(outside) >= 8, f"skin beyond the {root}: {outside}")
        lowered = 0
        for area in outside:
            pain = moved((root,), f"pain: {area}", LEG_PAIN, size="full")
            numb = moved((root,), f"sensation: {area} = reduced", LEG_PAIN, size="full")
            lowered += pain < 0
            need(pain >= numb - NOISE, f"{area}, {root}: pain {pain:.2f}, numbness {numb:.2f}")
            left = localized(LEG_PAIN, f"pain: {area}").of(root)
            need(left > LEAST, f"pain in the {area} leaves {left:.4f} to the {root}")
        # Where a root's muscles and joints refer (the buttock), pain speaks for it although the skin is another's.
        need(
            lowered > len(outside) / 2, f"pain beyond the {root} lowers it in {lowered} areas alone"
        )
    held = ask.conflicts(model.atlas, "sciatica", "where it is felt")
    need(len(held) == 2 and all(s.sources for s in held), f"positions: {held}")
    need([s.claim for s in held if not s.computed] == ["ROOT-11"], "the claim is no position")
    need(len({s.sources[0].split()[0] for s in held}) == 2, "both positions have one source")


def _drawn_on(area: str) -> bool:
    """Whether pain at an area of skin is read as pain in it alone."""
    understood = localized(f"pain: {area}").reading.understood
    return [(one.kind, one.targets) for one in understood] == [("area", (area,))]


@claim("ROOT-14")
def pain_down_to_the_foot(model: Model) -> None:
    quality, place, way = (
        "pain: sharp and stabbing",
        "pain: low back pain",
        "pain: runs down as far as the foot",
    )
    said = {w: localized(w).reading.understood for w in (quality, place, way)}
    records = [model.atlas.associations.get(u[0].targets[0]) for u in said.values()]
    groups = [record.group for record in records if record is not None]
    need(len(groups) == 3, f"understood as {said}")
    need(groups[0] == "pain quality" and groups[1] == groups[2] == "back pain", f"{groups}")
    need(len({u[0].targets for u in said.values()}) == 3, "two of the words are one finding")
    before, after = localized(LEG_PAIN), localized(quality, place, way)
    nerves = [n for n, s in model.atlas.structures.items() if s.kind == "nerve"]
    best = max(nerves, key=after.of)
    for root in (L5, S1):
        need(after.of(root) > before.of(root), f"the words do not raise the {root}")
        need(after.of(root) > after.of(best), f"{best} stands above the {root}")


@claim("ROOT-22")
def less_feeling_and_more(model: Model) -> None:
    for area in ("dorsum of foot", "lateral border of foot", "medial leg"):
        shares = ask.root_share(model.universe, area, "touch")
        root = f"{max(shares, key=shares.__getitem__)} root"
        numb, over = f"sensation: {area} = reduced", f"sensation: {area} = hypersensitive"
        said = [localized(w).reading.understood[0] for w in (numb, over)]
        same({u.targets for u in said}, [(area,)], "areas understood")
        need(said[0].value != said[1].value, f"one finding: {said[0].value}")
        for words in (numb, over):
            change = moved((root,), words, LEG_PAIN)
            need(change > 0, f"{words}: the {root} moves by {change:.2f}")
        left = localized(LEG_PAIN, f"sensation: {area} = normal").of(root)
        need(left > LEAST, f"with a normal {area}, {left:.4f} is left to the {root}")


@claim("ROOT-26")
def the_word_sciatica(model: Model) -> None:
    held = ask.conflicts(model.atlas, "sciatica", "word")
    same({s.claim for s in held}, ("ROOT-20", "ROOT-26"), "positions on the word")
    need(all(s.sources for s in held), "a position has no source")
    word = "sciatica"
    atlas = model.atlas
    for table in (atlas.structures, atlas.sites, atlas.conditions):
        apart([n for n in table if word in n.lower()], table, "names with the word")
    found = localized("pain: sciatica", side=None, silent=True)
    named = _names_in(found)
    need(not any(word in name.lower() for name in named), f"the word is answered: {named}")
    need(SCIATIC in named and named & set(roots_with_lesions(model)), f"answers: {named}")


@claim("ROOT-20")
def the_word_alone(model: Model) -> None:
    group = model.atlas.condition_groups["sciatica"]
    found = localized("pain: sciatica", side=None, silent=True)
    read = found.reading.understood
    need(
        {t for one in read for t in one.targets} == {LEG_PAIN.removeprefix("pain: ")},
        f"read as {read}",
    )
    for name in group["candidates"]:
        need(found.of(name) > LEAST, f"{name} keeps {found.of(name):.3f}")
    told = [warning for warning in found.answer.warnings if str(group["note"]) in warning]
    need(told, f"nothing is said of the word: {found.answer.warnings}")
    other = localized(LEG_PAIN, side=None, silent=True).answer.warnings
    need(not set(told) & set(other), "the same is said where the word is not used")


def _names_in(found: Localized) -> set[str]:
    """Return structures, sites and conditions that an answer names."""
    answer = found.answer
    lesions = [lesion for entry in answer.ranking for lesion in entry.lesions]
    return {
        *(x.structure for x in lesions), *(x.site for x in lesions),
        *(x.condition for x in answer.conditions), *(x.structure for x in answer.by_structure),
    }  # fmt: skip
