"""The page of hand-off: send, receive, contacts, my identity, hand off and forget, tables for others."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from hrddesk_ui import theme
from hrddesk_ui.desk import Desk
from hrddesk_ui.page import Page
from hrddesk_ui.views.contact_list_view import ContactListView
from hrddesk_ui.views.contacts_view import ContactsView
from hrddesk_ui.views.export_view import ExportView
from hrddesk_ui.views.forget_view import ForgetView
from hrddesk_ui.views.identity_view import IdentityView
from hrddesk_ui.views.receive_view import ReceiveView
from hrddesk_ui.views.review_view import ReviewView
from hrddesk_ui.views.send_view import SendView


class HandoffView(Page):
    """Six tabs; a review takes the place of the list of reviews."""

    name = "handoff"
    icon = "handoff"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.send = SendView(desk, self)
        self.receive = ReceiveView(desk, self)
        self.review = ReviewView(desk, self)
        self.introduced = ContactListView(desk, self)
        self.contacts = ContactsView(desk, self)
        self.identity = IdentityView(desk, self)
        self.forget = ForgetView(desk, self)
        self.tables = ExportView(desk, self)
        self._incoming = QStackedWidget(self)
        self._incoming.addWidget(self.receive)
        self._incoming.addWidget(self._review_page())
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the page"))
        self.tabs.addTab(self.send, self.tr("Send a bundle"))
        self.tabs.addTab(self._incoming, self.tr("Read a bundle"))
        self.tabs.addTab(self.contacts, self.tr("Contacts"))
        self.tabs.addTab(self.identity, self.tr("My identity"))
        self.tabs.addTab(self.forget, self.tr("Hand off and forget"))
        self.tabs.addTab(self.tables, self.tr("Tables"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.GRID, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.currentChanged.connect(self._load)
        self.tabs.currentChanged.connect(desk.moved_on)
        self.send.contacts_wanted.connect(lambda: self.tabs.setCurrentWidget(self.contacts))
        self.contacts.changed.connect(self.send.load)
        self.introduced.taken.connect(self.send.load)
        self.receive.review_wanted.connect(self.show_review)
        self.review.next_wanted.connect(self.receive.next_after)
        self.review.back_wanted.connect(self._show_reviews)

    def _review_page(self) -> QWidget:
        self._reviewed = QWidget(self)
        layout = QVBoxLayout(self._reviewed)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.introduced)
        layout.addWidget(self.review, 1)
        return self._reviewed

    @classmethod
    def title(cls) -> str:
        """Return the words of the rail."""
        return QCoreApplication.translate("HandoffView", "Hand-off")

    def topic(self) -> str:
        """Return the page of the help."""
        shown = self.tabs.currentWidget()
        if shown is self.tables:
            return "import-kit"
        return "contacts" if shown in (self.contacts, self.identity) else "hand-off"

    def arrive(self) -> None:
        """Load what is shown, and give the keyboard to the tabs."""
        self._load(self.tabs.currentIndex())
        self.tabs.tabBar().setFocus()

    def show_review(self, number: int) -> None:
        """Show a review in the place of the list."""
        self._incoming.setCurrentWidget(self._reviewed)
        self.introduced.load(number)
        self.review.load(number)

    def _show_reviews(self) -> None:
        self._incoming.setCurrentWidget(self.receive)
        self.receive.load()
        self.receive.reviews.setFocus()

    def _load(self, index: int) -> None:
        shown = self.tabs.widget(index)
        if shown is self.send:
            self.send.load()
        elif shown is self.contacts:
            self.contacts.load()
        elif shown is self.identity:
            self.identity.load()
        elif shown is self.forget:
            self.forget.load()
        elif shown is self._incoming and self._incoming.currentWidget() is self.receive:
            self.receive.load()
