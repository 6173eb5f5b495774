"""A leg in words: each kind of test when it is asked for, and all of them as one document."""

from lumbosacral.lesioned import lesion
from lumbosacral.spoken import PARTS


def test_who_asks_for_strength_does_not_wait_for_conduction() -> None:
    cut = lesion("common fibular nerve, fibular neck")
    assert cut.sides["left"]["muscles"]["tibialis anterior"]["mrc"] == "0"
    assert "conduction" not in vars(cut.everything)
    assert cut.ncs["superficial fibular SNAP"]["reading"] in {"reduced", "absent"}
    assert "conduction" in vars(cut.everything)


def test_a_leg_has_every_part_once() -> None:
    cut = lesion("femoral nerve, inguinal", side="right")
    whole = cut.to_dict()
    for side in ("left", "right"):
        assert tuple(cut.sides[side]) == PARTS
        assert whole["sides"][side] == dict(cut.sides[side])
    assert all(whole[part] == whole["sides"]["right"][part] for part in PARTS)
    assert whole["sides"]["left"]["muscles"]["vastus medialis"]["mrc"] == "5"
