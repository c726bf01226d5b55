"""The process that lays pages out: the model on standard input, the PDF on standard output, nothing else.

While it lays out a publication it writes a mark to standard error for each hundredth that is done.

It makes small pictures of images too (`thumbnail`), and those that are published (`burning`).

It is started anew for every publication (`press`), so nothing that the program showed or drew before can
reach the file. It opens no vault and knows no secret. Once it has loaded what it needs, and before it looks
at what it was given, it is confined: it can open no file and start nothing any more. So all modules, fonts
and tables must be loaded in `_load`. `python -m hrddesk.publish.process.worker` runs it by hand.
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
"""Asks for the names of the ways out of this process that are open: the same again, then a line each."""
MARK: Final = b"\x06"
"""Says on standard error that a hundredth of a layout is done; no message holds it."""


class WorkerExit(IntEnum):
    """What the process says by its exit code. 1 is Python's own for an exception that nobody expected."""

    DONE = 0
    BUG = 1
    NO_MODEL = 3
    DISK_FULL = 4
    NOT_WRITTEN = 5
    ABANDONED = 6


def run() -> NoReturn:
    """Be the process that `press` starts: do the work of `main`, and end when whoever started it ends."""
    lockdown.end_with_parent()
    # All that a document is made of lives until it is written, and goes with the process: to look for what
    # could be given back before, or to take it apart in the end, is a tenth of the time for nothing.
    gc.disable()
    outcome = WorkerExit.ABANDONED if _nobody_listens() else main()  # whoever started it ended before that
    sys.stderr.flush()
    os._exit(outcome)


def main() -> int:
    """Read a model or a form and write a PDF, or an image and write a picture; return an `WorkerExit`."""
    sys.excepthook = _say_where
    lockdown.engage()
    request = sys.stdin.buffer.read()
    confinement.confine(_load(request))
    try:
        answer = _made(request)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")  # names the place, never the value
        return WorkerExit.NO_MODEL
    try:
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    except OSError as error:
        return WorkerExit.DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else WorkerExit.NOT_WRITTEN
    return WorkerExit.DONE


def _load(request: bytes) -> Limits:
    """Load all that the work may need, for nothing can be opened later, and return what it may take.

    Of what was given only its first bytes are looked at.
    """
    if request.startswith((thumbnail.WANTED, burning.WANTED)):
        _load_decoders()
        return confinement.PICTURES
    settle()  # before anything imports reportlab
    from hrddesk.publish.pdf import composition, form_pages  # noqa: F401

    codecs.lookup("utf-16-be")  # of texts in a PDF
    captions.texts()
    languages.months()
    fontfile.load()
    return confinement.PAGES


def _load_decoders() -> None:
    """Load what Pillow would load once it sees which kind of picture it has."""
    from PIL import (  # noqa: F401
        GifImagePlugin,
        ImageChops,
        ImageColor,
        ImageMath,
        ImageOps,
        ImagePalette,
        ImageSequence,
        JpegImagePlugin,
        MpoImagePlugin,  # a JPEG of several pictures, as some telephones make them
        PngImagePlugin,
        TiffImagePlugin,  # what Exif is read by
        WebPImagePlugin,
    )


def _made(request: bytes) -> bytes:
    """Return what is asked for; raise ValueError where it is not understood."""
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
    """Writes a mark for each hundredth that is done."""

    def __init__(self) -> None:
        self._written = 0

    def reach(self, hundredths: int) -> None:
        """Write what is missing up to here."""
        if hundredths > self._written:
            marks = MARK.decode("ascii") * (hundredths - self._written)
            self._written = hundredths
            with suppress(OSError):  # nobody listens any more
                sys.stderr.write(marks)
                sys.stderr.flush()


def _nobody_listens() -> bool:
    """Tell whether standard error is a pipe whose reader is gone."""
    if not hasattr(select, "poll"):
        return False
    poll = select.poll()
    poll.register(_STANDARD_ERROR, 0)
    return any(events & select.POLLERR for _, events in poll.poll(0))


def _say_where(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Report a bug by its kind and place: messages and source lines may hold words of the model."""
    frames = traceback.extract_tb(trace)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
    sys.stderr.write(f"{kind.__name__} in {place}\n")


if __name__ == "__main__":
    sys.exit(main())
