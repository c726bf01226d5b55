"""Detection of names that reveal a place finer than a county: a village, a town or a police station."""

import re
from functools import cache

from hrddesk.records.language import languages
from hrddesk.records.language.languages import Wordlist
from hrddesk.records.language.scripts import is_chinese
from hrddesk.records.terms import vocabulary
from hrddesk.records.texts import wordings
from hrddesk.redact.detection.text_dates import with_endings
from hrddesk.redact.profile.sensitive import finding

_STATION = "police_station"
_NAME = rf"(?!{wordings.SMALL}|\d){wordings.LETTER}{{2,30}}"


@cache
def villages() -> re.Pattern[str]:
    """Return a pattern for the names of villages and towns, by a word such as "village" beside the name."""
    spaced, unspaced = languages.spaced_and_chinese(Wordlist.VILLAGES)
    open_ended = languages.alternatives(
        Wordlist.VILLAGES, fits=lambda word: not word.isascii() and not is_chinese(word)
    )
    ended, leading = map(with_endings, (Wordlist.VILLAGES, Wordlist.BEFORE_VILLAGES))
    before, behind = (
        languages.alternatives(wordlist)
        for wordlist in (Wordlist.NO_VILLAGE_BEFORE, Wordlist.NO_VILLAGE_BEHIND)
    )
    return re.compile(
        rf"\b{wordings.CAPITAL}\w+ (?i:{ended})\b|\b(?:{spaced}) of [A-Z]\w+"
        rf"|(?<!{wordings.LETTER})(?i:{leading}) (?:{wordings.SMALL}{{2,3}} )?{_NAME}(?:[ \-\u200c]{_NAME})?"
        rf"|(?<!{wordings.LETTER})(?:{_NAME}[ \u0f0b]){{1,2}}(?i:{open_ended}){wordings.LETTER}{{0,6}}"
        rf"|[\u3400-\u9fff]{{1,3}}(?<!{before})(?:{unspaced})(?!{behind})"
    )


def is_of_township(name: str) -> bool:
    """Tell whether an authority is named after a place finer than a county, as every police station is."""
    return villages().search(name) is not None or _stations().search(name) is not None


@cache
def _stations() -> re.Pattern[str]:
    terms = vocabulary.load("place_kind").terms
    return finding(
        word for term in terms if term.code == _STATION for word in (*term.labels.values(), *term.aliases)
    )
