"""The page of publishing: a new publication, the texts to review, what was published."""

import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListWidget, QTabWidget, QVBoxLayout, QWidget

from hrddesk.actions import publications
from hrddesk_ui import theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.page import Page
from hrddesk_ui.views.pictures_view import PicturesView
from hrddesk_ui.views.profiles_view import ProfilesView
from hrddesk_ui.views.publication_view import PublicationView
from hrddesk_ui.views.texts_view import TextsView
from hrddesk_ui.widgets import page_layout


class PublishView(Page):
    """Five tabs."""

    name = "publish"
    icon = "publish"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.publication = PublicationView(desk, self)
        self.texts = TextsView(desk, self)
        self.pictures = PicturesView(desk, self)
        self.profiles = ProfilesView(desk, self)
        self.published = QListWidget(self)
        self.published.setAccessibleName(self.tr("What was published"))
        self.nothing = page_layout.note(self.tr("Nothing was published from this vault yet."), self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the page"))
        self.tabs.addTab(self.publication, self.tr("New publication"))
        self.tabs.addTab(self.texts, self.tr("Texts to review"))
        self.tabs.addTab(self.pictures, self.tr("Pictures"))
        self.tabs.addTab(self._published_pane(), self.tr("Published"))
        self.tabs.addTab(self.profiles, self.tr("Profiles"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.GRID, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._load)
        self.tabs.currentChanged.connect(desk.moved_on)
        self.publication.texts_wanted.connect(self._show_texts)

    def _published_pane(self) -> QWidget:
        pane = QWidget(self)
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(
            page_layout.note(
                self.tr(
                    "The vault keeps what was published, and who bore which label. The files hold neither."
                )
            )
        )
        layout.addWidget(self.nothing)
        layout.addWidget(self.published, 100)
        layout.addStretch(1)
        return pane

    @classmethod
    def title(cls) -> str:
        """Return the words of the rail."""
        return QCoreApplication.translate("PublishView", "Publish")

    def topic(self) -> str:
        """Return the page of the help."""
        topics: dict[QWidget, str] = {
            self.texts: "texts",
            self.pictures: "pictures",
            self.profiles: "profiles",
        }
        return topics.get(self.tabs.currentWidget(), "publish")

    def arrive(self) -> None:
        """Load what is shown, and give the keyboard to the tabs."""
        self._load(self.tabs.currentIndex())
        self.tabs.tabBar().setFocus()

    def _show_texts(self, profile: str) -> None:
        self.tabs.setCurrentWidget(self.texts)
        self.texts.load(profile)

    def _load(self, index: int) -> None:
        if index == 0:
            self.publication.load()
        elif index == 1:
            self.texts.load()
        elif index == 2:
            self.pictures.load()
        elif index == 4:
            self.profiles.load()
        else:
            self._list_published()

    def _list_published(self) -> None:
        rows = publications.all_publications(self.desk.reader)
        self.published.clear()
        for row in rows:
            day = datetime.datetime.fromtimestamp(row.time, tz=datetime.UTC).date().isoformat()
            pages = self.tr("%n page(s)", "", row.pages)
            self.published.addItem(" · ".join((day, row.file, pages, f"SHA-256 {row.sha256[:16]}…")))
        self.nothing.setVisible(not rows)
        self.published.setVisible(bool(rows))
