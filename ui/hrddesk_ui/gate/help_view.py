"""The help, which needs no network: Markdown files of resources/help, with a list and a search."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,  # noqa: TID251  (shows pages of ours alone)
    QWidget,
)

from hrddesk.system import paths
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import tokens
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.words.translation import WindowLanguage

# The order of the pages: what a person needs first comes first. Other pages follow, sorted by name.
_ORDER = (
    "start",
    "passphrase",
    "cases",
    "search",
    "dates",
    "sources",
    "words",
    "places",
    "forms",
    "evidence",
    "week",
    "duplicates",
    "figures",
    "import-kit",
    "import-table",
    "paste-report",
    "hand-off",
    "contacts",
    "publish",
    "profiles",
    "texts",
    "pictures",
    "published",
    "signature",
    "lock",
    "check",
    "backup",
    "wipe",
    "protects",
    "input-methods",
    "keyboard",
    "command-line",
    "open-a-bundle",
    "open-a-vault",
)


class HelpBrowser(QWidget):
    """The list of help pages, a search, and the text of a page, side by side."""

    closed = Signal()

    def __init__(
        self, language: WindowLanguage, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self._files = _files(language)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.topics = QListWidget(self)
        self.topics.setAccessibleName(self.tr("Help pages"))
        self.topics.setUniformItemSizes(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = page_layout.note(self.tr("No page has these words."), self)
        self.nothing.hide()
        self.text = _MarkdownBrowser(self)
        self.text.setAccessibleName(self.tr("Text of the help page"))
        self.text.topic_wanted.connect(self.show_topic)
        left_column = boxes.column(self.search, self.nothing, (self.topics, 1))
        self.close_button = boxes.button(self.tr("Close the help"), self.closed, self)
        self.close_button.setAccessibleName(self.tr("Close the help"))
        self.close_button.setVisible(closable)
        left_column.addWidget(self.close_button)
        boxes.row(
            (left_column, 1), (self.text, 3), parent=self, margin=2 * tokens.GRID, spacing=2 * tokens.GRID
        )
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.topics.setFocus)
        self.topics.currentItemChanged.connect(self._show_item)
        self._fill("")

    def arrive(self) -> None:
        """Give the keyboard focus to the search field."""
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the help on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_topic(self, topic: str) -> None:
        """Show the page of the file `topic`.md."""
        if topic not in self._files:
            return
        self.search.clear()
        for row in range(self.topics.count()):
            if self.topics.item(row).data(Qt.ItemDataRole.UserRole) == topic:
                self.topics.setCurrentRow(row)

    def _fill(self, search_text: str) -> None:
        words = search_text.casefold().split()
        current_topic = self.text.topic
        self.topics.clear()
        for topic, content in self._files.items():
            if all(word in content.casefold() for word in words):
                item = ListItem(_heading(content) or topic, self.topics)
                item.setData(Qt.ItemDataRole.UserRole, topic)
                if topic == current_topic:
                    self.topics.setCurrentItem(item)
        if self.topics.currentRow() < 0:
            self.topics.setCurrentRow(0)
        self.nothing.setVisible(self.topics.count() == 0)

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            topic = item.data(Qt.ItemDataRole.UserRole)
            if topic != self.text.topic:
                self.text.show_topic(topic, self._files[topic])


class _MarkdownBrowser(QTextBrowser):
    """Shows Markdown; it follows links between our help pages only, and loads nothing else."""

    topic_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.topic = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(2 * tokens.GRID)
        self.anchorClicked.connect(self._follow)

    def show_topic(self, topic: str, content: str) -> None:
        self.topic = topic
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | (
            QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.document().setMarkdown(content, features)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # a new layout keeps the cursor in view
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing, since help pages have no pictures and must not read other files."""
        return None

    def _follow(self, url: QUrl) -> None:
        if url.isRelative() and url.path().endswith(".md"):
            self.topic_wanted.emit(Path(url.path()).stem)


def _files(language: WindowLanguage) -> dict[str, str]:
    """Return the texts of the help pages, by name of the page; an untranslated page is in English."""
    texts_by_topic: dict[str, str] = {}
    for folder in (WindowLanguage.ENGLISH, language):
        for file in sorted((paths.resources() / "help" / folder.value).glob("*.md")):
            texts_by_topic[file.stem] = file.read_text("utf-8")
    order = {name: place for place, name in enumerate(_ORDER)}
    return dict(sorted(texts_by_topic.items(), key=lambda entry: (order.get(entry[0], len(order)), entry[0])))


def _heading(content: str) -> str:
    return next((line[2:].strip() for line in content.splitlines() if line.startswith("# ")), "")


class HelpView(Page):
    """The help as a page of the main window."""

    name = "help"
    icon = "help"
    at_end = True
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._browser = HelpBrowser(desk.language, self, closable=False)
        self._browser.closed.connect(self.closed)
        boxes.column(self._browser, parent=self)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the navigation rail."""
        return QCoreApplication.translate("HelpView", "Help")

    def arrive(self) -> None:
        """Give the keyboard focus to the search field."""
        self._browser.arrive()

    def show_topic(self, topic: str) -> None:
        """Show the help page of the file `topic`.md."""
        self._browser.show_topic(topic)
