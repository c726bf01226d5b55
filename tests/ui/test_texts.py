"""Each text of `tests.ui.texts` stands in the catalogue, or is a label that is shipped: tests look for it."""

import csv
import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from tests.ui import texts

_RESOURCES: Final = Path(__file__).parents[2] / "resources"
_CATALOGUES: Final = _RESOURCES / "i18n"
_VALUE: Final = re.compile(r"%L?(?:\d|n)|\{\w*\}")


@cache
def _sources() -> list[str]:
    """Return all sources, English plural forms and labels, with a letter where the window puts a value."""
    sources = ElementTree.parse(_CATALOGUES / "hrddesk_zh_CN.ts").iter("source")
    plurals = ElementTree.parse(_CATALOGUES / "hrddesk_en.ts").iter("numerusform")
    texts_of_window = [text.text or "" for text in (*sources, *plurals)]
    return [_VALUE.sub("\0", text) for text in texts_of_window + _labels() + _countries()]


def _labels() -> list[str]:
    """Return the English labels of the shipped vocabularies and captions."""
    labels = []
    for table in (*_RESOURCES.rglob("vocabularies/*.csv"), *_RESOURCES.glob("captions/*.csv")):
        with table.open(encoding="utf-8", newline="") as rows:
            labels += [row["label@en"] for row in csv.DictReader(rows)]
    return labels


def _countries() -> list[str]:
    """Return the English labels of countries, of their limits and of the stages of their proceedings."""
    files = _RESOURCES.glob("countries/*/country.toml")
    return [label for file in files for label in re.findall(r'\ben = "(.*?)"', file.read_text("utf-8"))]


def _named() -> list[tuple[str, str]]:
    modules = [
        importlib.import_module(f"{texts.__name__}.{each.name}")
        for each in pkgutil.iter_modules(texts.__path__)
    ]
    return [
        (f"{module.__name__}.{name}", text)
        for module in modules
        for name, text in vars(module).items()
        if name.isupper()
    ]


@pytest.mark.parametrize(("name", "text"), _named())
def test_a_text_that_tests_look_for_is_in_the_catalogue(name: str, text: str) -> None:
    wanted = _VALUE.sub("\0", text)
    assert any(wanted in source for source in _sources()), f"{name} is in no text of the window"
