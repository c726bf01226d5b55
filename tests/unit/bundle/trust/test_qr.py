"""The QR code of a fingerprint holds its sixty digits."""

import subprocess
import sys
from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.bundle.trust import identity, qr

PRINT = bytes(range(32))
ALIGNED = 18  # where the one alignment pattern of version 2 has its middle
SIDE = 25


def decoded(code: qr.Modules) -> str:
    """Read a version 2 code as a phone does: mask, order of the squares, numeric mode; no correction."""
    inner = [row[qr.QUIET : -qr.QUIET] for row in code[qr.QUIET : -qr.QUIET]]
    assert len(inner) == SIDE == len(inner[0])
    form = [inner[8][column] for column in (0, 1, 2, 3, 4, 5, 7, 8)]
    level_and_mask = 0
    for dark in form[:5]:
        level_and_mask = level_and_mask << 1 | dark
    level_and_mask ^= 0b10101
    assert level_and_mask >> 3 == 0b00  # level M
    masks: list[Callable[[int, int], int]] = [
        lambda row, column: (row + column) % 2,
        lambda row, column: row % 2,
        lambda row, column: column % 3,
        lambda row, column: (row + column) % 3,
        lambda row, column: (row // 2 + column // 3) % 2,
        lambda row, column: row * column % 2 + row * column % 3,
        lambda row, column: (row * column % 2 + row * column % 3) % 2,
        lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
    ]
    mask = masks[level_and_mask & 7]
    bits, column, upwards = [], SIDE - 1, True
    while column > 0:
        column -= column == 6
        for row in range(SIDE - 1, -1, -1) if upwards else range(SIDE):
            for each in (column, column - 1):
                if not _is_pattern(row, each):
                    bits.append(inner[row][each] ^ (mask(row, each) == 0))
        column, upwards = column - 2, not upwards
    text = "".join("1" if bit else "0" for bit in bits)
    assert text[:4] == "0001"  # digits
    assert int(text[4:14], 2) == 60
    return "".join(f"{int(text[start : start + 10], 2):03d}" for start in range(14, 14 + 200, 10))


def _is_pattern(row: int, column: int) -> bool:
    finder = (row < 9 and column < 9) or (row < 9 and column > 16) or (row > 16 and column < 9)
    aligned = abs(row - ALIGNED) <= 2 and abs(column - ALIGNED) <= 2
    return finder or aligned or 6 in (row, column)


@settings(max_examples=40)
@given(st.binary(min_size=32, max_size=32))
def test_it_holds_the_sixty_digits(print32: bytes) -> None:
    assert decoded(qr.modules(print32)) == identity.digits60(print32).replace(" ", "")


def test_light_surrounds_it() -> None:
    code = qr.modules(PRINT)
    edge = range(qr.QUIET)
    assert not any(any(code[row]) or any(code[-1 - row]) for row in edge)
    assert not any(row[column] or row[-1 - column] for row in code for column in edge)


def test_a_terminal_shows_two_rows_in_a_line() -> None:
    code = qr.modules(PRINT)
    shown = qr.lines(code)
    assert (len(shown), {len(line) for line in shown}) == (17, {33})
    dark = [[mark in wanted for mark in line] for line in shown for wanted in ("▄ ", "▀ ")]
    assert dark[: len(code)] == [list(row) for row in code]
    assert not any(dark[-1])


@pytest.mark.parametrize("is_loaded", [True, False])
def test_the_library_leaves_what_is_loaded_as_it_was(
    monkeypatch: pytest.MonkeyPatch, *, is_loaded: bool
) -> None:
    present = ModuleType("PIL")
    qr._library.cache_clear()
    if is_loaded:
        monkeypatch.setitem(sys.modules, "PIL", present)
    else:
        monkeypatch.delitem(sys.modules, "PIL", raising=False)
    qr.modules(PRINT)
    assert sys.modules.get("PIL") is (present if is_loaded else None)
    assert ("PIL" in sys.modules) is is_loaded


def run(code: str) -> str:
    begin = "import sys; from hrddesk.bundle.trust import qr; qr.modules(bytes(32)); "
    command = [sys.executable, "-c", begin + code]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_what_opens_pictures_is_not_loaded_for_it() -> None:
    loaded = {name.partition(".")[0] for name in run("print(*sys.modules)").split()}
    assert "qrcode" in loaded
    assert "PIL" not in loaded


def test_pictures_can_be_opened_before_and_afterwards() -> None:
    again = "qr._library.cache_clear(); qr.modules(bytes(32)); import PIL.Image; print(PIL.Image.__name__)"
    assert run(f"import PIL.Image; {again}") == "PIL.Image\n"
