"""Plain spelling of what is felt: where, how, how far up, and what hurts."""
