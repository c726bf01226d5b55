"""Somebody who does the main job in the window, by keys and mouse; their vault is looked into for proof."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.cases.case_table_model import CaseColumn
from hrddesk_ui.exchange.review_table_model import ReviewColumn
from hrddesk_ui.locking.resume import Resume
from tests.e2e import facts
from tests.e2e.hands import LONG, Hands
from tests.ui.driver import Driver
from tests.ui.page_objects.contacts import ContactsPage, IdentityPage
from tests.ui.page_objects.gate import NewVaultPage, StartPage, UnlockPage
from tests.ui.page_objects.handoff import HandoffPage, SendPage
from tests.ui.page_objects.incoming import ReadPage, ReviewPage
from tests.ui.page_objects.publishing import PublicationPage, publish_view
from tests.ui.page_objects.records import CasesPage
from tests.ui.page_objects.reviewing import TextQuestionsPage, TextsPage
from tests.ui.page_objects.search import SearchPage
from tests.ui.page_objects.tables import ImportPane
from tests.ui.texts import exchange, publishing, records

PUBLISHED = 10
NEW_RECORDS = {"people and groups": 74, "cases": 73, "events": 137, "relations": 8, "figures": 20}
PLACES = 26
"""How many places the words of the report mean, with those that they lie in."""


class Person(Hands):
    """Somebody at their own desk, with the words that they wrote on paper."""

    def __init__(self, driver: Driver, paper: dict[str, str], parties: list[facts.Row]) -> None:
        """`paper` holds passphrases by desk; `parties` are the rows that are cited by number."""
        super().__init__(driver)
        self.paper = paper
        self.parties = parties
        self.cases = CasesPage(driver)

    def go_to_cases(self) -> None:
        """Click the page of cases in the rail."""
        self.driver.page("cases")
        self.driver.settled()

    def ids(self, kind: Kind) -> list[RecordId]:
        """Look into the vault, which no person can."""
        assert self.driver.window.desk is not None
        return self.driver.window.desk.reader.ids(kind)

    def record(self, record_id: RecordId) -> Record:
        """Look at one record in the vault."""
        assert self.driver.window.desk is not None
        return self.driver.window.desk.reader.get(record_id)

    # --- the vault ---

    def make_vault(self, folder: Path) -> None:
        """From the start page to an open vault; the six and the 24 words go onto paper."""
        assert StartPage(self.driver).has_keyboard()
        self.press("Space")
        page = NewVaultPage(self.driver)
        self.write(str(folder))
        self.paper[folder.stem] = page.phrase
        self.tab_to(page.view.choice.typed.field)
        self.write(self.paper[folder.stem])
        self.press("Return")
        self.until(page.shows_recovery_words, LONG)
        words = page.recovery_words
        assert len(set(words)) > 12
        self.press("Space")
        for field in page.view.proof.fields:
            self.tab_to(field)
            number = int(field.accessibleName().split()[-1])
            self.write(words[number - 1])
        self.press("Return")
        self.until(lambda: self.driver.window.frame is not None)
        self.driver.settled()

    def lock(self) -> Resume:
        """Lock the vault; return what the next process would begin with."""
        self.driver.settled()
        self.press("Ctrl+L")
        self.until(lambda: bool(self.driver.resumed))
        assert not self.driver.window.isVisible()
        (resume,) = self.driver.resumed
        return resume

    def unlock(self) -> None:
        """Type what stands on the paper of the vault that was locked."""
        folder = UnlockPage(self.driver).folder
        assert folder is not None
        self.write(self.paper[folder.stem])
        self.press("Return")
        self.until(lambda: self.driver.window.frame is not None)
        self.driver.settled()

    # --- recording ---

    def import_folder(self, folder: Path, expected: Collection[str], *, public: bool = False) -> None:
        """Let the import say what it would do, then let it do so; `expected` are lines of its report."""
        self.go_to_cases()
        pane = ImportPane(self.driver)
        pane.click_import()
        view = pane.view
        self.until(lambda: pane.path.has_keyboard)
        self.write(str(folder))
        if public:
            self.tab_to(view.visibility)
            self.driver.pick("End")
            assert publishing.PUBLIC in view.visibility.currentText()
        before = len(self.ids(Kind.EVENT))
        self.tab_to(view.check_button)
        self.press("Space")
        self.until(view.import_button.hasFocus, LONG)
        assert len(self.ids(Kind.EVENT)) == before
        lines = pane.report
        assert not [line for line in lines if line.startswith("error")]
        assert set(expected) <= set(lines), lines
        self.driver.shot(f"e2e-import-{'public' if public else 'new'}")
        self.press("Space")
        self.until(view.undo_button.isVisible, LONG)
        self.driver.settled()
        assert view.close_button.hasFocus()
        self.driver.shot("e2e-imported")
        self.press("Space")

    def find_person(self, row: int) -> RecordId:
        """Find somebody by a name in the search on top; go to where they stand."""
        name = facts.names(self.parties[row])[0]
        self.press("Ctrl+F")
        self.write(name)
        self.press("Return")
        hits = SearchPage(self.driver).hits
        self.until(lambda: hits.has_keyboard)
        self.until(lambda: len(hits.entries) > 0)
        self.driver.settled()
        self.go_down_to(hits.view, records.PERSON_OR_GROUP)
        self.driver.shot("e2e-search")
        self.press("Return")
        people = self.cases.people.list
        self.until(lambda: people.has_keyboard)
        person = people.selected
        assert person is not None
        assert name in [str(item["name"]) for item in self.record(person).values("names")]
        return person

    def add_event(self, what: str, when: str, understood: str) -> None:
        """Add an event to the case that is shown, without the mouse."""
        timeline = self.cases.timeline
        before = len(timeline.list.entries)
        self.press("Ctrl+E")
        date = self.cases.event.date
        self.write(what)
        self.press("Tab")
        self.tab_to(date.widget)
        self.write(when)
        assert f": {understood} · " in date.hint  # the other language follows
        self.driver.shot("e2e-event")
        self.press("Ctrl+S")
        self.until(lambda: not timeline.has_form)
        self.until(lambda: len(timeline.list.entries) == before + 1)
        self.come_back()

    def attach(self, path: Path) -> None:
        """Take a file into the case that is shown."""
        files = self.cases.evidence.list
        before = len(files.entries)
        self.press("Ctrl+D")
        self.answer(path)
        self.until(lambda: len(files.entries) == before + 1, LONG)
        self.told(records.FILE_TAKEN)
        self.driver.shot("e2e-evidence")

    def narrate(self, row: int) -> RecordId:
        """Find a case with the filter of the list and write a narrative that names whom it is about."""
        name, *_, last = names = facts.names(self.parties[row])
        assert len(names) > 1
        text = f"It is said that {name} was seen at the gate. {last}被带走。Nobody else was there."
        self.go_to_cases()
        view = self.cases.view
        self.replace(view.filter, name)
        self.until(lambda: len(self.cases.listed) == 1)
        self.press("Return")
        case = self.cases.case
        assert case is not None
        self.driver.click(view.case.edit_button)
        self.replace(self.cases.summary.view.narrative, text)
        self.driver.shot("e2e-narrative")
        self.press("Ctrl+S")
        self.until(lambda: self.record(case).text("narrative") == text)
        self.driver.settled()
        self.replace(view.filter, "")
        self.until(lambda: len(self.cases.listed) > 1)
        return case

    # --- meeting ---

    def save_card(self, path: Path) -> str:
        """Save the own contact card; return the twelve words as they are read aloud."""
        handoff, page = HandoffPage.open(self.driver).view, IdentityPage(self.driver)
        self.tab(handoff.tabs, page.view)
        self.until(lambda: len(page.words.split()) == 12)
        self.driver.click(page.view.save_button)
        self.answer(path)
        self.told(exchange.CARD_SAVED)
        assert path.is_file()
        self.driver.shot("e2e-identity")
        return " ".join(page.words.split())

    def meet(self, card: Path, name: str, heard: str) -> None:
        """Add the card of somebody and type the twelve words that they read."""
        handoff, page = HandoffPage.open(self.driver).view, ContactsPage(self.driver)
        view = page.view
        self.tab(handoff.tabs, view)
        self.replace(view.card.field, str(card))
        self.press("Return")
        self.write(name)
        self.press("Return")
        self.until(page.words_have_keyboard)
        self.write(" ".join(reversed(heard.split())))
        self.press("Return")
        self.until(lambda: exchange.WORDS_DO_NOT_MATCH in page.words_problem)
        assert view.heard.selectedText() != ""
        self.write(heard)
        self.press("Return")
        self.told(exchange.CONTACT_VERIFIED)
        self.driver.shot("e2e-contact")

    # --- handing over ---

    def send(self, to: str, stick: Path) -> Path:
        """Write a bundle of everything."""
        handoff, page = HandoffPage.open(self.driver).view, SendPage(self.driver)
        view = page.view
        self.tab(handoff.tabs, view)
        self.tab_to(view.recipients)
        assert to in view.recipients.currentItem().text()
        self.press("Space")
        page.cases.choose_everything()
        self.tab_to(view.along.sources)
        self.driver.pick("End")
        assert page.sources_choice == exchange.FULL_DETAILS  # names of files tell of whoever gave them
        self.replace(view.folder.field, str(stick))
        self.driver.shot("e2e-send")
        self.press("Return")
        self.told(exchange.BUNDLE_WRITTEN)
        assert exchange.BUNDLE_HOLDS_N_CASES.format(73) in self.driver.window.message_bar.text
        self.driver.shot("e2e-sent")
        (bundle,) = stick.glob("*.hrdb")
        return bundle

    def receive(self, bundle: Path, sender: str) -> None:
        """Read a bundle, look through what came, accept it."""
        handoff, page = HandoffPage.open(self.driver).view, ReadPage(self.driver)
        self.tab(handoff.tabs, page.view)
        self.replace(page.view.path.field, str(bundle))
        self.press("Return")
        review = ReviewPage(self.driver)
        self.until(lambda: review.number > 0, LONG)
        self.driver.settled()
        assert self.ids(Kind.CASE) == []
        assert f"{sender} ({exchange.VERIFIED})" in review.origin
        rows = [row for row in range(review.model.rowCount()) if review.model.item(row) is not None]
        assert len(rows) == sum(NEW_RECORDS.values()) + PLACES + 3  # an event and two files were added
        states = {review.model.index(row, ReviewColumn.STATE).data() for row in rows}
        # What arrives as public, and what refers to it, says that it needs a look, and why.
        needs_a_look = exchange.NEEDS_A_LOOK.partition(":")[0]
        assert {state.partition(":")[0] for state in states} == {exchange.NEW, needs_a_look}
        assert review.records_have_keyboard()
        self.press("Down", "Down")
        assert review.rows
        self.driver.shot("e2e-review")
        review.accept_all()
        self.told(exchange.RECORDS_TAKEN_OVER)
        self.driver.settled()
        assert not review.can_accept()
        self.driver.shot("e2e-accepted")

    # --- publishing ---

    def publish(self, target: Path, labelled: Sequence[int]) -> str:
        """Publish ten cases under the profile `names`; return what the last preview showed."""
        self.driver.page("publish")
        self.driver.settled()
        publication = PublicationPage(self.driver)
        view = publication.view
        self.tab_to(view.profile)
        self.driver.pick("Home", *["Down"] * view.profile.findData("names"))
        assert publication.profile == "names"
        self.press("Tab")
        self.driver.pick("End", "Up")
        assert publication.languages == "en,zh-Hans"
        self._choose_first_cases(publication)
        self.tab(view.choices, view.people)
        for row in labelled:
            self._label(publication, row)
        assert publication.people_heading.endswith(f": {len(labelled)}")
        assert not publication.can_write()
        self._look(publication)
        self.driver.shot("e2e-preview-before-review")
        publication.review_texts()
        self._confirm_text()
        self.tab(publish_view(self.driver).tabs, view)
        self._look(publication)
        assert not publication.offers_texts()
        assert len(publication.labels) == len(labelled)
        assert publishing.PERSON_LABEL.format("A") in publication.marked
        text = publication.text
        self.driver.shot("e2e-preview")
        self.tab(view.preview.tabs, view.preview.labels)
        self.driver.shot("e2e-labels")
        self.tab(view.preview.tabs, view.preview.risks)
        self.driver.shot("e2e-thoughts")
        publication.answer_risks()
        publication.press_write()
        self.answer(target)
        self.told(publishing.PDF_WRITTEN)
        self.driver.shot("e2e-published")
        return text

    def _choose_first_cases(self, publication: PublicationPage) -> None:
        """Tick the ten cases that were recorded first; wait for the people in them."""
        picker = publication.view.cases
        heads = picker.table.horizontalHeader()
        place = QPoint(heads.sectionViewportPosition(CaseColumn.REF) + 40, heads.height() // 2)
        self.driver.bot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.driver.listed()
        self.tab_to(picker.table)
        self.press("Ctrl+Home", *["Shift+Down"] * (PUBLISHED - 1), "Space")
        assert picker.count.text().startswith(publishing.N_TICKED.format(PUBLISHED))
        assert all(picker.model.is_chosen(row) for row in range(PUBLISHED))
        self.until(lambda: len(publication.people) >= PUBLISHED, LONG)
        self.driver.settled()

    def _label(self, publication: PublicationPage, row: int) -> None:
        """Tick somebody to be labelled, found by a name."""
        name = facts.names(self.parties[row])[0]
        people = publication.view.people
        self.replace(people.filter, name)
        self.tab_to(people.list)
        self.go_down_to(people.list, name)
        self.press("Space")

    def _look(self, publication: PublicationPage) -> None:
        """Look at the preview; only then the PDF can be written."""
        publication.press_preview()
        self.until(publication.can_write, LONG)
        self.driver.settled()

    def _confirm_text(self) -> None:
        """Answer what is asked about the one text that waits, which is nothing; open, read and confirm it."""
        questions, reading = TextQuestionsPage(self.driver), TextsPage(self.driver)
        nothing_but_text = f"{publishing.QUESTIONS_LEFT.format(0)} · {publishing.TEXT_TO_READ.format(1)}"
        self.until(lambda: questions.progress == nothing_but_text, LONG)
        assert questions.questions_have_keyboard()
        self.driver.shot("e2e-questions")
        self.press("O")
        self.until(lambda: len(reading.rows) == 1, LONG)
        self.until(lambda: reading.state == publishing.NOT_REVIEWED)
        assert len(reading.places) > 1
        self.driver.shot("e2e-text")
        reading.confirm()
        self.until(lambda: reading.state == publishing.REVIEWED, LONG)
        self.driver.shot("e2e-text-reviewed")
