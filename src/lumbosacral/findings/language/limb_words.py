"""Words for limbs, their sides and shares, and toes by number, as patterns."""

__all__ = ["LIMB", "NUMBER", "NUMBERS", "OWN", "SHARE", "WAY"]

OWN = r"(?:(?:the|his|her|my|your|their|both) )?(?:(?:left|right) )?"
LIMB = r"(?:thigh|(?:lower )?leg|calf|calves|shin|foot|feet|ankle|knee|heel|sole|buttock)s?"
WAY = (
    r"(?:medial|lateral|anterior|posterior|dorsal|plantar|antero-?lateral|antero-?medial|postero-?lateral"
    r"|postero-?medial|dorso-?lateral|dorso-?medial)"
)
SHARE = r"(?:aspect|border|edge|side|part|surface|half|third|margin|portion)s?"
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("first", "1st", "great", "big", "hallux", "1"),
            ("second", "2nd", "2"),
            ("third", "3rd", "3"),
            ("fourth", "4th", "4"),
            ("fifth", "5th", "little", "small", "smallest", "pinky", "5"),
        )
    )
    for word in words
}
NUMBER = "(?:" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
