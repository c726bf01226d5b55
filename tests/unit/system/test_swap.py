"""Swap counts as encrypted only where the system says that all of it is."""

import os
import resource
from pathlib import Path

import pytest

from hrddesk.system import swap


class Disks:
    """A tree as in /sys, and a list as in /proc/swaps, of the disk on which the test lies."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "swap file"
        self.file.write_bytes(b"")
        self.list = folder / "swaps"
        self.devices = folder / "block"
        self.devices.mkdir()
        number = self.file.stat().st_dev
        self.number = f"{os.major(number)}:{os.minor(number)}"

    def name(self, *places: str) -> None:
        lines = ["Filename Type Size Used Priority", *(f"{place} file 1 0 -2" for place in places), ""]
        self.list.write_text("\n".join(lines), "utf-8")

    def disk(self, number: str, name: str, uuid: str = "", below: tuple[str, ...] = ()) -> None:
        made = self.devices.parent / "devices" / name
        (made / "slaves").mkdir(parents=True)
        if uuid:
            (made / "dm").mkdir()
            (made / "dm" / "uuid").write_text(uuid + "\n", "ascii")
        for part in below:
            (made / "slaves" / part.replace(":", "-")).mkdir()
            (made / "slaves" / part.replace(":", "-") / "dev").write_text(part + "\n", "ascii")
        (self.devices / number).symlink_to(made)

    def are_plain(self) -> bool:
        return swap.swaps_to_plain_disk(self.list, self.devices)


@pytest.mark.parametrize(
    ("name", "uuid", "below", "plain"),
    [
        ("sda2", "", (), True),
        ("zram0", "", (), False),
        ("dm-0", "CRYPT-LUKS2-0123-swap", (), False),
        ("dm-1", "LVM-0123", ("9:1",), False),
        ("dm-1", "LVM-0123", ("9:1", "9:2"), True),
        ("dm-1", "LVM-0123", ("9:3",), True),
    ],
)
def test_a_disk_that_memory_goes_to_unencrypted_is_known(
    tmp_path: Path, name: str, uuid: str, below: tuple[str, ...], plain: bool
) -> None:
    disks = Disks(tmp_path)
    disks.disk(disks.number, name, uuid, below)
    disks.disk("9:1", "dm-9", "CRYPT-PLAIN-x")
    disks.disk("9:2", "sdb1")
    disks.name(str(disks.file).replace(" ", "\\040"))
    assert disks.are_plain() is plain


def test_swap_that_nobody_knows_is_not_taken_for_encrypted(tmp_path: Path) -> None:
    disks = Disks(tmp_path)
    assert not disks.are_plain()  # there is no list
    disks.name()
    assert not disks.are_plain()
    disks.name(str(tmp_path / "gone"))
    assert disks.are_plain()


@pytest.mark.parametrize(
    ("behind", "sealed", "plain"),
    [("none", False, False), ("", False, False), ("the disk", False, True), ("the disk", True, False)],
)
def test_compressed_memory_that_goes_on_to_a_disk_counts_as_that_disk(
    tmp_path: Path, behind: str, sealed: bool, plain: bool
) -> None:
    disks = Disks(tmp_path)
    disks.disk(disks.number, "dm-0" if sealed else "sda2", "CRYPT-LUKS2-0123-x" if sealed else "")
    disks.disk("9:7", "zram0")
    if behind:
        named = "none" if behind == "none" else str(disks.file)
        (tmp_path / "devices" / "zram0" / "backing_dev").write_text(named + "\n", "utf-8")
    assert swap._is_sealed(disks.devices, "9:7") is not plain


def test_how_much_memory_is_kept_out_of_swap_and_how_much_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = tmp_path / "status"
    status.write_text("Name:\tx\nVmLck:\t    8192 kB\nCapEff:\t0000000000000000\n", "ascii")
    monkeypatch.setattr(resource, "getrlimit", lambda which: (8 << 20, resource.RLIM_INFINITY))
    assert swap.locked_memory(status) == swap.LockedMemory(8 << 20, 8 << 20)
    monkeypatch.setattr(resource, "getrlimit", lambda which: (resource.RLIM_INFINITY,) * 2)
    assert swap.locked_memory(status) == swap.LockedMemory(8 << 20, None)
    monkeypatch.undo()
    status.write_text("VmLck:\t0 kB\nCapEff:\t000001ffffffffff\n", "ascii")
    assert swap.locked_memory(status) == swap.LockedMemory(0, None)
    status.write_text("VmLck:\t? kB\n", "ascii")
    assert swap.locked_memory(status) is None
    assert swap.locked_memory(tmp_path / "gone") is None
