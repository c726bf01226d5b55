"""The shipped sample, as the demo leaves it with the coordinator."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hrddesk.actions import demo
from hrddesk.crypto import kdf
from hrddesk.crypto.kdf import FLOOR, Argon2Params
from hrddesk.system.jobs import silent
from tests.made import argon2id_once, deriving_by


def _at_the_floor(seconds: float = 1.0) -> Argon2Params:
    return FLOOR


@cache
def _made() -> tuple[TemporaryDirectory[str], demo.Demo]:
    kept = TemporaryDirectory()
    calibrate = kdf.calibrate
    kdf.calibrate = _at_the_floor
    try:
        with deriving_by(argon2id_once):
            return kept, demo.run(Path(kept.name) / "demo", silent())
    finally:
        kdf.calibrate = calibrate


def folder(target: Path) -> tuple[Path, str]:
    """Put what `hrddesk demo` leaves at `target`; return the coordinator's vault and the passphrase."""
    _, made = _made()
    shutil.copytree(made.passphrase.parent, target)
    return target / demo.COORDINATOR, made.passphrase.read_text("utf-8").strip()
