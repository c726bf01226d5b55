"""Let this process, and those that it starts, lock memory in name only.

SQLCipher has the kernel lock each piece of memory that it takes and unlock it again, some 9,000 times for the
opening of one vault: four fifths of the time that this takes. No test of a part can tell whether it was done.
tests/conftest.py says which tests are of the whole and come first, with all memory locked.
"""

import ctypes
import platform
import struct
import sys
from functools import cache
from typing import Final

# <linux/prctl.h>, <linux/seccomp.h>, <linux/filter.h>; an instruction is struct sock_filter
_NO_NEW_PRIVS, _SET_MODE_FILTER, _ALL_THREADS = 38, 1, 1
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ANSWER_ZERO, _ALLOW = 0x00050000, 0x7FFF0000
_CALLS: Final = {"x86_64": (317, 149, 150), "aarch64": (277, 228, 229)}  # seccomp, mlock, munlock


@cache
def in_name_only() -> bool:
    """Have mlock(2) and munlock(2) answered at once, for good; return False where the kernel cannot."""
    calls = _CALLS.get(platform.machine())
    if not sys.platform.startswith("linux") or calls is None:
        return False
    seccomp, lock, unlock = calls
    program = (
        (_LOAD, 0, 0, 0),  # the number of the call
        (_EQUAL, 1, 0, lock),
        (_EQUAL, 0, 1, unlock),
        (_RETURN, 0, 0, _ANSWER_ZERO),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *item) for item in program))
    filter_ = ctypes.create_string_buffer(struct.pack("@HP", len(program), ctypes.addressof(code)))
    libc = ctypes.CDLL(None)
    none, words = ctypes.c_ulong(0), (ctypes.c_long(seccomp), ctypes.c_ulong(_SET_MODE_FILTER))
    if libc.prctl(_NO_NEW_PRIVS, ctypes.c_ulong(1), none, none, none) != 0:
        return False
    return bool(libc.syscall(*words, ctypes.c_ulong(_ALL_THREADS), filter_) == 0)
