"""Search for names in the text of the field that tells who gave a piece of evidence.

The field may contain other words too: "her sister, Odal Brisk".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Topic, Wordlist
from hrddesk.records.language.scripts import is_han
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.records.rules.sources import Attribution, is_public

_PARTED: Final = re.compile(r"[,;:/()\[\]|，；：、（）【】。\n]|\s[-–—]+\s")
_NAME: Final = re.compile(
    r"(?:\b[^\W\d_a-z](?:[\w'’-]{0,60}[^\W\d_])?\.?(?:\s{1,9}(?:al|bin|da|de|el|van|von)(?=\s)){0,3}\s{1,9}){1,9}"
    r"[^\W\d_a-z][\w'’-]{0,60}\w"
)
"""Two words or more, each with a capital, or of a script that has none."""
_CODE: Final = re.compile(r"(?<![^\W_])[A-Z]{1,3}[-\u2010\u2011]?\d{1,4}(?![^\W_])")
"""The code that a desk writes in place of a name: "W1"."""
_MOST_HAN: Final = 4
_TIBETAN: Final = re.compile("[\u0f40-\u0fbc]+(?:\u0f0b[\u0f40-\u0fbc]+){1,5}\u0f0b?")
"""Two to six syllables, among which no spaces part words."""
_KIN: Final = frozenset({Topic.KIN})


@cache
def _ordinary() -> frozenset[str]:
    """Return common words for people who gave evidence, such as "neighbour", which name nobody."""
    lists = (*languages.listed(Wordlist.SOURCES), *languages.listed(Wordlist.RELATED))
    return frozenset((*lists, *languages.words(_KIN)))


def names_of_givers(typed: str) -> Iterator[str]:
    """Yield the parts of the typed text that look like a name.

    A single word in a script with spaces between words is taken as a common word, such as "Neighbour".
    """
    for piece in _PARTED.split(typed):
        word = piece.strip()
        han = sum(map(is_han, word))
        yield from _CODE.findall(word)
        if not han:
            yield from (word[slice(*match.span())] for match in _NAME.finditer(_lettered(word)))
            if _TIBETAN.fullmatch(word) and word.rstrip("\u0f0b") not in _ordinary():
                yield word
        elif word not in _ordinary() and ("·" in word or (2 <= han <= _MOST_HAN and len(word) == han)):
            yield word


def _lettered(text: str) -> str:
    """Return a text with the letter x in place of each vowel sign and joiner.

    These signs are inside words, but no letters: a pattern of letters would end a word there.
    """
    return "".join("x" if unicodedata.category(one) in ("Mn", "Mc", "Cf") else one for one in text)


def names_typed(record: Record) -> tuple[str, ...]:
    """Return the texts in a source, or in a piece of evidence, in which a person may be named.

    Return nothing for a public document.
    """
    if record.kind is Kind.EVIDENCE:
        return (record.text("from_whom"),)
    if is_public(record):
        return ()
    is_name = record.text("attribution") == Attribution.BY_NAME
    return (record.text("title"), record.text("author"), *([record.text("credit")] if is_name else []))
