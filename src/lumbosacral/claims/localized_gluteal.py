"""Claims about injury of the inferior gluteal nerve, with findings localized."""

from lumbosacral import questions as ask
from lumbosacral.claims.ledger import claim, includes, need, same
from lumbosacral.claims.localizing import LEAST, localized, moved
from lumbosacral.claims.model import Model

NERVE, MAXIMUS = "inferior gluteal nerve", "gluteus maximus"
INJURY = "inferior gluteal nerve injury"
CAUSES = {
    "pelvic or hip trauma": ("hip trauma", "pelvic trauma"),
    "gluteal surgery": ("gluteal surgery",),
    "compression": ("compression of the buttock",),
    "gluteal injection": ("intramuscular injection in the buttock",),
    "pelvic fracture": ("pelvic fracture",),
    "hip dislocation": ("hip dislocation",),
    "lithotomy position": ("prolonged lithotomy position",),
}
"""Cause in the name of a condition, and what is told of it."""
EXAMINED = (
    "strength: hip extension = 4", "strength: gluteus maximus = 3",
    "strength: other muscles of the lower limb = normal", "sensation: lower limb = normal",
    "reflex: patellar reflex = normal", "reflex: Achilles reflex = normal",
)  # fmt: skip
"""Weak hip extension by a weak gluteus maximus, all else normal, and little left to examine at the bedside."""


@claim("IGN-10")
def causes_of_injury(model: Model) -> None:
    named = {n: n.removesuffix(f", {NERVE}") for n in ask.conditions(model.atlas, NERVE)}
    same(named.values(), CAUSES, "causes")
    for name, cause in named.items():
        record = model.atlas.conditions[name]
        need(record.sites and record.onset, f"{name} has no site or no onset")
        need(record.more.get("mechanism"), f"{name} has no mechanism")
        cut = model.lesion(name)
        need(cut.weak(MAXIMUS) and cut.falls("hip extension"), f"{name} weakens nothing")
        for told in CAUSES[cause]:
            for base in ("pain: buttock pain", "strength: gluteus maximus = 3"):
                change = moved((NERVE,), f"history: {told}", base)
                need(change > 0, f"{base}: {told} moves the nerve by {change:.3f}")


@claim("IGN-11")
def workup_of_injury(model: Model) -> None:
    held = " ".join(ask.workup(model.atlas, INJURY))
    for part in ("strength of hip extension", "conduction studies", "needle EMG", "MRI"):
        need(part in held, f"{part} is not in the work-up: {held}")
    tests = localized(*EXAMINED, silent=True).tests
    needles = [test.of for test in tests if test.test == "emg"]
    need(needles[:1] == [MAXIMUS], f"needle tests in order: {needles}")


@claim("IGN-13")
def what_weak_hip_extension_may_be(model: Model) -> None:
    for side in (None, "left"):
        case = localized("strength: hip extension = 4", side=side, silent=True, setting="referral")
        first = list(case.structures)[:5]
        includes(first, (NERVE, "S1 root", "myopathy"), f"first five, side {side}")
        for kept in ("sacral plexus", "sciatic nerve"):
            need(case.of(kept) >= LEAST, f"{kept}: {case.of(kept):.4f}")
        need(case.answer.next_tests, "no test is proposed")
        for test in case.answer.next_tests:
            then = {outcome.first for outcome in test.outcomes} & set(first[1:])
            need(then, f"{test.test} of {test.of} puts none of them before {first[0]}")


@claim("IGN-21")
def images_of_injury(model: Model) -> None:
    images = {i["modality"]: i["shows"] for i in ask.imaging(model.atlas, INJURY)}
    includes(images, ("MRI", "ultrasound"), "imaging")
    need(all(images.values()), f"what an image shows: {images}")
    need("path of the nerve" in images["MRI"] and "compression" in images["MRI"], images["MRI"])
    scan, needle = f"imaging: {MAXIMUS} denervation on MRI", f"emg: {MAXIMUS}"
    for base in ("strength: hip extension = 4", "strength: gluteus maximus = 3"):
        seen, unseen = (moved((NERVE,), s, base) for s in (scan, f"{scan} = absent"))
        need(seen > 0 > unseen, f"{base}: the image moves the nerve by {seen:.2f}, {unseen:.2f}")
        found, normal = (
            moved((NERVE,), f"{needle} = {value}", base) for value in ("abnormal", "normal")
        )
        need(found - normal > seen - unseen, f"{base}: the image weighs more than the needle")
        need(found > 0 and -normal > -unseen, f"{base}: needle {found:.2f}, {normal:.2f}")
