"""Findings put where they belong: in plain spelling, and under the test that they tell of."""
