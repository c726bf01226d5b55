"""The network lock is tried in processes of their own: a filter cannot be taken off again. Threat T10."""

import errno
import os
import platform
import resource
import signal
import socket
import struct
import subprocess
import sys
import textwrap

import pytest

from hrddesk.errors import NetworkLockMissing
from hrddesk.system import lockdown

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter is Linux's")
x86_only = pytest.mark.skipif(platform.machine() != "x86_64", reason="machine code of x86_64")

KILL = 0x80000000
ALLOW = 0x7FFF0000
X86_64, AARCH64, I386, ARM = 0xC000003E, 0xC00000B7, 0x40000003, 0x40000028


def refused(code: int) -> int:
    return 0x00050000 | code


def run(code: str, *, locked: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own, after `engage` unless told otherwise."""
    head = "from hrddesk.system import lockdown\n" + ("lockdown.engage()\n" if locked else "")
    return subprocess.run(
        [sys.executable, "-c", head + textwrap.dedent(code)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def out(code: str, *, locked: bool = True) -> list[str]:
    done = run(code, locked=locked)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def evaluate(
    program: list[lockdown.Instruction], arch: int, number: int, argument: int = 0, second: int = 0
) -> int:
    """Run a filter as the kernel does, over one struct seccomp_data."""
    data = struct.pack("<iIQ6Q", number, arch, 0, argument & 0xFFFFFFFFFFFFFFFF, second, 0, 0, 0, 0)
    accumulator, at = 0, 0
    while True:
        code, jump_true, jump_false, k = program[at]
        at += 1
        if code == 0x20:
            accumulator = struct.unpack_from("<I", data, k)[0]
        elif code == 0x06:
            return k
        else:
            hit = accumulator == k if code == 0x15 else accumulator >= k
            assert code in (0x15, 0x35)
            at += jump_true if hit else jump_false


NUMBERS = {
    "x86_64": {
        "arch": X86_64,
        "socket": 41,
        "socketpair": 53,
        "prctl": 157,
        "write": 1,
        "execve": 59,
        "mlock": 149,
        "munlock": 150,
        "ioctl": 16,
    },
    "aarch64": {
        "arch": AARCH64,
        "socket": 198,
        "socketpair": 199,
        "prctl": 167,
        "write": 64,
        "execve": 221,
        "mlock": 228,
        "munlock": 229,
        "ioctl": 29,
    },
}


# <asm/unistd_64.h> of x86_64 and <asm-generic/unistd.h>: ptrace, process_vm_readv and _writev, pidfd_getfd,
# userfaultfd, bpf, perf_event_open, add_key, request_key, keyctl.
REFUSED = {
    "x86_64": {101, 310, 311, 438, 323, 321, 298, 248, 249, 250},
    "aarch64": {117, 270, 271, 438, 282, 280, 241, 217, 218, 219},
}


@pytest.mark.parametrize("machine", NUMBERS)
def test_filter_refuses_what_reaches_other_programs_and_the_weakest_parts_of_the_kernel(machine: str) -> None:
    code, arch = lockdown.program(machine), NUMBERS[machine]["arch"]
    assert {evaluate(code, arch, call) for call in REFUSED[machine]} == {refused(errno.EPERM)}
    ioctl = NUMBERS[machine]["ioctl"]
    for request in (0x5412, 0x541C, 0xFFFF00005412):  # the kernel takes the request as an unsigned int
        assert evaluate(code, arch, ioctl, 0, request) == refused(errno.EPERM)
    for request in (0x5401, 0x5413, 0x541B, 0):
        assert evaluate(code, arch, ioctl, 0x5412, request) == ALLOW


@pytest.mark.parametrize("machine", NUMBERS)
def test_filter_refuses_every_family_but_unix(machine: str) -> None:
    number = NUMBERS[machine]
    code = lockdown.program(machine)
    for call in ("socket", "socketpair"):
        assert evaluate(code, number["arch"], number[call], 1) == ALLOW
        # The kernel cuts the register to an int: what stands above it must not let another family pass.
        assert evaluate(code, number["arch"], number[call], (1 << 32) + 2) == refused(errno.EACCES)
        for family in (0, *range(2, 64), 0xFFFFFFFF):
            assert evaluate(code, number["arch"], number[call], family) == refused(errno.EACCES)


@pytest.mark.parametrize("machine", NUMBERS)
def test_filter_refuses_io_uring_and_lets_everything_else_pass(machine: str) -> None:
    number = NUMBERS[machine]
    code = lockdown.program(machine)
    for call in (425, 426, 427):
        assert evaluate(code, number["arch"], call) == refused(errno.EPERM)
    others = set(range(424)) - {number["socket"], number["socketpair"], number["munlock"]} - REFUSED[machine]
    assert {evaluate(code, number["arch"], call, 2) for call in others} == {ALLOW}
    assert evaluate(code, number["arch"], number["prctl"], 0x48524444) == refused(errno.EDOM)


@pytest.mark.parametrize("machine", NUMBERS)
def test_filter_answers_unlocking_memory_and_lets_locking_pass(machine: str) -> None:
    number = NUMBERS[machine]
    code = lockdown.program(machine)
    assert evaluate(code, number["arch"], number["munlock"]) == refused(0)
    assert evaluate(code, number["arch"], number["mlock"]) == ALLOW


@pytest.mark.parametrize("machine", NUMBERS)
@pytest.mark.parametrize("arch", [I386, ARM, X86_64, AARCH64])
def test_filter_kills_calls_of_another_abi(machine: str, arch: int) -> None:
    code = lockdown.program(machine)
    expected = ALLOW if arch == NUMBERS[machine]["arch"] else KILL
    assert evaluate(code, arch, NUMBERS[machine]["write"]) == expected


def test_filter_refuses_the_x32_calls() -> None:
    code = lockdown.program("x86_64")
    for call in (41, 53, 1, 425):
        assert evaluate(code, X86_64, 0x40000000 | call, 1) == refused(errno.EPERM)


def test_filter_for_an_unknown_machine_does_not_exist() -> None:
    with pytest.raises(KeyError):
        lockdown.program("riscv64")


@linux_only
def test_status_before_and_after() -> None:
    code = """
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (4096, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    for engage in (False, True):
        if engage:
            lockdown.engage()
        s = lockdown.status()
        print(s.network_locked, s.core_limit_zero, s.dumpable_off, s.reason.name)
    """
    before_and_after = out(code, locked=False)
    if resource.getrlimit(resource.RLIMIT_CORE)[1] != 0:
        assert before_and_after[:4] == ["False", "False", "False", "NOT_ENGAGED"]
    assert before_and_after[4:] == ["True", "True", "True", "LOCKED"]


@linux_only
def test_python_sockets_are_refused() -> None:
    code = """
    import errno, socket
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
            try:
                socket.socket(family, kind)
                print("open")
            except OSError as error:
                print(errno.errorcode[error.errno])
    """
    assert out(code) == ["EACCES"] * 12


@linux_only
def test_sockets_of_the_c_library_and_of_the_bare_system_call_are_refused() -> None:
    code = """
    import ctypes, errno, platform
    libc = ctypes.CDLL(None, use_errno=True)
    number = {"x86_64": 41, "aarch64": 198}[platform.machine()]
    for answer in (libc.socket(2, 1, 0), libc.socket(10, 2, 0), libc.syscall(number, 2, 1, 0)):
        print(answer, errno.errorcode[ctypes.get_errno()])
    """
    assert out(code) == ["-1", "EACCES"] * 3


@linux_only
def test_unix_sockets_work() -> None:
    code = """
    import socket
    one, two = socket.socketpair(socket.AF_UNIX)
    one.send(b"here")
    print(two.recv(4).decode())
    """
    assert out(code) == ["here"]


@linux_only
def test_io_uring_is_refused() -> None:
    code = """
    import ctypes, errno
    libc = ctypes.CDLL(None, use_errno=True)
    for number in (425, 426, 427):
        answer = libc.syscall(number, 8, ctypes.create_string_buffer(256), 0, 0, 0)
        print(answer, errno.errorcode[ctypes.get_errno()])
    """
    assert out(code) == ["-1", "EPERM"] * 3


ASKED = """
import ctypes, errno, os, platform, pty
libc = ctypes.CDLL(None, use_errno=True)
long, data = ctypes.c_long, ctypes.create_string_buffer(b"x" * 64, 64)

class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]

piece = ctypes.pointer(Piece(ctypes.addressof(data), 8))
other = ctypes.pointer(Piece(ctypes.addressof(data) + 32, 8))
map_of_two = (ctypes.c_uint32 * 32)(2, 4, 4, 1)  # an array of one value of four bytes
event = (ctypes.c_uint32 * 32)(1, 128, 0)  # a clock in software, <linux/perf_event.h>
me, pidfd, (_, terminal) = os.getpid(), os.pidfd_open(os.getpid()), pty.openpty()
calls = lockdown._MACHINES[platform.machine()].refused
arguments = {
    "ptrace": (0, 0, 0, 0),  # PTRACE_TRACEME
    "process_vm_readv": (me, piece, long(1), other, long(1), long(0)),
    "process_vm_writev": (me, piece, long(1), other, long(1), long(0)),
    "pidfd_getfd": (pidfd, 0, 0),
    "userfaultfd": (0,),
    "bpf": (0, map_of_two, 128),  # BPF_MAP_CREATE
    "perf_event_open": (event, 0, long(-1), long(-1), long(0)),
    "add_key": (b"user", b"hrddesk-test", data, long(8), long(-2)),  # into the process's own keyring
    "request_key": (b"user", b"hrddesk-test", None, long(-2)),
    "keyctl": (0, long(-2), 1),  # the number of the process's own keyring
}
for name, given in arguments.items():
    answer = libc.syscall(long(calls[name]), *given)
    print(name, "done" if answer >= 0 else errno.errorcode[ctypes.get_errno()])
answer = libc.ioctl(terminal, 0x5412, b"x")
print("TIOCSTI", "done" if answer >= 0 else errno.errorcode[ctypes.get_errno()])
"""
MAY_LACK = {"bpf", "perf_event_open", "add_key", "request_key", "keyctl", "userfaultfd"}
"""What a kernel may have been built without."""


@linux_only
@pytest.mark.skipif(os.geteuid() != 0, reason="without the filter some of them are root's alone")
@pytest.mark.parametrize("locked", [False, True])
def test_nothing_that_reaches_another_program_is_taken_and_without_the_filter_it_is(locked: bool) -> None:
    said = dict(zip(*[iter(out(ASKED, locked=locked))] * 2, strict=True))
    assert len(said) == 11
    if locked:
        assert set(said.values()) == {"EPERM"}
        return
    lacking = {name for name, answer in said.items() if answer in ("ENOSYS", "ENOENT", "EOPNOTSUPP")}
    assert lacking <= MAY_LACK
    assert {answer for name, answer in said.items() if name not in lacking} == {"done"}


INHERITED = """
import errno, os, socket, sys
for number in map(int, sys.argv[1].split()):
    try:
        print("socket" if os.fstat(number).st_mode & 0o170000 == 0o140000 else "other", end=" ")
    except OSError as error:
        print(errno.errorcode[error.errno], end=" ")
try:
    sys.stdin.buffer.raw.read(1)
    print("stdin")
except OSError as error:
    print(errno.errorcode[error.errno])
"""


@linux_only
@pytest.mark.parametrize("locked", [False, True])
def test_sockets_that_were_open_before_are_closed(locked: bool) -> None:
    # None is connected: the tests run where there is no network, not even a loopback.
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as stream,
        socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as standard,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as loose,
    ):
        here, there = socket.socketpair()
        way, display = socket.socketpair()
        with here, there, way, display:
            numbers = [each.fileno() for each in (stream, standard, loose, here, display)]
            head = "from hrddesk.system import lockdown\n" + ("lockdown.engage()\n" if locked else "")
            done = subprocess.run(
                [sys.executable, "-c", head + INHERITED, " ".join(map(str, numbers))],
                stdin=standard.fileno(),
                env={**os.environ, "WAYLAND_SOCKET": str(display.fileno())},
                pass_fds=numbers,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
    assert done.returncode == 0, done.stderr
    if locked:  # standard input holds nothing any more
        assert done.stdout.split() == ["EBADF", "EBADF", "EBADF", "EBADF", "socket", "stdin"]
    else:
        assert done.stdout.split() == ["socket"] * 5 + ["ENOTCONN"]


@linux_only
def test_a_pipe_and_a_local_socket_as_standard_streams_stay() -> None:
    here, there = socket.socketpair()
    with here, there:
        code = "import sys; from hrddesk.system import lockdown; lockdown.engage(); print(input())"
        here.sendall(b"said\n")
        done = subprocess.run(
            [sys.executable, "-c", code],
            stdin=there.fileno(),
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    assert done.stdout == "said\n"


@linux_only
def test_every_opening_is_closed_and_openings_sees_open_ones() -> None:
    assert out("print(*lockdown.openings())") == []
    assert {"IPv4", "netlink"} <= set(out("print(*lockdown.openings())", locked=False))


CHILD = """
import socket, subprocess, sys
from hrddesk.system import lockdown
before = lockdown.status()
try:
    socket.socket(socket.AF_INET)
    print("open")
except PermissionError:
    print("refused")
lockdown.engage()
print(before.network_locked, before.dumpable_off, lockdown.status().dumpable_off, flush=True)
if len(sys.argv) < 2:
    subprocess.run([sys.executable, "-c", sys.orig_argv[2], "again"], check=True)
"""


@linux_only
def test_lock_holds_in_children_and_over_exec() -> None:
    code = """
    import os, sys
    os.execv(sys.executable, [sys.executable, "-c", CHILD])
    """
    assert out(f"CHILD = {textwrap.dedent(CHILD)!r}\n" + textwrap.dedent(code)) == [
        *("refused", "True", "False", "True"),
        *("refused", "True", "False", "True"),
    ]


@linux_only
def test_threads_that_were_there_before_are_locked_too() -> None:
    code = """
    import socket, threading
    go, started = threading.Event(), threading.Event()
    def work():
        started.set()
        go.wait()
        try:
            socket.socket(socket.AF_INET)
            print("open")
        except PermissionError:
            print("refused")
    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    lockdown.engage()
    go.set()
    thread.join()
    """
    assert out(code, locked=False) == ["refused"]


@linux_only
def test_engaging_again_adds_no_filter() -> None:
    code = """
    def filters():
        for line in open("/proc/self/status"):
            if line.startswith("Seccomp_filters:"):
                return int(line.split()[1])
    before = filters()
    for _ in range(50):
        lockdown.engage()
    print(filters() - before)
    """
    assert out(code) == ["0"]


@linux_only
def test_memory_goes_into_no_core_file() -> None:
    ask = "import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    assert out(ask, locked=False) == ["1"]
    assert out(ask) == ["0"]
    assert out("import resource; print(*resource.getrlimit(resource.RLIMIT_CORE))") == ["0", "0"]


@linux_only
@x86_only
def test_a_call_of_the_32_bit_abi_ends_the_process() -> None:
    # mov eax, 359 (socket); mov ebx, 2; mov ecx, 1; xor edx, edx; int 0x80; ret
    code = """
    import ctypes, mmap
    body = bytes.fromhex("53b867010000bb02000000b90100000031d2cd805bc3")
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(body)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    print(ctypes.CFUNCTYPE(ctypes.c_int)(address)())
    """
    assert run(code).returncode == -signal.SIGSYS


@linux_only
@x86_only
def test_a_call_of_the_x32_abi_is_refused() -> None:
    code = """
    import ctypes, errno
    libc = ctypes.CDLL(None, use_errno=True)
    print(libc.syscall(0x40000000 | 41, 2, 1, 0), errno.errorcode[ctypes.get_errno()])
    """
    assert out(code) == ["-1", "EPERM"]


@linux_only
@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("lockdown._machine = lambda: 'riscv64'", "riscv64"),
        ("lockdown._machine = lambda: ''", "this machine"),
        ("lockdown.program = lambda machine: [(0xFFFF, 0, 0, 0)]", "Invalid argument"),
        ("lockdown.program = lambda machine: [(0x06, 0, 0, 0x7FFF0000)]", "does not answer"),
        ("lockdown._PR_SET_NO_NEW_PRIVS = 9999", "PR_SET_NO_NEW_PRIVS"),
        ("lockdown._PR_SET_DUMPABLE = 9999", "PR_SET_DUMPABLE"),
    ],
)
def test_a_lock_that_does_not_hold_is_an_error(change: str, why: str) -> None:
    code = f"""
    from hrddesk.errors import NetworkLockMissing
    {change}
    try:
        lockdown.engage()
    except NetworkLockMissing as error:
        print(error)
    """
    assert why in " ".join(out(code, locked=False))


@linux_only
def test_a_thread_with_a_filter_of_its_own_is_an_error() -> None:
    code = """
    import ctypes, threading
    from hrddesk.errors import NetworkLockMissing
    libc = ctypes.CDLL(None, use_errno=True)
    go, started = threading.Event(), threading.Event()
    def work():
        allow_all = ctypes.create_string_buffer(lockdown._pack([(0x06, 0, 0, 0x7FFF0000)]), 8)
        fprog = ctypes.create_string_buffer(lockdown.struct.pack("@HP", 1, ctypes.addressof(allow_all)))
        libc.prctl(38, ctypes.c_ulong(1), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0))
        assert libc.prctl(22, ctypes.c_ulong(2), fprog) == 0
        started.set()
        go.wait()
    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    try:
        lockdown.engage()
    except NetworkLockMissing as error:
        print(error)
    finally:
        go.set()
    """
    assert "a thread kept its own filter" in " ".join(out(code, locked=False))


def test_other_systems_say_that_no_network_code_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert lockdown.openings() == []
    found = lockdown.status()
    assert found.reason is lockdown.LockReason.NO_NETWORK_CODE
    assert not found.network_locked
    assert not found.dumpable_off
    assert found.core_limit_zero == (before == (0, 0))


def test_windows_has_neither_the_limit_nor_the_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    lockdown.engage()
    assert lockdown.status() == lockdown.LockdownStatus(
        network_locked=False,
        core_limit_zero=False,
        dumpable_off=False,
        reason=lockdown.LockReason.NO_NETWORK_CODE,
    )


@linux_only
def test_program_without_the_lock_does_not_start() -> None:
    code = """
    import sys
    lockdown._machine = lambda: "riscv64"
    from hrddesk.__main__ import main
    sys.argv = ["hrddesk", "self-check"]
    sys.exit(main())
    """
    done = run(code, locked=False)
    assert done.returncode == NetworkLockMissing.exit_code
    assert done.stderr.startswith(
        "hrddesk: The network lock could not be set: there is no filter for riscv64."
    )
    assert "Traceback" not in done.stderr
