"""Reading secrets from files and pipes, as for `--passphrase-file` and similar options.

Pipes are accepted like files, since `<(...)` of a shell is a pipe. Other sources are refused: a device could
give bytes without end. A pipe without a writer is read only until a time limit.
"""

import errno
import os
import select
import stat
import sys
import time
from typing import Final

from hrddesk.errors import SecretUnreadable

MOST: Final = 64 * 1024
"""The maximum number of bytes that are read."""
_PATIENCE: Final = 10.0  # seconds; whoever has a pipe open to write may take as long as they like


def first_line(source: str, label: str) -> str:
    """Return the first line of a file or pipe, or of standard input for `-`, without its line ending.

    Errors name the secret by `label`. Raise SecretUnreadable.
    """
    text = _decoded(_read(source, label, is_whole=False), label).rstrip("\r\n")
    if not text:
        raise SecretUnreadable(why=f"{label} is empty")
    return text


def all_lines(source: str, label: str) -> str:
    """Return the whole text of a file or pipe, or of standard input for `-`; raise SecretUnreadable."""
    return _decoded(_read(source, label, is_whole=True), label)


def _bytes(source: str, *, is_whole: bool) -> bytes:
    """Return all bytes of a source, or only its first line; raise OSError for more than `MOST` bytes."""
    if source == "-":
        stream = sys.stdin.buffer
        data = stream.read(MOST + 1) if is_whole else stream.readline(MOST + 1)
    else:
        descriptor = os.open(source, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
        try:
            mode = os.fstat(descriptor).st_mode
            if stat.S_ISDIR(mode):
                raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
            if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
                raise OSError(errno.EINVAL, "it is neither a file nor a pipe")
            data = _drained(descriptor, MOST + 1, is_whole=is_whole)
        finally:
            os.close(descriptor)
    if len(data) > MOST:
        raise OSError(errno.EFBIG, "it is too long")
    return data


def _read(source: str, label: str, *, is_whole: bool) -> bytes:
    try:
        return _bytes(source, is_whole=is_whole)
    except OSError as error:
        raise SecretUnreadable(why=f"{label}: {error.strerror}") from None


def _decoded(data: bytes, label: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SecretUnreadable(why=f"{label} is not UTF-8") from None
    if "\0" in text:
        raise SecretUnreadable(why=f"{label} is not text")
    return text


def _drained(descriptor: int, most: int, *, is_whole: bool) -> bytes:
    """Read to the end of the file, the end of the first line, or `most` bytes.

    Wait at most 10 seconds for a writer to open a pipe, but without limit for the data of a writer.
    """
    data = b""
    poller = select.poll()
    poller.register(descriptor, select.POLLIN)
    until = time.monotonic() + _PATIENCE
    while len(data) < most:
        try:
            part = os.read(descriptor, most - len(data))
        except BlockingIOError:  # somebody has the pipe open and has written nothing yet
            poller.poll()
            continue
        data += part
        if not is_whole and b"\n" in part:
            return data[: data.index(b"\n") + 1]
        if part:
            continue
        if data or stat.S_ISREG(os.fstat(descriptor).st_mode):
            return data
        remaining_seconds = until - time.monotonic()
        if remaining_seconds <= 0:
            raise OSError(errno.EPIPE, "nobody writes to this pipe")
        happened = poller.poll(1000 * remaining_seconds)
        if any(event & select.POLLHUP and not event & select.POLLIN for _, event in happened):
            return data  # a writer was there and went away
    return data
