"""No pattern that sees foreign text takes longer than its text is worth: while one works nothing locks.

`tests.patterns` finds every pattern of the product by itself. It runs in a process of its own, which is ended
when it hangs: a pattern holds the interpreter.
"""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from hrddesk.records.language.capped_patterns import LONGEST, capped
from tests import patterns
from tests.campaigns import uncounted

_MOST_SECONDS = 400


@pytest.fixture
def ended_in_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(patterns, "_LIMIT", 2.0)  # what takes hours needs no longer to be seen
    before = signal.signal(signal.SIGALRM, patterns.end_look)
    yield
    signal.signal(signal.SIGALRM, before)


@pytest.mark.timeout(_MOST_SECONDS + 30)
def test_every_pattern_grows_with_its_text_or_looks_at_short_text_only() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.patterns"],
        env=uncounted(),
        capture_output=True,
        text=True,
        timeout=_MOST_SECONDS,
        check=True,
    )
    *slow, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert not slow
    assert last["measured"] > 200


def test_a_capped_pattern_looks_at_no_longer_text() -> None:
    pattern = capped("a+b?")
    assert pattern.fullmatch("a" * LONGEST) is not None
    assert pattern.fullmatch("a" * (LONGEST + 1)) is None


@pytest.mark.parametrize(
    ("pattern", "flags", "method"),
    [
        (rb'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL, "finditer"),
        (
            r"(?P<kind>[^:：]*?)\s*(?:[:：]\s*(?P<value>.*?))?\s*(?:\buntil (?P<ends>.+))?",
            re.DOTALL,
            "fullmatch",
        ),
        (r"(?P<raw>.*) \[(?P<since>.*?)\.\.(?P<until>.*)\]", re.DOTALL, "fullmatch"),
        (r"(?:a+)+c", 0, "match"),
        (r"\s+$", 0, "finditer"),
    ],
)
@pytest.mark.usefixtures("ended_in_time")
def test_patterns_that_took_hours_are_seen(pattern: Any, flags: int, method: str) -> None:
    found = patterns.Found(re.compile(pattern, flags), "here", method, is_capped=False)
    assert patterns.slow_on(found) is not None


@pytest.mark.usefixtures("ended_in_time")
def test_a_pattern_that_is_slow_on_short_text_too_is_no_better_for_being_capped() -> None:
    slow = patterns.Found(re.compile(r"(?:a+)+c"), "here", "fullmatch", is_capped=True)
    assert patterns.slow_on(slow) is not None


def test_a_pattern_within_a_function_is_found_with_what_the_function_calls_its_parts() -> None:
    found = patterns.all_patterns("hrddesk.publish.typesetting.linebreak")
    within = [each for each in found if each.where.startswith("hrddesk.publish.typesetting.linebreak:")]
    assert any("\u0f00-\u0fff" in each.pattern.pattern for each in within)
