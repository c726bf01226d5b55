"""The small mutator of tests/mutation: its faults are faults, and tests that look see them."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.campaigns import uncounted
from tests.mutation import mutants
from tests.mutation.__main__ import MODULES, WIDER

ROOT = Path(__file__).resolve().parents[2]
SOURCE = '''"""Not "1 < 2" of a document."""
LIMIT: Final[int] = 30


def is_near(day: int, first: int | None) -> bool:
    """Tell it."""
    assert day > 0
    if first is None:
        raise ValueError("no é day")
    note(day, first)
    return not day + 1 > first or day == LIMIT and first != 0
'''.encode()

WHOLE = "11: and, or: not day + 1 > first or day == LIMIT and first != 0"


def test_each_kind_of_fault_is_made_once_for_each_place() -> None:
    found = [mutant.describe(SOURCE) for mutant in mutants.find(SOURCE)]
    assert sorted(found) == sorted([
        "2: constant: 30 -> (31)",
        "8: compared: first is None -> (first is not None)",
        '9: raise: raise ValueError("no é day") -> pass',
        "10: arguments: note(day, first) -> (note(first, day))",
        "10: call: note(day, first) -> pass",
        "11: return: return not day + 1 > first or day == LIMIT and first != 0 -> return None",
        WHOLE + " -> (not day + 1 > first and (day == LIMIT and first != 0))",
        "11: operand: not day + 1 > first or day == LIMIT and first != 0 -> (day == LIMIT and first != 0)",
        "11: operand: not day + 1 > first or day == LIMIT and first != 0 -> (not day + 1 > first)",
        "11: not: not day + 1 > first -> (day + 1 > first)",
        "11: computed: day + 1 -> (day - 1)",
        "11: compared: day + 1 > first -> (day + 1 >= first)",
        "11: constant: 1 -> (2)",
        "11: compared: day == LIMIT -> (day != LIMIT)",
        "11: and, or: day == LIMIT and first != 0 -> (day == LIMIT or first != 0)",
        "11: operand: day == LIMIT and first != 0 -> (day == LIMIT)",
        "11: operand: day == LIMIT and first != 0 -> (first != 0)",
        "11: compared: first != 0 -> (first == 0)",
        "11: constant: 0 -> (1)",
    ])  # fmt: skip


@pytest.mark.parametrize("module", MODULES)
def test_mutants_of_each_module_are_python_and_each_is_another(module: str) -> None:
    source = (ROOT / "hrddesk" / f"{module}.py").read_bytes()
    made = mutants.choose(mutants.find(source), 10, "any")
    trees = {ast.dump(ast.parse(mutant.apply(source))) for mutant in made}
    assert len(trees | {ast.dump(ast.parse(source))}) == 11
    for patterns in (MODULES[module], WIDER.get(module.split("/")[0], [])):
        assert not patterns or any(list((ROOT / "tests" / "unit").glob(pattern)) for pattern in patterns)


def test_the_same_seed_chooses_the_same_and_all_kinds() -> None:
    every = mutants.find((ROOT / "hrddesk" / "crypto" / "age.py").read_bytes())
    assert mutants.choose(every, 20, "a") == mutants.choose(every, 20, "a") != mutants.choose(every, 20, "b")
    assert {mutant.kind for mutant in mutants.choose(every, 20, "a")} == {mutant.kind for mutant in every}
    assert mutants.choose(every, len(every) + 5, "a") == every


def test_the_command_tells_of_a_fault_that_a_test_sees(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    words = ["--module", "crypto/age_header", "--count", "3", "--seed", "smoke", "--mirrored", "--out"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.mutation", *words, str(out)],
        cwd=ROOT,
        env=uncounted(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {row["module"] for row in rows} == {"crypto/age_header"}
    assert "killed" in [row["outcome"] for row in rows]  # nearly all are, whichever are drawn
    assert all(row["what"] in done.stdout for row in rows)
