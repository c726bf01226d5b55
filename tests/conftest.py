"""What every test may use."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.store.vault.session import Session
from tests import campaigns, memory_locks
from tests.made import PASSPHRASE as PASSPHRASE
from tests.made import empty_vault
from tests.said_at_once import SaidAtOnce

# packaging/test.py starts one screen for each test process; whoever calls pytest by hand may have none.
_displays = os.environ.get("HRDDESK_TEST_DISPLAYS", "").split()
if _displays:
    _worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    os.environ["DISPLAY"] = _displays[int(_worker) % len(_displays)]
elif not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Whoever starts the tests under nohup, or in the background of a shell, would have them test ignored signals.
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no failure: pytest-timeout ends what hangs, and what has to be quick has its own figure.
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


_HERE: Final = Path(__file__).parent
_PARTS: Final = {_HERE / "unit", _HERE / "ui"}
_TIME_IS_THE_MATTER: Final = {
    "test_coordinators_day.py",
    "test_events_by_keyboard.py",
    "test_lock.py",
    "test_lock_process.py",
    "test_watchdog.py",
}
# Campaigns about what lies on the disk. How soon something ends and what memory holds is tried as it is.
_FILES_ARE_THE_MATTER: Final = {
    "test_backup_kills.py",
    "test_bit_flips.py",
    "test_every_table.py",
    "test_exchange_killed.py",
    "test_forgetting_killed.py",
    "test_key_changes.py",
    "test_kills.py",
    "test_older_pages.py",
    "test_power.py",
    "test_power_copies.py",
}


def _locks_in_name_only(item: pytest.Item) -> bool:
    if item.path.name in _TIME_IS_THE_MATTER:
        return False
    return not _PARTS.isdisjoint(item.path.parents) or item.path.name in _FILES_ARE_THE_MATTER


def pytest_runtest_protocol(item: pytest.Item) -> None:
    """Let tests of parts, of the window and of files lock memory at no cost; not where there is time."""
    if not campaigns.FULL and _locks_in_name_only(item):
        memory_locks.in_name_only()


def pytest_configure(config: pytest.Config) -> None:
    """Have failures said at once by the process that is seen."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(SaidAtOnce(config))


def _says_seed() -> str:
    return f"The samples of campaigns follow from HRDDESK_SEED={campaigns.SEED!r}."


def pytest_report_header() -> str:
    """Say from which seed the samples of this run follow."""
    return _says_seed()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it again below what failed: with the seed, the same samples are drawn."""
    if terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
        terminalreporter.write_line(_says_seed())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only `test.py --full` runs; put what measures time first, before others leave anything.

    What has its process lock memory in name only comes last.
    """
    items.sort(key=lambda item: (item.path.name not in _TIME_IS_THE_MATTER, _locks_in_name_only(item)))
    if campaigns.FULL:
        return
    long = [item for item in items if item.get_closest_marker("full")]
    items[:] = [item for item in items if not item.get_closest_marker("full")]
    config.hook.pytest_deselected(items=long)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data and public vectors beside the checkout; it is never part of it."""
    if not _SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{_SHARED} is missing")
        pytest.skip(f"{_SHARED} is missing: real data and public vectors are not part of the project")
    return _SHARED


@pytest.fixture
def vault_path(tmp_path: Path) -> Path:
    """Where a test may make a vault."""
    return tmp_path / "desk.hrdv"


@pytest.fixture
def session(vault_path: Path) -> Iterator[Session]:
    """An open, empty vault whose passphrase is `PASSPHRASE`, with the KDF at its floor."""
    opened = Session.open(empty_vault(vault_path), PassphraseSecret(PASSPHRASE))
    yield opened
    opened.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 32 KiB; needs root."""
    if os.geteuid() != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("a small disk needs root")
        pytest.skip("a small disk is mounted, which needs root")
    place = tmp_path / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", str(place)], check=True)
