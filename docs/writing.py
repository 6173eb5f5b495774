"""How findings are written, with each example as it is read: `python docs/writing.py > docs/writing.md`."""

import sys
from pathlib import Path

from lumbosacral.api import cases_of, read
from lumbosacral.findings import Reading, Understood

TOP = """\
# How findings are written

Written from the code by `python docs/writing.py > docs/writing.md`; a test compares the two. Every row is a line of
text as it can be typed in the terminal, on the page or handed to `localize`, and what it is read as.
`lumbosacral check` says the same of your own case, and lists what was not understood; nothing that is typed vanishes.

What a line is made of:

- Things and their results, with commas between them. A thing without a result takes that of the next one in its list.
- A semicolon or a full stop ends a list. A word for a kind of test (power, sensation, NCS, EMG) holds until then.
- A side holds until the next one. Plurals that one leg cannot have (legs, knee jerks) are of both.
- Age and sex, the time since the onset and the course may stand anywhere.
- A sign, a gait, a history or an image that is only named is there; "no" or "without" before it denies it.

A case file says the same in parts: `test`, `of`, `value`, `side`, and `days` where a finding has a time of its own.
"""
EXAMPLES: dict[str, tuple[str, ...]] = {
    "Who, when, which side": (
        "58M, R foot drop 3 weeks, TA 1/5",
        "woman in her fifties, gradual onset, both legs weak",
        "2/52 of left foot drop",
    ),
    "Strength": (
        "L TA 2, EHL 2, tib post 5",
        "HF 5 KE 5 DF 2 PF 5",
        "EHL 5/5 right 2/5 left",
        "power 5/5 hips 4/5 knees 2/5 ankles",
        "dorsiflexion weak, plantarflexion full",
        "quadriceps weak and wasted",
    ),
    "Feeling": (
        "numb dorsum of foot and first web space",
        "\u2193 LT over the sole",
        "L5 dermatome reduced to pin",
        "vibration absent at the toes, position sense normal",
        "sensation intact to LT and PP except decreased over R lateral leg",
        "burning feet",
    ),
    "Reflexes and signs": (
        "KJ 2+, AJ absent L",
        "plantars R up L down",
        "SLR 30 R 80 L",
        "Babinski neg, no clonus",
        "Tinel at fibular neck (+)",
        "unable to heel walk on R",
    ),
    "Conduction": (
        "sural SNAP absent R, 12 uV L",
        "peroneal CMAP EDB ankle 3.1, BFH 3.0, AFH 1.0 mV",
        "R tibial (AH) DML 4.1 ms, amp 12 mV, CV 45 m/s",
        "femoral CMAP 1.2 mV R vs 8.4 mV L",
        "H reflex R absent, L 30 ms",
        "NCS normal",
    ),
    "Needle": (
        "EMG: TA fibs 3+, no MUAPs; PL fibs 2+; short head of biceps normal",
        "R VM: nl; R TA: 2+ fibs; R L5 PSP: nl",
        "fibs in TA and peroneus longus, none in gastroc",
        "EMG: denervation in L5 myotome including paraspinals",
    ),
    "Pain, history, images, laboratory": (
        "back pain radiating to the left leg, worse on coughing",
        "after total hip arthroplasty, no diabetes",
        "MRI: L4/5 disc herniation",
        "CK 8500, HbA1c 9.1 %",
    ),
}


REPORT = Path(__file__).parents[1] / "examples" / "emg_report.txt"
PASTED = """\
## Tables of a laboratory

A report can be pasted whole, or kept in a file whose name ends in `.txt`. A table is a line of headings and the rows
below it, whatever parts the cells: spaces, tabs, bars or commas, blanks included. Told are the amplitude and the
latency from the lowest place of stimulation, the velocity over all stretches, what is lost between below and above the
fibular head, the latency of late responses, "NR" as absent; of a muscle what its columns say together. A figure with
the laboratory's limit of normal behind it ("12.3 >5.0") counts by that limit, others by those of the atlas. Not used:
distances and durations by themselves, and sensory latencies without a limit. Everything else in a row comes back if it
is not understood. In a case file the same is `value: {amplitude_mv: 2.1, limit: 2.5}`, likewise with `amplitude_uv`,
`latency_ms` and `velocity_m_per_s`.
"""


def page() -> str:
    """Return the page as Markdown."""
    tables = [_table(title, lines) for title, lines in EXAMPLES.items()]
    return "\n".join([TOP, *tables, PASTED, _report(REPORT)])


def _report(path: Path) -> str:
    """Return a report, and what is read in it."""
    said = _told(read(cases_of(str(path))[0])).split("; ")
    rows = "\n".join(f"- {one}" for one in said)
    return f"`examples/{path.name}`:\n\n```\n{path.read_text('utf-8')}```\n\nis read as\n\n{rows}\n"


def _table(title: str, lines: tuple[str, ...]) -> str:
    rows = "\n".join(f"| {line} | {_told(read(cases_of(line)[0]))} |" for line in lines)
    return f"## {title}\n\n| typed | read as |\n|---|---|\n{rows}\n"


def _told(reading: Reading) -> str:
    who = reading.patient
    said = [f"age {who.age:g}"] if who.age is not None else []
    said += [f"sex {who.sex}"] if who.sex else []
    said += [f"onset {reading.onset_days:g} days"] if reading.onset_days is not None else []
    said += [str(reading.course)] if reading.course else []
    said += [_one(one) for one in reading.understood]
    said += [f"**not understood**: {one.words}" for one in reading.not_understood]
    return "; ".join(said)


def _one(one: Understood) -> str:
    few = (
        one.targets
        if len(one.targets) <= _FEW
        else (*one.targets[:2], f"{len(one.targets) - 2} more")
    )
    side = "" if one.sides == "unknown" else f", {one.sides}"
    way = "" if one.modality == "any" else f" ({one.modality})"
    return f"{one.test}: {' + '.join(few)}{way} = {one.value}{side}"


_FEW = 3

if __name__ == "__main__":
    sys.stdout.write(page())
