"""Documents of the repository name files that are there."""

import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import pytest

CHECKOUT: Final = Path(__file__).resolve().parents[2]
_DOCUMENTS: Final = sorted(
    path.relative_to(CHECKOUT)
    for folder in ("hrddesk", "ui", ".github", ".")
    for path in (CHECKOUT / folder).glob("*.md" if folder == "." else "**/*.md")
)
_NAMED: Final = re.compile(r"`([\w./{},*-]+\.(?:py|md|toml|csv|txt|ts|in))`")
_LINKED: Final = re.compile(r"\]\(([\w./-]+)(?:#[\w-]+)?\)")
_DOCUMENT: Final = re.compile(r"\b[A-Z][A-Z-]+\.md\b")
_TO_BE_WRITTEN: Final = {"resources/languages/CODE/words.toml"}


def _spelled_out(name: str) -> list[str]:
    """Return the names that `a/{b,c}.py` stands for."""
    parts = [part.split(",") for part in re.split(r"[{}]", name)]
    return ["".join(each) for each in product(*parts)]


@cache
def _names() -> frozenset[str]:
    folders = [CHECKOUT / name for name in ("hrddesk", "ui", "resources", "packaging", "tests")]
    below = (path for folder in folders for path in folder.rglob("*.*"))
    return frozenset(path.name for path in (*below, *CHECKOUT.glob("*.*")))


def _is_there(document: Path, name: str) -> bool:
    """Tell whether there is a file of this name, or at this path below one of the places to begin at."""
    if "/" not in name and "*" not in name:
        return name in _names()
    places = [CHECKOUT, (CHECKOUT / document).parent, CHECKOUT / "hrddesk", CHECKOUT / "ui/hrddesk_ui"]
    return any(next(place.glob(name), None) is not None for place in places)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=str)
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    text = (CHECKOUT / document).read_text("utf-8")
    names = [name for found in _NAMED.findall(text) for name in _spelled_out(found)]
    missing = {name for name in names if not _is_there(document, name)} - _TO_BE_WRITTEN
    missing |= {link for link in _LINKED.findall(text) if not (CHECKOUT / document.parent / link).exists()}
    assert not missing


def test_code_names_only_documents_that_are_there() -> None:
    folders = ("hrddesk", "ui", "packaging", "tests")
    sources = (path for folder in folders for path in (CHECKOUT / folder).rglob("*.py"))
    named = {name for path in sources for name in _DOCUMENT.findall(path.read_text("utf-8"))}
    assert named <= _names()


def test_ci_names_only_tests_that_are_there() -> None:
    named = re.findall(r"\btests/[\w./]+", (CHECKOUT / ".ci/run").read_text("utf-8"))
    assert named
    assert [name for name in named if not (CHECKOUT / name).exists()] == []
