"""What is read before it is published: questions about words, and texts."""

from collections.abc import Sequence

from hrddesk.actions.content_review.text_questions import TextQuestion
from hrddesk.actions.content_review.texts import ReadText
from hrddesk_ui.publishing.texts.text_questions_view import TextQuestionsView
from hrddesk_ui.publishing.texts.texts_view import TextsView
from hrddesk_ui.widgets.labels.marked_text import MarkTone
from tests.ui.driver import Driver
from tests.ui.page_objects.publishing import open_publishing, publish_view


class TextsPage:
    """The tab on which texts are read and confirmed, one after the other."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> TextsView:
        """The tab itself."""
        return publish_view(self.driver).texts

    def open(self, profile: str = "") -> "TextsPage":
        """Go to the page and this tab, and review for a profile."""
        open_publishing(self.driver)
        self.show()
        self.driver.settled()
        if profile:
            self.choose_profile(profile)
        return self

    def show(self) -> None:
        """Go to this tab of the page."""
        publish_view(self.driver).tabs.setCurrentWidget(self.view)

    def is_current(self) -> bool:
        """Whether this tab of the page is chosen."""
        return publish_view(self.driver).tabs.currentWidget() is self.view

    def choose_profile(self, name: str) -> None:
        """Choose for which profile texts are reviewed."""
        self.view.profile.setCurrentIndex(self.view.profile.findData(name))
        self.driver.settled()

    @property
    def profile(self) -> object:
        """The name of the profile for which texts are reviewed."""
        return self.view.profile.currentData()

    @property
    def rows(self) -> list[str]:
        """The texts that could be published."""
        texts = self.view.texts
        return [texts.item(row).text() for row in range(texts.count())]

    @property
    def progress(self) -> str:
        """How many texts are reviewed."""
        return self.view.progress.text()

    @property
    def text(self) -> str:
        """The text as it was written."""
        return self.view.text.toPlainText()

    @property
    def result(self) -> str:
        """The text as it would be printed."""
        return self.view.result.toPlainText()

    @property
    def marked(self) -> list[str]:
        """The words that are marked in the text."""
        return list(self.view.text.marked)

    @property
    def doubtful(self) -> list[str]:
        """The words of the text that somebody must decide about."""
        return list(self.view.text.doubtful)

    @property
    def decided(self) -> list[str]:
        """The words of the text that somebody decided about."""
        return list(self.view.text.marked_as(MarkTone.DECIDED))

    @property
    def staying(self) -> list[str]:
        """The words of the text that stay if it is confirmed."""
        return list(self.view.text.marked_as(MarkTone.STAYS))

    @property
    def places(self) -> list[str]:
        """The marked places, each with what becomes of it."""
        places = self.view.found
        return [places.item(row).text() for row in range(places.count())]

    @property
    def place(self) -> str:
        """What is said of the place that is chosen."""
        return self.view.place.about.text()

    @property
    def doubt(self) -> str:
        """What is said while somebody must decide; nothing once all is decided."""
        return self.view.doubt.text() if self.view.doubt.isVisible() else ""

    @property
    def claim(self) -> str:
        """What somebody says who confirms the text; nothing where its marks tell nothing."""
        note = self.view.reading.said
        return note.text() if note.isVisible() else ""

    @property
    def question(self) -> str:
        """The question before a name stays; nothing while none is asked."""
        return self.view.reading.confirm.question

    @property
    def state(self) -> str:
        """Whether the text is reviewed."""
        return self.view.state.text()

    def can_confirm(self) -> bool:
        """Whether nothing is to be decided before."""
        return self.view.confirm_button.isEnabled()

    @property
    def confirm_words(self) -> str:
        """What the button that confirms says."""
        return self.view.confirm_button.text()

    def confirm(self) -> None:
        """Say that the text may go out."""
        self.driver.click(self.view.confirm_button)

    def take_back(self) -> None:
        """Take the review back."""
        self.driver.click(self.view.back_button)

    def offers_preview(self) -> bool:
        """Whether all is read, and the way back to the preview is shown."""
        return self.view.preview_button.isVisible()

    def preview_again(self) -> None:
        """Go back to the preview."""
        self.driver.click(self.view.preview_button)

    def text_has_keyboard(self) -> bool:
        """Whether the keyboard is in the text."""
        return self.view.text.hasFocus()

    def focus_confirm(self) -> None:
        """Give the keyboard to the button that confirms."""
        self.view.confirm_button.setFocus()

    def focus_back(self) -> None:
        """Give the keyboard to the button that takes the review back."""
        self.view.back_button.setFocus()

    def next_has_keyboard(self) -> bool:
        """Whether the keyboard is on the button that leads to the next text."""
        return self.view.next_button.hasFocus()

    def preview_has_keyboard(self) -> bool:
        """Whether the keyboard is on the button that leads back to the preview."""
        return self.view.preview_button.hasFocus()

    def choose_text(self, row: int) -> None:
        """Choose a text of the list."""
        self.view.texts.setCurrentRow(row)

    def focus_text(self) -> None:
        """Give the keyboard to the text, where places are gone through."""
        self.view.text.setFocus()

    def focus_places(self) -> None:
        """Give the keyboard to the list of places."""
        self.view.found.setFocus()

    def go_to_place(self, words: str) -> None:
        """Go to a place by the keys of the page."""
        for _ in self.places:
            self.driver.key("F8")
            if self.view.found.currentItem().text().startswith(f"“{words}”"):
                return
        raise AssertionError(words)

    def choose_label(self, name: str) -> None:
        """Choose the label that may stand in a place."""
        self.view.place.labels.setCurrentIndex(self.view.place.labels.findData(name))

    def let_stand(self) -> None:
        """Let the words of the place that is chosen stand, or be asked about them first."""
        self.driver.click(self.view.place.stand_button)

    def agree(self) -> None:
        """Answer the question with yes."""
        self.driver.click(self.view.reading.confirm.yes)

    def can_take_over(self) -> bool:
        """Tell whether another profile has decisions about this text."""
        return self.view.reading.take_button.isVisible()

    def take_over(self) -> None:
        """Take over what was decided for another profile."""
        self.driver.click(self.view.reading.take_button)

    def put_words(self) -> None:
        """Put the words that are written in the place that is chosen."""
        self.driver.click(self.view.place.words_button)


class TextQuestionsPage:
    """The tab of questions about the texts of a publication, answered from top to bottom."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> TextQuestionsView:
        """The tab itself."""
        return publish_view(self.driver).questions

    def open(self, profile: str = "names") -> "TextQuestionsPage":
        """Go to the page and this tab, and give the keyboard to the questions of a profile."""
        open_publishing(self.driver)
        self.show()
        self.driver.settled()
        self.choose_profile(profile)
        self.driver.settled()
        self.focus_questions()
        return self

    def show(self) -> None:
        """Go to this tab of the page."""
        publish_view(self.driver).tabs.setCurrentWidget(self.view)

    def choose_profile(self, name: str) -> None:
        """Choose for which profile questions are asked."""
        self.view.profile.setCurrentIndex(self.view.profile.findData(name))

    @property
    def profile(self) -> object:
        """The name of the profile for which questions are asked."""
        return self.view.profile.currentData()

    def press(self, key: str) -> None:
        """Press a key once its question was there for longer than a slip lasts; wait for the next one."""
        self.driver.bot.wait(300)
        self.driver.key(key)
        self.driver.settled()

    @property
    def rows(self) -> list[str]:
        """The questions and the texts, below their headings."""
        questions = self.view.questions
        return [questions.item(row).text() for row in range(questions.count())]

    def focus_questions(self) -> None:
        """Give the keyboard to the list of questions."""
        self.view.questions.setFocus()

    def questions_have_keyboard(self) -> bool:
        """Whether the keyboard is in the list of questions."""
        return self.view.questions.hasFocus()

    @property
    def current_row(self) -> int:
        """The row of the question that is shown."""
        return self.view.questions.currentRow()

    def choose_row(self, row: int) -> None:
        """Choose a question of the list."""
        self.view.questions.setCurrentRow(row)

    @property
    def entry(self) -> TextQuestion | ReadText | None:
        """What is asked, or the text that is to be read."""
        return self.view._entry()

    @property
    def texts(self) -> Sequence[ReadText]:
        """The texts that are asked about."""
        return self.view._read

    def can_repeat(self) -> bool:
        """Whether the last answer can be given to all words like this one."""
        return self.view.answer.like.isEnabled()

    def can_cover_all(self) -> bool:
        """Whether a word can be covered in all texts."""
        return self.view.answer.cover_all.isEnabled()

    def cover_all(self) -> None:
        """Cover the word in all texts."""
        self.driver.click(self.view.answer.cover_all)

    @property
    def progress(self) -> str:
        """How many questions and texts are still to come."""
        return self.view.progress.text()

    @property
    def topic(self) -> str:
        """The word or the text that is asked about."""
        return self.view.answer.about.text()

    @property
    def meaning(self) -> str:
        """What the word may mean."""
        return self.view.answer.meaning.text()

    @property
    def sentences(self) -> str:
        """The sentences in which the word stands, or the text that is to be read."""
        return self.view.answer.sentences.toPlainText()

    @property
    def marked(self) -> list[str]:
        """The words that are marked in the sentences."""
        return list(self.view.answer.sentences.marked)

    def offers_preview(self) -> bool:
        """Whether all is answered, and the way back to the preview is shown."""
        return self.view.preview_button.isVisible()

    def preview_again(self) -> None:
        """Go back to the preview."""
        self.driver.click(self.view.preview_button)

    def is_all_in_sight(self) -> bool:
        """Whether nothing has to be scrolled to."""
        area = self.driver.frame._areas["publish"]
        return area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0
