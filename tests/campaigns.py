"""How much of a long campaign is tried: a sample, or with HRDDESK_FULL=1 (`test.py --full`) all of it."""

import os
from typing import Final

FULL: Final = bool(os.environ.get("HRDDESK_FULL"))


def tried(whole: int, sample: int) -> int:
    """Return how many of something are tried in this run."""
    return whole if FULL else sample


def uncounted() -> dict[str, str]:
    """Return the environment for a process whose lines are not counted.

    Counting them takes each process 0.3 s and makes it slower by half; what it runs is counted elsewhere.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}
