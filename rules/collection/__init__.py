"""Faults of a collection: of keys and fields, of what its records say together, of its files."""
