"""Deciding about places in a text: for one profile, with undo, and gone back to when the text changes."""

import pytest

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.actions.content_review.texts import TextReview, TextState
from hrddesk.actions.records import cases, history, parties, sources
from hrddesk.actions.scope import profiles
from hrddesk.errors import InvalidValue, MayNameSomebody, ProfileNotFound, RecordNotFound, UndoNotPossible
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId, new_id
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.store.vault.session import Session

TEXT = "Vero Lunt hid in Lower Quarry; call 13800138000. VL was tired."


@pytest.fixture
def case(session: Session) -> RecordId:
    made = cases.create(session, {"title": "The mill", "narrative": TEXT}).result
    parties.create(session, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, made, "subject")
    return made


def _seen(session: Session, case: RecordId, profile: str = "labels") -> TextReview:
    return texts.occurrences(session, case, profile)


def _decide(
    session: Session, case: RecordId, words: str, how: How, instead: str = "", *, certain: bool = False
) -> None:
    text = session.store.get(case).text("narrative")
    start = text.index(words)
    made = Decision(start, start + len(words), how, instead)
    text_decisions.decide(session, case, "labels", made, certain=certain)


def _how(item: ReviewedPlace) -> How | None:
    return None if item.decision is None else item.decision.how


def test_a_place_stands_is_labelled_or_worded_otherwise_for_one_profile(
    session: Session, case: RecordId
) -> None:
    _decide(session, case, "in Lower Quarry", How.WORDS, "for a week")
    _decide(session, case, "VL", How.STAY, certain=True)
    _decide(session, case, "13800138000", How.STAY)
    (person,) = session.store.all(Kind.PARTY)
    _decide(session, case, "tired", How.LABEL, person.id)
    seen = _seen(session, case)
    assert seen.result == "Person ? hid for a week; call 13800138000. VL was Person ?."
    assert [(item.text, item.occurrence.kind, item.becomes, _how(item)) for item in seen.found] == [
        ("Vero Lunt", IdentifierKind.NAME, "Person ?", None),
        ("in Lower Quarry", IdentifierKind.CHOSEN, "for a week", How.WORDS),
        ("13800138000", IdentifierKind.PHONE, None, How.STAY),
        ("VL", IdentifierKind.PART, None, How.STAY),
        ("tired", IdentifierKind.CHOSEN, "Person ?", How.LABEL),
    ]  # fmt: skip
    assert all(seen.text[slice(*item.at)] == item.text for item in seen.found if item.at)
    told = [seen.result[slice(*item.told)] for item in seen.found]
    assert told == ["Person ?", "for a week", "13800138000", "VL", "Person ?"]
    assert seen.text == TEXT
    assert session.store.get(case).text("narrative") == TEXT
    assert _seen(session, case, "names").wording.decided == ()
    start = TEXT.index("Lower")
    text_decisions.leave_to_profile(session, case, "labels", (start, start + 1))
    assert "hid in Lower Quarry;" in _seen(session, case).result


def test_a_name_stands_only_where_it_is_certain_that_it_is_none(session: Session, case: RecordId) -> None:
    with pytest.raises(MayNameSomebody):
        _decide(session, case, "Vero Lunt", How.STAY)
    _decide(session, case, "Vero Lunt", How.STAY, certain=True)
    assert _seen(session, case).result.startswith("Vero Lunt hid")
    _decide(session, case, "Vero Lunt", How.WORDS, "He")
    with pytest.raises(MayNameSomebody):
        _decide(session, case, "Vero Lunt", How.STAY)
    assert _seen(session, case).result.startswith("He hid")


def test_names_that_a_reader_types_are_shown_as_replaced(session: Session, case: RecordId) -> None:
    _decide(session, case, "VL", How.WORDS, "Our Vero Lunt")
    last, inner = _seen(session, case).found[-2:]
    assert (last.text, last.becomes) == ("VL", "Our Person ?")
    assert (inner.text, inner.becomes, inner.at, inner.can_be_decided) == (
        "Vero Lunt",
        "Person ?",
        None,
        False,
    )


def test_what_cannot_be_decided_is_refused(session: Session, case: RecordId) -> None:
    empty = cases.create(session, {"title": "Empty"}).result
    far = Decision(0, 1000, How.WORDS, "x")
    for ref, decision, error in (
        (case, far, InvalidValue),
        (case, Decision(0, 3, How.STAY), InvalidValue),
        (case, Decision(0, 3, How.LABEL, new_id()), RecordNotFound),
        (case, Decision(0, 3, How.LABEL, case), RecordNotFound),
        (empty, far, InvalidValue),
        (RecordId("NONE-2020-0001"), far, RecordNotFound),
    ):
        with pytest.raises(error):
            text_decisions.decide(session, ref, "labels", decision)
    with pytest.raises(ProfileNotFound):
        text_decisions.decide(session, case, "nobody", far)
    assert _seen(session, case).wording.decided == ()


def test_words_that_would_be_asked_about_are_refused(session: Session, case: RecordId) -> None:
    parties.create(session, {"kind": "person"}, {"names": [{"name": "Orla Fenwick"}]})
    with pytest.raises(InvalidValue, match="these words may name somebody; write other words"):
        _decide(session, case, "in Lower Quarry", How.WORDS, "with Orla Fenwick")
    assert _seen(session, case).wording.decided == ()
    _decide(session, case, "in Lower Quarry", How.WORDS, "with a friend")
    assert "with a friend" in _seen(session, case).result


def test_a_decision_takes_the_review_back_and_undo_brings_it_again(session: Session, case: RecordId) -> None:
    _decide(session, case, "VL", How.STAY)
    texts.review(session, case, "labels")
    reviewed = _seen(session, case).reviewed
    _decide(session, case, "VL", How.WORDS, "he")
    assert _seen(session, case).state is TextState.CHANGED
    done, changes = history.undo(session)
    assert (done.what, changes.cases) == ("text.decide labels", frozenset({case}))
    assert (_seen(session, case).state, _seen(session, case).reviewed) == (TextState.REVIEWED, reviewed)
    history.redo(session)
    assert _seen(session, case).result.endswith("he was tired.")
    history.undo(session)
    history.undo(session)  # the review itself
    assert _seen(session, case).state is TextState.UNREVIEWED
    history.redo(session)
    assert _seen(session, case).state is TextState.REVIEWED
    told = [(entry.what, entry.who) for entry in session.store.history.of_record(case)]
    assert ("text.review labels", session.prefix) in told


def test_only_what_still_stands_is_taken_back(session: Session, case: RecordId) -> None:
    changes = text_decisions.decide(session, case, "labels", Decision(0, 9, How.WORDS, "He")).changes
    assert changes.act is not None
    text_decisions.decide(session, case, "names", Decision(0, 9, How.WORDS, "She"))
    _decide(session, case, "VL", How.WORDS, "he")
    with pytest.raises(UndoNotPossible):
        history.undo(session, changes.act)
    history.undo(session)
    history.undo(session, changes.act)
    assert _seen(session, case).wording.decided == ()
    assert _seen(session, case, "names").result.startswith("She")
    cases.remove(session, case)
    with pytest.raises(UndoNotPossible):
        history.undo(session, changes.act)


def test_the_history_which_is_never_erased_has_no_name_of_an_own_profile(
    session: Session, case: RecordId
) -> None:
    profiles.copy(session, "labels", "For Odal Brisk")
    (own,) = profiles.ids(session.store)
    place = _seen(session, case).text.index("VL")
    text_decisions.decide(session, case, "For Odal Brisk", Decision(place, place + 2, How.STAY))
    said = [entry.what for entry in session.store.history.of_record(case)]
    assert f"text.decide {own}" in said
    assert "Odal" not in " ".join(said)
    assert profiles.names_by_id(session.store) == {own: "For Odal Brisk"}


def test_a_decision_is_undone_though_its_record_says_something_else_since(
    session: Session, case: RecordId
) -> None:
    act = text_decisions.decide(session, case, "labels", Decision(0, 9, How.WORDS, "He")).changes.act
    cases.edit(session, case, {"title": "Another mill"})
    history.undo(session, act)
    assert _seen(session, case).wording.decided == ()
    assert session.store.get(case).text("title") == "Another mill"
    assert [entry.what for entry in session.store.history.of_record(case)][-1] == f"undo {act}"
    history.redo(session)
    act = text_decisions.decide(session, case, "labels", Decision(0, 9, How.WORDS, "She")).changes.act
    cases.remove(session, case)
    with pytest.raises(UndoNotPossible, match="deleted"):
        history.undo(session, act)


def test_nothing_is_noted_where_nothing_changes(session: Session, case: RecordId) -> None:
    _decide(session, case, "VL", How.WORDS, "he")
    before = session.store.history.head().number
    _decide(session, case, "VL", How.WORDS, "he")
    text_decisions.leave_to_profile(session, case, "names", (0, 4))
    texts.unreview(session, case, "names")
    assert session.store.history.head().number == before


def test_what_is_decided_of_a_word_in_small_letters_is_not_decided_of_a_name(
    session: Session, case: RecordId
) -> None:
    sources.create(session, {"title": "A letter", "code_name": "Kestrel"})
    cases.edit(session, case, {"narrative": "A kestrel flew, then a kestrel, and Kestrel told us."})
    _decide(session, case, "kestrel", How.STAY, certain=True)
    seen = _seen(session, case)
    assert [(item.text, item.decide) for item in seen.found] == [
        ("kestrel", False), ("kestrel", False), ("Kestrel", True),
    ]  # fmt: skip


def test_decisions_move_with_a_text_that_changes_and_it_is_read_again(
    session: Session, case: RecordId
) -> None:
    _decide(session, case, "in Lower Quarry", How.WORDS, "for a week")
    _decide(session, case, "VL", How.WORDS, "he")
    texts.review(session, case, "labels")
    cases.edit(session, case, {"narrative": "In May " + TEXT.replace("VL", "Later Vero")})
    seen = _seen(session, case)
    assert (seen.state, seen.lost) == (TextState.CHANGED, 1)
    assert seen.result.startswith("In May Person ? hid for a week;")
    texts.review(session, case, "labels")
    seen = _seen(session, case)
    assert (seen.state, seen.lost) == (TextState.REVIEWED, 0)
    assert texts.list_texts(session.store, ["labels"])[0].states == {"labels": TextState.REVIEWED}


def test_decisions_are_taken_over_from_another_profile(session: Session, case: RecordId) -> None:
    _decide(session, case, "VL", How.WORDS, "he")
    text_decisions.take_over(session, case, "names", "labels")
    assert _seen(session, case, "names").wording == _seen(session, case).wording
    assert _seen(session, case, "names").state is TextState.UNREVIEWED
