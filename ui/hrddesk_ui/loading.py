"""Load what an open vault needs while its passphrase is tried, in the window's thread, between its events.

Never in a thread of its own: PySide enters every new class of Qt into a table that the window reads without
the interpreter's lock (PYSIDE-803), before Python 3.12. Where both met, the process ended at once.
"""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk_ui.turns import next_turn

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
    modules = [partial(import_module, name) for name in _AHEAD]
    _load(iter((*modules, _read_vocabularies, _read_templates, _paint_icons)))


def _load(rest: Iterator[Callable[[], object]]) -> None:
    step = next(rest, None)
    app = QCoreApplication.instance()
    if step is not None and app is not None:
        step()
        next_turn(app, lambda: _load(rest))


# What ships with the program and the first page shows: read now, it is kept.


def _read_vocabularies() -> None:
    from hrddesk.records import vocabulary

    for name in ("event_type", "measure", "party_kind", "role"):
        vocabulary.load(name)


def _read_templates() -> None:
    from hrddesk.records import questions

    questions.templates()


def _paint_icons() -> None:
    from hrddesk_ui import theme
    from hrddesk_ui.pages import PAGES

    for page in PAGES:
        theme.icon(page.icon)
