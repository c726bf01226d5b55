"""The confinement of a process, which then reaches nothing but the files that it has already open.

Only the process that decodes pictures and lays out pages is confined, since an enemy may have made the files
that it reads. This process loads its modules and fonts, reads its input, and calls `confine` before it parses
the input. From then until the process ends there are three protections, each independent of the others:

- Landlock refuses every path, and signals to other programs (Linux 5.13; signals from 6.12).
- A seccomp filter allows only the system calls that work on memory and on open descriptors. No allowed call
  takes a path, makes a process, a thread or a socket, or makes memory executable.
- Limits of memory, processor time, file size and descriptors.

On a kernel without Landlock, only the filter refuses paths; the page *About* and the command `self-check`
then say so. Sources: landlock(7), seccomp(2), setrlimit(2).
"""

import ctypes
import errno
import mmap
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.errors import NetworkLockMissing
from hrddesk.system import lockdown
from hrddesk.system.lockdown import Instruction

_MIB: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits on the resources that a confined process may use."""

    memory: int  # bytes of the address space
    seconds: int  # of processor time
    file: int  # bytes of a file that the process writes


PICTURES: Final = Limits(memory=3072 * _MIB, seconds=60, file=0)
"""Limits for pictures: one with the most pixels took up to 1.9 GiB (WebP); the answer goes through a pipe."""
PAGES: Final = Limits(memory=8192 * _MIB, seconds=3600, file=4096 * _MIB)
"""Limits that end a process gone wrong: 5,000 cases took 0.5 GiB and nine seconds."""

# <linux/landlock.h>: the calls have the same numbers on every machine.
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_VERSION_FLAG: Final = 1
_PATH_RIGHTS: Final = {1: 13, 2: 14, 3: 15, 5: 16}  # the number of rights since each version
_NETWORK_VERSION, _NETWORK_RIGHTS = 4, 2
_SCOPE_VERSION, _SCOPES = 6, 2

# <linux/bpf_common.h>: load a word, jump if equal, jump if any of these bits is set, return
_LD, _JEQ, _JSET, _RET = 0x20, 0x15, 0x45, 0x06
_NR, _ARCH, _THIRD_ARGUMENT = 0, 4, 32
_ALLOW, _ERRNO, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
_PROT_EXEC: Final = 4

_ALLOWED: Final = {
    "x86_64": {
        "read": 0,
        "write": 1,
        "close": 3,
        "fstat": 5,
        "lseek": 8,
        "munmap": 11,
        "brk": 12,
        "rt_sigaction": 13,
        "rt_sigprocmask": 14,
        "rt_sigreturn": 15,
        "writev": 20,
        "sched_yield": 24,
        "mremap": 25,
        "madvise": 28,
        "exit": 60,
        "gettimeofday": 96,
        "sigaltstack": 131,
        "gettid": 186,
        "futex": 202,
        "restart_syscall": 219,
        "clock_gettime": 228,
        "exit_group": 231,
        "getrandom": 318,
    },
    "aarch64": {
        "close": 57,
        "lseek": 62,
        "read": 63,
        "write": 64,
        "writev": 66,
        "fstat": 80,
        "exit": 93,
        "exit_group": 94,
        "futex": 98,
        "clock_gettime": 113,
        "sched_yield": 124,
        "restart_syscall": 128,
        "sigaltstack": 132,
        "rt_sigaction": 134,
        "rt_sigprocmask": 135,
        "rt_sigreturn": 139,
        "gettimeofday": 169,
        "gettid": 178,
        "brk": 214,
        "munmap": 215,
        "mremap": 216,
        "madvise": 233,
        "getrandom": 278,
    },
}
_NOT_EXECUTABLE: Final = {"x86_64": {"mmap": 9, "mprotect": 10}, "aarch64": {"mmap": 222, "mprotect": 226}}
"""System calls that are allowed as long as they do not ask for executable memory."""


def program(machine: str) -> list[Instruction]:
    """Return the seccomp filter for a type of machine, given as the text that `uname -m` prints.

    Raise KeyError for an unknown machine.
    """
    code: list[Instruction] = [
        (_LD, 0, 0, _ARCH),
        (_JEQ, 1, 0, lockdown.audit_arch(machine)),
        (_RET, 0, 0, _KILL_PROCESS),
        (_LD, 0, 0, _NR),
    ]
    for number in _ALLOWED[machine].values():
        code += [(_JEQ, 0, 1, number), (_RET, 0, 0, _ALLOW)]
    for number in _NOT_EXECUTABLE[machine].values():
        code += [
            (_JEQ, 0, 4, number),
            (_LD, 0, 0, _THIRD_ARGUMENT),
            (_JSET, 0, 1, _PROT_EXEC),
            (_RET, 0, 0, _ERRNO | errno.EPERM),
            (_RET, 0, 0, _ALLOW),
        ]
    # Refuse the call, do not end the process: a library that only tests for something continues without it.
    code.append((_RET, 0, 0, _ERRNO | errno.EPERM))
    return code


def landlock_version() -> int:
    """Return the version of Landlock in the kernel of this system, or 0 if there is no Landlock."""
    if not sys.platform.startswith("linux"):
        return 0
    libc = ctypes.CDLL(None, use_errno=True)
    return max(0, int(libc.syscall(ctypes.c_long(_CREATE_RULESET), None, ctypes.c_long(0), _VERSION_FLAG)))


def confine(limits: Limits) -> None:
    """Confine this process, until it ends, to the files that it has already open.

    Load everything before this call: no file can be opened afterwards. Raise NetworkLockMissing on a Linux
    that does not accept the filter. On systems other than Linux only the resource limits are set.
    """
    limit(limits)
    if sys.platform.startswith("linux"):
        forbid_paths()
        lockdown.install(program(os.uname().machine))
        open_ways = openings()
        if open_ways:
            raise NetworkLockMissing(why=f"the process is not confined: {', '.join(open_ways)}")


def limit(limits: Limits) -> None:
    """Set the resource limits of this process, which only root can raise again."""
    if sys.platform == "win32":
        return
    import resource

    most_by_resource = {
        "RLIMIT_AS": limits.memory,
        "RLIMIT_CPU": limits.seconds,
        "RLIMIT_FSIZE": limits.file,
        "RLIMIT_NOFILE": 16,
        "RLIMIT_NPROC": 0,
        "RLIMIT_CORE": 0,
    }
    for name, most in most_by_resource.items():
        number = getattr(resource, name)
        before = (now for now in resource.getrlimit(number) if now != resource.RLIM_INFINITY)
        value = min([most, *before])
        with suppress(OSError, ValueError):  # macOS has no limit of the address space
            resource.setrlimit(number, (value, value))


def forbid_paths() -> None:
    """Make Landlock refuse access to every path; do nothing on a kernel without Landlock.

    Raise NetworkLockMissing if the kernel has Landlock and does not accept the rules.
    """
    version = landlock_version()
    if not version:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    paths = max(count for since, count in _PATH_RIGHTS.items() if since <= version)
    network = _NETWORK_RIGHTS if version >= _NETWORK_VERSION else 0
    scopes = _SCOPES if version >= _SCOPE_VERSION else 0
    # struct landlock_ruleset_attr: what is refused unless a rule allows it. Older kernels take fewer fields.
    handled = (ctypes.c_uint64 * 3)(*((1 << count) - 1 for count in (paths, network, scopes)))
    size = 8 * (1 + (version >= _NETWORK_VERSION) + (version >= _SCOPE_VERSION))
    ruleset = libc.syscall(ctypes.c_long(_CREATE_RULESET), handled, ctypes.c_size_t(size), ctypes.c_uint32(0))
    if ruleset < 0:
        raise NetworkLockMissing(why=f"Landlock: {os.strerror(ctypes.get_errno())}")
    lockdown.forbid_new_rights()
    answer = libc.syscall(ctypes.c_long(_RESTRICT_SELF), ctypes.c_int(ruleset), ctypes.c_uint32(0))
    why = os.strerror(ctypes.get_errno())
    os.close(ruleset)
    if answer != 0:
        raise NetworkLockMissing(why=f"Landlock: {why}")


def openings() -> list[str]:
    """Try each way out of this process (paths, sockets, ...) and return the names of the ways not refused."""
    refused = (errno.EPERM, errno.EACCES)
    open_ways = []
    for name, attempt in _ATTEMPTS.items():
        try:
            attempt()
        except OSError as error:
            if error.errno in refused:
                continue
        open_ways.append(name)
    return open_ways


def _open() -> None:
    os.close(os.open("/", os.O_RDONLY))


def _fork() -> None:
    process = os.fork()
    if process == 0:
        os._exit(0)
    os.waitpid(process, 0)


def _call(name: str, *arguments: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    answer = getattr(libc, name)(*map(ctypes.c_long, arguments))
    if answer < 0:
        raise OSError(ctypes.get_errno(), name)


_ATTEMPTS: Final[dict[str, Callable[[], object]]] = {
    "paths": _open,
    "names": lambda: Path("/").stat(),
    "processes": _fork,
    "programs": lambda: os.execve("/dev/null/x", ["x"], {}),  # if the call is allowed, it fails with ENOTDIR
    "signals": lambda: os.kill(1, 0),
    "sockets": lambda: _call("socket", 1, 1, 0),
    "executable memory": lambda: mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_EXEC).close(),
}
