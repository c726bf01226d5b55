"""Find every known name, in every spelling that follows from it, in a free text of any script.

Names are compared without case, accents, spaces, hyphens and other marks. In Latin script a name begins and
ends where a word, a capital inside a word, or a row of digits does: `Li Na` is not found in "Carolina" but
is in "#FreeLiNa2021"; long spellings are found inside a word as well. In Arabic, Cyrillic and Mongolian
script a name begins where a word does and may carry endings. Chinese and Tibetan have no word boundaries.

A text is scanned once, however many names there are; what may begin a name is found by compiled classes of
characters, and only there is a table of spellings asked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from hrddesk.records.names import derived_forms, pinyin, split_name
from hrddesk.records.record import RecordId
from hrddesk.records.scripts import is_han
from hrddesk.redact.folding import GAP, fold, squeeze
from hrddesk.redact.found import Found, Occurrence
from hrddesk.redact.patterns import find_patterns

_HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
_TIBETAN: Final = "\u0f00-\u0fff"
_OTHER: Final = rf"[^\W\d_A-Za-z{_HAN}{_TIBETAN}]"
_UNSPACED: Final = re.compile(f"[{_HAN}{_TIBETAN}]")
_PIECES: Final = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[^A-Za-z0-9]+")
_LONG_WORD: Final = re.compile("[A-Za-z]{9,}")
_WITHIN_WORDS: Final = 8  # letters from which on a spelling is found inside a word too
_SHORT: Final = 3  # letters up to which a spelling in Latin letters needs a capital: "da", "A"
_WIDEST_GAP: Final = 3  # separators between two letters of one name: "Chen, Mei", "李 勇"
_OPENING: Final = 5  # letters of a spelling's beginning that are looked up before all of it
_MOST_WORDS: Final = 24  # pieces of one name in Latin script, gaps included
_SEVERITY: Final = (Found.WITHHELD, Found.NAME, Found.SOURCE, Found.PLACE, Found.PART)
_LEAST_INITIALS: Final = 5  # letters of initial and name together: "M. Chen"
_WORDS: Final = (  # that begin sentences and are part of names too, or of by-names
    "a an and as at be by can do go he her his i in is it long man may me men my no of on or she so ten "
    "the to up us we you little big old young black white red brother sister uncle aunt teacher mr mrs ms "
    "miss dr prof"
)
_NO_PARTS: Final = frozenset(_WORDS.split())
_OF_PLACES: Final = re.compile(
    r" (?:County|District|City|Province|Prefecture|Village|Township|Town|Road|Street|River|Lake|Court|Prison|"
    r"University|Dynasty)(?![a-z])|[省市县区镇乡村路街巷河湖]|大学|医院|法院|监狱"
)
"""What makes a place of a word that may be a part of a name as well."""
_TITLES: Final = (
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "pastor",
    "lawyer",
    "judge",
    "officer",
)
_CHINESE_TITLES: Final = (
    "某", "先生", "女士", "小姐", "太太", "夫人", "律师", "老师", "牧师", "医生", "教授", "记者", "法官",
    "警官", "氏",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name that the vault holds, and whose it is."""

    owner: RecordId
    text: str
    script: str = ""
    kind: Found = Found.NAME
    parts: bool = True
    """Whether a part of it may stand for all of it, as is so for single people."""


@dataclass(slots=True)
class _Form:
    """What one spelling stands for."""

    kind: Found = Found.PART
    owners: set[RecordId] = field(default_factory=set)
    partly: set[RecordId] = field(default_factory=set)
    capital: bool = True
    """Whether the place in the text must begin with a capital."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    form: str


class NameIndex:
    """Every spelling of every known name, ready to be looked for."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        """Take all names, and work out the spellings and the given names that follow from them."""
        self._forms: dict[str, _Form] = {}
        for name in names:
            spellings = {squeeze(name.text), *map(squeeze, derived_forms(name.text, name.script))}
            for spelling in spellings - {""}:
                self._add(spelling, name.kind, name.owner)
            if name.parts:
                for part in parts_of(name.text):
                    self._add(part, Found.PART, name.owner)
        self._latin = _Latin(self._forms)
        unspaced = [form for form in self._forms if _UNSPACED.search(form)]
        other = [form for form in self._forms if not form.isascii() and not _UNSPACED.search(form)]
        self._groups = (_Letters(unspaced, ""), _Letters(other, f"(?<!{_OTHER})"))

    def _add(self, spelling: str, kind: Found, owner: RecordId) -> None:
        form = self._forms.setdefault(spelling, _Form())
        (form.partly if kind is Found.PART else form.owners).add(owner)
        form.kind = min(form.kind, kind, key=_SEVERITY.index)
        short = kind is Found.PART or len(spelling) <= _SHORT
        form.capital = form.capital and short and "a" <= spelling[0] <= "z"

    def find(self, text: str) -> list[Occurrence]:
        """Return every place where a known name stands, in the order of the text, the longer ones first."""
        folded = fold(text)
        lower = folded.text.lower()
        hits = set(self._latin.hits(folded.text, lower))
        for group in self._groups:
            hits.update(group.hits(lower))
        fitting = [hit for hit in hits if self._is_written_so(hit, folded.text)]
        found = []
        for hit, winner in _longest_first(fitting):
            form = self._forms[hit.form]
            # The same name overlapping itself: what sticks out is a part of the name and has to go too.
            if (
                winner is not None
                and winner.form != hit.form
                and form.owners <= self._forms[winner.form].owners
            ):
                continue
            inside = None if winner is None else folded.span(winner.start, winner.end)
            span = folded.span(hit.start, hit.end)
            owners, partly = (tuple(sorted(ids)) for ids in (form.owners, form.partly))
            found.append(Occurrence(*span, form.kind, owners, partly, inside))
        return sorted(found, key=lambda item: (item.start, -item.end))

    def _is_written_so(self, hit: _Hit, text: str) -> bool:
        """Tell whether a hit is written as a name is.

        `Ai` is in "Ai said" but not in "AI", `Da` not in "da", and `Fang` not in "Fang County".
        """
        form, written = self._forms[hit.form], text[hit.start : hit.end]
        if form.kind is Found.PART:
            if len(written) < _SHORT and written.isupper():
                return False
            if _OF_PLACES.match(text, hit.end):
                return False
        return not form.capital or written[0].isupper()


def find_all(text: str, index: NameIndex) -> list[Occurrence]:
    """Return the places of known names and of telling numbers in a text, in its order.

    A number or address that a name lies in goes before it, as the longer one does: `chen.mei@example.org`.
    """
    names, others = index.find(text), sorted(find_patterns(text), key=lambda item: item.start)
    ends = [other.end for other in others]
    covered: list[Occurrence] = []
    for name in names:
        place = bisect_right(ends, name.start)  # the first that ends behind where the name begins
        overlaps = place < len(others) and others[place].start < name.end
        covered.append(replace(name, inside=others[place].span) if overlaps else name)
    return sorted([*covered, *others], key=lambda item: (item.start, -item.end))


def parts_of(name: str) -> frozenset[str]:
    """Return the folded forms in which a part of a person's name stands for all of it.

    In Latin letters every word of it, since reports go on with the surname alone; initials; a surname with a
    title. In Chinese given names of two characters, surnames with a title, the familiar forms of short names.
    """
    words = [word for word in map(squeeze, re.split(r"[\s·•‧・.,]+", name)) if word]
    if len(words) == 1 and all(map(is_han, words[0])):
        surname, given = split_name(words[0])
        return frozenset(_chinese_parts(surname, given)) if surname else frozenset()
    if len(words) < 2:
        return frozenset()
    if all(word.isascii() for word in words):
        return frozenset(_latin_parts(words))
    return frozenset(word for word in words if len(word) > 1)


def _latin_parts(words: Sequence[str]) -> Iterator[str]:
    yield from (word for word in words if len(word) > 1 and word not in _NO_PARTS)
    yield from (title + word for word in (words[0], words[-1]) for title in _TITLES)
    if len(words) == 2:
        first, last = words
        initials = (first[0] + last, last + first[0], last[0] + first, first + last[0])
        yield from (form for form in initials if len(form) >= _LEAST_INITIALS)


def _chinese_parts(surname: str, given: str) -> Iterator[str]:
    yield from (surname + title for title in _CHINESE_TITLES)
    yield from (familiar + surname for familiar in "老小")
    if len(given) > 1:
        yield given
    if len(given) == 1:
        yield from (familiar + given for familiar in "小阿")
        yield 2 * given
    yield from _latin_parts([squeeze(word) for word in pinyin(surname + given).split()])


def is_latin(text: str) -> bool:
    """Tell whether a text is written in letters that mark where a word ends."""
    return fold(text).text.isascii()


class _Latin:
    """Spellings in Latin letters and digits."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = frozenset(form for form in forms if form.isascii())
        self._sorted = sorted(self._forms)
        self._openings = frozenset(
            form[:length] for form in self._forms for length in range(1, min(len(form), _OPENING) + 1)
        )
        self._heads = frozenset(
            case(form[:length])
            for form in self._forms
            for length in (1, 2, 3)
            for case in (str.lower, str.title, str.upper)
        )
        self._within = frozenset(form for form in self._forms if len(form) >= _WITHIN_WORDS)
        self._within_heads = _lengths(self._within, 4)

    def hits(self, text: str, lower: str) -> Iterator[_Hit]:
        """Yield where the spellings stand in a folded text."""
        heads, pieces = self._heads, _PIECES.findall(text)
        starts = list(accumulate(map(len, pieces), initial=0))
        for at, piece in enumerate(pieces):
            if piece[:3] in heads and piece[:_OPENING].lower() in self._openings:
                yield from self._joined(pieces, starts, at)
        if self._within:
            for word in _LONG_WORD.finditer(lower):
                yield from self._within_word(lower, *word.span())

    def _joined(self, pieces: Sequence[str], starts: Sequence[int], first: int) -> Iterator[_Hit]:
        """Join words from one on for as long as some name begins like that."""
        joined = ""
        for at in range(first, min(first + _MOST_WORDS, len(pieces))):
            piece = pieces[at]
            if piece.isspace() and len(piece) <= _WIDEST_GAP:
                continue
            if not piece.isascii() or piece.isspace():
                return
            joined += piece.lower()
            if not self._begins(joined):
                return
            if joined in self._forms:
                yield _Hit(starts[first], starts[at + 1], joined)

    def _begins(self, joined: str) -> bool:
        """Tell whether some spelling begins like that."""
        if joined[:_OPENING] not in self._openings:
            return False
        place = bisect_left(self._sorted, joined)
        return place < len(self._sorted) and self._sorted[place].startswith(joined)

    def _within_word(self, lower: str, start: int, end: int) -> Iterator[_Hit]:
        for at in range(start, end - _WITHIN_WORDS + 1):
            for length in self._within_heads.get(lower[at : at + 4], ()):
                form = lower[at : at + length]
                if at + length <= end and form in self._within:
                    yield _Hit(at, at + length, form)


class _Letters:
    """Spellings in scripts where a name may be followed by anything."""

    def __init__(self, forms: Iterable[str], boundary: str) -> None:
        self._forms = frozenset(forms)
        self._single = frozenset(form for form in self._forms if len(form) == 1)
        longer = self._forms - self._single
        self._lengths = _lengths(longer, 2)
        starts = []
        if self._single:
            starts.append(f"{boundary}[{''.join(sorted(self._single))}]")
        if longer:
            firsts, seconds = ("".join(sorted({form[at] for form in longer})) for at in (0, 1))
            starts.append(f"{boundary}[{firsts}](?={GAP}{{0,{_WIDEST_GAP}}}[{seconds}])")
        self._starts = re.compile("|".join(starts)) if starts else None

    def hits(self, lower: str) -> Iterator[_Hit]:
        """Yield where the spellings stand in a folded text in small letters."""
        if self._starts is None:
            return
        lengths = self._lengths
        for match in self._starts.finditer(lower):
            at = match.start()
            if lower[at] in self._single:
                yield _Hit(at, at + 1, lower[at])
            head = lower[at : at + 2]
            if GAP in head:
                second = lower[at + 1 : at + 2 + _WIDEST_GAP].lstrip(GAP)[:1]
                head = lower[at] + second
            fitting = lengths.get(head)
            if fitting is not None:
                yield from self._fitting(lower, at, fitting)

    def _fitting(self, lower: str, at: int, lengths: tuple[int, ...]) -> Iterator[_Hit]:
        """Yield the spellings of these lengths that begin at one place, longest first."""
        window = lower[at : at + lengths[0]]
        ends: Sequence[int] = range(at + 1, at + 1 + len(window))
        if GAP in window:
            window, ends = _without_gaps(lower, at, lengths[0])
        for length in lengths:
            if length <= len(window) and window[:length] in self._forms:
                yield _Hit(at, ends[length - 1], window[:length])


def _without_gaps(lower: str, at: int, most: int) -> tuple[str, list[int]]:
    """Return up to `most` letters from one place on, and where each ends, passing over small gaps."""
    letters, ends, gap = "", [], 0
    for place in range(at, len(lower)):
        if lower[place] == GAP:
            gap += 1
            if gap > _WIDEST_GAP:
                break
            continue
        gap = 0
        letters += lower[place]
        ends.append(place + 1)
        if len(letters) == most:
            break
    return letters, ends


def _lengths(forms: Iterable[str], head: int) -> dict[str, tuple[int, ...]]:
    """Return for each beginning of `head` characters the lengths of the spellings, longest first."""
    made: dict[str, set[int]] = {}
    for form in forms:
        made.setdefault(form[:head], set()).add(len(form))
    return {key: tuple(sorted(value, reverse=True)) for key, value in made.items()}


def _longest_first(hits: Iterable[_Hit]) -> Iterator[tuple[_Hit, _Hit | None]]:
    """Yield each hit with the longer one that goes before it, or None for one that stands by itself."""
    cluster: list[_Hit] = []
    reach = 0
    for hit in sorted(hits, key=lambda item: (item.start, item.end)):
        if cluster and hit.start >= reach:
            yield from _resolved(cluster)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.end)
    yield from _resolved(cluster)


def _resolved(cluster: list[_Hit]) -> Iterator[tuple[_Hit, _Hit | None]]:
    winners: list[_Hit] = []
    for hit in sorted(cluster, key=lambda item: (-len(item.form), item.start)):
        winner = next((other for other in winners if hit.start < other.end and other.start < hit.end), None)
        if winner is None:
            winners.append(hit)
        yield hit, winner
