"""The page "What it protects against, and what not": each of its claims names tests, and they exist.

Each of its sections has an id, by which SECURITY.md lists it and tests cite it.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk.system import paths

CHECKOUT = Path(__file__).resolve().parents[2]
HEADS = {"en": ("**Protected:**", "**Not protected:**"), "zh_CN": ("**能防：**", "**不能防：**")}
_CLAIM = re.compile(r"^- (.+) \[(\d+(?:, \d+)*)\]$")
_SECTION = {"en": re.compile(r"^## (.+) \((T\d+)\)$"), "zh_CN": re.compile(r"^## (.+)（(T\d+)）$")}
_CITED = re.compile(r"\bThreats? (T\d+(?:(?:, | and )T\d+)*)\.")
_LISTED = re.compile(r"^\| (T\d+) \| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
_TEST = re.compile(r"^(\d+)\. `(.+)`$")


class _Page:
    """The page in one language, read by its lines."""

    def __init__(self, language: str) -> None:
        lines = (paths.resources() / "help" / language / "protects.md").read_text("utf-8").splitlines()
        self.tests = {int(found[1]): found[2] for line in lines if (found := _TEST.match(line))}
        self.claims: list[tuple[str, frozenset[int]]] = []
        self.without: list[str] = []  # claims that name no test
        self.limits: list[int] = []  # of each section: how many things it does not protect
        self.sections: dict[str, str] = {}  # what each is called, by its id
        self.heads = 0
        self.named: dict[str, set[int]] = {}  # the tests of each section, by its id
        promised = False
        for line in lines:
            if line.startswith("## "):
                promised = False
                self.limits.append(0)
                self.heads += 1
                if head := _SECTION[language].match(line):
                    assert head[2] not in self.sections, "an id stands twice"
                    self.sections[head[2]] = head[1]
                    self.named[head[2]] = set()
            elif line in HEADS[language]:
                promised = line == HEADS[language][0]
            elif line.startswith("- ") and promised:
                found = _CLAIM.match(line)
                if found is None:
                    self.without.append(line)
                else:
                    self.claims.append((found[1], frozenset(map(int, found[2].split(", ")))))
                    if self.sections:
                        self.named[list(self.sections)[-1]] |= self.claims[-1][1]
            elif line.startswith("- "):
                self.limits[-1] += 1
        self.limits.pop()  # the list of the tests


@pytest.mark.parametrize("language", HEADS)
def test_every_claim_names_tests_and_every_threat_its_limits(language: str) -> None:
    page = _Page(language)
    assert len(page.claims) > 20
    assert page.without == []
    assert list(page.tests) == list(range(1, len(page.tests) + 1))
    assert frozenset[int]().union(*(numbers for _, numbers in page.claims)) == frozenset(page.tests)
    assert len(page.limits) > 10
    assert 0 not in page.limits


def test_both_languages_promise_the_same() -> None:
    english, chinese = (_Page(language) for language in HEADS)
    assert english.tests == chinese.tests
    assert [numbers for _, numbers in english.claims] == [numbers for _, numbers in chinese.claims]
    assert english.limits == chinese.limits


def test_every_section_has_an_id_by_which_security_md_lists_it() -> None:
    english, chinese = (_Page(language) for language in HEADS)
    assert len(english.sections) == english.heads - 1  # but the list of the tests
    assert list(english.sections) == list(chinese.sections)
    numbers = sorted(int(each[1:]) for each in english.sections)
    assert numbers == list(range(1, len(numbers) + 1))
    listed = _LISTED.findall((CHECKOUT / "SECURITY.md").read_text("utf-8"))
    assert dict(listed) == english.sections
    assert len(listed) == len(english.sections)


def test_every_section_that_promises_is_cited_by_a_test_that_it_names() -> None:
    page = _Page("en")
    cited: dict[str, set[str]] = {}
    for path in (CHECKOUT / "tests").rglob("test_*.py"):
        said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        for found in _CITED.finditer(said):
            for each in re.findall(r"T\d+", found[1]):
                cited.setdefault(each, set()).add(str(path.relative_to(CHECKOUT)))
    assert set(cited) == {each for each, tests in page.named.items() if tests}
    for each, modules in cited.items():
        assert modules <= {page.tests[number].partition("::")[0] for number in page.named[each]}, each


@pytest.mark.timeout(180)
def test_the_tests_that_are_named_exist() -> None:
    named = sorted(set(_Page("en").tests.values()))
    options = ["--collect-only", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST_"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *named],
        cwd=CHECKOUT,
        env=kept,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    collected = {line.partition("[")[0] for line in done.stdout.splitlines() if "::" in line}
    assert set(named) <= collected
