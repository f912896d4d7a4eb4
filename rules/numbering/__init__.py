"""Faults in pages, volumes and issues."""
