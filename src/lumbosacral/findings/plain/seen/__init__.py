"""Plain spelling of signs and reflexes."""
