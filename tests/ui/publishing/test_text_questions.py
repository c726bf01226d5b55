"""All questions about the texts of a publication in one list: answered by keys, from top to bottom."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hrddesk.actions.content_review import texts
from hrddesk.actions.content_review.text_questions import TextQuestion
from hrddesk.actions.content_review.texts import ReadText, TextState
from hrddesk.actions.records import cases
from hrddesk.actions.scope import profiles
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.store.records.store import Store
from hrddesk.system.jobs import Job
from tests.open_world.meter import count_words
from tests.ui import sample
from tests.ui.asking import fill, know
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.page_objects.reviewing import TextQuestionsPage
from tests.ui.texts import publishing


def test_all_is_answered_by_keys_and_the_list_goes_on_by_itself(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    rows = page.rows
    assert rows[0] == publishing.MAY_BE_PEOPLE
    assert rows[1].startswith("“VL”")
    assert rows[rows.index(publishing.ORDINARY_WORDS) + 1 :][:2] == ["“Sunday”", "“April”"]
    assert page.progress == f"{publishing.QUESTIONS_LEFT.format(3)} · {publishing.TEXTS_TO_READ.format(2)}"
    assert page.topic == "“VL”"
    assert page.meaning == publishing.MAY_MEAN.format("Vero Lunt")
    assert page.marked == ["VL", "VL"]
    assert "VL told us." in page.sentences
    desk.shot("questions-first")
    assert page.is_all_in_sight()
    page.press("C")  # in one text
    assert page.topic == "“VL”", "the other text has its own answer"
    assert publishing.STILL_ASKED.format(1) in page.rows[page.current_row]
    page.press("K")
    assert page.rows[1] == f"“VL” — {publishing.KEPT}, {publishing.COVERED}"
    assert page.topic == "“Sunday”"
    assert page.meaning == publishing.MAY_MEAN_SOMEBODY
    page.press("Shift+K")
    assert page.topic == "“April”"
    page.press("Shift+C")
    assert page.progress == f"{publishing.QUESTIONS_LEFT.format(0)} · {publishing.TEXTS_TO_READ.format(2)}"
    assert "[person] told us" in page.sentences
    desk.shot("questions-text")
    assert page.is_all_in_sight(), "nothing moves under the mouse, no button is out of sight"
    page.press("R")
    page.press("R")
    assert page.progress == f"{publishing.QUESTIONS_LEFT.format(0)} · {publishing.TEXTS_TO_READ.format(0)}"
    assert page.offers_preview()
    desk.shot("questions-done")
    publication = PublicationPage(desk)
    publication.take_all_cases()
    page.preview_again()
    assert publication.is_current()
    desk.settled()
    assert publishing.LEFT_OUT not in publication.summary


def test_undo_takes_back_one_answer_and_shows_its_question(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    page.press("Shift+C")
    page.press("Shift+K")
    assert page.topic == "“April”"
    page.press("Ctrl+Z")
    assert page.topic == "“Sunday”"
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(2))
    page.press("Shift+C")
    assert f"“Sunday” — {publishing.COVERED}" in page.rows
    assert page.topic == "“Brisk”", "the other half, if Sunday is a name"
    page.press("Down")
    page.press("K")  # somebody thinks again
    assert f"“Sunday” — {publishing.KEPT}, {publishing.COVERED}" in page.rows


def test_all_like_this_answers_ordinary_words_alone(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    assert page.topic == "“VL”"
    assert not page.can_repeat()
    page.press("A")
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(3))
    page.press("Down")
    while page.topic != "“Sunday”":
        page.press("Down")
    assert not page.can_repeat(), "there is no answer to repeat yet"
    page.press("Shift+K")
    assert page.view.answer.like.text() == f"{publishing.KEEP_OTHER.format(1)} (A)"
    desk.shot("questions-like")
    page.press("A")
    assert f"“April” — {publishing.KEPT}" in page.rows
    assert page.progress.startswith(publishing.QUESTION_LEFT.format(1))
    assert page.topic == "“VL”"


def test_nothing_is_answered_by_a_slip(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    for key in ("Return", "Space", "X"):
        page.press(key)
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(3))
    desk.bot.wait(300)
    desk.key("Shift+C")
    desk.key("Shift+C")  # pressed twice
    desk.settled()
    desk.key("Shift+C")  # and once more, before anybody can have read the next one
    desk.settled()
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(2))
    desk.bot.wait(300)
    for _ in range(5):  # a key that stays down
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k", autorep=True, count=1
        )
        QApplication.sendEvent(page.view.questions, event)
    desk.settled()
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(2))
    page.view.profile.setFocus()
    page.press("K")
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(2)), (
        "letters are answers in the list alone"
    )


def test_a_click_answers_and_the_keyboard_stays_in_the_list(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    desk.bot.wait(300)
    page.cover_all()
    desk.settled()
    assert page.topic == "“Sunday”"
    assert page.questions_have_keyboard()
    page.press("Space")
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(2))


def test_only_the_cases_of_the_publication_are_asked_about(desk: Driver) -> None:
    first, _ = fill(desk)
    publication = PublicationPage(desk).open()
    publication.take_cases((first,))
    page = TextQuestionsPage(desk).open()
    assert page.progress == f"{publishing.QUESTIONS_LEFT.format(3)} · {publishing.TEXT_TO_READ.format(1)}"
    publication.take_cases(None)
    publication.show()
    page.show()
    desk.settled()
    assert page.progress == f"{publishing.QUESTIONS_LEFT.format(3)} · {publishing.TEXTS_TO_READ.format(2)}"


def test_the_list_of_another_profile_begins_with_its_first_question(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    page.press("Shift+C")
    page.press("Shift+C")
    assert page.topic != "“VL”"
    page.view.load("labels")
    desk.settled()
    assert page.current_row == 1, "the first below the first heading"
    page.press("Down")
    page.press("Down")
    row = page.current_row
    PublicationPage(desk).show()
    page.show()
    desk.settled()
    assert page.current_row == row > 1, "whoever comes back finds the place"


def test_texts_in_other_languages_than_the_publications_are_not_asked_about(desk: Driver) -> None:
    first, _ = fill(desk)
    change(desk, lambda session: cases.edit(session, first, {"text_language": "ru"}))
    publication = PublicationPage(desk).open()
    publication.add_languages(("en",))
    page = TextQuestionsPage(desk).open()
    assert page.progress == f"{publishing.QUESTIONS_LEFT.format(3)} · {publishing.TEXT_TO_READ.format(1)}"


def test_a_list_that_was_cancelled_is_made_when_somebody_comes_back(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    assert desk.window.desk is not None
    go_on = threading.Event()
    desk.window.desk.ask(page.view, lambda session, job: go_on.wait(10), lambda _: None)
    # its list waits for that, so that it cannot be there before it is cancelled
    page.choose_profile("labels")
    assert page.view._looking is not None
    page.view._looking.cancel()
    go_on.set()
    desk.settled()
    assert (page.rows, page.progress) == ([], ""), "no answer can hold for the names"
    page.press("Shift+C")
    PublicationPage(desk).show()
    page.show()
    desk.settled()
    assert {text.review.profile for text in page.texts} == {"labels"}


def test_texts_that_were_read_for_the_profile_before_are_not_shown(
    desk: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    is_read, go_on, read_all = threading.Event(), threading.Event(), texts.read_all

    def held(store: Store, request: PublishRequest, job: Job) -> list[ReadText]:
        if request.profile == "names":
            go_on.wait(10)
            return read_all(store, request, job)
        found = read_all(store, request, job)
        is_read.set()
        return found

    monkeypatch.setattr(texts, "read_all", held)
    page.choose_profile("labels")
    before = page.view._looking
    assert before is not None
    assert is_read.wait(10)  # the window does nothing meanwhile: what was read waits for it
    page.choose_profile("names")
    desk.until(lambda: before.done)
    assert page.rows == [], "an answer to them would hold for the other profile"
    go_on.set()
    desk.settled()
    assert {text.review.profile for text in page.texts} == {"names"}


def test_what_somebody_changes_elsewhere_is_asked_anew(desk: Driver) -> None:
    first, second = fill(desk)
    page = TextQuestionsPage(desk).open()
    change(desk, lambda session: cases.edit(session, first, {"narrative": "It rained."}))
    change(desk, lambda session: cases.edit(session, second, {"narrative": "It snowed in April."}))
    desk.settled()
    assert [row for row in page.rows if row.startswith("“")] == ["“April”"]


def test_a_profile_that_goes_leaves_the_list(desk: Driver) -> None:
    fill(desk)
    change(desk, lambda session: profiles.copy(session, "labels", "mine"))
    page = TextQuestionsPage(desk).open("mine")
    change(desk, lambda session: profiles.remove(session, "mine"))
    desk.settled()
    assert page.view.profile.findData("mine") < 0
    assert page.view.trouble.isHidden()
    before = page.progress
    assert before.startswith(publishing.QUESTIONS_LEFT.format(3))
    page.press("Shift+C")
    assert page.progress.startswith(publishing.QUESTIONS_LEFT.format(2))


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
    PublicationPage(desk).open().add_languages(
        tuple({text.language: None for text in every if text.language})
    )
    page = TextQuestionsPage(desk).open(profile)
    words = sum(count_words(text.review.text) for text in page.texts)
    assert words > 400
    keys = decisions = 0
    read = set[tuple[str, str]]()  # each sentence once for each word
    while not page.offers_preview():
        entry = page.entry
        assert entry is not None
        if isinstance(entry, TextQuestion):
            read |= {(entry.words, place.sentence) for place in entry.places}
        else:
            read |= {(entry.ref, mark.words) for mark in entry.review.marked}
        covers_all = page.can_cover_all()
        key = "R" if isinstance(entry, ReadText) else "Shift+C" if covers_all else "C"
        page.press(key)
        keys, decisions = keys + len(key.split("+")), decisions + 1
        assert decisions < 200
    words_read = sum(count_words(sentence) for _, sentence in read)
    seconds = keys * KEY + decisions * MENTAL + words_read / WORDS_A_SECOND
    assert len({word for word, _ in read}) >= 5
    assert seconds * 1000 / words <= MOST, f"{words} words, {decisions} answers, {seconds:.0f} s"
    reader = desk.frame.desk.reader
    assert all(row.states[profile] is TextState.REVIEWED for row in texts.list_texts(reader, [profile]))
