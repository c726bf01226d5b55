"""What the list of questions about texts shows of a text and of those whom a word may mean."""

import pytest

from hrddesk.actions import cases, sources, texts
from hrddesk.actions.texts import State
from hrddesk.records.field_specs import Visibility
from hrddesk_ui.translation import Language
from hrddesk_ui.views.publish_view import PublishView
from tests.ui.asking import SECOND, SHOWN, asked_about, fill, know, open_questions, press, without_isolates
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import add_case


def test_a_text_marks_whole_words_and_says_what_an_unknown_word_may_be(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Prosecutor Stanek said that he held the other file, 4711-88123-9.")
    view = open_questions(desk, "labels")
    assert (asked_about(view), view.answer.meaning.text()) == ("“Stanek”", "May be a name")
    press(desk, "C")
    assert (asked_about(view), view.answer.meaning.text()) == ("“4711-88123-9”", "Long number")
    press(desk, "C")
    assert view.answer.sentences.marked == ["[person]", "he", "[number]"]


@pytest.mark.parametrize(
    ("narrative", "said"),
    [
        (
            "They saw Quentin Marlowe on 5 May 2019.",
            [
                "1 marked place, which names nobody: Quentin Marlowe",
                "Anybody may read 1 marked place, which tells more than the facts do: 5 May 2019 (May 2019)",
            ],
        ),
        (
            "They saw Quentin Marlowe and Tamsin at 14:30, and the cousin of Tamsin.",
            [
                "3 marked places, none of which names anybody: Quentin Marlowe, Tamsin",
                "Anybody may read 2 marked places, which tell more than the facts do: 14:30, cousin",
            ],
        ),
    ],
)
def test_marks_are_counted_and_not_their_words(desk: Driver, narrative: str, said: list[str]) -> None:
    add_case(desk, SHOWN, narrative=narrative)
    view = open_questions(desk, "labels")
    told = without_isolates(view.answer.sentences.toPlainText()).split("\n")
    assert told[:3] == ["If you confirm this text, you say:", *said]
    desk.shot(f"questions-marks-{said[0][0]}")


def test_nothing_tells_who_is_a_source(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Kestrel came on Sunday.")
    add_case(desk, narrative="A kestrel flew.")
    know(desk, "Ana Sunday")
    change(desk, lambda session: sources.create(session, {"title": "A letter", "code_name": "Kestrel"})[1])
    view = open_questions(desk)
    told = set()
    for row in range(view.questions.count()):
        view.questions.setCurrentRow(row)
        if asked_about(view) in ("“Kestrel”", "“Sunday”"):
            told.add(view.answer.meaning.text())
        assert "source" not in view.answer.meaning.text()
        assert not view.questions.item(row).toolTip()
    assert told == {"It may mean somebody who may not be named."}
    assert view.answer.sentences.reason_at(3) == ""


def test_the_whole_text_is_opened_by_a_key(desk: Driver) -> None:
    fill(desk)
    view = open_questions(desk)
    press(desk, "C")
    press(desk, "O")
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
    know(desk, "Odal Brisk", case=quarry)
    view = open_questions(desk, "labels")
    assert asked_about(view) == "“Brisk”"
    press(desk, "O")
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
    fill(desk)
    change(desk, lambda session: cases.edit(session, case, {"title": "The printers of Willow Lane " * 4}))
    desk.window.resize(*size)
    desk.window.speak(language)
    view = open_questions(desk)
    assert view.questions.horizontalScrollBar().maximum() == 0
    assert view.answer.keep.isVisible()
    desk.shot(f"questions-{language}-{size[0]}")
    press(desk, "C")
    desk.shot(f"questions-next-{language}-{size[0]}")
