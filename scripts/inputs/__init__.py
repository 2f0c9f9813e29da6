"""Inputs: what an input's files hold and how it maps them, before anything is built."""
