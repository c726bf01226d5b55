"""Small faults that are put into a module, one at a time, to see whether a test fails.

Each is one edit of the source: a comparison turned round, an operand of `and` or `or` left out, a constant
moved, a `raise` or a call left out, a sign, a `not`, an answer, two arguments changed for each other. No
mutant is made of what only types, documents or asserts.
"""

import ast
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_COMPARED: Final[Mapping[type[ast.cmpop], ast.cmpop]] = {
    ast.Lt: ast.LtE(), ast.LtE: ast.Lt(), ast.Gt: ast.GtE(), ast.GtE: ast.Gt(), ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(), ast.In: ast.NotIn(), ast.NotIn: ast.In(), ast.Is: ast.IsNot(), ast.IsNot: ast.Is(),
}  # fmt: skip
_COMPUTED: Final[Mapping[type[ast.operator], ast.operator]] = {
    ast.Add: ast.Sub(), ast.Sub: ast.Add(), ast.Mult: ast.FloorDiv(), ast.FloorDiv: ast.Mult(),
    ast.BitAnd: ast.BitOr(), ast.BitOr: ast.BitAnd(), ast.LShift: ast.RShift(), ast.RShift: ast.LShift(),
    ast.Mod: ast.FloorDiv(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One edit: the bytes of the source from `start` to `end` become `text`."""

    line: int
    kind: str
    start: int
    end: int
    text: str

    def apply(self, source: bytes) -> bytes:
        """Return the source with the fault in it."""
        return source[: self.start] + self.text.encode() + source[self.end :]

    def describe(self, source: bytes) -> str:
        """Return one line that says what was changed into what."""
        before = " ".join(source[self.start : self.end].decode().split())
        return f"{self.line}: {self.kind}: {before} -> {' '.join(self.text.split())}"


def find(source: bytes) -> list[Mutant]:
    """Return every mutant of a module, in the order of the source."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node in _executed(ast.parse(source)):
        for kind, text in _edits(node):
            assert isinstance(node, ast.expr | ast.stmt)
            assert node.end_lineno is not None
            assert node.end_col_offset is not None
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[node.end_lineno - 1] + node.end_col_offset
            found.append(Mutant(node.lineno, kind, start, end, text))
    return sorted(found, key=_place)


def choose(mutants: list[Mutant], count: int, seed: str) -> list[Mutant]:
    """Return so many mutants, drawn kind by kind, so that a common kind does not crowd out the others."""
    drawn = random.Random(seed)
    kinds = sorted({mutant.kind for mutant in mutants})
    heaps = {kind: [mutant for mutant in mutants if mutant.kind == kind] for kind in kinds}
    for heap in heaps.values():
        drawn.shuffle(heap)
    chosen: list[Mutant] = []
    while len(chosen) < min(count, len(mutants)):
        for kind in drawn.sample(kinds, len(kinds)):
            if heaps[kind] and len(chosen) < count:
                chosen.append(heaps[kind].pop())
    return sorted(chosen, key=_place)


def _place(mutant: Mutant) -> tuple[int, int, str]:
    return mutant.start, mutant.end, mutant.text


def _executed(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that are run to answer something: no types, documents, assertions, f-strings."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, ast.AST) or isinstance(node, ast.Assert | ast.JoinedStr):
                continue
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
                continue
            if isinstance(node, ast.expr | ast.stmt):
                yield node
            yield from _executed(node)


def _edits(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the kind and the new text of each edit of one node itself."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            ops = [*node.ops[:at], _COMPARED[type(op)], *node.ops[at + 1 :]]
            yield "compared", _expression(ast.Compare(node.left, ops, node.comparators))
    elif isinstance(node, ast.BoolOp):
        other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield "and, or", _expression(ast.BoolOp(other, node.values))
        for at in range(len(node.values)):
            left = node.values[:at] + node.values[at + 1 :]
            yield "operand", _expression(left[0] if len(left) == 1 else ast.BoolOp(node.op, left))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", _expression(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in _COMPUTED and not _is_text(node):
        yield "computed", _expression(ast.BinOp(node.left, _COMPUTED[type(node.op)], node.right))
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield "constant", str(not node.value if isinstance(node.value, bool) else f"({node.value + 1})")
    elif isinstance(node, ast.Raise):
        yield "raise", "pass"
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "call", "pass"
    elif isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != "None":
        yield "return", "return None"
    elif isinstance(node, ast.Call) and len(node.args) > 1:
        first, second, *rest = node.args
        starred = isinstance(first, ast.Starred) or isinstance(second, ast.Starred)
        if not starred and ast.unparse(first) != ast.unparse(second):
            yield "arguments", _expression(ast.Call(node.func, [second, first, *rest], node.keywords))


def _is_text(node: ast.BinOp) -> bool:
    """Tell whether a sum is one of texts, which has no difference."""
    plain: Callable[[ast.expr], bool] = lambda part: (  # noqa: E731  (one line, asked twice)
        isinstance(part, ast.JoinedStr)
        or (isinstance(part, ast.Constant) and not isinstance(part.value, int))
    )
    return plain(node.left) or plain(node.right)


def _expression(node: ast.expr) -> str:
    return f"({ast.unparse(ast.fix_missing_locations(node))})"
