"""Plain spelling: what people write in many ways, written in one way before it is read."""
