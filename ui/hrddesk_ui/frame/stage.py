"""The place in the window for the gate, the pages of the open vault, or a screen that replaces the pages."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from hrddesk_ui.desk.desk import Desk

if TYPE_CHECKING:
    from hrddesk_ui.frame.frame import Frame
    from hrddesk_ui.pages.exclusive_page import Alone


class Stage(QStackedWidget):
    """A stack of which one widget is shown; a widget that was replaced is deleted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        """The pages of the open vault; None before, and while another screen replaces them."""

    def drop(self, widget: QWidget) -> None:
        """Remove a widget from the stack and delete it."""
        self.removeWidget(widget)
        widget.deleteLater()

    def build_frame(self, desk: Desk, page: str = "") -> "Frame":
        """Build the pages anew in place of the old ones, and show the page named `page`, or the first one."""
        from hrddesk_ui.frame.frame import Frame  # every page with it: not before there is something to show

        old = self.frame
        self.frame = Frame(desk, self)
        self.addWidget(self.frame)
        self.setCurrentWidget(self.frame)
        if old is not None:
            self.drop(old)
        if page:
            self.frame.show_page(page)
        else:
            self.frame.show_first()
        return self.frame

    def give_way(self, desk: Desk, screen: "Alone") -> None:
        """Delete all pages and close the connection that they read through, while `screen` works.

        The pages are built again when `screen` is closed.
        """
        assert self.frame is not None
        old, page = self.frame, self.frame.current

        def come_back() -> None:
            desk.reader = desk.session.reader_for_lists()
            self.build_frame(desk, page)
            self.drop(screen)

        self.addWidget(screen)
        self.setCurrentWidget(screen)
        self.frame = None
        self.drop(old)
        desk.reader.close()
        screen.closed.connect(come_back)
        screen.begin()

    def focus_shown(self) -> None:
        """Give the focus to the widget that is shown."""
        current_widget = self.currentWidget()
        if current_widget is not None:
            current_widget.setFocus()
