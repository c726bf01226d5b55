"""What the list of questions about texts shows of a text and of those whom a word may mean."""

import pytest

from hrddesk.actions.content_review import texts
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.records import cases, sources
from hrddesk.records.model.field_specs import Visibility
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.asking import SECOND, SHOWN, fill, know, without_isolates
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case
from tests.ui.page_objects.reviewing import TextQuestionsPage, TextsPage
from tests.ui.texts import publishing


def test_a_text_marks_whole_words_and_says_what_an_unknown_word_may_be(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Prosecutor Stanek said that he held the other file, 4711-88123-9.")
    page = TextQuestionsPage(desk).open("labels")
    assert (page.topic, page.meaning) == ("“Stanek”", publishing.MAY_BE_NAME.capitalize())
    page.press("C")
    assert (page.topic, page.meaning) == ("“4711-88123-9”", publishing.LONG_NUMBER.capitalize())
    page.press("C")
    assert page.marked == ["[person]", "he", "[number]"]


@pytest.mark.parametrize(
    ("narrative", "said"),
    [
        (
            "They saw Quentin Marlowe on 5 May 2019.",
            [
                f"{publishing.PLACE_NAMES_NOBODY.format(1)} Quentin Marlowe",
                f"{publishing.PLACE_TELLS_MORE.format(1)} 5 May 2019 (May 2019)",
            ],
        ),
        (
            "They saw Quentin Marlowe and Tamsin at 14:30, and the cousin of Tamsin.",
            [
                f"{publishing.PLACES_NAME_NOBODY.format(3)} Quentin Marlowe, Tamsin",
                f"{publishing.PLACES_TELL_MORE.format(2)} 14:30, cousin",
            ],
        ),
    ],
)
def test_marks_are_counted_and_not_their_words(desk: Driver, narrative: str, said: list[str]) -> None:
    add_case(desk, SHOWN, narrative=narrative)
    page = TextQuestionsPage(desk).open("labels")
    lines = without_isolates(page.sentences).split("\n")
    assert lines[:3] == [publishing.IF_CONFIRMED, *said]
    desk.shot(f"questions-marks-{said[0][0]}")


def test_nothing_tells_who_is_a_source(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Kestrel came on Sunday.")
    add_case(desk, narrative="A kestrel flew.")
    know(desk, "Ana Sunday")
    change(desk, lambda session: sources.create(session, {"title": "A letter", "code_name": "Kestrel"}))
    page = TextQuestionsPage(desk).open()
    meanings = set()
    for row in range(len(page.rows)):
        page.choose_row(row)
        if page.topic in ("“Kestrel”", "“Sunday”"):
            meanings.add(page.meaning)
        assert publishing.SOURCE not in page.meaning
        assert not page.view.questions.item(row).toolTip()
    assert meanings == {publishing.MAY_MEAN_SOMEBODY}
    assert page.view.answer.sentences.reason_at(3) == ""


def test_the_whole_text_is_opened_by_a_key(desk: Driver) -> None:
    fill(desk)
    page = TextQuestionsPage(desk).open()
    page.press("C")
    page.press("O")
    reading = TextsPage(desk)
    assert reading.is_current()
    desk.until(lambda: reading.text == SECOND)
    assert reading.profile == page.profile


def test_a_text_that_is_opened_is_read_as_it_is_printed_and_confirmed_by_its_reader_alone(
    desk: Driver,
) -> None:
    """Read alone, it was about fewer people: confirmed there, it waited in the list without end."""
    mill, quarry = (add_case(desk, narrative=text)[0] for text in ("Brisk came home.", "It rained."))
    know(desk, "Odal Brisk", case=quarry)
    page = TextQuestionsPage(desk).open("labels")
    assert page.topic == "“Brisk”"
    page.press("O")
    reading = TextsPage(desk)
    desk.until(lambda: reading.doubtful == ["Brisk"])
    assert not reading.can_confirm()
    reading.focus_text()
    desk.key("Alt+1")
    desk.until(reading.can_confirm)
    assert reading.state == publishing.NOT_REVIEWED
    reader = desk.frame.desk.reader
    assert {row.states["labels"] for row in texts.list_texts(reader, ["labels"])} == {TextState.UNREVIEWED}
    desk.shot("questions-opened")
    reading.confirm()
    desk.until(lambda: reading.state == publishing.REVIEWED)
    page.show()
    desk.settled()
    assert page.progress == f"{publishing.QUESTIONS_LEFT.format(0)} · {publishing.TEXT_TO_READ.format(1)}"
    assert {text.review.record: text.review.state for text in page.texts} == {
        mill: TextState.REVIEWED,
        quarry: TextState.UNREVIEWED,
    }


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (683, 384)])
@pytest.mark.parametrize("language", list(WindowLanguage))
def test_it_fits(desk: Driver, language: WindowLanguage, size: tuple[int, int]) -> None:
    long = "Vero" + "vero" * 20
    case, *_ = add_case(desk, (f"{long} Lunt", Visibility.SECRET), narrative=f"{long} left. Then VL wept.")
    fill(desk)
    change(desk, lambda session: cases.edit(session, case, {"title": "The printers of Willow Lane " * 4}))
    desk.window.resize(*size)
    desk.window.speak(language)
    page = TextQuestionsPage(desk).open()
    assert page.view.questions.horizontalScrollBar().maximum() == 0
    assert page.view.answer.keep.isVisible()
    desk.shot(f"questions-{language}-{size[0]}")
    page.press("C")
    desk.shot(f"questions-next-{language}-{size[0]}")
