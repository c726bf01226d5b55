"""Plain is what only adds: what changes or removes anything that is here is never taken over unseen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.records import evidence
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.bundle.merging.merge import MergeState, Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance, queue
from hrddesk.bundle.review.review_items import ReviewItem
from hrddesk.bundle.review.review_reasons import ReviewReason
from hrddesk.records.model.field_specs import FieldSpec, FieldType, Visibility
from hrddesk.records.model.kinds import PROTECTED, SPECS, TRAVELLING, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value, new_id
from hrddesk.records.names import shipped_places
from hrddesk.records.terms import vocabulary
from hrddesk.store.records.forwarding import forward_id
from hrddesk.system.jobs import Job, silent
from tests.unit.bundle.forge import Desks
from tests.unit.bundle.hands import ONE, TWO, case, delete, give, hand_over, put


def the(of: Kind, **fields: Any) -> Record:
    labels = fields.pop("labels", {})
    return Record(kind=of, id=ONE, fields=fields).with_labels(labels)


HERE = {"en": "Here"}


def party(*elements: tuple[str, str], kind: str = "main", script: str = "Latn", **fields: str) -> Record:
    """Make a person; the first name is a main one in `script`, the others are of `kind`."""
    names: dict[ElementId, Element] = {
        ElementId(key): {
            "name": name,
            "kind": kind if at else "main",
            "script": "Latn" if at else script,
            "pos": 0,
        }
        for at, (key, name) in enumerate(elements)
    }
    return Record(
        kind=Kind.PARTY, id=ONE, fields={"kind": "person", **fields}, lists={"names": names} if names else {}
    )


def shared(desks: Desks, tmp_path: Path, record: Record) -> None:
    """Let both desks have a record."""
    put(desks.documenter, record)
    hand_over(desks, tmp_path)
    acceptance.accept(desks.coordinator, 1, None, Job())


def sent(desks: Desks, tmp_path: Path, record: Record) -> ReviewItem:
    """Let the documenter change it, and return how the coordinator sees that."""
    put(desks.documenter, record)
    number = hand_over(desks, tmp_path).review
    return next(
        item
        for item in acceptance.review(desks.coordinator, number, Job()).items
        if item.record.id == record.id
    )


def is_taken_unseen(desks: Desks) -> bool:
    before = desks.coordinator.store.find(ONE)
    taken = queue.accept_plain(desks.coordinator, None, Job()).result
    assert sum(each.taken + each.left for each in taken) == 1
    return desks.coordinator.store.find(ONE) != before


_REGROUPED = {(Kind.EVENT, "case"), (Kind.PARTY, "kind"), (Kind.PARTY, PROTECTED)}  # a yes of its own
_ALWAYS = {Kind.TERM, Kind.FIELD, Kind.QUERY, Kind.FORWARD}
_HERE = {Kind.EVENT: {"type": "detained"}, Kind.EVIDENCE: {"note": "a file"}}


def _values(field: FieldSpec) -> tuple[Value, Value]:
    """Return two values of a field."""
    if field.type is FieldType.NUMBER:
        return 1, 2
    if field.type is FieldType.FLAG:
        return False, True
    if field.name in ("language", "text_language"):
        return "en", "ug"
    if field.type is FieldType.POINT:
        return "1,2", "1,2.5;u=30"
    return (TWO, "3" * 32) if field.type is FieldType.RECORD else ("2020", "2021")


def _changes() -> Iterator[tuple[Record, Record]]:
    """Yield every field, and every element of a list, of every kind: changed, and removed."""
    for kind in TRAVELLING:
        if kind in _ALWAYS:
            continue
        stays = _HERE.get(kind, {})
        for field in SPECS[kind].fields:
            if (kind, field.name) not in _REGROUPED:
                old, new = _values(field)
                record = Record(kind=kind, id=new_id(), fields={**stays, field.name: old})
                yield record, record.with_fields(**{field.name: new})
                record = replace(record, id=new_id())
                yield record, record.with_fields(**{field.name: None})
        for item in SPECS[kind].lists:
            if item.name not in ("visibility", "parties", "cases"):
                old, new = _values(item.fields[0])
                key, name = ElementId("a"), item.fields[0].name
                record = Record(
                    kind=kind, id=new_id(), fields=stays, lists={item.name: {key: {name: old, "pos": 0}}}
                )
                yield record, replace(record, lists={item.name: {key: {name: new, "pos": 0}}})
                record = replace(record, id=new_id())
                yield record, replace(record, lists={})


FIRST_VALUES = [
    *(
        (
            the(Kind.EVIDENCE, title="a file"),
            the(Kind.EVIDENCE, title="a file", **{name: value}),
            ReviewReason.FILE,
        )
        for name, value in (
            ("sha256", "a" * 64),
            ("size", 1),
            ("media_type", "image/png"),
            ("original_name", "a.png"),
            ("captured", "2020"),
            ("acquired", "2020"),
            ("from_whom", "a neighbour"),
            ("derived_from", TWO),
            ("metadata", "GPS"),
        )
    ),
    (the(Kind.PLACE, labels=HERE), the(Kind.PLACE, labels=HERE, kind="province"), ReviewReason.PLACE),
    (the(Kind.PLACE, labels=HERE), the(Kind.PLACE, labels=HERE, parent=TWO), ReviewReason.PLACE),
    (
        the(Kind.EVIDENCE, title="a file"),
        the(Kind.EVIDENCE, title="a file", others="none"),
        ReviewReason.SHOWN,
    ),
    (
        the(Kind.EVIDENCE, title="a file"),
        the(Kind.EVIDENCE, title="a file").with_elements("about", [{"record": TWO, "how": "depicts"}]),
        ReviewReason.SHOWN,
    ),
    (party(("b", "Gou Lanting")), party(("a", "Someone Else"), ("b", "Gou Lanting")), ReviewReason.NAME),
    (
        party(("b", "Gou Lanting")),
        party(("a", "Someone Else"), ("b", "Gou Lanting"), script="Hans"),
        ReviewReason.NAME,
    ),
    (party(("b", "Гоу")), party(("a", "Someone Else"), ("b", "Гоу")), ReviewReason.NAME),
    (
        the(Kind.PARTY, kind="person"),
        the(Kind.PARTY, kind="person").with_elements("consents", [{"consent": "cannot_be_asked"}]),
        ReviewReason.CONSENT,
    ),
    (
        the(Kind.EVENT, type="detained"),
        the(Kind.EVENT, type="detained", assertion="refuted"),
        ReviewReason.FACT,
    ),
    (the(Kind.EVENT, type="detained"), the(Kind.EVENT, type="detained", country="HK"), ReviewReason.LAW),
    (the(Kind.CASE, title="a case"), the(Kind.CASE, title="a case", country="HK"), ReviewReason.LAW),
    (the(Kind.CITATION, quote="x"), the(Kind.CITATION, quote="x", stance="contradicts"), ReviewReason.CITED),
    (the(Kind.SOURCE, title="x"), the(Kind.SOURCE, title="x", type="news"), ReviewReason.SOURCE),
    (the(Kind.SOURCE, title="x"), the(Kind.SOURCE, title="x", code_name="Stork"), ReviewReason.SOURCE),
    *(
        (the(Kind.SOURCE, title="x"), the(Kind.SOURCE, title="x", **{name: "2020"}), ReviewReason.SOURCE)
        for name in ("kind", "attribution", "credit", "consented")
    ),
    (the(Kind.SOURCE, title="x"), the(Kind.SOURCE, title="x", reliability="reliable"), ReviewReason.SOURCE),
    (
        the(Kind.CASE, title="a case"),
        the(Kind.CASE, title="a case").with_visibility(Visibility.SECRET),
        ReviewReason.LEVEL,
    ),
]


def test_whatever_is_changed_or_removed_needs_a_look(desks: Desks, tmp_path: Path) -> None:
    changes = list(_changes())
    put(desks.documenter, *(old for old, _ in changes))
    hand_over(desks, tmp_path)
    acceptance.accept(desks.coordinator, 1, None, Job())
    put(desks.documenter, *(new for _, new in changes))
    found = acceptance.review(desks.coordinator, hand_over(desks, tmp_path).review, Job())
    assert found.needs_me == len(changes) > 100
    for item in found.items:
        assert ReviewReason.CHANGED in item.looks, item.record
    (taken,) = queue.accept_plain(desks.coordinator, None, Job()).result
    assert (taken.taken, taken.left) == (0, len(changes))


@pytest.mark.parametrize(("old", "new", "look"), FIRST_VALUES, ids=lambda value: getattr(value, "kind", None))
def test_some_first_values_need_a_look(
    desks: Desks, tmp_path: Path, old: Record, new: Record, look: ReviewReason
) -> None:
    shared(desks, tmp_path, old)
    item = sent(desks, tmp_path, new)
    assert item.looks == (look,)
    assert acceptance.review(desks.coordinator, 2, Job()).needs_me == 1
    assert not is_taken_unseen(desks)


@pytest.mark.parametrize(
    ("record", "look"),
    [
        (
            the(Kind.TERM, vocabulary="event_type", code="detained", labels={"en": "Released"}),
            ReviewReason.TERM,
        ),
        (the(Kind.FIELD, owner="case", key="k", type="text", labels={"en": "?"}), ReviewReason.QUESTION),
        (the(Kind.QUERY, name="a", asks="search", query="{}"), ReviewReason.SEARCH),
        (the(Kind.QUERY, name="a", asks="profile", query="{}"), ReviewReason.SEARCH),
    ],
    ids=str,
)
def test_words_questions_and_profiles_need_a_look_when_they_are_new_too(
    desks: Desks, tmp_path: Path, record: Record, look: ReviewReason
) -> None:
    assert sent(desks, tmp_path, record).looks == (look,)
    assert not is_taken_unseen(desks)
    acceptance.accept(desks.coordinator, 1, None, Job())
    assert desks.coordinator.store.get(ONE) == record


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (party(("a", "Gou Lanting")), party(("a", "Gou Lanting"), ("b", "Lan"), kind="nickname")),
        (party(("a", "Gou Lanting")), party(("a", "Gou Lanting"), sex="female")),
        (the(Kind.CASE, title="old"), the(Kind.CASE, title="old", narrative="She was taken.")),
        (
            the(Kind.CASE, title="old"),
            the(Kind.CASE, title="old").with_elements("tags", [{"text": "a tag"}]),
        ),
        (the(Kind.EVIDENCE, note="old"), the(Kind.EVIDENCE, note="old", title="new")),
        (the(Kind.PLACE, labels=HERE), the(Kind.PLACE, labels={**HERE, "zh-Hans": "此处"})),
    ],
    ids=("nickname", "sex", "narrative", "tag", "title", "Chinese name"),
)
def test_what_only_adds_is_plain(desks: Desks, tmp_path: Path, old: Record, new: Record) -> None:
    shared(desks, tmp_path, old)
    assert sent(desks, tmp_path, new).looks == ()
    assert is_taken_unseen(desks)


def cites(source: RecordId, of: RecordId = ONE) -> Record:
    return Record(kind=Kind.CITATION, id=new_id()).with_fields(record=of, source=source)


def test_a_source_for_what_is_here_needs_a_look(desks: Desks, tmp_path: Path) -> None:
    """One that anybody may read would silence the warning that only one person told it."""
    shared(desks, tmp_path, the(Kind.EVENT, type="detained"))
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="released")
    paper = Record(kind=Kind.SOURCE, id=new_id()).with_fields(type="news", title="A newspaper")
    film = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(title="a film", sha256="a" * 64)
    citations = [cites(paper.id), cites(film.id), cites(paper.id, event.id), cites(new_id())]
    put(desks.documenter, event, paper, film, *citations)
    number = hand_over(desks, tmp_path).review
    items = {item.record.id: item for item in acceptance.review(desks.coordinator, number, Job()).items}
    assert [items[each.id].looks for each in citations] == [
        (ReviewReason.CITED,),
        (),
        (),
        (ReviewReason.CITED,),
    ]
    queue.accept_plain(desks.coordinator, None, Job())
    here = {item.id for item in desks.coordinator.store.all(Kind.CITATION)}
    assert here == {citations[1].id, citations[2].id}
    acceptance.accept(desks.coordinator, number, None, Job())
    put(desks.documenter, *citations)
    again = acceptance.review(desks.coordinator, hand_over(desks, tmp_path).review, Job())
    assert again.needs_me == 0


def test_a_source_for_what_was_merged_here_needs_a_look(desks: Desks, tmp_path: Path) -> None:
    shared(desks, tmp_path, party(("a", "Gou Lanting")))
    merged = Record(kind=Kind.PARTY, id=TWO, fields={"kind": "person"})
    put(desks.coordinator, merged)
    with desks.coordinator.store.change("test") as change:
        change.put(Record(kind=Kind.FORWARD, id=forward_id(TWO)).with_fields(merged=TWO, kept=ONE))
    assert desks.coordinator.store.find(TWO) is None
    paper = Record(kind=Kind.SOURCE, id=new_id()).with_fields(type="news", title="A newspaper")
    citation = cites(paper.id, TWO)
    put(desks.documenter, paper)
    assert sent(desks, tmp_path, citation).looks == (ReviewReason.CITED,)


def test_a_source_that_a_citation_gets_needs_a_look(desks: Desks, tmp_path: Path) -> None:
    for name, value in (("source", TWO), ("record", TWO)):
        citation = Record(kind=Kind.CITATION, id=new_id()).with_fields(quote="it stood there")
        put(desks.documenter, citation)
        acceptance.accept(desks.coordinator, hand_over(desks, tmp_path).review, None, Job())
        assert sent(desks, tmp_path, citation.with_fields(**{name: value})).looks == (ReviewReason.CITED,)


def test_what_was_removed_here_does_not_come_back_unseen(desks: Desks, tmp_path: Path) -> None:
    """Its sender had seen the removal, so it is no conflict; and no value of ours stands in its place."""
    shared(desks, tmp_path, case(title="a case", narrative="She hides at the mill."))
    put(desks.coordinator, case(title="a case"))
    back = give(desks.coordinator, desks.documenter, tmp_path)
    acceptance.accept(desks.documenter, read.read(desks.documenter, back, Job()).review, None, Job())
    item = sent(desks, tmp_path, case(title="a case", narrative="She hides at the mill."))
    assert item.merged.state is MergeState.CHANGED
    assert item.looks == (ReviewReason.CHANGED,)
    assert not is_taken_unseen(desks)


def test_a_deletion_is_said_once(desks: Desks, tmp_path: Path) -> None:
    shared(desks, tmp_path, case(title="a case"))
    delete(desks.documenter, ONE)
    (item,) = acceptance.review(desks.coordinator, hand_over(desks, tmp_path).review, Job()).items
    assert item.deletes
    assert item.looks == ()
    assert not is_taken_unseen(desks)


def test_evidence_stays_the_file_that_it_is_whatever_is_accepted(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"what was filmed")
    evidence.add(desks.documenter, None, tmp_path / "a.txt", silent(), {"title": "old"})
    (record,) = desks.documenter.store.many(Kind.EVIDENCE, desks.documenter.store.tables.ids(Kind.EVIDENCE))
    hand_over(desks, tmp_path)
    acceptance.accept(desks.coordinator, 1, None, Job())
    put(desks.documenter, record.with_fields(sha256="b" * 64, size=7, title="new"))
    number = hand_over(desks, tmp_path).review
    done = acceptance.accept(desks.coordinator, number, None, Job(), take=Side.THEIRS, loosen=True)
    assert done.others == {record.id}
    here = desks.coordinator.store.get(record.id)
    assert (here.text("sha256"), here.fields["size"]) == (record.text("sha256"), record.fields["size"])
    assert here.text("title") == "new"
    assert desks.coordinator.store.blobs.known(record.text("sha256"))


def test_the_custody_log_says_what_a_bundle_changed(desks: Desks, tmp_path: Path) -> None:
    shared(desks, tmp_path, the(Kind.EVIDENCE, captured="2020", from_whom="a neighbour"))
    sent(desks, tmp_path, the(Kind.EVIDENCE, captured="2021"))
    acceptance.accept(desks.coordinator, 2, None, Job())
    first, last = (entry for entry in evidence.log(desks.coordinator, ONE) if not entry.is_received)
    assert first.changed == ()
    assert (last.what, [(change.field, change.old, change.new) for change in last.changed]) == (
        "bundle.accepted",
        [("captured", "2020", "2021"), ("from_whom", "a neighbour", None)],
    )


def test_every_shipped_term_has_a_record_that_a_bundle_could_reword() -> None:
    """What the rule is for: the id of a shipped term is the same on every desk."""
    assert all(RecordId(term.id) for name in vocabulary.PLAIN for term in vocabulary.load(name).terms)


def test_a_deletion_of_what_never_was_here_keeps_no_shipped_place_away(desks: Desks, tmp_path: Path) -> None:
    country = next(iter(shipped_places.listed().values()))
    put(desks.documenter, country.record(country.parent), case())
    delete(desks.documenter, country.id)
    hand_over(desks, tmp_path)
    queue.accept_plain(desks.coordinator, None, Job())
    assert desks.coordinator.store.version(country.id) is not None
    assert Gazetteer(desks.coordinator.store, with_shipped=True).meant(country.labels["en"]) == [country.id]
