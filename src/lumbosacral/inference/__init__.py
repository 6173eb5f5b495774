"""Where the lesion is, how sure, why, and what to test next."""
