"""Bundles that break each rule of the format once, kept in tests/data/bundles with what refuses them.

A reader of a later year is tried with what was written in an earlier one. Where the format gains something,
`python -m tests.unit.bundle.hostile` makes them anew. What a fuzzer found (tests/fuzz) lies in `found`.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.errors import HrdDeskError
from tests.unit.bundle.fixed_desks import right
from tests.unit.bundle.hostile_inside import inside
from tests.unit.bundle.hostile_outside import outside
from tests.unit.bundle.hostile_signed import signed

FOLDER: Final = Path(__file__).resolve().parents[2] / "data" / "bundles"
EXPECTED: Final = "expected.json"
FOUND: Final = FOLDER / "found"
RIGHT: Final = "right.hrdb"
"""One that is read: where it is refused, the others are refused for a wrong reason."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A bundle and the error that refuses it."""

    error: type[HrdDeskError]
    raw: bytes


def everything() -> dict[str, Hostile]:
    """Make all of them, by the name of their file without its ending."""
    sealing = right()
    return {
        **{f"outside-{name}": Hostile(error, raw) for name, (error, raw) in outside().items()},
        **{f"inside-{name}": Hostile(error, sealing.seal(raw)) for name, (error, raw) in inside().items()},
        **{
            f"signed-{name.replace(' ', '-')}": Hostile(error, raw) for name, (error, raw) in signed().items()
        },
    }


def recipe() -> str:
    """Return a digest of what the files follow from: the code that makes them, and a right bundle.

    Of that what is the same each time: not the signatures, nor what covers them.
    """
    here = Path(__file__).parent
    code = [(here / name).read_bytes() for name in _MODULES]
    covering = ("sender.card", "tagmanifest-sha256.txt")
    members = [(name, text) for name, text in right().members() if not name.startswith(covering)]
    return hashlib.sha256(repr((code, members)).encode()).hexdigest()


def keep(folder: Path = FOLDER) -> None:
    """Write every bundle and what is expected of it; what was found otherwise stays."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.hrdb"):
        old.unlink()
    made = everything()
    for name, hostile in made.items():
        (folder / f"{name}.hrdb").write_bytes(hostile.raw)
    (folder / RIGHT).write_bytes(right().seal())
    expected = {name: hostile.error.__name__ for name, hostile in sorted(made.items())}
    text = json.dumps({"recipe": recipe(), "expected": expected}, indent=1) + "\n"
    (folder / EXPECTED).write_text(text, "utf-8")


_MODULES: Final = ("fixed_desks.py", "hostile_outside.py", "hostile_inside.py", "hostile_signed.py")

if __name__ == "__main__":
    keep()
