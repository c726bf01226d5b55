"""Labels: one text in several languages by their codes (BCP 47), and which of them a reader sees.

A language is data: a column `label@CODE` of a shipped file, or an element of a record's list. Code names two
languages only, those of its own sentences.
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
"""The code of a text that reads the same in every language, as a number does."""

Chain = tuple[str, ...]
"""Languages in the order in which they are looked for, or printed."""

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
"""Behind each first letter, the second ones of the codes of two letters that a language has (ISO 639-1)."""
_TWO_LETTERS: Final = frozenset(row[0] + second for row in _SECOND_LETTERS.split() for second in row[2:])
WRONG: Final = Translatable("no language has this code: write one such as en, zh-Hans, ug or es-419")


def code_of(text: str) -> str:
    """Return a language code in its usual letter case; raise InvalidValue for what is none.

    The shape is that of BCP 47: language, script, region, variant (`zh`, `zh-Hant`, `es-419`). Of two letters
    those are taken that a language has; of three all, since any language in the world has such a code.
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
    """Tell whether a text is a language code as it is stored."""
    return _SHAPE.fullmatch(text) is not None and (len(subtag(text)) == 3 or subtag(text) in _TWO_LETTERS)


def element_id(code: str) -> str:
    """Return the id of the element of a list that holds the label of a language, the same on every desk."""
    return code.lower().replace("-", "_")


def written(texts: Mapping[str, str | None]) -> dict[str, str]:
    """Return texts that a person wrote, by language code; raise InvalidValue for what is no code."""
    return {code_of(code): (text or "").strip() for code, text in texts.items()}


def chain_of(text: str) -> Chain:
    """Read languages that are separated by commas or spaces, each once; raise InvalidValue."""
    return tuple(dict.fromkeys(code_of(part) for part in text.replace(",", " ").split()))


def column(name: str, code: str) -> str:
    """Return how a table calls a column of labels: `label@zh-Hant`."""
    return f"{name}{_COLUMN}{code}"


def language_of_column(name: str, heading: str) -> str:
    """Return the language of a column `label@zh-Hant`; empty for a column of another name.

    Raise InvalidValue where what follows the sign is no language code.
    """
    start, sign, code = heading.partition(_COLUMN)
    return code_of(code) if sign and start.strip().casefold() == name else ""


def chain_for(language: str) -> Chain:
    """Return the chain that begins with a language, then with that of the program's sentences for it."""
    return tuple(dict.fromkeys((language, *(CHINESE if language.startswith("zh") else ENGLISH))))


def subtag(code: str) -> str:
    """Return the language of a code without script and region: `zh` of `zh-Hant`."""
    return code.partition("-")[0]


def sentences(chain: Chain) -> str:
    """Return in which language of its own the program puts a sentence for these readers."""
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
        """Return a text that reads the same in every language."""
        return cls({ANY: text})

    @classmethod
    def of_row(cls, row: Mapping[str, str | None], name: str = "label") -> "Labels":
        """Return the labels of one row of a shipped file, a column `NAME@CODE` for each language."""
        entries = ((language_of_column(name, heading), text) for heading, text in row.items())
        return cls((code, text or "") for code, text in entries if code)

    def text(self, chain: Chain) -> str:
        """Return the text in the first language of a chain that has one; empty where there is no text.

        A code also finds a text in a wider one (`zh-Hant-HK` one in `zh-Hant`) or in a narrower one (`zh` one
        in `zh-Hans`). Behind the chain come English, Chinese, and then the other languages by their codes.
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
        """Return the text in each of these languages, or in the next of the chain of that language."""
        return tuple(self.text(chain_for(code)) for code in languages)

    def together(self, languages: Chain) -> tuple[str, ...]:
        """Return the text in each of several languages, equal and empty ones once; at least one."""
        return tuple(dict.fromkeys(filter(None, self.each(languages)))) or ("",)

    def only(self, languages: Chain) -> "Labels":
        """Return the text in just these languages; one that reads the same in all stays so."""
        if self._texts.keys() == {ANY}:
            return self
        return Labels(zip(languages, self.each(languages), strict=True))

    def filled(self, mark: str, filling: "Labels") -> "Labels":
        """Return the text with another one in place of a mark, in each of its languages."""
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
        """Return how many languages there are."""
        return len(self._texts)

    def __eq__(self, other: object) -> bool:
        """Tell whether both are the same texts in the same languages."""
        return self._texts == (other._texts if isinstance(other, Labels) else other)

    def __hash__(self) -> int:
        """Return the same number for equal texts in equal languages."""
        if self._hash is None:
            self._hash = hash(frozenset(self._texts.items()))
        return self._hash

    def __repr__(self) -> str:
        """Return the texts as Python writes them."""
        return f"Labels({self._texts!r})"
