"""Tables of a laboratory as its machine prints them: rows of conduction and needle studies, pasted among text."""
