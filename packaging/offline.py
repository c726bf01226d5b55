"""A way to run the tests without any network: a namespace with no interface but a loopback that is down.

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
    """Return the words to put before a command to run it without any network; none if that is not
    possible.
    """
    if os.name == "nt" or os.geteuid() != 0 or shutil.which(way[0]) is None:
        return []
    tried = subprocess.run([*way, "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return list(way) if tried.returncode == 0 else []
