"""All questions about the texts of a publication in one list: answered by keys, from top to bottom."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hrddesk.actions import cases, parties, profiles, sources, texts
from hrddesk.actions.text_questions import Question
from hrddesk.actions.texts import ReadText, State
from hrddesk.records.field_specs import Visibility
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId, new_id
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui.translation import Language
from hrddesk_ui.views.publish_view import PublishView
from hrddesk_ui.views.text_questions_view import TextQuestionsView
from tests.open_world.meter import count_words
from tests.ui import sample
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import add_case, publish_page

SHOWN: Final = ("Odal Brisk", Visibility.PUBLIC)
FIRST: Final = "On Sunday Brisk came home. VL told us.\n\nThe market was open on Sunday, the gate in April."
SECOND: Final = "VL was seen on a Sunday, in April."


def _know(desk: Driver, *names: str, case: RecordId | None = None, near: Sequence[RecordId] = ()) -> None:
    """Have people in the vault who stand in no case, or in one; some cases have to do with them."""

    def work(session: Session) -> Changes:
        changes = Changes()
        for name in names:
            person, changes = parties.create(session, {}, {"names": [{"name": name}]}, case, "subject")
            with session.store.change("test") as made:
                for other in near:
                    relation = Record(Kind.RELATION, new_id())
                    made.put(relation.with_fields(subject=person, type="other", object=other))
        return changes

    change(desk, work)


def _fill(desk: Driver) -> list[RecordId]:
    """Make two cases whose texts ask for Vero Lunt (VL), a Sunday and an April, in this order."""
    made = [add_case(desk, narrative=text)[0] for text in (FIRST, SECOND)]
    _know(desk, "Vero Lunt", case=made[0], near=made[1:])
    _know(desk, "Ana Sunday", "Ede April", near=made)
    return made


def _asking(desk: Driver, profile: str = "names") -> TextQuestionsView:
    page = publish_page(desk)
    page.tabs.setCurrentWidget(page.questions)
    view = page.questions
    desk.settled()
    view.profile.setCurrentIndex(view.profile.findData(profile))
    desk.settled()
    view.questions.setFocus()
    return view


def _press(desk: Driver, key: str) -> None:
    """Press a key once its question was shown for longer than a slip lasts, and wait for the next one."""
    desk.bot.wait(300)
    desk.key(key)
    desk.settled()


def _rows(view: TextQuestionsView) -> list[str]:
    return [view.questions.item(row).text() for row in range(view.questions.count())]


def _fits(desk: Driver) -> bool:
    """Tell whether all of the page is in sight."""
    area = desk.frame._areas["publish"]
    return area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0


def _at(view: TextQuestionsView) -> str:
    return view.answer.about.text()


def test_all_is_answered_by_keys_and_the_list_goes_on_by_itself(desk: Driver) -> None:
    _fill(desk)
    view = _asking(desk)
    rows = _rows(view)
    assert rows[0] == "May be people who may not be named"
    assert rows[1].startswith("“VL”")
    assert rows[rows.index("Ordinary words") + 1 :][:2] == ["“Sunday”", "“April”"]
    assert view.progress.text() == "3 questions left · 2 texts to read"
    assert _at(view) == "“VL”"
    assert view.answer.meaning.text() == "It may mean Vero Lunt."
    assert view.answer.sentences.marked == ["VL", "VL"]
    assert "VL told us." in view.answer.sentences.toPlainText()
    desk.shot("questions-first")
    assert _fits(desk)
    _press(desk, "C")  # in one text
    assert _at(view) == "“VL”", "the other text has its own answer"
    assert "still asked in 1 text" in view.questions.currentItem().text()
    _press(desk, "K")
    assert _rows(view)[1] == "“VL” — kept, covered"
    assert _at(view) == "“Sunday”"
    assert view.answer.meaning.text() == "It may mean somebody who may not be named."
    _press(desk, "Shift+K")
    assert _at(view) == "“April”"
    _press(desk, "Shift+C")
    assert view.progress.text() == "0 questions left · 2 texts to read"
    assert "[person] told us" in view.answer.sentences.toPlainText()
    desk.shot("questions-text")
    assert _fits(desk), "nothing moves under the mouse, no button is out of sight"
    _press(desk, "R")
    _press(desk, "R")
    assert view.progress.text() == "0 questions left · 0 texts to read"
    assert view.preview_button.isVisible()
    desk.shot("questions-done")
    page = desk.frame.page("publish")
    assert isinstance(page, PublishView)
    page.publication.choices.all_cases.setChecked(True)
    desk.click(view.preview_button)
    assert page.tabs.currentWidget() is page.publication
    desk.settled()
    assert "left out" not in page.publication.preview.summary.text()


def test_a_text_marks_whole_words_and_says_what_an_unknown_word_may_be(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Prosecutor Stanek said that he held the other file, 4711-88123-9.")
    view = _asking(desk, "labels")
    assert (_at(view), view.answer.meaning.text()) == ("“Stanek”", "May be a name")
    _press(desk, "C")
    assert (_at(view), view.answer.meaning.text()) == ("“4711-88123-9”", "Long number")
    _press(desk, "C")
    assert view.answer.sentences.marked == ["[person]", "he", "[number]"]


@pytest.mark.parametrize(
    ("narrative", "said"),
    [
        (
            "They saw Quentin Marlowe on 5 August 2019.",
            [
                "1 marked place, which names nobody: Quentin Marlowe",
                "Anybody may read 1 mark, which tells more than the rest: 5 August 2019 (August 2019)",
            ],
        ),
        (
            "They saw Quentin Marlowe and Tamsin at 14:30, and the cousin of Tamsin.",
            [
                "3 marked places, none of which names anybody: Quentin Marlowe, Tamsin",
                "Anybody may read 2 marks, which tell more than the rest: 14:30, cousin",
            ],
        ),
    ],
)
def test_marks_are_counted_and_not_their_words(desk: Driver, narrative: str, said: list[str]) -> None:
    add_case(desk, SHOWN, narrative=narrative)
    view = _asking(desk, "labels")
    told = view.answer.sentences.toPlainText().split("\n")
    assert told[:3] == ["If you confirm this text, you say:", *said]
    desk.shot(f"questions-marks-{said[0][0]}")


def test_undo_takes_back_one_answer_and_shows_its_question(desk: Driver) -> None:
    _fill(desk)
    view = _asking(desk)
    _press(desk, "Shift+C")
    _press(desk, "Shift+K")
    assert _at(view) == "“April”"
    _press(desk, "Ctrl+Z")
    assert _at(view) == "“Sunday”"
    assert view.progress.text().startswith("2 questions left")
    _press(desk, "Shift+C")
    assert "“Sunday” — covered" in _rows(view)
    _press(desk, "Up")
    _press(desk, "K")  # somebody thinks again
    assert "“Sunday” — kept, covered" in _rows(view)


def test_all_like_this_answers_ordinary_words_alone(desk: Driver) -> None:
    _fill(desk)
    view = _asking(desk)
    assert _at(view) == "“VL”"
    assert not view.answer.like.isEnabled()
    _press(desk, "A")
    assert view.progress.text().startswith("3 questions left")
    _press(desk, "Down")
    while _at(view) != "“Sunday”":
        _press(desk, "Down")
    assert not view.answer.like.isEnabled(), "there is no answer to repeat yet"
    _press(desk, "Shift+K")
    assert view.answer.like.text() == "Keep the 1 other word left, too (A)"
    desk.shot("questions-like")
    _press(desk, "A")
    assert "“April” — kept" in _rows(view)
    assert view.progress.text().startswith("1 question left")
    assert _at(view) == "“VL”"


def test_nothing_is_answered_by_a_slip(desk: Driver) -> None:
    _fill(desk)
    view = _asking(desk)
    for key in ("Return", "Space", "X"):
        _press(desk, key)
    assert view.progress.text().startswith("3 questions left")
    desk.bot.wait(300)
    desk.key("Shift+C")
    desk.key("Shift+C")  # pressed twice
    desk.settled()
    desk.key("Shift+C")  # and once more, before anybody can have read the next one
    desk.settled()
    assert view.progress.text().startswith("2 questions left")
    desk.bot.wait(300)
    for _ in range(5):  # a key that stays down
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k", autorep=True, count=1
        )
        QApplication.sendEvent(view.questions, event)
    desk.settled()
    assert view.progress.text().startswith("2 questions left")
    view.profile.setFocus()
    _press(desk, "K")
    assert view.progress.text().startswith("2 questions left"), "letters are answers in the list alone"


def test_a_click_answers_and_the_keyboard_stays_in_the_list(desk: Driver) -> None:
    _fill(desk)
    view = _asking(desk)
    desk.bot.wait(300)
    desk.click(view.answer.cover_all)
    desk.settled()
    assert _at(view) == "“Sunday”"
    assert view.questions.hasFocus()
    _press(desk, "Space")
    assert view.progress.text().startswith("2 questions left")


def test_nothing_tells_who_is_a_source(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Kestrel came on Sunday.")
    add_case(desk, narrative="A kestrel flew.")
    _know(desk, "Ana Sunday")
    change(desk, lambda session: sources.create(session, {"title": "A letter", "code_name": "Kestrel"})[1])
    view = _asking(desk)
    told = set()
    for row in range(view.questions.count()):
        view.questions.setCurrentRow(row)
        if _at(view) in ("“Kestrel”", "“Sunday”"):
            told.add(view.answer.meaning.text())
        assert "source" not in view.answer.meaning.text()
        assert not view.questions.item(row).toolTip()
    assert told == {"It may mean somebody who may not be named."}
    assert view.answer.sentences.reason_at(3) == ""


def test_only_the_cases_of_the_publication_are_asked_about(desk: Driver) -> None:
    first, _ = _fill(desk)
    page = publish_page(desk)
    page.publication.choices.choose_cases((first,))
    view = _asking(desk)
    assert view.progress.text() == "3 questions left · 1 text to read"
    page.publication.choices.choose_cases(None)
    page.tabs.setCurrentWidget(page.publication)
    page.tabs.setCurrentWidget(page.questions)
    desk.settled()
    assert view.progress.text() == "3 questions left · 2 texts to read"


def test_what_somebody_changes_elsewhere_is_asked_anew(desk: Driver) -> None:
    first, second = _fill(desk)
    view = _asking(desk)
    change(desk, lambda session: cases.edit(session, first, {"narrative": "It rained."}))
    change(desk, lambda session: cases.edit(session, second, {"narrative": "It snowed in April."}))
    desk.settled()
    assert [row for row in _rows(view) if row.startswith("“")] == ["“April”"]


def test_a_profile_that_goes_leaves_the_list(desk: Driver) -> None:
    _fill(desk)
    change(desk, lambda session: profiles.copy(session, "labels", "mine"))
    view = _asking(desk, "mine")
    change(desk, lambda session: profiles.remove(session, "mine"))
    desk.settled()
    assert view.profile.findData("mine") < 0
    assert view.trouble.isHidden()
    before = view.progress.text()
    assert before.startswith("3 questions left")
    _press(desk, "Shift+C")
    assert view.progress.text().startswith("2 questions left")


def test_the_whole_text_is_opened_by_a_key(desk: Driver) -> None:
    _fill(desk)
    view = _asking(desk)
    _press(desk, "C")
    _press(desk, "O")
    page = desk.frame.page("publish")
    assert isinstance(page, PublishView)
    assert page.tabs.currentWidget() is page.texts
    desk.until(lambda: page.texts.text.toPlainText() == SECOND)
    assert page.texts.profile.currentData() == view.profile.currentData()


def test_a_text_that_is_opened_is_read_as_it_is_printed_and_confirmed_by_its_reader_alone(
    desk: Driver,
) -> None:
    """Read alone, it was about fewer people: confirmed there, it waited in the list without end."""
    mill, quarry = (add_case(desk, narrative=text)[0] for text in ("Brisk came home.", "It rained."))
    _know(desk, "Odal Brisk", case=quarry)
    view = _asking(desk, "labels")
    assert _at(view) == "“Brisk”"
    _press(desk, "O")
    page = desk.frame.page("publish")
    assert isinstance(page, PublishView)
    desk.until(lambda: list(page.texts.text.doubtful) == ["Brisk"])
    assert not page.texts.confirm_button.isEnabled()
    page.texts.text.setFocus()
    desk.key("Alt+1")
    desk.until(page.texts.confirm_button.isEnabled)
    assert page.texts.state.text() == "not reviewed"
    reader = desk.frame.desk.reader
    assert {row.states["labels"] for row in texts.list_texts(reader, ["labels"])} == {State.UNREVIEWED}
    desk.shot("questions-opened")
    desk.click(page.texts.confirm_button)
    desk.until(lambda: page.texts.state.text() == "reviewed")
    page.tabs.setCurrentWidget(page.questions)
    desk.settled()
    assert view.progress.text() == "0 questions left · 1 text to read"
    assert {text.review.record: text.review.state for text in view._read} == {
        mill: State.REVIEWED,
        quarry: State.UNREVIEWED,
    }


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (683, 384)])
@pytest.mark.parametrize("language", list(Language))
def test_it_fits(desk: Driver, language: Language, size: tuple[int, int]) -> None:
    long = "Vero" + "vero" * 20
    case, *_ = add_case(desk, (f"{long} Lunt", Visibility.SECRET), narrative=f"{long} left. Then VL wept.")
    _fill(desk)
    change(desk, lambda session: cases.edit(session, case, {"title": "The printers of Willow Lane " * 4}))
    desk.window.resize(*size)
    desk.window.speak(language)
    view = _asking(desk)
    assert view.questions.horizontalScrollBar().maximum() == 0
    assert view.answer.keep.isVisible()
    desk.shot(f"questions-{language}-{size[0]}")
    _press(desk, "C")
    desk.shot(f"questions-next-{language}-{size[0]}")


KEY: Final = 0.2
"""Seconds for a key, pressed by an average skilled typist (K)."""
MENTAL: Final = 1.35
"""Seconds to make up one's mind (M)."""
WORDS_A_SECOND: Final = 250 / 60
MOST: Final = 180
"""Seconds for the questions in a thousand words."""


@pytest.mark.parametrize("profile", ["names", "labels"])
def test_a_thousand_words_are_answered_in_three_minutes(
    enter: Callable[[Path], Driver], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: str
) -> None:
    """By the keystroke-level model, for a reader who knows the page.

    Card, Moran and Newell, "The Keystroke-Level Model for User Performance Time with Interactive
    Systems", Communications of the ACM 23(7), 1980, pages 396-410: K for each key, M for each decision. To
    this come the sentences that a question shows, and the marks of a text that is confirmed, read at 250
    words a minute. Not in it is the reading of the finished pages, which is the last step of a publication
    and no question. The keys are those that are really pressed, each for an answer of its own: nothing is
    answered by *all like this*.
    """
    vault, passphrase = sample.folder(tmp_path / "demo")
    monkeypatch.setattr("tests.ui.conftest.PASSPHRASE", passphrase)
    desk = enter(vault)
    # Names that are words of these texts make them harder than they are.
    _know(
        desk,
        *(f"{name} Quellor" for name in ("Captain", "March", "Relatives", "Among", "When", "One", "Her")),
    )
    view = _asking(desk, profile)
    words = sum(count_words(text.review.text) for text in view._read)
    assert words > 400
    keys = decisions = 0
    read = set[tuple[str, str]]()  # each sentence once for each word
    while not view.preview_button.isVisible():
        entry = view._entry()
        assert entry is not None
        if isinstance(entry, Question):
            read |= {(entry.words, place.sentence) for place in entry.places}
        else:
            read |= {(entry.ref, mark.words) for mark in entry.review.marked}
        key = "R" if isinstance(entry, ReadText) else "Shift+C" if view.answer.cover_all.isEnabled() else "C"
        _press(desk, key)
        keys, decisions = keys + len(key.split("+")), decisions + 1
        assert decisions < 200
    words_read = sum(count_words(sentence) for _, sentence in read)
    seconds = keys * KEY + decisions * MENTAL + words_read / WORDS_A_SECOND
    assert len({word for word, _ in read}) >= 5
    assert seconds * 1000 / words <= MOST, f"{words} words, {decisions} answers, {seconds:.0f} s"
    reader = desk.frame.desk.reader
    assert all(row.states[profile] is State.REVIEWED for row in texts.list_texts(reader, [profile]))
