"""Numerals of every kind, shared by dates and quantities."""
