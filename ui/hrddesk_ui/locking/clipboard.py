"""The guard of the clipboard: a text copied from the window stays there for half a minute at most.

The clipboard is cleared after `SECONDS`, on lock and on exit, if its content is still from this window. When
a program ends, Qt asks a clipboard manager to save what the program copied (SAVE_TARGETS of freedesktop.org's
clipboard manager specification); this program has cleared the clipboard by then. Copied text also has
the formats by which KeePassXC tells clipboard managers and clipboard histories not to keep a text.

On X11 and Wayland, selecting a text also copies it to the primary selection, which most users do not know.
The primary selection is cleared at once, before another program can get the text from it. Nothing can be
dragged out of the window either, because a text that is dropped on a desktop becomes a file there.
"""

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

SECONDS: Final = 30.0
"""The seconds for which a copied text can be pasted."""

_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
_MARKS: Final = {
    "x-kde-passwordManagerHint": b"secret",  # KDE's Klipper; Xfce's, GPaste and CopyQ heed it too
    "application/x-nspasteboard-concealed-type": b"",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
}
_FURTHEST: Final = 1_000_000  # pixels that the mouse would have to move before a drag begins


class ClipboardGuard(QObject):
    """Clears the clipboard of texts that were copied from this window, but not of those of other programs."""

    def __init__(self, app: QApplication, seconds: float = SECONDS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = app.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.clear)
        self._clipboard.changed.connect(self._changed)
        app.setStartDragDistance(_FURTHEST)

    def clear(self) -> None:
        """Clear the clipboard if its content is from this window."""
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear(QClipboard.Mode.Clipboard)

    def _changed(self, mode: QClipboard.Mode) -> None:
        if mode is QClipboard.Mode.Selection:
            if self._clipboard.ownsSelection():
                self._clipboard.clear(QClipboard.Mode.Selection)
        elif mode is QClipboard.Mode.Clipboard:
            self._note()

    def _note(self) -> None:
        """Add to a text just copied from this window the formats that tell clipboard managers not to keep it.

        Then start the timer that clears the clipboard.
        """
        if not self._clipboard.ownsClipboard():
            self._timer.stop()
            return
        content = self._clipboard.mimeData(QClipboard.Mode.Clipboard)
        if not content.formats():
            self._timer.stop()  # it was cleared
        elif not all(content.hasFormat(name) for name in _MARKS):
            marked = QMimeData()
            marked.setText(content.text())  # plain text only: formatting is of no use elsewhere
            for name, value in _MARKS.items():
                marked.setData(name, value)
            self._clipboard.setMimeData(marked, QClipboard.Mode.Clipboard)  # calls `_note` again
        else:
            self._timer.start()
