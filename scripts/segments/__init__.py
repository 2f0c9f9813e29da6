"""Segments: their files and language, and the commands that look at them."""
