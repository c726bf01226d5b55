"""What was published, the profiles by which it is, and the key of an organisation."""

from pathlib import Path

from PySide6.QtCore import Qt

from hrddesk.actions.editions.publication_exports import ExportForm
from hrddesk_ui.publishing.profiles.profiles_view import ProfilesView
from hrddesk_ui.publishing.record.organisation_view import OrganisationView
from hrddesk_ui.publishing.record.publication_record_view import RecordView
from tests.ui.driver import Driver
from tests.ui.page_objects.publishing import open_publishing, publish_view


class PublishedPage:
    """The tab of what was published: its record, its other forms, checks of a PDF and of a count."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> RecordView:
        """The tab itself."""
        return publish_view(self.driver).records

    def show(self) -> None:
        """Go to this tab of the page."""
        publish_view(self.driver).tabs.setCurrentWidget(self.view)

    @property
    def rows(self) -> list[str]:
        """What was published."""
        return [self.view.list.item(row).text() for row in range(self.view.list.count())]

    @property
    def record(self) -> str:
        """What is known of the publication that is chosen."""
        return self.view.record.toPlainText()

    def choose_form(self, form: ExportForm) -> None:
        """Choose another form of the publication."""
        self.view.form.setCurrentIndex(self.view.form.findData(form))

    def asks_for_month(self) -> bool:
        """Whether the form that is chosen is about one month."""
        return self.view.month.isVisible()

    def type_month(self, month: str) -> None:
        """Type of which month the form is."""
        self.driver.fill(self.view.month, month)

    def export_to(self, path: Path) -> None:
        """Write the publication in the form that is chosen, as after a choice of its place."""
        self.view.export(path)

    def write_opening_to(self, path: Path) -> None:
        """Write the opening of a count for a reviewer, as after a choice of its place."""
        self.view.open_count(path)

    def ask_for_pdf(self) -> None:
        """Press the button that asks which PDF is checked."""
        self.driver.click(self.view.check_button)

    def check(self, path: Path) -> None:
        """Check a PDF, as after its choice."""
        self.view.check(path)

    @property
    def findings(self) -> str:
        """Why a checked PDF must not be published; nothing while nothing is said."""
        return self.view.audited.text() if self.view.audited.isVisible() else ""

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""

    # One entry of a count, proved to a reviewer

    def type_entry(self, number: str) -> None:
        """Type which entry of the count is proved."""
        self.view.proof.entry.setFocus()
        self.driver.key("Ctrl+A")
        self.driver.text(number)

    def choose_entry(self, number: int) -> None:
        """Choose another entry of the count."""
        self.view.proof.entry.setValue(number)

    @property
    def proof_problem(self) -> str:
        """Why there is no proof; nothing while nothing is said."""
        trouble = self.view.proof.trouble
        return trouble.text() if trouble.isVisible() else ""

    @property
    def count_problem(self) -> str:
        """Why a count cannot be verified; nothing while nothing is said."""
        trouble = self.view.counted.trouble
        return trouble.text() if trouble.isVisible() else ""

    @property
    def proof(self) -> str:
        """The proof which record an entry is; nothing before it is asked for."""
        return self.view.proof.proof.text() if self.view.proof.proof.isVisible() else ""

    def prove(self) -> None:
        """Ask for the proof of the entry that is chosen."""
        self.driver.click(self.view.proof.button)

    def verify(self, card: Path, opening: Path) -> None:
        """Verify a count by the files of its publisher, as after their choice."""
        self.view.counted.verify(card, opening)

    def type_proofs(self, words: str) -> None:
        """Type the proofs that somebody sent."""
        self.driver.fill(self.view.counted.proofs, words)


class ProfilesPage:
    """The tab of profiles: copied, changed, renamed, taken to a file, deleted."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> ProfilesView:
        """The tab itself."""
        return publish_view(self.driver).profiles

    def open(self) -> "ProfilesPage":
        """Go to the page and to this tab."""
        open_publishing(self.driver)
        self.show()
        self.driver.settled()
        return self

    def show(self) -> None:
        """Go to this tab of the page."""
        publish_view(self.driver).tabs.setCurrentWidget(self.view)

    @property
    def rows(self) -> list[str]:
        """The names of the profiles."""
        return [self.view.list.item(row).text() for row in range(self.view.list.count())]

    @property
    def current(self) -> str:
        """The name of the profile that is shown."""
        return self.view.current

    def choose(self, row: int) -> None:
        """Choose a profile."""
        self.view.list.setCurrentRow(row)

    def copy(self, name: str) -> None:
        """Copy the profile that labels everybody."""
        self.choose(1)
        self.view.name.setFocus()
        self.driver.text(name)
        self.driver.key("Return")
        self.driver.until(lambda: self.current == name)

    def write_name(self, name: str) -> None:
        """Put a name in place of the one that is written."""
        self.view.name.setText(name)

    def rename(self) -> None:
        """Give the profile the name that is written."""
        self.driver.click(self.view.rename_button)

    def remove(self) -> None:
        """Delete the profile."""
        self.driver.click(self.view.remove_button)

    def write_to(self, path: Path) -> None:
        """Write the profile to a file, as after a choice of its place."""
        self.view.write(path)

    def take_from(self, path: Path) -> None:
        """Take a profile from a file, as after its choice."""
        self.view.take_in(path)

    def choose_value(self, setting: str, value: str) -> None:
        """Choose how much a setting of the profile lets out."""
        box = self.view.edit.boxes[setting]
        box.setCurrentIndex(box.findData(value))

    def can_choose(self, setting: str) -> bool:
        """Tell whether a setting of the profile can be changed."""
        return self.view.edit.boxes[setting].isEnabled()

    @property
    def fields(self) -> list[str]:
        """The fields and questions that a profile may let out."""
        fields = self.view.edit.fields
        return [fields.item(row).text() for row in range(fields.count())]

    def turn_field(self, words: str) -> None:
        """Tick or untick a field by the keyboard."""
        fields = self.view.edit.fields
        fields.setFocus()
        fields.setCurrentItem(fields.findItems(words, Qt.MatchFlag.MatchExactly)[0])
        self.driver.key("Space")

    def can_save(self) -> bool:
        """Whether something was changed that can be saved."""
        return self.view.save_button.isEnabled()

    def save(self) -> None:
        """Save the profile."""
        self.driver.click(self.view.save_button)

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""


class OrganisationPage:
    """The tab of the key of an organisation."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> OrganisationView:
        """The tab itself."""
        return publish_view(self.driver).organisation

    def show(self) -> None:
        """Go to this tab of the page."""
        publish_view(self.driver).tabs.setCurrentWidget(self.view)

    @property
    def state(self) -> str:
        """Whose key signs publications."""
        return self.view.state.text()

    def can_make_key(self) -> bool:
        """Whether there is no key of an organisation yet."""
        return self.view.make_button.isEnabled()

    def can_replace_key(self) -> bool:
        """Whether there is a key that can be replaced."""
        return self.view.replace_button.isEnabled()

    def can_hand_on_key(self) -> bool:
        """Whether there is a key, and somebody to have it too."""
        return self.view.hand_button.isEnabled()

    def can_choose_recipient(self) -> bool:
        """Whether there is a verified contact."""
        return self.view.to.isEnabled()

    @property
    def recipient(self) -> str:
        """The verified contact who is chosen to have the key too."""
        return self.view.to.currentText()

    def write_name(self, name: str) -> None:
        """Write the name of the organisation."""
        self.view.name.setText(name)

    def make_key(self) -> None:
        """Ask for a key of the organisation."""
        self.driver.click(self.view.make_button)

    def replace_key(self) -> None:
        """Ask for another key in place of this one."""
        self.driver.click(self.view.replace_button)

    def lose_key(self) -> None:
        """Say that the key was lost or stolen."""
        self.driver.click(self.view.lost_button)

    def remove_key(self) -> None:
        """Ask for the key to be removed from this desk."""
        self.driver.click(self.view.remove_button)

    def take_key_from(self, path: Path) -> None:
        """Take over a key from a file, as after its choice."""
        self.view.take(path)

    def write_readers_keys_to(self, path: Path) -> None:
        """Save the public keys for readers, as after a choice of their place."""
        self.view.save_signers(path)

    def agree(self) -> None:
        """Answer the question with yes."""
        self.driver.click(self.view.confirm.yes)

    def refuse(self) -> None:
        """Answer the question with no."""
        self.driver.click(self.view.confirm.no)

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""
