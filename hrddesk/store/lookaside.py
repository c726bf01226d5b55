"""Small pieces of memory for the database, ready and locked, so that each need not be locked by itself.

SQLite keeps a block of small pieces for every connection and asks for others when all are taken; 40 of them,
which the statements that are kept ready take for good. SQLCipher has the kernel lock every other piece that
is asked for, and wipes it when it is given back: two thirds of what writing a row took went into that. The
block is locked once and wiped when the connection closes; what a piece of it held stays in locked memory
until it is used again or the vault is locked, as it does in what Python keeps.

The size of the block can be said only before the library is used, and by no statement of SQL:
https://www.sqlite.org/malloc.html#lookaside and https://www.sqlite.org/c3ref/config.html.
"""

import ctypes
import sys
from typing import Final

_LOOKASIDE: Final = 13  # SQLITE_CONFIG_LOOKASIDE
_PIECE, _PIECES = 1200, 1000
"""Bytes of a piece, as SQLite has it by itself, and how many: 1.2 MB for each connection."""


def enlarge(library: str) -> bool:
    """Have the library of this path keep more pieces for each connection; no connection may be open.

    Return False where it does not take that: all works as well, and takes longer.
    """
    if not sys.platform.startswith("linux"):  # elsewhere a function of variable arguments is called otherwise
        return False
    try:
        sqlite = ctypes.CDLL(library)
        shut_down, config = sqlite.sqlite3_shutdown, sqlite.sqlite3_config
        initialize = sqlite.sqlite3_initialize
    except (OSError, AttributeError):  # no library, or one that shows only what Python asks for
        return False
    shut_down()
    taken = config(_LOOKASIDE, ctypes.c_int(_PIECE), ctypes.c_int(_PIECES))
    return int(initialize()) == 0 and int(taken) == 0
