"""Small pieces of memory for the database, ready and locked, so that each need not be locked by itself.

SQLite keeps a block of small pieces for every connection and asks for others when all are taken; 40 of them,
which the statements that are kept ready take for good. SQLCipher has the kernel lock every other piece that
is asked for, and wipes it when it is given back: two thirds of what writing a row took went into that. The
block is locked once and wiped when the connection closes; what a piece of it held stays in locked memory
until it is used again or the vault is locked, as it does in what Python keeps.

Locking and wiping a block costs as much as it is large, byte for byte: a connection that writes, of which
there is one, gets a large one, and those that read, which come and go, one that their statements fit into.

The size of the block can be said before the library is used and, for one connection, right after it was
opened, and by no statement of SQL: https://www.sqlite.org/malloc.html#lookaside,
https://www.sqlite.org/c3ref/config.html, https://www.sqlite.org/c3ref/c_dbconfig_defensive.html. The library
tells which connection that is to the functions that it calls for each new one:
https://www.sqlite.org/c3ref/auto_extension.html.
"""

import ctypes
import sys
import threading
from collections.abc import Callable
from typing import Final, TypeVar

_FOR_ALL: Final = 13  # SQLITE_CONFIG_LOOKASIDE
_FOR_ONE: Final = 1001  # SQLITE_DBCONFIG_LOOKASIDE
_PIECE: Final = 1200
"""Bytes of a piece, as SQLite has it by itself."""
_FEW: Final = 300
"""How many pieces every connection has: 360 kB."""
_MANY: Final = 1000
"""How many one has that writes: 1.2 MB."""

_OnOpening = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)

ConnectionT = TypeVar("ConnectionT")


class Lookaside:
    """The small pieces of a library, which is given by its path; no connection of it may be open yet.

    `taken` is False where the library does not take it: all works as well, and takes longer.
    """

    def __init__(self, library: str) -> None:
        self._opened = threading.local()
        self._note = _OnOpening(self._noted)  # the library calls it as long as the process lasts
        self._configure: Callable[..., int] | None = None
        self.taken = self._prepare(library)

    def many(self, connect: Callable[[], ConnectionT]) -> ConnectionT:
        """Return the connection that `connect` opens in this thread, with many pieces."""
        self._opened.db = None
        connection = connect()
        opened, self._opened.db = self._opened.db, None
        if self._configure is not None and opened is not None:
            block = ctypes.c_void_p(None)  # the library gets the memory itself
            self._configure(
                ctypes.c_void_p(opened), _FOR_ONE, block, ctypes.c_int(_PIECE), ctypes.c_int(_MANY)
            )
        return connection

    def _prepare(self, library: str) -> bool:
        if not sys.platform.startswith("linux"):  # elsewhere variable arguments are handed over otherwise
            return False
        try:
            sqlite = ctypes.CDLL(library)
            shut_down, config = sqlite.sqlite3_shutdown, sqlite.sqlite3_config
            initialize, on_opening = sqlite.sqlite3_initialize, sqlite.sqlite3_auto_extension
            configure = sqlite.sqlite3_db_config
        except (OSError, AttributeError):  # no library, or one that shows only what Python asks for
            return False
        shut_down()
        taken = config(_FOR_ALL, ctypes.c_int(_PIECE), ctypes.c_int(_FEW))
        refused = int(initialize()) or int(taken) or int(on_opening(self._note))
        self._configure = None if refused else configure
        return not refused

    def _noted(self, db: int, error: int, routines: int) -> int:
        del error, routines
        self._opened.db = db
        return 0
