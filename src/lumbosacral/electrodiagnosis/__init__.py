"""Conduction studies, late responses and needle EMG as readings, relative to the person's own normal."""
