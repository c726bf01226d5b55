"""All questions about the texts of a publication in one list: answered by keys, from top to bottom."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hrddesk.actions import cases, profiles, texts
from hrddesk.actions.text_questions import Question
from hrddesk.actions.texts import ReadText, State
from hrddesk_ui.views.publish_view import PublishView
from tests.open_world.meter import count_words
from tests.ui import sample
from tests.ui.asking import asked_about, fill, fits, know, listed, open_questions, press
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import publish_page


def test_all_is_answered_by_keys_and_the_list_goes_on_by_itself(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    rows = listed(view)
    assert rows[0] == "May be people who may not be named"
    assert rows[1].startswith("“VL”")
    assert rows[rows.index("Ordinary words") + 1 :][:2] == ["“Sunday”", "“April”"]
    assert view.progress.text() == "3 questions left · 2 texts to read"
    assert asked_about(view) == "“VL”"
    assert view.answer.meaning.text() == "It may mean Vero Lunt."
    assert view.answer.sentences.marked == ["VL", "VL"]
    assert "VL told us." in view.answer.sentences.toPlainText()
    desk.shot("questions-first")
    assert fits(desk)
    press(desk, "C")  # in one text
    assert asked_about(view) == "“VL”", "the other text has its own answer"
    assert "still asked in 1 text" in view.questions.currentItem().text()
    press(desk, "K")
    assert listed(view)[1] == "“VL” — kept, covered"
    assert asked_about(view) == "“Sunday”"
    assert view.answer.meaning.text() == "It may mean somebody who may not be named."
    press(desk, "Shift+K")
    assert asked_about(view) == "“April”"
    press(desk, "Shift+C")
    assert view.progress.text() == "0 questions left · 2 texts to read"
    assert "[person] told us" in view.answer.sentences.toPlainText()
    desk.shot("questions-text")
    assert fits(desk), "nothing moves under the mouse, no button is out of sight"
    press(desk, "R")
    press(desk, "R")
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


def test_undo_takes_back_one_answer_and_shows_its_question(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    press(desk, "Shift+C")
    press(desk, "Shift+K")
    assert asked_about(view) == "“April”"
    press(desk, "Ctrl+Z")
    assert asked_about(view) == "“Sunday”"
    assert view.progress.text().startswith("2 questions left")
    press(desk, "Shift+C")
    assert "“Sunday” — covered" in listed(view)
    assert asked_about(view) == "“Brisk”", "the other half, if Sunday is a name"
    press(desk, "Down")
    press(desk, "K")  # somebody thinks again
    assert "“Sunday” — kept, covered" in listed(view)


def test_all_like_this_answers_ordinary_words_alone(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    assert asked_about(view) == "“VL”"
    assert not view.answer.like.isEnabled()
    press(desk, "A")
    assert view.progress.text().startswith("3 questions left")
    press(desk, "Down")
    while asked_about(view) != "“Sunday”":
        press(desk, "Down")
    assert not view.answer.like.isEnabled(), "there is no answer to repeat yet"
    press(desk, "Shift+K")
    assert view.answer.like.text() == "Keep the 1 other word left, too (A)"
    desk.shot("questions-like")
    press(desk, "A")
    assert "“April” — kept" in listed(view)
    assert view.progress.text().startswith("1 question left")
    assert asked_about(view) == "“VL”"


def test_nothing_is_answered_by_a_slip(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    for key in ("Return", "Space", "X"):
        press(desk, key)
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
    press(desk, "K")
    assert view.progress.text().startswith("2 questions left"), "letters are answers in the list alone"


def test_a_click_answers_and_the_keyboard_stays_in_the_list(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    desk.bot.wait(300)
    desk.click(view.answer.cover_all)
    desk.settled()
    assert asked_about(view) == "“Sunday”"
    assert view.questions.hasFocus()
    press(desk, "Space")
    assert view.progress.text().startswith("2 questions left")


def test_only_the_cases_of_the_publication_are_asked_about(desk: Driver) -> None:
    first, _ = fill(desk)
    page = publish_page(desk)
    page.publication.choices.choose_cases((first,))
    view = open_questions(desk)
    assert view.progress.text() == "3 questions left · 1 text to read"
    page.publication.choices.choose_cases(None)
    page.tabs.setCurrentWidget(page.publication)
    page.tabs.setCurrentWidget(page.questions)
    desk.settled()
    assert view.progress.text() == "3 questions left · 2 texts to read"


def test_the_list_of_another_profile_begins_with_its_first_question(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    press(desk, "Shift+C")
    press(desk, "Shift+C")
    assert asked_about(view) != "“VL”"
    view.load("labels")
    desk.settled()
    assert view.questions.currentRow() == 1, "the first below the first heading"
    press(desk, "Down")
    press(desk, "Down")
    row, page = view.questions.currentRow(), desk.frame.page("publish")
    assert isinstance(page, PublishView)
    page.tabs.setCurrentWidget(page.publication)
    page.tabs.setCurrentWidget(page.questions)
    desk.settled()
    assert view.questions.currentRow() == row > 1, "whoever comes back finds the place"


def test_texts_in_other_languages_than_the_publications_are_not_asked_about(desk: Driver) -> None:
    first, _ = fill(desk)
    change(desk, lambda session: cases.edit(session, first, {"text_language": "ru"}))
    page = publish_page(desk)
    page.publication.language.choose(("en",))
    view = open_questions(desk)
    assert view.progress.text() == "3 questions left · 1 text to read"


def test_a_list_that_was_cancelled_is_made_when_somebody_comes_back(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    page = desk.frame.page("publish")
    assert isinstance(page, PublishView)
    view.profile.setCurrentIndex(view.profile.findData("labels"))
    assert view._looking is not None
    view._looking.cancel()
    desk.settled()
    assert (view.questions.count(), view.progress.text()) == (0, ""), "no answer can hold for the names"
    press(desk, "Shift+C")
    page.tabs.setCurrentWidget(page.publication)
    page.tabs.setCurrentWidget(page.questions)
    desk.settled()
    assert {text.review.profile for text in view._read} == {"labels"}


def test_what_somebody_changes_elsewhere_is_asked_anew(desk: Driver) -> None:
    first, second = fill(desk)
    view = open_questions(desk)
    change(desk, lambda session: cases.edit(session, first, {"narrative": "It rained."}))
    change(desk, lambda session: cases.edit(session, second, {"narrative": "It snowed in April."}))
    desk.settled()
    assert [row for row in listed(view) if row.startswith("“")] == ["“April”"]


def test_a_profile_that_goes_leaves_the_list(desk: Driver) -> None:
    fill(desk)
    change(desk, lambda session: profiles.copy(session, "labels", "mine"))
    view = open_questions(desk, "mine")
    change(desk, lambda session: profiles.remove(session, "mine"))
    desk.settled()
    assert view.profile.findData("mine") < 0
    assert view.trouble.isHidden()
    before = view.progress.text()
    assert before.startswith("3 questions left")
    press(desk, "Shift+C")
    assert view.progress.text().startswith("2 questions left")


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
    know(
        desk,
        *(f"{name} Quellor" for name in ("Captain", "March", "Relatives", "Among", "When", "One", "Her")),
    )
    every = (row.text for row in texts.list_texts(desk.frame.desk.reader) if row.text is not None)
    publish_page(desk).publication.language.choose(
        tuple({text.language: None for text in every if text.language})
    )
    view = open_questions(desk, profile)
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
        press(desk, key)
        keys, decisions = keys + len(key.split("+")), decisions + 1
        assert decisions < 200
    words_read = sum(count_words(sentence) for _, sentence in read)
    seconds = keys * KEY + decisions * MENTAL + words_read / WORDS_A_SECOND
    assert len({word for word, _ in read}) >= 5
    assert seconds * 1000 / words <= MOST, f"{words} words, {decisions} answers, {seconds:.0f} s"
    reader = desk.frame.desk.reader
    assert all(row.states[profile] is State.REVIEWED for row in texts.list_texts(reader, [profile]))
