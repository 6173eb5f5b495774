"""Tables of an examination with a column for each leg, as lines in which each result has its side."""

import re

__all__ = ["uncolumned"]

_SIDE = r"\(?(?:R|L|Rt|Lt|right|left)\.?\)?(?: (?:leg|side|LE))?"
_HEAD = re.compile(
    rf"^\s*\|?\s*(?P<what>[^|\d]*?)[\s|]*(?<![\w/])(?P<one>{_SIDE})[\s|/]+(?P<two>{_SIDE})\s*\|?\s*:?\s*$",
    re.IGNORECASE,
)
_TOLD = (
    r"(?:[0-5][+-]?(?:/5)?|\d\+|[+]{1,4}|\+/-|-|\u2191+|\u2193+|\u2713|up|down|flexor|extensor|absent|normal|present"
    r"|reduced|decreased|diminished|brisk|trace|weak|intact|wnl|nl|n|nt|pos(?:itive)?|neg(?:ative)?|[+-]ve|nil)"
)
_ROW = re.compile(
    rf"^\s*\|?\s*(?P<what>[^|]*?[A-Za-z)\d][^|]*?)[\s|:]+(?P<one>{_TOLD})[\s|,]+(?P<two>{_TOLD})\s*\|?\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[\s|:=_-]*$")
_SUBJECT = re.compile(r"^\s*\|?\s*(?P<what>[A-Za-z][A-Za-z ()]{2,30}?)\s*:?[\s|]*$")
_JERK = re.compile(r"\b(?:jerks?|reflex(?:es)?|DTRs?|KJ|AJ|patellar?|achilles)\b", re.IGNORECASE)
_PAIRED = re.compile(
    r"^(?P<before>[^:;.\n]*?)\(?\b(?P<one>R|L|right|left)\s?/\s?(?P<two>R|L|right|left)\b\)?\s*:\s*(?P<rest>[^;.\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_GRADES = (
    r"(?:(?!\b(?:left|right|R|L|Rt|Lt|both|b/l|bilat\w*)\b)[A-Za-z][\w ]*? (?:[0-5][+-]?/5|[0-5][+-]?),? "
    r"(?:and )?)"
)
_SIDE_LAST = re.compile(
    rf"(?P<start>(?:^|[.;:\n])\s*)(?P<list>{_GRADES}{{2,}}?)\(?(?P<side>on (?:the )?(?:right|left|R|L)|b/l|bilat\w*"
    r"|(?<=\()(?:R|L|right|left)(?=\)))\b(?: side)?\)?(?=\s*(?:[.,;\n]|$))",
    re.IGNORECASE,
)
"""Grades in a list with one side behind them all: "DF 1/5, EV 2/5, PF 5/5 on R"."""
_PAIR = re.compile(
    r"(?<=[\w)] )(?P<one>[0-5][+-]?)\s?/\s?(?P<two>[0-5][+-]?)(?=\s*(?:,|$|and\b|[A-Za-z]))"
)


def uncolumned(text: str) -> str:
    """Write rows under a heading with two sides as "knee jerk right 2+, left absent"; other lines stay."""
    text = _SIDE_LAST.sub(r"\g<start>\g<side> \g<list>", _PAIRED.sub(_each_pair, text))
    lines: list[str] = []
    head: re.Match[str] | None = None
    subject = ""
    for line in text.split("\n"):
        found = _HEAD.match(line)
        if found is not None and _two_sides(found):
            head, subject = found, _named(found["what"])
            continue
        row = _ROW.match(line) if head is not None else None
        if head is not None and row is not None:
            lines.append(_row(row, head, subject))
        elif head is not None and _RULE.match(line):
            continue
        elif head is not None and (named := _SUBJECT.match(line)) is not None:
            subject = _named(named["what"])
        else:
            head = None
            lines.append(line)
    return "\n".join(lines)


def _two_sides(head: re.Match[str]) -> bool:
    return _letter(head["one"]) != _letter(head["two"])


def _letter(side: str) -> str:
    return side.strip("( ")[0].lower()


def _side(side: str) -> str:
    return "right" if _letter(side) == "r" else "left"


def _named(words: str) -> str:
    """Subject of a table without what it is graded by: "Power (MRC)"."""
    words = re.sub(r"\([^)]*\)|[|:]", " ", words)
    words = re.sub(r"\b(?:muscle|movement|group|test|grade|level)s?\b", " ", words, flags=re.I)
    return " ".join(words.split())


def _row(row: re.Match[str], head: re.Match[str], subject: str) -> str:
    jerk = bool(_JERK.search(f"{subject} {row['what']}"))
    one, two = (_told(row[which], jerk) for which in ("one", "two"))
    what = row["what"].strip(" :|")
    before = f"{subject}: " if subject else ""
    return f"{before}{what} {_side(head['one'])} {one}, {what} {_side(head['two'])} {two}"


def _told(word: str, jerk: bool) -> str:
    """Write a mark that stands alone in its column in words: a jerk with a dash is absent."""
    if jerk and word == "-":
        return "absent"
    return {"\u2713": "normal", "n": "normal", "wnl": "normal", "nt": "not tested"}.get(
        word.lower(), word
    )


def _each_pair(found: re.Match[str]) -> str:
    """Give each of two results its side where a heading names both: "R/L: L5 3/5"."""
    one, two = _side(found["one"]), _side(found["two"])
    if one == two:
        return found[0]
    rest = _PAIR.sub(rf"{one} \g<one> {two} \g<two>", found["rest"])
    return f"{found['before'].strip()}: {rest}" if rest != found["rest"] else found[0]
