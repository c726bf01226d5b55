"""The orderly end of a command after Ctrl-C, or when its terminal is closed or the session ends.

Interrupted is raised in the main thread, so that unfinished work is undone as after any other failure. In a
`with held():` block, Interrupted is raised only at the end of the block. Such a block contains, for example,
the naming of a file together with the steps that must follow.
"""

import _thread
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import current_thread, main_thread
from types import FrameType
from typing import Final, Self

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_ONE_WISH: Final = 5.0
"""The seconds after a signal in which further signals are ignored.

A terminal that closes sends several signals, and people often press Ctrl-C twice. A second Interrupted would
only disturb the cleaning up."""
_IN_A_MOMENT: Final = 0.05  # seconds


class Interrupted(KeyboardInterrupt):
    """A signal asked the command to end."""

    def __init__(self, number: int) -> None:
        """Remember the number of the signal."""
        super().__init__()
        self.exit_code = 128 + number  # the convention of shells


@dataclass(slots=True)
class _Wish:
    holds: int = 0
    waiting: int | None = None
    deaf_until: float = 0.0
    heeded: bool = False


_wish = _Wish()


def signals() -> list[signal.Signals]:
    """Return the signals that exist on this system and ask a command to end."""
    return [signal.Signals[name] for name in _NAMES if hasattr(signal, name)]


@contextmanager
def heeded() -> Iterator[None]:
    """Make the signals that ask a command to end raise Interrupted in the `with` block.

    A signal that the process ignores stays ignored (nohup).
    """
    if current_thread() is not main_thread():
        yield  # only the main thread receives signals
        return
    global _wish
    _wish = _Wish(heeded=True)
    before = {number: signal.getsignal(number) for number in signals()}
    try:
        for number, old in before.items():
            if old is not signal.SIG_IGN:
                signal.signal(number, _hear)
        yield
    except RuntimeError as error:
        if isinstance(error.__cause__, Interrupted):  # Python 3.11 wraps it so during the creation of a class
            raise error.__cause__ from None
        raise
    finally:
        _wish.heeded = False
        for number, old in before.items():
            signal.signal(number, signal.SIG_DFL if old is None else old)


def found_lost(error: BaseException | None) -> bool:
    """Tell whether an error is an Interrupted that was lost because it was raised in a callback or finalizer.

    If it is, and if the command is still running 0.05 seconds after this call, a thread raises Interrupted
    again. The function also returns True for the OSError that Python raises if a signal arrives while the
    handlers are restored. Nothing is raised again then, because no work is left to end.
    """
    if isinstance(error, Interrupted):
        if _wish.heeded:
            _thread.start_new_thread(_again, (_wish, signal.Signals(error.exit_code - 128)))
        return True
    return isinstance(error, OSError) and not _wish.heeded and "race condition" in str(error)


class held:  # noqa: N801  (a context manager, read as a verb)
    """Delay Interrupted until the end of the `with` block, which must be short and must run completely."""

    def __enter__(self) -> Self:
        if current_thread() is main_thread():
            _wish.holds += 1
        return self

    def __exit__(self, *_: object) -> None:
        if current_thread() is not main_thread():
            return
        _wish.holds -= 1
        number = _wish.waiting
        if not _wish.holds and number is not None:
            _wish.waiting = None
            raise Interrupted(number)


def _again(wish: _Wish, number: signal.Signals) -> None:
    time.sleep(_IN_A_MOMENT)
    if wish.heeded:
        wish.deaf_until = 0.0
        _thread.interrupt_main(number)


def _hear(number: int, _: FrameType | None) -> None:
    now = time.monotonic()
    if now < _wish.deaf_until:
        return
    _wish.deaf_until = now + _ONE_WISH
    if _wish.holds:
        _wish.waiting = number
    else:
        raise Interrupted(number)
