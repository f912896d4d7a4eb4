"""Faults of characters, markup, blanks and placeholders, in any field."""
