"""Bundles with bits flipped, cut, added to or put in another order are refused. Threat T6."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hrddesk.errors import (
    BundleDamaged,
    BundleMalformed,
    BundleNotForMe,
    NotABundle,
)
from tests.campaigns import chance, tried
from tests.unit.bundle.forge import (
    Desks,
    evidence_lines,
    ustar,
)
from tests.unit.bundle.refusals import CHUNK, all_refused, forge, refused

EVERY = tried(1, 19)
"""Of the places whose bits are flipped, one of so many is tried."""
FIRST = chance("flips").randrange(EVERY)


def flips(raw: bytes, places: Any) -> Any:
    for place in places:
        bad = bytearray(raw)
        bad[place] ^= 1 << place % 8
        yield bytes(bad)


@pytest.mark.timeout(3600)
def test_every_flipped_bit_outside_is_refused(still_desks: Desks, tmp_path: Path) -> None:
    raw = forge(still_desks, records=evidence_lines(bytes(70_000)), files=[bytes(70_000)]).seal()
    first, header = raw.index(b"\n") + 1, raw.index(b"\n--- ") + 5 + 43 + 1
    parts: dict[type[Exception] | tuple[type[Exception], ...], range] = {
        NotABundle: range(first),
        (BundleDamaged, BundleNotForMe): range(first, header),  # of a key that opens nothing, nobody can tell
        BundleDamaged: range(header, len(raw), 37),
    }
    for kinds, places in parts.items():
        bad = flips(raw, [*places[FIRST::EVERY], places[-1]])
        all_refused(still_desks.coordinator, bad, tmp_path / "a", kinds)
    all_refused(still_desks.coordinator, flips(raw, [len(raw) - 1]), tmp_path / "a", BundleDamaged)


def _places(members: list[tuple[str, bytes]], total: int, sparse: int) -> list[int]:
    """Every byte of headers and tag files, of long texts that are only base64 a sample; every 37th else."""
    places: set[int] = set()
    at = 0
    for name, text in members:
        begin, end = at + 512, at + 512 + len(text)
        places |= set(range(at, begin))
        if not name.startswith("data/"):
            step = sparse if len(text) > 3000 else 1
            places |= set(range(begin, end, step)) | set(range(begin, min(begin + 100, end)))
        at = end + -len(text) % 512
    places |= set(range(0, total, 37)) | {total - 1}
    return sorted(places)


@pytest.mark.no_cover
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("sparse", [37, pytest.param(1, marks=pytest.mark.full)])
def test_every_flipped_bit_inside_sealed_again_by_a_recipient_is_refused(
    still_desks: Desks, tmp_path: Path, sparse: int
) -> None:
    made = forge(still_desks, records=evidence_lines(b"x" * 300), files=[b"x" * 300])
    members = made.members()
    inside = made.inside_of(members)
    places = _places(members, len(inside), sparse)[FIRST::EVERY]
    bad = (made.seal(flipped) for flipped in flips(inside, places))
    all_refused(still_desks.coordinator, bad, tmp_path / "a")


def _cut(raw: bytes, sizes: Iterable[int]) -> Iterator[bytes]:
    return (raw[:size] for size in sizes)


@pytest.mark.no_cover
@pytest.mark.timeout(3600)
def test_cuts_and_additions_outside_are_refused(still_desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(150_000)]
    raw = forge(still_desks, records=evidence_lines(*files), files=files).seal()
    start = raw.index(b"\n--- ") + 5 + 43 + 1 + 16
    borders = list(range(start, len(raw), CHUNK))
    assert len(borders) >= 3
    for size in {
        0,
        1,
        21,
        22,
        100,
        start - 16,
        start - 1,
        *borders,
        *[b + 1 for b in borders],
        *[b - 1 for b in borders],
    }:
        refused(still_desks.coordinator, raw[:size], tmp_path / "a", (BundleDamaged, NotABundle))
    first = raw.index(b"\n") + 1
    all_refused(still_desks.coordinator, _cut(raw, range(first)), tmp_path / "a", NotABundle)
    rest = [*range(first, start, EVERY), *range(start, len(raw), 37 * EVERY), len(raw) - 1]
    all_refused(still_desks.coordinator, _cut(raw, rest), tmp_path / "a", BundleDamaged)
    for more in (b"\0", b"\n", bytes(16), bytes(CHUNK), raw[start : start + CHUNK], raw[-100:]):
        refused(still_desks.coordinator, raw + more, tmp_path / "a", BundleDamaged)


def test_chunks_in_another_order_are_refused(still_desks: Desks, tmp_path: Path) -> None:
    files = [os.urandom(200_000)]
    raw = forge(still_desks, records=evidence_lines(*files), files=files).seal()
    start = raw.index(b"\n--- ") + 5 + 43 + 1 + 16
    head, chunks = raw[:start], [raw[at : at + CHUNK] for at in range(start, len(raw), CHUNK)]
    for order in (
        [1, 0, *range(2, len(chunks))],
        [0, 0, *range(1, len(chunks))],
        [*range(1, len(chunks))],
        [0, *range(2, len(chunks))],
        [*range(len(chunks)), len(chunks) - 1],
    ):
        refused(
            still_desks.coordinator, head + b"".join(chunks[n] for n in order), tmp_path / "a", BundleDamaged
        )


@pytest.mark.no_cover
@pytest.mark.timeout(3600)
def test_cuts_and_additions_inside_are_refused(still_desks: Desks, tmp_path: Path) -> None:
    made = forge(still_desks)
    inside = made.inside()
    sizes = {*range(0, 65_536, 37 * EVERY), *range(0, 65_536, 512), 65_535}
    cuts = (made.seal(cut) for cut in _cut(inside, sorted(sizes)))
    all_refused(still_desks.coordinator, cuts, tmp_path / "a", BundleDamaged)
    for more in (b"\0", bytes(512), bytes(65536), b"x"):
        refused(still_desks.coordinator, made.seal(inside + more), tmp_path / "a", BundleMalformed)
    size = sum(len(ustar(*member)) for member in made.members())
    for bad in (
        inside[:size] + bytes(512) + b"x" + inside[size + 513 :],
        inside[:size] + ustar("data/att/" + "a" * 64, b"x") + inside[size + 1024 :],
    ):
        refused(still_desks.coordinator, made.seal(bad), tmp_path / "a", BundleMalformed)
