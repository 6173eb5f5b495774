"""What a pain does with a posture: an answer that only says "relieves" or "aggravates", and having to sit down."""

import re

__all__ = ["plain_easing", "plain_relief"]

_POSTURE = (
    r"(?:(?:prolonged|long|quiet|quietly|lumbar|forward|trunk|slight|continued|brisk) )*"
    r"(?:sitting|sit|seated|standing|stand|walking|walk|ambulation|ambulating|lying|lie|recumbency|supine|prone|rest|"
    r"resting|bed rest|leaning|bending|stooping|squatting|crouching|flexion|extension|hyperextension|coughing|"
    r"sneezing|straining|lifting|exercise|exertion|activity|movement|stairs|stair climbing|climbing stairs|running|"
    r"driving|(?:getting|standing) up|changing position|change of position|valsalva(?: maneuver| manoeuvre)?)"
    r"(?: (?:down|up|still|around|about|flat|forwards?|backwards?|over|supine|prone|on the back|of the (?:back|spine|"
    r"trunk|lumbar spine)|in bed|(?:over|on|onto|against) (?:an? |the )?(?:(?:shopping|grocery) )?"
    r"(?:cart|trolley|chair|table|walker|rollator|counter)(?: or (?:an? |the )?(?:(?:shopping|grocery) )?"
    r"(?:cart|trolley|chair|table|walker|rollator|counter))?))*"
)
_POSTURES = re.compile(
    rf"(?:pains? (?:on|with|when|while|during) )?(?P<posture>{_POSTURE}(?:(?:,| and| or|, and|, or) {_POSTURE})*)",
    re.I,
)
_BENT = re.compile(
    r"(?P<limb>hip|knee)s?(?: and (?:hip|knee)s?)? (?:hyper)?(?:flexion|bending)"
    r"|(?:hyper)?(?:flexion|flexing|bending) (?:of )?(?:the )?(?P<last>hip|knee)s?(?: and (?:the )?(?:hip|knee)s?)?"
    r"|(?:flexing|bending|drawing up|pulling up) (?:the |his |her |both )*(?P<whole>legs?|knees?|hips?)(?: up)?",
    re.I,
)
"""A limb that is bent, which eases a pain or is no matter of it."""
_IT = (
    r"(?:(?: (?:the|his|her|my|this|leg|back|radicular|low))* (?:it|pains?|symptoms?|discomfort))?"
)
_PAIN = r"(?:(?:(?:the|his|her|this) )?(?:pains?|symptoms?|discomfort|it) )?"
_HOW = r"(?:(?:partially|partly|completely|somewhat|markedly|slightly|greatly|immediately|clearly|usually|also) )?"
_BY = r"(?: (?:by|with|on|when|while)(?: it)?)?"
_EASES = re.compile(
    rf"{_PAIN}(?:is |are |was |gives? |brings? |provides? )?{_HOW}(?:relie(?:ves?|ved|ving|f)|eas(?:es?|ed|ing)|"
    r"alleviat(?:es?|ed|ing)|improv(?:es?|ed|ing)|lessen(?:s|ed)?|reduc(?:es?|ed)|diminish(?:es|ed)?|helps?|better|"
    rf"ameliorat(?:es?|ed)|abolish(?:es|ed)?|takes? away){_IT}{_BY}(?: completely| partially| promptly)?",
    re.I,
)
_WORSENS = re.compile(
    rf"{_PAIN}(?:is |are |was |makes? |made )?{_HOW}(?:worsen(?:s|ed|ing)?|aggravat(?:es?|ed|ing)|"
    rf"exacerbat(?:es?|ed|ing)|intensif(?:y|ies|ied)|provok(?:es?|ed)|trigger(?:s|ed)?|worse){_IT}(?: worse)?{_BY}",
    re.I,
)
_BEGINS = r"(?:reliev|eas|alleviat|improv|lessen|reduc|diminish|help|better|ameliorat|settl|subsid|resolv)"
_EACH = re.compile(
    rf"\b{_BEGINS}\w*(?: (?:only|partially|completely))? (?:by|on|with|when|while|after) "
    r"(?:(?:getting|standing) up|rising|standing)(?P<and> (?:and|or) )"
    r"(?=(?:walking|ambulat\w+|moving|pacing)\b)",
    re.I,
)
_UPRIGHT = re.compile(r"\b(?:stand|walk|ambulat|mov|sit|seat|activity|getting up)\w*", re.I)
_LAIN = re.compile(r"\b(?:lying|lie|lain|supine|recumb\w+|rest(?:ing)?|prone)\b", re.I)
_LISTED = re.compile(
    rf"\b{_BEGINS}\w*(?: (?:only|partially|completely))? (?:by|on|with|when|while|after) "
    rf"(?:(?:I am|I'm|he is|she is) )?(?P<list>{_POSTURE}(?:(?:,| and| or|, and|, or|/) {_POSTURE})+)",
    re.I,
)
_STOPS = re.compile(
    rf"^(?:and |which |quickly |promptly |is |are )*(?:{_BEGINS}\w*|disappear\w*|goes away|go away|"
    r"vanish\w*|abat\w*|gone)"
    r"(?: (?:promptly|quickly|rapidly|completely|within (?:a few |several |some |\d+ )?(?:seconds|minutes|min)))*"
    r" (?:on|by|with|after|when|upon|once) (?:he |she |the patient )?"
    r"(?:stop(?:s|ped|ping)?(?: (?:walking|to rest))?|standing still|stands still|halting)$",
    re.I,
)
_BLOCK = re.compile(
    r"\b(?:nerve blocks?|blockade|ana?esthetic|lidocaine|lignocaine|bupivacaine|ropivacaine|procaine"
    r"|infiltration)\b",
    re.I,
)
_GONE = re.compile(
    r"(?:(?:the|his|her|all) )?(?:pain |symptoms? )?(?:(?:stop|disappear|vanish|resolv|abat)\w*"
    r"|(?:is |was )?(?:gone|pain[- ]free)|goes away|went away|no (?:more )?pain)"
    r"(?: (?:completely|temporarily|immediately|at once|for (?:\w+ )?(?:hours?|days?|minutes?|weeks?)))*",
    re.I,
)
"""A pain that is no more, where a nerve was blocked."""
_ON_FOOT = re.compile(r"\b(?:walk\w*|ambulat\w*|running|runs|exertion|exercise|stairs)\b", re.I)
_SOMEBODY = re.compile(
    r"\b(?P<when>when|while|after) (?:a |the |he |she |you |they |one )?(?:person |patient |people )?(?:is|are|was) "
    r"(?=(?:sitting|seated|standing|walking|lying|supine|resting)\b)",
    re.I,
)
_GOES_AWAY = re.compile(
    r"\b(?:(?:often|usually|typically|always|generally) )?(?:go(?:es)? away|disappears?|vanish(?:es)?|resolves?) "
    r"(?:when|on|with|while|after|upon) (?=(?:sitting|standing|walking|lying|resting)\b)",
    re.I,
)
_HAS_TO_SIT = re.compile(
    r",? (?:(?:and|then|so|that|which) )*(?:(?:he|she|the patient) )?(?:sits|sat|sitting) down$"
    r"|,? (?:(?:and|then|which|that) )*(?:forc(?:ing|es|ed)|oblig(?:ing|es|ed)|compell?(?:ing|s|ed)|caus(?:ing|es|ed)) "
    r"(?:him|her|them|the patient|one) to (?:stop(?: walking)?(?: and|,| to)? )?(?:sit(?: down)?|bend forwards?|"
    r"lean forwards?)(?: (?:down|and rest))?",
    re.I,
)


def plain_easing(of: str, said: str) -> tuple[str, str]:
    """Write "standing: relieves the pain" as "relieved by standing"; that it stops when somebody stops is no denial.

    Parameters
    ----------
    of, said : str
        A pain, and the answer to it.

    Returns
    -------
    tuple of str
        Both in plain spelling.
    """
    posture, verb = _posture_in(of.strip()), said.strip()
    if posture and _EASES.fullmatch(verb):
        of, said = f"relieved by {posture}", "present"
    elif posture and _WORSENS.fullmatch(verb):
        of, said = f"worse on {posture}", "present"
    elif (bent := _BENT.fullmatch(of.strip())) and _EASES.fullmatch(verb):
        of, said = f"relieved by {bent['limb'] or bent['last'] or 'knee'} flexion", "present"
    elif _BLOCK.search(of) and _GONE.fullmatch(verb):
        of, said = "relieved by local anaesthetic", "present"
    elif _ON_FOOT.search(of) and _STOPS.match(verb):
        # that it goes when he stops does not deny that it comes when he walks
        said = "present"
    return of, plain_relief(said)


def _posture_in(text: str) -> str:
    """Words that name a posture, with what stands beside it in a list: "rest and analgesics"; else none."""
    whole = _POSTURES.fullmatch(text)
    if whole is not None:
        return whole["posture"]
    listed = re.split(r",? (?:and|or) |, ", text)
    return text if any(re.fullmatch(_POSTURE, one, re.I) for one in listed) else ""


def plain_relief(text: str) -> str:
    """Write that somebody has to sit down as what relieves, and say of standing and of walking that it relieves."""
    text = _GOES_AWAY.sub("relieved by ", _SOMEBODY.sub(r"\g<when> ", text))
    if _ON_FOOT.search(text):
        text = _HAS_TO_SIT.sub(", relieved by sitting or bending forward", text)
    text = _EACH.sub(r"relieved by standing\g<and>relieved by ", text)
    return _LISTED.sub(_each_relieves, text)


def _each_relieves(found: re.Match[str]) -> str:
    """Say of each posture of a list that it relieves, where one is of lying and another is not."""
    if not (_UPRIGHT.search(found["list"]) and _LAIN.search(found["list"])):
        return found[0]
    each = re.split(r",? (?:and|or) |, |/ ?", found["list"])
    return " and ".join(f"relieved by {one}" for one in each)
