"""Finders: segments, sentences, numbers and dates of any English document."""
