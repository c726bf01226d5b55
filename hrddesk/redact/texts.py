"""Free texts: which ones may ever be published, and what a review of one vouches for.

A review vouches for a text, for whose names are known in which places, and for what becomes of each place.
The last of these need not stay the same: a publication may show less of a text than its reader saw, never
more.

What is kept is `2:HASH:PLACES`. The hash is that of the text and the names known in it; the places are those
that went, as `FIRST-LAST` and how much was told in their stead: `w` a mere word, `l` a label, `n` a name.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from hmac import compare_digest
from typing import Final

from hrddesk.records.record import canonical_json
from hrddesk.redact.censor import Censor
from hrddesk.redact.found import Found, Occurrence

_PEOPLE: Final = (Found.NAME, Found.WITHHELD)
_VERSION: Final = "2"
_TOLD: Final = "wln"  # the more the later
_ALL: Final = len(_TOLD)  # a place where the text itself stands
_PLACE: Final = re.compile(rf"(\d+)-(\d+)([{_TOLD}])")


def vouched_for(censor: Censor, text: str, found: Collection[Occurrence]) -> str:
    """Return what a review of a text vouches for; `found` is everything that was found in it."""
    places = (f"{start}-{end}{_TOLD[told]}" for start, end, told in _places(censor, text, found))
    return f"{_VERSION}:{_digest(text, found)}:{' '.join(places)}"


def still_vouched_for(vouched: str, censor: Censor, text: str, found: Collection[Occurrence]) -> bool:
    """Tell whether a review holds: the same text, the same names in it, and no place that tells more."""
    version, _, rest = vouched.partition(":")
    digest, _, places = rest.partition(":")
    if version != _VERSION or not compare_digest(digest, _digest(text, found)):
        return False
    now = bytearray([_ALL]) * len(text)
    for start, end, told in _places(censor, text, found):
        now[start:end] = bytes([told]) * (end - start)
    return all(
        max(now[int(start) : int(end)]) <= _TOLD.index(told) for start, end, told in _PLACE.findall(places)
    )


def _places(censor: Censor, text: str, found: Collection[Occurrence]) -> Iterator[tuple[int, int, int]]:
    for start, end, piece in censor.taken(text, found):
        yield start, end, censor.told_by(piece)


def _digest(text: str, found: Collection[Occurrence]) -> str:
    names = sorted((item.start, item.end, list(item.owners)) for item in found if item.kind in _PEOPLE)
    return hashlib.sha256(canonical_json({"text": text, "names": names})).hexdigest()
