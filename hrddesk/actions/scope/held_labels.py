"""Labels of earlier publications that apply in the next one, until a user takes one off."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hrddesk.actions.editions import issues
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.store.publications import published_people
from hrddesk.store.publications.published_people import PersonRow, Stood
from hrddesk.store.records.forwarding import merged_away
from hrddesk.store.records.store import Store


class Why(StrEnum):
    """The reason for which a label of an earlier publication applies."""

    CHOICE = "choice"
    """A user chose the label for this person: it applies in every later publication."""
    SERIES = "series"
    """Everybody had a label in an issue of this series: the label applies in all later issues of the
    series.
    """
    MARK = "mark"
    """This desk or another one marked the name as protected: the label applies in every publication."""


BY_PERSON: Final = (Why.CHOICE, Why.MARK)
"""The reasons that concern one person, independently of the labels of others."""


@dataclass(frozen=True, slots=True)
class HeldLabel:
    """A label that applies, with its bearer, the last publication that printed it, and the reason.

    If a mark on the name is the only reason, the number of the publication is 0 and the label is None.
    """

    party: RecordId
    publication: int
    label: PersonLabel | None
    """The label; None if the name is protected by a mark alone."""
    why: Why


@dataclass(frozen=True, slots=True)
class TakenOff:
    """A user's decision to take a label off, with the last publication of the label and the reason.

    A label that the person got in a later publication is another label, and stays.
    """

    publication: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """Who was named and who had a label in all publications so far, as the next publication needs it."""

    held: Mapping[RecordId, HeldLabel]
    labels: Mapping[RecordId, PersonLabel]
    """The latest label of each bearer in the series that is continued."""
    used: frozenset[PersonLabel]
    """All labels that were used in that series."""
    named: Mapping[RecordId, int]
    """The named people, each with the last publication that names them."""
    labelled: Mapping[RecordId, int]
    """The people with a label, each with the last publication that has it."""


def stands(store: Store, since: int | None = None) -> Stands:
    """Return who was named and who had a label in all publications so far.

    A label that somebody has only because everybody had one applies only in the series of the issue `since`.
    A person who was merged into another record counts as that record.
    """
    merged = merged_away(store.db)
    rows = published_people.people_as_merged(store.db)
    series = series_of(store, rows, since)
    removed: dict[RecordId, int] = {}
    for removal in published_people.removals(store.db):
        party = merged.get(removal.party, removal.party)
        removed[party] = max(removal.publication, removed.get(party, 0))
    held_by_party: dict[RecordId, HeldLabel] = {}
    labels, used = dict[RecordId, PersonLabel](), set[PersonLabel]()
    named, labelled = dict[RecordId, int](), dict[RecordId, int]()
    for row in rows:  # the earliest first
        if row.stood is Stood.NAMED:
            named[row.party] = row.publication
            continue
        label = PersonLabel(row.noun, row.number)
        labelled[row.party] = row.publication
        if row.series == series:
            labels[row.party] = label
            used.add(label)
        if row.publication <= removed.get(row.party, 0):
            continue
        before = held_by_party.get(row.party)
        if row.stood is Stood.CHOSEN:
            held_by_party[row.party] = HeldLabel(row.party, row.publication, label, Why.CHOICE)
        elif row.series == series and (before is None or before.why is not Why.CHOICE):
            held_by_party[row.party] = HeldLabel(row.party, row.publication, label, Why.SERIES)
    for party in published_people.protected(store.db):
        if party not in held_by_party or held_by_party[party].why is Why.SERIES:
            held_by_party[party] = HeldLabel(party, 0, None, Why.MARK)
    return Stands(held=held_by_party, labels=labels, used=frozenset(used), named=named, labelled=labelled)


def series_of(store: Store, rows: Sequence[PersonRow], since: int | None) -> int | None:
    """Return the number of the first publication in the series of the publication `since`.

    An issue without people, which has only figures, belongs to the series of the issue before it.
    """
    first, number = since, since
    while number is not None:
        for row in rows:
            if row.publication == number:
                return row.series
        first, number = number, issues.issue_before(store, number)
    return first


def chosen_among(
    records: Mapping[RecordId, Record],
    labelled: Iterable[RecordId],
    label: Collection[RecordId],
    before: Stands,
) -> frozenset[RecordId]:
    """Return the labelled people who have their label because somebody chose it.

    A user chose it for this publication (`label`) or for an earlier one, or the name is marked as protected,
    or the person or the names have a level below public.
    """
    return frozenset(
        party
        for party in labelled
        if party in label
        or (party in before.held and before.held[party].why in BY_PERSON)
        or is_by_level(records[party])
    )


def is_by_level(party: Record) -> bool:
    """Tell whether a user set a level below public for this person or for the person's names."""
    levels = map(party.chosen_level, (WHOLE_RECORD, "names"))
    return any(level not in (None, Visibility.PUBLIC) for level in levels)
