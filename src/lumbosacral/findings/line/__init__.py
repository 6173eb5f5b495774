"""One line of text, cut into the findings of a case."""
