"""Where the program's own read-only files are, and how it is called from there."""

import os
from itertools import chain, count
from pathlib import Path

_PACKAGED = Path(__file__).parent.with_name("resources")  # in a wheel
_CHECKOUT = Path(__file__).parents[2] / "resources"  # in a checkout
_RUN = Path("packaging/run.py")


def resources() -> Path:
    """Return the folder of fonts, icons, translations, vocabularies, mappings, captions, sample and help."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


def usual_vault() -> Path:
    """Return the folder in which a vault is made unless somebody names another."""
    return Path.home() / "desk.hrdv"


def free_vault() -> Path:
    """Return the folder that is proposed for a new vault: the usual one, or the first that is not there."""
    home = Path.home()
    names = chain(["desk.hrdv"], (f"desk-{number}.hrdv" for number in count(2)))
    return next(home / name for name in names if not os.path.lexists(home / name))


def command() -> str:
    """Return what a person types to run the program: in a checkout nothing of it is on the PATH."""
    return f"python3 {_RUN}" if (_CHECKOUT.parent / _RUN).is_file() else "hrddesk"
