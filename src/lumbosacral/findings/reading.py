"""What was read in a case: the records that the rest of the program works with."""

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["NotUnderstood", "Reading", "Side", "Understood", "Value"]

Side = Literal["left", "right", "both", "unknown"]


@dataclass(frozen=True, slots=True)
class Value:
    """One result, normalised.

    Attributes
    ----------
    word : str
        normal, weak, absent, reduced, abnormal, increased, present, positive, negative,
        positive_symptom, pass, impaired, fail, block or slow; empty where only a number is known.
    grade : float or None
        MRC grade, + and - as thirds.
    number, unit : float and str, or None
        A measured figure: uV, mV, m/s, ms, %.
    degree : str
        mild, moderate, severe, complete or empty.
    quantity : str
        amplitude, velocity, latency, block or empty.
    spontaneous : float or None
        0 to 4, needle at rest; 1 where the amount is not said.
    recruitment, units : str
        normal, reduced or absent; normal, neurogenic or myopathic; empty where not said.
    limit : float or None
        Limit of normal of the laboratory that measured, in the unit of the figure.
    """

    word: str = ""
    grade: float | None = None
    number: float | None = None
    unit: str | None = None
    degree: str = ""
    quantity: str = ""
    spontaneous: float | None = None
    recruitment: str = ""
    units: str = ""
    limit: float | None = None

    def __str__(self) -> str:
        if self.grade is not None:
            whole, third = divmod(round(self.grade * 3), 3)
            return f"grade {whole + (third == 2)}{('', '+', '-')[third]}"
        if (self.word, self.quantity) == ("normal", "block"):
            return "no block"
        figure = f"{self.number:g} {self.unit or ''}".strip() if self.number is not None else ""
        figure += f" (limit {self.limit:g})" if figure and self.limit is not None else ""
        amount = f"spontaneous activity {self.spontaneous:g}" if self.spontaneous else ""
        recruited = f"recruitment {self.recruitment}" if self.recruitment else ""
        said = (
            self.word.replace("_", " "),
            self.degree,
            self.quantity,
            figure,
            amount,
            recruited,
            self.units,
        )
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Understood:
    """One finding, or one part of a finding, in canonical names.

    Attributes
    ----------
    index : int
        Number of the finding in the case, from 0; -1 where it was read in the words on patient
        and onset.
    words : str
        The words it was read from, as given.
    test : str
        Kind of test, of the closed list.
    kind : str
        muscle, movement, area, reflex, sign, task, gait, conduction, association or elsewhere.
    targets : tuple of str
        Canonical names; several for a group.
    shares : tuple of float
        Weights of the targets, in their order; the sum is 1.
    summary : str
        How a group reads: one, any, most, all, mean or worst.
    modality : str
        touch, pin, vibration, position or any.
    value : Value
    sides : str
        left, right, both or unknown.
    days : float or None
        Time from onset to this finding, where it has one of its own.
    at : tuple of str
        Where a sign was seen or elicited, or a block found: canonical sites, muscles or areas.
    """

    index: int
    words: str
    test: str
    kind: str
    targets: tuple[str, ...]
    shares: tuple[float, ...]
    summary: str
    modality: str
    value: Value
    sides: Side
    days: float | None = None
    at: tuple[str, ...] = ()

    def as_text(self) -> str:
        """In words, for a person to check."""
        if self.kind == "elsewhere":
            return f"understood as: outside the leg ({', '.join(self.targets)}): {self.value}"
        many = f"{self.summary} of " if len(self.targets) > 1 else ""
        listed = ", ".join(self.targets[:4]) + (
            f" and {len(self.targets) - 4} more" if len(self.targets) > 4 else ""
        )
        sense = f" ({self.modality})" if self.modality not in {"", "any"} else ""
        place = f" at {', '.join(self.at)}" if self.at else ""
        what = f"{self.test}{sense} of {many}{listed}{place}"
        return f"understood as: {what}, side {self.sides}: {self.value}"


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that were not read.

    Attributes
    ----------
    index : int
        Number of the finding.
    words : str
        The words as given.
    nearest : tuple of str
        Known terms that look like them.
    partly : bool
        True where the rest of the finding was understood.
    """

    index: int
    words: str
    nearest: tuple[str, ...]
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A case as it was read.

    Attributes
    ----------
    understood, not_understood, warnings : tuple
        Every word of every finding is in one of the first two.
    patient : Patient
    onset_days : float or None
    course : str or None
        sudden, progressive or recurrent.
    side : str
        Default side of the findings.
    """

    understood: tuple[Understood, ...]
    not_understood: tuple[NotUnderstood, ...]
    warnings: tuple[str, ...]
    patient: Any
    onset_days: float | None
    course: str | None
    side: Side
