"""Bundles that break each rule of the format once, with the error that refuses each.

They are made when a test asks for them, which takes about a second, so they always follow the present format.
Files that a fuzzer found (tests/fuzz) are kept in `FOUND`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hrddesk.errors import HrdDeskError
from tests.unit.bundle.fixed_desks import right
from tests.unit.bundle.hostile_inside import inside
from tests.unit.bundle.hostile_outside import outside
from tests.unit.bundle.hostile_signed import signed

FOUND: Final = Path(__file__).resolve().parents[2] / "data" / "bundles" / "found"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A bundle and the error that refuses it."""

    error: type[HrdDeskError]
    raw: bytes


def everything() -> dict[str, Hostile]:
    """Make each bundle; return them by name."""
    sealing = right()
    return {
        **{f"outside-{name}": Hostile(error, raw) for name, (error, raw) in outside().items()},
        **{f"inside-{name}": Hostile(error, sealing.seal(raw)) for name, (error, raw) in inside().items()},
        **{
            f"signed-{name.replace(' ', '-')}": Hostile(error, raw) for name, (error, raw) in signed().items()
        },
    }


def write(folder: Path) -> int:
    """Write each bundle into a folder and return how many there are."""
    bundles = everything()
    for name, hostile in bundles.items():
        (folder / f"{name}.hrdb").write_bytes(hostile.raw)
    return len(bundles)
