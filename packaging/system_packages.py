"""The packages of the system that no lock file can provide: they are installed if possible, else named.

Standard library only. The names are those of Debian; on other systems the missing files are named.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping

# What the libraries of PySide6_Essentials and its xcb plugin ask the system for (`readelf -d`; see
# tests/unit/packaging/test_system_packages.py, which reads it off the installed files).
WINDOW_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",  # the name in Debian 12, and provided by the package of Debian 13
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

TEST_COMMANDS: Mapping[str, str] = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "Xvfb": "xvfb",
    "age": "age",
    "dbus-daemon": "dbus-daemon",
    "dbus-monitor": "dbus-bin",
    "git": "git",
    "node": "nodejs",
    "npm": "npm",
    "openssl": "openssl",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "ssh-keygen": "openssh-client",
    "strace": "strace",
    "xclip": "xclip",
    "xprop": "x11-utils",
    "xwininfo": "x11-utils",
}


class CannotInstall(Exception):
    """Packages are missing and cannot be installed by this script; the message contains the exact command."""


def missing_libraries(libraries: Mapping[str, str] = WINDOW_LIBRARIES) -> dict[str, str]:
    """Return the shared libraries that cannot be loaded, each with the package that contains it."""
    if not sys.platform.startswith("linux"):
        return {}
    missing = {}
    for name, package in libraries.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            missing[name] = package
    return missing


def missing_commands(commands: Mapping[str, str] = TEST_COMMANDS) -> dict[str, str]:
    """Return the commands that are not on the PATH, each with the package that contains it."""
    return {name: package for name, package in commands.items() if shutil.which(name) is None}


def provide_window() -> None:
    """Provide the libraries of the system that Qt needs; raise CannotInstall."""
    _provide_all(missing_libraries)


def provide_tests() -> None:
    """Provide the commands that the tests need; raise CannotInstall."""
    _provide_all(missing_commands)


def _provide_all(find: Callable[[], dict[str, str]]) -> None:
    missing = find()
    if not missing:
        return
    provide(missing.values(), needed=missing)
    left = find()
    if left:
        raise CannotInstall(f"Still missing after the installation: {', '.join(left)}.")


def provide(packages: Iterable[str], needed: Iterable[str] = ()) -> None:
    """Install Debian packages, or raise CannotInstall with the command that installs them.

    `needed` are the missing files, for the message.
    """
    names = sorted(set(packages))
    what = ", ".join(needed) or ", ".join(names)
    if shutil.which("apt-get") is None:
        raise CannotInstall(f"Missing on this system: {what}. Install them with its package manager.")
    if os.geteuid() != 0:
        raise CannotInstall(
            f"Missing on this system: {what}. Install them, then repeat the command:\n"
            f"    sudo apt-get install --no-install-recommends {' '.join(names)}"
        )
    sys.stderr.write(f"HRDDesk: installing {' '.join(names)} ...\n")
    install = ["install", "-y", "-q", "--no-install-recommends", *names]
    if not _apt(install) and not (_apt(["update", "-q"]) and _apt(install)):
        raise CannotInstall(f"apt-get could not install them: apt-get install {' '.join(names)}")


def _apt(arguments: list[str]) -> bool:
    done = subprocess.run(
        ["apt-get", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=2,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        check=False,
    )
    return done.returncode == 0
