"""What one desk may write down fits into a bundle, and stays so when others add to its version."""

from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.bundle.review import acceptance
from hrddesk.errors import InvalidValue
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, case, hand_over, put, send

WIDEST = "\N{GRINNING FACE}"  # four bytes


def test_a_record_that_no_bundle_takes_is_refused_when_it_is_written(desks: Desks, tmp_path: Path) -> None:
    session = desks.documenter
    long = {"narrative": WIDEST * 500_000, "note": "x" * 200_000}
    before = session.store.history.head()
    with pytest.raises(InvalidValue) as caught:
        cases.create(session, long)
    assert caught.value.details["field"] == "narrative"
    assert session.store.history.head() == before
    most = int(str(caught.value.details["why"]).split()[0])
    assert most < 500_000
    made = cases.create(session, {**long, "narrative": WIDEST * (most // 4)}).result
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    cases.edit(desks.coordinator, made, {"title": "an answer"})  # the version is longer, and still it goes
    acceptance.accept(session, send(desks.coordinator, session, tmp_path).review, None, Job())
    assert session.store.get(made).text("title") == "an answer"


def test_a_record_that_grew_by_what_two_desks_wrote_is_refused(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(ONE, title="one"))
    acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
    cases.edit(desks.documenter, ONE, {"narrative": WIDEST * 300_000})
    cases.edit(desks.coordinator, ONE, {"note": WIDEST * 300_000})
    found = hand_over(desks, tmp_path)
    with pytest.raises(InvalidValue, match="too large"):
        acceptance.accept(desks.coordinator, found.review, None, Job())
    assert not desks.coordinator.store.get(ONE).text("narrative")
    cases.edit(desks.coordinator, ONE, {"note": "short"})
    acceptance.accept(desks.coordinator, found.review, None, Job())


def test_many_entries_without_a_long_text_are_bounded_too(desks: Desks) -> None:
    tags = [{"text": f"tag {number}"} for number in range(20_000)]
    with pytest.raises(InvalidValue, match="too large"):
        put(desks.documenter, case(ONE).with_elements("tags", tags))


def test_what_never_travels_is_refused_where_the_history_could_not_read_it(desks: Desks) -> None:
    picture = Record(kind=Kind.PICTURE_REVIEW, id=new_id()).with_fields(
        vouched=WIDEST * 9_000_000, alt_vouched=WIDEST * 9_000_000
    )
    with pytest.raises(InvalidValue, match="too large"):
        put(desks.documenter, picture)
