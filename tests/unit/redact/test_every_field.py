"""A needle in every field and list of every kind: a publication prints those that it may, and no other.

Nobody reviewed a text or a picture here. The tables of kinds say where needles go, so that a field that a
kind gains later is tried as well.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Final

import pytest

from hrddesk.errors import NothingToPublish
from hrddesk.publish.exports.other_forms import monthly, tables
from hrddesk.records.model.field_specs import FieldType, Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import ElementId, Record
from hrddesk.redact.profile.profiles import LABELS, NAMES, Profile
from tests.unit.actions.every_field import one_of_each
from tests.unit.redact.invented import Desk, all_text

Place = tuple[Kind, str, str]
NO_STRING: Final = (FieldType.NUMBER, FieldType.FLAG, FieldType.RECORD, FieldType.DATE)
WORDED: Final = (
    "event.assertion event.charges.term event.facility event.measure event.penalties.kind event.terms.term"
    " event.type party.age party.ethnicity party.kind party.names.name party.sex party.size party.terms.term"
)
NOTED: Final = " ".join(
    f"source.{field}" for field in ("author", "title", "publisher", "address", "archived")
)
PRINTED: Final = {
    "names": {*WORDED.split(), "place.labels.text"},
    "labels": {"place.labels.text"},
}
DECIDING: Final = (
    "case.country case.parties.role event.outcome event.parties.role event.penalties.currency"
    " event.penalties.ends event.penalties.raw event.penalties.unit event.place_text party.consents.basis"
    " party.consents.consent party.consents.given_by party.consents.purpose party.names.kind"
    " party.terms.vocabulary place.kind place.labels.language citation.field citation.stance source.kind"
    " source.type source.attribution source.language"
)
"""What decides whether anything else is printed, and so is tried by itself."""
ALONE: Final = {*PRINTED["names"], *DECIDING.split(), *NOTED.split()}


def _called(place: Place) -> str:
    return ".".join(filter(None, place))


def _places() -> Iterator[Place]:
    for kind in Kind:
        spec = SPECS[kind]
        yield from ((kind, "", field.name) for field in spec.fields if field.type not in NO_STRING)
        for item in spec.lists:
            if item.name != "visibility":
                yield from (
                    (kind, item.name, part.name) for part in item.fields if part.type not in NO_STRING
                )


EVERY: Final = {_called(place): place for place in _places()}


def _needle(name: str) -> str:
    return f"Qwyx{list(EVERY).index(name):03}z"


def desk_with(texts: Mapping[str, str], *, document: bool = False) -> Desk:
    """Make a desk with a record of each kind, which refer to each other, and these texts in their places."""
    made = one_of_each()
    case, party, event, source = (made[kind] for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.SOURCE))
    made[Kind.CASE] = case.with_elements("parties", [{"party": party.id, "role": "subject"}])
    made[Kind.EVENT] = event.with_fields(case=case.id, confidential_until=None).with_elements(
        "parties", [{"party": party.id, "role": "victim"}]
    )
    agreed = {"consent": "yes", "purpose": "with_name", "given_by": "self", "date": "2020"}
    life = {"birth": "1970", "death": None, "age": "50", "sex": "female"}
    made[Kind.PARTY] = party.with_fields(protected=None, kind="person", **life).with_elements(
        "consents", [agreed]
    )
    made[Kind.CITATION] = made[Kind.CITATION].with_fields(record=event.id, field="", source=source.id)
    made[Kind.EVIDENCE] = made[Kind.EVIDENCE].with_cases([case.id])
    if document:
        made[Kind.SOURCE] = source.with_fields(kind="document", type="news", date="2020")
    desk = Desk()
    public = (
        Kind.CASE,
        Kind.PARTY,
        Kind.EVENT,
        Kind.PLACE,
        *((Kind.SOURCE, Kind.CITATION) if document else ()),
    )
    for kind, record in made.items():
        whole = record
        for place, text in texts.items():
            whole = _with_text(whole, place, text) if EVERY[place][0] is kind else whole
        desk.add(whole.with_visibility(Visibility.PUBLIC) if kind in public else whole, None)
    return desk


def _with_text(record: Record, place: str, text: str) -> Record:
    _, name, field = EVERY[place]
    if not name:
        return record.with_fields(**{field: text})
    entries = record.lists.get(name) or {
        ElementId("0" * 32): {"source": "a", "file": "b", "key": "7", "pos": 0}
    }
    ((key, entry),) = list(entries.items())[:1]
    lists = {**record.lists, name: {key: {**entry, field: text}}}
    return Record(kind=record.kind, id=record.id, fields=record.fields, lists=lists)


def _desk(names: Collection[str], *, document: bool = False) -> Desk:
    return desk_with({name: _needle(name) for name in names}, document=document)


def _printed(desk: Desk, profile: Profile, names: Collection[str]) -> set[str]:
    model = desk.model(profile)
    told = " ".join(
        (all_text(model), str(list(tables(model))), str(monthly(model)), model.canonical().decode())
    )
    return {name for name in names if _needle(name).casefold() in told.casefold()}


@pytest.mark.parametrize("document", [False, True])
@pytest.mark.parametrize("profile", [NAMES, LABELS], ids=lambda profile: profile.name)
def test_a_publication_prints_just_what_its_profile_names(profile: Profile, document: bool) -> None:
    others = EVERY.keys() - ALONE
    at_once = _desk(others, document=document)
    found = _printed(at_once, profile, others)
    assert "Inciting subversion" in all_text(at_once.model(profile))  # nothing hides the rest
    for name in sorted(ALONE):
        with suppress(NothingToPublish):
            found |= _printed(_desk([name], document=document), profile, [name])
    noted = set(NOTED.split()) if document and profile is NAMES else set[str]()
    assert found == PRINTED[profile.name] | noted
