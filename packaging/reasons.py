"""Find every reason that the core can give for an error, so that the window can say it in its language."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

NOT_OF_THE_WINDOW = (
    "cli/",
    "__main__.py",
    "system/lockdown.py",
    "system/confinement.py",
    "actions/vault/self_check.py",
    "actions/demo.py",
)
FIELDS = {"why", "where", "what_part", "which", "first", "findings", "state"}
SHAPES = {"ShapeError": 0, "Requirement": 0, "matching": 1, "_of_type": 1}
"""By what `records/model/codec` says why a document is refused, and which argument holds the reason."""
SAME_EVERYWHERE = {"Ed25519", "ML-DSA-65", "bag-info.txt", "bagit.txt", "hrddesk.json", "; "}
"""What is the same in every language."""

_PLACE = re.compile(r"\{\d\}")


def given(core: Path) -> set[str]:
    """Return every reason that the package at `core` gives, with {0}, {1} for what is filled in."""
    classes = {
        node.name
        for path in (core / "errors").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    found = set[str]()
    for _, tree in _sources(core):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in classes:
                for keyword in node.keywords:
                    if keyword.arg in FIELDS:
                        found.update(_texts(keyword.value))
            elif isinstance(node, ast.Call) and _name(node.func) in SHAPES:
                found.update(_texts(node.args[SHAPES[_name(node.func)]]))
    return found


def damage(core: Path) -> set[str]:
    """Return the words of every damage that a check finds."""
    tree = ast.parse((core / "store" / "vault" / "check.py").read_text("utf-8"))
    found = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "found":
            found.update(_texts(node.args[2]))
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "words" for target in node.targets
        ):
            found.update(_texts(node.value))
    return found


def alarms(core: Path) -> set[str]:
    """Return the words of every sign that an older copy was put back."""
    tree = ast.parse((core / "store" / "vault" / "folder.py").read_text("utf-8"))
    return {
        text
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name in ("head_agrees", "generation_agrees")
        for inner in ast.walk(node)
        if isinstance(inner, ast.Return) and inner.value is not None
        for text in _texts(inner.value)
    }


def unsaid(reasons: Iterable[str], templates: Iterable[str]) -> list[str]:
    """Return the reasons that no template fits, sorted."""
    known = [re.compile("(.+?)".join(map(re.escape, _PLACE.split(text))), re.DOTALL) for text in templates]
    return sorted(
        reason
        for reason in reasons
        if reason not in SAME_EVERYWHERE and not any(pattern.fullmatch(reason) for pattern in known)
    )


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression can become, with {0}, {1} for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        made, number = "", 0
        for part in node.values:
            if isinstance(part, ast.Constant):
                made += str(part.value)
            else:
                made += f"{{{number}}}"
                number += 1
        yield made
    elif isinstance(node, ast.BoolOp | ast.IfExp):
        parts = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]
        for part in parts:
            yield from _texts(part)


def _name(function: ast.expr) -> str:
    """Return what a function is called, without its module."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _sources(core: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(core.rglob("*.py")):
        name = path.relative_to(core).as_posix()
        if not name.startswith(NOT_OF_THE_WINDOW):
            yield name, ast.parse(path.read_text("utf-8"))
