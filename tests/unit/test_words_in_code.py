"""Words of languages stand in files under resources/languages: none comes back into what reads texts."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import hrddesk

ROOT = Path(str(hrddesk.__file__)).parent
ROOMS = ("records", "redact", "analysis")
SCRIPTS = {
    "records/language/lookalikes.py": "letters that look like those of another script",
    "records/names/names.py": "how characters of names are read, and Uyghur letters in Latin ones",
    "records/terms/number_shapes.py": "Cyrillic letters that are typed for a capital X",
    "records/language/scripts.py": "Chinese numerals, characters of both writings, Arabic letters",
    "redact/detection/folding.py": "letters that are written in several ways",
    "redact/detection/sounds.py": "which consonant each letter of an alphabet stands for",
}
"""What is of a script, and no word of any language."""
_RANGE = re.compile("[^\x00-\x7f]-[^\x00-\x7f]")
_SIGNS = "º"  # typed for a degree


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each string that is no docstring."""
    apart = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in apart:
            yield node.lineno, node.value


def words_in(source: str) -> list[tuple[int, str]]:
    """Return the letters outside ASCII in the strings of a module; ranges of letters aside."""
    found = ((line, _RANGE.sub("", text)) for line, text in _literals(ast.parse(source)))
    letters = (
        (line, "".join(sign for sign in text if sign not in _SIGNS and _is_letter(sign)))
        for line, text in found
    )
    return [(line, text) for line, text in letters if text]


def _is_letter(sign: str) -> bool:
    return not sign.isascii() and unicodedata.category(sign) in ("Lu", "Ll", "Lt", "Lo", "Nl")


def _modules() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def test_no_word_of_a_language_stands_in_what_reads_texts() -> None:
    found = {str(path.relative_to(ROOT)): words_in(path.read_text("utf-8")) for path in _modules()}
    words = {name: letters for name, letters in found.items() if letters}
    assert words.keys() == SCRIPTS.keys(), {
        name: letters for name, letters in words.items() if name not in SCRIPTS
    }


@pytest.mark.parametrize(
    "source", ['WORDS = ("hotline", "热线")', 'f"(?:{x}|тел)"', "call('هاتف')", 'p = "[a-z〇]"']
)
def test_a_word_in_a_string_is_seen(source: str) -> None:
    assert words_in(source)


@pytest.mark.parametrize("source", ['"""热线"""', "x = 1  # 热线", 'p = "[\u4e00-\u9fffÀ-ÿ]"', 'p = "“”°º"'])
def test_comments_and_ranges_of_letters_are_no_words(source: str) -> None:
    assert not words_in(source)
