"""What is known: typed records, the text files that hold them, their sources and conflicts."""
