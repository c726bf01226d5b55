"""Contacts and this desk's own identity, as the page of hand-off shows them."""

from pathlib import Path
from typing import Self

from PySide6.QtCore import QRect, Qt

from hrddesk.bundle.trust.contact import ContactState
from hrddesk.bundle.trust.qr import Modules
from hrddesk_ui.exchange.qr_code import LargeQrCode
from tests.ui.driver import Driver
from tests.ui.page_objects.handoff import HandoffPage
from tests.ui.page_objects.incoming import lines


class ContactsPage:
    """The tab of contacts: cards that are added, words that are compared, keys that are not trusted."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = HandoffPage(driver).view.contacts

    @classmethod
    def open(cls, driver: Driver) -> Self:
        HandoffPage.open(driver).turn_to_contacts()
        return cls(driver)

    def name_card(self, path: Path) -> None:
        self.driver.fill(self.view.card.field, str(path))

    def name_contact(self, name: str) -> None:
        """Type the name of the contact whose card is added."""
        self.driver.fill(self.view.name, name)

    def add(self) -> None:
        """Press the button that adds the card."""
        self.driver.click(self.view.add_button)

    def compare_again(self) -> None:
        """Press the button that asks for the words once more, by keys."""
        self.view.again_button.setFocus()
        self.driver.key("Space")

    def type_words(self, words: str) -> None:
        """Type the twelve words that were heard, and press Return."""
        self.driver.fill(self.view.heard, words)
        self.driver.key("Return")

    def select(self, row: int) -> None:
        self.view.list.setCurrentRow(row)

    def toggle_coordinator(self) -> None:
        """Say that lists of contacts are taken from this one, or are no longer."""
        self.driver.click(self.view.coordinator)

    def dismiss_card(self) -> None:
        """Press the button that says that the card was somebody else's."""
        self.driver.click(self.view.dismiss_button)

    def revoke(self) -> None:
        """Press the button after which the contact is not trusted any more."""
        self.driver.click(self.view.revoke_button)

    def revoke_since(self, day: str) -> None:
        """Type the day, and press the button after which the contact is not trusted any more."""
        self.driver.fill(self.view.since, day)
        self.revoke()

    def say_yes(self) -> None:
        self.driver.click(self.view.confirm.yes)

    def say_no(self) -> None:
        self.driver.click(self.view.confirm.no)

    def begin_to_share(self) -> None:
        """Press the button that sends the list of contacts."""
        self.driver.click(self.view.share.button)

    def stop_sharing(self) -> None:
        """Say no to the question that follows."""
        self.driver.click(self.view.share.confirm.no)

    def share_into(self, folder: Path) -> None:
        """Send the list of contacts into a folder, as the dialog does when somebody chose it."""
        self.view.share.share(folder)

    def state(self) -> ContactState | None:
        """How far the contact that is selected is trusted; None if there is no contact."""
        return None if self.view.contact is None else self.view.contact.state

    def name(self) -> str | None:
        return None if self.view.contact is None else self.view.contact.name

    def fingerprint(self) -> str | None:
        return None if self.view.contact is None else self.view.contact.fingerprint.hex()

    def is_coordinator(self) -> bool:
        """Whether the vault holds that lists of contacts are taken from this one."""
        return self.view.contact is not None and self.view.contact.is_coordinator

    def ticks_coordinator(self) -> bool:
        """Whether the page shows that lists of contacts are taken from this one."""
        return self.view.coordinator.isChecked()

    @property
    def contacts(self) -> list[str]:
        """The lines of the list of contacts."""
        return lines(self.view.list)

    @property
    def state_words(self) -> str:
        """What the page says of the contact that is selected."""
        return self.view.state.text()

    @property
    def card_problem(self) -> str:
        return self.view.card_trouble.text()

    @property
    def words_problem(self) -> str:
        return self.view.trouble.text()

    @property
    def revoking_problem(self) -> str:
        return self.view.revoke_trouble.text()

    @property
    def question(self) -> str:
        return self.view.confirm.question

    @property
    def sharing_question(self) -> str:
        return self.view.share.confirm.question

    def asks_for_words(self) -> bool:
        """Whether the words of the contact can be compared."""
        return self.view.words.isVisible()

    def words_have_keyboard(self) -> bool:
        return self.view.heard.hasFocus()

    def can_verify(self) -> bool:
        return self.view.verify_button.isEnabled()

    def can_dismiss_card(self) -> bool:
        return self.view.dismiss_button.isVisible()

    def asks_since_when(self) -> bool:
        """Whether the day can be typed since which the contact is not trusted."""
        return self.view.since.isVisible()


class IntroducedContacts:
    """The contacts that came with the bundle of a review, above its records."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = HandoffPage(driver).view.introduced

    def go_to_list(self) -> None:
        """Give the keyboard to the list; Space ticks."""
        self.view.list.setFocus()

    def take_ticked(self) -> None:
        self.driver.click(self.view.ticked_button)

    def take_all(self) -> None:
        self.driver.click(self.view.all_button)

    @property
    def contacts(self) -> list[str]:
        return lines(self.view.list)

    def is_visible(self) -> bool:
        return self.view.isVisible()

    def can_take_all(self) -> bool:
        return self.view.all_button.isEnabled()

    @property
    def words_of_take_all(self) -> str:
        """The words of the button that takes all."""
        return self.view.all_button.text()

    @property
    def note(self) -> str:
        return self.view.note.text()

    @property
    def problem(self) -> str:
        return self.view.trouble.text()


class LargeCode:
    """The QR code in the whole window."""

    def __init__(self, driver: Driver, view: LargeQrCode) -> None:
        self.driver = driver
        self.view = view

    def click(self) -> None:
        self.driver.click(self.view.code)

    @property
    def code(self) -> Modules:
        return self.view.code.code

    @property
    def painted(self) -> Modules:
        """The squares that are dark in the picture, as a camera sees it."""
        picture, count = self.view.code.grab().toImage(), len(self.code)
        square = min(picture.width(), picture.height()) // count
        left, top = (picture.width() - square * count) // 2, (picture.height() - square * count) // 2
        middles = [place * square + square // 2 for place in range(count)]
        return tuple(
            tuple(picture.pixelColor(left + x, top + y) == Qt.GlobalColor.black for x in middles)
            for y in middles
        )

    @property
    def geometry(self) -> QRect:
        return self.view.geometry()


class IdentityPage:
    """The tab that shows what this desk is to others: its words, its digits, its code, its keys."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = HandoffPage(driver).view.identity

    @classmethod
    def open(cls, driver: Driver) -> Self:
        HandoffPage.open(driver).turn_to_identity()
        return cls(driver)

    def save_card(self, path: Path) -> None:
        """Save the card of this desk, as the dialog does when somebody chose the file."""
        self.view.save(path)

    def replace_keys(self) -> None:
        """Press the button that replaces the keys of this desk."""
        self.driver.click(self.view.rotate_button)

    def replace_lost_keys(self) -> None:
        """Press the button that replaces keys which somebody else has."""
        self.driver.click(self.view.lost_button)

    def say_yes(self) -> None:
        self.driver.click(self.view.confirm.yes)

    def say_no(self) -> None:
        self.driver.click(self.view.confirm.no)

    def set_days(self, days: str) -> None:
        """Type how many days a key for reading lasts, and press the button beside it."""
        self.view.epoch.setFocus()
        self.view.epoch.selectAll()
        self.driver.text(days)
        self.driver.click(self.view.epoch_button)

    def go_to_code(self) -> None:
        """Give the keyboard to the QR code; Return shows it in the whole window."""
        self.view.code.setFocus()

    def click_code(self) -> None:
        self.driver.click(self.view.code)

    def large_code(self) -> LargeCode | None:
        """The code that covers the window, if it does."""
        codes = [child for child in self.driver.window.findChildren(LargeQrCode) if child.isVisible()]
        assert len(codes) <= 1
        return LargeCode(self.driver, codes[0]) if codes else None

    @property
    def words(self) -> str:
        """The twelve words, or nothing before they are there."""
        return self.view.words.text()

    @property
    def digits(self) -> str:
        """The sixty digits without the gaps between them."""
        return "".join(self.view.digits.text().split())

    @property
    def code(self) -> Modules:
        return self.view.code.code

    def code_has_keyboard(self) -> bool:
        return self.view.code.hasFocus()

    @property
    def proof(self) -> str:
        """Until when cards and bundles carry the proof by the keys of before."""
        return self.view.days_told.text()

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    @property
    def days(self) -> int:
        """How many days a key for reading lasts."""
        return self.view.epoch.value()
