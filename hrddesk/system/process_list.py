"""The removal of this process's arguments from the list of processes, which every account may read.

An argument may be the name of a person: `hrddesk search NAME` is shown in /proc/PID/cmdline. The kernel reads
this text from the memory of the process, so text that is overwritten there disappears from the list. A reader
who looks in the first hundredth of a second still sees it. On systems other than Linux nothing is done.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

_ARGUMENTS: Final = (48, 49)  # fields of /proc/PID/stat: where they begin and end (man proc_pid_stat)
_ENVIRONMENT: Final = (50, 51)


def hide_arguments() -> None:
    """Overwrite the arguments of the program in the process list.

    `sys.argv` keeps its own copy of them.
    """
    area = _area(_ARGUMENTS)
    if area is None:
        return
    start, end = area
    arguments = ctypes.string_at(start, end - start)
    hidden = b"".join(os.fsencode(argument) + b"\0" for argument in sys.argv[1:])
    if hidden and arguments.endswith(hidden):
        ctypes.memset(end - len(hidden), 0, len(hidden))


def forget_variable(name: str) -> str:
    """Remove a variable from the environment, also where the kernel shows it to others; return its value."""
    value = os.environ.pop(name, "")
    area = _area(_ENVIRONMENT)
    if area is None:
        return value
    start, end = area
    environment = b"\0" + ctypes.string_at(start, end - start)
    entry = b"\0" + os.fsencode(f"{name}={value}") + b"\0"
    place = environment.find(entry)
    if value and place >= 0:
        ctypes.memset(start + place, 0, len(entry) - 2)
    return value


def _area(fields: tuple[int, int]) -> tuple[int, int] | None:
    """Return where an area of this process's memory begins and ends, or None if the system does not tell.

    `fields` are the numbers of the two fields of /proc/PID/stat that contain these addresses.
    """
    try:
        status = Path("/proc/self/stat").read_bytes()
    except OSError:
        return None
    # The second field is the name of the program in brackets; it may contain any character.
    rest = status.rpartition(b")")[2].split()
    start, end = (int(rest[number - 3]) for number in fields)
    return (start, end) if 0 < start < end else None
