"""Published cases: how they are read, and where the true structure stands in the answer."""

from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import yaml

from lumbosacral.api import cases_of, localize
from lumbosacral.errors import CaseError
from lumbosacral.inference.answer import Answer


@dataclass(frozen=True)
class Scored:
    """One case: rank of a right answer (strict) and of a right or acceptable one (lenient)."""

    id: str
    certainty: str
    truth: str
    first: str
    strict: int
    lenient: int
    probability: float
    not_understood: tuple[str, ...]


def rank_of(answer: Answer, names: set[str]) -> int:
    """Place of the best of `names` among the structures, from 1; 99 where none is listed."""
    listed = [entry.structure for entry in answer.by_structure]
    return min((listed.index(name) + 1 for name in names if name in listed), default=99)


def score(record: dict[str, Any], bank: str) -> Scored:
    """Score one case; the answer never sees the truth, and a case of which nothing is understood is missed."""
    asked, truth = {k: v for k, v in record.items() if k != "truth"}, record["truth"]
    try:
        answer = localize(cases_of(asked), bank=bank)
    except CaseError as error:
        named, sure = " / ".join(truth["any_of"]), truth["certainty"]
        return Scored(record["id"], sure, named, "no answer", 99, 99, 0.0, (str(error),))
    assert isinstance(answer, Answer)
    right, accepted = (
        set(truth["any_of"]),
        set(truth["any_of"]) | set(truth["also_acceptable"] or ()),
    )
    share = sum(e.probability for e in answer.by_structure if e.structure in right)
    return Scored(
        id=record["id"],
        certainty=truth["certainty"],
        truth=" / ".join(truth["any_of"]),
        first=answer.by_structure[0].structure,
        strict=rank_of(answer, right),
        lenient=rank_of(answer, accepted),
        probability=share,
        not_understood=tuple(n.words for n in answer.not_understood),
    )


def run(path: Path, bank: str = "full") -> list[Scored]:
    """Score every case of a file."""
    return [score(record, bank) for record in yaml.safe_load(path.read_text())["cases"]]


def table(scored: list[Scored]) -> str:
    """Markdown table with the counts below."""
    lines = [
        "| case | truth | certainty | first answer | rank strict | rank lenient | p(truth) | not understood |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {s.id} | {s.truth} | {s.certainty} | {s.first} | {_rank(s.strict)} | {_rank(s.lenient)} "
        f"| {s.probability:.2f} | {'; '.join(s.not_understood) or '-'} |"
        for s in scored
    ]
    return "\n".join([*lines, "", counts(scored)])


def counts(scored: list[Scored]) -> str:
    """One sentence on some cases: strict, lenient, log score; inferred truths apart."""
    sure = [s for s in scored if s.certainty != "inferred"]
    apart = [s for s in scored if s.certainty == "inferred"]
    said = _counted(scored)
    if apart and sure:
        said += f" Proven and clinical truths alone: {_counted(sure)} Inferred truths: {_counted(apart)}"
    return said


def _counted(scored: list[Scored]) -> str:
    n = len(scored)
    mean = sum(log(max(s.probability, 1e-4)) for s in scored) / n
    return (
        f"{n} cases: right structure first in {sum(s.strict == 1 for s in scored)}, right or acceptable "
        f"first in {sum(s.lenient == 1 for s in scored)}, right or acceptable in the first three in "
        f"{sum(s.lenient <= 3 for s in scored)}, truth below 2 % in {sum(s.probability < 0.02 for s in scored)}; "
        f"mean log score {mean:.2f}; {sum(len(s.not_understood) for s in scored)} phrases not understood."
    )


def _rank(rank: int) -> str:
    return "-" if rank == 99 else str(rank)
