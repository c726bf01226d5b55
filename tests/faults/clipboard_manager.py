"""A clipboard manager as desktops have one: it keeps what a program hands over when it ends.

Owns CLIPBOARD_MANAGER, and says on standard output what each SAVE_TARGETS would give it: a line for each time
that a program asks it to save. https://www.freedesktop.org/wiki/ClipboardManager/
"""

import ctypes
import ctypes.util

_SELECTION_REQUEST = 30  # <X11/X.h>


class _Request(ctypes.Structure):
    """XSelectionRequestEvent of <X11/Xlib.h>."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("owner", ctypes.c_ulong),
        ("requestor", ctypes.c_ulong),
        ("selection", ctypes.c_ulong),
        ("target", ctypes.c_ulong),
        ("property", ctypes.c_ulong),
        ("time", ctypes.c_ulong),
    ]


class _Event(ctypes.Union):
    _fields_ = [("request", _Request), ("pad", ctypes.c_long * 24)]


def main() -> None:
    """Serve until killed."""
    x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = x.XDefaultRootWindow.restype = x.XCreateSimpleWindow.restype = ctypes.c_ulong
    x.XGetSelectionOwner.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    root = ctypes.c_ulong(x.XDefaultRootWindow(display))
    zero = ctypes.c_ulong(0)
    window = ctypes.c_ulong(x.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, zero, zero))
    manager = ctypes.c_ulong(x.XInternAtom(display, b"CLIPBOARD_MANAGER", 0))
    x.XSetSelectionOwner(display, manager, window, zero)
    assert x.XGetSelectionOwner(display, manager) == window.value
    print("ready", flush=True)
    event = _Event()
    while True:
        x.XNextEvent(display, ctypes.byref(event))
        if event.request.type == _SELECTION_REQUEST:
            print("asked to save", flush=True)
            answer = _Event()  # XSelectionEvent: SelectionNotify, and then as the request without its owner
            note = (ctypes.c_long * 9).from_buffer(answer)
            note[0] = 31
            note[3] = event.request.display or 0
            note[4] = event.request.requestor
            note[5], note[6] = event.request.selection, event.request.target
            note[7], note[8] = event.request.property, event.request.time
            x.XSendEvent(display, ctypes.c_ulong(event.request.requestor), 0, 0, ctypes.byref(answer))
            x.XFlush(display)


if __name__ == "__main__":
    main()
