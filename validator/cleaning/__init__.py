"""Cleaning: fixes made where they stand, duplicates merged, and all of it told and taken back."""
