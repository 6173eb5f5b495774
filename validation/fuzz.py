"""Random and mutated cases: whatever is handed in, an answer that holds or one line of error.

In turn they are put together from the vocabulary, published cases with random changes to their text, lines of text
with random changes, and the tables of a laboratory's report with random changes. Nothing may crash; probabilities are
numbers and sum to 1; a word that means nothing comes back; what is carried through changes nothing; nor does the
order of the findings.
"""

import contextlib
import json
import math
import random
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lumbosacral.api import localize
from lumbosacral.errors import InputError
from lumbosacral.findings import names
from lumbosacral.inference.answer import Answer

HOME = Path(__file__).resolve().parents[1]
FOLDERS = (HOME / "examples", HOME / "validation" / "cases" / "open")
REPORT = (HOME / "examples" / "emg_report.txt").read_text(encoding="utf-8")
CARRIED = ("id", "source", "summary", "truth")
MEANINGLESS = ("blorfing", "xqzzy", "frobnitz", "vlimpert", "quazwort")
KINDS = {
    "strength": ("movement", "muscle"), "sensation": ("area",), "reflex": ("reflex",),
    "sign": ("sign",), "gait": ("gait",), "task": ("task",), "ncs": ("conduction",),
    "emg": ("muscle",), "pain": ("area", "association"), "autonomic": ("sign", "autonomic"),
    "history": ("association",), "imaging": ("association",), "laboratory": ("association",),
}  # fmt: skip
WORDS = (
    "normal", "absent", "reduced", "weak", "positive", "negative", "present", "fail", "pass",
    "impaired", "abnormal", "increased", "positive_symptom", "0", "1", "2", "3", "4", "4+", "4-",
    "5", "5-", "5/5", "2+", "trace", "not tested", "n/a", "", "9 uV", "44.1 m/s", "3.2 mV", "-4 mV",
    "12 parsec", "1e400 uV", "0 ms", "mild", "severe", "slow", "?", "²", "none", "éàü", "½",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    {"amplitude_uv": 4}, {"amplitude_mv": "0"}, {"spontaneous": "2+", "recruitment": "reduced"},
    {"nonsense": "yes"}, {"velocity_m_per_s": "31"}, {}, [1, 2], None, 7, -1, 2.5, True, "x" * 300,
)  # fmt: skip
SIDES = ("left", "right", "both", "L", "R", "unknown", "bilateral", "up", "")
TIMES = ("3 weeks", "4 months", "2 d", "yesterday", "", "-3 days", "1e9 years", "acute", "6/52")
GARBAGE = ("\x00", "\t", "{", "}", "[", ":", "- ", "'", '"', "&a", "*a", "<<", "…", "\u200b", "\r\n",
           "\u0663", "\U0001d7da", "nan", "!!int", "# ", "9" * 40, ";", " and ", " not ", "(", ")")  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """What is handed in: a mapping, the text of a file, or one line; with a word that must come back, if any."""

    kind: str
    content: Any
    word: str = ""


def published() -> list[dict[str, Any]]:
    """Cases that lie in the project for all to see."""
    found: list[dict[str, Any]] = []
    for path in sorted(p for folder in FOLDERS for p in folder.glob("*.yaml")):
        loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        found += loaded.get("cases", [loaded])
    return found


def _name(rng: random.Random, test: str) -> str:
    by_kind = names().by_kind
    known = [name for kind in KINDS.get(test, ()) for name in by_kind.get(kind, ())]
    every = known if known and rng.random() < 0.8 else [n for k in by_kind.values() for n in k]
    name = str(rng.choice(sorted(every)))
    if rng.random() < 0.15:
        name = rng.choice((f"{name} and {rng.choice(sorted(every))}", f"no {name}", f"{name}s",
                           f"{name} (mild)", f"right {name}", name.upper(), f"distal {name}"))  # fmt: skip
    return name


def _finding(rng: random.Random) -> dict[str, Any]:
    test = rng.choice(list(KINDS))
    said = rng.choice(VALUES) if rng.random() < 0.08 else rng.choice(WORDS)
    finding: dict[str, Any] = {"test": test, "of": _name(rng, test), "value": said}
    if rng.random() < 0.4:
        finding["side"] = rng.choice(SIDES[:5] if rng.random() < 0.95 else SIDES)
    if rng.random() < 0.1:
        finding["days"] = rng.choice((3, 21, 90, 400, "-1", "x"))
    return finding


def from_grammar(rng: random.Random) -> Thing:
    """Put a case together from names, values and sides."""
    case: dict[str, Any] = {"findings": [_finding(rng) for _ in range(rng.randint(1, 8))]}
    if rng.random() < 0.5:
        case["side"] = rng.choice(SIDES[:3])
    if rng.random() < 0.5:
        case["onset"] = rng.choice(TIMES)
    if rng.random() < 0.4:
        case["patient"] = {"age": rng.choice((5, 33, 71, "48", "old")), "sex": rng.choice("MFx")}
    word = ""
    if rng.random() < 0.5:
        word, one = rng.choice(MEANINGLESS), rng.choice(case["findings"])
        one["of"] = rng.choice((word, f"{one['of']} and {word}", f"{word}, {one['of']}"))
    return Thing("case", case, word)


def _mangled(rng: random.Random, text: str, times: int) -> str:
    for _ in range(times):
        at, to = sorted((rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)))
        to = min(to, at + 12)
        text = rng.choice((
            text[:at] + text[to:],
            text[:at] + rng.choice(GARBAGE) + text[at:],
            text[:at] + text[at:to] * 2 + text[to:],
            text[:at] + text[at:to][::-1] + text[to:],
            text[:at] + text[at:to].upper() + text[to:],
            text[:at] + chr(rng.randrange(32, 0x2FF)) + text[at + 1 :],
        ))  # fmt: skip
    return text


def from_published(rng: random.Random, cases: list[dict[str, Any]]) -> Thing:
    """Change the text of a published case, or leave findings out and bring others in."""
    case = json.loads(json.dumps(rng.choice(cases)))
    rng.shuffle(case["findings"])
    case["findings"] = [*case["findings"][: rng.randint(1, 14)], _finding(rng)]
    if rng.random() < 0.5:
        return Thing("case", case)
    text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False)
    return Thing("file", _mangled(rng, text, rng.randint(1, 4)))


def from_text(rng: random.Random) -> Thing:
    """Make a line of findings, with changes."""
    parts = []
    for _ in range(rng.randint(1, 7)):
        one = _finding(rng)
        side = rng.choice(("left ", "right ", "", "", "both "))
        parts.append(f"{side}{one['of']} {rng.choice(WORDS)}")
    word = rng.choice(MEANINGLESS) if rng.random() < 0.5 else ""
    if word:
        parts.insert(rng.randrange(len(parts) + 1), f"{word} {rng.choice(('3', 'weak', ''))}")
        return Thing("text", ", ".join(parts), word)
    return Thing("text", _mangled(rng, ", ".join(parts), rng.randint(0, 3)))


def from_table(rng: random.Random) -> Thing:
    """Change the tables of a report, leave lines out, or put a word into a row that it does not have."""
    lines = [line for line in REPORT.splitlines() if rng.random() < 0.9]
    if lines and rng.random() < 0.5:
        word, at = rng.choice(MEANINGLESS), rng.randrange(len(lines))
        cells = lines[at].split(" ")
        cells.insert(rng.randrange(len(cells) + 1), word)
        lines[at] = " ".join(cells)
        return Thing("text", "\n".join(lines), word)
    return Thing("text", _mangled(rng, "\n".join(lines), rng.randint(1, 6)))


def things(count: int, seed: int) -> Iterator[Thing]:
    """What is tried, in turn of the four kinds; each depends on its number alone."""
    cases = published()
    for i in range(count):
        rng = random.Random(f"{seed} {i}")
        make = (from_grammar, lambda r: from_published(r, cases), from_text, from_table)[i % 4]
        yield make(rng)


def _answers(thing: Thing, content: Any, bank: str) -> list[Answer]:
    if thing.kind != "file":
        found = localize(content, bank=bank)
        return found if isinstance(found, list) else [found]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_bytes(content.encode("utf-8", "surrogatepass"))
        found = localize(path, bank=bank)
    return found if isinstance(found, list) else [found]


def _numbers(tree: Any) -> Iterator[float]:
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list | tuple):
        for one in tree:
            yield from _numbers(one)
    elif isinstance(tree, int | float):
        yield tree


def unsound(answer: Answer) -> Iterator[str]:
    """What is wrong with an answer by itself."""
    said = answer.model_dump(mode="json", exclude={"carried"})
    if not all(map(math.isfinite, _numbers(said))):
        yield "not a number"
    for name in ("ranking", "by_structure"):
        shares = [one["probability"] for one in said[name]]
        if abs(sum(shares) - 1) > 1e-4 or min(shares) < 0:
            yield f"{name} sums to {sum(shares)}"


def _returned(word: str, answer: Answer) -> bool:
    told = [one.words for one in answer.not_understood] + list(answer.warnings)
    return any(word in words.lower() for words in told)


def _shares(answer: Answer) -> dict[Any, float]:
    return {(r.lesions[0].structure if r.lesions else "", r.side, len(r.lesions), r.structure,
             r.lesions[-1].structure if r.lesions else ""): r.probability
            for r in answer.ranking}  # fmt: skip


def apart(one: Answer, other: Answer) -> float:
    """Largest difference of a probability between two rankings."""
    here, there = _shares(one), _shares(other)
    return max(abs(here.get(key, 0) - there.get(key, 0)) for key in {*here, *there})


def _text(answer: Answer) -> str:
    return answer.model_dump_json(exclude={"carried"})


def changed(thing: Thing, answer: Answer, bank: str) -> Iterator[str]:
    """What changes although nothing that counts has changed."""
    case = dict(thing.content)
    carrying = case | {name: {"any_of": ["L5 root"], "left": [1]} for name in CARRIED}
    bare = {key: value for key, value in case.items() if key not in CARRIED}
    if len({_text(answer), *(_text(_answers(thing, c, bank)[0]) for c in (carrying, bare))}) > 1:
        yield "what is carried changed the answer"
    turned = case | {"findings": case["findings"][::-1]}
    gap = apart(answer, _answers(thing, turned, bank)[0])
    if gap > 2e-6:
        yield f"the order of the findings changed the ranking by {gap:.6f}"


def failures(thing: Thing, bank: str, *, twice: bool) -> tuple[str, list[str]]:
    """Whether a thing was answered or refused, and what failed."""
    try:
        answers = _answers(thing, thing.content, bank)
        found = [said for answer in answers for said in unsound(answer)]
        if thing.word and not _returned(thing.word, answers[0]):
            found.append(f"{thing.word!r} vanished")
        if twice and thing.kind == "case":
            found += changed(thing, answers[0], bank)
    except InputError as error:
        line = str(error)
        bad = "\n" in line or not line or len(line) > 1000
        return "refused", ["an error of more than one line"] if bad else []
    except Exception as error:
        return "crashed", [f"{type(error).__name__}: {error}"[:200]]
    return "answered", found


def tried(count: int, seed: int, bank: str, every: int = 3) -> tuple[Counter[str], list[str]]:
    """Try so many; one in `every` also changed in what must not count. Returns counts, and failures in words."""
    counts: Counter[str] = Counter()
    failed = []
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        for i, thing in enumerate(things(count, seed)):
            what, found = failures(thing, bank, twice=(i // 3) % every == 0)
            counts[what] += 1
            failed += [f"{i}: {said}: {_shown(thing)}" for said in found]
    return counts, failed


def _shown(thing: Thing) -> str:
    with contextlib.suppress(TypeError, ValueError):
        return json.dumps(thing.content, ensure_ascii=True)[:700]
    return repr(thing.content)[:700]


def run(seed: int, count: int, bank: str) -> str:
    """Text of the part."""
    counts, failed = tried(count, seed, bank, every=8)
    lines = [
        f"CHECK: {count} random and mutated cases and lines of text: {counts['answered']} answered, "
        f"{counts['refused']} refused in one line, {counts['crashed']} crashed; {len(failed)} failures."
    ]
    if failed:
        kinds = Counter(said.split(": ", 2)[1] for said in failed)
        lines += ["", *(f"- {kind}: {n}" for kind, n in kinds.most_common(12))]
    return "\n".join(lines)
