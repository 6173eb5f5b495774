"""A case as it is handed in: its file, its keys and fields, whose it is and since when."""
