"""The page of hand-off: send, receive, contacts, my identity, hand off and forget, tables for others."""

from enum import IntEnum
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from hrddesk.system.lazy import Lazy
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.exchange.contact_list_view import ContactListView
from hrddesk_ui.exchange.contacts_view import ContactsView
from hrddesk_ui.exchange.forget_view import ForgetView
from hrddesk_ui.exchange.identity_view import IdentityView
from hrddesk_ui.exchange.receive_view import ReceiveView
from hrddesk_ui.exchange.review_view import ReviewView
from hrddesk_ui.exchange.send_view import SendView
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import tokens
from hrddesk_ui.transfer.export_view import ExportView
from hrddesk_ui.widgets.layout import boxes

_WidgetT = TypeVar("_WidgetT", bound=QWidget)


class HandoffTab(IntEnum):
    """The tabs of the page, from the left."""

    SEND = 0
    READ = 1
    CONTACTS = 2
    IDENTITY = 3
    FORGET = 4
    TABLES = 5


class HandoffView(Page):
    """The page with six tabs, each built when it is first shown. A review replaces the list of reviews."""

    name = "handoff"
    icon = "handoff"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the page"))
        for words in (
            self.tr("Send a bundle"),
            self.tr("Read a bundle"),
            self.tr("Contacts"),
            self.tr("My identity"),
            self.tr("Hand off and forget"),
            self.tr("Tables"),
        ):
            self.tabs.addTab(QWidget(self), words)
        boxes.column(self.tabs, parent=self, margin=(0, tokens.GRID, 0, 0))
        self.tabs.currentChanged.connect(self._load)
        self.tabs.currentChanged.connect(desk.moved_on)

    @Lazy
    def send(self) -> SendView:
        """The view in which a bundle is written."""
        view = self._filled(HandoffTab.SEND, SendView(self.desk, self))
        view.contacts_wanted.connect(lambda: self.tabs.setCurrentIndex(HandoffTab.CONTACTS))
        return view

    @cached_property
    def receive(self) -> ReceiveView:
        """The view in which bundles are read, with the list of reviews."""
        view = ReceiveView(self.desk, self)
        self._incoming.insertWidget(0, view)
        self._incoming.setCurrentIndex(0)
        view.review_wanted.connect(self.show_review)
        return view

    @cached_property
    def review(self) -> ReviewView:
        """The view of one review; it is below the contacts that were in the same bundle."""
        view = ReviewView(self.desk, self)
        view.next_wanted.connect(self.receive.next_after)
        view.back_wanted.connect(self._show_reviews)
        return view

    @cached_property
    def introduced(self) -> ContactListView:
        """The view of the contacts that were in the bundle of a review."""
        view = ContactListView(self.desk, self)
        view.taken.connect(self._contacts_changed)
        return view

    @cached_property
    def contacts(self) -> ContactsView:
        """The view of known contacts."""
        view = self._filled(HandoffTab.CONTACTS, ContactsView(self.desk, self))
        view.changed.connect(self._contacts_changed)
        return view

    @cached_property
    def identity(self) -> IdentityView:
        """The view of the identity of this desk."""
        return self._filled(HandoffTab.IDENTITY, IdentityView(self.desk, self))

    @cached_property
    def forget(self) -> ForgetView:
        """The view in which cases are handed off and forgotten."""
        return self._filled(HandoffTab.FORGET, ForgetView(self.desk, self))

    @cached_property
    def tables(self) -> ExportView:
        """The view in which tables are written for others."""
        return self._filled(HandoffTab.TABLES, ExportView(self.desk, self))

    @cached_property
    def _incoming(self) -> QStackedWidget:
        return self._filled(HandoffTab.READ, QStackedWidget(self))

    @cached_property
    def _reviewed(self) -> QWidget:
        page = QWidget(self)
        layout = _layout(page)
        layout.addWidget(self.introduced)
        layout.addWidget(self.review, 1)
        self._incoming.addWidget(page)
        return page

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the navigation rail."""
        return QCoreApplication.translate("HandoffView", "Hand-off")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        tab = self.tabs.currentIndex()
        if tab == HandoffTab.TABLES:
            return "import-kit"
        return "contacts" if tab in (HandoffTab.CONTACTS, HandoffTab.IDENTITY) else "hand-off"

    def open_draft(self, key: DraftKey) -> None:
        """Show the review whose decisions are kept in the draft with this key."""
        self.tabs.setCurrentIndex(HandoffTab.READ)
        self.show_review(key.review)

    def arrive(self) -> None:
        """Load the current tab and focus the tabs."""
        self._load(self.tabs.currentIndex())
        self.tabs.tabBar().setFocus()

    def show_review(self, number: int) -> None:
        """Show a review in place of the list of reviews."""
        self.review.load(number)
        self.introduced.load(number)
        self._incoming.setCurrentWidget(self._reviewed)

    def _show_reviews(self) -> None:
        self._incoming.setCurrentWidget(self.receive)
        self.receive.load()
        self.receive.reviews.setFocus()

    def _contacts_changed(self) -> None:
        send = HandoffView.send.existing(self)
        if send is not None:  # a view that is built later reads the contacts then
            send.load()

    def _load(self, index: int) -> None:
        if index == HandoffTab.SEND:
            self.send.load()
        elif index == HandoffTab.CONTACTS:
            self.contacts.load()
        elif index == HandoffTab.IDENTITY:
            self.identity.load()
        elif index == HandoffTab.FORGET:
            self.forget.load()
        elif index == HandoffTab.TABLES:
            self.tables.show()  # this builds the view, which has nothing to load
        elif self._incoming.currentWidget() in (None, self.receive):
            self.receive.load()

    def _filled(self, part: HandoffTab, view: _WidgetT) -> _WidgetT:
        place = self.tabs.widget(part)
        assert place is not None
        _layout(place).addWidget(view)
        view.show()  # a layout would show it one event later
        return view


def _layout(page: QWidget) -> QVBoxLayout:
    return boxes.column(parent=page, spacing=0)
