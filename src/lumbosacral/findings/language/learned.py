"""What `concepts.txt` says of findings beside its rules: those without a side, those that give way."""

from lumbosacral.findings.language.rules import Lines

__all__ = ["Learned"]


class Learned:
    """Lists of findings, as they are written in the file.

    Attributes
    ----------
    no_side : frozenset of str
        Findings of the whole person.
    aside : frozenset of str
        What an answer says of when and how, no finding of its own beside another one.
    courses : frozenset of str
        Of those, what an answer says of it that has no other word.
    causes : frozenset of str
        What came before a pain, where it is told with it.
    passing, never : dict of test -> frozenset of str
        Only a remark in this test, where another name stands beside it, or always.
    away : dict of test -> frozenset of str
        Parts of the body where nothing that is seen is a finding of the table.
    misplaced : dict of finding -> frozenset of str
        Words of another place beside which it is not meant.
    yields : dict of finding -> frozenset of str
        Left out where one of those is named too.
    postures, qualities : frozenset of str
        In which the plural of a limb is no side; which stand beside the place of a pain.
    events, wounds, midline : frozenset of str
        Concepts of what happened, and of places that have no side.
    aided : str
        The task that is impaired where somebody needs a stick, crutches or a wheelchair.
    filed : dict of test -> dict of test -> frozenset of str
        Findings of another test that are told in this one: a decrement among studies of nerves.
    qualified : dict of finding -> frozenset of str
        Words for how it went, whose denial does not deny it.
    done : frozenset of str
        What was done or gone through, which a normal course or result does not deny.
    provoking, unborne : frozenset of str
        What is done to bring a pain on, and words for that it was not borne.
    relatives, inherited : frozenset of str
        Concepts of relatives, and illnesses that say nothing of the patient where one has them.
    meanwhile : frozenset of str
        What was being done when something else happened.
    not_weak_now : frozenset of str
        Beside these a weakness that is told is not what there is now.
    implies : dict of finding -> frozenset of str
        Where it is there, the others are not also said to be absent.
    in_fluid : dict of what was measured -> the same
        What it is called beside another thing that was measured in the fluid of the spine.
    none_of : dict of finding -> frozenset of str
        What is said in one where all of these are found not to be there.
    when_both, when_pain : dict of finding or place -> finding
        What a finding is called where it is on both sides; what pain in a place is called.
    films, scans, scanned_only : frozenset of str
        Words of plain films and of scans; findings that no film shows.
    """

    def learn(self, lines: Lines) -> None:
        """Take the lists from the sections of the file."""
        self.no_side = _all(lines, "no side")
        self.aside = _all(lines, "aside")
        self.causes = _all(lines, "causes")
        self.courses = _all(lines, "courses")
        self.postures = _all(lines, "postures")
        self.qualities = _all(lines, "qualities")
        self.passing = _sets(lines, "passing")
        self.yields = _sets(lines, "yields")
        self.events = _sets(lines, "events").get("events", frozenset())
        self.wounds = _sets(lines, "events").get("wounds", frozenset())
        relatives = _sets(lines, "of relatives")
        self.implies = _sets(lines, "implies")
        self.when_pain = {name: said[0] for name, said, _ in lines.get("when pain", ())}
        self.meanwhile = _all(lines, "meanwhile")
        self.not_weak_now = _all(lines, "not weak now")
        self.none_of = _sets(lines, "none of")
        self.in_fluid = {name: said[0] for name, said, _ in lines.get("in fluid", ())}
        self.never = _sets(lines, "never")
        self.misplaced = _sets(lines, "misplaced")
        self.away = _sets(lines, "away")
        self.qualified = _sets(lines, "qualified")
        self.done = _all(lines, "done")
        borne = _sets(lines, "borne")
        self.provoking = borne.get("provoking", frozenset())
        self.unborne = borne.get("unborne", frozenset())
        self.aided = next(iter(_all(lines, "aided")), "")
        self.filed = {
            section.removeprefix("filed "): _sets(lines, section)
            for section in lines
            if section.startswith("filed ")
        }
        self.relatives = relatives.get("relatives", frozenset())
        self.inherited = relatives.get("illnesses", frozenset())
        films = _sets(lines, "films")
        self.films = films.get("films", frozenset())
        self.scans = films.get("scans", frozenset())
        self.scanned_only = films.get("meant", frozenset())
        self.midline = _all(lines, "midline")
        self.when_both = {name: said[0] for name, said, _ in lines.get("when both", ())}


def _all(lines: Lines, section: str) -> frozenset[str]:
    return frozenset(one for _, said, _ in lines.get(section, ()) for one in said)


def _sets(lines: Lines, section: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(said) for name, said, _ in lines.get(section, ())}
