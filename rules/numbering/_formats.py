"""Formats that write numbers in their own way."""

CATALOGUE_FORMATS = {"marc", "marcxml", "mods", "mrk"}
"""Formats of library catalogues, where labels are part of the value (AACR2, RDA): "v. 2"."""
