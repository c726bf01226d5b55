"""Labels: one text in several languages, keyed by language code (BCP 47), and the choice for a reader.

Languages are data: a column `label@CODE` of a shipped file, or an element of a list of a record. The Python
code names only English and simplified Chinese, the languages of the program's own sentences.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable

EN: Final = "en"
ZH: Final = "zh-Hans"
ANY: Final = "und"
"""The code of a text that is the same in every language, such as a number."""

Chain = tuple[str, ...]
"""Language codes in the order in which they are searched or printed."""

ENGLISH: Final[Chain] = (EN, ZH)
CHINESE: Final[Chain] = (ZH, EN)
DEFAULT: Final[Chain] = ENGLISH

_SHAPE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[0-9a-z]{5,8})?")
_COLUMN: Final = "@"
_SECOND_LETTERS: Final = (
    "a:abefkmnrsvyz b:aegimnors c:aehorsuvy d:aevz e:elnostu f:afijory g:adlnuv h:aeiortuyz "
    "i:adegikostu j:av k:agijklmnorsuvwy l:abginotuv m:ghiklnrsty n:abdeglnorvy o:cjmrs p:ailst q:u "
    "r:mnouw s:acdeghiklmnoqrstuvw t:aeghiklnorstwy u:gkrz v:eio w:ao x:h y:io z:ahu"
)
"""The assigned two-letter language codes (ISO 639-1): each first letter with its second letters."""
_TWO_LETTERS: Final = frozenset(row[0] + second for row in _SECOND_LETTERS.split() for second in row[2:])
WRONG: Final = Translatable("no language has this code: write one such as en, zh-Hans, ug or es-419")


def code_of(text: str) -> str:
    """Return a language code in its usual letter case; raise InvalidValue if it is not a language code.

    The shape is that of BCP 47: language, script, region, variant (`zh`, `zh-Hant`, `es-419`). Of two-letter
    codes only the assigned ones are accepted. All three-letter codes are accepted, because every language of
    the world has one.
    """
    parts = text.strip().replace("_", "-").split("-")
    cased = [parts[0].lower()]
    for part in parts[1:]:
        cased.append(part.title() if len(part) == 4 else part.upper() if len(part) < 4 else part.lower())
    code = "-".join(cased)
    if not is_code(code):
        raise InvalidValue(field="language", why=WRONG)
    return code


@lru_cache(maxsize=256)
def is_code(text: str) -> bool:
    """Tell whether a text is a language code in its stored form."""
    return _SHAPE.fullmatch(text) is not None and (len(subtag(text)) == 3 or subtag(text) in _TWO_LETTERS)


def element_id(code: str) -> str:
    """Return the id of the list element for the label of a language, the same on every desk."""
    return code.lower().replace("-", "_")


def written(texts: Mapping[str, str | None]) -> dict[str, str]:
    """Return the texts that a user gave, without surrounding spaces, by normalised language code.

    Raise InvalidValue if a key is not a language code.
    """
    return {code_of(code): (text or "").strip() for code, text in texts.items()}


def chain_of(text: str) -> Chain:
    """Return the language codes in a text, which are separated by commas or spaces, without duplicates.

    Raise InvalidValue for a word that is not a language code.
    """
    return tuple(dict.fromkeys(code_of(part) for part in text.replace(",", " ").split()))


def column(name: str, code: str) -> str:
    """Return the header of a label column in a table: `label@zh-Hant`."""
    return f"{name}{_COLUMN}{code}"


def language_of_column(name: str, heading: str) -> str:
    """Return the language of a column `label@zh-Hant`, or an empty text for a column of another name.

    Raise InvalidValue if the text after the @ is not a language code.
    """
    start, sign, code = heading.partition(_COLUMN)
    return code_of(code) if sign and start.strip().casefold() == name else ""


def chain_for(language: str) -> Chain:
    """Return the chain that begins with `language` and ends with the languages of the program's sentences.

    These sentences are in English and simplified Chinese; for a Chinese language, Chinese comes first.
    """
    return tuple(dict.fromkeys((language, *(CHINESE if language.startswith("zh") else ENGLISH))))


def subtag(code: str) -> str:
    """Return the first part of a language code, without script and region: `zh` for `zh-Hant`."""
    return code.partition("-")[0]


def sentences(chain: Chain) -> str:
    """Return the first English or Chinese code of a chain, for the program's own sentences; else English."""
    return next((code for code in chain if code.partition("-")[0] in (EN, "zh")), EN)


class Labels(Mapping[str, str]):
    """One text by language code; a language without a text is absent."""

    __slots__ = ("_hash", "_texts")

    def __init__(self, texts: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        pairs = texts.items() if isinstance(texts, Mapping) else texts
        self._texts = {code: text for code, text in pairs if text}
        self._hash: int | None = None

    @classmethod
    def same(cls, text: str) -> "Labels":
        """Return labels with one text that is the same in every language."""
        return cls({ANY: text})

    @classmethod
    def of_row(cls, row: Mapping[str, str | None], name: str = "label") -> "Labels":
        """Return the labels in one row of a shipped file, from a column `NAME@CODE` for each language."""
        entries = ((language_of_column(name, heading), text) for heading, text in row.items())
        return cls((code, text or "") for code, text in entries if code)

    def text(self, chain: Chain) -> str:
        """Return the text in the first language of a chain that has one; empty if there is no text at all.

        A code also finds a text of a wider code (`zh-Hant-HK` finds `zh-Hant`) or of a narrower code (`zh`
        finds `zh-Hans`). If the chain finds no text, these are tried in order: a text that is the same in
        every language, English, Chinese, and the other languages in the order of their codes.
        """
        for code in chain:
            wider = code
            while wider:
                if wider in self._texts:
                    return self._texts[wider]
                wider = wider.rpartition("-")[0]
            for narrower in sorted(self._texts):
                if narrower.startswith(f"{code}-"):
                    return self._texts[narrower]
        for code in (ANY, *DEFAULT, *sorted(self._texts)):
            if code in self._texts:
                return self._texts[code]
        return ""

    def each(self, languages: Chain) -> tuple[str, ...]:
        """Return one text for each language, which is the result of `text` for `chain_for(language)`."""
        return tuple(self.text(chain_for(code)) for code in languages)

    def together(self, languages: Chain) -> tuple[str, ...]:
        """Return the texts in several languages without duplicates and empty texts; one empty text if none is
        left.
        """
        return tuple(dict.fromkeys(filter(None, self.each(languages)))) or ("",)

    def only(self, languages: Chain) -> "Labels":
        """Return the labels restricted to these languages; a text that is the same in every language is
        unchanged.
        """
        if self._texts.keys() == {ANY}:
            return self
        return Labels(zip(languages, self.each(languages), strict=True))

    def filled(self, mark: str, filling: "Labels") -> "Labels":
        """Return the labels with the placeholder `mark` replaced by `filling` in each language."""
        return Labels(
            (code, text.replace(mark, filling.text(chain_for(code)))) for code, text in self._texts.items()
        )

    def __getitem__(self, code: str) -> str:
        """Return the text in exactly this language."""
        return self._texts[code]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the languages."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Return the number of languages."""
        return len(self._texts)

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` has the same texts in the same languages."""
        return self._texts == (other._texts if isinstance(other, Labels) else other)

    def __hash__(self) -> int:
        """Return a hash that is the same for equal texts in equal languages."""
        if self._hash is None:
            self._hash = hash(frozenset(self._texts.items()))
        return self._hash

    def __repr__(self) -> str:
        """Return the Python representation of the labels."""
        return f"Labels({self._texts!r})"
