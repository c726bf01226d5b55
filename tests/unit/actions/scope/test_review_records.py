"""Reviews of texts and pictures are records that stay at home, with one history, undo and recycle bin."""

from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates, search
from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.interop import exports
from hrddesk.actions.records import cases, history
from hrddesk.actions.scope import profiles, review_records
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import AT_HOME, Kind
from hrddesk.records.model.record import RecordId, new_id
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.drafting.pictures import PictureReview, Retouched
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.actions.desk import SECRET, new_vault

TEXT = "It began at the mill."


@pytest.fixture
def case(session: Session) -> RecordId:
    return cases.create(session, {"title": "The mill", "narrative": TEXT}).result


def _worded(session: Session, case: RecordId, profile: str = "labels") -> RecordId:
    """Decide about a text and review it; return the record that holds this."""
    text_decisions.decide(session, case, profile, Decision(0, 2, How.WORDS, "All"))
    texts.review(session, case, profile)
    return list(session.store.ids(Kind.TEXT_REVIEW))[-1]


def test_a_text_and_a_profile_have_one_record_whose_id_nobody_else_can_guess(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    review = _worded(session, case)
    texts.unreview(session, case, "labels")
    assert _worded(session, case) == review
    assert _worded(session, case, "names") != review
    assert len(session.store.ids(Kind.TEXT_REVIEW)) == 2
    with Session.open(new_vault(tmp_path / "other.hrdv", "other"), SECRET) as other:
        parts = (Kind.TEXT_REVIEW, case, "narrative", "labels")
        assert session.store.own_id(*parts) == review
        assert other.store.own_id(*parts) != review


def test_a_review_is_in_the_history_in_the_bin_and_in_the_check_as_any_record(
    session: Session, case: RecordId
) -> None:
    review = _worded(session, case)
    assert [state.entry.what for state in history.states(session.store, review)] == [
        "text.decide labels",
        "text.review labels",
    ]
    for _ in range(2):
        history.undo(session)
    assert [item.id for item in history.deleted(session.store, AT_HOME)] == [review]
    history.revive(session, review)
    assert texts.occurrences(session, case, "labels").wording.decided == (Decision(0, 2, How.WORDS, "All"),)
    outside = session._held.connect()
    outside.execute("UPDATE text_review SET vouched = 'x'")
    outside.close()
    assert [(item.code, item.where[:8]) for item in check(session.reader, [], Job()).damage] == [
        ("record", review[:8])
    ]


def test_its_words_are_secret_and_nobody_finds_or_exports_them(
    session: Session, case: RecordId, tmp_path: Path
) -> None:
    record = session.store.get(_worded(session, case))
    fields, lists = record.spec.fields, record.spec.lists
    shown = [*(part.name for part in fields), *(part.name for part in lists)]
    levels = {name: record.visibility(name) for name in shown if name not in ("visibility", "keys")}
    assert set(levels.values()) == {Visibility.SECRET}
    assert [hit.id for hit in search.find(session.store, "began at the mill")] == [case]
    assert exports.run(session, tmp_path / "kit", "kit").left_out == {}
    with pytest.raises(ValueError, match="does not exist"):
        replace(NAMES, fields=NAMES.fields | {"text_review.original"})


def test_the_review_of_a_merged_record_falls_and_comes_back_when_the_merge_is_undone(
    session: Session, case: RecordId
) -> None:
    other = cases.create(session, {"title": "A mill", "narrative": TEXT}).result
    for each in (case, other):
        _worded(session, each)
    changes = duplicates.merge(session, case, other).changes
    (row,) = texts.list_texts(session.store, ["labels"])
    assert (row.record, row.states) == (case, {"labels": TextState.REVIEWED})
    key = profiles.key_of(session.store, "labels")
    assert {record for record, _ in review_records.of_texts(session.store, key)} == {case, other}
    history.undo(session, changes.act)
    rows = texts.list_texts(session.store, ["labels"])
    assert [row.states["labels"] for row in rows] == [TextState.REVIEWED, TextState.REVIEWED]


@pytest.mark.parametrize("wrong", [{"left": -1}, {"width": 0}, {"top": 2_000_000_000}])
def test_a_box_that_no_picture_has_lets_nothing_out(wrong: dict[str, int]) -> None:
    box = Box(1, 2, 3, 4)
    kept = Retouched(
        file="ab" * 32,
        size=(10, 10),
        boxes=(box,),
        alt="A mill",
        caption="",
        review=PictureReview(of="seen", alt="", caption="", time=5, who="wren"),
    )
    record = kept.to_record(new_id(), new_id(), "names")
    assert Retouched.of(record) == kept
    ((key, element),) = record.lists["boxes"].items()
    altered = replace(record, lists={"boxes": {key: {**element, **wrong}}})
    assert Retouched.of(altered) is None
