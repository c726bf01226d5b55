"""What a screen reader's bus is given, heard where Qt hands it over."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import PySide6
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from shiboken6 import getCppPointer, wrapInstance

_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_TELL = frozenset({"TextInserted", "TextRemoved", "TextUpdated", "ValueChanged", "NameChanged"})


@contextmanager
def heard() -> Iterator[list[str]]:
    """Yield what is told of texts, as Qt's bridge passes it on: nothing of it while the bridge is off."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type().name in _TELL:
            said.append(f"{event.type().name} {type(event.object()).__name__}")

    with _listening(hear):
        yield said


@contextmanager
def announced() -> Iterator[list[str]]:
    """Yield what a screen reader is asked to speak at once; urgent words begin with an exclamation mark."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            (address,) = getCppPointer(event)
            spoken = cast(QAccessibleAnnouncementEvent, wrapInstance(address, QAccessibleAnnouncementEvent))
            is_urgent = spoken.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            said.append("!" * is_urgent + spoken.message())

    with _listening(hear):
        yield said


@contextmanager
def _listening(hear: Callable[[QAccessibleEvent], None]) -> Iterator[None]:
    def pass_on(address: int) -> None:
        if QAccessible.isActive():
            hear(cast(QAccessibleEvent, wrapInstance(address, QAccessibleEvent)))

    library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
    install = library[_INSTALL]
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    handler = _HANDLER(pass_on)
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    active = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        yield
    finally:
        QAccessible.setActive(active)
        install(before)
