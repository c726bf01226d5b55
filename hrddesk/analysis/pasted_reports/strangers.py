"""The places of a text that seem to mention a person whom the rules do not recognise.

The search finds too many places rather than too few: at such a place the program asks the user to whom an
event happened.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from hrddesk.analysis.pasted_reports import lists, surnames
from hrddesk.analysis.pasted_reports.passages import outside, sentences
from hrddesk.analysis.pasted_reports.people import ReportedPerson
from hrddesk.records.language import languages
from hrddesk.records.language.languages import ReportList, Topic, Wordlist
from hrddesk.records.language.scripts import is_han

_CAPITALISED: Final = re.compile(r"\b[A-ZÀ-Þ][\w'’\-]{0,30}(?:[ \u00a0][A-ZÀ-Þ][\w'’\-]{0,30}){0,9}")
_LISTS: Final = {name: frozenset(words) for name, words in lists.load().items()}
_NOBODY: Final = (
    _LISTS["no_name"]
    | _LISTS["roles"]
    | {part.casefold() for place in _LISTS["places"] for part in place.split()}
)


@cache
def _no_name_han() -> re.Pattern[str]:
    """Return a pattern for the end of Chinese words that are nobody's name."""
    words = "|".join(lists.load()["no_person_zh"])
    return re.compile(f"(?:{words}|{languages.alternatives(ReportList.ENDS_OF_NO_NAME)})$")


@cache
def _somebody() -> tuple[re.Pattern[str], ...]:
    """Return one pattern per language for people who are named by a relationship: "her sister"."""
    patterns = []
    for language in languages.shipped().values():
        whose = language.lists[Wordlist.POSSESSIVES]
        people = (*language.topics[Topic.KIN], *language.lists[Wordlist.RELATED])
        if whose and is_han(whose[0][0]):
            patterns.append(re.compile(f"(?:{_any_of(whose)})(?:{_any_of(people)})"))
        elif whose:
            patterns.append(
                re.compile(
                    rf"(?:\b(?:{_any_of(whose)})\b|['’]s)(?: \w{{1,20}}){{0,2}}[ -](?:{_any_of(people)})\b",
                    re.IGNORECASE,
                )
            )
    return tuple(patterns)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _han_name() -> re.Pattern[str]:
    """Return a pattern for a Chinese name before a word for something done to a person."""
    joined = "".join(word for word in languages.listed(Wordlist.AND) if len(word) == 1)
    return re.compile(
        rf"(?:(?<![\u3400-\u9fff])|(?<=[、{joined}]))(?P<name>{surnames.han()}[\u4e00-\u9fff]{{1,2}})"
        f"(?=、|{languages.alternatives(ReportList.DONE_TO)})"
    )


def strangers_of(text: str, people: Iterable[ReportedPerson], taken: Iterable[tuple[int, int]]) -> list[int]:
    """Return the offsets at which a text seems to name or mean a person who is not among `people`, in order.

    `taken` are the dates, charges and places of the text, which name nobody.
    """
    people = list(people)
    known_words = {
        word.casefold()
        for person in people
        for element in person.names
        for word in re.split(r"[ \u00a0·•・‧]", str(element["name"]))
    }
    named = [(where.start, where.end) for person in people for where in person.passages]
    opening = {_first_letter(text, sentence.start) for sentence in sentences(text)}
    spans = [m.span() for m in _CAPITALISED.finditer(text) if _is_name(m, known_words, opening)]
    spans += [m.span() for m in _han_name().finditer(text) if not _no_name_han().search(m["name"])]
    apart = list(outside(spans, [*named, *taken]))
    begins = {start for start, _ in named}
    meant = {m.span() for pattern in _somebody() for m in pattern.finditer(text)}
    # "her sister Ji Shuo" is Ji Shuo
    apart += [span for span in meant if span[1] not in begins and span[1] + 1 not in begins]
    return sorted(start for start, _ in apart)


def _first_letter(text: str, start: int) -> int:
    match = re.compile(r"\w").search(text, start)
    return start if match is None else match.start()


def _is_name(match: re.Match[str], known_words: set[str], opening: set[int]) -> bool:
    """Tell whether capitalised words may name a person whose names are not in `known_words`."""
    words = [re.sub(r"['’]s$", "", word) for word in re.split(r"[ \u00a0]", match[0])]
    plain = [word.casefold() for word in words]
    first = 1 if match.start() in opening and plain[0] in _LISTS["no_name"] else 0
    if any(word in _LISTS["no_person"] for word in plain[first:] if word != "police"):
        return False
    return any(
        word.casefold() not in known_words and word.casefold() not in _NOBODY
        for word in words[first:]
        if not (word.isupper() and len(word) > 1)  # RSDL
    )
