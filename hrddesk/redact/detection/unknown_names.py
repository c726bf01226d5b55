"""Search for words of a text that may be names of people whom the vault does not know.

In scripts with capitals such words are capitalised words within a sentence. In all scripts they are common
names, and words beside a title, a word of kinship or a word like "called". In Chinese they are a surname with
one or two characters of given names.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Final

from hrddesk.analysis.pasted_reports import lists
from hrddesk.records.language import languages
from hrddesk.records.language.languages import OF_TIME, Topic, Wordlist
from hrddesk.records.language.scripts import is_han, normalise
from hrddesk.records.texts import wordings
from hrddesk.redact.detection.ordinary import words_of_vocabularies
from hrddesk.redact.detection.sentences import opens_sentence
from hrddesk.redact.detection.unknown_chinese import UnknownName, chinese_names, has_surname
from hrddesk.redact.passages.covered import Covered
from hrddesk.redact.passages.wording import Span

Harmless = Callable[[str], bool]
"""A function that tells whether words, normalised and without spaces, are recorded as something other than a
person.
"""

_ROLES: Final[frozenset[wordings.About]] = frozenset({Wordlist.NAME_FOLLOWS, Wordlist.RELATED, Topic.KIN})
_BEHIND: Final[frozenset[wordings.About]] = frozenset({Wordlist.NAME_PRECEDES, Wordlist.TITLES})
_NOBODY: Final[frozenset[wordings.About]] = frozenset(
    {*OF_TIME, Topic.PLACE, Wordlist.PLACE_WORDS, Wordlist.CAPITALISED}
)
_TITLED: Final = _ROLES | _BEHIND
_CALLING: Final = _ROLES | {Wordlist.TITLES}
_NAMELESS: Final[frozenset[wordings.About]] = frozenset({Wordlist.PLACE_WORDS, Wordlist.CAPITALISED})
_ABOUT: Final[frozenset[wordings.About]] = frozenset(
    {*_ROLES, *_BEHIND, *_NOBODY, Wordlist.COMMON_NAMES, Wordlist.NAME_LINKS, Wordlist.NO_NAMES}
)
_JOINS: Final = re.compile("[ \u00a0\u202f\u0f0b'’\\-\u2010]{1,2}")
"""The characters between the words of one name."""
_INITIAL: Final = rf"(?<!{wordings.LETTER}){wordings.CAPITAL}\."
_INITIALS: Final = re.compile(rf"{_INITIAL}(?:[ \u00a0]?{_INITIAL}){{0,2}}")
_BESIDE: Final = re.compile(
    rf"{_JOINS.pattern}|(?<=[.\u3400-\u9fff])|(?:{_JOINS.pattern})?{_INITIALS.pattern}(?:{_JOINS.pattern})?"
)
_LEAST_NAME: Final = 2  # characters of a whole Chinese name
_GAP: Final = re.compile(r"[^\S\n]*(?:\n[^\S\n]*)?")
"""The characters between a title and a name, which may include the end of a line."""
_BEHIND_TITLE: Final = re.compile(
    rf"{_JOINS.pattern}|\.?{_GAP.pattern}(?:{_INITIALS.pattern}{_GAP.pattern})?"
)
_NON_JOINER: Final = "\u200c"  # between the parts of one word
_MARK: Final = re.compile(r"[^\w\s\u0f0b]")
_MOST_WORDS: Final = 6  # of what is on record as one name
_SHORT: Final = 4  # letters of an abbreviation in capitals


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    word: str
    form: str
    """The form of the word that is compared with others."""
    kinds: set[wordings.About]
    behind: Collection[wordings.About] = ()
    """The kinds of titles and similar words before the word, ignoring initials between them."""
    opening: bool = False
    """Whether the word begins a sentence."""

    @property
    def is_capital(self) -> bool:
        is_cut_short = self.word.isupper() and len(self.word) <= _SHORT
        return self.word[0].isupper() and len(self.word) > 1 and not is_cut_short

    @property
    def is_initial(self) -> bool:
        return len(self.word) == 1 and self.word.isupper()

    @property
    def has_case(self) -> bool:
        return self.word[0].lower() != self.word[0].upper()

    def stands_before(self, text: str, start: int) -> bool:
        """Tell whether this word is before the word at `start`, with at most initials between them.

        A full stop at the end of a line separates the two words.
        """
        is_cut_short = Wordlist.TITLES in self.kinds and len(self.word) <= _SHORT
        ends = text.startswith(".", self.end) and "\n" in text[self.end : start] and not is_cut_short
        return not ends and _BEHIND_TITLE.fullmatch(text, self.end, start) is not None


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """The places in a text that are already known to be a name or another word, and so no unknown name."""

    taken: Collection[Span] = ()
    """Places that contain no unknown name; other words of a name may be beside them."""
    shared: Collection[Span] = ()
    """Places whose words may also name other people: with a title, they may be an unknown name."""
    covered: Collection[Sequence[Span]] = ()
    """The places from which names are removed, in order, for each form in which the text is printed.

    The first form is the text by itself. If one half of a name is removed, the other counts as if it had a
    title.
    """


def unknown_names(
    text: str, known_places: KnownPlaces, on_record: Harmless, forms: wordings.Forms | None = None
) -> list[UnknownName]:
    """Return the places that may be names of unknown people, in the order of the text."""
    forms = wordings.Forms() if forms is None else forms
    spans = _Spans(text, wordings.find_each(text, _ABOUT, forms), forms)
    nobody = (*_NOBODY, Wordlist.NO_NAMES, Wordlist.NAME_FOLLOWS, *_BEHIND)
    common = [start for start, _ in spans.of((Wordlist.COMMON_NAMES,))]
    taken, beside_shared = (
        Covered(text, known_places.taken),
        Covered(text, (*known_places.taken, *known_places.shared)),
    )
    leaving, candidates = Covered(text, next(iter(known_places.covered), ())), list[UnknownName]()
    given_name_spans = (
        place for places in known_places.covered for place in places if not has_surname(text[slice(*place)])
    )
    chinese = chinese_names(text, spans.of, nobody, Covered(text, given_name_spans))
    for one in (*_spaced(text, spans, on_record), *chinese):
        for place in _left(text, one.span, taken if one.titled or one.beside_title else beside_shared):
            for piece in [place] if all(leaving[slice(*place)]) else _left(text, place, leaving):
                is_rest = any(
                    _is_rest_of_name(text, piece, places, common) for places in known_places.covered
                )
                is_rest = is_rest and not has_surname(text[piece[1] : one.end])  # which may stand alone
                candidates.append(UnknownName(*piece, titled=one.titled or is_rest))
    initials = (one.span() for one in _INITIALS.finditer(text))
    candidates += (
        UnknownName(*place, titled=True)
        for place in initials
        if any(_is_beside(text, place, places) for places in known_places.covered)
    )
    separate_names, covered_text = [], Covered(text)
    for one in sorted(candidates, key=lambda one: (not one.titled, one.start - one.end)):
        if not any(covered_text[one.start : one.end]):
            separate_names.append(one)
            covered_text.add(one.span)
    return sorted(separate_names, key=lambda one: one.start)


def _is_rest_of_name(text: str, place: Span, covered: Sequence[Span], common: Iterable[int]) -> bool:
    """Tell whether a place may be the rest of a removed name.

    It must be beside a place in `covered`, and be written like a name or hold the start of a `common` name.
    """
    if not _is_beside(text, place, covered):
        return False
    start, end = place
    is_written = text[start].isupper() or is_han(text[start]) or _family_name().match(text, start) is not None
    return is_written or any(start <= offset < end for offset in common)


def _is_beside(text: str, place: Span, covered: Sequence[Span]) -> bool:
    """Tell whether only a space, a hyphen or initials separate `place` from one of the sorted `covered`."""
    start, end = place
    index = bisect_left(covered, (end, 0))
    between = [(end, covered[index][0])] if index < len(covered) else []
    between += [(covered[index - 1][1], start)] if index else []
    return any(_BESIDE.fullmatch(text, *span) for span in between)


def _left(text: str, place: Span, covered_text: Covered) -> Iterator[Span]:
    """Yield the uncovered parts of a place, as whole words.

    Of a Chinese name, only parts that can be a name by themselves are yielded.
    """
    if not any(covered_text[slice(*place)]):
        yield place
        return
    if is_han(text[place[0]]):
        if not any(0 < edge < len(covered_text) and all(covered_text[edge - 1 : edge + 1]) for edge in place):
            for free in covered_text.free(place):
                if free[0] - place[0] < _LEAST_NAME or free[1] - free[0] > 1:  # else it may be a verb
                    yield free
        return
    words = wordings.WORD.finditer(text, *place)
    for is_gone, row in groupby(words, lambda word: any(covered_text[slice(*word.span())])):
        if not is_gone:
            kept_words = list(row)
            yield kept_words[0].start(), kept_words[-1].end()


class _Spans:
    """The places of the listed words in a text, by kind of word; `tokens` gives all words of the text."""

    def __init__(self, text: str, matches: Iterable[wordings.ListedWords], forms: wordings.Forms) -> None:
        self.by_kind: dict[wordings.About, list[Span]] = {}
        for one in matches:
            self.by_kind.setdefault(one.topic, []).append((one.start, one.end))
        self._text, self._forms = text, forms

    def of(self, kinds: Iterable[wordings.About]) -> Iterator[Span]:
        """Yield the places of words of these kinds."""
        return (span for kind in kinds for span in self.by_kind.get(kind, ()))

    def tokens(self) -> list[_Token]:
        """Return the words of the text that are not Chinese, with the properties of each."""
        text = self._text
        tokens = [
            _Token(*match.span(), match[0], self._forms[match[0]][0], set())
            for match in wordings.WORD.finditer(text)
            if not is_han(match[0][0]) and not match[0][0].isdigit()
        ]
        number_by_start = {token.start: number for number, token in enumerate(tokens)}
        for kind, places in self.by_kind.items():
            for start, end in places:
                number = number_by_start.get(start)
                while number is not None and number < len(tokens) and tokens[number].start < end:
                    tokens[number].kinds.add(kind)
                    number += 1
        for number, token in enumerate(tokens):
            before = _word_before(tokens, number)
            if before is not None and before.stands_before(text, token.start):
                token.behind = before.kinds
            token.opening = _TITLED.isdisjoint(token.behind) and opens_sentence(text, token.start)
        return tokens


def _spaced(text: str, spans: _Spans, on_record: Harmless) -> Iterator[UnknownName]:
    tokens = spans.tokens()
    joined = [
        _JOINS.fullmatch(text[one.end : next_token.start]) is not None for one, next_token in pairwise(tokens)
    ]
    titles = [
        one.stands_before(text, next_token.start) and next_token.is_capital
        for one, next_token in pairwise(tokens)
    ]
    called = [not _CALLING.isdisjoint(token.behind) for token in tokens]
    harmless = [_is_harmless(*word) for word in zip(tokens, called, [*titles, False], strict=False)]
    for first, last in _on_record(tokens, joined, on_record):
        harmless[first : last + 1] = [True] * (last - first + 1)
    in_small = {token.form for token in tokens if token.word[0].islower()}
    for first, last in _runs(tokens, joined):
        yield from _of_run(tokens, joined, harmless, in_small, first, last)
    yield from _beside_roles(text, tokens, joined, harmless)


def _is_harmless(token: _Token, called: bool, is_title: bool) -> bool:
    """Tell whether a word names nobody.

    After a title or a word of kinship, the name of a place may name a person: "her sister Georgia".
    """
    if not token.kinds.isdisjoint(_NAMELESS if called else _NOBODY):
        return True
    called = called and Wordlist.NO_NAMES not in token.kinds  # "his lawyer. In May"
    if token.has_case and not called and token.form in _ordinary():
        return True
    if token.is_capital and not token.opening:  # a role may be a name in another language
        return is_title and not token.kinds.isdisjoint(_ROLES | _BEHIND)
    return not token.kinds.isdisjoint((*_ROLES, *_BEHIND, Wordlist.NO_NAMES))


def _on_record(
    tokens: Sequence[_Token], joined: Sequence[bool], on_record: Harmless
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and last word of each recorded name of something other than a person."""
    for first in range(len(tokens)):
        words = ""
        for last in range(first, min(first + _MOST_WORDS, len(tokens))):
            if last > first and not joined[last - 1]:
                break
            words += tokens[last].form
            if on_record(words):
                yield first, last


def _word_before(tokens: Sequence[_Token], number: int) -> _Token | None:
    """Return the word before the word `number`, passing over initials; None if there is no such word."""
    while number and tokens[number - 1].is_initial:
        number -= 1
    return tokens[number - 1] if number else None


def _runs(tokens: Sequence[_Token], joined: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and last word of each row of capitalised words."""
    first = None
    for number, token in enumerate(tokens):
        if first is not None and not (token.is_capital and joined[number - 1]):
            yield first, number - 1
            first = None
        if first is None and token.is_capital:
            first = number
    if first is not None:
        yield first, len(tokens) - 1


def _of_run(
    tokens: Sequence[_Token],
    joined: Sequence[bool],
    harmless: Sequence[bool],
    in_small: Collection[str],
    first: int,
    last: int,
) -> Iterator[UnknownName]:
    """Yield the possible names in a row of capitalised words.

    `in_small` has the words that the text has without a capital too.
    """
    number = first
    while number <= last:
        end = number
        while end <= last and not harmless[end]:
            end += 1
        begin = number
        if end > begin and tokens[begin].opening and _opens_only(tokens[begin], in_small):
            begin += 1
        if end > begin:
            before = _word_before(tokens, begin)
            titled = before is not None and not before.kinds.isdisjoint(_CALLING)
            titled = titled and not tokens[begin].opening
            yield UnknownName(tokens[begin].start, tokens[end - 1].end, titled)
        number = max(end, number) + 1


def _opens_only(token: _Token, in_small: Collection[str]) -> bool:
    """Tell whether a word has a capital only because it begins a sentence."""
    return Wordlist.COMMON_NAMES not in token.kinds and token.form in in_small


def _beside_roles(
    text: str, tokens: Sequence[_Token], joined: Sequence[bool], harmless: Sequence[bool]
) -> Iterator[UnknownName]:
    """Yield words beside a title or a word of kinship, and common names.

    In a script with capitals, only a capitalised word before a title is yielded.
    """
    roles = [not token.kinds.isdisjoint(_ROLES) for token in tokens]
    for number, token in enumerate(tokens):
        common = Wordlist.COMMON_NAMES in token.kinds
        after = not _ROLES.isdisjoint(token.behind) and not roles[number]
        behind = tokens[number + 1] if number + 1 < len(tokens) else None
        if behind is not None and not (joined[number] or _GAP.fullmatch(text, token.end, behind.start)):
            behind = None
        before = behind is not None and Wordlist.NAME_PRECEDES in behind.kinds
        if token.has_case:
            if before and token.is_capital and not harmless[number]:
                yield UnknownName(token.start, token.end, beside_title=True)
            continue
        if not (common or after or before) or (harmless[number] and not (common and after)):
            continue
        last = _reach(text, tokens, joined, harmless, number) if common or after else number
        yield UnknownName(token.start, tokens[last].end, common and after, after or before)
        alone = common and after and last == number and behind is not None
        if alone and not harmless[last + 1] and text[token.end : tokens[last + 1].start] == " ":
            yield UnknownName(tokens[last + 1].start, tokens[last + 1].end)


def _reach(
    text: str, tokens: Sequence[_Token], joined: Sequence[bool], harmless: Sequence[bool], number: int
) -> int:
    """Return the number of the last word of a possible name whose first word is `number`.

    A common name, a word formed like a family name, or a linking word with its next word continues the name.
    If none does, any second word that may name somebody continues it if a punctuation mark follows that word.
    """
    last = number
    while last + 1 < len(tokens) and (
        text[tokens[last].end : tokens[last + 1].start] == _NON_JOINER
        or (joined[last] and _goes_on(text, tokens[last], tokens[last + 1]))
    ):
        last += 1
    if last == number and number + 1 < len(tokens) and joined[number] and not harmless[number + 1]:
        last += _MARK.match(text, tokens[number + 1].end) is not None
    return last


def _goes_on(text: str, one: _Token, next_token: _Token) -> bool:
    """Tell whether a name continues with `next_token`; the name of a place may also be a family name."""
    if not next_token.kinds.isdisjoint({Wordlist.COMMON_NAMES, Wordlist.NAME_LINKS}):
        return True
    is_made = Wordlist.NAME_LINKS in one.kinds or _family_name().match(text, next_token.start) is not None
    return is_made and next_token.kinds.isdisjoint({*_ROLES, *_BEHIND, *OF_TIME, Wordlist.NO_NAMES})


@cache
def _family_name() -> re.Pattern[str]:
    """Return a pattern for a word formed like a family name, in any grammatical case."""
    pattern, letter = languages.inflected(lambda one: one.lists[Wordlist.FAMILY_NAMES]), rf"[\w{_NON_JOINER}]"
    return re.compile(f"{pattern}(?!{letter})".replace(r"\-", letter + "{2,30}"))


@cache
def _ordinary() -> frozenset[str]:
    """Return normalised words that are no names: from shipped vocabularies and typical of reports."""
    read = lists.load()
    listed = (*read["no_name"], *read["no_person"], *read["roles"], *read["places"])
    texts = (*words_of_vocabularies(), *listed)
    return frozenset(normalise(word) for text in texts for word in wordings.WORD.findall(text))
