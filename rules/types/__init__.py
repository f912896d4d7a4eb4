"""Faults of types and fields: words that no format has, and what a type lacks."""
