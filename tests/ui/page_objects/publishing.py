"""The page of publishing: its tabs, and the tab of a new publication."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from hrddesk.actions.publishing.publication_risks import RiskKind
from hrddesk.records.language.labels import Chain
from hrddesk.records.model.record import RecordId
from hrddesk.redact.profile.coarser import Coarser
from hrddesk_ui.publishing.publication.namesake_answers import NamesakeAnswers
from hrddesk_ui.publishing.publication.publication_view import PublicationView
from hrddesk_ui.publishing.publish_view import PublishView
from tests.ui.driver import Driver


def publish_view(driver: Driver) -> PublishView:
    """Return the page of publishing, wherever the window is."""
    view = driver.frame.page(PublishView.name)
    assert isinstance(view, PublishView)
    return view


def open_publishing(driver: Driver) -> PublishView:
    """Go to the page; the list of people follows the choice after a moment."""
    driver.page(PublishView.name)
    PublicationPage(driver).follow()
    return publish_view(driver)


class PublicationPage:
    """The tab of a new publication: what is chosen, its preview, its risks, its file."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> PublicationView:
        """The tab itself."""
        return publish_view(self.driver).publication

    def open(self) -> "PublicationPage":
        """Go to the page and to this tab."""
        open_publishing(self.driver)
        self.show()
        return self

    def show(self) -> None:
        """Go to this tab of the page."""
        publish_view(self.driver).tabs.setCurrentWidget(self.view)

    def is_current(self) -> bool:
        """Whether this tab of the page is chosen."""
        return publish_view(self.driver).tabs.currentWidget() is self.view

    def follow(self) -> None:
        """Wait until all is shown that was chosen and changed, also what is looked at after a moment only."""

        def is_waiting() -> bool:
            timers = self.view.findChildren(QTimer)
            return any(timer.isSingleShot() and timer.isActive() for timer in timers)

        self.driver.settled()
        self.driver.until(lambda: not is_waiting())
        self.driver.settled()

    # What may leave, and in which words

    def choose_profile(self, name: str) -> None:
        """Choose what may leave."""
        self.view.profile.setCurrentIndex(self.view.profile.findData(name))

    @property
    def profile(self) -> object:
        """The name of the profile that is chosen."""
        return self.view.profile.currentData()

    def choose_languages(self, *languages: str) -> None:
        """Choose the languages of the publication from their list."""
        self.view.language.setCurrentIndex(self.view.language.findData(",".join(languages)))

    def add_languages(self, languages: Chain) -> None:
        """Choose languages that need not be in the list."""
        self.view.language.choose(languages)

    @property
    def languages(self) -> object:
        """The codes of the languages that are chosen, with commas between them."""
        return self.view.language.currentData()

    def write_heading(self, words: str) -> None:
        """Put a heading in place of the one that is written."""
        self.view.heading.setText(words)

    @property
    def heading(self) -> str:
        """The heading that is written."""
        return self.view.heading.text()

    # Cases and people

    def choose_all_cases(self) -> None:
        """Choose all cases, also those to come."""
        self.driver.click(self.view.choices.all_cases)

    def take_all_cases(self) -> None:
        """Choose all cases, also while another tab is shown."""
        self.view.choices.all_cases.setChecked(True)

    def take_cases(self, cases: tuple[RecordId, ...] | None) -> None:
        """Choose these cases, or all, also while another tab is shown."""
        self.view.choices.choose_cases(cases)

    def tick_all_cases(self) -> None:
        """Tick each case of the list."""
        self.view.cases.model.choose_all()

    def tick_case(self, row: int) -> None:
        """Tick one case of the list."""
        self.view.cases.model.choose([row], True)

    def show_people(self) -> None:
        """Go to the list of people to label."""
        self.view.choices.setCurrentIndex(1)

    def filter_people(self, words: str) -> None:
        """List only people of whose name these words are part."""
        self.driver.fill(self.view.people.filter, words)

    @property
    def people(self) -> list[str]:
        """The people who can be labelled instead of named, as far as they are not filtered out."""
        return [line.text() for line in self.view.people.list.lines if not line.isHidden()]

    def look_for_people(self) -> None:
        """List the people of the chosen cases anew."""
        self.view.people.look_soon()

    def label(self, name: str) -> None:
        """Choose by keys that a person gets a label."""
        self.show_people()
        people = self.view.people.list
        people.setFocus()
        people.setCurrentRow([name in line.text() for line in people.lines].index(True))
        self.driver.key("Space")

    def people_have_a_list(self) -> bool:
        """Whether it can be chosen who is labelled instead of named."""
        return self.view.choices.isTabVisible(1)

    def ask_for_levels(self) -> None:
        """Go to where it is said who may learn of the chosen cases."""
        self.driver.click(self.view.choices.levels_button)

    @property
    def case_heading(self) -> str:
        """What is said over the choice of cases."""
        return self.view.choices.tabText(0)

    @property
    def people_heading(self) -> str:
        """What is said over the list of people to label."""
        return self.view.choices.tabText(1)

    # The issue before

    def begin_again(self) -> None:
        """Come back to the tab as somebody does who left it."""
        self.view.load()

    def continue_latest(self, *, as_correction: bool = False) -> None:
        """Make the next issue of the publication that was written last."""
        self.view.series.before.setCurrentIndex(1)
        if as_correction:
            self.view.series.corrects.setChecked(True)

    def continue_number(self, number: int) -> None:
        """Make the next issue of a publication."""
        self.view.series.before.setCurrentIndex(self.view.series.before.findData(number))

    @property
    def issue_count(self) -> int:
        """How many publications can have a next issue."""
        return self.view.series.before.count() - 1  # without "none"

    def can_correct(self) -> bool:
        """Whether the issue can be a correction."""
        return self.view.series.corrects.isEnabled()

    # The preview

    def press_preview(self) -> None:
        """Ask for the preview."""
        self.driver.click(self.view.preview_button)

    def preview(self) -> None:
        """Ask for the preview, and wait until its file can be written."""
        self.press_preview()
        self.driver.until(self.view.write_button.isEnabled)

    @property
    def text(self) -> str:
        """Everything that the publication would hold."""
        return self.view.preview.text.toPlainText()

    @property
    def marked(self) -> list[str]:
        """The words that are marked in it."""
        return list(self.view.preview.text.marked)

    @property
    def summary(self) -> str:
        """What is counted over the preview."""
        return self.view.preview.summary.text()

    @property
    def relabelled(self) -> str:
        """What is said of labels that changed since the last preview; nothing where none did."""
        note = self.view.preview.dealt
        return note.text() if note.isVisible() else ""

    def text_is_current(self) -> bool:
        """Whether the text of the preview is chosen."""
        return self.view.preview.tabs.currentWidget() is self.view.preview.text

    def show_labels(self) -> None:
        """Go to the list of labels."""
        self.view.preview.tabs.setCurrentWidget(self.view.preview.labels)

    @property
    def labels(self) -> list[list[str]]:
        """Each label and who bears it."""
        table = self.view.preview.labels
        cells = [[table.item(row, column) for column in range(2)] for row in range(table.rowCount())]
        return [[cell.text() for cell in row if cell is not None] for row in cells]

    def show_risks(self) -> None:
        """Go to the risks and omissions."""
        self.view.preview.tabs.setCurrentWidget(self.view.preview.risks)

    def risks_are_current(self) -> bool:
        """Whether the risks and omissions are chosen."""
        return self.view.preview.tabs.currentWidget() is self.view.preview.risks

    @property
    def thoughts(self) -> str:
        """Risks and omissions, in words."""
        return self.view.preview.thoughts.toPlainText()

    @property
    def steps(self) -> list[str]:
        """What can be done to tell less."""
        coarser = self.view.preview.coarser
        return [coarser.item(row).text() for row in range(coarser.count())]

    @property
    def current_step(self) -> str:
        """The step to tell less that is chosen."""
        return self.view.preview.coarser.currentItem().text()

    def point_at_step(self, words: str) -> None:
        """Give the keyboard to a step to tell less."""
        coarser = self.view.preview.coarser
        coarser.setFocus()
        coarser.setCurrentRow(self.steps.index(words))

    @property
    def steps_done(self) -> frozenset[Coarser]:
        """The steps to tell less that are ticked."""
        return self.view.preview.coarser.steps

    def take_steps(self, steps: Iterable[Coarser]) -> None:
        """Tick these steps to tell less and no more."""
        self.view.preview.coarser.take(steps)

    @property
    def held_labels(self) -> list[str]:
        """The labels of earlier publications, each with whom it still stands for."""
        held = self.view.preview.held.list
        return [held.item(row).text() for row in range(held.count())]

    def show_left_out_by_role(self) -> None:
        """Go to the people who are left out by their role."""
        self.view.preview.tabs.setCurrentWidget(self.view.preview.beside)

    @property
    def heading_by_role(self) -> str:
        """What is said over the people who are left out by their role."""
        tabs = self.view.preview.tabs
        return tabs.tabText(tabs.indexOf(self.view.preview.beside))

    def show_names(self) -> None:
        """Go to the names that somebody must decide about."""
        self.view.preview.tabs.setCurrentWidget(self.view.preview.names)

    def offers_names(self) -> bool:
        """Whether there are names that somebody must decide about."""
        tabs = self.view.preview.tabs
        return tabs.isTabVisible(tabs.indexOf(self.view.preview.names))

    @property
    def name_heading(self) -> str:
        """What is said over the names that somebody must decide about."""
        tabs = self.view.preview.tabs
        return tabs.tabText(tabs.indexOf(self.view.preview.names))

    @property
    def names(self) -> list[tuple[str, bool]]:
        """Each name that somebody must decide about, and whether it may stand."""
        names = self.view.preview.names.list
        lines = [names.item(row) for row in range(names.count())]
        return [(line.text(), line.checkState() is Qt.CheckState.Checked) for line in lines]

    def tick_name(self, row: int) -> None:
        """Decide by the keyboard whether a name may stand."""
        self.show_names()
        self.view.preview.names.list.setFocus()
        self.view.preview.names.list.setCurrentRow(row)
        self.driver.key("Space")

    def review_texts(self) -> None:
        """Follow the button to the texts that wait."""
        self.driver.click(self.view.preview.texts_button)

    def offers_texts(self) -> bool:
        """Whether the preview leads to texts that wait."""
        return self.view.preview.texts_button.isVisible()

    def look_at_pictures(self) -> None:
        """Follow the button to the pictures that wait."""
        self.driver.click(self.view.preview.pictures_button)

    def offers_pictures(self) -> bool:
        """Whether the preview leads to pictures that wait."""
        return self.view.preview.pictures_button.isVisible()

    # Risks and their answers

    @property
    def open_risks(self) -> list[RiskKind]:
        """The kinds of risk without a reason."""
        return self.view.preview.answers.open

    def answers(self, kind: RiskKind) -> bool:
        """Tell whether the keyboard is where a reason for a kind of risk is written."""
        return self.driver.focus() is self.view.preview.answers.lines[kind]

    def write_reason(self, kind: RiskKind, words: str) -> None:
        """Write a reason for a kind of risk."""
        self.view.preview.answers.lines[kind].setText(words)

    def answer_risks(self) -> None:
        """Give a reason for each kind of risk, as the button asks."""
        while self.open_risks:
            before = len(self.open_risks)
            self.press_write()
            self.driver.text("for the test")
            assert len(self.open_risks) == before - 1

    @property
    def namesakes(self) -> NamesakeAnswers:
        """The people with the name of somebody who has a label."""
        return self.view.preview.answers.namesakes

    # The file

    def can_write(self) -> bool:
        """Whether the file can be written, or is asked for reasons first."""
        return self.view.write_button.isEnabled()

    @property
    def write_words(self) -> str:
        """What the button that writes says."""
        return self.view.write_button.text()

    def press_write(self) -> None:
        """Press the button that writes, or leads to what is to be answered before."""
        self.driver.click(self.view.write_button)

    def write_to(self, path: Path) -> None:
        """Write the file, as after a choice of its place."""
        self.view.write(path)

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""
