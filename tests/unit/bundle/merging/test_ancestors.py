"""What both sides had before they changed it apart, as far as the history tells."""

from pathlib import Path

from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.review.review_items import ReviewItem
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record
from hrddesk.records.model.versions import WHOLE
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, case, delete, hand_over, put


def _review(desks: Desks, folder: Path) -> tuple[int, ReviewItem]:
    number = hand_over(desks, folder).review
    (item,) = acceptance.review(desks.coordinator, number, Job()).items
    return number, item


def _share(desks: Desks, folder: Path, **fields: str) -> None:
    put(desks.documenter, case(ONE, **fields))
    acceptance.accept(desks.coordinator, _review(desks, folder)[0], None, Job(), take=Side.THEIRS)


def test_the_value_that_both_began_from_is_found_behind_several_changes(desks: Desks, tmp_path: Path) -> None:
    _share(desks, tmp_path, title="first")
    _share(desks, tmp_path, title="shared", note="theirs only", status="open")
    for title in ("one", "two"):
        put(desks.coordinator, case(title=title, note="theirs only", status="open"))
    put(desks.documenter, case(title="three", note="changed", status="open"))
    _, item = _review(desks, tmp_path)
    assert dict(item.bases) == {"title": "shared", "note": "theirs only"}


def test_what_was_not_set_before_is_known_to_be_nothing(desks: Desks, tmp_path: Path) -> None:
    _share(desks, tmp_path, title="shared", note="a")
    _share(desks, tmp_path, title="shared")
    put(desks.coordinator, case(title="shared", note="ours"))
    put(desks.documenter, case(title="shared", note="theirs"))
    assert dict(_review(desks, tmp_path)[1].bases) == {"note": None}


def test_what_was_never_set_before_is_known_to_be_nothing_too(desks: Desks, tmp_path: Path) -> None:
    _share(desks, tmp_path, title="shared")
    put(desks.coordinator, case(title="shared", note="ours"))
    put(desks.documenter, case(title="shared", note="theirs"))
    assert dict(_review(desks, tmp_path)[1].bases) == {"note": None}


def test_what_the_two_never_shared_has_nothing_before_it(desks: Desks, tmp_path: Path) -> None:
    put(desks.coordinator, case(title="ours"))
    put(desks.documenter, case(title="theirs"))
    assert dict(_review(desks, tmp_path)[1].bases) == {}


def test_of_a_record_that_one_side_deleted_all_is_known(desks: Desks, tmp_path: Path) -> None:
    _share(desks, tmp_path, title="shared")
    put(desks.documenter, case(title="theirs"))
    delete(desks.coordinator, ONE)
    _, item = _review(desks, tmp_path)
    assert dict(item.bases) == {WHOLE: False, "title": "shared"}
    put(desks.coordinator, case(title="again", note="new"))
    assert dict(_review(desks, tmp_path)[1].bases) == {"title": "shared"}


def test_an_element_has_what_it_said_before(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, case(title="shared").with_elements("tags", [{"text": "a"}]))
    acceptance.accept(desks.coordinator, _review(desks, tmp_path)[0], None, Job())
    (name,) = desks.coordinator.store.get(ONE).lists["tags"]
    for session, text in ((desks.documenter, "theirs"), (desks.coordinator, "ours")):
        tag: Element = {"text": text, "pos": 0}
        put(session, Record(kind=Kind.CASE, id=ONE, fields={"title": "shared"}, lists={"tags": {name: tag}}))
    assert dict(_review(desks, tmp_path)[1].bases) == {f"tags/{name}": {"text": "a", "pos": 0}}


def test_what_was_forgotten_is_not_known(desks: Desks, tmp_path: Path) -> None:
    _share(desks, tmp_path, title="shared")
    put(desks.coordinator, case(title="ours"))
    put(desks.documenter, case(title="theirs"))
    with desks.coordinator.store.change("test"):
        last = desks.coordinator.store.history.of_record(ONE)[-1].number
        desks.coordinator.store.history.erase(ONE, last)
    assert dict(_review(desks, tmp_path)[1].bases) == {}
