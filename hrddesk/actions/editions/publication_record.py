"""The record of a publication in the vault: people responsible, day, profile, decisions, labels."""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from hrddesk.actions.editions import issues, publication_decisions
from hrddesk.records.language.labels import Labels
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.names import display_names
from hrddesk.records.texts.questions import answer_field
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.profile.own_fields import asked_fields
from hrddesk.store.publications import publications, published_people
from hrddesk.store.publications.publications import PublicationRow
from hrddesk.store.records.store import Store

_DECIDED: Final = ("label", "decided", "added", "parts", "coarser")


@dataclass(frozen=True, slots=True)
class LabelKept:
    """A label and the person who bears it. `name` is the present name, empty if the person was deleted."""

    party: RecordId
    name: str
    label: PersonLabel


@dataclass(frozen=True, slots=True)
class TextKept:
    """A published text, with its reviewer and the time of the review, in seconds since 1970, UTC."""

    ref: str
    field: str
    who: str
    time: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationShown:
    """One publication. `since` is the number of the publication before it; `issue` is its place in its
    series.
    """

    number: int
    time: int
    who: str
    profile: str
    title: Labels
    as_of: datetime.date
    issue: int
    since: int | None
    corrects: bool
    file: str
    sha256: str
    pages: int
    signed_by: str
    cases: tuple[str, ...]
    labels: tuple[LabelKept, ...]
    texts: tuple[TextKept, ...]
    figures: tuple[str, ...]
    profile_kept: Mapping[str, Any]
    """The profile as it was when the publication was made."""
    decisions: Mapping[str, Any]
    """Parts, people to label or to name, and coarser steps."""
    answers: Mapping[str, str]
    """The reasons for accepting each risk, by its kind or key."""
    labels_off: tuple[tuple[RecordId, str], ...]
    """The people who lost their label of an earlier publication, each with the reason."""


def everything(store: Store) -> list[PublicationShown]:
    """Return all publications, the latest first."""
    return [_shown(store, row) for row in publications.everything(store.db)]


def show(store: Store, number: int) -> PublicationShown:
    """Return the record of a publication; raise PublicationNotFound."""
    return _shown(store, issues.find(store, number))


def _shown(store: Store, row: PublicationRow) -> PublicationShown:
    decided, model = publication_decisions.of(row), issues.model_of(row)
    profile = json.loads(row.profile)
    keys = {
        answer_field(asked_field.key): asked_field.key for asked_field in asked_fields(store.all(Kind.FIELD))
    }
    return PublicationShown(
        number=row.num,
        time=row.time,
        who=row.who,
        profile=str(profile["name"]),
        title=model.title,
        as_of=model.as_of,
        issue=issues.number_of(model),
        since=decided.since,
        corrects=decided.corrects,
        file=row.file,
        sha256=row.sha256,
        pages=row.pages,
        signed_by=decided.signed_by,
        cases=tuple(_refs(store, decided.cases)),
        labels=tuple(_labels(store, json.loads(row.labels))),
        texts=tuple(
            TextKept(_ref(store, text.record), keys.get(text.field, text.field), text.who, text.time)
            for text in decided.texts
        ),
        figures=tuple(figure.name for figure in decided.figures),
        profile_kept=profile,
        decisions={name: sorted(getattr(decided, name)) for name in _DECIDED},
        answers=published_people.answers(store.db, row.num),
        labels_off=tuple(
            (removal.party, removal.reason)
            for removal in published_people.removals(store.db)
            if removal.publication == row.num
        ),
    )


def _labels(store: Store, stored_labels: Mapping[str, Any]) -> Iterable[LabelKept]:
    label_rows = []
    for key, label in stored_labels.items():
        party = store.find(RecordId(key))
        name = "" if party is None or party.kind is not Kind.PARTY else display_names.display_name(party)
        label_rows.append(LabelKept(RecordId(key), name, codec.read(PersonLabel, label)))
    return sorted(label_rows, key=lambda row: row.label)


def _refs(store: Store, ids: Iterable[str]) -> Iterable[str]:
    return (_ref(store, item) for item in ids)


def _ref(store: Store, item: str) -> str:
    """Return the reference of a record; for an event that of its case, for a deleted record the id."""
    record = store.find(RecordId(item))
    if record is not None and record.kind is Kind.EVENT:
        record = store.find(RecordId(record.text("case")))
    return item if record is None else record.text("ref") or record.id
