"""Search for every known name, in each of its possible spellings, in a free text of any script.

Names are compared without case, accents, spaces, hyphens and similar signs. In Latin script a name begins and
ends at the boundary of a word, at a capital inside a word, or at a row of digits: `Li Na` is not found in
"Carolina" but is in "#FreeLiNa2021". A long spelling is found inside a word as well. In Arabic, Cyrillic and
Mongolian script a name begins where a word begins, and may have endings. Chinese and Tibetan have no word
boundaries.

A text is scanned once, however many names there are: compiled character classes find the possible beginnings
of names, and only these are looked up in a table of spellings.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final

from hrddesk.records.model.record import RecordId
from hrddesk.records.names.names import derived_forms
from hrddesk.redact.detection.folding import GAP, Folded, fold, squeeze
from hrddesk.redact.detection.mentions import MentionFinder, NameMention, mentioned, together
from hrddesk.redact.detection.ordinary import goes_on_as_place
from hrddesk.redact.detection.other_writings import other_writings
from hrddesk.redact.detection.parts import StandIns, stand_ins
from hrddesk.redact.detection.patterns import find_patterns
from hrddesk.redact.detection.spellings import OTHER, UNSPACED, LatinSpellings, LetterSpellings, SpellingHit
from hrddesk.redact.passages.covered import Covered
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence, in_order, named_in, within
from hrddesk.system.jobs import Job, silent

_SHORT: Final = 3  # letters up to which a spelling in Latin letters needs a capital: "da", "A"


PartsOf = Callable[[RecordId], bool]
"""A function that tells whether parts of a person's name are searched, besides the whole name."""


def everybody(owner: RecordId) -> bool:
    """Return True for every person, so that parts of all names are searched."""
    return True


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name in the vault, and the record that has it."""

    owner: RecordId
    text: str
    script: str = ""
    kind: IdentifierKind = IdentifierKind.NAME
    parts: bool = True
    """Whether a part of the name may mean the whole, as for single people."""


class _Claim(IntEnum):
    """How closely a spelling belongs to a person: the lower the value, the closer."""

    WITHHELD = 0
    NAME = 1
    SOURCE = 2
    PLACE = 3
    PART = 4
    KEPT_PART = 5  # of a name that is kept back
    DOUBTFUL = 6


_WHOLE: Final = {
    IdentifierKind.WITHHELD: _Claim.WITHHELD,
    IdentifierKind.NAME: _Claim.NAME,
    IdentifierKind.SOURCE: _Claim.SOURCE,
    IdentifierKind.PLACE: _Claim.PLACE,
}
_KINDS: Final = (*_WHOLE, IdentifierKind.PART, IdentifierKind.PART, IdentifierKind.PART)  # by claim


@dataclass(slots=True)
class _SpellingClaims:
    """The people whom one spelling may mean, and how closely the spelling belongs to each of them."""

    claims: dict[RecordId, _Claim] = field(default_factory=dict)
    capital: bool = True
    """Whether the place in the text must begin with a capital."""

    @property
    def closest(self) -> _Claim:
        return min(self.claims.values())

    def of(self, *claims: _Claim) -> tuple[RecordId, ...]:
        return tuple(sorted(owner for owner, claim in self.claims.items() if claim in claims))


class NameIndex:
    """An index of all spellings of all known names."""

    def __init__(self, names: Iterable[KnownName], job: Job | None = None) -> None:
        """Index all names with their spellings and with parts that may replace a name, such as given names.

        Raise Cancelled if `job` is cancelled: for the names of a large vault this takes long.
        """
        self._forms: dict[str, _SpellingClaims] = {}
        each = (job or silent()).each
        names = [
            replace(name, text=text)
            for name in each(names)
            for text in dict.fromkeys((name.text, *(other_writings(name.text) if name.parts else ())))
        ]
        self._mentions = MentionFinder(
            (name.owner, name.text, name.kind) for name in each(names) if name.parts
        )
        shared: dict[tuple[StandIns, _Claim], set[RecordId]] = {}
        for name in each(names):
            spellings = {squeeze(name.text), *map(squeeze, derived_forms(name.text, name.script))}
            self._add(spellings - {""}, _WHOLE[name.kind], {name.owner})
            if name.parts:
                part = _Claim.KEPT_PART if name.kind is IdentifierKind.WITHHELD else _Claim.PART
                for forms in stand_ins(name.text):
                    shared.setdefault((forms, part), set()).add(name.owner)
        for (forms, part), owners in shared.items():
            self._add(forms.parts, part, owners)
            self._add(forms.doubtful, _Claim.DOUBTFUL, owners)
        self._latin = LatinSpellings(self._forms)
        unspaced = [form for form in self._forms if UNSPACED.search(form)]
        spaced_forms = [form for form in self._forms if not form.isascii() and not UNSPACED.search(form)]
        self._groups = (LetterSpellings(unspaced, ""), LetterSpellings(spaced_forms, f"(?<!{OTHER})"))

    def _add(self, spellings: Iterable[str], claim: _Claim, owners: Set[RecordId]) -> None:
        claims = dict.fromkeys(owners, claim)
        for spelling in spellings:
            form = self._forms.setdefault(spelling, _SpellingClaims(claims))
            if form.claims is not claims:  # which other spellings share
                closer = {owner: min(claim, form.claims.get(owner, claim)) for owner in owners}
                form.claims = form.claims | closer
            short = len(spelling) <= _SHORT and spelling.isascii()
            form.capital = form.capital and short and spelling[0].upper() != spelling[0]

    def find(self, text: str, parts_of: PartsOf = everybody) -> list[Occurrence]:
        """Return every place of a known name, in the order of the text; longer names first at the same start.

        Parts of a name are searched if `parts_of` says so for its owner, or if the text has the owner's name
        in full. Parts of any other name are ignored.
        """
        folded = fold(text)
        hits, mentions = self._hits(text, folded), list(self._mentions.find(folded))

        def read(named: Set[RecordId]) -> list[Occurrence]:
            """Return the places of names, assuming that the text names the people in `named` in full."""

            def counts(owner: RecordId) -> bool:
                return parts_of(owner) or owner in named

            counted_mentions = [one for one in mentions if one.whole or counts(one.owner)]
            return _places_of_names(folded, hits, counted_mentions, self._forms_of(hits, counts))

        first = read(frozenset())
        named = named_in(first)
        while not all(map(parts_of, named)):
            occurrences = read(named)
            if named <= named_in(occurrences):
                return occurrences
            named &= named_in(
                occurrences
            )  # a part of a name goes before the whole one by which alone they were
        return first

    def everything_in(self, text: str, parts_of: PartsOf) -> list[Occurrence]:
        """Return every place of a name or of a part of a name, including places inside longer names."""
        folded = fold(text)
        hits = self._hits(text, folded)
        forms = self._forms_of(hits, parts_of)
        spelled = (_occurrence(hit, folded, forms) for hit in _written(hits, folded, forms)[0])
        return [*spelled, *self._mentions.parts(folded, parts_of)]

    def _hits(self, text: str, folded: Folded) -> "dict[SpellingHit, None]":
        """Return all places where the letters of a spelling occur."""
        lower = folded.text.casefold()
        hits = dict.fromkeys(self._latin.hits(folded.text, lower))
        for group in self._groups:
            hits.update(dict.fromkeys(group.hits(lower)))
        hits.update(dict.fromkeys(self._masked(text, folded)))
        return hits

    def _forms_of(self, hits: Iterable[SpellingHit], parts_of: PartsOf) -> "dict[str, _SpellingClaims]":
        """Return, for each spelling among the hits, the people whom it may mean.

        A spelling that is a part of a name counts only for the people whom `parts_of` includes.
        """
        forms = {}
        for form in {hit.form for hit in hits}:
            stored_form = self._forms[form]
            claims = {
                who: claim
                for who, claim in stored_form.claims.items()
                if claim < _Claim.PART or parts_of(who)
            }
            if claims:
                forms[form] = _SpellingClaims(claims, stored_form.capital)
        return forms

    def _masked(self, text: str, folded: Folded) -> Iterator[SpellingHit]:
        """Yield the names in which signs replace characters ("邬××"); each sign is searched as an x."""
        for mask in MASKS.finditer(text):
            start = max(0, mask.start() - _LONGEST_SURNAME)
            before, behind = text[start : mask.start()], text[mask.end() : mask.end() + 1]
            piece = fold(before + "x" * len(mask[0]) + behind)
            for hit in self._groups[0].hits(piece.text.casefold()):
                if "x" in hit.form:
                    first, last = (
                        _place(folded, start + offset) for offset in piece.span(hit.start, hit.end)
                    )
                    yield replace(hit, start=first, end=last)


def _occurrence(
    hit: SpellingHit,
    folded: Folded,
    forms: Mapping[str, _SpellingClaims],
    inside: tuple[int, int] | None = None,
) -> Occurrence:
    form = forms[hit.form]
    owners, partly = form.of(*_WHOLE.values()), form.of(*_PARTS)
    kept_owners, maybe = form.of(_Claim.KEPT_PART), form.of(_Claim.DOUBTFUL)
    span = folded.span(hit.start, hit.end)
    return Occurrence(*span, _KINDS[form.closest], owners, partly, kept_owners, maybe, inside)


def _says_less(
    hit: SpellingHit, longer: list[SpellingHit], text: str, forms: Mapping[str, _SpellingClaims]
) -> bool:
    """Tell whether a hit can be left out because of longer hits that overlap with it.

    The hit can be left out if all of its letters are inside longer hits that may mean the same people. It can
    also be left out if it is a part of a name and the longer hits are whole names. A whole name that is kept
    back is never left out if it lies across two names: "和平来和平来" contains 来和平.
    """
    form = forms[hit.form]
    if form.closest is _Claim.WITHHELD and not any(
        one.start <= hit.start and hit.end <= one.end for one in longer
    ):
        return False
    uncovered_places = set(range(hit.start, hit.end))
    for longer_hit in longer:
        claims = forms[longer_hit.form].claims
        is_whole_name = form.closest >= _Claim.PART and min(claims.values()) < _Claim.PART
        if is_whole_name or all(
            claims.get(owner, _Claim.DOUBTFUL) <= _Claim.KEPT_PART for owner in form.claims
        ):
            uncovered_places.difference_update(range(longer_hit.start, longer_hit.end))
    return bool(longer) and all(text[position] == GAP for position in uncovered_places)


def _written(
    hits: Iterable[SpellingHit], folded: Folded, forms: Mapping[str, _SpellingClaims]
) -> tuple[list[SpellingHit], list[SpellingHit]]:
    """Return two lists: the hits that are surely written like a name, and the doubtful ones.

    A short Latin name needs a capital: `Ai` is found in "Ai said", but `Da` is not found in "da". `建国` is
    doubtful in "建国路", a street: only a reader can tell.
    """
    sure, doubtful = list[SpellingHit](), list[SpellingHit]()
    for hit in hits:
        form = forms.get(hit.form)
        if form is None or (form.capital and not folded.text[hit.start].isupper()):
            continue
        if form.closest < _Claim.PART:
            sure.append(hit)
        elif not (hit.form[-1].isascii() and _LETTER.match(folded.text, hit.end)):  # "邬x" not in "邬Xuan"
            may_be = form.closest is _Claim.DOUBTFUL or goes_on_as_place(folded.text, hit.end)
            (doubtful if may_be else sure).append(hit)
    return sure, doubtful


def _places_of_names(
    folded: Folded,
    hits: Iterable[SpellingHit],
    mentions: Iterable[NameMention],
    forms: Mapping[str, _SpellingClaims],
) -> list[Occurrence]:
    """Return the places of names in a text.

    `hits` were found by letters, `mentions` by words of names; `forms` gives the people of each spelling.
    """
    sure, doubtful = _written(hits, folded, forms)
    occurrences = []
    for hit, longer in _longest_first(_covering(sure)):
        if not _says_less(hit, longer, folded.text, forms):
            inside = folded.span(longer[0].start, longer[0].end) if longer else None
            occurrences.append(_occurrence(hit, folded, forms, inside))
    taken = Covered(folded.source, (item.span for item in occurrences))
    for hit in doubtful:
        start, end = folded.span(hit.start, hit.end)
        if not any(taken[start:end]):
            owners = tuple(sorted(forms[hit.form].claims))
            occurrences.append(Occurrence(start, end, _KINDS[forms[hit.form].closest], maybe=owners))
    all_places = together(occurrences, mentioned(folded, mentions))
    return in_order(all_places)


def _place(folded: Folded, offset: int) -> int:
    """Return the offset in the folded text that belongs to `offset` in the original text."""
    return offset if folded.offsets is None else bisect_left(folded.offsets, offset)


_PARTS: Final = (_Claim.PART, _Claim.KEPT_PART)
_LONGEST_SURNAME: Final = 2
MASKS: Final = re.compile(
    "(?<=[\u3400-\u9fff])(?:[×✕✖○◯●□■△▲]{1,3}|(?<![*].)(?<![*]..)(?<![*]...)[*＊]{1,3}"  # not of "**bold**"
    "|[A-Za-z]{1,2}(?![A-Za-z]))"
)
"""Signs and letters that replace characters of a Chinese name: "邬××"."""
_LETTER: Final = re.compile("[A-Za-z]")


def find_all(text: str, index: NameIndex, parts_of: PartsOf = everybody) -> list[Occurrence]:
    """Return the places of known names and of identifying numbers in a text, in order.

    A number or address takes precedence over a name inside it: `chen.mei@example.org` is one place.
    """
    return within(index.find(text, parts_of), in_order(find_patterns(text)))


def is_latin(text: str) -> bool:
    """Tell whether a text has only ASCII characters after folding, so that spaces separate its words."""
    return fold(text).text.isascii()


def _covering(hits: Iterable[SpellingHit]) -> Iterator[SpellingHit]:
    """Yield the hits without those whose letters are all covered by other hits of the same spelling.

    The spelling `aaa` has five hits in `aaaaaaa`; three of them are enough to cover all of its letters.
    """
    by_form: dict[str, list[SpellingHit]] = {}
    for hit in hits:
        by_form.setdefault(hit.form, []).append(hit)
    for of_form in by_form.values():
        reach, waiting = -1, None
        for hit in sorted(of_form, key=lambda item: (item.start, item.end)):
            if hit.start < reach:
                waiting = hit if waiting is None or hit.end > waiting.end else waiting
                continue
            if waiting is not None and waiting.end > reach:
                yield waiting  # the last that overlaps the one before, and sticks out of it
            yield hit
            reach, waiting = hit.end, None
        if waiting is not None and waiting.end > reach:
            yield waiting


def _longest_first(hits: Iterable[SpellingHit]) -> Iterator[tuple[SpellingHit, list[SpellingHit]]]:
    """Yield each hit with the longer hits that overlap with it and so take precedence over it.

    The list of longer hits is empty if no other hit takes precedence.
    """
    cluster: list[SpellingHit] = []
    reach = 0
    for hit in sorted(hits, key=lambda item: (item.start, item.end)):
        if cluster and hit.start >= reach:
            yield from _resolved(cluster)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.end)
    yield from _resolved(cluster)


def _resolved(cluster: list[SpellingHit]) -> Iterator[tuple[SpellingHit, list[SpellingHit]]]:
    """Yield each hit of a cluster of overlapping hits with the longer hits that take precedence over it."""
    ordered = sorted(cluster, key=lambda item: (-len(item.form), item.start))
    winner_at: dict[int, SpellingHit] = {}
    for hit in ordered:
        if not any(position in winner_at for position in range(hit.start, hit.end)):
            winner_at.update(dict.fromkeys(range(hit.start, hit.end), hit))
    longer_at: dict[int, list[SpellingHit]] = {}
    for hit in ordered:
        places = range(hit.start, hit.end)
        winners = dict.fromkeys(winner_at[position] for position in places if position in winner_at)
        if hit in winners:
            yield hit, []
            continue
        yield (
            hit,
            list(
                dict.fromkeys(
                    (
                        *winners,
                        *(longer_hit for position in places for longer_hit in longer_at.get(position, ())),
                    )
                )
            ),
        )
        for position in places:
            longer_at.setdefault(position, []).append(hit)
