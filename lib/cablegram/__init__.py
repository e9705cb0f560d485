"""One diplomatic cable as data."""
