"""A code for each of many rows, kept as bits: one whole number for every binary digit of the codes.

Which rows have any of some codes follows from a few operations on whole numbers, however many rows there are.
(Bit-sliced indexes: P. O'Neil and D. Quass, "Improved query performance with variant indexes", SIGMOD 1997.)
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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
        wanted = sorted(set(codes))
        return self._rows(len(self.planes), 0, wanted, 0, len(wanted))

    def _rows(self, digits: int, first: int, wanted: Sequence[int], start: int, stop: int) -> Bits:
        """Return the rows whose code is one of `wanted[start:stop]`: those that begin as `first` does.

        The last `digits` may be any; where all or none of such codes are wanted, nobody looks further.
        """
        if start == stop:
            return 0
        if stop - start == min(1 << digits, self.highest + 1 - first):
            return self._beginning(digits, first)
        half = first + (1 << (digits - 1))
        middle = bisect_left(wanted, half, start, stop)
        lower = self._rows(digits - 1, first, wanted, start, middle)
        return lower | self._rows(digits - 1, half, wanted, middle, stop)

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


def each(rows: Bits) -> Iterator[int]:
    """Yield the number of every row of a set."""
    digits = bin(rows)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)
