"""Preallocated, locked lookaside memory for SQLite, so that small allocations need no lock each.

SQLite gives every connection a block of 40 small slots and allocates separately when all are used; cached
statements occupy those 40 permanently. SQLCipher locks each separate allocation through the kernel and wipes
it when freed: this took two thirds of the time for writing a row. The lookaside block is locked once and
wiped when the connection closes; the content of a freed slot stays in locked memory until the slot is reused
or the vault is locked, as it does in memory kept by Python.

Locking and wiping a block costs time in proportion to its size: the single writing connection gets a large
block; reading connections, which are opened and closed often, get one just large enough for their statements.

The size of the block can be set before the library is used and, for one connection, right after it was
opened, but not by SQL: https://www.sqlite.org/malloc.html#lookaside,
https://www.sqlite.org/c3ref/config.html, https://www.sqlite.org/c3ref/c_dbconfig_defensive.html. The library
passes the handle of each new connection to the registered functions:
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
"""The size of a slot in bytes, which is SQLite's default."""
_FEW: Final = 300
"""The number of slots of every connection: 360 kB."""
_MANY: Final = 1000
"""The number of slots of a writing connection: 1.2 MB."""

_OnOpening = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)

ConnectionT = TypeVar("ConnectionT")


class Lookaside:
    """The lookaside configuration of the SQLite library at a path; create it before any connection is open.

    `taken` is False if the library rejects the configuration: everything still works, but more slowly.
    """

    def __init__(self, library: str) -> None:
        self._opened = threading.local()
        self._note = _OnOpening(self._noted)  # the library calls it as long as the process lasts
        self._configure: Callable[..., int] | None = None
        self.taken = self._prepare(library)

    def many(self, connect: Callable[[], ConnectionT]) -> ConnectionT:
        """Return the connection that `connect` opens in this thread, with the larger number of slots."""
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
        if not sys.platform.startswith("linux"):  # elsewhere variadic arguments are passed in another way
            return False
        try:
            sqlite = ctypes.CDLL(library)
            shut_down, config = sqlite.sqlite3_shutdown, sqlite.sqlite3_config
            initialize, on_opening = sqlite.sqlite3_initialize, sqlite.sqlite3_auto_extension
            configure = sqlite.sqlite3_db_config
        except (OSError, AttributeError):  # no library, or one that exports only what Python needs
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
