"""Formats in JSON: their common base, and a reader for each."""
