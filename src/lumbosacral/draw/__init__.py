"""Pictures: pure functions from a state to SVG text."""
