"""How a reading is held against the label of a phrase of the gold set."""

from validation.phrases import Phrase, hear

SAY = "sensation | toes | decreased | left"
DORSUM = "sensation area dorsum of great toe = reduced @left"
TOE = "sensation area incl dorsum of great toe + plantar great toe = reduced @left"


def test_the_nearest_of_the_fair_readings_counts() -> None:
    assert hear(Phrase("x", SAY, (DORSUM,))).missed == (DORSUM,)
    either = hear(Phrase("x", SAY, (DORSUM,), also=((TOE,),)))
    assert (either.missed, either.wrong) == ((), ())


def test_no_reading_that_nobody_wrote_counts() -> None:
    other = "sensation area heel = reduced @left"
    heard = hear(Phrase("x", SAY, (DORSUM,), also=((other,),)))
    assert heard.missed
    assert heard.wrong
