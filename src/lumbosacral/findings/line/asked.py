"""What an examination asks at the end of a vignette, and the answers it offers, which tell nothing of the patient."""

import re

__all__ = ["without_question"]

_ASKED = re.compile(
    r"(?:^|(?<=[.;?!\n]))\s*(?:[^.;?!\n]*\bwhich (?:one )?of the following\b[^.;?!\n]*[?:.]?"
    r"|(?:Based on [^.;?\n]*, )?(?:Which|What|Where|Why|How|Who|(?:An? )?(?:injury|damage|lesion) (?:to"
    r"|of) which)\b[^.;?!\n]*\?)"
    r"(?P<offered>(?:\s*\(?[A-Ha-h][.):]\s+[^\n?]*?(?=\s\(?[A-Ha-h][.):]\s|\n|$))*)",
    re.IGNORECASE,
)


def without_question(text: str) -> str:
    """Leave out questions to whoever reads a vignette."""
    return _ASKED.sub("", text).strip() or text
