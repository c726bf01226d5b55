"""Free texts: which ones may ever be published, and what a review of one vouches for.

A review vouches for a text, for what it was made of, for what was decided about places in it, for whose names
are known in which places, and for what becomes of each place. The last of these need not stay the same: a
publication may show less of a text than its reader saw, never more. Nor may it name anybody whom the text has
to do with and who was not named then: what is told of nobody in particular would be told of somebody. Nor
does a translation go out whose original was changed: what was taken out there may stand in it.

What is kept is `1:HASH:PLACES:OPEN:UNNAMED:MARKED`. The hash is that of the text, its originals, the
decisions, and the names known in it; the places are those that went, as `FIRST-LAST` and how much was told in
their stead: `w` a mere word, `l` a label, `n` a name. Open are the places that stay and may mean somebody who
may not be named: `FIRST-LAST=IDS`. Places are counted in the text as it is read with the words that a reader
put in. Unnamed are those who were not named, by their ids. Marked are the places that may be names of people
whom nobody knows, as `FIRST-LAST`: their reader saw them.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from hmac import compare_digest
from typing import Final

from hrddesk.records.model.record import Record, RecordId, canonical_json
from hrddesk.records.texts.texts import originals
from hrddesk.redact.detection.possible_identifiers import asked
from hrddesk.redact.detection.unknown_names import KnownPlaces, unknown_names
from hrddesk.redact.passages.covered import lies_in, runs_into
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence, in_order, named_in
from hrddesk.redact.passages.pieces import NameSlot, Piece, Pieces, Word
from hrddesk.redact.passages.wording import Span, TextDecisions, Worded
from hrddesk.redact.texts.asking import parts_to_share, with_questions
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.guarded import guarded

_VERSION: Final = "1"
_TOLD: Final = "wln"  # the more the later
_ALL: Final = len(_TOLD)  # a place where the text itself stands
_PLACE: Final = re.compile(rf"(?<!\d)(\d{{1,9}})-(\d{{1,9}})([{_TOLD}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminedText:
    """A text with what was decided about it, and everything that was found in it."""

    wording: TextDecisions
    worded: Worded
    found: tuple[Occurrence, ...]
    text: tuple[Record, str] | None = None
    """Of which record it is a text, and its name there; None for words of anything else."""
    named: tuple[Occurrence, ...] = ()
    """Where names stand that are known, whatever a reader is asked about them."""
    may_be_names: tuple[Span, ...] = ()
    """Where unknown people may be named; a reader sees them marked, see `marks`."""

    @classmethod
    def of(
        cls,
        wording: TextDecisions,
        censor: Censor,
        *,
        text: tuple[Record, str] | None = None,
        asking: bool = True,
    ) -> "ExaminedText":
        """Look for everything that may give somebody away.

        `asking` tells whether a reader is asked about names that are words too; else those go. `text` says of
        which record it is a text, by its name there: it may be a translation, and another desk may protect
        places in it.
        """
        worded = wording.read()
        raw_occurrences = censor.find(worded.text)
        uncut = _freed_from_cut_names(censor, worded, raw_occurrences)
        occurrences = with_questions(censor, worded.text, uncut) if asking else uncut
        if text is not None:
            occurrences = guarded(censor, (text[0].id, text[1]), wording, occurrences)
        here = named_in(occurrences)
        shared = parts_to_share(censor, worded.text, occurrences)
        taken = [item.span for item in occurrences if _is_looked_at(item, censor, here, shared)]
        stays = (item for item in occurrences if lies_in(item.span, worded.stays))
        taken += (
            item.span for item in stays if item.kind is not IdentifierKind.PART or censor.may_mean(item, here)
        )
        leaving = [_places_of_names_that_go(worded, one.taken(worded, occurrences)) for one in censor.both]
        known_places, on_record = KnownPlaces(taken, shared, leaving), censor.on_record
        names = unknown_names(worded.text, known_places, on_record.is_no_person, on_record.forms)
        occurrences = in_order([*occurrences, *asked(worded.text, taken, names, on_record.forms)])
        marked = tuple(name.span for name in names if not name.titled)
        named = tuple(item for item in raw_occurrences if item.owners)
        return cls(
            wording=wording,
            worded=worded,
            found=tuple(occurrences),
            text=text,
            named=named,
            may_be_names=marked,
        )

    def decides(self, start: int, end: int) -> bool:
        """Tell whether a reader decided about a place, or about a part of it."""
        worded = self.worded
        places = [*worded.stays, *(span for span, _ in (*worded.labels, *worded.written))]
        return runs_into((start, end), places)

    def undecided(self, censor: Censor) -> int:
        """Return about how many places in it a reader has to decide."""
        return len(censor.undecided(self.worded, self.found))

    def pieces(self, censor: Censor) -> Pieces:
        """Return what may stay of it."""
        return censor.redact_found(self.worded, self.found)


def _freed_from_cut_names(
    censor: Censor, worded: Worded, occurrences: Sequence[Occurrence]
) -> list[Occurrence]:
    """Return the matches; those inside a printable name that a reader's label cuts are inside it no more.

    Of "Hope Quell", covering "Quell" leaves "Hope", which may be the name of somebody else.
    """
    here, labels = named_in(occurrences), [span for span, _ in worded.labels]
    cut = {
        item.span
        for item in occurrences
        if runs_into(item.span, labels)
        and not lies_in(item.span, labels)
        and any(one.instead(item, here) is None for one in censor.both)
    }
    return [replace(item, inside=None) if item.inside in cut else item for item in occurrences]


def _is_looked_at(item: Occurrence, censor: Censor, here: Set[RecordId], shared: Set[Span]) -> bool:
    """Tell whether a place goes, is asked about, or means somebody of the case, and so nobody unknown.

    What only sounds like somebody who is named may be the name of another one.
    """
    if item.asked and not censor.hidden(item):
        return False
    if item.kind is not IdentifierKind.PART:
        return True
    asked_about = censor.instead(item, here) is not None or bool(censor.may_mean(item, here))
    return asked_about or not (item.span in shared or censor.involved.isdisjoint(item.partly))


def _places_of_names_that_go(worded: Worded, taken: Iterable[tuple[int, int, Piece]]) -> list[Span]:
    """Return where names of people go from a text, each place that a reader covered by itself."""
    labels = [span for span, decision in worded.labels if decision.word in (None, Word.PERSON)]
    others = (
        (start, end)
        for start, end, piece in taken
        if (isinstance(piece, NameSlot) or piece is Word.PERSON) and not runs_into((start, end), labels)
    )
    return sorted((*labels, *others))


def vouched_for(censor: Censor, reading: ExaminedText) -> str:
    """Return what a review of a text vouches for."""
    places = (f"{start}-{end}{_TOLD[disclosure]}" for start, end, disclosure in _places(censor, reading))
    left_open, unnamed = " ".join(_open(censor, reading)), " ".join(sorted(censor.unnamed))
    marked = " ".join(f"{start}-{end}" for start, end in _marked(reading))
    return f"{_VERSION}:{_digest(reading)}:{' '.join(places)}:{left_open}:{unnamed}:{marked}"


def still_vouched_for(vouched: str, censor: Censor, reading: ExaminedText) -> bool:
    """Tell whether a review holds: the same text and originals, the same names, no place that tells more.

    Nor may a place that stays tell of anybody more than its reader was asked about, nor anybody be named now
    who was not.
    """
    version, _, rest = vouched.partition(":")
    digest, _, rest = rest.partition(":")
    if version != _VERSION or not compare_digest(digest, _digest(reading)):
        return False
    places, _, rest = rest.partition(":")
    left_open, _, rest = rest.partition(":")
    unnamed, _, marked = rest.partition(":")
    seen = [(int(start), int(end)) for start, _, end in (one.partition("-") for one in marked.split())]
    if not all(lies_in(place, seen) for place in _marked(reading)):
        return False
    if not censor.unnamed.issuperset(set(map(RecordId, unnamed.split())) & censor.involved):
        return False
    now = bytearray(
        _ALL * letter.isalnum() for letter in reading.worded.text
    )  # what joins gaps tells nothing
    for start, end, disclosure in _places(censor, reading):
        now[start:end] = bytes([disclosure]) * (end - start)
    tells_more = any(
        max(now[int(start) : int(end)]) > _TOLD.index(disclosure)
        for start, end, disclosure in _PLACE.findall(places)
    )
    asked_places = _asked(left_open.split())
    return not tells_more and all(_was_asked(*one, asked_places) for one in _asked(_open(censor, reading)))


def reopened(vouched: str, censor: Censor, reading: ExaminedText) -> list[Span]:
    """Return which places that a reader let stand may mean somebody about whom that reader was not asked.

    They are places of the original. Where text or decisions changed since the review, places moved; then
    those count whom no place of the text meant. Nothing is returned for a text that nobody confirmed.
    """
    if not vouched:
        return []
    _, digest, _, left_open, *_ = vouched.split(":")
    asked_places, moved = _asked(left_open.split()), digest != _digest(reading)
    people = {person for *_, person in asked_places}
    stays = censor.let_stand(reading.worded, reading.found)
    again = (
        reading.worded.original(item.span)
        for item, owners in censor.open(reading.worded, reading.found)
        if lies_in(item.span, stays)
        and not all(
            owner in people if moved else _was_asked(*item.span, owner, asked_places) for owner in owners
        )
    )
    return [place for place in again if place is not None]


def _places(censor: Censor, reading: ExaminedText) -> Iterator[tuple[int, int, int]]:
    for start, end, piece in censor.taken(reading.worded, reading.found):
        yield start, end, censor.told_by(piece)


def _open(censor: Censor, reading: ExaminedText) -> Iterator[str]:
    for item, people in censor.open(reading.worded, reading.found):
        yield f"{item.start}-{item.end}={','.join(people)}"


def _marked(reading: ExaminedText) -> Iterator[Span]:
    return (place for place in reading.may_be_names if not reading.decides(*place))


def _asked(places: Iterable[str]) -> set[tuple[int, int, str]]:
    """Return the start and end of each place with each of the people whom it may mean."""
    asked_places = set()
    for place in places:
        span, _, people = place.partition("=")
        start, _, end = span.partition("-")
        asked_places |= {(int(start), int(end), person) for person in people.split(",")}
    return asked_places


def _was_asked(start: int, end: int, person: str, asked_places: Iterable[tuple[int, int, str]]) -> bool:
    """Tell whether a reader was asked whether a place, or one that runs into it, means somebody."""
    return any(start < last and first < end and one == person for first, last, one in asked_places)


def _digest(reading: ExaminedText) -> str:
    protected = (item for item in reading.found if item.kind is IdentifierKind.PROTECTED)
    names = sorted((item.start, item.end, list(item.owners)) for item in (*reading.named, *protected))
    made_of = [] if reading.text is None else originals(*reading.text)  # what went there may stand here
    read = {"text": reading.wording.text, "originals": made_of, "names": names}
    decided = reading.wording.canonical() if reading.wording.decided else b""
    return hashlib.sha256(canonical_json(read) + decided).hexdigest()
