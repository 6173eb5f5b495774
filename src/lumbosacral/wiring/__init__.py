"""The wiring: one universe of fibre bundles and segments, and the persons who have them."""
