"""The detection that the user leaves: the computer sleeps, its screen is locked, or somebody else logs in.

systemd's logind reports this on the system bus; screen savers of desktops without logind use the session bus.
Without either, only a sleep is detected, by comparing clocks after the sleep. The vault is locked before the
computer sleeps: an inhibitor of the kind `delay` makes logind wait until this process is replaced, which
closes the inhibitor. https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html
"""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

LOGIND: Final = "org.freedesktop.login1"
_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = f"{LOGIND}.Manager"
_SESSION: Final = f"{LOGIND}.Session"
_LOCKED: Final = "LockedHint"
_ACTIVE: Final = "Active"  # False while another user has screen and keyboard
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
SAVERS: Final = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
_CLOCKS: Final = 2.0  # seconds between two comparisons of the clocks
_SLEPT: Final = 1.0  # a greater difference of the clocks, in seconds, means a sleep


def asleep() -> float:
    """Return the seconds that the computer has slept since it was started; 0 if unknown."""
    if not sys.platform.startswith("linux"):
        return 0.0
    return max(0.0, time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC))


def system_bus() -> QDBusConnection:
    """Return the D-Bus connection to the system bus, which logind uses.

    If there is no system bus, the connection is returned unconnected.
    """
    return QDBusConnection.systemBus()


def session_bus() -> QDBusConnection | None:
    """Return the D-Bus connection to the bus of the desktop, or None if the environment names no such bus.

    For such an environment, asking for the bus would make libdbus start a new bus.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS") or (runtime and Path(runtime, "bus").exists()):
        return QDBusConnection.sessionBus()
    return None


class AwayWatch(QObject):
    """Emits a signal when the user leaves the computer; it watches from the call of `start` on."""

    left = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        system: Callable[[], QDBusConnection] = system_bus,
        desktop: Callable[[], QDBusConnection | None] = session_bus,
        slept: Callable[[], float] = asleep,
    ) -> None:
        super().__init__(parent)
        self._buses = system, desktop
        self._slept = slept
        self._before = 0.0
        self._system: QDBusConnection | None = None
        self._inhibitor: QDBusUnixFileDescriptor | None = None
        self._own: set[str] = set()
        self._seen: dict[tuple[str, str], bool] = {}
        self._clocks = QTimer(self)
        self._clocks.setInterval(round(_CLOCKS * 1000))
        self._clocks.timeout.connect(self._look_at_the_clocks)

    @property
    def delays_sleep(self) -> bool:
        """Whether logind waits for this process to lock before the computer sleeps."""
        return self._inhibitor is not None and self._inhibitor.isValid()

    def start(self) -> None:
        """Listen from now on, and delay sleep until the vault is locked."""
        if self._clocks.isActive():
            return
        self._before = self._slept()
        self._clocks.start()
        system, desktop = (bus() for bus in self._buses)
        if system is not None and system.isConnected():
            self._system = system
            self._listen_to_logind(system)
        if desktop is not None and desktop.isConnected():
            for name in SAVERS:
                desktop.connect(name, "", name, "ActiveChanged", self, _slot("_heard_saver"))

    def _listen_to_logind(self, bus: QDBusConnection) -> None:
        for interface, signal, slot in (
            (_MANAGER, "PrepareForSleep", "_heard_ending"),
            (_MANAGER, "PrepareForShutdown", "_heard_ending"),
            (_SESSION, "Lock", "_heard_lock"),
            (_PROPERTIES, "PropertiesChanged", "_heard_change"),
        ):
            bus.connect(LOGIND, "", interface, signal, self, _slot(slot))
        # "delay", not "block": the user can still switch the computer off.
        words = ["sleep:shutdown", "HRDDesk", "It locks first", "delay"]
        self._ask(_PATH, _MANAGER, "Inhibit", words, self._hold)
        # The session of this process or, if the process runs in none, the session in the foreground.
        self._ask(f"{_PATH}/session/auto", _PROPERTIES, "Get", [_SESSION, "Id"], self._know_name)
        name = os.environ.get("XDG_SESSION_ID", "")
        if name:
            self._know_name(name)

    def _ask(
        self, path: str, interface: str, member: str, words: list[str], then: Callable[[Any], object]
    ) -> None:
        """Call a method of logind and pass its first answer to `then`; ignore errors."""
        assert self._system is not None
        call = QDBusMessage.createMethodCall(LOGIND, path, interface, member)
        call.setArguments(words)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call), self)
        watcher.finished.connect(lambda pending: self._answered(pending, then))

    def _answered(self, pending: QDBusPendingCallWatcher, then: Callable[[Any], object]) -> None:
        answer = pending.reply()
        if answer.type() is QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            first = answer.arguments()[0]
            then(first.variant() if isinstance(first, QDBusVariant) else first)
        # The watcher is kept: PySide 6.11 crashes in its deleteLater if the bus is gone meanwhile.

    # The types of the answers are checked: another implementation of logind must not crash the window.

    def _hold(self, inhibitor: object) -> None:
        if isinstance(inhibitor, QDBusUnixFileDescriptor):
            self._inhibitor = inhibitor

    def _know_name(self, name: object) -> None:
        if isinstance(name, str):
            self._ask(_PATH, _MANAGER, "GetSession", [name], self._know_path)

    def _know_path(self, path: object) -> None:
        name = path.path() if isinstance(path, QDBusObjectPath) else ""
        if name and name not in self._own:
            self._own.add(name)
            self._look(name, partial(self._note, name))

    def _look(self, path: str, see: Callable[[str, object], None]) -> None:
        """Query whether a session is locked and whether it is active; pass each answer to `see`.

        The query is needed because PySide cannot read the map of values in the signal of a change.
        """
        for name in (_LOCKED, _ACTIVE):
            self._ask(path, _PROPERTIES, "Get", [_SESSION, name], partial(see, name))

    def _note(self, path: str, name: str, value: object) -> None:
        self._seen.setdefault((path, name), value is True)

    # --- what is heard ---

    @Slot(QDBusMessage)
    def _heard_ending(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:  # the signal says False when the computer is awake again
            self.left.emit()

    @Slot(QDBusMessage)
    def _heard_saver(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.left.emit()

    @Slot(QDBusMessage)
    def _heard_lock(self, message: QDBusMessage) -> None:
        if self._is_ours(message.path()):
            self.left.emit()

    @Slot(QDBusMessage)
    def _heard_change(self, message: QDBusMessage) -> None:
        path = message.path()
        if message.arguments()[:1] == [_SESSION] and self._is_ours(path):
            self._look(path, partial(self._see, path))

    def _is_ours(self, path: str) -> bool:
        """Tell whether the session at `path` is that of this user.

        As long as the user's session is unknown, return True for every session.
        """
        return not self._own or path in self._own

    def _see(self, path: str, name: str, answer: object) -> None:
        """Emit `left` if a session has just become locked or inactive.

        Only a change counts, because a session may be marked as locked or inactive all the time.
        """
        value = answer is True
        before = self._seen.get((path, name))
        self._seen[path, name] = value
        if (name == _LOCKED and value and not before) or (name == _ACTIVE and not value and before):
            self.left.emit()

    def _look_at_the_clocks(self) -> None:
        before, self._before = self._before, self._slept()
        if self._before - before > _SLEPT:
            self.left.emit()


def _slot(name: str) -> Any:
    return SLOT(f"{name}(QDBusMessage)")  # the types of PySide ask for bytes, which it then refuses
