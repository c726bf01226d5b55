"""How much of a long campaign is tried: a sample, or with HRDDESK_FULL=1 (`test.py --full`) all of it.

Which sample follows from a seed that changes with every commit: over time the samples cover the whole.
Each run says its seed; HRDDESK_SEED=<that> draws the same samples again.
"""

import os
import random
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

_T = TypeVar("_T")


def is_full(variables: Mapping[str, str]) -> bool:
    """Tell whether campaigns run whole; unset, empty and 0 mean that they do not."""
    return variables.get("HRDDESK_FULL", "") not in ("", "0")


def seed_of(variables: Mapping[str, str], checkout: Path) -> str:
    """Return HRDDESK_SEED, else the beginning of the tree that is checked out, else `no commit`."""
    said = variables.get("HRDDESK_SEED", "")
    if said:
        return said
    try:
        command = ["git", "-C", str(checkout), "rev-parse", "--verify", "--quiet", "HEAD^{tree}"]
        told = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        told = ""
    return told.strip()[:12] or "no commit"


FULL: Final = is_full(os.environ)
SEED: Final = seed_of(os.environ, Path(__file__).resolve().parents[1])


def chance(name: str) -> random.Random:
    """Return what draws the sample of one campaign in this run."""
    return random.Random(f"{SEED} {name}")


def tried(whole: int, sample: int) -> int:
    """Return how many of something are tried in this run."""
    return whole if FULL else sample


def drawn(name: str, whole: Sequence[_T], sample: int) -> list[Any]:
    """Return all as parameters of a test; only a full run tries those that are not in this run's sample."""
    chosen = chance(name).sample(range(len(whole)), sample)
    return [
        value if at in chosen else pytest.param(value, marks=pytest.mark.full)
        for at, value in enumerate(whole)
    ]


def crossed(name: str, ones: Iterable[object], others: Sequence[object], sample: int) -> list[Any]:
    """Return all pairs as parameters of a test; of each one, only a full run tries all others."""
    return [
        pytest.param(one, other, marks=() if other in chosen else pytest.mark.full)
        for one in ones
        for chosen in [chance(f"{name} {one}").sample(others, sample)]
        for other in others
    ]


def uncounted() -> dict[str, str]:
    """Return the environment for a process whose lines are not counted.

    Counting them takes each process 0.3 s and makes it slower by half; what it runs is counted elsewhere.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}
