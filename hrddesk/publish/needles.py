"""Look for secrets in texts and in bytes, in every form in which a tool could bring them to light."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hrddesk.publish.findings import Severity

_LEAST_BYTES = 6  # shorter ones turn up in compressed fonts by chance: 4 bytes once in 4,000 files of 1 MB
_SPACE = re.compile(r"\s+")
_MARKS = re.compile("[\u0300-\u036f\u0f0b\u0f0c\u200b-\u200f\u2060\ufeff]+")


def folded(text: str) -> str:
    """Return what a search that ignores case, width, accents and spaces compares."""
    decomposed = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _SPACE.sub("", unicodedata.normalize("NFKC", decomposed).casefold())


def severity(secret: str) -> Severity:
    """Return how much a hit weighs: forms that are too short to mean anybody only warn."""
    compact = folded(secret)
    letters = len(compact) + sum(ord(character) >= 0x2E80 for character in compact)  # Chinese counts twice
    return Severity.ERROR if letters >= 4 else Severity.WARNING


def in_text(secrets: Sequence[str], text: str, approved: str | None) -> Iterator[str]:
    """Yield the secrets that stand in `text`, forwards or backwards, more often than in `approved`.

    What the approved text holds, by itself or across two of its words, is not a secret any more.
    """
    found = folded(text)
    allowed = folded(approved) if approved is not None else ""
    for secret in secrets:
        needle = folded(secret)
        if not needle:
            continue
        for form in {needle, needle[::-1]}:
            if form in found and found.count(form) > allowed.count(form):
                yield secret
                break


def in_bytes(secrets: Iterable[str], data: bytes) -> Iterator[str]:
    """Yield the secrets whose bytes stand in `data`: UTF-8, UTF-16BE, GB18030, and these as hexadecimal."""
    owners: dict[bytes, str] = {}
    for secret in secrets:
        for form in _forms(secret):
            owners.setdefault(form, secret)
    if data.isascii():
        owners = {form: secret for form, secret in owners.items() if form.isascii()}
    if not owners:
        return
    seen: set[str] = set()
    for match in _pattern(owners).finditer(data):
        secret = owners[match[1]]
        if secret not in seen:
            seen.add(secret)
            yield secret


def _forms(secret: str) -> Iterator[bytes]:
    texts = {form for text in (secret, secret.strip()) for form in (text, unicodedata.normalize("NFC", text))}
    for text in texts:
        for encoding in ("utf-8", "utf-16-be", "gb18030"):
            form = text.encode(encoding, "replace")
            if len(form) >= _LEAST_BYTES:
                yield form
                yield form.hex().encode("ascii")
                yield form.hex().upper().encode("ascii")


def _pattern(needles: Iterable[bytes]) -> re.Pattern[bytes]:
    """Return one pattern for all needles; with thousands of them, a tree beats trying each in turn."""
    return re.compile(b"(?=(" + _tree(sorted(needles), 0) + b"))")


def _tree(needles: list[bytes], depth: int) -> bytes:
    """Return a pattern for sorted needles that agree up to `depth`; the longest match comes first."""
    first, last = needles[0], needles[-1]
    shared = depth  # they are sorted, so all others agree as far as the first and the last
    while shared < len(first) and first[shared] == last[shared]:
        shared += 1
    head = re.escape(first[depth:shared])
    if len(needles) == 1:
        return head
    start = 1 if len(first) == shared else 0
    branches: list[bytes] = []
    for _, group in groupby(needles[start:], key=lambda needle: needle[shared]):
        branches.append(_tree(list(group), shared))
    if start:
        branches.append(b"")
    return head + (b"(?:" + b"|".join(branches) + b")" if len(branches) > 1 else branches[0])
