"""Find the words of all languages, and the names of shipped places, in a text of any script.

A word is compared without case, accents and signs. It may have the endings of its language, and the small
words that this language joins to the beginning of a word. Chinese is written without spaces, so a Chinese
word is found anywhere in a text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.labels import EN
from hrddesk.records.language.languages import Language, Topic, Wordlist
from hrddesk.records.language.lookalikes import plain_letters
from hrddesk.records.language.scripts import is_han, normalise, to_simplified
from hrddesk.records.names import shipped_places

About = Topic | Wordlist
"""The topic of words, or the word list that contains them."""

_VOWELS: Final = "\u0f71-\u0f84\u0900-\u0903\u093a-\u094f"
LETTER: Final = (
    f"(?:[^\\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0f8d-\u0fbc\u180b-\u180f{_VOWELS}])"
)
"""A letter, a mark beside one, or a digit, as a pattern."""
WORD: Final = re.compile(f"{LETTER}+")
CAPITAL: Final = f"[{''.join(filter(str.isupper, map(chr, range(0x590))))}]"
SMALL: Final = f"[{''.join(filter(str.islower, map(chr, range(0x590))))}]"
"""A small letter of a script that has capitals, as a pattern."""
_NEAR: Final = 40  # characters before a place in which the word before it stands
_APOSTROPHE: Final = re.compile("['’]")
_UNSEEN: Final = re.compile("[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CLUSTER: Final = re.compile(
    f"[^\u0300-\u036f\u064b-\u065f{_VOWELS}][\u0300-\u036f\u064b-\u065f{_VOWELS}]*|.", re.DOTALL
)
"""A letter with the marks that belong to it."""
_HAN: Final = re.compile("[\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]")
_MOST_FORMS: Final = 50_000
_LEAST_BARE: Final = 2  # letters that are left of a word without its ending
_SHORT: Final = 3  # letters up to which the name of a place needs a capital: "Li", "Van"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedWords:
    """Words of a text with their topic, or with the word list that contains them."""

    topic: About
    start: int
    end: int
    words: str
    """The words as they are written in the text."""
    by_capital: bool = False
    """Whether only a capital letter distinguishes them from another word."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a text; `forms` are the forms that are compared."""

    start: int
    end: int
    forms: tuple[str, ...]


def word_before(text: str, start: int) -> re.Match[str] | None:
    """Return the match of the last word before the index `start`, or None if no word is near."""
    return next(reversed([*WORD.finditer(text, max(0, start - _NEAR), start)]), None)


def find(text: str, topics: frozenset[Topic]) -> list[ListedWords]:
    """Return the words of a text on these topics, in order.

    Of overlapping words, the first is returned, and of words that begin together, the longest.
    """
    longest: list[ListedWords] = []
    for wording in sorted(find_each(text, topics), key=lambda wording: (wording.start, -wording.end)):
        if not longest or wording.start >= longest[-1].end:
            longest.append(wording)
    return longest


def find_each(text: str, about: frozenset[About], forms: "Forms | None" = None) -> list[ListedWords]:
    """Return all words of a text on these topics or in these word lists.

    A caller that searches many texts passes the same `forms` each time, which is faster.
    """
    plain, places = _plain(text)
    matches = [*_spaced(plain, about, Forms() if forms is None else forms), *_unspaced(plain, about)]
    if places is None:
        return matches
    return [replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in matches]


def _plain(text: str) -> tuple[str, list[int] | None]:
    """Return a text with composed letters and without invisible signs, and the original place of each
    character.

    The places are None if every character kept its place.
    """
    if unicodedata.is_normalized("NFC", text) and _UNSEEN.search(text) is None:
        return text, None
    plain, places = "", list[int]()
    for match in _CLUSTER.finditer(text):
        composed = _UNSEEN.sub("", unicodedata.normalize("NFC", match[0]))
        plain += composed
        places += [match.start()] * (len(composed) - 1) + [match.end() - 1] * bool(composed)
    return plain, places


def _spaced(text: str, topics: frozenset[About], forms: "Forms") -> Iterator[ListedWords]:
    tokens = [
        _Word(*match.span(), forms[match[0]])
        for match in WORD.finditer(text)
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
            capital = exact[0].isupper() and normalise(exact) in _by_capital()
            if _counts(words, exact, topic, capital=capital):
                yield ListedWords(topic=topic, start=start, end=end, words=words, by_capital=capital)


def _lies_within(start: int, end: int, hidden: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the name of a place is inside an ordinary word (`hidden`): 公安, 蒙古族, western."""
    return any(first <= start and end <= last for first, last in hidden)


class Forms(dict[str, tuple[str, ...]]):
    """The forms of words that are compared, computed once for each word.

    Letters of another script that look Latin are also read as Latin.
    """

    def __missing__(self, word: str) -> tuple[str, ...]:
        """Work out the forms of a word."""
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[word] = tuple(dict.fromkeys((normalise(word), normalise(plain_letters(word)))))
        return self[word]


def _counts(words: str, exact: str, topic: About, *, capital: bool) -> bool:
    """Tell whether words of a text have the capitals that their listed form, `exact`, needs."""
    if capital or (topic is Topic.PLACE and words.isascii() and len(words) <= _SHORT):
        return words[0].isupper() and (not exact.isupper() or words.isupper())
    return not (exact.isascii() and exact.isupper() and len(exact) > 1) or words.isupper()


class _Phrases:
    """The words and phrases of all languages on one topic, each with the endings of its language."""

    def __init__(self) -> None:
        self._alone: dict[str, str] = {}
        self._longer: dict[str, list[tuple[tuple[str, ...], frozenset[str], str]]] = {}
        """By the first word of a phrase: the words between it and the last one, and the possible endings of
        the last one.
        """

    def add(self, names: Iterable[str], language: Language) -> None:
        """Add words and phrases of a language, except those in Chinese characters."""
        before = ("", *map(normalise, language.lists[Wordlist.PROCLITICS]))
        behind = ("", *map(normalise, language.lists[Wordlist.ENDINGS]))
        for name in filter(_is_spaced, names):
            self._add(name, before, behind)

    def _add(self, name: str, before: tuple[str, ...], behind: tuple[str, ...]) -> None:
        for written in {name, _APOSTROPHE.sub("", name)}:  # Gong'an is written Gongan, too
            first, *others = (normalise(part) for part in WORD.findall(written))
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
        """Yield each phrase among the tokens: the indexes of its first and last word, and its listed form."""
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
def _phrases(topic: About | None) -> _Phrases:
    """Return the phrases of all languages on a topic; for None, the ordinary words.

    The topic of places includes the names of shipped places.
    """
    phrases = _Phrases()
    shipped = languages.shipped()
    for language in shipped.values():
        phrases.add(_words_of(language, topic or Wordlist.ORDINARY), language)
    if topic is Topic.PLACE:
        called: dict[str, list[str]] = {code: [] for code in shipped}
        for place in shipped_places.listed().values():
            called[EN].extend(place.aliases)
            for code, name in place.labels.items():
                called.setdefault(code, []).append(name)
        for code, language in shipped.items():
            phrases.add(called[code], language)
    return phrases


def _words_of(language: Language, about: About) -> tuple[str, ...]:
    return language.topics[about] if isinstance(about, Topic) else language.lists[about]


@cache
def _by_capital() -> frozenset[str]:
    return frozenset(map(normalise, languages.listed(Wordlist.CAPITAL)))


def _is_spaced(word: str) -> bool:
    return not any(map(is_han, word))


def _unspaced(text: str, topics: frozenset[About]) -> Iterator[ListedWords]:
    """Yield the listed words in Chinese characters; spaces between characters are ignored.

    The name of a place inside an ordinary word does not count. 公安县 counts: it is longer than the ordinary
    word 公安 in it.
    """
    if _HAN.search(text) is None:
        return
    indexes = [index for index, character in enumerate(text) if not character.isspace()]
    folded = [_folded(text[index]) for index in indexes]
    called, lengths = _han(), _lengths(topics)
    hits: list[tuple[int, int, About | None]] = []
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
        yield ListedWords(topic=topic, start=start, end=end, words=text[start:end])


def _folded(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return to_simplified(plain if len(plain) == 1 else character)


@cache
def _han() -> Mapping[str, frozenset[About | None]]:
    """Return the topics of each Chinese word, in simplified characters; None means an ordinary word."""
    topics_of: dict[str, set[About | None]] = {}
    for language in languages.shipped().values():
        listed = [(one, language.lists[one]) for one in Wordlist if one is not Wordlist.ORDINARY]
        for topic, called in (*language.topics.items(), *listed, (None, language.lists[Wordlist.ORDINARY])):
            for word in called:
                if not _is_spaced(word):
                    topics_of.setdefault(to_simplified(word), set()).add(topic)
    for place in shipped_places.listed().values():
        for name in place.names:
            if not _is_spaced(name):
                topics_of.setdefault(to_simplified(name), set()).add(Topic.PLACE)
    return {word: frozenset(topics) for word, topics in topics_of.items()}


@cache
def _lengths(topics: frozenset[About]) -> Mapping[str, tuple[int, ...]]:
    """Return the lengths of the words on these topics that begin with each character."""
    relevant_topics = topics | {None} if Topic.PLACE in topics else topics
    lengths_by_character: dict[str, set[int]] = {}
    for word, about in _han().items():
        if not about.isdisjoint(relevant_topics):
            lengths_by_character.setdefault(word[0], set()).add(len(word))
    return {character: tuple(sorted(lengths)) for character, lengths in lengths_by_character.items()}
