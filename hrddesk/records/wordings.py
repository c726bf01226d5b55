"""Find the words of all languages, and the names of shipped places, in a text of any script.

A word is compared without case, accents and signs, with the endings of its language, and with what that
writes together with the word behind it. Chinese characters have no spaces: there a word is found wherever it
stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.records import languages, shipped_places
from hrddesk.records.labels import EN
from hrddesk.records.languages import Language, Topic, Wordlist
from hrddesk.records.lookalikes import plain_letters
from hrddesk.records.scripts import is_han, normalise, to_simplified

_WORD: Final = re.compile(
    "(?:[^\\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0f71-\u0f84\u0f8d-\u0fbc\u180b-\u180f])+"
)
_APOSTROPHE: Final = re.compile("['’]")
_UNSEEN: Final = re.compile("[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LEAST_BARE: Final = 2  # letters that are left of a word without its ending
_SHORT: Final = 3  # letters up to which the name of a place needs a capital: "Li", "Van"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a text, and what they are about."""

    topic: Topic
    start: int
    end: int
    words: str
    """As they stand there."""
    by_capital: bool = False
    """Whether only a capital letter tells them from another word."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a text; `forms` are what it is compared by."""

    start: int
    end: int
    forms: tuple[str, ...]


def find(text: str, topics: frozenset[Topic]) -> list[Wording]:
    """Return the words of a text on these topics, in their order; of words that overlap the longest."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    wordings = [*_spaced(plain, topics), *_unspaced(plain, topics)]
    longest: list[Wording] = []
    for wording in sorted(wordings, key=lambda wording: (wording.start, -wording.end)):
        if not longest or wording.start >= longest[-1].end:
            longest.append(wording)
    return longest


def _spaced(text: str, topics: frozenset[Topic]) -> Iterator[Wording]:
    tokens = [
        _Word(*match.span(), _forms(match[0]))
        for match in _WORD.finditer(text)
        if not all(map(is_han, match[0]))
    ]
    hidden: list[tuple[int, int]] = []
    if Topic.PLACE in topics:
        hidden += [
            (tokens[first].start, tokens[last].end) for first, last, _ in _phrases(None).within(tokens)
        ]
    for topic in sorted(topics):
        for first, last, exact in _phrases(topic).within(tokens):
            start, end = tokens[first].start, tokens[last].end
            if topic is Topic.PLACE and _lies_within(start, end, hidden):
                continue
            words = text[start:end]
            capital = normalise(exact) in _by_capital()
            if _counts(words, exact, topic, capital=capital):
                yield Wording(topic, start, end, words, capital)


def _lies_within(start: int, end: int, hidden: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the name of a place lies within an ordinary word: 公安, 蒙古族, western."""
    return any(first <= start and end <= last for first, last in hidden)


def _forms(word: str) -> tuple[str, ...]:
    """Return what a word is compared by; letters of another script that look Latin are read as such, too."""
    return tuple(dict.fromkeys((normalise(word), normalise(plain_letters(word)))))


def _counts(words: str, exact: str, topic: Topic, *, capital: bool) -> bool:
    """Tell whether words are meant, as they are written; `exact` is what they are called."""
    if capital or (topic is Topic.PLACE and words.isascii() and len(words) <= _SHORT):
        return words[0].isupper() and (not exact.isupper() or words.isupper())
    return not (exact.isascii() and exact.isupper() and len(exact) > 1) or words.isupper()


class _Phrases:
    """Words and phrases of all languages that are about the same, each with all of its endings."""

    def __init__(self) -> None:
        self._alone: dict[str, str] = {}
        self._longer: dict[str, list[tuple[tuple[str, ...], frozenset[str], str]]] = {}
        """By the first word of a phrase those between it and the last, and how the last one may end."""

    def add(self, names: Iterable[str], language: Language) -> None:
        """Add what something is called in a language."""
        before = ("", *map(normalise, language.lists[Wordlist.PROCLITICS]))
        behind = ("", *map(normalise, language.lists[Wordlist.ENDINGS]))
        for name in filter(_is_spaced, names):
            self._add(name, before, behind)

    def _add(self, name: str, before: tuple[str, ...], behind: tuple[str, ...]) -> None:
        for written in {name, _APOSTROPHE.sub("", name)}:  # Gong'an is written Gongan, too
            first, *others = (normalise(part) for part in _WORD.findall(written))
            heads = [proclitic + first for proclitic in (before if len(first) >= _LEAST_BARE else ("",))]
            if others:
                tails = frozenset(others[-1] + ending for ending in behind)
                for head in heads:
                    self._longer.setdefault(head, []).append((tuple(others[:-1]), tails, name))
            else:
                for head in heads:
                    for ending in behind if len(first) >= _LEAST_BARE else ("",):
                        self._alone.setdefault(head + ending, name)

    def within(self, tokens: Sequence[_Word]) -> Iterator[tuple[int, int, str]]:
        """Yield the first and the last word of each that stands there, and how it is called."""
        for first, word in enumerate(tokens):
            for form in word.forms:
                if form in self._alone:
                    yield first, first, self._alone[form]
                for between, tails, name in self._longer.get(form, ()):
                    last = first + len(between) + 1
                    if last < len(tokens) and not tails.isdisjoint(tokens[last].forms):
                        inner = tokens[first + 1 : last]
                        yield from [(first, last, name)] if all(map(_is_said, between, inner)) else ()


def _is_said(part: str, word: _Word) -> bool:
    return part in word.forms


@cache
def _phrases(topic: Topic | None) -> _Phrases:
    """Return the words of all languages about this, or their ordinary words; and all names of places."""
    phrases = _Phrases()
    shipped = languages.shipped()
    for language in shipped.values():
        phrases.add(language.topics[topic] if topic else language.lists[Wordlist.ORDINARY], language)
    if topic is Topic.PLACE:
        called: dict[str, list[str]] = {code: [] for code in shipped}
        for place in shipped_places.listed().values():
            called[EN].extend(place.aliases)
            for code, name in place.labels.items():
                called.setdefault(code, []).append(name)
        for code, language in shipped.items():
            phrases.add(called[code], language)
    return phrases


@cache
def _by_capital() -> frozenset[str]:
    return frozenset(map(normalise, languages.listed(Wordlist.CAPITAL)))


def _is_spaced(word: str) -> bool:
    return not any(map(is_han, word))


def _unspaced(text: str, topics: frozenset[Topic]) -> Iterator[Wording]:
    """Yield what Chinese characters say; spaces between them do not count.

    A place does not count within an ordinary word; 公安县 does, of which one is a part.
    """
    indexes = [index for index, character in enumerate(text) if not character.isspace()]
    folded = [_folded(text[index]) for index in indexes]
    called, lengths = _han(), _lengths(topics)
    hits: list[tuple[int, int, Topic | None]] = []
    for first, character in enumerate(folded):
        for last in (first + length for length in lengths.get(character, ())):
            for topic in called.get("".join(folded[first:last]), ()) if last <= len(folded) else ():
                hits.append((first, last, topic))
    hidden = [(first, last) for first, last, topic in hits if topic is None]
    for first, last, topic in hits:
        if topic is None or topic not in topics:
            continue
        if topic is Topic.PLACE and _lies_within(first, last, hidden):
            continue
        start, end = indexes[first], indexes[last - 1] + 1
        yield Wording(topic, start, end, text[start:end])


def _folded(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return to_simplified(plain if len(plain) == 1 else character)


@cache
def _han() -> Mapping[str, frozenset[Topic | None]]:
    """Return what each Chinese word is about, in simplified characters; None stands for an ordinary word."""
    topics_of: dict[str, set[Topic | None]] = {}
    for language in languages.shipped().values():
        for topic, called in (*language.topics.items(), (None, language.lists[Wordlist.ORDINARY])):
            for word in called:
                if not _is_spaced(word):
                    topics_of.setdefault(to_simplified(word), set()).add(topic)
    for place in shipped_places.listed().values():
        for name in place.names:
            if not _is_spaced(name):
                topics_of.setdefault(to_simplified(name), set()).add(Topic.PLACE)
    return {word: frozenset(topics) for word, topics in topics_of.items()}


@cache
def _lengths(topics: frozenset[Topic]) -> Mapping[str, tuple[int, ...]]:
    """Return how long the words are that begin with a character, of those that matter for these topics."""
    wanted = topics | {None} if Topic.PLACE in topics else topics
    made: dict[str, set[int]] = {}
    for word, about in _han().items():
        if not about.isdisjoint(wanted):
            made.setdefault(word[0], set()).add(len(word))
    return {character: tuple(sorted(lengths)) for character, lengths in made.items()}
