"""A path that is typed, or chosen with Qt's own file dialog.

The dialog of the system is never used, because it keeps lists of recent files.
"""

import os
from collections.abc import Callable
from enum import Enum, auto
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from hrddesk_ui.theme import heights
from hrddesk_ui.widgets.layout import boxes


class Purpose(Enum):
    """The purpose for which a path is chosen, such as opening a file."""

    FOLDER = auto()  # one that exists
    OPEN_FILE = auto()
    OPEN_FILES = auto()  # one or several
    SAVE_FILE = auto()  # a new name


def choose_path(
    parent: QWidget,
    title: str,
    purpose: Purpose,
    chosen: Callable[[Path], None],
    *,
    start: Path | None = None,
    pattern: str = "",
    suffix: str = "",
    name: str = "",
    several: Callable[[list[Path]], None] | None = None,
) -> QFileDialog:
    """Open the file dialog and call `chosen` with the path; if the user cancels, nothing is called.

    `several` is called instead if more than one path was chosen, which only OPEN_FILES allows. `pattern` is a
    name filter ("Contact cards (*.hrdc)"). `suffix` is added to a new name that has none. `name` is the
    proposed name of a new file; a number is added to it if the name is taken.
    """
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    if purpose is Purpose.FOLDER:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    elif purpose is Purpose.OPEN_FILE:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    elif purpose is Purpose.OPEN_FILES:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    else:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing of ours overwrites
    if pattern:
        dialog.setNameFilter(pattern)
    if suffix:
        dialog.setDefaultSuffix(suffix)
    for label, words in (
        (QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("PathEdit", "Folder:")),
        (QFileDialog.DialogLabel.FileType, QCoreApplication.translate("PathEdit", "Kind of file:")),
    ):
        dialog.setLabelText(label, words)  # Qt has no Chinese for these
    folder = start or Path.home()
    dialog.setDirectory(str(folder))
    if name:
        dialog.selectFile(_free(folder, name))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))  # not when there are several
    if several is not None:
        dialog.filesSelected.connect(
            lambda names: several([Path(name) for name in names]) if len(names) > 1 else None
        )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _free(folder: Path, name: str) -> str:
    """Return `name`, with a number added if a file or a signature of that name exists, so that nothing is
    overwritten.
    """
    stem, suffix = Path(name).stem, Path(name).suffix
    names = chain((name,), (f"{stem}-{number}{suffix}" for number in count(2)))
    return next(
        free for free in names if not any(os.path.lexists(folder / f"{free}{end}") for end in ("", ".sig"))
    )


class PathEdit(QWidget):
    """A field for a path, with a button that opens the file dialog."""

    changed = Signal()
    submitted = Signal()  # Return in the field
    several = Signal(list)  # the paths, where more than one was chosen: a field holds one

    def __init__(
        self,
        name: str,
        purpose: Purpose,
        parent: QWidget | None = None,
        *,
        pattern: str = "",
        suffix: str = "",
    ) -> None:
        """Make the field; `name` is the title of the file dialog and the name for screen readers."""
        super().__init__(parent)
        self._name, self._purpose, self._pattern, self._suffix = name, purpose, pattern, suffix
        self.field = QLineEdit(self)
        self.field.setAccessibleName(name)
        self.field.setMinimumHeight(heights.field(self.field))
        self.button = boxes.button(self.tr("Choose …"), self._choose, self)
        self.button.setAccessibleName(self.tr("Choose: {what}").format(what=name))
        boxes.row((self.field, 1), self.button, parent=self)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        self.field.returnPressed.connect(self.submitted)

    @property
    def path(self) -> Path | None:
        """The path in the field, with `~` replaced by the home folder; None if the field is empty."""
        text = self.field.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path | None) -> None:
        """Put `path` into the field."""
        self.field.setText(str(path) if path is not None else "")

    def _choose(self) -> None:
        path = self.path
        start = path.parent if path is not None and path.parent.is_dir() else None
        choose_path(
            self,
            self._name,
            self._purpose,
            self.set_path,
            start=start,
            pattern=self._pattern,
            suffix=self._suffix,
            several=self.several.emit,
        )
