"""A text in the two languages in which most tests publish."""

from typing import Any, Final

from hrddesk.records.language.labels import EN, ZH, Chain, Labels


def both(english: str, chinese: str) -> Labels:
    """Return a text in English and in Chinese."""
    return Labels({EN: english, ZH: chinese})


def narrowed(value: Any, languages: Chain) -> Any:
    """Return JSON values in which every text by language is in just these."""
    if isinstance(value, list):
        return [narrowed(item, languages) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() <= {EN, ZH}:
        return {code: text for code, text in value.items() if code in languages}
    return {key: narrowed(item, languages) for key, item in value.items()}


LANGUAGES: Final[tuple[Chain, ...]] = ((EN,), (ZH,), (EN, ZH))
"""The languages of publications in most tests."""
