"""The words for errors, in the window's language."""
