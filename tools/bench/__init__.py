"""Measures what speed is claimed for, against what else there is."""
