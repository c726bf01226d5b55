"""The page for publishing: a new publication, its texts and pictures, past publications, profiles, and the
key.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.pages.page import Page
from hrddesk_ui.publishing.fitting_tabs import FittingTabs
from hrddesk_ui.publishing.pictures.pictures_view import PicturesView
from hrddesk_ui.publishing.profiles.profile_choice import ProfileChoice
from hrddesk_ui.publishing.profiles.profiles_view import ProfilesView
from hrddesk_ui.publishing.publication.publication_view import PublicationView
from hrddesk_ui.publishing.record.organisation_view import OrganisationView
from hrddesk_ui.publishing.record.publication_record_view import RecordView
from hrddesk_ui.publishing.texts.text_questions_view import TextQuestionsView
from hrddesk_ui.publishing.texts.texts_view import TextsView
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes


class PublishView(Page):
    """The page for publishing, with seven tabs."""

    name = "publish"
    icon = "publish"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = FittingTabs(self)  # first: Tab goes in the order in which parts were made
        self.publication = PublicationView(desk, self)
        self.questions = TextQuestionsView(desk, self.publication.request, self)
        self.texts = TextsView(desk, self)
        self.pictures = PicturesView(desk, self)
        self.profiles = ProfilesView(desk, self)
        self.records = RecordView(desk, self)
        self.organisation = OrganisationView(desk, self)
        self._parts = (
            self.publication,
            self.questions,
            self.texts,
            self.pictures,
            self.records,
            self.profiles,
            self.organisation,
        )
        self._choices: dict[QWidget | None, ProfileChoice] = {
            self.publication: self.publication.profile,
            self.questions: self.questions.profile,
            self.texts: self.texts.profile,
            self.pictures: self.pictures.profile,
        }
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the page"))
        self.tabs.addTab(self.publication, self.tr("New publication"))
        self.tabs.addTab(self.questions, self.tr("Words"))
        self.tabs.addTab(self.texts, self.tr("Texts"))
        self.tabs.addTab(self.pictures, self.tr("Pictures"))
        self.tabs.addTab(self.records, self.tr("Published"))
        self.tabs.addTab(self.profiles, self.tr("Profiles"))
        self.tabs.addTab(self.organisation, self.tr("Key"))
        self._profile = ""  # the one that all tabs are about
        boxes.column(self.tabs, parent=self, margin=(0, tokens.GRID, 0, 0))
        self.tabs.currentChanged.connect(self._load)
        self.tabs.currentChanged.connect(desk.moved_on)
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(partial(self._take, choice))
        self.profiles.list.currentRowChanged.connect(self._take_row)
        self.publication.texts_wanted.connect(self._show_texts)
        self.publication.pictures_wanted.connect(self._show_pictures)
        self.texts.preview_wanted.connect(self._preview_again)
        self.questions.preview_wanted.connect(self._preview_again)
        self.questions.text_wanted.connect(self._show_text)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the rail."""
        return QCoreApplication.translate("PublishView", "Publish")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        topics: dict[QWidget, str] = {
            self.questions: "texts",
            self.texts: "texts",
            self.pictures: "pictures",
            self.profiles: "profiles",
            self.records: "published",
            self.organisation: "signature",
        }
        return topics.get(self.tabs.currentWidget(), "publish")

    def arrive(self) -> None:
        """Load the visible tab and give the tab bar the focus; called when the user comes to the page."""
        self._load(self.tabs.currentIndex())
        self.tabs.tabBar().setFocus()

    def correct(self, number: int) -> None:
        """Prepare a correction of the publication with this number.

        The fields get its settings, which the user can still change.
        """
        self.tabs.setCurrentWidget(self.publication)
        self.publication.series.correct(number)

    def _show_texts(self, profile: str) -> None:
        self._profile = profile  # first, or the texts are looked through for another one, too
        self.tabs.setCurrentWidget(self.questions)
        self.questions.load(profile)

    def _show_text(self, ref: str, profile: str, printed: PeopleInPrint | None) -> None:
        self.texts.load(profile, ref, printed)
        self.tabs.setCurrentWidget(self.texts)

    def _show_pictures(self, profile: str) -> None:
        self.tabs.setCurrentWidget(self.pictures)
        self.pictures.load(profile)

    def _preview_again(self) -> None:
        self.tabs.setCurrentWidget(self.publication)
        self.publication.look()

    def _load(self, index: int) -> None:
        page = self.tabs.widget(index)
        choice = self._choices.get(page)
        for part in self._parts:
            if part is page:
                if choice is not None:  # before: nothing is listed twice, and after, for one that is new
                    choice.follow(self._profile)
                part.load()
        if choice is not None:
            choice.follow(self._profile)
        if page is self.profiles:
            self.profiles.choose(self._profile)
        self._profile = self._profile or self.publication.profile.currentData() or ""

    def _take(self, choice: ProfileChoice, index: int) -> None:
        """Use the profile that was chosen on one tab for the other tabs too."""
        del index
        self._profile = choice.currentData() or self._profile

    def _take_row(self) -> None:
        self._profile = self.profiles.current or self._profile
