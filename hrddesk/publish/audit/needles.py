"""The search for secrets in texts and bytes, in every form in which a tool could reveal them."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

from hrddesk.publish.audit.findings import Severity

_LEAST_BYTES = 6  # shorter ones occur in compressed data by chance: 4 bytes once in 4,000 files of 1 MB
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(  # accents, and invisible characters for word division and text direction
    "[\u00ad\u0300-\u036f\u061c\u0640\u064b-\u0652\u0f0b\u0f0c\u115f\u1160\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e0fff]+"
)


def folded(text: str) -> str:
    """Return a text without the differences that a search ignores: case, width, accents and spaces."""
    decomposed = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _SPACE.sub("", unicodedata.normalize("NFKC", decomposed).casefold())


def severity(secret: str) -> Severity:
    """Return the severity of an occurrence of a secret: a warning if it is too short to identify anybody."""
    compact = folded(secret)
    letters = len(compact) + sum(ord(character) >= 0x2E80 for character in compact)  # Chinese counts twice
    return Severity.ERROR if letters >= 4 else Severity.WARNING


class TextNeedles:
    """A search for secrets in texts, forwards and backwards; one instance serves several texts."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._owners: dict[bytes, list[str]] = {}
        for secret in dict.fromkeys(secrets):
            needle = folded(secret)
            for form in {needle, needle[::-1]} - {""}:
                self._owners.setdefault(form.encode("utf-8"), []).append(secret)
        self._search = _NeedleSearch(self._owners)

    def within(self, text: str) -> set[str]:
        """Return the secrets that `text` contains, forwards or backwards."""
        return self._of(self._search.within(folded(text).encode("utf-8")))

    def beyond(self, text: str, approved: str) -> set[str]:
        """Return the secrets that occur in `text` more often than in `approved`.

        An occurrence in `approved` counts even if it is spread over two words.
        """
        text_bytes, allowed = folded(text).encode("utf-8"), folded(approved).encode("utf-8")
        return self._of(
            form for form in self._search.within(text_bytes) if text_bytes.count(form) > allowed.count(form)
        )

    def _of(self, forms: Iterable[bytes]) -> set[str]:
        return {secret for form in forms for secret in self._owners[form]}


class ByteNeedles:
    """A search for secrets in bytes; one instance serves many streams.

    A secret is searched for in UTF-8, UTF-16BE and GB18030, and in the hexadecimal digits of each.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._owners: dict[bytes, list[str]] = {}
        for secret in dict.fromkeys(secrets):
            for form in set(_forms(secret)):
                self._owners.setdefault(form, []).append(secret)
        self._search = _NeedleSearch(self._owners)

    def within(self, data: bytes) -> set[str]:
        """Return the secrets that `data` contains."""
        return {secret for form in self._search.within(data) for secret in self._owners[form]}


def _forms(secret: str) -> Iterator[bytes]:
    for text in (secret, secret.strip(), unicodedata.normalize("NFC", secret.strip())):
        for encoding in ("utf-8", "utf-16-be", "gb18030"):
            form = text.encode(encoding, "replace")
            if len(form) >= _LEAST_BYTES:
                yield form
                yield form.hex().encode("ascii")
                yield form.hex().upper().encode("ascii")


class _NeedleSearch:
    """A search for thousands of byte strings ("needles") at once.

    A needle is searched for only if its first and its last eight bytes both occur in the data. To find out,
    the data is read as numbers of eight bytes, which are compared with all needles at once. Needles of four
    to seven bytes are compared by four bytes in the same way, and shorter ones are searched for directly.
    Four bytes are too few for long needles: many ids and telephone numbers begin and end like the codes of
    letters on a page.
    """

    def __init__(self, needles: Iterable[bytes]) -> None:
        self._short: list[bytes] = []
        self._windows = (_Window(8, "Q"), _Window(4, "I"))
        for needle in needles:
            window = next((window for window in self._windows if len(needle) >= window.size), None)
            if window is None:
                self._short.append(needle)
            else:
                window.add(needle)

    def within(self, data: bytes) -> set[bytes]:
        """Return the needles that `data` contains."""
        needles = {needle for needle in self._short if needle in data}
        return needles.union(*(window.within(data) for window in self._windows))


class _Window:
    """The needles that a `_NeedleSearch` compares with the data by their first and last `size` bytes.

    `kind` is the type code of numbers of `size` bytes, as for `memoryview.cast`.
    """

    def __init__(self, size: int, kind: Literal["Q", "I"]) -> None:
        self.size = size
        self._kind = kind
        self._by_beginning: dict[int, list[tuple[int, bytes]]] = {}
        self._wanted: set[int] = set()

    def add(self, needle: bytes) -> None:
        """Add a needle of at least `size` bytes."""
        parts = needle[: self.size], needle[-self.size :]
        beginning, end = (int.from_bytes(part, sys.byteorder) for part in parts)
        self._by_beginning.setdefault(beginning, []).append((end, needle))
        self._wanted |= {beginning, end}

    def within(self, data: bytes) -> set[bytes]:
        """Return the needles that `data` contains."""
        size, needle_numbers = self.size, self._wanted
        present: set[int] = set()
        for offset in range(size) if needle_numbers else ():
            length = (len(data) - offset) // size * size
            if length > 0:
                numbers = memoryview(data)[offset : offset + length].cast(self._kind)
                present |= needle_numbers.intersection(numbers)
        return {
            needle
            for beginning in present
            for end, needle in self._by_beginning.get(beginning, ())
            if end in present and needle in data
        }
