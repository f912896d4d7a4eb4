"""What `clean` does to records: duplicates that are certain become one."""
