"""The production of a PDF file, which appears under its name only when it is complete.

The model is sent to a new process over standard input. The output is written to a new file in the target
folder, audited, and only then given its name. After any failure, no file remains.
"""

import errno
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

from hrddesk.errors import AuditFailed, LayoutFailed, PictureUnfit, translatable
from hrddesk.errors.translatable import Translatable
from hrddesk.publish.audit.audit import examine
from hrddesk.publish.audit.findings import AuditFinding, Severity
from hrddesk.publish.content.form import FormDocument
from hrddesk.publish.images import burning, thumbnail
from hrddesk.publish.images.burning import Burnt, Unfit
from hrddesk.publish.images.thumbnail import Thumbnail
from hrddesk.publish.process.worker import CONFINED, MARK, WorkerExit
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.model.model import RedactedModel
from hrddesk.system import files
from hrddesk.system.files import NewFile
from hrddesk.system.interruption import held
from hrddesk.system.jobs import Job

_LAID_OUT = 20  # the progress in hundredths after the layout
_STEPS = 100  # the progress when the file is audited; after this step it can only get its name
_PATIENCE = 800  # times `_POLL`: 40 seconds, longer than any valid picture takes
_SAID = 4096  # bytes of messages of the process that are kept
_POLL = 0.05  # seconds between two checks whether the job was cancelled
_START = "import sys; sys.path[:0] = sys.argv[1:]; from hrddesk.publish.process.worker import run; run()"


@dataclass(frozen=True, slots=True)
class PrintedPdf:
    """A finished publication: its number of pages, the audit warnings, and the SHA-256 of the file."""

    pages: int
    findings: tuple[AuditFinding, ...]
    sha256: str


def print_pdf(
    model: RedactedModel,
    target: Path,
    secrets: Sequence[str],
    job: Job,
    placed: Callable[[], object] = lambda: None,
) -> PrintedPdf:
    """Write the PDF of `model` to `target`, which must not exist.

    `job` receives its steps in hundredths of the work. `secrets` never leave this process: the audit searches
    the finished file for them. `placed` is called as soon as the file has its name; no signal can interrupt
    the program between the naming and this call. Raise TargetExists, LayoutFailed, AuditFailed, DiskFull,
    WriteFailed or Cancelled; in all these cases no new file remains.
    """
    job.step(0, _STEPS)
    with files.told(target), NewFile(target) as new:
        _lay_out(model, new.file, target, job)
        new.file.seek(0)
        pdf = new.file.read()
        within = Job(lambda done, total: job.step(_LAID_OUT + (_STEPS - _LAID_OUT) * done // total, _STEPS))
        within.step(0, 1)
        audited = examine(pdf, model, secrets, within)
        if not audited.passed:
            errors = (item for item in audited.findings if item.severity is Severity.ERROR)
            raise AuditFailed(findings=translatable.joined(finding.message for finding in errors))
        job.step(_STEPS, _STEPS)
        with held():
            new.put_in_place()
            placed()
    return PrintedPdf(audited.pages, audited.findings, hashlib.sha256(pdf).hexdigest())


def print_form(form: FormDocument, target: Path, job: Job) -> None:
    """Write the PDF of a filled form to `target`, which must not exist; the content is not redacted.

    Raise TargetExists, LayoutFailed, DiskFull, WriteFailed or Cancelled; in each case leave no new file.
    """
    job.step(0, _STEPS)
    with files.told(target), NewFile(target) as new:
        _lay_out(form, new.file, target, job)
        job.step(_STEPS, _STEPS)
        new.put_in_place()


def small_picture(image: bytes, job: Job) -> Thumbnail | None:
    """Return the thumbnail of an image file, or None if the file cannot be shown; raise Cancelled."""
    answer, _ = _answered(thumbnail.WANTED + image, job)
    with suppress(ValueError):
        return Thumbnail.from_bytes(answer)
    return None


def burnt_picture(image: bytes, boxes: Sequence[Box], job: Job, ref: str = "") -> Burnt:
    """Return an image file ready for publication: upright, boxes filled, scaled down, without metadata.

    `ref` is the name of the picture in error messages. Raise PictureUnfit if the file cannot be read, or
    Cancelled.
    """
    answer, complaint = _answered(burning.request(image, boxes), job)
    try:
        return Burnt.from_bytes(answer)
    except ValueError:
        reasons = (why for why in Unfit if why.value == complaint)
        raise PictureUnfit(ref=ref, why=next(reasons, Unfit.DAMAGED)) from None


def _answered(request: bytes, job: Job) -> tuple[bytes, str]:
    """Return the answer of the process to a request, and its error message.

    The answer is empty if the process fails or takes too long.
    """
    with ExitStack() as ending:
        with held():
            process = ending.enter_context(_start(subprocess.PIPE))
            ending.callback(process.kill)
            pipe, process.stdin = process.stdin, None
        Thread(target=_feed, args=(pipe, request), daemon=True).start()
        for _ in range(_PATIENCE):
            with suppress(subprocess.TimeoutExpired):
                answer, complaint = process.communicate(timeout=_POLL)
                break
            job.step(0, 1)
        else:
            return b"", Unfit.SLOW
    return answer if process.returncode == WorkerExit.DONE else b"", complaint.decode(
        "ascii", "replace"
    ).strip()


def ways_out() -> list[str]:
    """Start the layout process, let it try to reach the system, and return the names of what it reached.

    The list is empty if the process is confined as it should be. Raise LayoutFailed.
    """
    answer, complaint = _answered(CONFINED, Job(lambda done, total: None))
    if not answer.startswith(CONFINED):
        raise LayoutFailed(why=complaint[:200])
    return answer.removeprefix(CONFINED).decode("ascii", "replace").splitlines()


def command() -> list[str]:
    """Return the command that starts the layout process from a checkout, a wheel or a frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--layout"]
    root = Path(__file__).resolve().parents[3]
    # -I: variables, the user's site folder and the current folder have no effect. -B: no files are written.
    return [sys.executable, "-I", "-B", "-c", _START, str(root)]


def environment() -> dict[str, str]:
    """Return the environment variables of the layout process, which contain no personal data."""
    variables = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}  # Windows
    return variables | {"HOME": os.devnull, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _lay_out(model: RedactedModel | FormDocument, file: IO[bytes], target: Path, job: Job) -> None:
    with ExitStack() as ending:
        with held():
            process = ending.enter_context(_start(file))
            ending.callback(process.kill)  # does nothing to a process that has ended
            # Each pipe has a thread, so that no pipe is full while this thread waits.
            pipe, process.stdin = process.stdin, None
            error_pipe, process.stderr = process.stderr, None
        heard = bytearray()
        listening = Thread(target=_hear, args=(error_pipe, heard), daemon=True)
        listening.start()
        Thread(target=_feed, args=(pipe, model.canonical()), daemon=True).start()
        while True:
            try:
                process.wait(timeout=_POLL)
                break
            except subprocess.TimeoutExpired:
                job.step(_LAID_OUT * min(heard.count(MARK), 100) // 100, _STEPS)
        listening.join()
    messages = bytes(heard).replace(MARK, b"")
    if process.returncode == WorkerExit.DISK_FULL:
        raise files.cause(OSError(errno.ENOSPC, ""), target)
    if process.returncode == WorkerExit.NOT_WRITTEN:
        raise files.cause(OSError(errno.EIO, ""), target)
    if process.returncode != WorkerExit.DONE:
        # The messages of the process name kinds and places, never values.
        why = messages.decode("ascii", "replace").strip()
        raise LayoutFailed(why=why[:200] or Translatable("the process ended with {0}", process.returncode))


def _start(file: IO[bytes] | int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=file,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=Path(sys.executable).anchor,
        close_fds=True,
    )


def _hear(pipe: IO[bytes], heard: bytearray) -> None:
    """Collect the messages of the process in `heard` until the process ends, and close the pipe."""
    with pipe:
        while piece := os.read(pipe.fileno(), _SAID):
            if len(heard) < _SAID:  # further output is read and ignored
                heard += piece


def _feed(pipe: IO[bytes], document: bytes) -> None:
    """Write the document to the pipe and close it; ignore the error if the reader has already ended."""
    with suppress(BrokenPipeError), pipe:
        pipe.write(document)
