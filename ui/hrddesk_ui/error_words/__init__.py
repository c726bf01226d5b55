"""The words for errors, in the language of the window."""
