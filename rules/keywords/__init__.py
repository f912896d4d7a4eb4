"""Faults in keywords, classification numbers and abstracts."""
