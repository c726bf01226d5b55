"""The command line, the second interface beside the window."""

from hrddesk.cli.program import main as main
