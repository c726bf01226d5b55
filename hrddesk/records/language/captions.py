"""The fixed captions and sentences of printed files, with one CSV column per language."""

import csv
import re
from collections.abc import Callable
from functools import cache
from typing import Final

from hrddesk.records.language.labels import Chain, Labels, chain_for
from hrddesk.records.language.scripts import Script, letters_of
from hrddesk.system.paths import resources

_MARK: Final = re.compile(r"\{(\w+)\}")


@cache
def texts() -> dict[str, Labels]:
    """Return every text of resources/captions by its code, in the order of the files and their rows."""
    labels_by_code: dict[str, Labels] = {}
    for path in sorted((resources() / "captions").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            labels_by_code |= {row["code"]: Labels.of_row(row) for row in csv.DictReader(file)}
    return labels_by_code


def languages() -> Chain:
    """Return the languages that have a column, in the order of the columns."""
    return tuple(dict.fromkeys(code for labels in texts().values() for code in labels))


def caption(code: str) -> Labels:
    """Return the text with this code in all its languages; raise KeyError if there is none."""
    return texts()[code]


@cache
def _text(code: str, language: str) -> str:
    return texts()[code].text(chain_for(language))


def said(code: str, language: str, **words: str) -> str:
    """Return the text with this code in a language, with `words` filled in.

    A language without the text is replaced by the next language of `chain_for(language)`. A placeholder is
    the name of a word in braces.
    """
    text = _text(code, language)
    return _MARK.sub(lambda mark: words.get(mark[1], mark[0]), text) if words else text


def script_of(language: str) -> Script:
    """Return the script in which a language is printed; for simplified and traditional Chinese it is Hani."""
    return _script(_text("method.1", language))


_script: Final = cache(letters_of)


def in_each(languages: Chain, write: Callable[[str], str]) -> Labels:
    """Return labels with the result of `write` for each language."""
    return Labels((code, write(code)) for code in languages)
