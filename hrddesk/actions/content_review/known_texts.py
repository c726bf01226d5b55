"""The texts of a vault: the matches in each, the decisions about it, and whether its review is valid."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, reduce

from hrddesk.actions.content_review.known_names import KnownNames
from hrddesk.actions.content_review.text_places import ReviewedPlace, TextOnPaper
from hrddesk.actions.content_review.vault_words import VaultWords
from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.profiles import key_of, listed
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names
from hrddesk.records.texts.texts import FIRST, text_of
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.passages.wording import TextDecisions
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.marks import TellingMark, marks
from hrddesk.redact.texts.reviewed_text import ReviewedText
from hrddesk.redact.texts.texts import ExaminedText, reopened, still_vouched_for, vouched_for
from hrddesk.store.publications import protected_texts
from hrddesk.store.records.store import Store


class TextState(StrEnum):
    """The state of a text under a profile: whether it may be published."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    CHANGED = "changed"  # since the review: the text, its original, who is known in it, or who may be named


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReview:
    """What a reviewer sees of one text under one profile: all its matches, and its published form."""

    record: RecordId
    field: str
    profile: str
    text: str
    """The original."""
    wording: TextDecisions
    """The decisions about places in the text."""
    found: tuple[ReviewedPlace, ...]
    result: str
    """The published text; a question mark replaces the letter of a label."""
    state: TextState
    digest: str
    """The hash that a review confirms, see `redact.texts.texts`."""
    reviewed: ReviewedText | None = None
    """The last review with its reviewer and time, valid or not."""
    lost: int = 0
    """The number of decisions and protected passages without a place in the changed text."""
    labelled: tuple[tuple[RecordId, str], ...] = ()
    """The people with a label under the profile among those related to the text, by display name."""
    decided_for: tuple[str, ...] = ()
    """The other profiles for which something was decided about places in the text."""
    marked: tuple[TellingMark, ...] = ()
    """Words that may reveal more than the rest of a publication; a confirmation of the text includes them."""
    reopened: bool = False
    """Whether a decision to keep words no longer counts, because they may mean a person who was unknown
    then.
    """
    printed: PeopleInPrint | None = None
    """The people of the publication for which the text was read; None if it was read by itself.

    Decisions and confirmations use the same value, so that the text is read again in the same way.
    """

    @property
    def marks(self) -> list[ReviewedPlace]:
        """The places that a reader must decide or has decided about, in the order of the text."""
        return [place for place in self.found if place.decide or place.decision is not None]

    @property
    def undecided(self) -> int:
        """The number of places that a reader must decide before the text may be published."""
        return sum(place.decide for place in self.found)


class KnownTexts:
    """The texts of a vault, with the names that are searched for in them."""

    def __init__(
        self,
        store: Store,
        profiles: list[Profile],
        about: Record | None = None,
        printed: PeopleInPrint | None = None,
    ) -> None:
        """Read the records that are needed for the texts of `about`, or for all texts if `about` is None.

        `printed` is as in `texts.occurrences`.
        """
        names = KnownNames.of(store)
        if about is None:
            others = [record for kind in (*FIRST, Kind.CITATION) for record in store.all(kind)]
        else:
            case = case_of(about)
            case_record = store.find(case) if case else None
            others = (
                [about]
                if case_record is None
                else [about, case_record, *store.events_of_case(case_record.id)]
            )
        self._facts = Facts.of([*names.records, *others])
        protected = protected_texts.known(store)
        self._censors = {profile.name: names.censor(profile).protecting(protected) for profile in profiles}
        self._printed = printed
        self._printing = {  # by profile, where the texts are read for a publication
            profile.name: names.printing(profile, printed) for profile in profiles if printed is not None
        }
        self._store, self._words = store, VaultWords(store)
        self._keys = {profile.name: key_of(store, profile.name) for profile in profiles}
        self._every = None
        if about is None:
            self._every = {name: review_records.of_texts(store, key) for name, key in self._keys.items()}

    def censor(self, record: Record, profile: str) -> Censor:
        """Return the censor for a text of a record, under a profile.

        The censor removes as much as a publication of the record's case would remove, or less.
        """
        case = self._facts.records.get(case_of(record), record)
        near = involved_in(self._facts, (case, record))
        return self._censors[profile].about(near, case.id, self._words, self._printing.get(profile))

    def cases_of(self, record: Record) -> frozenset[RecordId]:
        """Return the cases to which the texts of a record are related: for a person, all cases of that
        person.
        """
        if record.kind is not Kind.PARTY:
            return frozenset((case_of(record),))
        return frozenset(self._cases_by_person.get(record.id, ()))

    @cached_property
    def _cases_by_person(self) -> dict[RecordId, list[RecordId]]:
        cases_by_party: dict[RecordId, list[RecordId]] = {}
        for case in self._facts.all(Kind.CASE):
            for party in self._facts.people_of(case):
                cases_by_party.setdefault(party.id, []).append(case.id)
        return cases_by_party

    def people_beside(self, record: Record) -> dict[RecordId, str]:
        """Return the display names of the people in the case of a record; for a person, only that
        person's.
        """
        case = self._facts.records.get(case_of(record), record)
        parties = [record] if record.kind is Kind.PARTY else self._facts.people_of(case)
        return {party.id: display_names.display_name(party) for party in parties}

    def _stored(self, record: Record, field: str, profile: str) -> ReviewedText:
        key = self._keys[profile]
        if self._every is None:
            return review_records.of_text(self._store, record.id, field, key)
        nothing = ReviewedText(record=record.id, field=field, profile=key)
        return self._every[profile].get((record.id, field), nothing)

    def state(self, record: Record, field: str, profile: str) -> TextState:
        """Return whether a text was reviewed for a profile, and whether that review is still valid.

        It is valid as long as the text would be printed as its reader saw it.
        """
        stored = self._stored(record, field, profile)
        if not stored.vouched:
            return TextState.UNREVIEWED
        censor, wording = self.censor(record, profile), stored.wording.fit(text_of(record, field))
        return _state(stored, censor, ExaminedText.of(wording, censor, text=(record, field)))

    def review(
        self, record: Record, field: str, profile: Profile, wording: TextDecisions | None = None
    ) -> TextReview:
        """Return what a reviewer sees of a text; `wording` are decisions to try in place of the stored
        ones.
        """
        name, text = profile.name, text_of(record, field)
        censor, stored = self.censor(record, name), self._stored(record, field, name)
        fitting = stored.wording.fit(text)
        reading = ExaminedText.of(wording or fitting, censor, text=(record, field))
        if again := [] if wording else reopened(stored.vouched, censor, reading):
            standing = reduce(TextDecisions.without, again, fitting)
            reading = ExaminedText.of(standing, censor, text=(record, field))
        text_on_paper = TextOnPaper(self._facts, censor, reading)
        return TextReview(
            record=record.id,
            field=field,
            profile=name,
            text=text,
            wording=reading.wording,
            found=tuple(text_on_paper.places()),
            result=text_on_paper.result,
            state=_state(stored, censor, reading),
            digest=vouched_for(censor, reading),
            reviewed=stored if stored.vouched else None,
            lost=len(stored.wording.decided)
            - len(fitting.decided)
            + censor.protected.lost(record.id, field, text),
            labelled=tuple(self._labelled(censor, record, reading)),
            decided_for=tuple(self._decided_for(record, field, besides=name)),
            marked=marks(reading, censor),
            reopened=bool(again),
            printed=self._printed,
        )

    def _decided_for(self, record: Record, field: str, *, besides: str) -> Iterator[str]:
        """Yield the profiles, except `besides`, under which somebody decided about a place of a text."""
        for row in listed(self._store):
            stored = review_records.of_text(self._store, record.id, field, row.key)
            if row.name != besides and stored.wording.decided:
                yield row.name

    def _labelled(
        self, censor: Censor, record: Record, reading: ExaminedText
    ) -> Iterator[tuple[RecordId, str]]:
        case = self._facts.records.get(case_of(record), record)
        near = set(involved_in(self._facts, (case, record)))
        near.update(owner for item in reading.found for owner in (*item.owners, *item.partly))
        parties = [party for one in near if (party := self._facts.party(one)) is not None]
        for name, one in sorted((display_names.display_name(party), party.id) for party in parties):
            if censor.standing[one].has_label:
                yield one, name


def _state(stored: ReviewedText, censor: Censor, reading: ExaminedText) -> TextState:
    if not stored.vouched:
        return TextState.UNREVIEWED
    same = still_vouched_for(stored.vouched, censor, reading)
    return TextState.REVIEWED if same else TextState.CHANGED


def case_of(record: Record) -> RecordId:
    """Return the id of the case that the texts of a record belong to, or "" for an event without a case."""
    return record.id if record.kind is Kind.CASE else RecordId(record.text("case"))
