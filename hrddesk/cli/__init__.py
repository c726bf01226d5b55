"""The command line: the second interface of the program, besides the window."""

from hrddesk.cli.program import main as main
