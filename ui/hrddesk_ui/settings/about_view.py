"""The page about the program, which also shows whether its protections work on this computer."""

import os
import platform
import sys
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from hrddesk.system import confinement, lockdown, swap
from hrddesk.system.lockdown import LockReason
from hrddesk.system.product import VERSION
from hrddesk.system.swap import LockedMemory
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.pages.page import Page
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import boxes, page_layout

_MIB = 1 << 20


class AboutView(Page):
    """The page about the program; it reads the state of each protection anew whenever it is shown."""

    name = "about"
    icon = "about"
    at_end = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        layout = page_layout.column(self)
        layout.addWidget(page_layout.title("HRDDesk"))
        version = self.tr("Version {version}, Python {python}, {system}")
        boxes.add(
            layout,
            page_layout.note(
                version.format(version=VERSION, python=platform.python_version(), system=platform.system())
            ),
            page_layout.words(
                self.tr(
                    "An offline desk for people who document human-rights violations. "
                    "Free software under the GNU General Public License, version 3 or later."
                )
            ),
            page_layout.heading(self.tr("On this computer")),
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * tokens.GRID)
        self._grid.setVerticalSpacing(tokens.GRID)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        self.protects_button = boxes.button(
            self.tr("What it protects against, and what not"), lambda: desk.help_wanted.emit("protects"), self
        )
        self.protects_button.setAccessibleName(self.protects_button.text())
        boxes.add(
            layout,
            (self.protects_button, 0, Qt.AlignmentFlag.AlignLeft),
            page_layout.heading(self.tr("Fonts")),
            page_layout.note(
                self.tr("Noto fonts, under the SIL Open Font License; the licence lies beside them.")
            ),
            1,
        )
        self._fill()

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the navigation rail."""
        return QCoreApplication.translate("AboutView", "About")

    def topic(self) -> str:
        """Return the name of the help page for this page."""
        return "protects"

    def arrive(self) -> None:
        """Read the state of the protections again."""
        self._fill()
        self.protects_button.setFocus()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        status = lockdown.status()
        reasons = {
            LockReason.LOCKED: self.tr(
                "No network: this program and all it starts can open no network socket."
                " The system enforces it. A person who took it over could still ask another program,"
                " by the desktop's bus or the display."
            ),
            LockReason.NOT_ENGAGED: self.tr(
                "The network lock does not hold: the program was not started in the ordinary way."
            ),
            LockReason.NO_NETWORK_CODE: self.tr(
                "This system has no such lock. It ships no network code; that is all that holds here."
            ),
        }
        rows: tuple[tuple[bool, str], ...] = (
            (status.network_locked, reasons[status.reason]),
            (
                status.core_limit_zero,
                self.tr("If the program crashes, no copy of its memory is written to the disk.")
                if status.core_limit_zero
                else self.tr("If the program crashes, a copy of its memory may reach the disk."),
            ),
            (
                status.dumpable_off,
                self.tr("Other programs of this account cannot read its memory.")
                if status.dumpable_off
                else self.tr("Other programs of this account may read its memory."),
            ),
        )
        rows += (self._pictures(),)
        swaps = swap.swaps_to_plain_disk()
        memory = swap.locked_memory()
        if memory is not None:
            rows += ((memory.most is None or not swaps, self._kept_out_of_swap(memory)),)
        if swaps:
            rows += (
                (
                    False,
                    self.tr(
                        "The system may write memory to a disk that is not encrypted (swap). Switch that off,"
                        " or encrypt the disk of the computer."
                    ),
                ),
            )
        rows += (self._input_method(), self._screen_readers())
        for row, (holds, text) in enumerate(rows):
            sign = Label(parent=self)
            sign.setPixmap(theme.icon("done" if holds else "warning").pixmap(16, 16))
            sign.setAccessibleName(self.tr("holds") if holds else self.tr("does not hold"))
            line: QWidget = page_layout.words(text, self)
            self._grid.addWidget(sign, row, 0)
            self._grid.addWidget(line, row, 1)

    def _pictures(self) -> tuple[bool, str]:
        """Return whether the process that opens pictures is confined, and a sentence about this."""
        if not sys.platform.startswith("linux"):
            sentence = self.tr("Pictures are opened in a process that can do what any program here can.")
            return False, sentence
        confined = self.tr(
            "Pictures are opened, and pages laid out, in a process that can open no file"
            " and start no program."
        )
        if confinement.landlock_version():
            return True, confined
        alone = self.tr("One lock of the system enforces it instead of two: this one has no Landlock.")
        return True, f"{confined} {alone}"

    def _kept_out_of_swap(self, memory: LockedMemory) -> str:
        now = f"{memory.now / _MIB:.1f}"
        if memory.most is None:
            return self.tr(
                "{now} MiB of its memory are kept out of swap space. The system sets no limit."
            ).format(now=now)
        return self.tr(
            "{now} MiB of its memory are kept out of swap space. The system allows {most} MiB, and may"
            " swap the rest."
        ).format(now=now, most=f"{memory.most / _MIB:.1f}")

    def _input_method(self) -> tuple[bool, str]:
        """Return whether keys reach the program without an input method, and a sentence about this."""
        name = chosen_input_method(os.environ, QGuiApplication.platformName())
        if not name:
            return True, self.tr("No input method was chosen for this program: keys come from the keyboard.")
        words = self.tr(
            "Input method: {name}. It sees what you type, but no passphrase that is hidden and no recovery"
            " word. It may keep what it learns on the disk, or send it away: see the help."
        )
        return False, words.format(name=name)

    def _screen_readers(self) -> tuple[bool, str]:
        """Return whether the accessibility bus is off, and a sentence about this."""
        if QAccessible.isActive():
            return False, self.tr(
                "The accessibility bus is on: a screen reader, and every other program of this session, can"
                " read what is open here. A passphrase that you type is not sent there."
            )
        return True, self.tr(
            "The accessibility bus is off. Any program of this session can switch it on, and then read what"
            " is open here."
        )


def chosen_input_method(variables: Mapping[str, str], platform: str) -> str:
    """Return the name of the input method that Qt uses, or "" if none is known.

    `variables` is the environment, and `platform` is Qt's name of the display system. On Wayland the desktop
    chooses the input method if no variable does; then the name is "Wayland".
    """
    chosen = variables.get("QT_IM_MODULES") or variables.get("QT_IM_MODULE") or ""
    names = [name for name in chosen.split(";") if name]
    if not names:
        return "Wayland" if platform.startswith("wayland") else ""
    return "" if names[0] in ("none", "compose", "simple", "xim") else names[0]
