"""Formats in XML: their common base, and a reader for each."""
