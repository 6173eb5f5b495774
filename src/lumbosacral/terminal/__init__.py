"""What the command line prints: one module for each command's rendering, and what they share."""
