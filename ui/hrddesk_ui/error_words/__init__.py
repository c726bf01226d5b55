"""What goes wrong, in the language of the window."""
