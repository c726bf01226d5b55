"""A text in the two languages of publications, and which of them is printed."""

from dataclasses import dataclass
from enum import StrEnum

from hrddesk.records import dates
from hrddesk.records.labels import EN, ZH, Chain


class Language(StrEnum):
    """In which language captions and terms are printed."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"

    @property
    def codes(self) -> Chain:
        """The languages in which texts of records are printed, by their codes."""
        return {Language.EN: (EN,), Language.ZH: (ZH,), Language.BOTH: (EN, ZH)}[self]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in English and in Chinese; the same text twice where only one is known."""

    en: str
    zh: str

    def in_languages(self, language: Language) -> tuple[str, ...]:
        """Return what is printed: one text, or both in that order, equal and empty ones once."""
        if language is Language.EN:
            return (self.en,)
        if language is Language.ZH:
            return (self.zh,)
        return tuple(dict.fromkeys(text for text in (self.en, self.zh) if text)) or ("",)

    def filled(self, mark: str, text: "Bilingual") -> "Bilingual":
        """Return the text with another one in place of a mark."""
        return Bilingual(self.en.replace(mark, text.en), self.zh.replace(mark, text.zh))


def date_in_words(published: str) -> Bilingual:
    """Return a published date in words of each language; one that is not understood as it is."""
    date = dates.read(published)
    return Bilingual(dates.as_said(date, "en"), dates.as_said(date, "zh"))
