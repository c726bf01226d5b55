"""Start the program: shut off the network first, then the window or the command line.

Everything else is imported only after the lock holds, and only what this start needs.
"""

import sys

from hrddesk import lockdown
from hrddesk.errors import NetworkLockMissing


def main() -> int:
    """Run the program with the arguments of the process and return its exit code."""
    try:
        lockdown.engage()
    except NetworkLockMissing as error:
        sys.stderr.write(f"hrddesk: {error}\n")
        return error.exit_code
    arguments = sys.argv[1:]
    if not arguments:
        from hrddesk_ui.app import main as window

        return window()
    if arguments == ["--layout"]:
        from hrddesk.publish.worker import main as layout

        return layout()
    from hrddesk.cli import main as command_line

    return command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())
