"""The display names of parties on the screen and in the command line; no publication uses them."""

from collections.abc import Iterable
from typing import Final

from hrddesk.records.model.record import Record

BETWEEN_NAMES: Final = " / "
"""The separator between the names of one person. It is no dot: 热依拉·阿布来提 has one in the name."""
BETWEEN_PEOPLE: Final = "; "
"""The separator between the names of several people."""


def display_name(party: Record) -> str:
    """Return the main names of a party in all scripts, `Hu Lan / 胡岚`.

    If the party has no main name, return the first name in its list of names.
    """
    named = [
        (str(item.get("name", "")), item.get("kind") in (None, "main")) for item in party.values("names")
    ]
    chosen = [name for name, main in named if main and name] or [name for name, _ in named if name][:1]
    return names_together(chosen)


def names_together(names: Iterable[str]) -> str:
    """Join the names of one person. A ` / ` within a name becomes `/`, to differ from the separator."""
    return BETWEEN_NAMES.join(dict.fromkeys(_apart(names, BETWEEN_NAMES)))


def people_together(names: Iterable[str]) -> str:
    """Join the names of several people. A `; ` within a name becomes `;`, to differ from the separator."""
    return BETWEEN_PEOPLE.join(_apart(names, BETWEEN_PEOPLE))


def _apart(names: Iterable[str], between: str) -> list[str]:
    return [name.replace(between, between.strip()) for name in names if name]
