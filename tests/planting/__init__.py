"""Faults planted in clean records, by kind: how many of them does each rule find?

The forms come from the catalogue of rules and from what exports, forms, scanners and people
leave in records, never from the code of the rules. `plant.py` beside this package runs them.
"""
