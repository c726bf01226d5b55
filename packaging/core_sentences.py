"""The search for the sentences of the core that the window shows: its errors, and the reasons of errors.

The sentences of an error class are its attributes `what`, `safe` and `todo`. Every other sentence is in a
call of `Translatable`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

NOT_OF_THE_WINDOW: Final = (
    "cli/",
    "errors/",
    "__main__.py",
    "system/lockdown.py",
    "system/confinement.py",
    "actions/vault/self_check.py",
    "actions/demo.py",
)
_PARTS: Final = ("what", "safe", "todo")
_REASONS: Final = {"why", "where", "what_part", "which", "first", "findings", "state"}
"""The details of an error that the window translates."""
_SHAPES: Final = {"ShapeError": 0, "Requirement": 0, "matching": 1, "_of_type": 1}
"""By what `records/model/codec` says why a document is refused, and which argument holds the reason."""
_SAME_EVERYWHERE: Final = {"Ed25519", "ML-DSA-65", "bag-info.txt", "bagit.txt", "hrddesk.json"}
"""Names that are the same in every language."""


def of_errors(core: Path) -> list[str]:
    """Return the sentences of all error classes of the package at `core`, sorted."""
    values = (
        statement.value
        for error in _error_classes(core)
        for statement in error.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        if isinstance(target, ast.Name) and target.id in _PARTS
    )
    return sorted({str(value.value) for value in values if isinstance(value, ast.Constant) and value.value})


def of_reasons(core: Path) -> list[str]:
    """Return the template of every `Translatable` in the package at `core`, sorted."""
    templates = (
        call.args[0]
        for _, tree in _sources(core)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _name(call.func) == "Translatable"
    )
    return sorted({str(template.value) for template in templates if isinstance(template, ast.Constant)})


def unmarked(core: Path) -> list[str]:
    """Return the places (`file:line`) at which a reason is not in a `Translatable`, so that it stays
    English.
    """
    classes = {error.name for error in _error_classes(core)}
    places = []
    for name, tree in _sources(core):
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call):
                continue
            given: list[ast.expr] = []
            if _name(call.func) in classes:
                given = [keyword.value for keyword in call.keywords if keyword.arg in _REASONS]
            elif _name(call.func) in _SHAPES:
                given = [call.args[_SHAPES[_name(call.func)]]]
            places += [f"{name}:{text.lineno}" for value in given for text in _bare_texts(value)]
    return sorted(places)


def for_lupdate(core: Path) -> str:
    """Return a Python source that marks all sentences of the core for translation by lupdate."""
    sentences = [("Errors", text) for text in of_errors(core)]
    sentences += [("Core", text) for text in of_reasons(core)]
    return "".join(f"QT_TRANSLATE_NOOP({context!r}, {text!r})\n" for context, text in sentences)


def _bare_texts(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the literal texts that an expression may have as its value."""
    if isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in _SAME_EVERYWHERE
    ):
        yield node
    elif isinstance(node, ast.BoolOp | ast.IfExp):
        for part in node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]:
            yield from _bare_texts(part)


def _error_classes(core: Path) -> Iterator[ast.ClassDef]:
    for path in sorted((core / "errors").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name != "Translatable":
                yield node


def _name(function: ast.expr) -> str:
    """Return the name of a called function without the name of its module."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _sources(core: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(core.rglob("*.py")):
        name = path.relative_to(core).as_posix()
        if not name.startswith(NOT_OF_THE_WINDOW):
            yield name, ast.parse(path.read_text("utf-8"))
