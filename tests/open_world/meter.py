"""What an engine's answers mean for the people in the lists."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final

from tests.open_world.product import Answer, Engine, Question
from tests.open_world.sentences import BETWEEN, Lists, Sentence, Span, bystanders

PROFILES: Final = ("labels", "names")
_JOINERS: Final = "\u200c\u200d\u180e\u202f"
_PER: Final = 1000


class Fate(StrEnum):
    """What becomes of a place, or of an ordinary sentence."""

    HELD = "held"  # replaced whole
    ASKED = "asked"  # a reader has to decide
    MARKED = "marked"  # a reader sees it
    PARTLY = "partly"  # an ending or an initial stays, and nobody is warned
    LEAKED = "leaked"  # a word of it stays, and nobody is warned
    DESTROYED = "destroyed"  # an ordinary word goes, and nobody is asked
    UNTOUCHED = "untouched"
    BESIDE = "beside"  # a word goes that is no part of a marked place


_FAILS: Final = frozenset({Fate.LEAKED, Fate.PARTLY, Fate.DESTROYED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What an engine did with the lists of one language under one profile."""

    language: str
    profile: str
    mentions: Counter[Fate]
    ordinary: Counter[Fate]
    """By sentence."""
    unknown: Counter[Fate]
    telling: Counter[Fate]
    beside: int
    """How many sentences of `mentions` lose words beside the marked places."""
    asked: int
    """How many different words are asked about, in all texts."""
    words: int
    failures: tuple[tuple[Fate, str], ...] = field(repr=False, default=())
    """Sentences in which somebody leaks or a word is destroyed, for those who build the engine."""

    @property
    def asked_per_thousand(self) -> float:
        """How many different words are asked about in a thousand words of these texts, hard on purpose."""
        return _PER * self.asked / self.words


def measure(lists: Lists, engine: Engine, profile: str, people: int) -> Row:
    """Return what an engine does with `people` in the vault, whom the lists name and others.

    Raise ValueError where an engine prints something else than its answer says.
    """
    texts = [BETWEEN.join(sentence.text for sentence in part) for part in lists.texts]
    others = list(bystanders(lists, people - len(lists.people)))
    answers = engine(Question(lists.people, others, lists.written_in, texts, profile))
    for text, answer in zip(texts, answers, strict=True):
        _require_printed(text, answer)
    by_part = [_by_sentence(part, answer) for part, answer in zip(lists.texts, answers, strict=True)]
    fates = [[(fate, one.text) for one, answer in part for fate in _fates(one, answer)] for part in by_part]
    beside = [(Fate.BESIDE, one.text) for one, answer in by_part[0] if _goes_beside(one, answer)]
    mentions, ordinary, unknown, telling = (Counter(fate for fate, _ in part) for part in fates)
    return Row(
        language=lists.language,
        profile=profile,
        mentions=mentions,
        ordinary=ordinary,
        unknown=unknown,
        telling=telling,
        beside=len(beside),
        asked=len(set(_asked(texts, answers))),
        words=sum(map(count_words, texts)),
        failures=(*(failure for part in fates for failure in part if failure[0] in _FAILS), *beside),
    )


def _asked(texts: Iterable[str], answers: Iterable[Answer]) -> Iterator[str]:
    for text, answer in zip(texts, answers, strict=True):
        yield from (text[slice(*place)].casefold() for place in answer.asked)


def _fates(sentence: Sentence, answer: Answer) -> Iterator[Fate]:
    """Yield what becomes of each marked place, of the sentence itself where none is marked."""
    for place in sentence.marked:
        yield fate_of(sentence.text, place, answer)
    if not sentence.marked:
        yield _of_ordinary(answer)


def fate_of(text: str, place: Span, answer: Answer) -> Fate:
    """Return what becomes of a place of a text that has to go."""
    gone = set(_within(answer.replaced))
    pieces = list(words_of(text, place))
    stays = [[at for at in range(*piece) if at not in gone] for piece in pieces]
    if not any(stays):
        return Fate.HELD
    if _touches(place, answer.asked):
        return Fate.ASKED
    if _touches(place, answer.marked):
        return Fate.MARKED
    whole = [len(stay) for stay, (start, end) in zip(stays, pieces, strict=True) if len(stay) == end - start]
    some = any(at in gone for piece in pieces for at in range(*piece))
    return Fate.PARTLY if some and max(whole, default=0) < 2 else Fate.LEAKED


def _of_ordinary(answer: Answer) -> Fate:
    if answer.replaced:
        return Fate.DESTROYED
    return Fate.ASKED if answer.asked else Fate.MARKED if answer.marked else Fate.UNTOUCHED


def _goes_beside(sentence: Sentence, answer: Answer) -> bool:
    """Tell whether letters go of a word that is no part of any marked place."""
    gone = set(_within(answer.replaced))
    return any(
        not _touches(word, sentence.marked) and not gone.isdisjoint(range(*word))
        for word in words_of(sentence.text, (0, len(sentence.text)))
    )


def words_of(text: str, place: Span) -> Iterator[Span]:
    """Yield the runs of letters, marks and digits within a place."""
    start = None
    for at in range(place[0], place[1] + 1):
        if at < place[1] and (unicodedata.category(text[at])[0] in "LMN" or text[at] in _JOINERS):
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None


def count_words(text: str) -> int:
    """Return how many words a text has; two Chinese characters, or two Tibetan syllables, count as one."""
    count = 0.0
    for start, end in words_of(text, (0, len(text))):
        word = text[start:end]
        dense = sum("\u3400" <= letter <= "\u9fff" for letter in word)
        count += dense / 2 if dense else 0.5 if "\u0f00" <= word[0] <= "\u0fff" else 1
    return round(count)


def _by_sentence(part: Sequence[Sentence], answer: Answer) -> list[tuple[Sentence, Answer]]:
    """Return each sentence with what the answer says of it alone, counted from its first letter."""
    pairs, first = [], 0
    for sentence in part:
        until = first + len(sentence.text)
        replaced, asked, marked = (
            tuple(
                (max(start, first) - first, min(end, until) - first)
                for start, end in places
                if start < until and first < end
            )
            for places in (answer.replaced, answer.asked, answer.marked)
        )
        pairs.append((sentence, Answer(replaced, asked, marked, printed="")))
        first = until + len(BETWEEN)
    return pairs


def _require_printed(text: str, answer: Answer) -> None:
    """Raise ValueError unless the text is printed with something else in just the replaced places."""
    edges = [0, *(edge for span in sorted(answer.replaced) for edge in span), len(text)]
    stays = [re.escape(text[start:end]) for start, end in list(pairwise(edges))[::2]]
    if re.fullmatch(r"[^\n]{0,40}?".join(stays), answer.printed) is None:
        raise ValueError("what is printed is not the text with its replaced places replaced")


def _within(places: Iterable[Span]) -> Iterator[int]:
    for place in places:
        yield from range(*place)


def _touches(place: Span, others: Iterable[Span]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)
