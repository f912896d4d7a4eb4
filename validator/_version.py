"""The version, in one place for packaging and for the program."""

__version__ = "0.1.0"
