"""Virtual screens for the tests of the window. Standard library only."""

import os
import subprocess
from types import TracebackType
from typing import Self


class Displays:
    """One virtual X server for each test process, so that their windows do not take each other's focus."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._servers: list[subprocess.Popen[bytes]] = []
        self.names: list[str] = []

    def __enter__(self) -> Self:
        for _ in range(self._count):
            reader, writer = os.pipe()
            server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
                pass_fds=(writer,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._servers.append(server)
            os.close(writer)
            with os.fdopen(reader, "rb") as answer:
                number = answer.readline().strip().decode("ascii")  # empty where the server ended instead
            if number:
                self.names.append(f":{number}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.terminate()
        for server in self._servers:
            server.wait(timeout=20)
