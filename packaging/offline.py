"""A place without any network for the tests: a namespace that has no interface but a loopback that is down.

Standard library only.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from typing import Final

OFFLINE: Final = "HRDDESK_TESTS_OFFLINE"
"""The variable that tells the tests that they run in such a place."""
_UNSHARE: Final = ("unshare", "--net", "--")


def words(way: Sequence[str] = _UNSHARE) -> list[str]:
    """Return what, before a command, runs it without any network; nothing where that is not possible."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which(way[0]) is None:
        return []
    tried = subprocess.run([*way, "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return list(way) if tried.returncode == 0 else []
