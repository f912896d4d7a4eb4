"""Tables: delimited text, workbooks, Parquet, databases; their columns and rows."""
