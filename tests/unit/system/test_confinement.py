"""What a confined process can no longer do: each thing is tried in a process of its own, with and without.

Threat T7.
"""

import ctypes
import errno
import os
import signal
import struct
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from hrddesk.system import confinement
from hrddesk.system.lockdown import Instruction

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Landlock and seccomp are Linux's"
)
landlock_only = pytest.mark.skipif(not confinement.landlock_version(), reason="no Landlock in this kernel")

KILL, ALLOW, REFUSED = 0x80000000, 0x7FFF0000, 0x00050000 | errno.EPERM
ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
WAYS = ["paths", "names", "processes", "programs", "signals", "sockets", "executable memory"]
# <asm/unistd_64.h> of x86_64, <asm-generic/unistd.h>
CALLS = {
    "x86_64": {"read": 0, "write": 1, "mmap": 9, "mprotect": 10, "futex": 202, "exit_group": 231},
    "aarch64": {"read": 63, "write": 64, "mmap": 222, "mprotect": 226, "futex": 98, "exit_group": 94},
}
# open, openat, stat, execve, fork, clone, clone3, socket, kill, ptrace, ioctl, prctl, io_uring_setup
NEVER = {
    "x86_64": {2, 257, 4, 59, 57, 56, 435, 41, 62, 101, 16, 157, 425},
    "aarch64": {56, 79, 221, 220, 435, 198, 129, 117, 29, 167, 425},
}


def evaluate(code: list[Instruction], arch: int, number: int, third: int = 0) -> int:
    """Run a filter as the kernel does, over one struct seccomp_data."""
    data = struct.pack("<iIQ6Q", number, arch, 0, 0, 0, third, 0, 0, 0)
    accumulator, at = 0, 0
    while True:
        operation, jump_true, jump_false, k = code[at]
        at += 1
        if operation == 0x20:
            accumulator = int(struct.unpack_from("<I", data, k)[0])
        elif operation == 0x06:
            return k
        else:
            hit = accumulator == k if operation == 0x15 else bool(accumulator & k)
            assert operation in (0x15, 0x45)
            at += jump_true if hit else jump_false


@pytest.mark.parametrize("machine", ARCH)
def test_the_filter_lets_pass_what_is_named_and_nothing_else(machine: str) -> None:
    code, arch = confinement.program(machine), ARCH[machine]
    calls = CALLS[machine]
    assert {evaluate(code, arch, number) for number in calls.values()} == {ALLOW}
    passing = {number for number in range(1024) if evaluate(code, arch, number) == ALLOW}
    assert len(passing) == 25
    assert not passing & NEVER[machine]
    assert {evaluate(code, arch, number) for number in set(range(1024)) - passing} == {REFUSED}
    for name in ("mmap", "mprotect"):
        assert evaluate(code, arch, calls[name], 3) == ALLOW
        assert evaluate(code, arch, calls[name], 5) == REFUSED
        assert evaluate(code, arch, calls[name], 0xFFFFFFFF00000004) == REFUSED
    assert evaluate(code, arch, calls["read"] | 0x40000000) == REFUSED  # the x32 calls
    assert {evaluate(code, other, 0) for other in ARCH.values() if other != arch} == {KILL}


def test_the_filter_for_an_unknown_machine_does_not_exist() -> None:
    with pytest.raises(KeyError):
        confinement.program("riscv64")


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    head = "import ctypes, os, sys\nfrom hrddesk.system import confinement\n"
    head += "from hrddesk.system.confinement import Limits\n"
    head += "ROOMY = Limits(memory=4 << 30, seconds=60, file=1 << 20)\n"
    return subprocess.run(
        [sys.executable, "-c", head + textwrap.dedent(code), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def said(code: str, *arguments: str) -> list[str]:
    done = run(code, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]


TELL = "for way in confinement.openings():\n    print(way, flush=True)\n"


def test_every_way_out_is_closed_and_each_is_open_without_it() -> None:
    before = said(TELL)
    assert before == [way for way in WAYS if os.geteuid() == 0 or way != "signals"]
    assert said("confinement.confine(ROOMY)\n" + TELL) == []


def test_a_kernel_without_landlock_is_told_and_the_filter_closes_every_way_alone() -> None:
    code = "confinement.landlock_version = lambda: 0\nconfinement.confine(ROOMY)\n"
    assert said(code + TELL) == []


@landlock_only
def test_landlock_closes_every_path_alone() -> None:
    left = said("confinement.forbid_paths()\n" + TELL)
    assert "paths" not in left
    assert {"names", "processes", "sockets"} <= set(left)  # which are the filter's part


@landlock_only
def test_landlock_refuses_to_write_to_remove_and_to_run_too(tmp_path: Path) -> None:
    file = tmp_path / "file"
    code = """
    if sys.argv[2] == "confined":
        confinement.forbid_paths()
    attempts = (
        lambda: open(sys.argv[1], "rb").close(),
        lambda: open(sys.argv[1], "ab").close(),
        lambda: open(sys.argv[1] + "2", "xb").close(),
        lambda: os.truncate(sys.argv[1], 0),
        lambda: os.mkdir(sys.argv[1] + "3"),
        lambda: os.unlink(sys.argv[1]),
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
    )
    for attempt in attempts:
        try:
            attempt()
            print("done")
        except PermissionError:
            print("refused")
    """
    file.write_text("x")
    assert said(code, str(file), "confined") == ["refused"] * 7
    assert file.read_text() == "x"
    assert said(code, str(file), "free") == ["done"] * 7


def test_what_is_open_can_still_be_read_and_written(tmp_path: Path) -> None:
    (tmp_path / "given").write_text("read before and after")
    code = """
    given, target = open(sys.argv[1]), open(sys.argv[2], "w")
    confinement.confine(ROOMY)
    target.write(given.read())
    target.flush()
    """
    assert said(code, str(tmp_path / "given"), str(tmp_path / "made")) == []
    assert (tmp_path / "made").read_text() == "read before and after"


def test_memory_processor_time_and_files_have_a_limit(tmp_path: Path) -> None:
    use = """
    small = Limits(memory=1 << 30, seconds=1, file=100)
    target = open(sys.argv[1], "wb", buffering=0)
    if sys.argv[2] == "limited":
        confinement.limit(small)
    try:
        bytearray(2 << 30)
        print("memory")
    except MemoryError:
        print("no memory")
    try:
        print(target.write(b"x" * 200), target.write(b"x" * 200))
    except OSError as error:
        print(error.errno)
    try:
        print(len([os.open("/", os.O_RDONLY) for _ in range(100)]))
    except OSError as error:
        print(error.errno)
    """
    target = str(tmp_path / "target")
    assert said(use, target, "free") == ["memory", "200 200", "100"]
    assert said(use, target, "limited") == ["no memory", str(errno.EFBIG), str(errno.EMFILE)]
    busy = "confinement.limit(Limits(memory=4 << 30, seconds=1, file=0))\nwhile True:\n    pass\n"
    assert run(busy).returncode in (-signal.SIGXCPU, -signal.SIGKILL)


@landlock_only
def test_rules_that_the_kernel_does_not_take_are_an_error() -> None:
    code = """
    from hrddesk.errors import NetworkLockMissing
    confinement.{name} = {value}
    try:
        confinement.forbid_paths()
    except NetworkLockMissing as error:
        print(error)
    """
    for name, value in (("_PATH_RIGHTS", "{1: 63}"), ("_RESTRICT_SELF", "9999")):
        assert "Landlock" in " ".join(said(code.format(name=name, value=value)))


def test_a_way_out_that_stays_open_is_an_error() -> None:
    code = """
    from hrddesk.errors import NetworkLockMissing
    confinement.program = lambda machine: [(0x06, 0, 0, 0x7FFF0000)]
    try:
        confinement.confine(ROOMY)
    except NetworkLockMissing as error:
        print(error)
    """
    assert "not confined: names, processes" in " ".join(said(code))


def test_the_version_of_landlock_is_the_kernel_s(monkeypatch: pytest.MonkeyPatch) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    assert confinement.landlock_version() == max(0, libc.syscall(444, None, 0, 1))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert confinement.landlock_version() == 0
