"""Writers: values and whole records as text of a format."""
