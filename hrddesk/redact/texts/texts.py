"""The examination of free texts, and what the review of a text confirms.

A review confirms the text, its originals, the decisions about places in it, the known names with their
places, and how each place is printed. Only how places are printed may change after the review: a publication
may show less of a text than its reader saw, never more. If a person is involved in the text and was not named
at the review, the publication may not name this person: words about nobody in particular would become words
about this person. If its original changes, a translation must be reviewed again, because it may still contain
what was removed from the original.

The stored confirmation is `1:HASH:PLACES:OPEN:UNNAMED:MARKED`. HASH is the hash of the text, its originals,
the decisions, and the names known in it. PLACES are the removed places, as `FIRST-LAST` and a letter for the
replacement: `w` a word, `l` a label, `n` a name. OPEN are the places that stay and may mean people who may
not be named: `FIRST-LAST=IDS`. UNNAMED are the ids of the people who were not named. MARKED are the places
that may be names of unknown people, as `FIRST-LAST`, which the reader saw. Places are counted in the text as
it is read, with the words that a reader put in.
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
from hrddesk.redact.passages.covered import Covered, lies_in, runs_into
from hrddesk.redact.passages.occurrences import IdentifierKind, Occurrence, in_order, named_in
from hrddesk.redact.passages.pieces import NameSlot, Piece, Pieces, Word
from hrddesk.redact.passages.wording import Span, TextDecisions, Worded
from hrddesk.redact.texts.asking import parts_to_share, with_questions
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.guarded import guarded
from hrddesk.redact.texts.whole_words import sticking_out

_VERSION: Final = "1"
_TOLD: Final = "wln"  # the more the later
_ALL: Final = len(_TOLD)  # a place where the text itself stands
_PLACE: Final = re.compile(rf"(?<!\d)(\d{{1,9}})-(\d{{1,9}})([{_TOLD}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminedText:
    """A text with the decisions about it, and everything that was found in it."""

    wording: TextDecisions
    worded: Worded
    found: tuple[Occurrence, ...]
    text: tuple[Record, str] | None = None
    """The record that has the text, and the name of the text there; None for other words."""
    named: tuple[Occurrence, ...] = ()
    """The places of known names, whether a reader is asked about them or not."""
    may_be_names: tuple[Span, ...] = ()
    """The places that may name unknown people; a reader sees them marked, see `marks`."""

    @classmethod
    def of(
        cls,
        wording: TextDecisions,
        censor: Censor,
        *,
        text: tuple[Record, str] | None = None,
        asking: bool = True,
    ) -> "ExaminedText":
        """Search a text for everything that may identify a person.

        `asking` tells whether a reader is asked about names that are also words; otherwise these are removed.
        `text` is the record that has the text, and the name of the text there. By them the originals of a
        translation are found, and the places that another desk protects.
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
        """Return the number of places about which a reader has to decide."""
        return len(censor.undecided(self.worded, self.found))

    def pieces(self, censor: Censor) -> Pieces:
        """Return the printable pieces of the text."""
        return censor.redact_found(self.worded, self.found)


def _freed_from_cut_names(
    censor: Censor, worded: Worded, occurrences: Sequence[Occurrence]
) -> list[Occurrence]:
    """Return the matches; those inside a printable name that a label of the reader cuts count as
    places of their own.

    If the label covers "Quell" in the printable name "Hope Quell", it leaves "Hope", which may be the name of
    somebody else.
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
    """Tell whether a place is removed, is asked about, or means a person of the case: then it names nobody
    unknown.

    Return False for a question that may mean only named people: a word that sounds like their name may still
    be the name of an unknown person.
    """
    if item.asked and not censor.hidden(item):
        return False
    if item.kind is not IdentifierKind.PART:
        return True
    asked_about = censor.instead(item, here) is not None or bool(censor.may_mean(item, here))
    return asked_about or not (item.span in shared or censor.involved.isdisjoint(item.partly))


def _places_of_names_that_go(worded: Worded, taken: Iterable[tuple[int, int, Piece]]) -> list[Span]:
    """Return the places from which names of people are removed.

    A place that a reader covered and a name beside it are two places, although they may be printed as one.
    """
    labels = [span for span, decision in worded.labels if decision.word in (None, Word.PERSON)]
    covered = Covered(worded.text, labels)
    others = (
        rest
        for start, end, piece in taken
        if isinstance(piece, NameSlot) or piece is Word.PERSON
        for rest in sticking_out(worded.text, covered, (start, end))
    )
    return sorted((*labels, *others))


def vouched_for(censor: Censor, reading: ExaminedText) -> str:
    """Return what a review of a text confirms, in its stored form."""
    places = (f"{start}-{end}{_TOLD[disclosure]}" for start, end, disclosure in _places(censor, reading))
    left_open, unnamed = " ".join(_open(censor, reading)), " ".join(sorted(censor.unnamed))
    marked = " ".join(f"{start}-{end}" for start, end in _marked(reading))
    return f"{_VERSION}:{_digest(reading)}:{' '.join(places)}:{left_open}:{unnamed}:{marked}"


def still_vouched_for(vouched: str, censor: Censor, reading: ExaminedText) -> bool:
    """Tell whether a review is valid: same text, originals and names, and no place that reveals more.

    A place that stays may mean only people about whom its reader was asked, and nobody may be named now who
    was not named then.
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
    """Return the places kept by a reader that may mean people about whom that reader was not asked.

    The places are counted in the text without the reader's words. If the text or the decisions changed since
    the review, places cannot be compared: then a place is returned only if it may mean a person about whom
    the reader was asked nowhere in the text. The list is empty for a text that nobody confirmed.
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
    """Tell whether a reader was asked if this place, or a place that overlaps it, means `person`."""
    return any(start < last and first < end and one == person for first, last, one in asked_places)


def _digest(reading: ExaminedText) -> str:
    protected = (item for item in reading.found if item.kind is IdentifierKind.PROTECTED)
    names = sorted((item.start, item.end, list(item.owners)) for item in (*reading.named, *protected))
    made_of = [] if reading.text is None else originals(*reading.text)  # what went there may stand here
    read = {"text": reading.wording.text, "originals": made_of, "names": names}
    decided = reading.wording.canonical() if reading.wording.decided else b""
    return hashlib.sha256(canonical_json(read) + decided).hexdigest()
