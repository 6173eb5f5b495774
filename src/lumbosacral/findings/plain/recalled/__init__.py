"""Plain spelling of histories: what came before, what is denied, bladder and bowel."""
