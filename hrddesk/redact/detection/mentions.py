"""Mentions of people by words of their names: inflected, spelled differently or shortened to initials.

Two adjacent words that are both words of one name mention this name, in any order and case. A single word is
a part of the name if it differs only in its ending or its script; if it only sounds or begins like a word of
the name, a reader must decide. Chinese names are searched by the words of their pinyin, unchanged. The module
`parts` handles Chinese and Tibetan names in their own scripts, where the ends of words are not visible.
"""

import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.records.names.names import pinyin, split_name
from hrddesk.redact.detection.alike import Likeness, WordForm, has_case, likeness
from hrddesk.redact.detection.folding import Folded, squeeze
from hrddesk.redact.detection.name_words import (
    TextWords,
    Token,
    bare,
    compared_with_names,
    is_chinese_name,
    may_be_initials,
    titles,
    titles_behind,
    tokens_of,
    words_of,
)
from hrddesk.redact.detection.ordinary import goes_on_as_place
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence

_INITIALS: Final = range(2, 6)  # letters of all words of a name that stand for it: V.L.
_SURE_INITIALS: Final = 3  # that need no dots: VAL
_MOST_LOOKED_UP: Final = 20_000  # words of texts that are kept for the texts that follow
_BEHIND_ALL: Final = chr(sys.maxunicode)
_WEIGHT: Final = (IdentifierKind.WITHHELD, IdentifierKind.NAME, IdentifierKind.SOURCE, IdentifierKind.PLACE)
"""The kinds of a whole name, the most important first."""


@dataclass(slots=True, eq=False)
class _NameWord:
    """A word of names, or two adjacent words of a name written as one."""

    form: WordForm
    exact: bool
    """Whether only the unchanged word is searched: the pinyin of another name may differ in one vowel."""
    bearers: list[tuple[int, frozenset[int]]] = field(default_factory=list)
    """The numbers of the names that have the word, and the positions of the word in each name."""


@dataclass(frozen=True, slots=True)
class _Name:
    owner: RecordId
    initials: tuple[str, ...]
    """The first letter of each word; in a Chinese name, the first letter of each character's pinyin."""
    kind: IdentifierKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A place in a folded text that mentions a person."""

    start: int
    end: int
    owner: RecordId
    whole: bool
    likeness: Likeness
    kind: IdentifierKind
    only_sounds: bool = False
    """Whether a word of the mention only sounds like a word of the name: Milena Dorvic for Milan Dorvik."""


@dataclass(slots=True, kw_only=True)
class _Group:
    name: int
    start: int
    end: int
    words: set[int]
    likeness: list[Likeness] = field(default_factory=list)


_Found = dict[int, tuple[list[frozenset[int]], Likeness]]
"""For each name: the positions of its words that a word of the text may be, and how close it is to them."""


class MentionFinder:
    """An index of the words of all names, by which mentions of people are found."""

    def __init__(self, names: Iterable[tuple[RecordId, str, IdentifierKind]]) -> None:
        """Index the words of some names; each name is given as its owner, its text and its kind."""
        self._names: list[_Name] = []
        self._words: dict[tuple[str, bool, bool], _NameWord] = {}
        self._looked: dict[tuple[str, bool, bool], _Found] = {}
        self._by_key: dict[str, list[_NameWord]] = {}
        self._initials: dict[str, list[int]] = {}
        for owner, text, kind in names:
            exact, words = is_chinese_name(text), words_of(text)
            for number, word in enumerate(words):
                for letters in bare(word):
                    self._learn(letters, _places(number), exact=exact)
            for number, (word, behind) in enumerate(pairwise(words)):
                self._learn(word + behind, _places(number, number + 1), exact=exact)
            initials = [word[0] for word in words]
            if exact:
                parts = split_name(squeeze(text))
                initials = ["".join(map(_initial, part)) for part in parts]
            if sum(map(len, initials)) in _INITIALS:
                self._initials.setdefault(_sorted_letters(initials), []).append(len(self._names))
            self._names.append(_Name(owner, tuple(initials), kind))
        self._backwards = sorted(
            letters[::-1] for letters, exact, joined in self._words if not exact and not joined
        )

    def _learn(self, letters: str, word_numbers: frozenset[int], *, exact: bool) -> None:
        if len(letters) > 1:
            joined = len(word_numbers) > 1  # what is only near to two words tells nothing
            word = self._words.get((letters, exact, joined))
            if word is None:
                word = self._words[letters, exact, joined] = _NameWord(WordForm.of(letters), exact)
                for key in {letters} if exact else word.form.lookups(one_off=not joined):
                    self._by_key.setdefault(key, []).append(word)
            word.bearers.append((len(self._names), word_numbers))

    def parts(self, folded: Folded, parts_of: Callable[[RecordId], bool]) -> Iterator[Occurrence]:
        """Yield each word of a folded text that is a word of somebody's name, if `parts_of` includes this
        person.
        """
        for token in tokens_of(folded):
            name_matches = self._look(token).items()
            names = [self._names[name] for name, (_, how) in name_matches if how is Likeness.SAME]
            names = [name for name in names if parts_of(name.owner)]
            if names:
                people = _people((name.owner, name.kind) for name in names)
                yield Occurrence(*folded.span(token.start, token.end), IdentifierKind.PART, (), *people)

    def find(self, folded: Folded) -> Iterator[NameMention]:
        """Yield the places of a folded text that mention a person."""
        words = TextWords(folded)
        names_by_token = [self._look(token) for token in words.tokens]
        reached: dict[int, int] = {}
        for number, names in enumerate(names_by_token):
            for name in names:
                first = reached.get(name, 0)
                if number >= first:
                    group = self._group(words, names_by_token, first, number, name)
                    reached[name] = group.end + 1
                    yield from self._mention(words, group)
        yield from self._of_initials(words)

    def _group(
        self, words: TextWords, names_by_token: Sequence[_Found], first: int, token_number: int, name: int
    ) -> _Group:
        """Return the adjacent words of a text that together mention the name with the number `name`.

        The search begins at the word `token_number` and goes both ways, but not before `first`. The group has
        words of the name, initials of its other words, and titles.
        """
        tokens, beside = words.tokens, words.beside
        (of_name, *_), likeness = names_by_token[token_number][name]
        group = _Group(
            name=name, start=token_number, end=token_number, words=set(of_name), likeness=[likeness]
        )

        def take(place: int) -> bool:
            ways, how = names_by_token[place].get(name, ((), Likeness.WEAK))
            for way in ways if how is not Likeness.NEAR else ():
                if group.words.isdisjoint(way):
                    group.words |= way
                    group.likeness.append(how)
                    return True
            return not ways and self._is_initial(
                words.folded, tokens[place], group, tokens[token_number].capitals
            )

        if likeness is Likeness.NEAR:
            return group
        while group.end + 1 < len(tokens) and beside[group.end] and take(group.end + 1):
            group.end += 1
        while group.start > first and beside[group.start - 1] and take(group.start - 1):
            group.start -= 1
        if group.start and beside[group.start - 1] and tokens[group.start - 1].letters in titles():
            group.start -= 1  # it would tell the sex, if nothing else
        behind = tokens[group.end + 1] if group.end < len(beside) and beside[group.end] else None
        if behind is not None and behind.letters in titles_behind() and has_case(behind.letters[0]):
            group.end += behind.capital
        return group

    def _is_initial(self, folded: Folded, token: Token, group: _Group, shouted: bool) -> bool:
        """Tell whether a word consists of initials of the remaining words of a name.

        The remaining words are the words that `group` does not have yet. `shouted` tells that the text has
        the name all in capitals: then two or more capitals are no sign of initials.
        """
        letters = self._names[group.name].initials
        remaining_letters = "".join(
            letter for word_number, letter in enumerate(letters) if word_number not in group.words
        )
        if (
            not remaining_letters
            or len(token.letters) > len(remaining_letters)
            or not set(token.letters) <= set(remaining_letters)
        ):
            return False
        is_shouted = shouted and token.capitals and len(token.letters) > 1
        return may_be_initials(folded, token) and not is_shouted

    def _of_initials(self, words: TextWords) -> Iterator[NameMention]:
        """Yield mentions of a name by capitals that are the initials of all its words: V.L., VAL."""
        tokens, beside, first = words.tokens, words.beside, 0
        for number, token in enumerate(tokens):
            if not (token.capitals and len(token.letters) == 1 and number < len(beside) and beside[number]):
                row = tokens[first : number + 1] if token.capitals else tokens[first:number]
                first = number + 1
                if not row:
                    continue
                letters = _sorted_letters(one.letters for one in row)
                sure = len(row) > 1 or len(letters) >= _SURE_INITIALS
                for name in self._initials.get(letters, ()):
                    how = Likeness.SAME if sure else Likeness.NEAR
                    stored_name = self._names[name]
                    yield NameMention(
                        start=row[0].start,
                        end=row[-1].end,
                        owner=stored_name.owner,
                        whole=False,
                        likeness=how,
                        kind=stored_name.kind,
                    )

    def _mention(self, words: TextWords, group: _Group) -> Iterator[NameMention]:
        name, best = self._names[group.name], max(group.likeness)
        is_whole = len(group.likeness) > 1 or (len(name.initials) == 1 and best is Likeness.SAME)
        start, end = words.tokens[group.start].start, words.tokens[group.end].end
        if best is Likeness.WEAK and is_whole:
            is_whole, best = False, Likeness.NEAR
        elif not is_whole and goes_on_as_place(words.folded.text, end):
            best = min(best, Likeness.NEAR)
        if best is not Likeness.WEAK:
            only_sounds = min(group.likeness) is not Likeness.SAME
            yield NameMention(
                start=start,
                end=end,
                owner=name.owner,
                whole=is_whole,
                likeness=best,
                kind=name.kind,
                only_sounds=only_sounds,
            )

    def _look(self, token: Token) -> _Found:
        """Return the names that may contain a word of a text, and which word of each name it may be."""
        key = token.letters, token.capital, token.capitals
        matches_by_name = self._looked.get(key)
        if matches_by_name is not None:
            return matches_by_name
        if len(self._looked) >= _MOST_LOOKED_UP:
            self._looked.clear()
        matches_by_name = self._looked[key] = {}
        for word, how in self._alike(token):
            for name, word_numbers in word.bearers:
                ways, before = matches_by_name.get(name, ([], Likeness.WEAK))
                if how >= before and (how is not Likeness.NEAR or len(word_numbers) == 1):
                    matches_by_name[name] = [*(ways if how is before else ()), word_numbers], how
        for ways, _ in matches_by_name.values():
            ways.sort(key=sorted)  # whatever order sets have
        return matches_by_name

    def _alike(self, token: Token) -> Iterator[tuple[_NameWord, Likeness]]:
        letters, inflected = compared_with_names(token)
        for one in letters:
            if not inflected:
                for word in self._by_key.get(one, ()):  # no key of another word is as long, or as short
                    yield word, Likeness.SAME if token.capital else Likeness.NEAR
                continue
            form = WordForm.of(one)
            begin = {word for key in form.lookups() for word in self._by_key.get(key, ())}
            for word in begin.union(self._ending_in(one)):
                how = likeness(word.form, form)
                if how is not None and (how is Likeness.SAME or not word.exact):
                    yield word, how

    def _ending_in(self, letters: str) -> Iterator[_NameWord]:
        """Yield the words of names that end with `letters`."""
        end = letters[::-1]
        first, last = (bisect_left(self._backwards, one) for one in (end, end + _BEHIND_ALL))
        for word in self._backwards[first:last]:
            yield self._words[word[::-1], False, False]


@cache
def _places(*words: int) -> frozenset[int]:
    return frozenset(words)  # one for all names: each takes more room than a word


@cache
def _initial(character: str) -> str:
    return squeeze(pinyin(character))[:1]


def _sorted_letters(words: Iterable[str]) -> str:
    return "".join(sorted("".join(words)))


def mentioned(folded: Folded, mentions: Iterable[NameMention]) -> list[Occurrence]:
    """Return the places of some mentions, one for each place, with everybody who is mentioned there."""
    by_place: dict[tuple[int, int], list[NameMention]] = {}
    for mention in mentions:
        by_place.setdefault(folded.span(mention.start, mention.end), []).append(mention)
    return [_as_occurrence(span, place_mentions) for span, place_mentions in by_place.items()]


def together(spelled: Iterable[Occurrence], mentioned: Iterable[Occurrence]) -> list[Occurrence]:
    """Join the places found by spellings with the places found by words of a name.

    A place that overlaps with another one is left out, joined with it, or kept and noted as lying inside it.
    """
    occurrences: list[Occurrence] = []
    row: list[tuple[Occurrence, bool]] = []  # places that run into each other, and whether they are spelled
    reach = 0
    flagged_places = [(item, True) for item in spelled] + [(item, False) for item in mentioned]
    for item, is_spelled in sorted(flagged_places, key=lambda one: one[0].start):
        if item.start >= reach:
            occurrences += _row_together(row)
            row = []
        row.append((item, is_spelled))
        reach = max(reach, item.end)
    return occurrences + _row_together(row)


def _row_together(row: Sequence[tuple[Occurrence, bool]]) -> list[Occurrence]:
    occurrences = [item for item, is_spelled in row if is_spelled]
    mentioned = (item for item, is_spelled in row if not is_spelled)
    for item in sorted(mentioned, key=lambda item: (item.start - item.end, item.span)):
        span, people = item.span, {*item.owners, *item.partly, *item.maybe}
        touching = [one for one in occurrences if one.start < span[1] and span[0] < one.end]
        whole_names = [one for one in touching if one.owners]
        within = [one for one in whole_names if _holds(span, one.span)]
        if any(people <= set(one.owners) for one in within) or any(
            (one.inside is None or _holds(one.span, span)) and (one not in within or one.span == span)
            for one in whole_names
        ):
            continue
        beside = [one for one in whole_names if one not in within]
        occurrences = [one for one in occurrences if one not in touching or one in beside]
        occurrences += [replace(one, inside=span) for one in within]
        occurrences.append(
            item if item.owners else _joined([item, *(one for one in touching if one not in whole_names)])
        )
    return occurrences


def _as_occurrence(span: tuple[int, int], mentions: Sequence[NameMention]) -> Occurrence:
    if whole_mentions := [one for one in mentions if one.whole]:
        kind = min((one.kind for one in whole_mentions), key=_WEIGHT.index)
        only_sounds = all(one.only_sounds for one in whole_mentions)
        return Occurrence(*span, kind, _sorted(one.owner for one in whole_mentions), asked=only_sounds)
    partly, kept_owners = _people((one.owner, one.kind) for one in mentions if one.likeness is Likeness.SAME)
    maybe = _sorted({one.owner for one in mentions} - set(partly))
    return Occurrence(*span, IdentifierKind.PART, partly=partly, kept=kept_owners, maybe=maybe)


def _people(
    named: Iterable[tuple[RecordId, IdentifierKind]],
) -> tuple[tuple[RecordId, ...], tuple[RecordId, ...]]:
    """Return all owners of the names in `named`, and then those with no other than withheld names in it."""
    every = set(named)
    open_owners = {owner for owner, kind in every if kind is not IdentifierKind.WITHHELD}
    return _sorted(owner for owner, _ in every), _sorted(
        owner for owner, _ in every if owner not in open_owners
    )


def _joined(items: Sequence[Occurrence]) -> Occurrence:
    """Return overlapping places as one, with everybody whom any of these places may mean."""
    partly = {owner for item in items for owner in item.partly}
    maybe = {owner for item in items for owner in item.maybe} - partly
    kept_owners = _sorted(owner for item in items for owner in item.kept)
    start, end = min(item.start for item in items), max(item.end for item in items)
    return Occurrence(
        start, end, IdentifierKind.PART, partly=_sorted(partly), kept=kept_owners, maybe=_sorted(maybe)
    )


def _sorted(owners: Iterable[RecordId]) -> tuple[RecordId, ...]:
    return tuple(sorted(set(owners)))


def _holds(place: tuple[int, int], inner_place: tuple[int, int]) -> bool:
    return place[0] <= inner_place[0] and inner_place[1] <= place[1]
