"""A code for each of many rows, kept as bits: one whole number for every binary digit of the codes.

Which rows have any of some codes follows from a few operations on whole numbers, however many rows there are.
(Bit-sliced indexes: P. O'Neil and D. Quass, "Improved query performance with variant indexes", SIGMOD 1997.)
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Self

Bits = int
"""A set of rows: bit n stands for row n."""
_BYTE: Final = 8
_KEPT_DEEP: Final = 6
"""So many digits from the highest on, the rows of each beginning are kept while a question is answered."""
_DIGITS: Final = [bytes(b"01"[byte >> bit & 1] for byte in range(256)) for bit in range(_BYTE)]
_CODES: Final = "I"
_WIDTH: Final = array(_CODES).itemsize


@dataclass(frozen=True)
class Slices:
    """The codes of `size` rows, from 0 to `highest`; `planes[n]` are the rows whose code has digit n."""

    size: int
    highest: int
    planes: Sequence[Bits]
    _kept: dict[tuple[int, int], Bits] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, codes: Sequence[int]) -> Self:
        """Make them of one code a row."""
        highest = max(codes, default=0)
        lanes = packed(codes)
        planes = []
        for digit in range(highest.bit_length()):
            lane = lanes[digit // _BYTE :: _WIDTH]
            planes.append(int(lane[::-1].translate(_DIGITS[digit % _BYTE]), 2))
        return cls(len(codes), highest, planes)

    @classmethod
    def of_bytes(cls, size: int, highest: int, data: bytes) -> Self:
        """Read what `to_bytes` wrote for so many rows; raise ValueError where it cannot be that."""
        digits, width = highest.bit_length(), _bytes_of(size)
        if len(data) != digits * width:
            raise ValueError("not so many planes")
        planes = [int.from_bytes(data[at * width : (at + 1) * width], "little") for at in range(digits)]
        return cls(size, highest, planes)

    def to_bytes(self) -> bytes:
        """Return the planes one after another, the lowest digit first."""
        width = _bytes_of(self.size)
        return b"".join(plane.to_bytes(width, "little") for plane in self.planes)

    def rows_of(self, codes: Iterable[int]) -> Bits:
        """Return the rows that have any of these codes, each from 0 to `highest`."""
        wanted = bytearray(self.highest + 1)
        for code in codes:
            wanted[code] = 1
        return self._rows(len(self.planes), 0, [0, *accumulate(wanted)])

    def _rows(self, digits: int, first: int, before: Sequence[int]) -> Bits:
        """Return the wanted rows among those whose code begins as `first` does, up to the last `digits`.

        `before[n]` is how many codes below n are wanted; where all or none are, nobody looks further.
        """
        end = min(first + (1 << digits), self.highest + 1)
        found = before[end] - before[first] if first < end else 0
        if not found:
            return 0
        if found == end - first:
            return self._beginning(digits, first)
        half = 1 << (digits - 1)
        return self._rows(digits - 1, first, before) | self._rows(digits - 1, first + half, before)

    def _beginning(self, digits: int, first: int) -> Bits:
        """Return the rows whose code is `first`, whatever its last `digits` are."""
        depth = len(self.planes) - digits
        if depth == 0:
            return (1 << self.size) - 1
        known = self._kept.get((digits, first))
        if known is not None:
            return known
        upper = first >> (digits + 1) << (digits + 1)
        above = self._beginning(digits + 1, upper)
        with_digit = above & self.planes[digits]
        made = with_digit if first >> digits & 1 else above ^ with_digit
        if depth <= _KEPT_DEEP:
            self._kept[digits, first] = made
        return made


def packed(numbers: Sequence[int]) -> bytes:
    """Return whole numbers below 2**32 in four bytes each, the lowest first."""
    return _turned(array(_CODES, numbers)).tobytes()


def unpacked(data: bytes) -> Sequence[int]:
    """Return the numbers that `packed` wrote."""
    made = array(_CODES)
    made.frombytes(data)
    return _turned(made)


def _turned(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _bytes_of(size: int) -> int:
    return (size + _BYTE - 1) // _BYTE
