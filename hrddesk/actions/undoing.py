"""How acts of undo and redo are called, and which act they go back to."""

from typing import Final

from hrddesk.store.store import Store

UNDO: Final = "undo"
REDO: Final = "redo"
"""Acts that undo and redo are called so, with the number of the act that they take back behind it."""

MOST_STEPS: Final = 50
"""So many steps about one text or picture and profile can be taken back."""


def target(name: str) -> int | None:
    """Return the number of the act that an act of this name takes back; None where it is no undo or redo."""
    what, _, number = name.partition(" ")
    return int(number) if what in (UNDO, REDO) and number.isdecimal() else None


def origin(store: Store, act: int) -> str:
    """Return the name of an act; for one of undo or redo that of the act where it all began."""
    while True:
        name = next((entry.what for entry in store.history.of_act(act)), "")
        before = target(name)
        if before is None:
            return name
        act = before


def noted(name: str, profile: str) -> str:
    """Return what the history says of a step: for which profile, unless it takes another one back.

    `profile` is what `profiles.name_in_history` calls it.

    A text or picture may be fit for one profile and not for another.
    """
    return name if target(name) is not None else f"{name} {profile}"
