"""Virtual patients: persons, conditions and time, sampled from the prior; the bank of their readings."""
