"""Faults of DOIs: missing, malformed, written as links, samples, at odds with their record."""
