"""The words of a finding, taken apart: lists, sides, toes, and the name in each part."""
