"""The layout process: reads the model from standard input and writes the PDF to standard output.

During the layout of a publication, the process writes `MARK` to standard error for each finished hundredth.

The process also makes thumbnails (`thumbnail`) and published pictures (`burning`).

A new process is started for every publication (`press`), so that earlier output of the program cannot reach
the file. The process opens no vault and has no secrets. After it has loaded its modules, and before it parses
its input, it is confined: it can no longer open files or start programs. Therefore `_load` must load all
modules, fonts and tables. `python -m hrddesk.publish.process.worker` runs the process by hand.
"""

import codecs
import errno
import gc
import os
import select
import sys
import traceback
from contextlib import suppress
from enum import IntEnum
from types import TracebackType
from typing import Final, NoReturn

from hrddesk.publish.content.form import FormDocument
from hrddesk.publish.images import burning, thumbnail
from hrddesk.publish.process.layout import lay_out, lay_out_form
from hrddesk.publish.process.reportlab_setup import settle
from hrddesk.publish.typesetting import fontfile
from hrddesk.records.language import captions, languages
from hrddesk.redact.model.model import RedactedModel
from hrddesk.system import confinement, lockdown
from hrddesk.system.confinement import Limits

_STANDARD_ERROR: Final = 2
CONFINED: Final = b"hrddesk confinement 1\n"
"""The request that asks which ways out of the confined process are open.

The answer repeats the request and then names one way in each line.
"""
MARK: Final = b"\x06"
"""The byte on standard error that reports one finished hundredth of a layout; no message contains it."""


class WorkerExit(IntEnum):
    """The exit codes of the process; Python itself uses 1 for an unhandled exception."""

    DONE = 0
    BUG = 1
    NO_MODEL = 3
    DISK_FULL = 4
    NOT_WRITTEN = 5
    ABANDONED = 6


def run() -> NoReturn:
    """Run `main` in the process that `press` starts; end when the parent process ends."""
    lockdown.end_with_parent()
    # All objects of a document live until it is written, and end with the process. To look for objects to
    # free, or to free them at the end, would take a tenth of the time in vain.
    gc.disable()
    outcome = WorkerExit.ABANDONED if _nobody_listens() else main()  # the parent ended before the first line
    sys.stderr.flush()
    os._exit(outcome)


def main() -> int:
    """Read one request, write the answer to standard output, and return a `WorkerExit`.

    The answer to a model or form is a PDF; the answer to an image is a picture.
    """
    sys.excepthook = _say_where
    lockdown.engage()
    request = sys.stdin.buffer.read()
    confinement.confine(_load(request))
    try:
        answer = _made(request)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")  # the message names the place, never the value
        return WorkerExit.NO_MODEL
    try:
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    except OSError as error:
        return WorkerExit.DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else WorkerExit.NOT_WRITTEN
    return WorkerExit.DONE


def _load(request: bytes) -> Limits:
    """Load all modules and files that the work may need, and return the resource limits of the work.

    After confinement no file can be opened. Only the first bytes of the request are read here, to tell its
    kind.
    """
    if request.startswith((thumbnail.WANTED, burning.WANTED)):
        _load_decoders()
        return confinement.PICTURES
    settle()  # before anything imports reportlab
    from hrddesk.publish.pdf import composition, form_pages  # noqa: F401

    codecs.lookup("utf-16-be")  # the encoding of texts in a PDF
    captions.texts()
    languages.months()
    fontfile.load()
    return confinement.PAGES


def _load_decoders() -> None:
    """Load the modules that Pillow would otherwise import only when it sees the format of a picture."""
    from PIL import (  # noqa: F401
        GifImagePlugin,
        ImageChops,
        ImageColor,
        ImageMath,
        ImageOps,
        ImagePalette,
        ImageSequence,
        JpegImagePlugin,
        MpoImagePlugin,  # a JPEG with several pictures, from some telephones
        PngImagePlugin,
        TiffImagePlugin,  # reads EXIF data
        WebPImagePlugin,
    )


def _made(request: bytes) -> bytes:
    """Return the answer to a request; raise ValueError if the request is malformed."""
    if request == CONFINED:
        return CONFINED + "\n".join(confinement.openings()).encode("ascii")
    if request.startswith(thumbnail.WANTED):
        return thumbnail.make(request[len(thumbnail.WANTED) :]).to_bytes()
    if request.startswith(burning.WANTED):
        return burning.answer(request).to_bytes()
    if FormDocument.is_one(request):
        return lay_out_form(FormDocument.from_bytes(request))
    return lay_out(RedactedModel.from_bytes(request), _Marks().reach)


class _Marks:
    """A progress callback that writes one `MARK` to standard error for each finished hundredth."""

    def __init__(self) -> None:
        self._written = 0

    def reach(self, hundredths: int) -> None:
        """Write as many marks as are missing to a total of `hundredths`."""
        if hundredths > self._written:
            marks = MARK.decode("ascii") * (hundredths - self._written)
            self._written = hundredths
            with suppress(OSError):  # the reader has closed the pipe
                sys.stderr.write(marks)
                sys.stderr.flush()


def _nobody_listens() -> bool:
    """Tell whether standard error is a pipe whose reader has closed it."""
    if not hasattr(select, "poll"):
        return False
    poll = select.poll()
    poll.register(_STANDARD_ERROR, 0)
    return any(events & select.POLLERR for _, events in poll.poll(0))


def _say_where(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Report an unhandled exception by type, file and line only.

    Messages and source lines may contain text of the model.
    """
    frames = traceback.extract_tb(trace)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
    sys.stderr.write(f"{kind.__name__} in {place}\n")


if __name__ == "__main__":
    sys.exit(main())
