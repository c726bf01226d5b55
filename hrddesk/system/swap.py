"""The detection of swap space on a disk without encryption, from which memory could be read.

Sources: proc(5) on /proc/swaps; the kernel's Documentation/ABI/stable/sysfs-block and cryptsetup, whose
devices have names that begin with CRYPT.
"""

import os
import re
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_CAP_IPC_LOCK = 14  # <linux/capability.h>: whoever has it may keep any amount of memory out of swap


@dataclass(frozen=True, slots=True)
class LockedMemory:
    """The memory of this process that is never swapped (locked memory).

    `now` is its size and `most` its limit, both in bytes; `most` is None if there is no limit.
    """

    now: int
    most: int | None


def locked_memory(status: Path = Path("/proc/self/status")) -> LockedMemory | None:
    """Return the locked memory of this process, or None if the system does not report it. Linux only."""
    try:
        lines = status.read_text("ascii", "replace").splitlines()
        fields = {name: value.split() for name, _, value in (line.partition(":") for line in lines)}
        now, rights = int(fields["VmLck"][0]) * 1024, int(fields["CapEff"][0], 16)
    except (OSError, KeyError, ValueError, IndexError):
        return None
    if sys.platform == "win32" or rights >> _CAP_IPC_LOCK & 1:
        return LockedMemory(now, None)
    import resource

    most = resource.getrlimit(resource.RLIMIT_MEMLOCK)[0]
    return LockedMemory(now, None if most == resource.RLIM_INFINITY else most)


def swaps_to_plain_disk(swaps: Path = Path("/proc/swaps"), devices: Path = Path("/sys/dev/block")) -> bool:
    """Tell whether the system may write memory to a disk that it does not encrypt.

    A disk that encrypts itself, unknown to the system, counts as unencrypted. Return False if the system does
    not report its swap space. Linux only.
    """
    try:
        lines = swaps.read_text("utf-8", "surrogateescape").splitlines()[1:]
    except OSError:
        return False
    return any(not _is_sealed(devices, _device_of(line.split()[0])) for line in lines if line.strip())


def _device_of(place: str) -> str:
    """Return the number (MAJOR:MINOR) of the device of a path from /proc/swaps, or "" if it cannot be read.

    The path is a device, or a swap file on the device.
    """
    try:
        status = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), place)).stat()
    except OSError:
        return ""
    number = status.st_rdev if stat.S_ISBLK(status.st_mode) else status.st_dev
    return f"{os.major(number)}:{os.minor(number)}"


def _is_sealed(devices: Path, number: str) -> bool:
    """Tell whether data swapped to a device stay in memory (zram) or are encrypted.

    A device also counts as encrypted if every device below it is encrypted.
    """
    device = (devices / number).resolve()
    if not number or not device.is_dir():
        return False
    if device.name.startswith("zram"):
        return not _writes_back(devices, device)
    with suppress(OSError):
        if (device / "dm" / "uuid").read_text("ascii", "replace").startswith("CRYPT-"):
            return True
    below = [(part / "dev").read_text("ascii").strip() for part in (device / "slaves").glob("*")]
    return bool(below) and all(_is_sealed(devices, part) for part in below)


def _writes_back(devices: Path, device: Path) -> bool:
    """Tell whether a device for compressed memory (zram) writes its overflow to an unencrypted disk."""
    try:
        behind = (device / "backing_dev").read_text("utf-8", "surrogateescape").strip()
    except OSError:
        return False  # the kernel has no such feature
    return behind != "none" and not _is_sealed(devices, _device_of(behind))
