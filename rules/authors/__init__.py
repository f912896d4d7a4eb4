"""Faults in the names of authors, editors and translators."""
