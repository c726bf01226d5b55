"""The place without a network, in which packaging/test.py runs the tests."""

import os
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType

import pytest

Load = Callable[[str], ModuleType]


def test_what_runs_there_finds_no_interface_that_is_up(script: Load) -> None:
    words = script("offline").words()
    if not words:
        assert os.geteuid() != 0 or sys.platform != "linux", "root on Linux can make a namespace"
        pytest.skip("no network namespace can be made here")
    ask = (
        "import socket as s; print(s.socket().connect_ex(('127.0.0.1', 9)), *dict(s.if_nameindex()).values())"
    )
    done = subprocess.run([*words, sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["101", "lo"]  # ENETUNREACH: even the loopback is down


@pytest.mark.parametrize("way", [["false"], ["no-such-command-anywhere"]])
def test_where_it_is_not_possible_the_tests_run_as_they_are(script: Load, way: list[str]) -> None:
    assert script("offline").words(way) == []


def test_only_root_is_asked_for_it(script: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    offline = script("offline")
    monkeypatch.setattr(offline.os, "geteuid", lambda: 1000)
    assert offline.words(["true"]) == []


@pytest.mark.parametrize("possible", [True, False])
def test_the_run_of_the_tests_says_aloud_where_it_runs(
    script: Load, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], possible: bool
) -> None:
    test = script("test")
    monkeypatch.setenv(test.offline.OFFLINE, "1")  # of a run around this one: it says nothing of ours
    monkeypatch.setattr(test.offline, "words", lambda: ["unshare", "--net", "--"] if possible else [])
    ran: list[tuple[list[str], dict[str, str]]] = []

    def note(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        variables = options["env"]
        assert isinstance(variables, dict)
        ran.append((command, variables))
        return subprocess.CompletedProcess(command, 0)

    checks = test.Checks(test.Path(sys.executable), full=False)
    monkeypatch.setattr(test.subprocess, "run", note)
    monkeypatch.setattr(test, "WORKERS", 0)
    folder = test.Path(test.tempfile.mkdtemp())
    try:
        assert checks.tests(folder, [])()
    finally:
        test.shutil.rmtree(folder)
    command, variables = ran[-1]
    assert (command[:3] == ["unshare", "--net", "--"]) is possible
    assert (variables.get("HRDDESK_TESTS_OFFLINE") == "1") is possible
    out = capsys.readouterr().out
    assert ("no network, not even a loopback" in out) is possible
    assert ("No network namespace can be made here" in out) is not possible
