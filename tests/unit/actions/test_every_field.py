"""Every table and every field goes all the way: stored, read, in the history, by kit, by bundle, by hand."""

import json
from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import entries, evidence
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.sending import selection
from hrddesk.cli.console import assignments
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import AT_HOME, CUSTODY, SPECS, TRAVELLING, Kind
from hrddesk.records.model.record import Record, RecordId, bare
from hrddesk.records.rules import custody
from hrddesk.store.evidence import custody as own_custody
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.actions.every_field import OTHER, one_of_each, part_names

EVERY = [(kind, name) for kind in TRAVELLING for name in part_names(kind)]

NOT_IN_THE_KIT = {
    (Kind.CASE, "ref"): "made by each vault: a reference belongs to the vault that gave it",
    (Kind.PARTY, "ref"): "made by each vault",
    (Kind.EVIDENCE, "ref"): "made by each vault",
    (Kind.REPORT, "ref"): "made by each vault",
    **{
        (Kind.FORWARD, name): "follows from a merge, which nobody types; bundles carry it"
        for name in part_names(Kind.FORWARD)
    },
}
NOT_BY_HAND = {
    (Kind.EVIDENCE, name): "measured from the file, found in it, or given as it was taken in"
    for name in ("media_type", "size", "sha256", "metadata", "original_name", "ref")
}
BY_COMMAND = (
    *(Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.RELATION),
    *(Kind.PLACE, Kind.SOURCE, Kind.EVIDENCE, Kind.FIGURE, Kind.REPORT),
)
"""The kinds that `edit REF FIELD=VALUE` takes every field of."""
BY_OPTIONS = {
    Kind.TERM: "term add, edit, retire, merge",
    Kind.FIELD: "field add, edit, retire",
    Kind.CITATION: "citation add, remove",
    Kind.QUERY: "figure save; search --save",
    Kind.FORWARD: "duplicate merge",
}
"""The kinds whose commands have an option for each field."""
LISTS_BY = {
    "visibility": "visibility REF LEVEL --field",
    "values": "answer REF KEY=ANSWER",
    "aliases": "place edit --alias, term edit --alias",
    "labels": "term edit --label, field edit --label",
    "keys": "imports give those",
    "custody": "imports bring those",
    "comments": "comment add, set",
    "consents": "consent add, remove",
    "texts": "text add, set, remove",
    "blocks": "report block add, edit, move, remove",
}
"""The lists that no `entry` command writes, and what does."""


@pytest.fixture
def filled(session: Session) -> Session:
    """A vault with one record of each kind, a place that one lies in, an original that one was made from."""
    with session.store.change("test") as change:
        change.put(Record(kind=Kind.PLACE, id=RecordId("f" * 32)).with_labels({"en": "Quiet Province"}))
        names = [{"name": "Orla Fenwick", "script": "Latn", "kind": "main"}]
        change.put(Record(kind=Kind.PARTY, id=OTHER).with_elements("names", names))
        original = Record(kind=Kind.EVIDENCE, id=RecordId("d" * 32)).with_fields(
            title="The original", sha256="cd" * 32
        )
        change.put(original)
        for record in one_of_each().values():
            change.put(record)
    return session


def _set(record: Record, name: str) -> object:
    found = record.fields.get(name)
    return found if found is not None else record.values(name)


def test_the_records_of_this_test_have_every_field() -> None:
    made = one_of_each()
    for kind, name in EVERY:
        if name != "keys":
            assert _set(made[kind], name), (kind, name)


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_every_field_is_stored_read_and_in_the_history(filled: Session, kind: Kind, name: str) -> None:
    made = one_of_each()[kind]
    assert _set(filled.store.get(made.id), name) == _set(made, name)
    entry = filled.store.history.of_record(made.id)[-1]
    content = filled.store.history.content(entry.number)
    assert content is not None
    remembered = Record.from_json(json.loads(content)["record"])
    assert _set(remembered, name) == _set(made, name)


def test_every_field_is_exported_and_imported_by_the_kit(filled: Session, tmp_path: Path) -> None:
    exports.run(filled, tmp_path / "kit", "kit")
    # Into the vault that it came from it changes nothing.
    again = imports.run(filled, tmp_path / "kit", source="kit").result
    assert (again.new, again.updated) == ({}, {}), again.to_json()
    made = one_of_each()
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        report = imports.run(other, tmp_path / "kit", source="kit").result
        assert report.errors == ()
        theirs = {kind: list(other.store.all(kind)) for kind in Kind}
        same = {made[kind].id: records[-1].id for kind, records in theirs.items() if records}
        same[RecordId("f" * 32)] = next(
            r.id for r in theirs[Kind.PLACE] if r.labels.get("en") == "Quiet Province"
        )
        same[RecordId("d" * 32)] = next(
            r.id for r in theirs[Kind.EVIDENCE] if r.text("title") == "The original"
        )
        others = {bool(party.text("sex")): party.id for party in theirs[Kind.PARTY]}
        same |= {made[Kind.PARTY].id: others[True], OTHER: others[False]}
        for kind, name in EVERY:
            if (kind, name) in NOT_IN_THE_KIT or name == "keys":
                continue
            ours, found = made[kind], _of(theirs[kind], made[kind])
            if name == CUSTODY:  # to which that vault's own log is another's
                ours = custody.grown(ours, own_custody.log(filled.store.db, ours.id), ())
                assert [*map(bare, custody.received(found, ()))] == [*map(bare, custody.received(ours, ()))]
                continue
            assert _mapped(_set(ours, name), same) == _mapped(_set(found, name), same), (kind, name)


def _of(records: list[Record], ours: Record) -> Record:
    if ours.kind is Kind.PLACE:
        return next(record for record in records if record.labels == ours.labels)
    called = ("name", "title", "code", "key", "type", "locator", "sex")
    name = next((part for part in called if ours.text(part)), None)
    return next(r for r in records if name is None or r.text(name) == ours.text(name))


def _mapped(value: object, same: dict[RecordId, RecordId]) -> object:
    """Return a value with our ids in place of those of the other vault, places in lists aside."""
    back = {theirs: ours for ours, theirs in same.items()}
    if isinstance(value, list):
        return [
            {name: back.get(item, item) for name, item in element.items() if name != "pos"}
            for element in value
        ]
    return back.get(RecordId(value), value) if isinstance(value, str) else value


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_every_field_is_set_by_hand(kind: Kind, name: str) -> None:
    """By a command for each: `edit`, `entry`, or what is named with it."""
    field = SPECS[kind].field(name)
    if field is None:
        assert (name in entries.list_names(kind)) != (name in LISTS_BY)
    elif kind in BY_COMMAND:
        said = {FieldType.NUMBER: "3", FieldType.FLAG: "yes"}.get(field.type, "word")
        assert assignments.parse(kind, [f"{name}={said}"])[name]
        assert name in evidence.DESCRIBED or kind is not Kind.EVIDENCE or (kind, name) in NOT_BY_HAND
    else:
        assert kind in BY_OPTIONS


def test_every_field_travels_in_a_bundle_to_a_second_vault(filled: Session, tmp_path: Path) -> None:
    made = one_of_each()
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        for left, right, name in ((filled, other, "coordinator"), (other, filled, "documenter")):
            contacts.add(left, identity.write_card(right, tmp_path), name)
            contacts.verify(left, name, " ".join(identity.show(right).words))
        written = bundles.write_bundle(filled, tmp_path, ["coordinator"], None, Job())
        found = bundles.read_bundle(other, written.path, Job())
        bundles.accept(other, found.review, None, Job(), take=Side.THEIRS)
        for kind, name in EVERY:
            assert _set(other.store.get(made[kind].id), name) == _set(made[kind], name), (kind, name)
        assert [other.store.version(made[kind].id) for kind in AT_HOME] == [None] * len(AT_HOME)


def test_terms_and_questions_travel_with_the_case_that_uses_them(filled: Session) -> None:
    made = one_of_each()
    of_case = {record.id for record, _ in selection.of_cases(filled.store, [made[Kind.CASE].id])}
    left = {kind for kind, record in made.items() if record.id not in of_case}
    # These belong to no case, never leave, or are about somebody who is in no case.
    assert left == {Kind.FIGURE, Kind.QUERY, Kind.REPORT, Kind.RELATION, *AT_HOME}
