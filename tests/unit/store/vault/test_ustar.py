"""Headers: what tar(1) and tarfile understand, large sizes too, and nothing else is a header of ours."""

import tarfile

import pytest

from hrddesk.store.vault import ustar


@pytest.mark.parametrize("size", [0, 1, 511, ustar.MAX_OCTAL, ustar.MAX_OCTAL + 1, 1 << 40])
def test_sizes_are_those_that_tarfile_reads(size: int) -> None:
    made = ustar.header("vault.hrdv/db.sqlite", size)
    found = tarfile.TarInfo.frombuf(made, "ascii", "strict")
    assert (found.name, found.size, found.mode, found.type) == (
        "vault.hrdv/db.sqlite",
        size,
        0o600,
        tarfile.REGTYPE,
    )
    assert ustar.size_in(made) == size
    assert ustar.name_in(made) == "vault.hrdv/db.sqlite"


def test_a_folder_is_its_owners() -> None:
    found = tarfile.TarInfo.frombuf(ustar.header("vault.hrdv/", 0, folder=True), "ascii", "strict")
    assert found.isdir()
    assert found.mode == 0o700


@pytest.mark.parametrize(("path", "size"), [("", 0), ("a" * 101, 0), ("a", -1), ("a", 1 << 63), ("å", 0)])
def test_what_a_header_cannot_hold_is_refused(path: str, size: int) -> None:
    with pytest.raises(ValueError, match=r"ustar|ascii"):
        ustar.header(path, size)


def test_other_sizes_and_names_are_none() -> None:
    made = bytearray(ustar.header("a", 5))
    made[124:136] = b"+0000000005\0"
    assert ustar.size_in(bytes(made)) is None
    made[0] = 0xE5
    assert ustar.name_in(bytes(made)) is None
