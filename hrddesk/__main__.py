"""The start of the program: shut off the network first, then start the window or the command line.

All other modules are imported only after the network is shut off, and only those that this start needs.
"""

import os
import signal
import sys

if len(sys.argv) > 1 and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    # Until the command heeds it, and when its work is done, Ctrl-C ends a command without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from hrddesk.errors import HrdDeskError, NetworkLockMissing, WindowNotPossible
from hrddesk.system import lockdown, process_list


def main() -> int:
    """Run the program with the arguments of the process and return its exit code."""
    process_list.hide_arguments()
    try:
        lockdown.engage()
    except NetworkLockMissing as error:
        return _refuse(error)
    arguments = sys.argv[1:]
    if not arguments:
        return _window()
    if arguments == ["--layout"]:
        from hrddesk.publish.process.worker import run as layout

        layout()
    from hrddesk.cli import program

    program.report_bugs_everywhere()
    return program.main(arguments)


def _window() -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return _refuse(WindowNotPossible(why="there is no display here"))  # Qt would abort the process
    try:
        import PySide6.QtWidgets  # noqa: F401  (whether it can be loaded is what is asked)
    except ImportError as error:  # a library of the system is missing; Python's message names it
        return _refuse(WindowNotPossible(why=str(error)))
    from hrddesk_ui.frame.app import main as window

    return window()


def _refuse(error: HrdDeskError) -> int:
    sys.stderr.write(f"hrddesk: {error}\n")
    return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
