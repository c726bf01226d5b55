"""Whoever may be seen in a picture: named, covered or asked, or the picture stays behind."""

import pytest

from hrddesk.actions.content_review import pictures
from hrddesk.actions.records import cases, events, evidence, parties, visibility
from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.profiles import ids
from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.pictures import PictureState
from hrddesk.store.vault.session import Session
from tests.unit.actions.picture_desk import BOX, SIZE, preview, ready
from tests.unit.actions.picture_desk import add as add
from tests.unit.actions.picture_desk import case as case
from tests.unit.actions.picture_desk import gate as gate
from tests.unit.actions.picture_desk import profiles as profiles


@pytest.mark.parametrize(("others", "boxes"), [("", True), ("yes", True), ("covered", False)])
def test_a_picture_in_which_others_may_be_seen_does_not_go_out(
    session: Session, gate: RecordId, others: str, boxes: bool
) -> None:
    ready(session, gate)
    evidence.edit(session, gate, {"others": others})
    if not boxes:
        pictures.draw(session, gate, "mine", [], SIZE)
    assert pictures.look(session, gate, "mine").state is PictureState.OPEN
    with pytest.raises(InvalidValue, match="cover them or ask them"):
        pictures.review(session, gate, "mine")
    shown = preview(session)
    assert shown.model.images == ()
    assert shown.left_out[LeftOut.OTHERS] == 1


def test_a_face_goes_out_uncovered_only_beside_the_name(
    session: Session, case: RecordId, gate: RecordId
) -> None:
    """Whoever stands under a label, or not at all, would be known by it."""
    (vero,) = (RecordId(str(item["party"])) for item in session.store.get(case).values("parties"))
    evidence.edit(session, gate, {}, {"about": [{"record": vero, "how": "depicts"}]})
    ready(session, gate, boxes=())
    assert len(preview(session).model.images) == 1
    hidden = preview(session, label=frozenset([vero]))
    assert (hidden.model.images, hidden.left_out[LeftOut.FACE]) == ((), 1)
    ready(session, gate)  # one box, over whomever
    hidden = preview(session, label=frozenset([vero]))
    assert (hidden.model.images, hidden.left_out[LeftOut.FACE]) == ((), 1)
    pictures.review(session, gate, "mine", covered=[vero])
    assert len(preview(session, label=frozenset([vero])).model.images) == 1
    pictures.draw(session, gate, "mine", [Box(0, 0, 9, 9)], SIZE)
    assert preview(session).left_out[LeftOut.CHANGED_PICTURE] == 1  # the face may be open now


def test_of_everybody_without_a_name_the_reviewer_says_that_the_face_is_covered(
    session: Session, case: RecordId, gate: RecordId
) -> None:
    (vero,) = (RecordId(str(item["party"])) for item in session.store.get(case).values("parties"))
    nan = parties.create(session, {"kind": "person"}, {"names": [{"name": "Nan Shu"}]}).result
    hidden = [nan, vero]
    for who in hidden:
        visibility.set_many(session, [who], "secret")
    gone = RecordId("ab" * 16)
    event = events.add(session, case, {"type": "detained"}).result
    shown = [{"record": who, "how": "depicts"} for who in (*hidden, event)]
    evidence.edit(session, gate, {"others": "covered"}, {"about": shown})
    record = session.store.get(gate)
    with session.store.change("test") as change:
        change.put(
            record.with_elements("about", [*record.values("about"), {"record": gone, "how": "depicts"}])
        )
    pictures.draw(session, gate, "mine", [], SIZE)
    pictures.describe(session, gate, "mine", "A gate", "")
    faces = pictures.look(session, gate, "mine").faces
    assert {(face.party, face.name, face.is_named) for face in faces} == {
        (vero, "Vero Lunt", False),
        (nan, "Nan Shu", False),
        (gone, "", False),
    }
    everybody = [*hidden, gone]
    pictures.draw(session, gate, "mine", [BOX], SIZE)
    for covered, others in (
        (hidden, True),
        ([nan, gone], True),
        (everybody, False),
        ([*everybody, event], True),
    ):
        with pytest.raises(InvalidValue) as told:
            pictures.review(session, gate, "mine", covered=covered, others=others)
        assert told.value.details["field"] == "covered"
    view = pictures.review(session, gate, "mine", covered=everybody, others=True).result
    assert view.state is PictureState.REVIEWED
    (mine,) = ids(session.store, ["mine"])
    kept = review_records.of_picture(session.store, gate, mine)
    assert kept is not None
    assert kept.review is not None
    assert (set(kept.review.covered), kept.review.others) == (set(everybody), True)
    with session.store.change("test") as change:
        change.put(session.store.get(gate).with_fields(others="consented"))
    assert pictures.look(session, gate, "mine").state is PictureState.CHANGED
    pictures.draw(session, gate, "mine", [], SIZE)
    with pytest.raises(InvalidValue, match="no box"):
        pictures.review(session, gate, "mine", covered=everybody)


def test_people_of_every_case_of_a_picture_are_asked_about(
    session: Session, case: RecordId, gate: RecordId
) -> None:
    other = cases.create(session, {"title": "The dam"}).result
    refused = {
        "names": [{"name": "Nan Shu"}],
        "consents": [{"consent": "refused", "given_by": "self", "date": "2023"}],
    }
    parties.create(session, {"kind": "person"}, refused, other, "subject")
    with session.store.change("test") as change:
        change.put(session.store.get(other).with_visibility(Visibility.PUBLIC))
    evidence.edit(session, gate, {}, {"cases": [{"case": case}, {"case": other}]})
    ready(session, gate)
    shown = preview(session, cases=(case,))
    assert (shown.model.images, shown.left_out[LeftOut.UNPICTURED]) == ((), 1)


def test_a_picture_of_somebody_who_agreed_to_none_does_not_go_out(session: Session, gate: RecordId) -> None:
    refused = {
        "names": [{"name": "Nan Shu"}],
        "consents": [{"consent": "refused", "given_by": "self", "date": "2023"}],
    }
    who = parties.create(session, {"kind": "person"}, refused).result
    evidence.edit(session, gate, {}, {"about": [{"record": who, "how": "mentions"}]})
    ready(session, gate)
    assert len(preview(session).model.images) == 1
    evidence.edit(session, gate, {}, {"about": [{"record": who, "how": "depicts"}]})
    pictures.review(session, gate, "mine", covered=[who])
    shown = preview(session)
    assert shown.left_out[LeftOut.UNPICTURED] == 1
    assert shown.model.images == ()


@pytest.mark.parametrize("others", ["none", "covered", "consented"])
def test_a_picture_goes_out_whose_others_are_nobody_covered_or_asked(
    session: Session, gate: RecordId, others: str
) -> None:
    evidence.edit(session, gate, {"others": others})
    ready(session, gate)
    assert len(preview(session).model.images) == 1
