"""Readers of foreign bytes: what a fuzzer begins with, what it found, and in the full run its search."""

import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz import targets
from tests.unit.bundle import hostile

SECONDS = 30 * 60
TARGETS = targets.seeds()


@pytest.fixture(scope="module")
def read() -> dict[str, Callable[[bytes], None]]:
    return targets.targets()


@pytest.mark.parametrize("name", TARGETS)
def test_what_it_begins_with_breaks_nothing(read: dict[str, Callable[[bytes], None]], name: str) -> None:
    for seed in TARGETS[name]:
        read[name](seed)


def test_what_was_found_breaks_nothing_any_more(read: dict[str, Callable[[bytes], None]]) -> None:
    for path in hostile.FOUND.glob("*"):
        read[path.name.split("-")[0]](path.read_bytes())


def test_an_input_that_takes_too_long_is_a_bug() -> None:
    def busy(data: bytes) -> None:
        start = time.process_time()
        while time.process_time() - start < 0.05:
            sum(data)

    with pytest.raises(AssertionError, match="seconds"):
        targets.timed(busy, 0.01)(b"x")
    targets.timed(busy, 60)(b"x")


def test_a_line_of_texts_that_never_end_takes_no_time(read: dict[str, Callable[[bytes], None]]) -> None:
    read["line"](b"[" * 17 + b'\\"' * 1_000_000)


@pytest.mark.full
@pytest.mark.parametrize("name", TARGETS)
def test_half_an_hour_of_a_fuzzer_breaks_nothing(name: str, tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("packaging/test.py --full installs atheris")
    command = [sys.executable, "-m", "tests.fuzz", name, str(SECONDS), str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", timeout=2 * SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    assert not list(tmp_path.glob(f"{name}-*"))
