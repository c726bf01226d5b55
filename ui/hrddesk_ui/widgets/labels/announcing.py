"""Words that a screen reader speaks at once, wherever the keyboard focus is."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Let screen readers speak `text`; `widget` shows it.

    Urgent words interrupt what is being spoken, others wait for its end. Qt's older event "Alert" does not
    reach screen readers on Linux.
    """
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
