"""The words that pages need beside those of the model: captions in English and in Chinese."""

import csv
from functools import cache

from hrddesk.paths import resources
from hrddesk.redact.model import Bilingual


@cache
def load() -> dict[str, Bilingual]:
    """Return every caption of resources/captions by its code."""
    captions: dict[str, Bilingual] = {}
    with (resources() / "captions" / "publication.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            captions[row["code"]] = Bilingual(row["en"], row["zh"])
    return captions


def caption(code: str) -> Bilingual:
    """Return the caption of `code`; raise KeyError when there is none."""
    return load()[code]


def fact(field: str) -> Bilingual:
    """Return the caption of a fact's field; a field without one is printed as words made of its code."""
    words = field.replace("_", " ").strip().capitalize()
    return load().get(f"fact.{field}", Bilingual(words, words))
