"""Run every check of the project: `python3 packaging/test.py [--quick | --full] [pytest arguments]`.

Like run.py, the script makes the environment first, but also with what the tests need. The tests run without
network, if that is possible. All steps run, even after one failed; the exit code is 1 if any step failed. The
last line counts the tests. --quick takes three minutes and is meant for use between two edits: it runs only
the quickest tests, and does not build the wheel. --full runs the long campaigns in full length (hours). With
arguments for pytest, only those tests run.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent))

import environment
import npm_packages
import offline
import system_packages
from displays import Displays

CHECKOUT = environment.CHECKOUT
WORKERS = 2
# Tests of parts count which lines run; that makes them slower by half, and all others would be, too.
PARTS = ("tests/unit",)
QUICK = tuple(
    f"tests/unit/{part}" for part in ("analysis", "crypto", "interop", "records", "redact", "store")
)
WHOLE = ("tests", "--ignore=tests/unit")
# CI stops everything after 90 minutes, and runs this for two Pythons, for one of them with some tests only:
# end before that, so that what failed is still said.
_SECONDS_FOR_TESTS = 35 * 60
_SECONDS_FOR_TESTS_FULL = 24 * 60 * 60
_SECONDS_FOR_A_CHECK = 15 * 60
_SECONDS_FOR_A_TEST = 15 * 60


class Checks:
    """Runs the checks one after another and remembers which failed."""

    def __init__(self, python: Path, *, full: bool) -> None:
        self._python = python
        self._full = full
        self.failed: list[str] = []
        self.reports: list[Path] = []
        """Of the tests that ran, in JUnit's form."""

    def step(self, title: str, work: Callable[[], bool]) -> None:
        """Run one check, and print its title before and its result after it."""
        print(f"\n===== {title} =====", flush=True)
        began = time.monotonic()
        holds = work()
        print(f"----- {title}: {'ok' if holds else 'FAILED'}, {time.monotonic() - began:.0f} s", flush=True)
        if not holds:
            self.failed.append(title)

    def command(self, *arguments: str) -> Callable[[], bool]:
        """Return a check that runs a module or script in the environment."""
        return lambda: self._run(list(arguments), {}, _SECONDS_FOR_A_CHECK)

    def tests(
        self, folder: Path, arguments: Sequence[str], *, gates: Path | None = None
    ) -> Callable[[], bool]:
        """Return a check that runs pytest on virtual screens; coverage is written to `gates`, if given.

        `folder` receives what the tests leave behind.
        """
        return lambda: self._tests(folder, arguments, gates)

    def _tests(self, folder: Path, arguments: Sequence[str], gates: Path | None) -> bool:
        folder.mkdir(exist_ok=True)
        report = folder / "junit.xml"
        # A process that a test ended is replaced, and the rest goes on; by files, the run would not end.
        command = ["-m", "pytest", "-n", str(WORKERS), "--dist", "worksteal", f"--junitxml={report}"]
        command += ["--durations=40", "--durations-min=3"]  # so that a suite that grows slow shows where
        if gates is not None:
            command += ["--cov", "--cov-report=", f"--cov-report=json:{gates}"]
        command += arguments
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        home = folder / "home"
        home.mkdir()
        extra = {
            "COVERAGE_FILE": str(folder / "coverage"),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
        }
        if self._full:
            extra["HRDDESK_FULL"] = "1"
            command.append("--timeout=14400")
        else:  # what holds the interpreter stops the timer of pytest too, but not this one
            command += ["-o", f"faulthandler_timeout={_SECONDS_FOR_A_TEST}"]
            command += ["-o", "faulthandler_exit_on_timeout=true"]
        place = offline.words()
        if place:
            extra[offline.OFFLINE] = "1"
            print("The tests run where there is no network, not even a loopback.", flush=True)
        else:
            print("No network namespace can be made here: the tests could reach the network.", flush=True)
        with Displays(WORKERS) as displays:
            if len(displays.names) == WORKERS:
                extra["QT_QPA_PLATFORM"] = "xcb"
                extra["HRDDESK_TEST_DISPLAYS"] = " ".join(displays.names)
            else:
                print("No virtual screen could be started: the window is tested without one.", flush=True)
                extra["QT_QPA_PLATFORM"] = "offscreen"
            seconds = _SECONDS_FOR_TESTS_FULL if self._full else _SECONDS_FOR_TESTS
            holds = self._run(command, extra, seconds, place)
        self.reports.append(report)
        return holds

    def _run(
        self, arguments: list[str], extra: dict[str, str], seconds: float, place: Sequence[str] = ()
    ) -> bool:
        variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        theirs = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        for name in (*theirs, offline.OFFLINE):
            variables.pop(name, None)
        variables |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "PYTHONSAFEPATH": "1", **extra}
        try:
            done = subprocess.run(
                [*place, str(self._python), *arguments],
                cwd=CHECKOUT,
                env=variables,
                stdin=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            print(f"Stopped after {seconds:.0f} s.", flush=True)
            return False
        return done.returncode == 0


def counts(reports: Sequence[Path]) -> str:
    """Return `N passed, N failed, N skipped` for JUnit reports, in the form that CI reads."""
    passed = failed = skipped = 0
    for report in reports:
        try:
            cases = list(ElementTree.parse(report).iter("testcase"))
        except (OSError, ElementTree.ParseError):
            failed += 1  # the run did not get as far as its report
            continue
        for case in cases:
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is not None:
                skipped += 1
            else:
                passed += 1
    return f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")


def run(python: Path, *, quick: bool, full: bool, pytest_arguments: list[str]) -> int:
    """Run all checks with the interpreter of the environment; return the exit code."""
    checks = Checks(python, full=full)
    folder = Path(tempfile.mkdtemp(prefix="hrddesk-tests-"))
    try:
        if pytest_arguments:  # some tests alone say nothing about the rest
            checks.step("tests", checks.tests(folder / "some", pytest_arguments))
        else:
            _check(checks, python.parent, folder, quick=quick)
        tests = counts(checks.reports)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"\nFailed: {', '.join(checks.failed)}" if checks.failed else "\nAll checks hold.")
    print(tests, flush=True)
    return 1 if checks.failed else 0


def _check(checks: Checks, scripts: Path, folder: Path, *, quick: bool) -> None:
    checks.step("locks are whole", checks.command("-m", "pip", "--disable-pip-version-check", "check"))
    checks.step("ruff check", checks.command("-m", "ruff", "check", "."))
    checks.step("ruff format", checks.command("-m", "ruff", "format", "--check", "."))
    checks.step("mypy", checks.command("-m", "mypy"))
    checks.step("import contracts", checks.command(str(scripts / "lint-imports"), "--no-logo"))
    checks.step("translations", checks.command("packaging/check_translations.py"))
    checks.step("licences", checks.command("packaging/check_licences.py"))
    checks.step("commits", checks.command("packaging/check_commits.py"))
    if quick:
        checks.step("quick tests", checks.tests(folder / "quick", QUICK))
        return
    gates = folder / "coverage.json"
    checks.step("tests of the parts", checks.tests(folder / "parts", PARTS, gates=gates))
    checks.step("tests of the whole", checks.tests(folder / "whole", WHOLE))
    checks.step("coverage gates", checks.command("packaging/coverage_gates.py", str(gates)))
    checks.step("wheel", checks.command("packaging/check_wheel.py"))


def main(arguments: list[str]) -> int:
    """Make the environment, then run the checks that the command line asks for."""
    parser = argparse.ArgumentParser(description="Run every check of the project.")
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument("--quick", action="store_true", help="run what is needed between two edits")
    how_much.add_argument("--full", action="store_true", help="run the long campaigns whole")
    options, rest = parser.parse_known_args(arguments)
    try:
        python = environment.ensure(tests=True)
        system_packages.provide_tests()
        system_packages.provide_window()
        npm_packages.ensure(python.parent.parent)
        if options.full:
            environment.add(python, environment.FUZZ_LOCK)
    except (environment.SetUpFailed, system_packages.CannotInstall) as error:
        environment.say(f"HRDDesk: {error}")
        return 1
    return run(python, quick=options.quick, full=options.full, pytest_arguments=rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
