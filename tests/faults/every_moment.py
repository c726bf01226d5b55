"""Run one command many times, each time with a signal at another place in its code.

The signal comes where Python itself hears one: at the begin of a function, after a call, on the way back in
a loop. Callbacks and finalizers of the libraries are such places too. Each run is a process of its own,
forked after the imports. Prints one line of JSON for every run that did not end as it should.

    every_moment.py DESK SCRATCH SHARE NUMBER COMMAND...

DESK is a folder with a vault `desk.hrdv`; every run gets a copy in SCRATCH. SHARE is how many of the places
are tried, 0 for all. NUMBER is that of the signal.
"""

import dis
import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import hrddesk.__main__  # noqa: F401  (what it says of Ctrl-C)
from hrddesk.actions.vault import vaults
from hrddesk.cli import program
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.system.jobs import Job
from tests import campaigns

Place = tuple[str, str, int]
"""File, function, offset of the instruction before which the signal is heard."""


@cache
def heard_before(code: CodeType) -> frozenset[int]:
    """Return the offsets of the instructions before which Python looks for signals."""
    found, after = set(), False
    for step in dis.get_instructions(code):
        if after:
            found.add(step.offset)
        after = step.opname in ("RESUME", "JUMP_BACKWARD") or step.opname.startswith("CALL")
    return frozenset(found)


class Watch:
    """Notes the places a run comes through, and raises the signal when it comes to one of them."""

    def __init__(self, number: int, wanted: tuple[Place, int] | None) -> None:
        self.number = number
        self.wanted = wanted
        self.times: dict[Place, int] = {}

    def begin(self, frame: FrameType, what: str, _: Any) -> Any:
        """Watch a function, where the signal may come in it: `sys.settrace` takes this."""
        code = frame.f_code
        if self.wanted is not None and self.wanted[0][:2] != (code.co_filename, code.co_qualname):
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self.each

    def each(self, frame: FrameType, what: str, _: Any) -> Any:
        """Count a place, and raise the signal at the chosen one."""
        if what == "opcode" and frame.f_lasti in heard_before(frame.f_code):
            place = (frame.f_code.co_filename, frame.f_code.co_qualname, frame.f_lasti)
            self.times[place] = self.times.get(place, 0) + 1
            if self.wanted == (place, self.times[place]):
                sys.settrace(None)
                signal.raise_signal(self.number)
        return self.each


def run(desk: Path, scratch: Path, words: list[str], watch: Watch) -> int:
    """Fork, run the command on a copy of the desk, and return what `waitpid` says of it."""
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(desk, scratch, symlinks=True)
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.chdir(scratch)
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        os.dup2(os.open(f".{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), descriptor)
    program.report_bugs_everywhere()
    sys.settrace(watch.begin)
    code = program.main([*words, "--vault", "desk.hrdv", "--passphrase-file", "secret"])
    sys.settrace(None)
    if watch.wanted is None:
        Path(".places").write_text(json.dumps([[*place, times] for place, times in watch.times.items()]))
    sys.exit(code)


def wrong(scratch: Path, number: int, code: int, whole: set[str]) -> Iterator[str]:
    """Yield what is not as it should be after a run."""
    said = (scratch / ".stderr").read_text()
    if "bug" in said or "Traceback" in said or "ignored" in said:
        yield said
    if code not in (0, 128 + number, -number):
        yield f"ended with {code}: {said}"
    if code == 0 and not (scratch / ".stdout").read_text():
        yield "did nothing, and said it did"
    left = {path.name for path in (scratch / "out").iterdir()}
    if left not in (set(), whole):
        yield f"left {sorted(left)}"
    there = {path.name for path in (scratch / "desk.hrdv").iterdir()}
    if there != {"keys.bin", "head.bin", "db.sqlite", "att"}:
        yield f"left {sorted(there)} in the vault"
    with vaults.unlock(
        scratch / "desk.hrdv", PassphraseSecret((scratch / "secret").read_text().strip())
    ) as s:
        if s.alarms:
            yield f"alarms {s.alarms}"
        report = vaults.check(s, Job())
    if not report.ok:
        yield f"damage {report.damage}"


def main() -> int:
    """Run the command at the chosen places and return 0; what is wrong is printed."""
    desk, scratch, share, number = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    words = sys.argv[5:]
    if run(desk, scratch, words, Watch(number, None)) != 0:
        raise AssertionError((scratch / ".stderr").read_text())
    whole = {path.name for path in (scratch / "out").iterdir()}
    places: list[tuple[Place, int]] = []
    for file, function, offset, times in json.loads((scratch / ".places").read_text()):
        places += [((file, function, offset), time) for time in sorted({1, times})]
    if share:
        places = campaigns.chance(f"moments {words[0]} {number}").sample(places, min(share, len(places)))
    stopped = 0
    for place, time in places:
        code = run(desk, scratch, words, Watch(number, (place, time)))
        stopped += code != 0
        for what in wrong(scratch, number, code, whole):
            print(json.dumps([*place, time, what]), flush=True)
    print(json.dumps({"places": len(places), "stopped": stopped}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
