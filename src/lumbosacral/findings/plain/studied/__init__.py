"""Plain spelling of conduction, needle, images and laboratory."""
