"""How a party is called on the screen and in the command line; never in a publication."""

from collections.abc import Iterable
from typing import Final

from hrddesk.records.model.record import Record

BETWEEN_NAMES: Final = " / "
"""What stands between the names of one person. No sign of a name: 热依拉·阿布来提 has a dot in it."""
BETWEEN_PEOPLE: Final = "; "
"""What stands between the names of several people."""


def display_name(party: Record) -> str:
    """Return the main names in their scripts, `Hu Lan / 胡岚`; any other name where there is no main one."""
    named = [
        (str(item.get("name", "")), item.get("kind") in (None, "main")) for item in party.values("names")
    ]
    chosen = [name for name, main in named if main and name] or [name for name, _ in named if name][:1]
    return names_together(chosen)


def names_together(names: Iterable[str]) -> str:
    """Return the names of one person in one line, each whole: what stands between them is in none of them."""
    return BETWEEN_NAMES.join(dict.fromkeys(_apart(names, BETWEEN_NAMES)))


def people_together(names: Iterable[str]) -> str:
    """Return the names of several people in one line; what stands between them is in none of them."""
    return BETWEEN_PEOPLE.join(_apart(names, BETWEEN_PEOPLE))


def _apart(names: Iterable[str], between: str) -> list[str]:
    return [name.replace(between, between.strip()) for name in names if name]
