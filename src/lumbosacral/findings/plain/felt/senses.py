"""The senses that are named with one place: "vibration, position sense and pinprick of the feet"."""

from lumbosacral.findings.language.phrase import Part

__all__ = ["shared_sense"]

_PAIN, _ANY = "pin", "any"


def shared_sense(parts: list[Part]) -> str:
    """Name the sense that parts without their own are of; where pain stands among others, all of them.

    A sense that has its own place stays what it is: "pinprick of the feet, vibration of the ankles".
    """
    senses = [part.modality for part in parts if part.modality]
    if not senses:
        return ""
    own = [part for part in parts if part.modality and part.named]
    mixed = _PAIN in senses and len(set(senses)) > 1
    if mixed and len(own) < 2:
        for part in own:
            part.modality = _ANY
        return _ANY
    return senses[-1]
