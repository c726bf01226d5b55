"""The removal of what a profile withholds from texts; words or slots for labels replace it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from copy import copy
from typing import Final, Self

from hrddesk.records.language.labels import Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.rules.sources import is_document
from hrddesk.records.texts.protected_places import Protected
from hrddesk.redact.detection.matcher import NameIndex, find_all, is_latin
from hrddesk.redact.detection.ordinary import Elsewhere, nowhere
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.on_record import OnRecord, sexless
from hrddesk.redact.passages.covered import Covered, lies_in
from hrddesk.redact.passages.occurrences import ASKED, BY_NAME, IdentifierKind, Occurrence, named_in
from hrddesk.redact.passages.pieces import (
    NameSlot,
    Phrase,
    Piece,
    Pieces,
    Stay,
    Word,
    is_whole,
    says_something,
)
from hrddesk.redact.passages.wording import Decision, Span, Worded
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.people.standing import PartyStanding, standings
from hrddesk.redact.people.vault_names import known_names
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.whole_words import joined, sticking_out
from hrddesk.system.jobs import Job, silent

_PEOPLE: Final = (IdentifierKind.NAME, IdentifierKind.WITHHELD)
WORDS: Final = {
    IdentifierKind.SOURCE: Word.SOURCE,
    IdentifierKind.PROTECTED: Word.PERSON,
    IdentifierKind.PLACE: Word.PLACE,
    IdentifierKind.COORDINATES: Word.PLACE,
    IdentifierKind.ADDRESS: Word.PLACE,
    IdentifierKind.EMAIL: Word.CONTACT,
    IdentifierKind.HANDLE: Word.CONTACT,
    IdentifierKind.PHONE: Word.CONTACT,
    IdentifierKind.IDENTITY_NUMBER: Word.NUMBER,
    IdentifierKind.PLATE: Word.NUMBER,
    IdentifierKind.BANK_CARD: Word.NUMBER,
    IdentifierKind.PASSPORT: Word.NUMBER,
    IdentifierKind.LINK: Word.LINK,
    IdentifierKind.NETWORK: Word.NUMBER,
    IdentifierKind.UNKNOWN: Word.PERSON,
    IdentifierKind.LONG_NUMBER: Word.NUMBER,
    IdentifierKind.DWELLING: Word.PLACE,
}


class Censor:
    """Redacts the texts of one publication."""

    def __init__(
        self,
        facts: Facts,
        profile: Profile,
        printed: PeopleInPrint,
        elsewhere: Elsewhere = nowhere,
        job: Job | None = None,
    ) -> None:
        """Read all names of the vault, and the standing of each person in the publication.

        The people whom a text names in full count as involved in it: parts of their names mean nobody else
        there. `elsewhere` tells which words occur in texts that are unrelated to their bearers, see `asking`.
        Raise Cancelled if `job` is cancelled.
        """
        self.profile = profile
        self.on_record = OnRecord(facts, profile)
        self._sexless = sexless(facts, profile)
        names = list((job or silent()).each(known_names(facts, profile)))
        self._pseudonymous = frozenset(name.owner for name in names if name.kind is IdentifierKind.WITHHELD)
        self._parties = frozenset(party.id for party in facts.all(Kind.PARTY))
        self.index = NameIndex(names, job)
        self._stand(facts, printed)
        self._documents = frozenset(source.id for source in facts.all(Kind.SOURCE) if is_document(source))
        self._elsewhere, self._case = elsewhere, RecordId("")
        self.printing: Self | None = None
        """The censor of the publication that prints these texts, if it is another one than this."""
        self.protected = Protected()
        self._lacks_people = not facts.has_everybody
        let_out = self.standings.names.values() if self._lacks_people else ()
        self.looked_at = {name.text for names in let_out for name in names}
        """If only some people were read: the printable names and the texts that were searched."""

    def _stand(self, facts: Facts, printed: PeopleInPrint) -> None:
        label, decided, beside = printed.label, printed.decided, printed.beside
        self._involved = printed.involved
        self.standings = standings(facts, self.profile, label, decided, self.index, beside, self.concerns)
        self.standing: Mapping[RecordId, PartyStanding] = self.standings.of
        self._label = label

    def printed_as(self, facts: Facts, printed: PeopleInPrint) -> Self:
        """Return a censor of the same names for another publication under the profile."""
        censor = copy(self)
        censor._stand(facts, printed)
        return censor

    def about(
        self,
        involved: Collection[RecordId],
        case: RecordId = RecordId(""),  # noqa: B008  (a text, which nobody changes)
        elsewhere: Elsewhere | None = None,
        printing: Self | None = None,
    ) -> Self:
        """Return a censor of the same names for texts of one case, which are about the `involved` parties.

        `printing` is the censor of the publication that prints these texts, if there is one: it is about more
        people and names fewer of them. If only `printing` removes a place, the reader is asked about the
        place, unless it is certain.
        """
        censor = copy(self)
        censor.printing = printing
        censor._involved, censor._case = frozenset(involved), case
        censor._elsewhere = elsewhere or self._elsewhere
        return censor

    def protecting(self, protected: Protected) -> Self:
        """Return a censor that knows the places in texts which other desks protect."""
        censor = copy(self)
        censor.protected = protected
        return censor

    @property
    def both(self) -> tuple[Self, ...]:
        """This censor and, if there is one, the censor of the publication that prints the texts."""
        return (self,) if self.printing is None else (self, self.printing)

    @property
    def involved(self) -> frozenset[RecordId]:
        """The people whom the texts are about."""
        return self._involved

    @property
    def unnamed(self) -> frozenset[RecordId]:
        """The involved people who are not named.

        This set leaves out people whose name is withheld only because it contains the name of somebody else
        (`Standings.called_after`): another text may name them.
        """
        named, after = PartyStanding.NAMED, self.standings.called_after
        return frozenset(
            party for party in self._involved if self.standing.get(party) is not named and party not in after
        )

    @property
    def hides_sex(self) -> bool:
        """Whether the texts are about a person with a label whose sex is not printed."""
        standing = (self.printing or self).standing
        return not self._sexless.isdisjoint(
            party
            for party in self._involved
            if (party_standing := standing.get(party)) and party_standing.has_label
        )

    def are_documents(self, owners: Iterable[RecordId]) -> bool:
        """Tell whether all these owners are sources that are documents."""
        return self._documents.issuperset(owners)

    def redact(self, text: str) -> Pieces:
        """Return the printable pieces of a text."""
        return self.redact_found(Worded(text), self.find(text))

    def find(self, text: str) -> list[Occurrence]:
        """Return the places of names and numbers; parts of names only of people whom the texts are about."""
        if self._lacks_people:
            self.looked_at.add(text)
        return find_all(text, self.index, lambda owner: any(one.concerns(owner) for one in self.both))

    def redact_words(self, words: Labels) -> Phrase | None:
        """Return the printable pieces of words of the desk in each language.

        Return None if the words of a language are only a name: "Occupation: Person A" would reveal the name
        of Person A. If a name is removed in some languages only, the other languages may have a translation
        of it. Then the first language with a removed name is used for all languages.
        """
        texts = tuple((code, self.redact(text)) for code, text in words.items())
        if not all(says_something(pieces) for _, pieces in texts):
            return None
        changed = [pieces for _, pieces in texts if not is_whole(pieces)]
        return Phrase.same(changed[0]) if 0 < len(changed) < len(texts) else Phrase(texts)

    def stands_elsewhere(self, word: str, owners: Sequence[RecordId]) -> bool:
        """Tell whether a word occurs in texts that are unrelated to the bearers of the name."""
        return self._elsewhere(word, owners, self._case)

    def concerns(self, owner: RecordId, here: Set[RecordId] = frozenset()) -> bool:
        """Tell whether a text concerns the owner of a name.

        It always concerns sources and givers, who are no parties. `here` are the people named in full.
        """
        return owner in self._involved or owner in here or owner not in self._parties

    def redact_found(self, worded: Worded, occurrences: Collection[Occurrence]) -> Pieces:
        """Return the printable pieces of a text with these matches."""
        text, stays = worded.text, self.let_stand(worded, occurrences)
        pieces: list[Piece] = []
        position = 0
        for start, end, piece in self.taken(worded, occurrences):
            pieces += [*_between(text, position, start, stays), piece]
            position = end
        return tuple(piece for piece in (*pieces, *_between(text, position, len(text), stays)) if piece != "")

    def taken(self, worded: Worded, occurrences: Collection[Occurrence]) -> list[tuple[int, int, Piece]]:
        """Return the places that must be removed, each with its start, end and replacement, in order.

        The reader's decisions apply first. If a name overlaps a place that a reader covered, the rest of the
        name is removed.
        """
        text, here = worded.text, named_in(occurrences)
        removals: list[tuple[int, int, Piece]] = [
            (*span, self._label_of(decision)) for span, decision in worded.labels
        ]
        labels = [span for span, _ in worded.labels]
        removed_spans, settled = Covered(text, labels), (*self.let_stand(worded, occurrences), *labels)
        remaining_occurrences = [item for item in occurrences if not lies_in(item.span, settled)]
        replacements = [(item, self.instead(item, here)) for item in remaining_occurrences]
        longer = {item.span: (item, piece) for item, piece in sorted(replacements, key=_comes_last)}

        def take(place: Span, piece: Piece) -> None:
            for span in sticking_out(text, removed_spans, place):
                removed_spans.add(span)
                removals.append((*span, piece))

        for item, piece in replacements:
            if item.inside is None and piece is not None:
                if any(removed_spans[item.start : item.end]):
                    take(item.span, piece)
                else:
                    removed_spans.add(item.span)
                    removals.append((*item.span, piece))
        for item, piece in replacements:
            if item.inside is not None and piece is not None:
                if item.inside in longer:
                    take(reach(text, item, *longer[item.inside]), Word.PERSON)
                else:  # a reader decided about the longer one
                    take(item.span, piece)
        return list(joined(text, sorted(removals, key=lambda item: item[:2]), occurrences))

    def let_stand(self, worded: Worded, occurrences: Collection[Occurrence]) -> list[Span]:
        """Return the places that a reader kept.

        A place that begins or ends inside a removed place is left out: it would be removed in part.
        """
        if not worded.stays:
            return []
        here = named_in(occurrences)
        removed_spans = (item.span for item in occurrences if self.instead(item, here) is not None)
        within = Covered(
            f"{worded.text} ", ((start + 1, end) for start, end in removed_spans)
        )  # no cut may lie there
        return [(start, end) for start, end in worded.stays if not (within[start] or within[end])]

    def _label_of(self, decision: Decision) -> Piece:
        """Return the replacement for a place at which a reader wanted a label; it is never a name."""
        if decision.party is None:
            return decision.word or Word.PERSON
        standing = self.standing.get(decision.party, PartyStanding.UNNAMED)
        return NameSlot(decision.party) if standing.has_label else Word.PERSON

    def instead(self, item: Occurrence, here: Set[RecordId] = frozenset()) -> Piece | None:
        """Return the replacement of an occurrence; None if it stays as it is.

        `here` are the people whom the text names in full, see `named_in`.
        """
        if item.kind not in BY_NAME:
            return WORDS[item.kind]
        if parts := [owner for owner in item.partly if self._hides_part(owner, item, here)]:
            return self._only(dict.fromkeys((*parts, *item.owners)))
        if item.kind is IdentifierKind.PART:
            return None
        standing = {self.standing.get(owner) for owner in item.owners}
        if item.kind is IdentifierKind.NAME and standing == {PartyStanding.NAMED}:
            return None
        if item.kind in _PEOPLE:
            return self._only(item.owners)
        if item.kind is IdentifierKind.SOURCE and not self.are_documents(item.owners):
            return Word.PERSON  # who is told of as a source is found out by that
        return WORDS[item.kind]

    def _only(self, people: Collection[RecordId]) -> Piece:
        """Return the label of the one person whom a place means, if there is one with a label; otherwise
        `[person]`.
        """
        standings = [self.standing.get(owner) for owner in people]
        if len(standings) == 1 and standings[0] is not None and standings[0].has_label:
            return NameSlot(next(iter(people)))
        return Word.PERSON

    def _hides_part(self, owner: RecordId, item: Occurrence, here: Set[RecordId]) -> bool:
        """Tell whether a part of this owner's name must be removed.

        Of a named person, only parts of withheld names are removed: they would reveal whose name it is.
        """
        if self.standing.get(owner) is PartyStanding.NAMED and owner not in item.kept:
            return False
        return owner in self._involved or owner in here

    def told_by(self, piece: Piece) -> int:
        """Return how much a replacement reveals: 0 for a word, 1 for a label.

        A label counts as a word if the user asked for it, or if the person has it only because of what the
        name contains (`Standings.called_after`): the reader of the text may have seen this person named.
        """
        instead = self._label | self.standings.called_after
        return int(isinstance(piece, NameSlot) and piece.party not in instead)

    def _is_named(self, person: RecordId) -> bool:
        """Tell whether a person is named, by this censor and by the one that prints the texts."""
        return all(one.standing.get(person) is PartyStanding.NAMED for one in self.both)

    def hidden(self, item: Occurrence) -> tuple[RecordId, ...]:
        """Return the people who may not be named and whom a place names, may name, or names in part.

        If the place may be a withheld name, its bearers are included even if they appear by other names.
        """
        owners = dict.fromkeys((*item.owners, *item.partly, *item.maybe))
        withheld_ids = {*item.kept, *self._pseudonymous.intersection(item.maybe)}
        withheld_ids.update(item.owners if item.kind is IdentifierKind.WITHHELD else ())
        return tuple(owner for owner in owners if owner in withheld_ids or not self._is_named(owner))

    def open(
        self, worded: Worded, occurrences: Collection[Occurrence]
    ) -> list[tuple[Occurrence, tuple[RecordId, ...]]]:
        """Return the places that stay and may mean people who may not be named, with these people."""
        here, stays = named_in(occurrences), self.let_stand(worded, occurrences)
        labelled = [span for span, _ in worded.labels]
        open_places = []
        for item in occurrences:
            if lies_in(item.span, labelled):
                continue
            if lies_in(item.span, stays):
                people = self.hidden(item)
            elif item.inside is not None or self.instead(item, here) is not None:
                continue
            else:
                people = self.may_mean(item, here) if item.kind is IdentifierKind.PART else ()
            if people:
                open_places.append((item, people))
        return open_places

    def undecided(self, worded: Worded, occurrences: Collection[Occurrence]) -> list[Occurrence]:
        """Return the places about which a reader has to decide before the text may go out."""
        stays = self.let_stand(worded, occurrences)
        open_occurrences = [
            item for item, _ in self.open(worded, occurrences) if not lies_in(item.span, stays)
        ]
        decided = [*stays, *(span for span, _ in worded.labels)]
        return open_occurrences + [
            item for item in occurrences if item.kind in ASKED and not lies_in(item.span, decided)
        ]

    def may_mean(self, item: Occurrence, here: Set[RecordId]) -> tuple[RecordId, ...]:
        """Return the people who may not be named but may be meant by a place that stays: a reader must
        decide.

        Parts of names count only for people to whom the text is related, or every text would be full of them.
        """
        return tuple(one for one in self.hidden(item) if item.asked or self.concerns(one, here))


def _between(text: str, position: int, end: int, stays: Iterable[Span]) -> Iterator[str]:
    """Yield a part of a text, split at the words that a reader kept in it."""
    for first, last in stays:
        if position <= first < last <= end:
            yield from (text[position:first], Stay(text[first:last]))
            position = last
    yield text[position:end]


def _comes_last(replacement: tuple[Occurrence, Piece | None]) -> bool:
    return replacement[0].inside is None


def reach(text: str, item: Occurrence, longer: Occurrence, piece: Piece | None) -> tuple[int, int]:
    """Return the span to remove for a hidden `item` that overlaps the match `longer`.

    `piece` is the replacement of `longer`, or None if `longer` stays. If it stays, a part of a name inside a
    whole name belongs to the whole name, and the span is empty. In scripts without spaces, nobody can tell
    which of two whole names is meant, and the span has both.
    """
    within = longer.start <= item.start and item.end <= longer.end
    is_whole_name = longer.kind is not IdentifierKind.PART
    if piece is not None:
        return item.span
    if (
        within
        and is_whole_name
        and (item.kind is IdentifierKind.PART or is_latin(text[item.start : item.end]))
    ):
        return item.start, item.start
    return min(longer.start, item.start), max(longer.end, item.end)
