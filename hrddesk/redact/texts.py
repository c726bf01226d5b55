"""Free texts: which ones may ever be published, and what a review of one vouches for."""

import hashlib
from collections.abc import Collection
from hmac import compare_digest
from typing import Final

from hrddesk.records.record import canonical_json
from hrddesk.redact.found import Found, Occurrence
from hrddesk.redact.matcher import NameIndex

_PEOPLE: Final = (Found.NAME, Found.WITHHELD)


def review_digest(text: str, found: Collection[Occurrence]) -> str:
    """Return what a review vouches for, in hexadecimal: the text, and whose names are known in which places.

    A name that comes to be known later and occurs in the text changes it; one that does not occur leaves it.
    """
    names = sorted((item.start, item.end, list(item.owners)) for item in found if item.kind in _PEOPLE)
    return hashlib.sha256(canonical_json({"text": text, "names": names})).hexdigest()


def still_reviewed(digest: str, text: str, index: NameIndex) -> bool:
    """Tell whether a text is the one that was reviewed, with the same names known in it."""
    return compare_digest(digest, review_digest(text, index.find(text)))
