"""Putting a publication in place: audited and whole, or not at all."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hrddesk.errors import AuditFailed, DiskFull, LayoutFailed, TargetExists, WriteFailed
from hrddesk.publish.audit.findings import AuditCode, AuditFinding, Severity
from hrddesk.publish.process import press
from hrddesk.publish.process.layout import lay_out
from hrddesk.publish.process.press import print_pdf
from hrddesk.publish.process.worker import MARK
from hrddesk.redact.model.model import RedactedModel
from hrddesk.system.jobs import Cancelled, Job, silent

ModelMaker = Callable[..., RedactedModel]


@pytest.fixture
def small(make_model: ModelMaker) -> RedactedModel:
    return make_model(("en",), 2)


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_puts_the_file_in_place(small: RedactedModel, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    target = tmp_path / "made.pdf"
    printed = print_pdf(small, target, ["Hesper Quillane"], Job(lambda *step: steps.append(step)))
    assert target.read_bytes() == lay_out(small)
    assert printed.findings == ()
    assert printed.pages == 10
    assert steps[0] == (0, 100)
    assert steps[-1] == (100, 100)
    assert steps == sorted(steps)
    assert len({done for done, _ in steps}) > 20  # the audit tells how far it is
    assert names(tmp_path) == ["made.pdf"]
    if sys.platform != "win32":
        assert target.stat().st_mode & 0o777 == 0o600


def test_nothing_is_replaced(small: RedactedModel, tmp_path: Path) -> None:
    target = tmp_path / "made.pdf"
    target.write_bytes(b"mine")
    with pytest.raises(TargetExists):
        print_pdf(small, target, [], silent())
    assert target.read_bytes() == b"mine"


def test_target_that_appears_meanwhile(small: RedactedModel, tmp_path: Path) -> None:
    target = tmp_path / "made.pdf"

    def on_step(done: int, total: int) -> None:
        if done == 100:
            target.write_bytes(b"mine")

    with pytest.raises(TargetExists):
        print_pdf(small, target, [], Job(on_step))
    assert target.read_bytes() == b"mine"
    assert names(tmp_path) == ["made.pdf"]


def test_folder_that_is_not_there(small: RedactedModel, tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        print_pdf(small, tmp_path / "no" / "made.pdf", [], silent())


@pytest.mark.parametrize("part", [0, 20, 60, 85, 100])
def test_cancelling_leaves_nothing(part: int, small: RedactedModel, tmp_path: Path) -> None:
    """While it is laid out, while it is audited, and just before it gets its name."""
    reached: list[int] = []

    def on_step(done: int, total: int) -> None:
        if done >= part:
            job.cancel()
            reached.append(done)
            job.step(done, total)

    job = Job(on_step)
    with pytest.raises(Cancelled):
        print_pdf(small, tmp_path / "made.pdf", [], job)
    assert names(tmp_path) == []
    assert len(reached) == 1


def test_cancelling_ends_the_process(make_model: ModelMaker, tmp_path: Path) -> None:
    asked: list[float] = []

    def on_step(done: int, total: int) -> None:
        asked.append(time.monotonic())
        if len(asked) == 3:
            job.cancel()

    job = Job(on_step)
    with pytest.raises(Cancelled):
        print_pdf(make_model(("en", "zh-Hans"), 600), tmp_path / "made.pdf", [], job)
    assert len(asked) == 3  # it was laying out; it was not waited for
    assert names(tmp_path) == []


def test_while_it_is_laid_out_it_is_told_how_far_it_is(
    small: RedactedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process says that half is done, and goes on until it is ended."""
    program = (
        "import sys; sys.stdin.buffer.read();"
        f"sys.stderr.buffer.write({MARK!r} * 50); sys.stderr.flush(); sys.stderr.buffer.flush();"
        "import threading; threading.Event().wait()"
    )
    monkeypatch.setattr(press, "command", lambda: [sys.executable, "-c", program])
    seen: list[int] = []

    def on_step(done: int, total: int) -> None:
        seen.append(done)
        if done:
            job.cancel()

    job = Job(on_step)
    with pytest.raises(Cancelled):
        print_pdf(small, tmp_path / "made.pdf", [], job)
    assert set(seen) == {0, 10}
    assert names(tmp_path) == []


def test_failed_audit_leaves_nothing(
    small: RedactedModel, make_model: ModelMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process writes the pages of another model, as if somebody had put them in its way."""
    other = tmp_path / "other.pdf"
    other.write_bytes(lay_out(make_model(("zh-Hans",))))
    folder = tmp_path / "out"
    folder.mkdir()
    program = "import sys; sys.stdout.buffer.write(open(sys.argv[1], 'rb').read())"
    monkeypatch.setattr(press, "command", lambda: [sys.executable, "-c", program, str(other)])
    with pytest.raises(AuditFailed) as caught:
        print_pdf(small, folder / "made.pdf", [], silent())
    assert "not that of the approved model" in str(caught.value)
    assert names(folder) == []


def test_warnings_do_not_stop_it() -> None:
    finding = AuditFinding(AuditCode.SECRET_IN_TEXT, Severity.WARNING)
    assert press.PrintedPdf(1, (finding,), "").findings[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("program", "error", "words"),
    [
        ("import sys; sys.exit(4)", DiskFull, "full"),
        ("import sys; sys.exit(5)", WriteFailed, "could not be written"),
        (
            f"import sys; sys.stderr.write({MARK.decode()!r} * 9 + 'KeyError in x.py:3'); sys.exit(1)",
            LayoutFailed,
            "KeyError in x.py:3",
        ),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", LayoutFailed, "ended with"),
    ],
)
def test_failing_process_leaves_nothing(
    program: str,
    error: type[Exception],
    words: str,
    small: RedactedModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(press, "command", lambda: [sys.executable, "-c", program])
    with pytest.raises(error, match=words):
        print_pdf(small, tmp_path / "made.pdf", [], silent())
    assert names(tmp_path) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs mount")
def test_full_disk_leaves_nothing(make_model: ModelMaker, small_disk: Path) -> None:
    with pytest.raises(DiskFull):
        print_pdf(make_model(("en", "zh-Hans")), small_disk / "made.pdf", [], silent())
    assert names(small_disk) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_file_size_limit_leaves_nothing(make_model: ModelMaker, tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises(WriteFailed):
            print_pdf(make_model(("en", "zh-Hans")), tmp_path / "made.pdf", [], silent())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert names(tmp_path) == []


def test_nothing_of_the_person_reaches_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HRDDESK_SECRET", "Hesper")
    monkeypatch.setenv("SYSTEMROOT", "somewhere")
    assert press.environment() == {
        "HOME": os.devnull,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SYSTEMROOT": "somewhere",
    }


def test_secrets_stay_here(small: RedactedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process gets: its command, its variables and the model."""
    spy = tmp_path / "got"
    program = (
        "import os, sys; data = sys.stdin.buffer.read(); "
        f"open({str(spy)!r}, 'wb').write(data + repr((sys.argv, dict(os.environ))).encode()); sys.exit(1)"
    )
    monkeypatch.setattr(press, "command", lambda: [sys.executable, "-c", program])
    with pytest.raises(LayoutFailed):
        print_pdf(small, tmp_path / "made.pdf", ["Hesper Quillane"], silent())
    got = spy.read_bytes()
    assert got.startswith(small.canonical())
    assert b"Hesper" not in got
    assert str(tmp_path / "made.pdf").encode() not in got


def test_command_when_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert press.command() == [sys.executable, "--layout"]
