"""Tables pasted into a text: their rows as findings, and the text without them."""

from collections.abc import Sequence

from lumbosacral.findings.cases.case import Finding
from lumbosacral.findings.tables.cells import cells_of, is_result
from lumbosacral.findings.tables.columns import MICROVOLTS, meaning, plain_word
from lumbosacral.findings.tables.labels import names_nerve, parts_of_title, place_of, sided
from lumbosacral.findings.tables.layout import LABELS, Heading, heading_of, is_rule, parted
from lumbosacral.findings.tables.needles import needled
from lumbosacral.findings.tables.studies import Kind, Study, told_of
from lumbosacral.findings.tables.two_legs import both_legs

__all__ = ["tables_apart"]

_TITLE_WORDS = 8
_KINDS: dict[str, Kind] = {
    "motor": "motor", "sensory": "sensory", "f wave": "f wave", "h reflex": "h reflex",
}  # fmt: skip


def tables_apart(text: str) -> tuple[list[Finding], str]:
    """Findings of the tables of a text, and the rest of the text; nothing changes where there is no table."""
    lines = text.splitlines()
    found: list[Finding] = []
    rest: list[str] = []
    i = 0
    while i < len(lines):
        told, unread, taken = _table_at(lines[i:], rest[-1:])
        if not told:
            rest.append(lines[i])
            i += 1
            continue
        while rest and (not rest[-1].strip() or is_rule(rest[-1]) or _is_heading(rest[-1])):
            rest.pop()
        found, rest, i = found + told, rest + unread, i + taken
    return found, "\n".join(rest) if found else text


def _table_at(lines: Sequence[str], before: Sequence[str]) -> tuple[list[Finding], list[str], int]:
    """Findings of a table that begins with the first line, what it leaves unread, and how many lines it has."""
    told, taken = both_legs(lines)
    if told:
        return told, [], taken
    heading = heading_of(lines[0]) if lines[0].strip() else None
    if heading is None:
        return [], [], 0
    below = heading_of(lines[1]) if len(lines) > 1 else None
    depth = 1 if below is None else 2
    heading = heading if below is None else below.under(heading)
    table = _Table(heading, _kind_of(before, heading, lines[depth : depth + 1]))
    read = table.take(lines[depth:])
    return table.told, table.unread, depth + read


def _is_heading(line: str) -> bool:
    return bool(meaning(line, "headings"))


def _kind_of(before: Sequence[str], heading: Heading, after: Sequence[str]) -> Kind:
    """Kind of study by the line above the table, else by the unit of its amplitudes, there or in the line below."""
    for line in before:
        said = meaning(line, "headings")
        if said in _KINDS:
            return _KINDS[said]
    names = {column.name for column in heading.columns}
    units = {column.unit for column in heading.columns if column.name == "amplitude"}
    units |= {plain_word(word) for line in after if is_rule(line) for word in line.split()}
    if "amplitude" not in names and "f latency" in names:
        return "f wave"
    return "motor" if "mv" in units else "sensory" if units & MICROVOLTS else ""


class _Table:
    """Takes rows from the lines below a heading."""

    def __init__(self, heading: Heading, kind: Kind) -> None:
        self.heading, self.kind = heading, kind
        self.told: list[Finding] = []
        self.unread: list[str] = [*heading.unknown]
        self._study: Study | None = None
        self._title = ""
        self._side = ""

    def take(self, lines: Sequence[str]) -> int:
        """Read rows until a line is none, and say how many lines were taken."""
        taken = 0
        for number, line in enumerate(lines, 1):
            if not line.strip() or is_rule(line) or _is_units(line):
                continue
            if heading_of(line) is not None or not self._row(line):
                break
            if not self._title:  # a title that no row follows is none, and stays text
                taken = number
        self._close()
        return taken

    def _row(self, line: str) -> bool:
        row = cells_of(line, self.heading)
        if self.heading.needle:
            told, self._side = needled(row, self._side)
            self.told += told
            return bool(told)
        return self._of_study(line, row)

    def _of_study(self, line: str, row: dict[str, str]) -> bool:
        label = row.get("nerve") or row.get("site") or row.get("muscle") or ""
        results = {k: v for k, v in row.items() if k not in _LABELED}
        values = {k: v for k, v in results.items() if is_result(v, needle=False)}
        site = row.get("site", "")
        place = place_of(site)
        if not values:
            return self._titled(line)
        if row.get("nerve") or (not place and names_nerve(label)):
            self._begin(label, row)
        if self._study is None:
            return False
        self._study.rows.append({"site": site} | values)
        self._title = ""
        odd = [said for k, said in results.items() if k not in values]
        odd += [site] if site and not place and not names_nerve(site) else []
        self.unread += [*odd, *([row["text"]] if row.get("text") else [])]
        return True

    def _titled(self, line: str) -> bool:
        """Take the name of a study that stands in a line of its own."""
        title = (
            " ".join(parted(line, self.heading.mark)).strip() if self.heading.mark else line.strip()
        )
        long = len(title.split()) > _TITLE_WORDS or title.endswith(".")
        if long or not names_nerve(title) or _is_heading(title):
            return False
        self.unread += [self._title] if self._title else []
        self._begin(title, {})
        self._title = title
        return True

    def _begin(self, label: str, row: dict[str, str]) -> None:
        """Begin a study, unless the row goes on with the one before."""
        side, name = sided(f"{row.get('side', '')} {label}")
        nerve, record = parts_of_title(name)
        record = row.get("record") or row.get("muscle") or record
        last = self._study
        if last is not None and (last.nerve, last.record, last.side) == (
            nerve,
            record,
            side or last.side,
        ):
            return
        self._close()
        self._study = Study(nerve, record, side or (last.side if last else ""), self._kind(nerve))

    def _kind(self, nerve: str) -> Kind:
        words = plain_word(nerve)
        return next((kind for word, kind in _KINDS.items() if word in words), self.kind)

    def _close(self) -> None:
        if self._study is not None:
            self.told += told_of(self._study)
            recorded = [] if self._study.kind == "motor" else self._study.record.split()
            self.unread += [word for word in recorded if not meaning(word, "place words")]
        self._study = None


_LABELED = LABELS | {"text", "segment", "limit", "unused"}


def _is_units(line: str) -> bool:
    """Whether a line below a heading only groups or names columns again."""
    return meaning(line, "headings") == "any"
