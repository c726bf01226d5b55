"""Each bundle that breaks a rule is refused by its own error, leaves nothing, costs little memory.

Threat T7.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

import hrddesk.errors
from hrddesk.store.vault.session import Session
from tests.campaigns import FULL, uncounted
from tests.unit.bundle import hostile
from tests.unit.bundle.fixed_desks import reading_desk, right, take
from tests.unit.bundle.forge import traces

MOST: Final = 100
"""By how many MiB a process may grow that reads a bundle, once it has read a small one."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A desk that reads one bundle after the other, and after which nothing has changed."""
    session = reading_desk(tmp_path_factory.mktemp("reader") / "desk.hrdv")
    yield session
    session.close()


def error_of(session: Session, raw: bytes, path: Path) -> str:
    """Return the class of error that refuses a bundle; require that it leaves nothing."""
    before = traces(session)
    try:
        take(session, raw, path)
    except hrddesk.errors.HrdDeskError as error:
        assert traces(session) == before
        return type(error).__name__
    return "none: it was read"


def test_the_right_bundle_is_read(tmp_path: Path) -> None:
    """Show that the others are refused for what is wrong with them alone."""
    session = reading_desk(tmp_path / "desk.hrdv")
    found = take(session, right().seal(), tmp_path / "right.hrdb")
    session.close()
    assert (found.new, found.notices, found.sender) == (1, (), "sender")


def test_each_bundle_is_refused_by_its_own_error(reader: Session, tmp_path: Path) -> None:
    bundles = hostile.everything()
    assert len(bundles) > 150
    refused = {name: error_of(reader, each.raw, tmp_path / "a.hrdb") for name, each in bundles.items()}
    assert refused == {name: each.error.__name__ for name, each in bundles.items()}


def growth(what: str, *folder: Path) -> dict[str, tuple[int, str]]:
    """Have bundles read as `bombs` says; return by name by how many MiB the reader grew, and what it said."""
    script = [sys.executable, "-m", "tests.unit.bundle.bombs", what, *map(str, folder)]
    # Uncounted: who counts lines takes memory, too.
    done = subprocess.run(script, env=uncounted(), capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split(" ", 2) for line in done.stdout.splitlines()]
    return {name: (int(grown), said) for grown, said, name in lines}


def largest(found: Mapping[str, tuple[int, str]]) -> int:
    return max(grown for grown, _ in found.values())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_no_bundle_costs_much_memory(tmp_path: Path) -> None:
    making = [sys.executable, "-m", "tests.unit.bundle.bombs", "make", str(tmp_path)]
    subprocess.run(making, env=uncounted(), timeout=300, check=True)
    found = growth("read", tmp_path)
    assert len(found) == len(list(tmp_path.iterdir())) > 10
    assert {name for name, (_, said) in found.items() if said == "read"} == {
        "a dozen long texts",
        "a long text",
    }
    assert {said for _, said in found.values()} == {"read", "BundleMalformed"}
    assert largest(found) < MOST
    folder = tmp_path / "hostile"
    folder.mkdir()
    written = hostile.write(folder)
    together = growth("together", folder)
    assert len(together) == written
    assert largest(together) < 40


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_who_reads_the_same_lines_without_limits_is_seen_to_take_more() -> None:
    assert largest(growth("json")) > 2 * MOST


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("100,000 receipts", "read"),
        ("16 MiB of contacts", "BundleContactsTooMany"),
        ("the most of everything", "read"),
        *(([("1,000 contacts", "read"), ("250,000 receipts", "read")]) if FULL else []),
        ("250,000 asked for", "BundleAsksTooMuch"),
    ],
)
def test_however_many_receipts_and_contacts_cost_little(tmp_path: Path, name: str, expected: str) -> None:
    making = [sys.executable, "-m", "tests.unit.bundle.bombs", "notes", str(tmp_path), name]
    subprocess.run(making, env=uncounted(), timeout=300, check=True)
    ((grown, said),) = growth("read", tmp_path).values()
    assert said == expected
    assert grown < MOST


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("name", ["250,000 receipts", *(["1,000 contacts"] if FULL else [])])
def test_looking_at_them_costs_little_either(tmp_path: Path, name: str) -> None:
    making = [sys.executable, "-m", "tests.unit.bundle.bombs", "notes", str(tmp_path), name]
    subprocess.run(making, env=uncounted(), timeout=300, check=True)
    ((grown, said),) = growth("look", tmp_path).values()
    assert said == "read"
    assert grown < MOST
