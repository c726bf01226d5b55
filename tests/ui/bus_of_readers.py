"""What a screen reader's bus is given, heard where Qt hands it over."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import PySide6
from PySide6.QtGui import QAccessible, QAccessibleEvent
from shiboken6 import wrapInstance

_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_TELL = frozenset({"TextInserted", "TextRemoved", "TextUpdated", "ValueChanged", "NameChanged"})


@contextmanager
def heard() -> Iterator[list[str]]:
    """Yield what is told of texts, as Qt's bridge passes it on: nothing of it while the bridge is off."""
    said: list[str] = []

    def hear(address: int) -> None:
        event = cast(QAccessibleEvent, wrapInstance(address, QAccessibleEvent))
        kind = event.type().name
        if QAccessible.isActive() and kind in _TELL:
            said.append(f"{kind} {type(event.object()).__name__}")

    library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
    install = library[_INSTALL]
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    handler = _HANDLER(hear)
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    active = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        yield said
    finally:
        QAccessible.setActive(active)
        install(before)
