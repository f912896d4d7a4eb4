"""Faults in titles."""
