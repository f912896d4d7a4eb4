"""Faults in dates."""
