"""The places of a text that a reviewer sees, and the printed form of the text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from hrddesk.records.language.labels import DEFAULT, Labels
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import display_names as people
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.passages.covered import lies_in
from hrddesk.redact.passages.occurrences import ASKED, BY_NAME, IdentifierKind, Occurrence, named_in
from hrddesk.redact.passages.pieces import Piece, Word, language_within
from hrddesk.redact.passages.wording import Decision, How, Span
from hrddesk.redact.people.labels import blank
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.texts import ExaminedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedPlace:
    """One place in a text as a reviewer sees it."""

    occurrence: Occurrence
    """The place in the text with the words that a reader wrote."""
    text: str
    """The words at the place in the original, or in a reader's words if it is not in the original."""
    people: tuple[str, ...]
    """The display names of the people whose name the place is or may be."""
    becomes: str | None
    """The replacement; None if the place stays, or is removed as part of a longer place."""
    decide: bool = False
    """Whether a reader must decide about the place.

    Either it stays although it may mean `people`, who may not be named, or it is removed because another desk
    protects it.
    """
    at: Span | None = None
    """The place in the original; None if the place is in words that a reader wrote."""
    told: Span = (0, 0)
    """Where the place, or its replacement, is in the printed text."""
    decision: Decision | None = None
    """The reader's decision about exactly this place."""
    form_of: str = ""
    """The recorded name of which the words are another spelling; empty for a recorded spelling and for a part
    of a name.
    """

    @property
    def kind(self) -> IdentifierKind:
        """The kind of match that a reader is shown; it never reveals that a person is a source."""
        kind = self.occurrence.kind
        return IdentifierKind.WITHHELD if kind is IdentifierKind.SOURCE else kind

    @property
    def asks(self) -> tuple[str, bool, tuple[RecordId, ...]]:
        """The subject of the question about the place, equal for all places that one answer settles.

        It consists of the word, whether the word begins with a capital, and the people whom it may mean,
        sorted. "hope" and "Hope" are two words: a reader who keeps one of them has not considered the other.
        """
        return squeeze(self.text), self.text[:1].isupper(), self.occurrence.people

    @property
    def can_be_decided(self) -> bool:
        """Whether a reader can decide about the place.

        This is not possible inside a longer match, or inside words that a reader wrote.
        """
        return self.at is not None and self.occurrence.inside is None

    @property
    def wants_certainty(self) -> bool:
        """Whether a reader may keep the words only if certain that they name nobody who must stay unnamed."""
        named = self.occurrence.kind in BY_NAME
        return named and self.becomes is not None and (self.decision is None or self.decision.how is How.STAY)


class TextOnPaper:
    """The printed form of a text after a censor redacted it, and its places for a reviewer."""

    def __init__(self, facts: Facts, censor: Censor, reading: ExaminedText) -> None:
        """Print the text of `reading` with the censor of its publication, or with `censor` if there is none.

        The censor of the publication is `censor.printing`. In both cases `censor` decides which places a
        reader is asked about.
        """
        self._printing = censor.printing or censor
        self._facts, self._censor, self._reading = facts, censor, reading
        self._text, self._found = reading.worded.text, reading.found
        self._here = named_in(reading.found)
        self._language = language_within(reading.pieces(self._printing), DEFAULT)
        self._moved: list[tuple[Span, Span]] = []
        """Each removed place, with the place of its replacement in the result."""
        self.result = self._print()

    def _print(self) -> str:
        pieces: list[str] = []
        end_before = length = 0
        for start, end, piece in self._printing.taken(self._reading.worded, self._found):
            words = self._said(piece)
            first = length + start - end_before
            pieces += [self._text[end_before:start], words]
            end_before, length = end, first + len(words)
            self._moved.append(((start, end), (first, length)))
        return "".join((*pieces, self._text[end_before:]))

    def _told(self, span: Span) -> Span:
        """Return where a place of the text, or its replacement, is in the printed text."""
        first, last = span
        shift = 0
        for (start, end), (begin, finish) in self._moved:
            if end <= span[0]:
                shift = finish - end
            elif start < span[1]:
                return (begin if start <= first else first + shift), max(finish, begin)
        return first + shift, last + shift

    def _said(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        words = piece.labels if isinstance(piece, Word) else self._called(piece.party)
        return words.text((self._language,))

    def _called(self, party: RecordId) -> Labels:
        """Return the label of a party without its letter, which only a publication assigns."""
        return blank(self._facts.records[party].text("kind"), (self._language,))

    def places(self) -> Iterator[ReviewedPlace]:
        """Yield the matches and the places that a reader replaced, in the order of the text."""
        places = [*self._decided(), *self._occurrences()]
        yield from sorted(places, key=lambda place: (place.occurrence.start, -place.occurrence.end))

    def _decided(self) -> Iterator[ReviewedPlace]:
        """Yield the places that a reader replaced by a label or by other words."""
        worded, original = self._reading.worded, self._reading.wording.text
        before = self._censor.find(original) if worded.written else []
        for occurrences, decisions in ((self._found, worded.labels), (before, worded.written)):
            for span, decision in decisions:
                where = span if decision.how is How.LABEL else decision.span
                items = [item for item in occurrences if lies_in(item.span, [where]) and self._is_told(item)]
                kinds = [item for item in items if item.span == where]
                item = replace(kinds[0] if kinds else Occurrence(*where, IdentifierKind.CHOSEN), inside=None)
                result_span = self._told(span)
                people_meant = dict.fromkeys(name for one in items for name in self._names(one))
                yield ReviewedPlace(
                    occurrence=replace(item, start=span[0], end=span[1]),
                    text=original[decision.start : decision.end],
                    people=tuple(people_meant),
                    becomes=self.result[slice(*result_span)],
                    at=decision.span,
                    told=result_span,
                    decision=decision,
                )

    def _is_told(self, item: Occurrence) -> bool:
        """Tell whether a reader is shown a match.

        A part of a name is not shown if the bearer of the name is unrelated to the text.
        """
        return item.kind is not IdentifierKind.PART or bool(
            item.owners or self._censor.may_mean(item, self._here)
        )

    def _occurrences(self) -> Iterator[ReviewedPlace]:
        worded = self._reading.worded
        labelled = [span for span, _ in worded.labels]
        doubtful = {item.span for item, _ in self._censor.open(worded, self._found)}
        let_stand = self._censor.let_stand(worded, self._found)
        form_of = cache(self._form_of)
        for item in self._found:
            if lies_in(item.span, labelled):
                continue
            stays = lies_in(item.span, let_stand)
            piece = None
            if item.inside is None and not stays:
                piece = self._printing.instead(item, self._here)
            owners = (*item.owners, *item.partly)
            decide = False
            if item.inside is None and piece is None and item.kind is IdentifierKind.PART:
                owners = self._censor.may_mean(item, self._here)
                decide = item.span in doubtful and not stays
                if not owners:
                    continue  # a part of names that may be published, or of somebody else's
            decide = decide or (item.kind in ASKED and not stays)
            original_span, written = worded.original(item.span), self._text[item.start : item.end]
            yield ReviewedPlace(
                occurrence=item,
                text=written,
                people=self._names_of(owners),
                becomes=None if piece is None else self._said(piece),
                decide=decide,
                at=original_span,
                told=self._told(item.span),
                decision=None if original_span is None else self._reading.wording.at(original_span),
                form_of=form_of(written, item.owners),
            )

    def _form_of(self, written: str, owners: tuple[RecordId, ...]) -> str:
        """Return the recorded name of which `written` is another spelling, such as the Chinese name for its
        pinyin.

        It is empty if `written` is a recorded name itself.
        """
        parties = [party for owner in owners if (party := self._facts.party(owner)) is not None]
        names = [
            KnownName(party.id, str(element.get("name", "")), str(element.get("script", "")))
            for party in parties
            for element in party.values("names")
        ]
        if squeeze(written) in (squeeze(name.text) for name in names):
            return ""
        return next((name.text for name in names if any(NameIndex([name]).find(written))), "")

    def _names(self, item: Occurrence) -> tuple[str, ...]:
        return self._names_of((*item.owners, *item.partly))

    def _names_of(self, owners: tuple[RecordId, ...]) -> tuple[str, ...]:
        party_records = (self._facts.party(owner) for owner in owners)
        return tuple(people.display_name(party) for party in party_records if party is not None)
