"""Pure functions on strings: Unicode, scripts, names, identifiers, pages, dates."""
