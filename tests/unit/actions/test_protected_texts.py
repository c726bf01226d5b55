"""A text that goes although it names a source: the next desk, which knows no such name, covers it too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.exchange import bundles
from hrddesk.actions.records import cases, history, parties, sources
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.errors import InvalidValue, MayNameSomebody, TextUndecided
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.store.publications import protected_texts
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from tests.unit.bundle.forge import Desks, introduce, new_session, two_desks

NAMES = Choice(sources=SourceChoice.CODE_NAMES)
NAME = "Tamsin Quell"
TEXT = "Vero Lunt hid at the mill. Tamsin Quell told us, then Tamsin Quell fled."
AT = (TEXT.index(NAME), TEXT.index(NAME) + len(NAME))
LAST = (TEXT.rindex(NAME), TEXT.rindex(NAME) + len(NAME))
COVERED = "Vero Lunt hid at the mill. [person] told us, then [person] fled."


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return two_desks(tmp_path)


@pytest.fixture
def third(desks: Desks, tmp_path: Path) -> Iterator[Session]:
    with new_session(tmp_path / "third.hrdv") as session:
        introduce(desks.coordinator, session, "third")
        introduce(session, desks.coordinator, "coordinator")
        yield session


@pytest.fixture
def case(desks: Desks, tmp_path: Path) -> RecordId:
    """A case that the coordinator has from the documenter; who told of it stands in no record there."""
    desk = desks.documenter
    case = cases.create(desk, {"title": "The mill", "narrative": TEXT}).result
    party = parties.create(
        desk, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, case, "subject"
    ).result
    with desk.store.change("test") as change:
        for record in (case, party):
            change.put(desk.store.get(record).with_visibility(Visibility.PUBLIC))
    sources.create(desk, {"title": NAME, "code_name": "Wren"})
    _hand_over(desk, "coordinator", desks.coordinator, tmp_path / "bundle")
    return case


def _read(sender: Session, to: str, reader: Session, path: Path, choice: Choice = NAMES) -> int:
    bundles.write_bundle(sender, path, [to], None, silent(), choice, leave_texts=False)
    return bundles.read_bundle(reader, path, silent()).review


def _hand_over(sender: Session, to: str, reader: Session, path: Path, choice: Choice = NAMES) -> None:
    bundles.accept(reader, _read(sender, to, reader, path, choice), None, silent())


def _result(session: Session, case: RecordId, profile: str = "names") -> str:
    return texts.occurrences(session, case, profile).result


def _decide(session: Session, case: RecordId, how: How, instead: str = "", *, certain: bool = False) -> None:
    text_decisions.decide(session, case, "names", Decision(*AT, how, instead), certain=certain)


def test_the_next_desk_begins_with_it_covered_and_is_asked(desks: Desks, case: RecordId) -> None:
    desk = desks.coordinator
    seen = texts.occurrences(desk, case, "names")
    assert seen.result == COVERED
    covered = [item for item in seen.found if item.occurrence.kind is IdentifierKind.PROTECTED]
    assert [(item.at, item.people, item.becomes, item.decide) for item in covered] == [
        (AT, (), "[person]", True),
        (LAST, (), "[person]", True),
    ]
    with pytest.raises(TextUndecided):
        texts.review(desk, case, "names")


def test_a_bundle_says_neither_who_nor_why(desks: Desks, case: RecordId) -> None:
    db = desks.coordinator.store.db
    rows = db.execute("SELECT record, field, text, spans FROM protected_text").fetchall()
    assert rows == [(case, "narrative", TEXT, f'{{"1": [[{AT[0]}, {AT[1]}], [{LAST[0]}, {LAST[1]}]]}}')]
    assert not protected_texts.known(desks.documenter.store).texts


def test_to_cover_it_is_a_decision_and_so_is_to_uncover_it(desks: Desks, case: RecordId) -> None:
    desk = desks.coordinator
    _decide(desk, case, How.LABEL, "person")  # the same words are decided at once
    seen = texts.review(desk, case, "names").result
    assert seen.result == COVERED
    with pytest.raises(MayNameSomebody):
        _decide(desk, case, How.STAY)
    _decide(desk, case, How.STAY, certain=True)
    assert "mill. Tamsin Quell told us, then [person] fled." in _result(desk, case)
    assert NAME not in _result(desk, case, "labels")  # decided for one profile alone
    history.undo(desk)
    assert _result(desk, case) == COVERED
    part = Decision(AT[0], AT[0] + 6, How.WORDS, "Somebody")
    text_decisions.decide(desk, case, "names", part)
    assert "Somebody [person] told us" in _result(desk, case)
    with pytest.raises(InvalidValue):
        text_decisions.decide(desk, case, "names", Decision(AT[0] + 7, AT[1] - 1, How.STAY), certain=True)


def test_words_in_its_stead_leave_nothing_to_be_asked(desks: Desks, case: RecordId) -> None:
    desk = desks.coordinator
    for span in (LAST, AT):
        text_decisions.decide(desk, case, "names", Decision(*span, How.WORDS, "a neighbour"))
    seen = texts.review(desk, case, "names").result
    assert seen.result == "Vero Lunt hid at the mill. a neighbour told us, then a neighbour fled."


def test_a_text_that_is_changed_here_keeps_it_covered_and_undo_does_too(desks: Desks, case: RecordId) -> None:
    desk = desks.coordinator
    cases.edit(desk, case, {"narrative": "It is said that Tamsin Quell told us, and Tamsin was afraid."})
    assert _result(desk, case) == "It is said that [person] told us, and [person] afraid."
    cases.edit(desk, case, {"narrative": TEXT.replace(NAME, "Tamsin Kwell")})
    assert _result(desk, case) == COVERED
    cases.edit(desk, case, {"narrative": "这里的一切都改写了，" * 6})
    seen = texts.occurrences(desk, case, "names")
    assert (seen.lost, seen.result) == (2, seen.text)
    for _ in range(3):
        history.undo(desk)
    seen = texts.occurrences(desk, case, "names")
    assert (seen.lost, seen.result) == (0, COVERED)


def test_a_decision_to_uncover_it_moves_along_with_its_words(desks: Desks, case: RecordId) -> None:
    desk = desks.coordinator
    for span in (AT, LAST):
        text_decisions.decide(desk, case, "names", Decision(*span, How.STAY), certain=True)
    cases.edit(desk, case, {"narrative": f"Yesterday: {TEXT}"})
    seen = texts.occurrences(desk, case, "names")
    assert (seen.undecided, seen.result) == (0, f"Yesterday: {TEXT}")


def test_a_text_that_both_desks_changed_keeps_it_covered_whoever_wins(
    desks: Desks, case: RecordId, tmp_path: Path
) -> None:
    cases.edit(desks.coordinator, case, {"narrative": "Ours: Tamsin Quell told us."})
    cases.edit(desks.documenter, case, {"narrative": "Theirs: we heard it from Tamsin Quell."})
    review = _read(desks.documenter, "coordinator", desks.coordinator, tmp_path / "a")
    assert _result(desks.coordinator, case) == "Ours: [person] told us."
    bundles.accept(desks.coordinator, review, None, silent(), take=Side.THEIRS)
    assert _result(desks.coordinator, case) == "Theirs: we heard it from [person]."


def test_what_is_rejected_or_undone_leaves_no_gap(desks: Desks, case: RecordId, tmp_path: Path) -> None:
    desk = desks.coordinator
    cases.edit(desks.documenter, case, {"narrative": "Odal Brisk told us."})
    sources.create(desks.documenter, {"title": "Odal Brisk", "code_name": "Heron"})
    review = _read(desks.documenter, "coordinator", desk, tmp_path / "a")
    bundles.accept(desk, review, None, silent())
    assert _result(desk, case) == "[person] told us."
    bundles.undo(desk, review)
    assert _result(desk, case) == COVERED
    other = cases.create(desks.documenter, {"title": "Another", "narrative": "Odal Brisk told us."}).result
    review = _read(desks.documenter, "coordinator", desk, tmp_path / "b")
    assert (other, "narrative") in protected_texts.known(desk.store).texts
    bundles.reject(desk, review)
    assert (other, "narrative") not in protected_texts.known(desk.store).texts
    assert _result(desk, case) == COVERED


def _sent_again(desks: Desks, path: Path) -> tuple[RecordId, int]:
    """Review a text, then read the same text with places of the sender; return the case and the review."""
    sender, reader = desks.documenter, desks.coordinator
    case = cases.create(sender, {"title": "The mill", "narrative": TEXT}).result
    _hand_over(sender, "coordinator", reader, path / "sent")
    texts.review(reader, case, "names")
    sources.create(sender, {"title": NAME, "code_name": "Wren"})
    return case, _read(sender, "coordinator", reader, path / "again")


def test_places_of_a_rejected_bundle_go(desks: Desks, tmp_path: Path) -> None:
    """The attack: a contact keeps texts of this desk from being published, whatever it decides."""
    desk = desks.coordinator
    case, review = _sent_again(desks, tmp_path)
    assert texts.occurrences(desk, case, "names").state is TextState.CHANGED  # until somebody decides
    bundles.reject(desk, review)
    seen = texts.occurrences(desk, case, "names")
    assert (seen.state, seen.result) == (TextState.REVIEWED, TEXT)


def test_places_of_an_acceptance_that_is_undone_go_when_it_is_rejected(desks: Desks, tmp_path: Path) -> None:
    desk = desks.coordinator
    case, review = _sent_again(desks, tmp_path)
    bundles.accept(desk, review, None, silent())
    assert _result(desk, case) == COVERED
    bundles.undo(desk, review)
    assert _result(desk, case) == COVERED  # its records wait again, and so do its places
    bundles.reject(desk, review)
    assert texts.occurrences(desk, case, "names").state is TextState.REVIEWED


def test_a_place_that_came_in_an_accepted_bundle_too_stays(desks: Desks, tmp_path: Path) -> None:
    desk = desks.coordinator
    case, review = _sent_again(desks, tmp_path)
    bundles.accept(desk, review, None, silent())
    bundles.reject(desk, _read(desks.documenter, "coordinator", desk, tmp_path / "third"))
    assert _result(desk, case) == COVERED


def test_a_place_of_a_record_that_was_accepted_stays_when_the_rest_is_rejected(
    desks: Desks, tmp_path: Path
) -> None:
    desk = desks.coordinator
    case, review = _sent_again(desks, tmp_path)
    bundles.accept(desk, review, [case], silent())
    bundles.reject(desk, review)
    assert _result(desk, case) == COVERED


def test_it_goes_with_a_case_that_is_merged_into_another(desks: Desks, case: RecordId) -> None:
    desk = desks.coordinator
    kept = cases.create(desk, {"title": "The mill by the river", "narrative": "It burned."}).result
    duplicates.merge(desk, kept, case)
    assert _result(desk, kept) == f"It burned.\n\n{COVERED}"


def test_a_review_from_before_the_places_came_does_not_hold(desks: Desks, tmp_path: Path) -> None:
    sender, reader = desks.documenter, desks.coordinator
    case = cases.create(sender, {"title": "The mill", "narrative": TEXT}).result
    _hand_over(sender, "coordinator", reader, tmp_path / "a")
    texts.review(reader, case, "names")
    sources.create(sender, {"title": NAME, "code_name": "Wren"})
    _hand_over(sender, "coordinator", reader, tmp_path / "b")
    assert texts.occurrences(reader, case, "names").state is TextState.CHANGED


def test_a_name_known_here_that_covers_it_is_enough(desks: Desks, case: RecordId) -> None:
    desk = desks.coordinator
    parties.create(desk, {"kind": "person"}, {"names": [{"name": NAME}]}, case, "subject")
    found = texts.occurrences(desk, case, "labels").found
    assert IdentifierKind.PROTECTED not in [item.occurrence.kind for item in found]
    parties.create(desk, {"kind": "person"}, {"names": [{"name": "Tamsin"}]}, case, "subject")
    assert NAME not in _result(desk, case)


def test_it_travels_on_from_a_changed_text_to_a_third_desk(
    desks: Desks, case: RecordId, third: Session, tmp_path: Path
) -> None:
    cases.edit(desks.coordinator, case, {"narrative": "We know from Tamsin Quell, not from Tamsin."})
    _hand_over(desks.coordinator, "third", third, tmp_path / "a", bundles.WHOLE)
    assert _result(third, case) == "We know from [person], not from [person]."
    with pytest.raises(TextUndecided):
        texts.review(third, case, "names")


def test_a_text_with_the_code_name_asks_about_that_alone(
    desks: Desks, case: RecordId, tmp_path: Path
) -> None:
    assert bundles.replace_names(desks.documenter, None, NAMES).result == 1
    _hand_over(desks.documenter, "coordinator", desks.coordinator, tmp_path / "a")
    seen = texts.occurrences(desks.coordinator, case, "names")
    assert (seen.text.count("Wren"), seen.undecided, seen.result) == (2, 2, COVERED)
