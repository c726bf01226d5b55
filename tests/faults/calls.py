"""Run something in a child process and rule over each of its calls that change files.

A seccomp filter in the child tells this process of each such call before it is made (seccomp_unotify(2)),
whichever thread or grandchild makes it, and waits for the answer: make it, fail with an error, or die first.
That costs some 30 microseconds for a call, needs no tracer and works for processes that shut tracers out.
The child is a fork, so everything is imported already. Linux 5.9 or newer, on x86_64 and aarch64.
"""

import array
import ctypes
import errno
import fcntl
import os
import select
import signal
import socket
import struct
import sys
import traceback
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import hrddesk.cli
from hrddesk.errors import HrdDeskError

# The number of each call on x86_64 and on aarch64; the latter has only the newer ones.
_CALLS: Final = {
    "write": (1, 64),
    "pwrite64": (18, 68),
    "writev": (20, 66),
    "pwritev": (296, 70),
    "pwritev2": (328, 287),
    "sendfile": (40, 71),
    "copy_file_range": (326, 285),
    "open": (2, None),
    "creat": (85, None),
    "openat": (257, 56),
    "openat2": (437, 437),
    "fsync": (74, 82),
    "fdatasync": (75, 83),
    "sync_file_range": (277, 84),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rmdir": (84, None),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "truncate": (76, 45),
    "ftruncate": (77, 46),
    "fallocate": (285, 47),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
}
_COLUMN: Final = {"x86_64": 0, "aarch64": 1}
_WITH_DESCRIPTOR: Final = {
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "pwritev2",
    "fsync",
    "fdatasync",
    "fallocate",
}
ROOM: Final = _WITH_DESCRIPTOR - {"fsync", "fdatasync"} | {"open", "openat", "creat", "mkdir", "mkdirat"}
"""The calls that need room on the disk, and that a full one refuses."""
_MAKES: Final = os.O_CREAT | os.O_TRUNC | (os.O_TMPFILE & ~os.O_DIRECTORY)

# <linux/seccomp.h>, <linux/prctl.h>; an instruction is struct sock_filter
_NO_NEW_PRIVS, _SECCOMP = 38, {"x86_64": 317, "aarch64": 277}
_NEW_LISTENER: Final = 1 << 3
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ASK, _ALLOW = 0x7FC00000, 0x7FFF0000
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_CONTINUE: Final = 1
_ASKED: Final = struct.Struct("=QIIiIQ6Q")  # struct seccomp_notif
_ANSWER: Final = struct.Struct("=QqiI")  # struct seccomp_notif_resp
_LIMIT: Final = 120_000  # milliseconds without a call of the child or its end

Work = Callable[[], object]
See = Callable[[str, int, list[int]], object]
"""Is told of every call that the filter knows, with its process and raw arguments, before it is made."""


@dataclass(slots=True)
class Outcome:
    """How a run ended."""

    calls: list[str] = field(default_factory=list)
    """The names of the calls that change files, those that were refused included."""
    killed: bool = False
    refused: int = 0
    """How many of the calls were refused."""
    code: int = 0
    """0, an error's exit code, or 1 after what is a bug."""
    printed: str = ""
    """All that it printed, also before it was killed: what it had acknowledged."""


def command(*words: str) -> Work:
    """Return the work of one command of the command line."""

    def run() -> None:
        sys.exit(hrddesk.cli.main(list(words)))

    return run


def run(
    work: Work,
    answer: Callable[[int, str], int | None] = lambda number, call: 0,
    see: See = lambda call, process, arguments: None,
) -> Outcome:
    """Run `work` in a child. `answer` decides on each call that changes a file, before it is made.

    It gets the number of the call, from 1, and its name. 0 lets it be made, an errno refuses it, None kills
    the child with all its children.
    """
    printed = os.memfd_create("printed")
    ours, theirs = socket.socketpair()
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of forks beside threads: none of them holds a lock
        child = os.fork()
    if child == 0:
        _be_child(work, theirs, printed)
    theirs.close()
    try:
        outcome = _rule(child, _receive(ours), answer, see)
        _, status = os.waitpid(child, 0)
        outcome.code = max(os.waitstatus_to_exitcode(status), 0)
        outcome.printed = os.pread(printed, 1 << 20, 0).decode("utf-8", "replace")
        return outcome
    finally:
        ours.close()
        os.close(printed)


def _be_child(work: Work, to_parent: socket.socket, printed: int) -> None:
    code = 1
    sys.dont_write_bytecode = True  # of what is imported first here; it is no part of the work
    try:
        os.setsid()
        for number in (1, 2):
            os.dup2(printed, number)
        for name, number in (("stdout", 1), ("stderr", 2)):
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", buffering=1, closefd=False))
        listener = _install()
        socket.send_fds(to_parent, [b"L"], [listener])
        os.close(listener)
        to_parent.close()
        work()
        code = 0
    except HrdDeskError as error:
        traceback.print_exc()
        code = error.exit_code
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 0
    except BaseException:  # noqa: BLE001  (a fork must never come back)
        traceback.print_exc()
    finally:
        os._exit(code)


def _receive(ours: socket.socket) -> int:
    _, descriptors, _, _ = socket.recv_fds(ours, 1, 1)
    if not descriptors:
        raise OSError(errno.ENOSYS, "the child could not set its filter")
    return int(descriptors[0])


def _install() -> int:
    machine = os.uname().machine
    numbers = [row[_COLUMN[machine]] for row in _CALLS.values()]
    code = [(_LOAD, 0, 0, 0)]
    for number in numbers:
        if number is not None:
            code += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ASK)]
    code.append((_RETURN, 0, 0, _ALLOW))
    raw = b"".join(struct.pack("=HBBI", *one) for one in code)
    held = ctypes.create_string_buffer(raw, len(raw))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(code), ctypes.addressof(held)))
    libc = ctypes.CDLL(None, use_errno=True)
    zero = ctypes.c_ulong(0)
    libc.prctl(ctypes.c_int(_NO_NEW_PRIVS), ctypes.c_ulong(1), zero, zero, zero)
    listener = libc.syscall(
        ctypes.c_long(_SECCOMP[machine]), ctypes.c_ulong(1), ctypes.c_ulong(_NEW_LISTENER), program
    )
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return int(listener)


def _rule(child: int, listener: int, answer: Callable[[int, str], int | None], see: See) -> Outcome:
    outcome = Outcome()
    names = {row[_COLUMN[os.uname().machine]]: name for name, row in _CALLS.items()}
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    try:
        while True:
            ready = poll.poll(_LIMIT)
            if not ready:
                raise TimeoutError("the child neither ended nor made a call")
            if ready[0][1] & select.POLLHUP:  # the last process that has the filter ended
                return outcome
            asked = array.array("B", bytes(_ASKED.size))
            try:
                fcntl.ioctl(listener, _RECEIVE, asked)
            except OSError as error:
                if error.errno in (errno.ENOENT, errno.EINTR):  # it died meanwhile
                    continue
                raise
            key, process, _, number, _, _, *arguments = _ASKED.unpack(asked)
            call = names[number]
            decided: int | None = 0
            see(call, process, arguments)
            if not outcome.killed and _changes_a_file(call, process, arguments):
                outcome.calls.append(call)
                decided = answer(len(outcome.calls), call)
            if decided is None:
                outcome.killed = True
            elif decided:
                outcome.refused += 1
            if outcome.killed:
                os.killpg(child, signal.SIGKILL)
                continue
            reply = _ANSWER.pack(key, 0, -decided, 0) if decided else _ANSWER.pack(key, 0, 0, _CONTINUE)
            with suppress(FileNotFoundError):  # it died meanwhile
                fcntl.ioctl(listener, _SEND, reply)
    except BaseException:
        os.killpg(child, signal.SIGKILL)
        raise
    finally:
        os.close(listener)


def _changes_a_file(call: str, process: int, arguments: list[int]) -> bool:
    if call in ("open", "openat"):
        return bool(arguments[1 if call == "open" else 2] & _MAKES)
    if call in _WITH_DESCRIPTOR:
        try:
            target = str(Path(f"/proc/{process}/fd/{arguments[0] & 0xFFFFFFFF}").readlink())
        except OSError:
            return False
        return target.startswith("/") and not target.startswith(("/dev/", "/proc/", "/memfd:"))
    return True
