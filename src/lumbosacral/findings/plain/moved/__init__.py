"""Plain spelling of strength, standing and walking."""
