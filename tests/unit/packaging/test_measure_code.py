"""Names that say nothing only become fewer; the version stands in two files that agree."""

import tomllib
from collections.abc import Callable
from types import ModuleType
from typing import Final

from hrddesk.system import product

MOST_VAGUE: Final = 132
"""The number of variables with a vague name. Lower it when there are fewer; nobody raises it."""


def test_names_that_say_nothing_become_fewer(script: Callable[[str], ModuleType]) -> None:
    measure = script("measure_code")
    counts = {name: measure.vague_bindings(tree) for name, (_, tree) in measure.modules().items()}
    assert sum(counts.values()) <= MOST_VAGUE, "say what a variable holds: see packaging/measure_code.py"
    assert MOST_VAGUE - sum(counts.values()) < 10, f"lower MOST_VAGUE to {sum(counts.values())}"


def test_the_version_is_that_of_the_package(script: Callable[[str], ModuleType]) -> None:
    project = script("measure_code").CHECKOUT / "pyproject.toml"
    assert tomllib.loads(project.read_text("utf-8"))["project"]["version"] == product.VERSION
