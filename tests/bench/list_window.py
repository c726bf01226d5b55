"""Row 12: the list of cases in a window, a process of its own: `list_window.py VAULT`.

Prints the seconds of CPU, of all threads, until its first rows are painted, and until all are known and it
says where everybody in sight is; the p95 of both for a page further, and of what the window's own thread had
to do for it, while the window answers nobody; and the bytes of memory that the process holds then.
"""

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import library
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from hrddesk.system import lockdown
from hrddesk_ui.cases.case_table import CaseTable
from hrddesk_ui.cases.case_table_model import CaseTableModel
from hrddesk_ui.desk.read_thread import ReadThread
from hrddesk_ui.desk.runner import Runner
from hrddesk_ui.frame import app as ui_app
from hrddesk_ui.theme import theme

_PAGES_SCROLLED = 300


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def forget(self) -> None:
        """Wait for the next time."""
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
    theme.apply(app, theme.Appearance(scheme=theme.Scheme.LIGHT))
    with (
        Session.open(vault, PassphraseSecret(library.PASSPHRASE)) as session,
        closing(session.reader_for_lists()) as store,
    ):
        painted, runner = Painted(), Runner()
        reading = ReadThread(session, runner, keeps=True)

        def follow(begin: float) -> tuple[float, float]:
            """Return the seconds until something is painted, and until all that follows from it is."""
            _until(app, lambda: painted.seen and (model.rowCount() > 0 or not model.is_loading))
            first = time.process_time() - begin
            _until(app, lambda: not reading.busy)
            app.processEvents()
            return first, time.process_time() - begin

        begin = time.process_time()
        model = CaseTableModel(store, None, reading.look)
        table = CaseTable(model)
        table.resize(1000, 700)
        table.sort_by_reference()
        table.viewport().installEventFilter(painted)
        table.show()
        model.modelReset.connect(painted.forget)  # what is painted before has no rows
        model.modelReset.connect(table.viewport().update)
        firsts = follow(begin)
        table.setFocus()
        taken, own = [], []
        for _ in range(_PAGES_SCROLLED):
            painted.forget()
            begin, own_begin = time.process_time(), time.thread_time()
            QTest.keyClick(table, Qt.Key.Key_PageDown)
            table.viewport().update()  # an empty list is painted as well
            taken.append(follow(begin))
            own.append(time.thread_time() - own_begin)
        rows, whole = zip(*taken, strict=True)
        QTest.keyClick(table, Qt.Key.Key_End)
        app.processEvents()
        last = model.index(model.rowCount() - 1, 0).data() if model.rowCount() else ""
        print(*firsts, _p95(rows), _p95(whole), _p95(own), _held(), repr(last), flush=True)
        table.close()
        table.deleteLater()
        model.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _until(app: QApplication, holds: Callable[[], bool]) -> None:
    """Let the window go on until something holds; what it waits for costs nothing here."""
    while not holds():
        app.processEvents()
        time.sleep(0.0005)


def _p95(taken: Sequence[float]) -> float:
    return sorted(taken)[round(0.95 * (len(taken) - 1))]


def _held() -> int:
    """Return the bytes of memory that are this process's alone."""
    lines = Path("/proc/self/smaps_rollup").read_text("utf-8").splitlines()
    kib = sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
    return kib * 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
