"""A free text is read with all that would give somebody away, and confirmed for one profile."""

import pytest

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.records import cases, events, parties, record_texts
from hrddesk.errors import InvalidValue, ProfileNotFound, RecordNotFound, TextUndecided
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.store.vault.session import Session
from tests.reading_through import read_through

TEXT = "昨天邬棠溪和 Vero Lunt 走了。棠溪电话13800138000。Quellor"
SUMMARY = "Marrowen and 棠溪 left early"


def _person(session: Session, *names: str, case: RecordId | None = None) -> RecordId:
    return parties.create(
        session, {"kind": "person"}, {"names": [{"name": name} for name in names]}, case, "subject"
    ).result


@pytest.fixture
def case(session: Session) -> RecordId:
    made = cases.create(session, {"title": "The mill", "narrative": TEXT, "note": "never"}).result
    _person(session, "邬棠溪", case=made)
    _person(session, "邬棠")
    _person(session, "Vero Lunt", case=made)
    _person(session, "Tamsin Quellor")
    return made


def _ref(session: Session, case: RecordId) -> str:
    return session.store.get(case).text("ref")


def test_a_reviewer_sees_every_occurrence_and_the_result(session: Session, case: RecordId) -> None:
    seen = texts.occurrences(session, _ref(session, case), "labels")
    assert [(item.text, item.occurrence.kind, item.people, item.becomes) for item in seen.found] == [
        ("邬棠溪", IdentifierKind.NAME, ("邬棠溪",), "人员?"),
        ("邬棠", IdentifierKind.NAME, ("邬棠",), None),
        ("Vero Lunt", IdentifierKind.NAME, ("Vero Lunt",), "人员?"),
        ("棠溪", IdentifierKind.PART, ("邬棠溪",), None),
        ("电话13800138000", IdentifierKind.PHONE, (), "[联系方式]"),
    ]
    assert [item.text for item in seen.found if item.decide] == ["棠溪"]
    assert seen.found[1].occurrence.inside == seen.found[0].occurrence.span
    assert seen.result == "昨天人员?和 人员? 走了。棠溪[联系方式]。Quellor"
    assert seen.state is TextState.UNREVIEWED
    english = cases.create(session, {"narrative": "Vero Lunt called 13800138000."}).result
    shown = texts.occurrences(session, _ref(session, english), "labels").found
    assert [item.becomes for item in shown] == [None, "[contact]"]  # nobody of the case


def test_a_review_holds_until_the_text_changes_or_somebody_in_it_becomes_known(
    session: Session, case: RecordId
) -> None:
    ref = f"{_ref(session, case)}:narrative"
    cases.create(session, {"title": "Nothing written yet"})

    def states() -> list[dict[str, TextState]]:
        return [row.states for row in texts.list_texts(session.store)]

    assert states() == [{"names": TextState.UNREVIEWED, "labels": TextState.UNREVIEWED}]
    seen, changes = read_through(session, ref, "names")
    assert changes.cases == {case}
    assert states() == [{"names": TextState.REVIEWED, "labels": TextState.UNREVIEWED}]
    assert texts.occurrences(session, ref, "names").state is TextState.REVIEWED
    _person(session, "Odal Brisk")
    assert states()[0]["names"] is TextState.REVIEWED
    _person(session, "昨天")
    assert states()[0]["names"] is TextState.CHANGED
    read_through(session, ref, "names")
    cases.edit(session, case, {"narrative": TEXT + "！"})
    assert states()[0]["names"] is TextState.CHANGED
    with pytest.raises(InvalidValue, match="changed while"):
        texts.review(session, ref, "names", seen.digest)
    read_through(session, ref, "names")
    assert texts.unreview(session, ref, "names").changes.cases == {case}
    assert not texts.unreview(session, ref, "names").changes
    assert states()[0]["names"] is TextState.UNREVIEWED


def test_a_review_holds_until_somebody_in_it_may_be_named(session: Session, case: RecordId) -> None:
    ref = _ref(session, case)
    read_through(session, ref, "names")
    person = next(party for party in session.store.all(Kind.PARTY) if "Vero" in str(party.lists))
    with session.store.change("test") as change:
        change.put(person.with_visibility(Visibility.PUBLIC))
    assert texts.list_texts(session.store)[0].states["names"] is TextState.CHANGED
    read_through(session, ref, "names")
    with session.store.change("test") as change:
        change.put(person)
    assert texts.list_texts(session.store)[0].states["names"] is TextState.REVIEWED
    assert texts.occurrences(session, ref, "names").state is TextState.REVIEWED


def test_a_review_is_an_entry_in_the_history(session: Session, case: RecordId) -> None:
    read_through(session, _ref(session, case), "names")
    assert [entry.what for entry in session.store.history.of_record(case)][-1] == "text.review names"


def test_a_translation_waits_again_once_its_original_changed(session: Session) -> None:
    case = cases.create(session, {"title": "The mill", "narrative": "邻居看见了。他们来了。"}).result
    parts = {"body": "A neighbour saw it. They came.", "language": "en", "kind": "translation", "of": "1"}
    record_texts.add(session, case, parts)
    ref = _ref(session, case)
    for number in ("1", "2"):
        texts.review(session, f"{ref}:{number}", "names")
    record_texts.change(session, case, "1", {"body": "他们来了。"})
    assert [row.states["names"] for row in texts.list_texts(session.store)] == [TextState.CHANGED] * 2
    seen = texts.occurrences(session, f"{ref}:2", "names")
    assert seen.state is TextState.CHANGED
    texts.review(session, f"{ref}:2", "names", seen.digest)
    assert texts.occurrences(session, f"{ref}:2", "names").state is TextState.REVIEWED


def test_an_event_has_a_summary_and_its_own_people(session: Session, case: RecordId) -> None:
    person = _person(session, "Isolt Marrowen")
    parts = {"parties": [{"party": person, "role": "victim"}]}
    inside = events.add(session, case, {"type": "detained", "summary": SUMMARY}, parts).result
    assert texts.occurrences(session, inside, "labels").undecided == 2
    alone = events.add(session, None, {"type": "detained", "summary": SUMMARY}, parts).result
    asked = texts.occurrences(session, alone, "labels").found
    assert [item.text for item in asked if item.decide] == ["Marrowen"], "of others whole names alone"
    rows = {row.record: row for row in texts.list_texts(session.store)}
    assert (rows[inside].case, rows[alone].case, rows[inside].ref) == (case, None, f"{inside}:summary")


def test_a_reviewer_is_asked_about_parts_of_relatives_names(session: Session, case: RecordId) -> None:
    wife = _person(session, "Isolt Marrowen")
    (relative, *_) = [party for party in session.store.all(Kind.PARTY) if "Vero" in str(party.lists)]
    relation = Record(kind=Kind.RELATION, id=new_id()).with_fields(
        subject=wife, type="spouse_of", object=relative.id
    )
    with session.store.change("test") as change:
        change.put(relation)
    cases.edit(session, case, {"narrative": "Marrowen waited."})
    seen = texts.occurrences(session, _ref(session, case), "labels")
    assert [item.text for item in seen.found if item.decide] == ["Marrowen"]


def test_a_reviewer_is_shown_what_may_mean_somebody_who_may_not_be_named(
    session: Session, case: RecordId
) -> None:
    pseudonym = parties.create(
        session,
        {"kind": "person"},
        {"names": [{"name": "Little Owl", "kind": "main"}, {"name": "Isolt Marrow", "kind": "real"}]},
        case,
        "subject",
    ).result
    shown = _person(session, "Odal Brisk")
    with session.store.change("test") as change:
        for party in (pseudonym, shown):
            change.put(session.store.get(party).with_visibility(Visibility.PUBLIC))
    text = "Tamsin, Odal, 小邬、邬工 (邬家), WT; VL, T.Q., IM, Little Owl, Marrow."
    cases.edit(session, case, {"narrative": text})
    seen = texts.occurrences(session, _ref(session, case), "names")
    assert [(item.text, item.people) for item in seen.found if item.decide] == [
        ("小邬", ("邬棠溪",)),
        ("邬工", ("邬棠溪",)),
        ("邬家", ("邬棠溪",)),
        ("VL", ("Vero Lunt",)),
        ("IM", ("Little Owl",)),
        ("Marrow", ("Little Owl",)),  # which stands in full by another name
    ]
    assert not [item.text for item in seen.found if item.becomes]


def test_only_texts_that_a_profile_may_let_out_are_reviewed(session: Session, case: RecordId) -> None:
    ref = _ref(session, case)
    person = _person(session, "Zofiel Hartwen")
    empty = cases.create(session, {"title": "Empty"}).result
    with pytest.raises(InvalidValue):
        texts.occurrences(session, f"{ref}:note", "names")
    with pytest.raises(InvalidValue):
        texts.occurrences(session, person, "names")
    with pytest.raises(InvalidValue):
        texts.occurrences(session, _ref(session, empty), "names")
    with pytest.raises(ProfileNotFound):
        read_through(session, ref, "nobody")
    with pytest.raises(RecordNotFound):
        texts.unreview(session, "NONE-2020-0001", "names")


def test_a_reviewer_is_told_of_which_name_a_spelling_is_a_form(session: Session, case: RecordId) -> None:
    _person(session, "高伟林", "Little Owl")
    cases.edit(session, case, {"narrative": "高伟林 is Gao Weilin, LITTLE OWL and Wulin."})
    seen = texts.occurrences(session, _ref(session, case), "labels")
    assert [(item.text, item.form_of) for item in seen.found] == [
        ("高伟林", ""),
        ("Gao Weilin", "高伟林"),
        ("LITTLE OWL", ""),
    ]


def test_a_text_waits_while_a_place_is_undecided(session: Session, case: RecordId) -> None:
    ref = _ref(session, case)
    with pytest.raises(TextUndecided, match="not decided yet: 1"):
        texts.review(session, ref, "names")
    assert texts.list_texts(session.store)[0].states["names"] is TextState.UNREVIEWED
    seen = read_through(session, ref, "names").result
    assert (seen.undecided, [shown.text for shown in seen.marks]) == (0, ["棠溪"])
    assert texts.list_texts(session.store)[0].states["names"] is TextState.REVIEWED


def test_one_decision_holds_for_a_word_throughout_a_text(session: Session, case: RecordId) -> None:
    cases.edit(session, case, {"narrative": "Lunt came. Lunt left, and lunts stayed."})
    ref = _ref(session, case)
    at = texts.occurrences(session, ref, "names").found[0].at
    assert at is not None
    text_decisions.decide(session, ref, "names", Decision(*at, How.LABEL, "person"))
    assert texts.occurrences(session, ref, "names").result.startswith("[person] came. [person] left")
