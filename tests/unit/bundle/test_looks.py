"""Plain is what only adds: what falsifies evidence, words, places or names is never taken over unseen."""

from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions import evidence
from hrddesk.bundle import queue, review
from hrddesk.bundle.looks import Look
from hrddesk.bundle.merge import Side
from hrddesk.bundle.reviewed import ReviewItem
from hrddesk.jobs import Job, silent
from hrddesk.records import vocabulary
from hrddesk.records.kinds import Kind, Visibility
from hrddesk.records.record import Element, ElementId, Record, RecordId
from hrddesk.store import publications
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, TWO, case, hand_over, put


def the(of: Kind, **fields: Any) -> Record:
    return Record(of, ONE, fields)


def party(*elements: tuple[str, str], kind: str = "main", **fields: Any) -> Record:
    """Make a person; the first name is a main one, the others of `kind`."""
    names: dict[ElementId, Element] = {
        ElementId(key): {"name": name, "kind": kind if at else "main", "pos": 0}
        for at, (key, name) in enumerate(elements)
    }
    return Record(Kind.PARTY, ONE, fields or {"kind": "person"}, {"names": names} if names else {})


def shared(desks: Desks, tmp_path: Path, record: Record) -> None:
    """Let both desks have a record."""
    put(desks.documenter, record)
    hand_over(desks, tmp_path)
    review.accept(desks.coordinator, 1, None, Job())


def sent(desks: Desks, tmp_path: Path, record: Record) -> ReviewItem:
    """Let the documenter change it, and return how the coordinator sees that."""
    put(desks.documenter, record)
    number = hand_over(desks, tmp_path).review
    return next(
        item for item in review.review(desks.coordinator, number, Job()).items if item.record.id == record.id
    )


def is_taken_unseen(desks: Desks) -> bool:
    before = desks.coordinator.store.find(ONE)
    taken, _ = queue.accept_plain(desks.coordinator, None, Job())
    assert sum(each.taken + each.left for each in taken) == 1
    return desks.coordinator.store.find(ONE) != before


CHANGES = [
    *(
        (
            the(Kind.EVIDENCE, title="a file", **{name: old}),
            the(Kind.EVIDENCE, title="a file", **{name: new}),
            Look.FILE,
        )
        for name, old, new in (
            ("sha256", "a" * 64, "b" * 64),
            ("size", 1, 2),
            ("media_type", "image/png", "image/jpeg"),
            ("original_name", "a.png", "b.png"),
            ("captured", "2020", "2021"),
            ("acquired", "2020", "2021"),
            ("from_whom", "a neighbour", "the police"),
            ("derived_from", TWO, "3" * 32),
        )
    ),
    (the(Kind.EVIDENCE, title="a file"), the(Kind.EVIDENCE, title="a file", captured="2020"), Look.FILE),
    (the(Kind.PLACE, kind="village"), the(Kind.PLACE, kind="province"), Look.PLACE),
    (the(Kind.PLACE, parent=TWO), the(Kind.PLACE, parent="3" * 32), Look.PLACE),
    (the(Kind.PLACE, name="Here"), the(Kind.PLACE, name="There"), Look.NAME),
    (party(("a", "Gou Lanting"), ("b", "Lan")), party(("a", "Gou Lanting")), Look.NAME),
    (party(("a", "Gou Lanting")), party(("a", "Gou Lantang")), Look.NAME),
    (party(("b", "Gou Lanting")), party(("a", "Someone Else"), ("b", "Gou Lanting")), Look.NAME),
    (the(Kind.SOURCE, type="family"), the(Kind.SOURCE, type="news"), Look.SOURCE),
    (the(Kind.SOURCE, title="Liesbeth Haverkamp"), the(Kind.SOURCE, title="A friend"), Look.NAME),
    (the(Kind.SOURCE, code_name="Heron"), the(Kind.SOURCE, code_name="Stork"), Look.SOURCE),
    (the(Kind.SOURCE, reliability="doubtful"), the(Kind.SOURCE, reliability="reliable"), Look.SOURCE),
    (
        the(Kind.CASE, title="a case"),
        the(Kind.CASE, title="a case").with_visibility(Visibility.SECRET),
        Look.LEVEL,
    ),
]


@pytest.mark.parametrize(("old", "new", "look"), CHANGES, ids=str)
def test_what_does_more_than_add_needs_a_look(
    desks: Desks, tmp_path: Path, old: Record, new: Record, look: Look
) -> None:
    shared(desks, tmp_path, old)
    item = sent(desks, tmp_path, new)
    assert item.looks == (look,)
    assert review.review(desks.coordinator, 2, Job()).looks == 1
    assert not is_taken_unseen(desks)


@pytest.mark.parametrize(
    ("record", "look"),
    [
        (the(Kind.TERM, vocabulary="event_type", code="detained", label_en="Released"), Look.TERM),
        (the(Kind.FIELD, owner="case", key="k", label_en="?", type="text"), Look.QUESTION),
        (the(Kind.QUERY, name="a", asks="search", query="{}"), Look.SEARCH),
        (the(Kind.QUERY, name="a", asks="profile", query="{}"), Look.SEARCH),
    ],
    ids=str,
)
def test_words_questions_and_profiles_need_a_look_when_they_are_new_too(
    desks: Desks, tmp_path: Path, record: Record, look: Look
) -> None:
    assert sent(desks, tmp_path, record).looks == (look,)
    assert not is_taken_unseen(desks)
    review.accept(desks.coordinator, 1, None, Job())
    assert desks.coordinator.store.get(ONE) == record


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (party(("a", "Gou Lanting")), party(("a", "Gou Lanting"), ("b", "Lan"), kind="nickname")),
        (the(Kind.CASE, title="old"), the(Kind.CASE, title="new")),
        (the(Kind.EVIDENCE, title="old"), the(Kind.EVIDENCE, title="new")),
        (the(Kind.PLACE, name="Here"), the(Kind.PLACE, name="Here", name_zh="此处")),
    ],
    ids=str,
)
def test_what_only_adds_is_plain(desks: Desks, tmp_path: Path, old: Record, new: Record) -> None:
    shared(desks, tmp_path, old)
    assert sent(desks, tmp_path, new).looks == ()
    assert is_taken_unseen(desks)


def test_a_text_that_was_reviewed_for_publication_needs_a_look(desks: Desks, tmp_path: Path) -> None:
    shared(desks, tmp_path, case(narrative="She was taken.", note="mine"))
    store = desks.coordinator.store
    with store.change("test"):
        publications.save_review(store.db, ONE, "narrative", "labels", "a digest", "me")
    assert sent(desks, tmp_path, case(narrative="She was taken.", note="more")).looks == ()
    assert is_taken_unseen(desks)
    assert sent(desks, tmp_path, case(narrative="She left.", note="more")).looks == (Look.TEXT,)
    assert not is_taken_unseen(desks)


def test_evidence_stays_the_file_that_it_is_whatever_is_accepted(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"what was filmed")
    evidence.add(desks.documenter, None, tmp_path / "a.txt", silent(), {"title": "old"})
    (record,) = desks.documenter.store.many(Kind.EVIDENCE, desks.documenter.store.tables.ids(Kind.EVIDENCE))
    hand_over(desks, tmp_path)
    review.accept(desks.coordinator, 1, None, Job())
    put(desks.documenter, record.with_fields(sha256="b" * 64, size=7, title="new"))
    number = hand_over(desks, tmp_path).review
    done = review.accept(desks.coordinator, number, None, Job(), take=Side.THEIRS, loosen=True)
    assert done.others == {record.id}
    here = desks.coordinator.store.get(record.id)
    assert (here.text("sha256"), here.fields["size"]) == (record.text("sha256"), record.fields["size"])
    assert here.text("title") == "new"
    assert desks.coordinator.store.blobs.known(record.text("sha256"))


def test_the_custody_log_says_what_a_bundle_changed(desks: Desks, tmp_path: Path) -> None:
    shared(desks, tmp_path, the(Kind.EVIDENCE, captured="2020", from_whom="a neighbour"))
    sent(desks, tmp_path, the(Kind.EVIDENCE, captured="2021"))
    review.accept(desks.coordinator, 2, None, Job())
    first, last = evidence.log(desks.coordinator, ONE)
    assert first.changed == ()
    assert (last.what, [(change.field, change.old, change.new) for change in last.changed]) == (
        "bundle.accepted",
        [("captured", "2020", "2021"), ("from_whom", "a neighbour", None)],
    )


def test_every_shipped_term_has_a_record_that_a_bundle_could_reword() -> None:
    """What the rule is for: the id of a shipped term is the same on every desk."""
    assert all(RecordId(term.id) for name in vocabulary.PLAIN for term in vocabulary.load(name).terms)
