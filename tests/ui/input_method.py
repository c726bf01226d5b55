"""A stand-in for ibus-daemon, in a process of its own: prints whatever a window tells an input method.

`python -m tests.ui.input_method ADDRESS` serves on the bus at that address, as the portal of IBus does.
"""

import json
import sys
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import (
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
    QDBusVirtualObject,
)

SERVICE: Final = "org.freedesktop.portal.IBus"
ROOT: Final = "/org/freedesktop/IBus"
CONTEXT: Final = f"{ROOT}/InputContext_1"


class InputMethod(QDBusVirtualObject):
    """Learns what it is told: it asks for the text around the cursor, as many input methods do."""

    def introspect(self, path: str) -> str:
        """Say nothing of what there is: nobody asks."""
        del path
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802
        """Print a call and answer it."""
        member = message.member()
        print(json.dumps([member, *map(_plain, message.arguments())]), flush=True)
        answers: dict[str, list[Any]] = {
            "CreateInputContext": [QDBusObjectPath(CONTEXT)],
            "ProcessKeyEvent": [False],
        }
        reply = message.createReply()
        reply.setArguments(answers.get(member, []))
        taken = connection.send(reply)
        if member == "FocusIn":
            interface = "org.freedesktop.IBus.InputContext"
            connection.send(QDBusMessage.createSignal(CONTEXT, interface, "RequireSurroundingText"))
        return taken


def _plain(value: object) -> str:
    inside = value.variant() if isinstance(value, QDBusVariant) else value
    return "…" if isinstance(inside, QDBusArgument) else str(inside)  # PySide reads no structures


def main(address: str) -> int:
    """Serve until the bus goes away."""
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "ibus")
    served = InputMethod()
    assert bus.registerVirtualObject(ROOT, served, QDBusConnection.VirtualObjectRegisterOption.SubPath)
    assert bus.registerService(SERVICE)
    print(json.dumps(["ready"]), flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
