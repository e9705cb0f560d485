"""Checking, exporting and laying out the edition; the core never imports this."""
