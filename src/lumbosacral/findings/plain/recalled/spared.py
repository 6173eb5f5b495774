"""Bladder, bowel and sexual function that a report calls spared within its words: "but his bowels are not affected"."""

import re

__all__ = ["plain_spared"]

_WHOSE = r"(?:the |his |her |their |my |both )?"
_ORGAN = (
    r"(?:(?:urinary )?bladder|bowels?|urinary|urination|micturition|voiding|sphincters?|sphincteric|sexual|erectile)"
    r"(?: (?:function(?:s|ing)?|control|habits?|continence|activity|movements?))?"
)
_ORGANS = rf"{_WHOSE}(?P<list>{_ORGAN}(?:(?:,| and| or|/|, and|,? nor) {_WHOSE}{_ORGAN})*)"
_BE = r"(?:is |are |was |were |has been |have been |had been |has |have |had |remains? |remained |being )?"
_SOUND = (
    r"(?:not (?:been )?(?:affected|involved|impaired|disturbed|altered|compromised|a problem)"
    r"|(?:completely |entirely |otherwise )?(?:unaffected|uninvolved|unimpaired|undisturbed|spared|fine|normal|intact"
    r"|preserved|unchanged|ok|okay|unremarkable))"
)
_LEAD = r"(?P<lead>^|(?:,|;)? (?:but|and|with|while|whereas|although|though) (?:with )?|[,;] )"
_SPARED = re.compile(rf"{_LEAD}{_ORGANS} {_BE}{_SOUND}(?=$|[,;])", re.I)
_NEXT = re.compile(rf"(?:, and|,? nor|,| and| or|/) ?{_WHOSE}", re.I)


def plain_spared(text: str, bladder: str) -> str:
    """Deny a trouble of each organ that is called spared, and of no other that is told with it.

    Parameters
    ----------
    text : str
        The words of a finding.
    bladder : str
        What a trouble of the bladder is called in its kind of test.
    """

    def denied(found: re.Match[str]) -> str:
        organs = (_trouble(one, bladder) for one in _NEXT.split(found["list"]))
        return f"{', ' if found['lead'] else ''}no {' or '.join(dict.fromkeys(organs))}"

    return _SPARED.sub(denied, text)


def _trouble(organ: str, bladder: str) -> str:
    low = organ.lower()
    if "bowel" in low:
        return "bowel complaint"
    return "sexual dysfunction" if low.startswith(("sexual", "erectile")) else bladder
