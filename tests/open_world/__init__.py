"""Measures what the redaction of texts does in an open world, by lists of sentences in each printed script.

The lists know nothing of the engine. `python -m tests.open_world` prints the table.
"""
