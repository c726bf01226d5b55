"""Figures count what a profile lets out, and no record that is kept back."""

from dataclasses import replace

import pytest

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.figures.admitted import Admitted
from hrddesk.redact.profile.profiles import LABELS, NAMES, NameRule, Profile
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, Desk


def _admitted(desk: Desk, record: RecordId, profile: Profile = NAMES) -> Record | None:
    return Admitted(desk.facts(), profile)(desk.records[record])


def test_people_who_may_not_appear_are_not_counted(desk: Desk) -> None:
    public, restricted = desk.party("Odal Brisk"), desk.party("Vero Lunt", level=RESTRICTED)
    assert _admitted(desk, public) == desk.records[public]
    assert _admitted(desk, restricted) is None
    assert _admitted(desk, restricted, LABELS) is not None
    omitting = replace(NAMES, name_rules={**NAMES.name_rules, "person": NameRule.OMIT})
    assert _admitted(desk, public, omitting) is None


def test_what_happened_to_nobody_who_may_appear_is_not_counted(desk: Desk) -> None:
    public, secret = desk.party("Odal Brisk"), desk.party("Vero Lunt", level=SECRET)
    shown, hidden = desk.case(public, secret), desk.case(secret)
    assert _admitted(desk, shown) is not None
    assert _admitted(desk, hidden) is None
    assert _admitted(desk, desk.event(shown, "detained", public, secret)) is not None
    assert _admitted(desk, desk.event(shown, "detained", secret)) is None
    assert _admitted(desk, desk.event(hidden, "detained")) is None  # it happened to the people of its case
    assert _admitted(desk, desk.event(hidden, "detained", (secret, "lawyer"))) is None
    assert _admitted(desk, desk.event(desk.case(), "detained")) is not None


def test_who_has_no_role_is_nobody_whom_it_happened_to_unless_hidden(desk: Desk) -> None:
    """As in print: no role stated makes nobody a subject, and a hidden person is not counted by a gap."""
    public, secret = desk.party("Odal Brisk"), desk.party("Vero Lunt", level=SECRET)
    beside = desk.case((secret, "subject"), (public, ""))
    assert _admitted(desk, beside) is None
    assert _admitted(desk, desk.event(beside, "detained")) is None
    assert (
        _admitted(desk, desk.event(desk.case(public), "detained", (secret, "victim"), (public, ""))) is None
    )
    assert _admitted(desk, desk.case((secret, ""))) is None
    assert _admitted(desk, desk.case((public, ""))) is not None


def test_records_that_are_kept_back_are_not_counted(desk: Desk) -> None:
    public = desk.party("Odal Brisk")
    secret = desk.case(public, level=SECRET)
    assert _admitted(desk, secret) is None
    assert _admitted(desk, desk.event(secret, "detained", public)) is None
    assert _admitted(desk, desk.event(desk.case(public), "detained", public, level=RESTRICTED)) is None
    assert _admitted(desk, desk.event(desk.case(public), "sexual_violence", public)) is None
    telling = replace(NAMES, sensitive=frozenset({"sexual-violence"}))
    violence = desk.event(desk.case(public), "sexual_violence", public)
    assert _admitted(desk, violence, telling) is not None


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.CITATION, Kind.TERM])
def test_other_kinds_of_records_are_read_as_they_are(desk: Desk, kind: Kind) -> None:
    other = desk.other(kind, SECRET)
    assert _admitted(desk, other) == desk.records[other]


def test_fields_and_lists_that_are_kept_back_are_not_counted(desk: Desk) -> None:
    terms = [{"vocabulary": "occupation", "term": "poet"}]
    public = desk.party("Odal Brisk", sex="male", ethnicity="tibetan", terms=terms)
    desk.set_level(public, SECRET, "sex")
    desk.set_level(public, SECRET, "terms")
    found = _admitted(desk, public)
    assert found is not None
    assert (found.text("sex"), found.text("ethnicity"), list(found.values("terms"))) == ("", "tibetan", [])
    event = desk.event(desk.case(public), "detained", public, level=PUBLIC, date="2020")
    desk.set_level(event, SECRET, "date")
    made = _admitted(desk, event)
    assert made is not None
    assert (made.text("date"), made.text("case")) == ("", desk.records[event].text("case"))


@pytest.mark.parametrize(
    ("of_event", "of_place"), [(None, PUBLIC), (SECRET, PUBLIC), (None, None), (None, SECRET)]
)
def test_in_what_kind_of_place_somebody_is_held_is_counted_where_the_place_may_be_told(
    desk: Desk, of_event: Visibility | None, of_place: Visibility | None
) -> None:
    prison = Record(kind=Kind.PLACE, id=new_id()).with_fields(kind="prison")
    desk.add(prison, of_place)
    event = desk.event(desk.case(public := desk.party("Odal Brisk")), "detained", public)
    there = desk.records[event].with_fields(place=prison.id)
    there = there if of_event is None else there.with_visibility(of_event, "place")
    desk.records[event] = replace(there, facility="prison")
    made, place = _admitted(desk, event), _admitted(desk, prison.id)
    assert made is not None
    assert place is not None
    assert made.facility == ("prison" if (of_event, of_place) == (None, PUBLIC) else "")
    assert place.text("kind") == ("prison" if of_place is PUBLIC else "")
