"""The whole main job in the window asks for no network: every call for a socket is looked at.

The end-to-end test of the window runs once more below strace, in a pytest of its own, and without the network
lock: what the lock would refuse is opened here, and seen.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
MAIN_JOB = "tests/e2e/test_window.py::test_the_main_job_on_real_data"

# What makes a socket or gives it an address, and what could do so without being named or take another's.
CALLS = ("socket", "socketpair", "connect", "bind", "io_uring_setup", "pidfd_getfd", "bpf")
_CALL = re.compile(rf"^\d+ +((?:{'|'.join(CALLS)})\(.*)$", re.MULTILINE)

PROGRAM = """
import re, sys
import pytest
code = pytest.main(sys.argv[1:])
with open("/proc/self/maps", encoding="utf-8") as maps:
    libraries = set(re.findall(r"/([^/\\n]+)$", maps.read(), re.MULTILINE))
print("MODULES", *sys.modules)
print("LIBRARIES", *libraries)
sys.exit(code)
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.timeout(600)
def test_the_main_job_in_the_window_opens_nothing_but_local_sockets(tmp_path: Path, shared: Path) -> None:
    if not os.environ.get("DISPLAY"):
        if os.environ.get("CI") == "true":
            pytest.fail("there is no display")
        pytest.skip("there is no display; packaging/test.py brings one")
    log = tmp_path / "strace.log"
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "signal=none", "-e", f"trace={','.join(CALLS)}"]
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"]
    done = subprocess.run(
        [
            *(*strace, "-o", str(log), sys.executable, "-c", PROGRAM),
            *(*options, f"--basetemp={tmp_path / 'job'}", MAIN_JOB),
        ],
        cwd=CHECKOUT,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    said, _, rest = done.stdout.partition("MODULES ")
    modules, _, libraries = (set(words.split()) for words in rest.partition("LIBRARIES "))
    assert done.returncode == 0, said[-4000:]
    assert "1 passed" in said
    calls = _CALL.findall(log.read_text("utf-8", "replace"))
    assert any("connect(" in call and "/tmp/.X11-unix/" in call for call in calls)  # it was a real window
    assert [call for call in calls if "AF_UNIX" not in call] == []
    assert {
        "hrddesk_ui.frame.main_window",
        "hrddesk.publish.process.press",
        "hrddesk.bundle.receiving.read",
    } <= modules
    assert "PySide6.QtNetwork" not in modules
    assert any(name.startswith("libQt6Gui") for name in libraries)
    assert [name for name in libraries if "QtNetwork" in name or "Qt6Network" in name] == []


def _environment() -> dict[str, str]:
    """Return the variables for a run on this process's display, neither one worker of many nor measured."""
    ours = ("COVERAGE_", "COV_CORE_", "PYTEST_", "HRDDESK_TEST_DISPLAYS", "HRDDESK_SHOTS", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"QT_QPA_PLATFORM": "xcb"}
