"""Memory that was locked against swap space stays locked when a neighbour on its page is given back.

SQLCipher locks every piece of memory that it takes and unlocks it again; the kernel locks whole pages.
"""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter is Linux's")
ROOT = Path(__file__).resolve().parents[2]

GIVE_BACK_A_PART = """
import ctypes, mmap, re, sys
from hrddesk.system import lockdown
if sys.argv[1] == "True":
    lockdown.engage()

def locked():
    status = open("/proc/self/status").read()
    return int(re.search(r"VmLck:\\s+(\\d+) kB", status)[1]) * 1024

libc = ctypes.CDLL(None)
page = mmap.mmap(-1, mmap.PAGESIZE)
at = ctypes.addressof(ctypes.c_char.from_buffer(page))
before = locked()
assert libc.mlock(ctypes.c_void_p(at), ctypes.c_size_t(64)) == 0
assert locked() - before == mmap.PAGESIZE
assert libc.munlock(ctypes.c_void_p(at + 1024), ctypes.c_size_t(64)) == 0
print(locked() - before == mmap.PAGESIZE)
"""


@pytest.mark.parametrize("engaged", [False, True])
def test_page_stays_locked_when_a_part_of_it_is_given_back(engaged: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GIVE_BACK_A_PART, str(engaged)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{engaged}\n", "")  # without it the kernel unlocks all of the page
