"""What the reader of one finding writes down: readings, and words that come back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.language.groups import Members, expand
from lumbosacral.findings.language.phrase import targets_for
from lumbosacral.findings.language.vocabulary import Vocabulary
from lumbosacral.findings.reading import NotUnderstood, Side, Understood, Value

__all__ = ["Notes"]

_TURNED: dict[Side, Side] = {"left": "right", "right": "left"}
_FINE = frozenset({"normal", "negative", "pass"})


@dataclass(eq=False)
class Notes:
    """Readings of one finding as they come.

    Attributes
    ----------
    index : int
        Which finding of the case it is.
    default : Side
        The side where no words name one.
    understood, missed : list
        What was read, and what comes back.
    apart : list of Understood
        Readings that stay whole beside others that they overlap, as dermatomes do.
    """

    index: int
    finding: Finding
    default: Side
    known: Vocabulary
    members: Members
    warnings: list[str]
    understood: list[Understood] = field(default_factory=list)
    missed: list[NotUnderstood] = field(default_factory=list)
    apart: list[Understood] = field(default_factory=list)

    def miss(self, words: str, test: str, *, partly: bool, kinds: Iterable[str] = ()) -> None:
        """Hand words back, with the nearest known ones."""
        wanted = tuple(kinds) or targets_for(test)
        near = self.known.nearest(words, wanted)
        self.missed.append(NotUnderstood(self.index, words, near, partly))

    def warn(self, text: str) -> None:
        """Say something about this finding."""
        self.warnings.append(text)

    def made_of(self, kind: str, name: str, test: str) -> tuple[str, dict[str, float]]:
        """Kind and weights of the members of a name."""
        return expand(kind, name, test, self.known, self.members)

    def entry(
        self,
        kind: str,
        weights: Mapping[str, float],
        test: str,
        value: Value,
        words: str,
        side: str,
        summary: str = "",
        at: tuple[str, ...] = (),
        modality: str = "",
    ) -> Understood:
        """Make a reading; the side is what the words said."""
        plain = "all" if value.word in _FINE else "mean"
        return Understood(
            index=self.index,
            words=words,
            test=test,
            kind=kind,
            targets=tuple(weights),
            shares=tuple(weights.values()),
            summary="one" if len(weights) == 1 else summary or plain,
            modality=(modality or "any") if test == "sensation" else "any",
            value=value,
            sides=self._side(side),
            days=self.finding.days,
            at=at,
        )

    def _side(self, said: str) -> Side:
        if said == "other side":
            return _TURNED.get(self.default, self.default)
        if said in {"", "same side"}:
            return self.default
        chosen: Side = said  # type: ignore[assignment]
        if self.finding.side and self.finding.side not in {"unknown", chosen}:
            self.warn(
                f"the side is given as {self.finding.side}, "
                f"its words say {chosen}; the words were taken"
            )
        return chosen
