"""Words and names: tokens, the vocabulary with its rules, and the phrases made of them."""
