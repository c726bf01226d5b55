"""The command line: the core's second face."""

from hrddesk.cli.program import main as main
