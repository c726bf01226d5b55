"""A bus of the test's own, and a logind on it that sends and answers real messages."""

import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

LOGIND = "org.freedesktop.login1"
ROOT = "/org/freedesktop/login1"
OURS = f"{ROOT}/session/_31"
THEIRS = f"{ROOT}/session/_32"
_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/></policy></busconfig>
"""


def signal(path: str, interface: str, member: str, *arguments: object) -> QDBusMessage:
    """Return a signal that can be sent."""
    made = QDBusMessage.createSignal(path, interface, member)
    made.setArguments(list(arguments))
    return made


@contextmanager
def running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a program beside the test, and end it with it."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options) as process:
        try:
            yield process
        finally:
            process.terminate()


class Bus:
    """A dbus-daemon that nobody else knows of."""

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="hrddesk-bus-"))  # short: a socket's path has 107 bytes
        self.address = f"unix:path={self._folder / 'bus'}"
        configuration = self._folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(socket=self._folder / "bus"), "utf-8")
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdout is not None
        assert self._daemon.stdout.readline().startswith(self.address.encode())  # it listens by then
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()
        shutil.rmtree(self._folder)

    def end(self) -> None:
        """End the daemon, as a system does that goes down."""
        self._daemon.terminate()
        self._daemon.communicate(timeout=20)


class Logind(QDBusVirtualObject):
    """Sessions `OURS` and `THEIRS`, and inhibitors, on a connection of their own."""

    def __init__(self, bus: Bus, name: str) -> None:
        super().__init__()
        self._bus = QDBusConnection.connectToBus(bus.address, name)
        self._name = name
        self.inhibitors: list[int] = []  # the ends that logind keeps
        self.asked: list[list[Any]] = []
        self.state = {
            OURS: {"LockedHint": False, "Active": True, "Id": "1"},
            THEIRS: {"LockedHint": False, "Active": False, "Id": "2"},
        }
        self.knows_sessions = True
        self.nonsense: list[object] | None = None  # what it answers to everything instead
        self.answered = 0
        assert self._bus.registerService(LOGIND)
        option = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert self._bus.registerVirtualObject(ROOT, self, option)

    def close(self) -> None:
        """Leave the bus."""
        for descriptor in self.inhibitors:
            os.close(descriptor)
        self._bus.unregisterService(LOGIND)
        self._bus.unregisterObject(ROOT, QDBusConnection.UnregisterMode.UnregisterTree)
        QDBusConnection.disconnectFromBus(self._name)

    def introspect(self, path: str) -> str:
        """Say nothing of the objects below."""
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802
        """Answer as logind does."""
        arguments = message.arguments()
        self.answered += 1
        if self.nonsense is not None:
            reply = message.createReply()
            reply.setArguments(self.nonsense)
            return connection.send(reply)
        answer = self._answer(message.path(), message.member(), arguments)
        if answer is None:
            reply = message.createErrorReply(f"{LOGIND}.NoSuchSession", "there is no such thing")
        else:
            reply = message.createReply()
            reply.setArguments([answer])
        return connection.send(reply)

    def _answer(self, path: str, member: str, arguments: list[Any]) -> object:
        if member == "Inhibit":
            self.asked.append(arguments)
            reader, writer = os.pipe()
            self.inhibitors.append(reader)
            given = QDBusUnixFileDescriptor(writer)  # keeps a copy
            os.close(writer)
            return given
        if not self.knows_sessions:
            return None
        if member == "GetSession":
            return {"1": QDBusObjectPath(OURS), "2": QDBusObjectPath(THEIRS)}.get(arguments[0])
        if member == "Get":
            session = self.state.get(path.replace("/auto", "/_31"), {})
            return QDBusVariant(session[arguments[1]]) if arguments[1] in session else None
        return None

    def holds_sleep(self) -> bool:
        """Tell whether somebody still holds an inhibitor: as logind does, by the end of the pipe."""
        return any(not select.select([reader], [], [], 0)[0] for reader in self.inhibitors)

    def say(self, path: str, interface: str, member: str, *arguments: object) -> None:
        """Send a signal to all who listen."""
        assert self._bus.send(signal(path, interface, member, *arguments))

    def prepare(self, what: str, begins: bool) -> None:
        """Say that the computer will go to "Sleep" or "Shutdown", or that it is back."""
        self.say(ROOT, f"{LOGIND}.Manager", f"PrepareFor{what}", begins)

    def change(self, path: str, name: str, value: object) -> None:
        """Change a property of a session and say so."""
        self.state[path][name] = value
        self.say(
            path,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            f"{LOGIND}.Session",
            {name: value},
            [],
        )
