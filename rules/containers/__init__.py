"""Faults in the names of journals, proceedings and books that hold a work."""
