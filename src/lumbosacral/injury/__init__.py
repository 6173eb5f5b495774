"""Injury: a leg, what struck it and how long ago, give the state of its fibres."""
