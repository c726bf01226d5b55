"""Loading of the modules of the pages, in the window's thread, while another thread tries the passphrase.

Another thread must not load the modules, because that crashed the process. Before Python 3.12, PySide enters
every new class of Qt into a table, which the window reads without the lock of the interpreter (PYSIDE-803).
The process crashed when one thread wrote while the window read.
"""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk_ui.desk.event_loop import next_turn

_AHEAD: Final = (
    "hrddesk.store.vault.session",
    "hrddesk_ui.frame.after_opening",
    "hrddesk_ui.error_words",
    "hrddesk.redact.publication.redaction",
    "hrddesk.bundle.review.acceptance",
    "hrddesk_ui.people.people_view",
    "hrddesk_ui.cases.cases_view",
    "hrddesk_ui.week.week_view",
    "hrddesk_ui.exchange.handoff_view",
    "hrddesk_ui.publishing.publish_view",
    "hrddesk_ui.settings.settings_view",
    "hrddesk_ui.frame.rail_pages",
    "hrddesk_ui.frame.frame",
)
"""The modules to load, in steps of at most a tenth of a second; each step includes its imports."""


def load_frame() -> None:
    """Load the pages step by step and let the window handle events between the steps.

    Code that needs a page before the last step imports it as usual and waits for that import.
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
    from hrddesk.records.terms import vocabulary

    for name in ("event_type", "measure", "party_kind", "role"):
        vocabulary.load(name)


def _read_templates() -> None:
    from hrddesk.records.texts import questions

    questions.templates()


def _paint_icons() -> None:
    from hrddesk_ui.frame.rail_pages import PAGES
    from hrddesk_ui.theme import theme

    for page in PAGES:
        theme.icon(page.icon)
