"""The lock that shuts this process off from every network, and keeps its memory out of dumps and swap space.

On Linux a seccomp filter refuses every socket except AF_UNIX (the display, D-Bus). It also refuses io_uring,
which could open sockets without the socket call. The filter cannot be removed and stays in force over fork
and execve. Sockets that the parent process left open are closed first. The filter also refuses calls that
this program never makes and that a hijacked program could use against others: access to the memory and the
descriptors of other processes, to the keys that the kernel keeps, and to the parts of the kernel with the
most faults. Through D-Bus or X11 a hijacked program could still ask another program to do something. Landlock
is not used here, because its rules could not be extended for a stick chosen later.

The filter also turns munlock into a call without effect, so that locked memory stays locked. SQLCipher locks
each piece of memory that it allocates and unlocks the piece when it frees it. But the kernel unlocks whole
pages, and other data of a vault on the same page could then reach swap space. To lock these pages again took
more time than everything else that a new connection does.

`engage` is called before any thread exists. Sources: seccomp(2), the kernel's
Documentation/userspace-api/seccomp_filter.rst.
"""

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hrddesk.errors import NetworkLockMissing

# <linux/prctl.h>, <linux/seccomp.h>
_PR_SET_PDEATHSIG = 1
_SIGKILL = 9
_PR_GET_DUMPABLE = 3
_PR_SET_DUMPABLE = 4
_PR_GET_SECCOMP = 21
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_SECCOMP_FILTER_FLAG_TSYNC = 1
_KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
_ALLOW = 0x7FFF0000
_MODE_FILTER = 2

# <linux/bpf_common.h>: load a word, jump if equal, jump if greater or equal, return
_LD, _JEQ, _JGE, _RET = 0x20, 0x15, 0x35, 0x06
# struct seccomp_data: int nr; u32 arch; u64 instruction_pointer; u64 args[6]; both machines are little-endian
_NR, _ARCH, _FIRST_ARGUMENT, _SECOND_ARGUMENT = 0, 4, 16, 24
# <asm-generic/ioctls.h>: put text into the input of a terminal (the second pastes the text of a console)
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
_SOL_SOCKET, _SO_DOMAIN = 1, 39
_MANY_DESCRIPTORS = 4096  # descriptors that are checked if the system does not list the open ones

_AF_UNIX = 1
_OTHER_FAMILIES = {"IPv4": 2, "IPv6": 10, "netlink": 16, "packet": 17, "Bluetooth": 31, "vsock": 40}
_SOCK_DGRAM = 2
_SOCK_RAW = 3
_X32_BIT = 0x40000000  # the x32 calls of x86_64 have the same arch value and numbers of their own
# A call that the kernel answers with EINVAL and our filter with EDOM: how a process sees that the filter
# is in force, without asking for a socket (which anybody who watches the program would have to explain).
_PROBE = 0x48524444

Instruction = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Machine:
    arch: int  # AUDIT_ARCH_* of <linux/audit.h>
    seccomp: int
    prctl: int
    sockets: tuple[int, int]  # socket, socketpair
    io_uring: tuple[int, int, int]  # setup, enter, register
    munlock: int
    ioctl: int
    refused: dict[str, int]  # this program never calls them
    has_x32: bool


_MACHINES = {
    "x86_64": _Machine(
        arch=0xC000003E,
        seccomp=317,
        prctl=157,
        sockets=(41, 53),
        io_uring=(425, 426, 427),
        munlock=150,
        ioctl=16,
        refused={
            "ptrace": 101,
            "process_vm_readv": 310,
            "process_vm_writev": 311,
            "pidfd_getfd": 438,
            "userfaultfd": 323,
            "bpf": 321,
            "perf_event_open": 298,
            "add_key": 248,
            "request_key": 249,
            "keyctl": 250,
        },
        has_x32=True,
    ),
    "aarch64": _Machine(
        arch=0xC00000B7,
        seccomp=277,
        prctl=167,
        sockets=(198, 199),
        io_uring=(425, 426, 427),
        munlock=229,
        ioctl=29,
        refused={
            "ptrace": 117,
            "process_vm_readv": 270,
            "process_vm_writev": 271,
            "pidfd_getfd": 438,
            "userfaultfd": 282,
            "bpf": 280,
            "perf_event_open": 241,
            "add_key": 217,
            "request_key": 218,
            "keyctl": 219,
        },
        has_x32=False,
    ),
}


class LockReason(StrEnum):
    """The sentences that tell the user whether the network lock is in force, and why."""

    LOCKED = "Locked: this process and all it starts can open no network socket."
    NOT_ENGAGED = "Not locked: the program was not started in the ordinary way."
    NO_NETWORK_CODE = "This system has no such lock; no network code is shipped."


@dataclass(frozen=True, slots=True)
class LockdownStatus:
    """The protections of this process, as read back from the system."""

    network_locked: bool
    core_limit_zero: bool
    dumpable_off: bool
    reason: LockReason


def program(machine: str) -> list[Instruction]:
    """Return the seccomp filter for a machine as instructions (code, jump if true, jump if false, k).

    `machine` is the text that `uname -m` prints. Raise KeyError for a machine for which no filter is written.
    """
    m = _MACHINES[machine]
    # Another ABI has other numbers (and i386 has socketcall, which takes its arguments from memory that a
    # filter cannot see). This program never uses another ABI.
    code: list[Instruction] = [
        (_LD, 0, 0, _ARCH),
        (_JEQ, 1, 0, m.arch),
        (_RET, 0, 0, _KILL_PROCESS),
        (_LD, 0, 0, _NR),
    ]
    if m.has_x32:
        code += [(_JGE, 0, 1, _X32_BIT), (_RET, 0, 0, _ERRNO | errno.EPERM)]
    code += [(_JEQ, 0, 1, m.munlock), (_RET, 0, 0, _ERRNO)]  # return 0, as if the call had succeeded
    for number in m.sockets:
        # The kernel takes the family as an int, so it also ignores the upper half of the register.
        code += [
            (_JEQ, 0, 4, number),
            (_LD, 0, 0, _FIRST_ARGUMENT),
            (_JEQ, 0, 1, _AF_UNIX),
            (_RET, 0, 0, _ALLOW),
            (_RET, 0, 0, _ERRNO | errno.EACCES),
        ]
    for number in (*m.io_uring, *m.refused.values()):
        code += [(_JEQ, 0, 1, number), (_RET, 0, 0, _ERRNO | errno.EPERM)]
    code += [
        (_JEQ, 0, 5, m.ioctl),
        (_LD, 0, 0, _SECOND_ARGUMENT),
        (_JEQ, 1, 0, _TIOCSTI),
        (_JEQ, 0, 1, _TIOCLINUX),
        (_RET, 0, 0, _ERRNO | errno.EPERM),
        (_RET, 0, 0, _ALLOW),
        (_JEQ, 0, 3, m.prctl),
        (_LD, 0, 0, _FIRST_ARGUMENT),
        (_JEQ, 0, 1, _PROBE),
        (_RET, 0, 0, _ERRNO | errno.EDOM),
        (_RET, 0, 0, _ALLOW),
    ]
    return code


def engage() -> None:
    """Set the network lock, the core limit and the dumpable flag; a second call changes nothing.

    The first call closes the sockets that the process was started with. Raise NetworkLockMissing on a Linux
    that does not accept the filter. On other systems only the core limit is set, where it exists.
    """
    _forbid_core_files()
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if _prctl(libc, _PR_SET_DUMPABLE, 0) != 0:
        raise NetworkLockMissing(why="PR_SET_DUMPABLE is refused")
    if not _filter_in_force(libc):
        _close_inherited_sockets(libc)
        machine = _machine()
        if machine not in _MACHINES or ctypes.sizeof(ctypes.c_void_p) != 8:
            raise NetworkLockMissing(why=f"there is no filter for {machine or 'this machine'}")
        install(program(machine))
        if not _filter_in_force(libc):
            raise NetworkLockMissing(why="the filter was taken but does not answer")


def end_with_parent() -> None:
    """Make the system kill this process when its parent ends for any reason. Linux only."""
    if sys.platform.startswith("linux"):
        _prctl(ctypes.CDLL(None, use_errno=True), _PR_SET_PDEATHSIG, _SIGKILL)


def status() -> LockdownStatus:
    """Return the protections in force, without a call that the filter refuses."""
    if not sys.platform.startswith("linux"):
        return LockdownStatus(
            network_locked=False,
            core_limit_zero=_core_limit_is_zero(),
            dumpable_off=False,
            reason=LockReason.NO_NETWORK_CODE,
        )
    libc = ctypes.CDLL(None, use_errno=True)
    locked = _filter_in_force(libc)
    return LockdownStatus(
        network_locked=locked,
        core_limit_zero=_core_limit_is_zero(),
        dumpable_off=_prctl(libc, _PR_GET_DUMPABLE, 0) == 0,
        reason=LockReason.LOCKED if locked else LockReason.NOT_ENGAGED,
    )


def openings() -> list[str]:
    """Try every way to the network and return the names of those that were not refused.

    The command `self-check` uses this as proof: unlike `engage` and `status`, this function asks the system
    for real sockets. No connection is made.
    """
    if not sys.platform.startswith("linux"):
        return []
    libc = ctypes.CDLL(None, use_errno=True)
    refused = (errno.EACCES, errno.EPERM)
    open_ways = []
    for name, family in _OTHER_FAMILIES.items():
        kind = _SOCK_DGRAM if name.startswith("IP") else _SOCK_RAW
        descriptor = libc.socket(family, kind, 0)
        if descriptor >= 0:
            os.close(descriptor)
            open_ways.append(name)
        elif ctypes.get_errno() not in refused:
            open_ways.append(name)  # the call reached the kernel, which refused it for another reason
    # With a size of 0 the kernel answers EINVAL, or ENOSYS where it has no io_uring.
    setup = _MACHINES[_machine()].io_uring[0]
    if libc.syscall(ctypes.c_long(setup), ctypes.c_long(0), None) != -1 or ctypes.get_errno() not in refused:
        open_ways.append("io_uring")
    return open_ways


def install(code: Sequence[Instruction]) -> None:
    """Add a seccomp filter to all threads of this process; raise NetworkLockMissing if it is refused."""
    libc = ctypes.CDLL(None, use_errno=True)
    packed = _pack(code)
    instructions = ctypes.create_string_buffer(packed, len(packed))
    # struct sock_fprog { unsigned short len; struct sock_filter *filter; } with the compiler's padding
    fprog = ctypes.create_string_buffer(struct.pack("@HP", len(packed) // 8, ctypes.addressof(instructions)))
    forbid_new_rights()
    # TSYNC: the filter also holds for threads that a library started when it was imported.
    answer = libc.syscall(
        ctypes.c_long(_MACHINES[_machine()].seccomp),
        ctypes.c_ulong(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_ulong(_SECCOMP_FILTER_FLAG_TSYNC),
        fprog,
    )
    if answer != 0:
        why = "a thread kept its own filter" if answer > 0 else os.strerror(ctypes.get_errno())
        raise NetworkLockMissing(why=f"seccomp: {why}")


def forbid_new_rights() -> None:
    """Forbid this process and the programs that it starts to gain further rights.

    Raise NetworkLockMissing if the system refuses this.
    """
    if _prctl(ctypes.CDLL(None, use_errno=True), _PR_SET_NO_NEW_PRIVS, 1) != 0:
        raise NetworkLockMissing(why="PR_SET_NO_NEW_PRIVS is refused")


def audit_arch(machine: str) -> int:
    """Return the kernel's number for a type of machine, given as the text that `uname -m` prints.

    Raise KeyError for an unknown machine.
    """
    return _MACHINES[machine].arch


def _close_inherited_sockets(libc: ctypes.CDLL) -> None:
    """Close the sockets that the parent process left open, since the filter covers only new sockets.

    A local socket stays open if it is a standard stream or the connection to the display. A standard stream
    that is a network socket is redirected to the null device.
    """
    try:
        numbers = [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]
    except OSError:
        numbers = list(range(_MANY_DESCRIPTORS))
    display = os.environ.get("WAYLAND_SOCKET", "")
    for number in numbers:
        family, size = ctypes.c_int(), ctypes.c_uint(ctypes.sizeof(ctypes.c_int))
        answer = libc.getsockopt(number, _SOL_SOCKET, _SO_DOMAIN, ctypes.byref(family), ctypes.byref(size))
        is_stream = number <= 2
        if answer != 0 or (family.value == _AF_UNIX and (is_stream or str(number) == display)):
            continue
        if is_stream:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, number)
            os.close(nowhere)
        else:
            os.close(number)


def _machine() -> str:
    return os.uname().machine


def _pack(code: Sequence[Instruction]) -> bytes:
    """Return the filter instructions as an array of struct sock_filter."""
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def _filter_in_force(libc: ctypes.CDLL) -> bool:
    if _prctl(libc, _PR_GET_SECCOMP, 0) != _MODE_FILTER:
        return False
    return _prctl(libc, _PROBE, 0) == -1 and ctypes.get_errno() == errno.EDOM


def _prctl(libc: ctypes.CDLL, option: int, argument: int) -> int:
    zero = ctypes.c_ulong(0)
    return int(libc.prctl(ctypes.c_int(option), ctypes.c_ulong(argument), zero, zero, zero))


def _forbid_core_files() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _core_limit_is_zero() -> bool:
    if sys.platform == "win32":
        return False
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
