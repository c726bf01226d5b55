"""Swap counts as encrypted only where the system says that all of it is."""

import os
from pathlib import Path

import pytest

from hrddesk import swap


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
