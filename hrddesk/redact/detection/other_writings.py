"""Customary spellings of a name in other scripts, from lists of spellings of each word."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.redact.detection.alike import script_of_word
from hrddesk.redact.detection.folding import squeeze

_MOST: Final = 4  # words of a name


def other_writings(name: str) -> Iterator[str]:
    """Yield all listed spellings of a name; the words of each spelling are in one script.

    Nothing is yielded if a word of the name is not listed.
    """
    rest = squeeze(name)
    rows: list[tuple[str, ...]] = []
    while rest:
        ends = (end for end in range(len(rest), 0, -1) if rest[:end] in _listed())
        end = next(ends, 0)
        if not end or len(rows) == _MOST:
            return
        rows.append(_listed()[rest[:end]])
        rest = rest[end:]
    for words in product(*rows):
        if len(set(map(script_of_word, words))) == 1:
            yield " ".join(words)


@cache
def rows_of_writings() -> tuple[tuple[str, ...], ...]:
    """Return the listed words of names, each as a row of all its spellings."""
    return tuple(tuple(row.split()) for row in languages.listed(Wordlist.WRITINGS))


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Return all spellings of each listed word of a name."""
    return {squeeze(word): row for row in rows_of_writings() for word in row}
