"""What a name stands for: the members of groups, regions, nerves and roots, with their weights."""

from collections.abc import Callable, Mapping

from lumbosacral.findings.language.vocabulary import Vocabulary

__all__ = ["Members", "expand"]

Members = Callable[[str, str], Mapping[str, float]]
"""(kind, name) -> {member: weight}; an empty mapping where nothing is known.

Kinds: "nerve" and "root" (muscles), "nerve skin" and "root skin" (areas), "movement" (the muscles
that make it)."""

_PLAIN = {
    "group": "muscle",
    "region": "area",
    "reflex group": "reflex",
    "conduction group": "conduction",
    "sign group": "sign",
}


_SIGNS = dict.fromkeys(("autonomic", "muscle sign", "reflex sign"), "sign")


def expand(
    kind: str, name: str, test: str, vocabulary: Vocabulary, members: Members
) -> tuple[str, dict[str, float]]:
    """Canonical members of a name.

    Parameters
    ----------
    kind, name : str
        As found in the vocabulary.
    test : str
        Muscles are meant by a nerve in strength and needle EMG, skin in the others.

    Returns
    -------
    str, dict of str to float
        Kind of the members, and their weights with the sum 1; empty where nothing is known.
    """
    if kind == "structure":
        skin = test not in {"strength", "emg"}
        return ("area" if skin else "muscle"), _share(
            _of_structures(name, skin, vocabulary, members)
        )
    plain = _PLAIN.get(kind)
    if kind == "movement" and test == "emg":
        return "muscle", _share(members("movement", name))
    if plain is None:
        if name in vocabulary.names.tests:
            return "association", {name: 1.0}
        return _SIGNS.get(kind, kind), {name: 1.0}
    known = vocabulary.names.by_kind.get(plain, {})
    listed = _collect(kind, name, vocabulary, members)
    return plain, _share({member: weight for member, weight in listed.items() if member in known})


def _of_structures(
    name: str, skin: bool, vocabulary: Vocabulary, members: Members
) -> dict[str, float]:
    total: dict[str, float] = {}
    for one in name.split("+"):
        sort = ("root" if one in vocabulary.names.roots else "nerve") + (" skin" if skin else "")
        for member, weight in members(sort, one).items():
            total[member] = total.get(member, 0.0) + weight
    return total


def _collect(
    kind: str, name: str, vocabulary: Vocabulary, members: Members, depth: int = 0
) -> dict[str, float]:
    total: dict[str, float] = {}
    listed = [
        made
        for one in name.split("+")
        for made in vocabulary.members.get((kind, one), [(one, 1.0)])
    ]
    for member, weight in listed:
        if member.startswith("-"):
            total.pop(member[1:], None)
        elif member.startswith("@") and depth < 5:
            inner = _collect(kind, member[1:], vocabulary, members, depth + 1)
            for one, part in inner.items():
                total[one] = total.get(one, 0.0) + weight * part
        elif ":" in member:
            sort, _, whose = member.partition(":")
            for one, part in members(sort, whose).items():
                total[one] = total.get(one, 0.0) + weight * part
        else:
            total[member] = total.get(member, 0.0) + weight
    return total


def _share(weights: Mapping[str, float]) -> dict[str, float]:
    whole = sum(weight for weight in weights.values() if weight > 0)
    return {name: weight / whole for name, weight in weights.items() if weight > 0}
