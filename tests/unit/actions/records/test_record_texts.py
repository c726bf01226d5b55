"""Texts beside the first one: added, changed, searched, reviewed, published, merged, forgotten."""

import pytest

from hrddesk.actions.analysis import search
from hrddesk.actions.content_review import texts
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.records import cases, events, record_texts, sources
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.records.model.kinds import TEXTS, Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.texts.texts import Text, texts_of
from hrddesk.store.vault.session import Session
from tests.reading_through import read_through


@pytest.fixture
def case(session: Session) -> RecordId:
    """A case with a narrative in Chinese."""
    fields = {"title": "Willow Lane", "narrative": "他们在夜里来了。", "text_language": "zh-hans"}
    return cases.create(session, fields).result


def _texts(session: Session, record: RecordId) -> list[Text]:
    return texts_of(session.store.get(record))


def test_a_translation_is_added_changed_and_removed(session: Session, case: RecordId) -> None:
    said = {"body": "They came by night.", "language": "EN", "kind": "translation", "of": "1", "by": "heron"}
    record_texts.add(session, case, said)
    first, second = _texts(session, case)
    assert (first.language, second.language, second.of, second.by) == ("zh-Hans", "en", "narrative", "heron")
    act = record_texts.change(
        session, case, "2", {"body": "They came at night.", "checked": True}
    ).changes.act
    (_, changed) = _texts(session, case)
    assert (changed.field, changed.body, changed.checked) == (second.field, "They came at night.", True)
    assert changed.by == "heron"
    assert act is not None
    events.undo(session, act)
    assert _texts(session, case)[1] == second
    record_texts.change(session, case, "1", {"language": "zh-Hant"})
    assert _texts(session, case)[0].language == "zh-Hant"
    record_texts.remove(session, case, second.field)
    assert len(_texts(session, case)) == 1
    assert TEXTS not in session.store.get(case).lists


def test_other_texts_keep_their_identity_when_one_changes(session: Session, case: RecordId) -> None:
    record_texts.add(session, case, {"body": "one"})
    record_texts.add(session, case, {"body": "two"})
    before = session.store.get(case).lists[TEXTS]
    record_texts.change(session, case, "3", {"body": "three"})
    after = session.store.get(case).lists[TEXTS]
    assert list(before) == list(after)
    assert [item["body"] for item in after.values()] == ["one", "three"]


@pytest.mark.parametrize(
    ("which", "parts"),
    [
        ("3", {"body": "x"}),
        ("0", {"body": "x"}),
        ("texts/gone", {"body": "x"}),
        ("2", {"body": ""}),
        ("2", {"language": "not a language"}),
        ("2", {"of": "2"}),
        ("2", {"of": "7"}),
        ("1", {"kind": "transcript"}),
        ("2", {"body": "x" * 500_001}),
    ],
)
def test_what_is_no_text_is_refused_and_nothing_is_stored(
    session: Session, case: RecordId, which: str, parts: dict[str, str]
) -> None:
    record_texts.add(session, case, {"body": "They came by night."})
    before = session.store.get(case)
    with pytest.raises(InvalidValue):
        record_texts.change(session, case, which, parts)
    assert session.store.get(case) == before


def test_only_some_kinds_have_texts_and_a_first_one_stays(session: Session, case: RecordId) -> None:
    place = Record(kind=Kind.PLACE, id=new_id()).with_fields(kind="county")
    with session.store.change("test") as change:
        change.put(place)
    with pytest.raises(InvalidValue):
        record_texts.add(session, place.id, {"body": "x"})
    with pytest.raises(InvalidValue):
        record_texts.add(session, case, {"body": "  "})
    with pytest.raises(RecordNotFound):
        record_texts.add(session, RecordId("0" * 32), {"body": "x"})
    with pytest.raises(InvalidValue):
        record_texts.remove(session, case, "1")


@pytest.mark.parametrize("kind", [Kind.CASE, Kind.EVENT, Kind.SOURCE, Kind.EVIDENCE])
def test_a_text_is_found_in_its_place_until_it_goes(session: Session, kind: Kind) -> None:
    record = (
        Record(kind=kind, id=new_id()).with_fields(title="The mill")
        if kind is not Kind.EVENT
        else Record(kind=kind, id=new_id()).with_fields(type="detained")
    )
    with session.store.change("test") as change:
        change.put(record)
    record_texts.add(session, record.id, {"body": "The long interview. " * 400 + "The reservoir was empty."})
    (hit,) = search.find(session.store, "reservoir")
    (text,) = _texts(session, record.id)
    assert (hit.id, hit.field) == (record.id, text.field)
    assert hit.text[slice(*hit.span)] == "reservoir"
    record_texts.change(session, record.id, "1", {"body": "Nothing."})
    assert search.find(session.store, "reservoir") == []
    record_texts.remove(session, record.id, "1")
    assert search.find(session.store, "Nothing") == []


def test_each_text_is_reviewed_by_itself_and_again_when_it_changes(session: Session, case: RecordId) -> None:
    ref = session.store.get(case).text("ref")
    record_texts.add(session, case, {"body": "They came by night.", "language": "en", "of": "1"})
    field = _texts(session, case)[1].field

    def states() -> dict[str, TextState]:
        return {row.field: row.states["labels"] for row in texts.list_texts(session.store)}

    assert states() == {"narrative": TextState.UNREVIEWED, field: TextState.UNREVIEWED}
    read_through(session, f"{ref}:2", "labels")
    assert states() == {"narrative": TextState.UNREVIEWED, field: TextState.REVIEWED}
    record_texts.change(session, case, "2", {"checked": True})
    assert states()[field] is TextState.REVIEWED
    record_texts.change(session, case, "2", {"body": "They came at night."})
    assert states()[field] is TextState.CHANGED
    read_through(session, f"{ref}:{field}", "labels")
    assert states()[field] is TextState.REVIEWED
    cases.edit(session, case, {"narrative": "他们早上来了。"})
    assert states() == {"narrative": TextState.UNREVIEWED, field: TextState.CHANGED}


def test_texts_of_sources_and_evidence_are_never_offered_for_print(session: Session) -> None:
    source = sources.create(session, {"title": "the neighbour", "type": "witness"}).result
    record_texts.add(session, source, {"body": "She saw two cars.", "kind": "transcript"})
    assert texts.list_texts(session.store) == []
    with pytest.raises(InvalidValue):
        texts.occurrences(session, f"{source}:1", "labels")
