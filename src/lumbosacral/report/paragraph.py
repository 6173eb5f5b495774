"""A report of one paragraph: where, how sure, why, what next, in so many words at most."""

from lumbosacral.inference.answer import Answer
from lumbosacral.report.sentences import Sentence, sentences

__all__ = ["WORDS", "fitted", "report_of"]

WORDS = 90


def report_of(answer: Answer, words: int = WORDS) -> str:
    """Write an answer as one paragraph of at most `words` words.

    What cannot wait, the place, and what was not understood are said in any case; the rest is shortened, the least
    important first, until it fits.
    """
    text = " ".join(fitted(sentences(answer), words)).split()
    return " ".join(text if len(text) <= words else [*text[: words - 1], "..."])


def fitted(parts: list[Sentence], words: int) -> list[str]:
    """Say every sentence in the longest way that leaves room for those that are more important."""
    at = [0] * len(parts)
    by_rank = sorted(range(len(parts)), key=lambda i: (-parts[i].rank, -i))

    def said() -> list[str]:
        return [part.ways[n] for part, n in zip(parts, at, strict=True) if part.ways[n]]

    while len(" ".join(said()).split()) > words:
        free = [i for i in by_rank if at[i] < len(parts[i].ways) - 1]
        if not free:
            break
        at[free[0]] += 1
    return said()
