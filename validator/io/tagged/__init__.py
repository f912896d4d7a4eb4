"""Formats of lines that begin with a tag: their common base, and a reader for each."""
