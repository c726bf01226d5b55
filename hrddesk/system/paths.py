"""The paths of the program's read-only files and of new vaults, and the command that starts it."""

import os
from itertools import chain, count
from pathlib import Path

_PACKAGED = Path(__file__).parent.with_name("resources")  # in a wheel
_CHECKOUT = Path(__file__).parents[2] / "resources"  # in a checkout
_RUN = Path("packaging/run.py")


def resources() -> Path:
    """Return the folder that holds the program's data: fonts, translations, vocabularies, help and so on."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def usual_vault() -> Path:
    """Return the default folder of a new vault."""
    return Path.home() / "desk.hrdv"


def free_vault() -> Path:
    """Return the folder to propose for a new vault.

    This is the first path of desk.hrdv, desk-2.hrdv and so on at which nothing exists.
    """
    home = Path.home()
    names = chain(["desk.hrdv"], (f"desk-{number}.hrdv" for number in count(2)))
    return next(home / name for name in names if not os.path.lexists(home / name))


def command() -> str:
    """Return the command that starts the program.

    In a checkout it is a call of Python, because a checkout installs no program on the PATH.
    """
    return f"python3 {_RUN}" if (_CHECKOUT.parent / _RUN).is_file() else "hrddesk"
