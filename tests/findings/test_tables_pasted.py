"""Tables as the machines of an EMG laboratory print them, pasted into a text."""

from pathlib import Path

import pytest

from lumbosacral.api import cases_of, read
from lumbosacral.findings.tables.layout import heading_of
from lumbosacral.findings.tables.pasted import tables_apart

REPORT = Path(__file__).parents[2] / "examples" / "emg_report.txt"
EDB, TA = "fibular CMAP (extensor digitorum brevis)", "fibular CMAP (tibialis anterior)"
AH = "tibial CMAP (abductor hallucis)"

ALIGNED = """\
Motor NCS
Nerve / Sites    Lat (ms)  Amp (mV)  Dist (cm)  Vel (m/s)
R PERONEAL - EDB
 Ankle           4.2       1.1       8
 B. Fib          11.3      0.9       31         44
 A. Fib          14.0      0.3       10         37
R TIBIAL - AH
 Ankle           4.6       8.9       8
 Knee            13.1      7.2       39         46
"""
LIMITS = """\
Motor Summary Table
Site NR Onset (ms) Norm Onset (ms) O-P Amp (mV) Norm O-P Amp Site1 Site2 Delta-0 (ms) Dist (cm) Vel (m/s) Norm Vel (m/s)
Left Fibular Motor (Ext Dig Brev)
Ankle 4.1 <6.1 1.2 >2.5 B Fib Ankle 7.9 31.0 39 >38
B Fib 12.0 1.0 Poplt B Fib 2.1 10.0 48 >40
Poplt 14.1 0.9
"""
BARS = """\
| Nerve | Side | Stim | Record | Lat (ms) | Amp (mV) | CV (m/s) |
|---|---|---|---|---|---|---|
| Peroneal | Left | Below fib head | Tib Ant | 3.1 | 4.0 | |
| Peroneal | Left | Above fib head | Tib Ant | 6.2 | 1.0 | 27 |
| Tibial | Left | Ankle | AH | 4.5 | 9.1 | |
"""
TABS = (
    "Nerve\tStim site\tDML (ms)\tCMAP (mV)\tMCV (m/s)\n"
    "R common peroneal (EDB)\tankle\t4.5\t2.0\t\n"
    "\tbelow fibular head\t11.0\t1.8\t45\n"
    "\tabove fibular head\t13.2\t0.9\t43\n"
)
UNITS_BELOW = """\
Nerve / Sites   Rec. Site   Latency  Amplitude  Distance  Velocity
                            ms       mV         mm        m/s
L DEEP PERONEAL - Tib Ant
Fib Head        Tib Ant     2.9      1.2        90
Pop Fossa       Tib Ant     5.9      0.3        90        30
"""


def told(text: str, test: str) -> list[tuple[str, str, str]]:
    """Return target, value and side of what is read of one kind of test, of a text of which nothing comes back."""
    reading = read(cases_of(text)[0])
    assert not reading.not_understood
    return [(o.targets[0], str(o.value), o.sides) for o in reading.understood if o.test == test]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (ALIGNED, [(EDB, "amplitude, 1.1 mV", "right"), (EDB, "block, 67 %", "right"),
                   (EDB, "latency, 4.2 ms", "right"), (EDB, "velocity, 42 m/s", "right"),
                   (AH, "amplitude, 8.9 mV", "right"), (AH, "latency, 4.6 ms", "right"),
                   (AH, "velocity, 46 m/s", "right")]),
        (LIMITS, [(EDB, "amplitude, 1.2 mV (limit 2.5)", "left"), (EDB, "block, 10 %", "left"),
                  (EDB, "latency, 4.1 ms (limit 6.1)", "left"), (EDB, "velocity, 41 m/s (limit 38)", "left")]),
        (BARS, [(TA, "amplitude, 4 mV", "left"), (TA, "block, 75 %", "left"),
                (TA, "latency, 3.1 ms", "left"), (TA, "velocity, 27 m/s", "left"),
                (AH, "amplitude, 9.1 mV", "left"), (AH, "latency, 4.5 ms", "left")]),
        (TABS, [(EDB, "amplitude, 2 mV", "right"), (EDB, "block, 50 %", "right"),
                (EDB, "latency, 4.5 ms", "right"), (EDB, "velocity, 45 m/s", "right")]),
        (UNITS_BELOW, [(TA, "amplitude, 1.2 mV", "left"), (TA, "block, 75 %", "left"),
                       (TA, "latency, 2.9 ms", "left"), (TA, "velocity, 30 m/s", "left")]),
    ],
)  # fmt: skip
def test_motor_studies(text: str, wanted: list[tuple[str, str, str]]) -> None:
    """One row for each place of stimulation, whatever parts the cells; the velocity is that of all stretches."""
    assert told(text, "ncs") == wanted


def test_sensory_studies() -> None:
    """Amplitude and velocity; a nerve that gave no response is absent."""
    text = "Sensory\nNerve  Amp (\u00b5V)  CV (m/s)\nR sural  14  46\nL sural  3  44\nL superficial peroneal  absent\n"
    assert told(text, "ncs") == [
        ("sural SNAP", "amplitude, 14 uV", "right"),
        ("sural SNAP", "velocity, 46 m/s", "right"),
        ("sural SNAP", "amplitude, 3 uV", "left"),
        ("sural SNAP", "velocity, 44 m/s", "left"),
        ("superficial fibular SNAP", "absent", "left"),
    ]


def test_limits_of_the_laboratory() -> None:
    """A sensory latency is told where the laboratory says how long it may be; bars keep figure and limit apart."""
    text = """\
Site | Peak (ms) | Norm Peak | P-T Amp (uV) | Norm Amp
L Sural | 4.8 | <4.4 | 6 | >10
R Sural | NR | <4.4 | | >10
"""
    assert told(text, "ncs") == [
        ("sural SNAP", "amplitude, 6 uV (limit 10)", "left"),
        ("sural SNAP", "latency, 4.8 ms (limit 4.4)", "left"),
        ("sural SNAP", "absent", "right"),
    ]


def test_late_responses() -> None:
    """F waves by their shortest latency, the H reflex of the soleus."""
    text = """\
F-Waves
Nerve            F min (ms)   F max (ms)
L Tibial - AH    58.3         64.0
L Peroneal - EDB NR

H Reflex
Nerve              H Lat (ms)
L Tibial (Soleus)  NR
R Tibial (Soleus)  29.4
"""
    assert told(text, "ncs") == [
        ("tibial F wave", "latency, 58.3 ms", "left"),
        ("fibular F wave", "absent", "left"),
        ("soleus H reflex", "absent", "left"),
        ("soleus H reflex", "latency, 29.4 ms", "right"),
    ]


def test_a_column_for_each_leg() -> None:
    """Rows of studies under two sides; an examination in such columns stays text."""
    text = """\
Nerve                   Right     Left
Sural SNAP (uV)         12        NR
Peroneal CMAP EDB (mV)  4.5       0.8
Tibial F wave           49 ms     56 ms
H reflex                present   absent

DF 2 left
"""
    assert told(text, "ncs") == [
        ("sural SNAP", "12 uV", "right"),
        ("sural SNAP", "absent", "left"),
        (EDB, "4.5 mV", "right"),
        (EDB, "0.8 mV", "left"),
        ("tibial F wave", "49 ms", "right"),
        ("tibial F wave", "56 ms", "left"),
        ("soleus H reflex", "normal", "right"),
        ("soleus H reflex", "absent", "left"),
    ]
    assert tables_apart("   R   L\nHF  5/5  5/5\nDF  5/5  2/5")[0] == []


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("R. Tib Anterior  Incr   2+    2+    None  N    N    N    Reduced",
         ("tibialis anterior", "abnormal, spontaneous activity 2, recruitment reduced", "right")),
        ("R. Peroneus Long Incr   1+    1+    None  N    N    N    Reduced",
         ("fibularis longus", "abnormal, spontaneous activity 1, recruitment reduced", "right")),
        ("R. Gastrocn Med  N      None  None  None  N    N    N    N",
         ("medial gastrocnemius", "normal", "right")),
        ("L VastusLat      N      0     0     0     Incr Incr 1+   Reduced",
         ("vastus lateralis", "abnormal, recruitment reduced, neurogenic", "left")),
        ("L EHL            Incr   3+    3+    0     -    -    -    None",
         ("extensor hallucis longus", "abnormal, spontaneous activity 3, recruitment absent", "left")),
        ("L BicepsFemS     N      0     0     0     N    N    N    N",
         ("biceps femoris, short head", "normal", "left")),
        ("L Iliopsoas      N      0     0     0     Decr Decr 1+   Early",
         ("psoas", "abnormal, myopathic", "left")),
        ("L L5 Parasp      N      1+    0     0",
         ("paraspinals L5", "abnormal, spontaneous activity 1", "left")),
    ],
)  # fmt: skip
def test_needle_studies(row: str, value: tuple[str, str, str]) -> None:
    """A row is what its columns say together; a row without columns of units is of the rest."""
    head = "Muscle          IA     Fib   PSW   Fasc  Amp  Dur  PPP  Recruit\n"
    assert value in told(head + row, "emg")


def test_columns_named_in_groups() -> None:
    """A first line of headings names groups of columns, and some that the second line does not repeat."""
    text = """\
Muscle               Insertional  Spontaneous      Volitional MUAPs
                                  Fibs/PSW  Fasc   Dur   Amp   Poly  Recruit
L Tibialis anterior  Incr         2+        0      N     N     N     Red
L Gluteus medius     Normal       0         0      N     N     N     Normal
"""
    assert told(text, "emg") == [
        ("tibialis anterior", "abnormal, spontaneous activity 2, recruitment reduced", "left"),
        ("gluteus medius", "normal", "left"),
    ]


def test_a_needle_table_with_nerves_and_roots() -> None:
    """Side, muscle, nerve and root in a row that only single spaces part."""
    text = """\
Side Muscle Nerve Root Ins Act Fibs Psw Amp Dur Poly Recrt Int Pat Comment
Left AntTibialis Dp Br Peron L4-5 Incr 1+ 1+ Nml Nml 0 Reduced 50%
Left MedGastroc Tibial S1-2 Nml Nml Nml Nml Nml 0 Nml Nml
"""
    assert told(text, "emg") == [
        ("tibialis anterior", "abnormal, spontaneous activity 1, recruitment reduced", "left"),
        ("medial gastrocnemius", "normal", "left"),
    ]


def test_fasciculations_are_a_sign_of_their_own() -> None:
    """They are no fibrillations of the muscle that showed them."""
    text = "Muscle  Side  Fibs  PSW  Fasc  Recruit\nGastrocnemius (med)  L  0  0  1+  normal\n"
    assert told(text, "emg") == [("medial gastrocnemius", "normal", "left")]
    assert told(text, "sign") == [("fasciculations", "positive", "left")]


def test_a_muscle_with_a_cell_that_is_not_understood_is_not_called_normal() -> None:
    """What else the row says still counts."""
    head = "Muscle  IA  Fib  PSW  Recruit\n"
    for row in ("L EHL  N  9/5  0  N", "L EHL  N  bloop  0  N"):
        reading = read(cases_of(head + row)[0])
        assert not [one for one in reading.understood if one.value.word == "normal"]
        assert reading.not_understood
    shown = read(cases_of(head + "L EHL  bloop  2+  2+  N")[0])
    assert [one.value.spontaneous for one in shown.understood] == [2]


def test_a_whole_report() -> None:
    """What stands above and between the tables is read as text."""
    case = cases_of(str(REPORT))[0]
    reading = read(case)
    assert (reading.patient.age, reading.onset_days, reading.not_understood) == (62, 35, ())
    assert {o.test for o in reading.understood} == {"gait", "history", "ncs", "emg"}
    assert not any(o.kind == "muscle" and o.test == "strength" for o in reading.understood)


def test_nerves_of_the_arm_are_told_as_such() -> None:
    """They are findings elsewhere, and their figures say of no lesion that it is likelier."""
    text = "Nerve  Record  Lat (ms)  Amp (mV)\nMedian  APB  3.5  9.1\n"
    assert {kind for kind, _, _ in told(text, "ncs")} == {"upper limb"}


def test_a_sentence_behind_a_table_stays_text() -> None:
    """What names a nerve is a title only where rows follow it."""
    text = (
        "Nerve  Record  Lat (ms)  Amp (mV)\nL Peroneal  EDB  4.5  2.0\n\nRight tibial CMAP normal"
    )
    assert told(text, "ncs") == [
        (AH, "normal", "right"),
        (EDB, "amplitude, 2 mV", "left"),
        (EDB, "latency, 4.5 ms", "left"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Latency, amplitude and velocity were normal.\nThe muscle was silent",
        "TA 2, EHL 2\nankle jerk normal",
        "muscle fibs PSW\nnothing of the kind",
        "Nerve / Sites  Lat (ms)  Amp (mV)\n",
        "Nerve / Sites  Lat (ms)  Amp (mV)\nbloop  3  4\n",
    ],
)
def test_text_that_is_no_table_stays_text(text: str) -> None:
    """A heading without a row that it could be of changes nothing."""
    assert tables_apart(text) == ([], text)


def test_prose_is_no_heading() -> None:
    """A sentence about latencies is not the top of a table."""
    assert heading_of("Distal latency and amplitude were normal.") is None
    assert heading_of("Nerve / Sites   Lat (ms)   Amp (mV)") is not None
