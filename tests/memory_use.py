"""How much memory this process uses, as Linux counts it.

`getrusage` is no measure: a process begins with the most that the one had which started it.
"""

import re
from pathlib import Path
from typing import Final

MIB: Final = 1 << 20


def now() -> int:
    """Return how many bytes of memory this process has."""
    return _status("VmRSS")


def most() -> int:
    """Return the most bytes that it had at once, since it began or `forget_most` was called."""
    return _status("VmHWM")


def forget_most() -> None:
    """Let `most` begin anew."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def _status(name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024
