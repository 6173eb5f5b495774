"""What was found: from the words of an answer to values."""
