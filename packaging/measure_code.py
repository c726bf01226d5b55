"""Print figures about how readable the code is: `measure_code.py [--docstrings COUNT SEED]`.

The table counts lines, files and folders of the product, circular imports, vague names, sentences that occur
twice, and long commit subjects. With --docstrings the script prints a random sample of docstrings instead,
for somebody to read who does not know the project.
"""

import argparse
import ast
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parents[1]
PRODUCT: Final = ("hrddesk", "ui/hrddesk_ui")
VAGUE: Final = frozenset(
    {"made", "found", "told", "said", "kept", "left", "known", "given", "asked", "shown", "wanted", "held"}
    | {"gone", "there", "other", "whole", "at", "of"}
)
"""Names that do not say what a variable holds."""
_SENTENCE: Final = 25
"""Characters from which a text with a space counts as a sentence."""
_SUBJECT: Final = 72
"""Characters that the subject of a commit may have."""


def modules() -> dict[str, tuple[Path, ast.Module]]:
    """Return the path and the syntax tree of every product module, by its dotted name."""
    trees = {}
    for root in PRODUCT:
        folder = CHECKOUT / root
        for path in sorted(folder.rglob("*.py")):
            name = ".".join(path.relative_to(folder.parent).with_suffix("").parts)
            trees[name.removesuffix(".__init__")] = path, ast.parse(path.read_text("utf-8"))
    return trees


def vague_bindings(tree: ast.AST) -> int:
    """Count the variables and parameters with vague names."""
    names = (
        node.id if isinstance(node, ast.Name) else node.arg
        for node in ast.walk(tree)
        if isinstance(node, ast.arg) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    )
    return sum(name in VAGUE for name in names)


def sentences(tree: ast.AST) -> set[str]:
    """Return the sentences that a module contains as strings, without its docstrings."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if len(node.value) >= _SENTENCE and " " in node.value
    }


def imports(name: str, tree: ast.Module, names: frozenset[str]) -> Iterator[str]:
    """Yield the product modules that a module imports when it is loaded."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                inner = f"{node.module}.{each.name}"
                target = inner if inner in names else node.module
                if target in names and target != name:
                    yield target


def in_circles(arrows: dict[str, set[str]]) -> set[str]:
    """Return the nodes of a directed graph that are on a cycle, or on a path from one cycle to another."""
    nodes = set(arrows)
    while True:
        targets = {target for node in nodes for target in arrows[node] & nodes}
        inner = {node for node in nodes & targets if arrows[node] & nodes}
        if inner == nodes:
            return nodes
        nodes = inner


def long_subjects() -> tuple[int, int]:
    """Return the number of commits whose subject is too long, and the number of all commits."""
    command = ["git", "-C", str(CHECKOUT), "log", "--no-merges", "--format=%s"]
    subjects = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return sum(len(subject) > _SUBJECT for subject in subjects), len(subjects)


def table() -> list[tuple[str, str]]:
    """Return the rows of the table: the name of each measure, and its figure."""
    trees = modules()
    names = frozenset(trees)
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, (path, _) in trees.items()}
    files = Counter(path.parent for path, _ in trees.values())
    largest, most = files.most_common(1)[0]
    arrows = {name: set(imports(name, tree, names)) for name, (_, tree) in trees.items()}
    folders: dict[str, set[str]] = defaultdict(set)
    for name, targets in arrows.items():
        folder = str(trees[name][0].parent)
        folders[folder] |= {str(trees[target][0].parent) for target in targets} - {folder}
    classes = Counter(
        node.name for _, tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    )
    core = set().union(*(sentences(tree) for name, (_, tree) in trees.items() if name.startswith("hrddesk.")))
    window = set().union(
        *(sentences(tree) for name, (_, tree) in trees.items() if name.startswith("hrddesk_ui"))
    )
    too_long, commits = long_subjects()
    return [
        ("lines of the product", f"{sum(lines.values()):,}"),
        ("files", f"{len(trees)}"),
        ("longest file", f"{max(lines.values())} lines"),
        ("folders", f"{len(files)}"),
        ("most files in one folder", f"{most} in {largest.relative_to(CHECKOUT)}"),
        ("modules that import each other in a circle", f"{len(in_circles(arrows))}"),
        ("folders that import each other in a circle", f"{len(in_circles(folders))}"),
        ("variables with vague names", f"{sum(vague_bindings(tree) for _, tree in trees.values())}"),
        ("class names used more than once", f"{sum(count > 1 for count in classes.values())}"),
        ("sentences both in the core and in the window", f"{len(core & window)}"),
        (f"commits with a subject above {_SUBJECT} characters", f"{too_long} of {commits}"),
    ]


def docstrings(count: int, seed: str) -> list[str]:
    """Return a random sample of docstrings, each with its module, its line and its `def` or `class`."""
    written = []
    for name, (_, tree) in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                text = ast.get_docstring(node)
                if text:
                    written.append(f"{name}:{getattr(node, 'lineno', 1)}\n{_head(node)}    {text}")
    return random.Random(seed).sample(written, count)


def _head(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> str:
    """Return the `def` or `class` line to which a docstring belongs; "" for the docstring of a module."""
    if isinstance(node, ast.ClassDef):
        return f"class {node.name}:\n"
    if isinstance(node, ast.FunctionDef):
        result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
        return f"def {node.name}({ast.unparse(node.args)}){result}:\n"
    return ""


def main(arguments: list[str]) -> int:
    """Print the table, or the sample of docstrings."""
    parser = argparse.ArgumentParser(description="Print how readable the code is, in figures.")
    parser.add_argument("--docstrings", nargs=2, metavar=("COUNT", "SEED"))
    options = parser.parse_args(arguments)
    if options.docstrings:
        count, seed = options.docstrings
        for text in docstrings(int(count), seed):
            print(f"{text}\n")
    else:
        for measure, figure in table():
            print(f"{measure:50} {figure}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
