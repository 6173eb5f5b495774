"""One finding, read: names and values together, as the rest of the program takes them."""
