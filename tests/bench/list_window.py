"""Row 12: the list of cases in a window, a process of its own: `list_window.py VAULT`.

Prints the seconds of CPU until the list is painted first, the p95 of a page further, and the bytes of memory
that the process holds then.
"""

import sys
import time
from contextlib import closing
from pathlib import Path

import library
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrddesk import lockdown
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.session import Session
from hrddesk_ui import app as ui_app
from hrddesk_ui import theme
from hrddesk_ui.models.case_table_model import CaseTableModel
from hrddesk_ui.widgets.case_table import CaseTable

_PAGES_SCROLLED = 300


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (it is Qt's)
        """See what happens to the widget."""
        del watched
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def main(vault: Path) -> None:
    """Measure the list of a vault."""
    lockdown.engage()  # as the program does: what is locked once stays locked
    ui_app.prepare()
    app = QApplication([])
    theme.apply(app, theme.Scheme.LIGHT)
    with (
        Session.open(vault, PassphraseSecret(library.PASSPHRASE)) as session,
        closing(session.reader_for_lists()) as store,
    ):
        painted = Painted()
        begin = time.process_time()
        model = CaseTableModel(store)
        table = CaseTable(model)
        table.resize(1000, 700)
        table.sort_by_reference()
        table.viewport().installEventFilter(painted)
        table.show()
        while not painted.seen:
            app.processEvents()
        app.processEvents()
        first = time.process_time() - begin
        table.setFocus()
        taken = []
        for _ in range(_PAGES_SCROLLED):
            begin = time.process_time()
            QTest.keyClick(table, Qt.Key.Key_PageDown)
            table.viewport().repaint()
            app.processEvents()
            taken.append(time.process_time() - begin)
        QTest.keyClick(table, Qt.Key.Key_End)
        app.processEvents()
        shown = model.index(model.rowCount() - 1, 0).data() if model.rowCount() else ""
        print(first, sorted(taken)[round(0.95 * (len(taken) - 1))], _held(), repr(shown), flush=True)
        table.close()
        table.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _held() -> int:
    """Return the bytes of memory that are this process's alone."""
    lines = Path("/proc/self/smaps_rollup").read_text("utf-8").splitlines()
    kib = sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
    return kib * 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
