"""A reference belongs to one record, whichever way a record gets one."""

from pathlib import Path

import pytest

from hrddesk.actions.records import cases, evidence, parties
from hrddesk.actions.records.editing import Fields
from hrddesk.errors import InvalidValue, ReferenceTaken
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent


def _ref(session: Session, record: RecordId) -> str:
    return session.store.get(record).text("ref")


def _party(session: Session, fields: Fields) -> RecordId:
    return parties.create(session, fields, {"names": [{"name": "Odal Brisk"}]}).result


def test_a_reference_that_is_taken_is_refused_by_every_form(session: Session, tmp_path: Path) -> None:
    first, second = (cases.create(session, {"title": "x"}).result for _ in range(2))
    party = _party(session, {})
    taken = _ref(session, first)
    paper = tmp_path / "paper"
    paper.write_bytes(b"x")
    for form in (
        lambda: cases.edit(session, second, {"ref": taken}),
        lambda: cases.edit(session, second, {"ref": f" {taken.lower()} "}),
        lambda: parties.edit(session, party, {"ref": taken}),
        lambda: cases.create(session, {"ref": taken}),
        lambda: parties.create(session, {"ref": taken}),
        lambda: evidence.add(session, None, paper, silent(), {"ref": taken}),
    ):
        with pytest.raises(ReferenceTaken, match=taken):
            form()
    assert [len(session.store.ids(kind)) for kind in (Kind.CASE, Kind.PARTY, Kind.EVIDENCE)] == [2, 1, 0]
    assert session.store.by_ref(taken).id == first


def test_a_free_one_is_taken_as_it_is_looked_up(session: Session) -> None:
    case = cases.create(session, {"title": "x", "ref": "mill-7"}).result
    assert session.store.by_ref("mill-7").id == case
    assert _ref(session, case) == "MILL-7"
    cases.edit(session, case, {"ref": "水坝.7"})
    assert session.store.by_ref("水坝.7").id == case
    party = _party(session, {"ref": "mill-7"})
    cases.edit(session, case, {"ref": "水坝.7", "title": "y"})
    assert _ref(session, party) == "MILL-7"


@pytest.mark.parametrize("ref", [None, "", "  ", "a b", "-a", "a:b", "x" * 65, "a\nb"])
def test_what_nobody_could_type_is_none(session: Session, ref: str | None) -> None:
    case = cases.create(session, {"title": "x"}).result
    with pytest.raises(InvalidValue, match="ref"):
        cases.edit(session, case, {"ref": ref})


def test_fresh_ones_pass_over_those_that_somebody_gave_by_hand(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    following = _ref(session, case)[:-1] + "2"
    cases.edit(session, case, {"ref": following})
    other = cases.create(session, {"title": "y"}).result
    assert _ref(session, other) == following[:-1] + "3"
