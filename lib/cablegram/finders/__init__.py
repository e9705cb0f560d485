"""Finders: what reads segments, sentences, numbers and dates off any English document."""
