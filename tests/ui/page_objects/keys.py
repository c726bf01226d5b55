"""The part of the settings that changes what opens the vault."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.settings.keys_view import KeysView, Step
from hrddesk_ui.settings.rotating_view import RotatingView
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.page_objects.settings import SettingsPart
from tests.ui.page_objects.views import settings_view
from tests.ui.texts import settings as texts


class KeysPart(SettingsPart):
    """What opens the vault: each change is chosen, asks for the passphrase, and is then carried out."""

    @property
    def view(self) -> KeysView:
        return settings_view(self.driver).keys

    def choose_new_passphrase(self) -> None:
        self._choose(Step.PASSPHRASE)

    def choose_keyfile(self) -> None:
        self._choose(Step.KEYFILE)

    def _choose(self, step: Step) -> None:
        self.driver.click(self.view.buttons[step])

    def begin_without_keyfile(self) -> None:
        """Ask that no keyfile is needed any more; the passphrase is typed, as in all of these."""
        self._begin(Step.NO_KEYFILE)

    def begin_new_words(self) -> None:
        """Ask for new recovery words."""
        self._begin(Step.WORDS)

    def begin_new_key(self) -> None:
        """Ask for a new data key."""
        self._begin(Step.ROTATION)

    def begin_to_measure(self) -> None:
        """Ask that the cost of a guess is measured again."""
        self._begin(Step.COST)

    def _begin(self, step: Step) -> None:
        self._choose(step)
        self.type_passphrase(PASSPHRASE)
        self.go_on()

    def type_passphrase(self, passphrase: str) -> None:
        """Type the present passphrase."""
        self.driver.fill(self.view.old.field, passphrase)

    def name_present_keyfile(self, path: Path) -> None:
        self.driver.fill(self.view.old_keyfile.field, str(path))

    def name_keyfile(self, path: Path) -> None:
        """Name the keyfile from now on."""
        self.driver.fill(self.view.keyfile.field, str(path))

    def type_new_passphrase(self, passphrase: str) -> None:
        """Type it twice."""
        self.driver.fill(self.view.new.first.field, passphrase)
        self.driver.fill(self.view.new.repeated.field, passphrase)

    def repeat_new_passphrase(self, passphrase: str) -> None:
        """Type only the repetition of the new passphrase."""
        self.driver.fill(self.view.new.repeated.field, passphrase)

    def propose_passphrase(self) -> None:
        """Press the button that proposes six random words."""
        self.driver.click(self.view.new.propose_button)

    def go_on(self) -> None:
        """Press the button that carries the change out."""
        self.driver.click(self.view.go_button)

    def cancel(self) -> None:
        """Press the button that leaves everything as it is."""
        self.driver.click(self.view.cancel_button)

    def prove_recovery_words(self, words: list[str]) -> None:
        """Say that the words are written down, and type those that are asked for."""
        self.driver.click(self.view.words.next_button)
        for field, place in zip(self.view.proof.fields, self.view.proof.places, strict=True):
            self.driver.fill(field, words[place])

    def shows_recovery_words(self) -> bool:
        return self.view.words.isVisible()

    def shows_choices(self) -> bool:
        return self.view.choices.isVisible()

    def asks_for_passphrase(self) -> bool:
        return self.view.asking.isVisible()

    def asks_for_present_keyfile(self) -> bool:
        return self.view.old_keyfile.isVisible()

    def proposes_passphrase(self) -> bool:
        return self.view.new.proposed.isVisible()

    @property
    def recovery_lines(self) -> list[str]:
        """The recovery words, each with its number."""
        return [label.text() for label in self.view.words.labels]

    @property
    def recovery_words(self) -> list[str]:
        return [line.split()[1] for line in self.recovery_lines]

    @property
    def words_around_recovery_words(self) -> str:
        """All that is written where the recovery words are shown."""
        return " ".join(label.text() for label in self.view.words.findChildren(QLabel))

    @property
    def problem(self) -> str:
        return self.view.trouble.text()

    @property
    def slots(self) -> str:
        """What opens the vault now, and what a guess costs."""
        return self.view.slots.text()

    @property
    def passphrase(self) -> str:
        """What is typed as the present passphrase."""
        return self.view.old.text

    @property
    def new_passphrase(self) -> str:
        """What is typed as the new passphrase."""
        return self.view.new.text

    @property
    def proposed_passphrase(self) -> str:
        return self.view.new.proposed.text()

    @property
    def new_passphrase_labels(self) -> list[str]:
        """All that is written beside the new passphrase, how strong it is among it."""
        return [label.text() for label in self.view.new.findChildren(QLabel)]


def work_alone(driver: Driver, work: Callable[[Session, Job], str]) -> None:
    """Do some work in place of all pages, as a new data key is made."""
    assert driver.window.desk is not None
    driver.window.desk.alone_wanted.emit(RotatingView(driver.window.desk, work))


def promises_that_all_stays(driver: Driver) -> bool:
    """Tell whether the page of the rotation says that all can still be as it was."""
    return any(
        texts.AS_IT_WAS_BEFORE in label.text()
        for label in driver.window.findChildren(QLabel)
        if label.isVisible()
    )
