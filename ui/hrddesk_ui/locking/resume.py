"""The lock by replacing the process: the next process gets what it needs through a pipe.

Python and SQLCipher leave plaintext in memory after close(); only a new process image is free of it. The pipe
carries the folder of the vault, the language, the look, the place of the window and, after a bug, a report
without case data. An environment variable carries only the number of the file descriptor of the pipe.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Final, NoReturn

from hrddesk.system import process_list
from hrddesk_ui.locking.heartbeat import call_off
from hrddesk_ui.theme.theme import Appearance, Scheme
from hrddesk_ui.words.translation import WindowLanguage, of_system

_VARIABLE: Final = "HRDDESK_RESUME_FD"
_LIMIT: Final = 32_768  # bytes; half of what a pipe buffers without a reader


WIPED: Final = "wiped"
WIPED_NOT_ALL: Final = "wiped, not all removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """The state that the window shows when it starts."""

    folder: str = ""  # the vault to unlock; "" for the start page
    language: str = ""  # "" for that of the system
    scheme: str = Scheme.SYSTEM.value
    text_size: str = ""  # in percent; "" for the usual size
    dense: str = ""  # "yes" if rows are close together
    report: str = ""  # a bug: exception types and places in the code
    locked: str = ""  # "yes" if the vault was open before
    geometry: str = ""  # the place of the window: Qt's saved geometry, as base64
    swap_told: str = ""  # "yes" after the warning that memory may reach a disk that is not encrypted
    said: str = ""  # WIPED or WIPED_NOT_ALL, after a vault was destroyed

    @property
    def chosen_language(self) -> WindowLanguage:
        """The language as a `WindowLanguage`; that of the system if the language is missing or unknown."""
        return WindowLanguage(self.language) if self.language in list(WindowLanguage) else of_system()

    @property
    def chosen_appearance(self) -> Appearance:
        """The look of the window; what is unknown is replaced by what is usual."""
        return Appearance.kept(scheme=self.scheme, text_size=self.text_size, dense=self.dense)


def take() -> Resume:
    """Return the state that the previous process left, or the defaults if there is none.

    The environment variable that leads to the state is removed.
    """
    number = process_list.forget_variable(_VARIABLE)
    if not number.isdecimal():
        return Resume()
    _bury()
    try:
        with os.fdopen(int(number), "rb") as pipe:
            values = json.loads(pipe.read(_LIMIT))
        return Resume(**{name: str(values[name]) for name in Resume.__dataclass_fields__})
    except (OSError, ValueError, KeyError, TypeError):
        return Resume()  # the variable was not set by this program


def _bury() -> None:
    """Collect ended child processes of the previous process image, which are now children of this one."""
    with suppress(ChildProcessError, AttributeError):  # there are none; Windows has no such call
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def replace_process(resume: Resume) -> NoReturn:
    """Replace this process by a new one of the same program, which starts with the state `resume`.

    Raise OSError if that fails.
    """
    read_end, write_end = os.pipe()
    content = json.dumps(asdict(resume)).encode()
    os.write(write_end, content if len(content) <= _LIMIT else json.dumps(asdict(Resume())).encode())
    os.close(write_end)
    os.set_inheritable(read_end, True)
    environment = {**os.environ, _VARIABLE: str(read_end)}
    frozen = bool(getattr(sys, "frozen", False))
    command = [sys.executable, *(sys.argv[1:] if frozen else sys.orig_argv[1:])]
    call_off()
    os.execve(sys.executable, command, environment)
