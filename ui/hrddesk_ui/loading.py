"""Load what an open vault needs while its passphrase is tried, in the window's thread, between its events.

Never in a thread of its own: PySide enters every new class of Qt into a table that the window reads without
the interpreter's lock (PYSIDE-803), before Python 3.12. Where both met, the process ended at once.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from PySide6.QtCore import QTimer

_AHEAD: Final = (
    "hrddesk.session",
    "hrddesk_ui.after_opening",
    "hrddesk_ui.error_words",
    "hrddesk.redact.redaction",
    "hrddesk.bundle.review",
    "hrddesk_ui.views.people_view",
    "hrddesk_ui.views.cases_view",
    "hrddesk_ui.views.week_view",
    "hrddesk_ui.views.handoff_view",
    "hrddesk_ui.views.publish_view",
    "hrddesk_ui.views.settings_view",
    "hrddesk_ui.pages",
    "hrddesk_ui.frame",
)
"""In steps of at most a tenth of a second; each brings what it imports itself."""


def load_frame() -> None:
    """Load the pages step by step, and let the window go on between the steps.

    Whoever needs them before the last step imports them as always, and waits for the rest.
    """
    _load(iter(_AHEAD))


def _load(rest: Iterator[str]) -> None:
    name = next(rest, None)
    if name is not None:
        import_module(name)
        QTimer.singleShot(0, lambda: _load(rest))
