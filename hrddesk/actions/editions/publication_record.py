"""The record of a publication, as the vault keeps it: who, when, profile, decisions, and who is who."""

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
from hrddesk.redact.people.labels import Label
from hrddesk.redact.profile.own_fields import asked_fields
from hrddesk.store.publications import publications, published_people
from hrddesk.store.publications.publications import PublicationRow
from hrddesk.store.records.store import Store

_DECIDED: Final = ("label", "decided", "added", "parts", "coarser")


@dataclass(frozen=True, slots=True)
class LabelKept:
    """Who bore a label; the name is that of today, empty where the person is gone."""

    party: RecordId
    name: str
    label: Label


@dataclass(frozen=True, slots=True)
class TextKept:
    """A text that went out, and who reviewed it when, in seconds since 1970, UTC."""

    ref: str
    field: str
    who: str
    time: int


@dataclass(frozen=True, slots=True)
class PublicationShown:
    """One publication. `since` is the number of the issue before, `issue` counts those of a series from 1."""

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
    """The profile as it was."""
    decisions: Mapping[str, Any]
    """Parts, people to label or to name, and steps to tell less."""
    answers: Mapping[str, str]
    """Why each risk was accepted, by its kind or key."""
    labels_off: tuple[tuple[RecordId, str], ...]
    """Whose label of an earlier publication was taken off, each with the reason."""


def everything(store: Store) -> list[PublicationShown]:
    """Return all publications, the latest first."""
    return [_shown(store, row) for row in publications.everything(store.db)]


def show(store: Store, number: int) -> PublicationShown:
    """Return the record of a publication; raise PublicationNotFound."""
    return _shown(store, issues.find(store, number))


def _shown(store: Store, row: PublicationRow) -> PublicationShown:
    kept, model = publication_decisions.of(row), issues.model_of(row)
    profile = json.loads(row.profile)
    keys = {answer_field(asked.key): asked.key for asked in asked_fields(store.all(Kind.FIELD))}
    return PublicationShown(
        row.num,
        row.time,
        row.who,
        str(profile["name"]),
        model.title,
        model.as_of,
        issues.number_of(model),
        kept.since,
        kept.corrects,
        row.file,
        row.sha256,
        row.pages,
        kept.signed_by,
        tuple(_refs(store, kept.cases)),
        tuple(_labels(store, json.loads(row.labels))),
        tuple(
            TextKept(_ref(store, text.record), keys.get(text.field, text.field), text.who, text.time)
            for text in kept.texts
        ),
        tuple(figure.name for figure in kept.figures),
        profile,
        {name: sorted(getattr(kept, name)) for name in _DECIDED},
        published_people.answers(store.db, row.num),
        tuple(
            (removal.party, removal.reason)
            for removal in published_people.removals(store.db)
            if removal.publication == row.num
        ),
    )


def _labels(store: Store, kept: Mapping[str, Any]) -> Iterable[LabelKept]:
    made = []
    for key, label in kept.items():
        party = store.find(RecordId(key))
        name = "" if party is None or party.kind is not Kind.PARTY else display_names.display_name(party)
        made.append(LabelKept(RecordId(key), name, codec.read(Label, label)))
    return sorted(made, key=lambda row: row.label)


def _refs(store: Store, ids: Iterable[str]) -> Iterable[str]:
    return (_ref(store, item) for item in ids)


def _ref(store: Store, item: str) -> str:
    """Return the reference of a record, that of its case for an event; the id of one that is gone."""
    record = store.find(RecordId(item))
    if record is not None and record.kind is Kind.EVENT:
        record = store.find(RecordId(record.text("case")))
    return item if record is None else record.text("ref") or record.id
