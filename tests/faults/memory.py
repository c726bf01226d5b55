"""Search the memory of another process: every page of it that is not one of a file that nobody wrote to.

Text is looked for as it lies in memory: UTF-8 (and ASCII with it), UTF-16 as Qt and Python keep it,
UTF-32 as Python keeps it, GB18030. Of a long text a piece from its middle is enough: what was freed loses its
first bytes to the allocator. Pixels are no text: what was painted is not looked for.
"""

import os
import re
import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-32-le", "gb18030")
_CHUNK: Final = 8 << 20
_PIECE: Final = 16  # characters
_UNREADABLE: Final = frozenset(
    {"[vvar]", "[vvar_vclock]", "[vsyscall]"}
)  # the kernel's, without a page of ours
_WRITTEN: Final = frozenset({"Private_Dirty", "Shared_Dirty", "Anonymous", "Swap"})
_MAPPING: Final = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+\s*(.*)")


@dataclass(slots=True)
class Area:
    """One mapping of /proc/PID/smaps."""

    start: int
    end: int
    rights: str
    name: str
    dirty: int = 0  # KiB that differ from the file, or have none

    @property
    def is_as_on_disk(self) -> bool:
        """Whether it shows a file, of which no page was ever written to in memory."""
        return self.name.startswith("/") and "(deleted)" not in self.name and self.dirty == 0

    def __str__(self) -> str:
        return f"{self.rights} {self.name or 'anonymous'}"


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found: the names of secrets, each with the areas that hold it."""

    found: dict[str, set[str]]
    read: int  # bytes that are not zero
    refused: list[str]  # areas that could not be read


def forms(secret: str | bytes) -> set[bytes]:
    """Return the bytes of a secret as they may lie in memory."""
    if isinstance(secret, bytes):
        return {secret, secret.hex().encode(), secret.hex().upper().encode()}
    middle = max(0, (len(secret) - _PIECE) // 2)
    piece = secret[middle : middle + _PIECE]
    made = set()
    for encoding in _ENCODINGS:
        try:
            made.add(piece.encode(encoding))
        except UnicodeEncodeError:
            continue
    return made


def areas(process: int) -> list[Area]:
    """Return what a process has in its address space."""
    made: list[Area] = []
    for line in Path(f"/proc/{process}/smaps").read_text("utf-8", "surrogateescape").splitlines():
        match = _MAPPING.match(line)
        if match is not None:
            made.append(Area(int(match[1], 16), int(match[2], 16), match[3], match[4]))
            continue
        name, _, amount = line.partition(":")
        if name in _WRITTEN:
            made[-1].dirty += int(amount.split()[0])
    return made


def scan(process: int, secrets: Mapping[str, str | bytes], *, once: bool = False) -> Scan:
    """Search a process, which stands still meanwhile; needs root where it is not dumpable.

    With `once` what was found is not looked for any further: that it is there is all that is asked.
    """
    needles = {name: forms(secret) for name, secret in secrets.items()}
    overlap = max(len(form) for found in needles.values() for form in found)
    found: dict[str, set[str]] = {}
    refused, read = [], 0
    os.kill(process, signal.SIGSTOP)
    try:
        with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
            for area in areas(process):
                if area.name in _UNREADABLE or area.is_as_on_disk:
                    continue
                try:
                    for chunk in _chunks(memory.fileno(), area, overlap):
                        read += len(chunk)
                        for name, needle in needles.items():
                            if any(form in chunk for form in needle):
                                found.setdefault(name, set()).add(str(area))
                        if once:
                            needles = {name: form for name, form in needles.items() if name not in found}
                except OSError as error:
                    refused.append(f"{area}: {error.strerror}")
    finally:
        os.kill(process, signal.SIGCONT)
    return Scan(found, read, refused)


def _chunks(memory: int, area: Area, overlap: int) -> Iterator[bytes]:
    at = area.start
    while at < area.end:
        chunk = os.pread(memory, min(_CHUNK, area.end - at), at)
        if not chunk:
            return
        if chunk.count(0) != len(chunk):  # pages that nobody touched
            yield chunk
        if at + len(chunk) >= area.end:
            return
        at += max(1, len(chunk) - overlap)
