"""The page and the API behind it: a lesion seen, a lesion found; nothing leaves the machine."""
