"""The words that pages need beside those of the model: captions in each language."""

from functools import cache

from hrddesk.records import captions
from hrddesk.records.labels import EN, ZH
from hrddesk.redact.model import Bilingual


@cache
def load() -> dict[str, Bilingual]:
    """Return every caption of resources/captions by its code."""
    return {code: Bilingual(text[EN], text[ZH]) for code, text in captions.texts().items()}


def caption(code: str) -> Bilingual:
    """Return the caption of `code`; raise KeyError when there is none."""
    return load()[code]


def fact(field: str) -> Bilingual:
    """Return the caption of a fact's field; a field without one is printed as words made of its code."""
    words = field.replace("_", " ").strip().capitalize()
    return load().get(f"fact.{field}", Bilingual(words, words))
