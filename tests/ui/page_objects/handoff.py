"""The page of hand-off and its tabs in which something is written: send a bundle, tables for others."""

from pathlib import Path
from typing import Self

from hrddesk_ui.exchange.case_scope import WhichCases
from hrddesk_ui.exchange.handoff_view import HandoffTab, HandoffView
from tests.ui.driver import Driver


class HandoffPage:
    """The page of hand-off, and the way to its tabs."""

    def __init__(self, driver: Driver) -> None:
        page = driver.frame.page(HandoffView.name)
        assert isinstance(page, HandoffView)
        self.driver = driver
        self.view = page

    @classmethod
    def open(cls, driver: Driver) -> Self:
        """Go there by the rail."""
        driver.page(HandoffView.name)
        driver.settled()
        return cls(driver)

    def turn_to_send(self) -> None:
        """Go to the tab by keys, as all of these do."""
        self._turn_to(HandoffTab.SEND)

    def turn_to_read(self) -> None:
        self._turn_to(HandoffTab.READ)

    def turn_to_contacts(self) -> None:
        self._turn_to(HandoffTab.CONTACTS)

    def turn_to_identity(self) -> None:
        self._turn_to(HandoffTab.IDENTITY)

    def turn_to_forget(self) -> None:
        self._turn_to(HandoffTab.FORGET)

    def turn_to_tables(self) -> None:
        self._turn_to(HandoffTab.TABLES)

    def _turn_to(self, part: HandoffTab) -> None:
        self.go_to_tabs()
        for _ in range(self.view.tabs.count()):
            self.driver.key("Left")
        for _ in range(part):
            self.driver.key("Right")
        self.driver.until(lambda: self.view.tabs.currentIndex() == part)
        self.driver.settled()

    def go_to_tabs(self) -> None:
        """Give the keyboard to the tabs."""
        self.view.tabs.tabBar().setFocus()


class CasesPart:
    """The cases to choose from, on the pages that send or forget cases."""

    def __init__(self, driver: Driver, view: WhichCases) -> None:
        self.driver = driver
        self.view = view
        self.picker = view.cases

    def choose_everything(self) -> None:
        """Choose all that is in the vault."""
        self.driver.click(self.view.all_records)

    def tick_all(self) -> None:
        self.driver.click(self.picker.all_button)

    def untick_all(self) -> None:
        self.driver.click(self.picker.none_button)

    def search(self, words: str) -> None:
        """Type into the filter and press Return."""
        self.driver.fill(self.picker.filter, words)
        self.driver.key("Return")

    @property
    def ticked(self) -> list[str]:
        """The ids of the cases that are ticked."""
        return list(self.picker.chosen)

    @property
    def listed(self) -> int:
        """The number of cases that are listed."""
        return self.picker.model.rowCount()

    @property
    def count(self) -> str:
        return self.picker.count.text()

    def has_keyboard(self) -> bool:
        return self.picker.table.hasFocus()

    def is_enabled(self) -> bool:
        return self.view.isEnabled()


class SendPage:
    """The tab in which a bundle is written."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = HandoffPage(driver).view.send
        self.cases = CasesPart(driver, self.view.what)

    @classmethod
    def open(cls, driver: Driver) -> Self:
        """Go to the page of hand-off, whose first tab this is."""
        HandoffPage.open(driver)
        return cls(driver)

    def go_to_contacts(self) -> None:
        """Give the keyboard to the list of contacts; Space ticks."""
        self.view.recipients.setFocus()

    def tick_contact(self) -> None:
        """Tick the contact that is current in the list, or untick it."""
        self.go_to_contacts()
        self.driver.key("Space")

    def tick_first_contact(self) -> None:
        """Tick the first contact of the list, or untick it."""
        self.go_to_contacts()
        self.driver.key("Home")
        self.driver.key("Space")

    def choose_what_changed(self) -> None:
        """Send what changed since the last receipt, instead of all."""
        self._pick_how_much("Down")

    def choose_receipt_alone(self) -> None:
        """Send a receipt and no record."""
        self._pick_how_much("End")

    def _pick_how_much(self, key: str) -> None:
        self.view.along.how_much.setFocus()
        self.driver.pick(key)

    def choose_code_names(self) -> None:
        """Send sources by code name, instead of in full."""
        self.view.along.sources.setFocus()
        self.driver.pick("Up")

    def choose_full_details(self) -> None:
        """Send sources in full, instead of by code name."""
        self.view.along.sources.setFocus()
        self.driver.pick("Down")

    def choose_evidence_without_files(self) -> None:
        """Send the hashes of evidence, instead of its files."""
        self.view.along.evidence.setFocus()
        self.driver.pick("Down")

    def send_texts_that_name_sources(self) -> None:
        """Send texts that name a source as they are, instead of leaving them out."""
        self.view.along.mentions.setFocus()
        self.driver.pick("Down")

    def put_code_names_into_texts(self) -> None:
        self.driver.click(self.view.replace_button)

    def ask_for_nothing(self) -> None:
        """Take back what the contacts that are ticked are asked for."""
        self.driver.click(self.view.withdraw_button)

    def name_folder(self, folder: Path) -> None:
        self.driver.fill(self.view.folder.field, str(folder))

    def write(self) -> None:
        """Press the button that writes the bundle."""
        self.driver.click(self.view.write_button)

    def write_to(self, folder: Path) -> None:
        """Name the folder and press Return."""
        self.name_folder(folder)
        self.driver.key("Return")

    def go_to_contact_cards(self) -> None:
        """Press the button that leads to the tab of contacts."""
        self.driver.click(self.view.contacts_button)

    @property
    def contacts(self) -> list[str]:
        """The lines of the list of contacts."""
        return [line.text() for line in self.view.recipients.lines]

    def contacts_have_keyboard(self) -> bool:
        return self.view.recipients.hasFocus()

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    def shows_problem(self) -> bool:
        return self.view.trouble.isVisible()

    @property
    def outlook(self) -> str:
        """What the page says about the bundle before it is written."""
        return self.view.becomes.text()

    def shows_outlook(self) -> bool:
        return self.view.becomes.isVisible()

    @property
    def asked_for(self) -> str:
        """What the contacts that are ticked ask for, and what they are asked for."""
        return self.view.asked.text()

    @property
    def sources_choice(self) -> str:
        return self.view.along.sources.currentText()

    @property
    def sources_reason(self) -> str:
        """Why this choice about sources stands there."""
        return self.view.along.sources_reason.text()

    @property
    def sources_description(self) -> str:
        """What a screen reader says of the choice about sources."""
        return self.view.along.sources.accessibleDescription()

    def warns_of_texts(self) -> bool:
        """Whether the page warns of texts that tell who a source is."""
        return self.view.along.warning.isVisible()

    def can_choose_texts(self) -> bool:
        """Whether it can be chosen what happens to texts that name a source."""
        return self.view.along.mentions.isEnabled()

    def can_choose_receipts(self) -> bool:
        return self.view.along.receipts.isEnabled()

    def can_write(self) -> bool:
        return self.view.write_button.isEnabled()

    def offers_code_names(self) -> bool:
        """Whether the button is there that puts code names into texts."""
        return self.view.replace_button.isVisible()

    def offers_to_ask_for_nothing(self) -> bool:
        return self.view.withdraw_button.isVisible()


class TablesPage:
    """The tab in which all records are written as tables."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = HandoffPage(driver).view.tables

    @classmethod
    def open(cls, driver: Driver) -> Self:
        HandoffPage.open(driver).turn_to_tables()
        return cls(driver)

    def write(self) -> None:
        self.driver.click(self.view.write_button)

    def write_by_keyboard(self) -> None:
        self.view.write_button.setFocus()
        self.driver.key("Space")

    def write_to(self, folder: Path) -> None:
        """Name the folder and press Return."""
        self.driver.fill(self.view.folder.field, str(folder))
        self.driver.key("Return")

    def choose_workbook(self) -> None:
        """Choose one workbook instead of files of text."""
        self.view.format.setFocus()
        self.driver.pick("End")

    def tick_secret_files(self) -> None:
        self.driver.click(self.view.secret_files)

    def say_yes(self) -> None:
        self.driver.click(self.view.confirm.yes)

    def say_no(self) -> None:
        self.driver.click(self.view.confirm.no)

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    @property
    def question(self) -> str:
        return self.view.confirm.question
