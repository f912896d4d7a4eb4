"""The expectations that we publish: over a table of records, and over the table of measures."""
