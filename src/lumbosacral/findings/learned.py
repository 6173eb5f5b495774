"""What `concepts.txt` says of findings beside its rules: those without a side, those that give way."""

from lumbosacral.findings.rules import Lines

__all__ = ["Learned"]


class Learned:
    """Lists of findings, as they are written in the file.

    Attributes
    ----------
    no_side : frozenset of str
        Findings of the whole person.
    aside : frozenset of str
        What an answer says of when and how, no finding of its own beside another one.
    passing : dict of test -> frozenset of str
        Only a remark in this test.
    yields : dict of finding -> frozenset of str
        Left out where one of those is named too.
    postures, qualities : frozenset of str
        In which the plural of a limb is no side; which stand beside the place of a pain.
    events, wounds : frozenset of str
        Concepts of what happened.
    """

    def learn(self, lines: Lines) -> None:
        """Take the lists from the sections of the file."""
        self.no_side = _all(lines, "no side")
        self.aside = _all(lines, "aside")
        self.postures = _all(lines, "postures")
        self.qualities = _all(lines, "qualities")
        self.passing = _sets(lines, "passing")
        self.yields = _sets(lines, "yields")
        self.events = _sets(lines, "events").get("events", frozenset())
        self.wounds = _sets(lines, "events").get("wounds", frozenset())


def _all(lines: Lines, section: str) -> frozenset[str]:
    return frozenset(one for _, said, _ in lines.get(section, ()) for one in said)


def _sets(lines: Lines, section: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(said) for name, said, _ in lines.get(section, ())}
