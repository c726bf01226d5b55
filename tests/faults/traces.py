"""What a program leaves behind: what it wrote (by strace), what lies in folders, what a screen tells.

Canaries are looked for in the forms in which a program or a tool would write them down.
"""

import base64
import os
import re
import subprocess
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

# Every call that makes, alters or names a file, starts a program or speaks to another one.
_CALLS: Final = (
    *("open", "openat", "openat2", "creat", "truncate", "rename", "renameat", "renameat2", "link", "linkat"),
    *("symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "mknod", "mknodat"),
    *("chmod", "fchmodat", "setxattr", "lsetxattr", "utimensat", "execve", "execveat", "connect"),
)
STRACE: Final = (
    *("strace", "-D", "-f", "-qq", "-y", "-v", "-s", "9999", "--seccomp-bpf"),
    *("-e", f"trace={','.join(f'?{name}' for name in _CALLS)}"),
)
"""Put before a command with `-o FILE`; `-D` leaves the command the number of the process."""

_LINE: Final = re.compile(r"^(\d+) +(\w+)\((.*)\) += (.*)$")
_OPENED: Final = re.compile(r"^\d+<(.*?)>(?:\(deleted\))?$")
_PATH: Final = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_WRITES: Final = re.compile(r"\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE)\b")
_SPOKEN: Final = re.compile(r'sun_path=@?"([^"]*)"')


def forms(canary: str) -> set[bytes]:
    """Return how a canary may be written down."""
    made = {canary.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030")}
    raw = canary.encode()
    made |= {urllib.parse.quote(canary).encode(), raw.hex().encode(), base64.b64encode(raw).rstrip(b"=")[:-1]}
    made.add("".join(chr(byte) if byte < 128 else f"\\{byte:o}" for byte in raw).encode())  # strace's
    return made


def holds(data: bytes, canaries: Iterable[str]) -> set[str]:
    """Return the canaries that stand in `data`, in capital letters or small ones."""
    folded = data.lower()
    return {canary for canary in canaries if any(form.lower() in folded for form in forms(canary))}


def in_folder(folder: Path, canaries: Iterable[str]) -> dict[str, set[str]]:
    """Return which paths below a folder hold canaries, in their names or their content."""
    wanted, found = list(canaries), {}
    for path in folder.rglob("*"):
        data = os.fsencode(path.relative_to(folder))
        if path.is_file() and not path.is_symlink():
            data += b"\n" + path.read_bytes()
        if hits := holds(data, wanted):
            found[str(path)] = hits
    return found


def in_processes(canaries: Iterable[str]) -> dict[str, set[str]]:
    """Return which processes of the machine tell canaries in their arguments, variables or names."""
    wanted, found = list(canaries), {}
    for process in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ", "comm", "task/*/comm"):
            for part in process.glob(name):
                try:
                    data = part.read_bytes()
                except OSError:  # it ended
                    continue
                if hits := holds(data, wanted):
                    found[f"{part}: {data[:200]!r}"] = hits
    return found


def of_screen() -> bytes:
    """Return all that the X server tells of every window: the tree, and each window's properties."""
    tree = _said("xwininfo", "-root", "-tree")
    numbers = sorted(set(re.findall(rb"0x[0-9a-f]+", tree)))
    return b"\n".join([tree, _said("xprop", "-root"), *(_said("xprop", "-id", n.decode()) for n in numbers)])


def _said(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=False, timeout=60).stdout


class Log:
    """What strace wrote down."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text("utf-8", "replace")
        self._lines = [found.groups() for line in self.text.splitlines() if (found := _LINE.match(line))]

    def written(self) -> set[str]:
        """Return every path that was opened to be written to, made, renamed or removed."""
        found: set[str] = set()
        for _, call, arguments, result in self._lines:
            if result.startswith("-1") or call in ("execve", "execveat", "connect"):
                continue
            if call.startswith("open") and not _WRITES.search(arguments):
                continue
            opened = _OPENED.match(result)
            found |= {opened[1]} if opened else set(_paths(arguments))
        return found

    def started(self) -> list[str]:
        """Return arguments and variables of every program that was started."""
        return [arguments for _, call, arguments, _ in self._lines if call.startswith("execve")]

    def spoken_to(self) -> set[str]:
        """Return the local sockets that were asked for a connection, whether somebody answered or not."""
        return {
            place
            for _, call, arguments, _ in self._lines
            if call == "connect"
            for place in _SPOKEN.findall(arguments)
        }


def _paths(arguments: str) -> Iterator[str]:
    for folder, name in _PATH.findall(arguments):
        yield os.path.normpath(os.path.join(folder or "/cwd", name))  # noqa: PTH118  (normpath has no twin in pathlib)
