"""How long every regular expression of the product takes on text that is made to keep it busy.

Run as `python -m tests.patterns [MODULE ...]`: it prints one line of JSON for each pattern that does not grow
linearly, and how many there are. It tries a sample of texts, as tests/campaigns.py says. Nothing is listed by
hand. Patterns are found in what the modules hold, and in the source where one is written within a function;
names that stand there for a text count as the letter x.
"""

import ast
import importlib
import itertools
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, Final, Never

import hrddesk
import hrddesk_ui
from hrddesk.records.language.capped_patterns import LONGEST, Capped
from tests.campaigns import chance, tried

_PARSER: Any = importlib.import_module("re._parser")
_ANYWHERE: Final = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
_METHODS: Final = _ANYWHERE | {"match", "fullmatch"}
_FIRST: Final = 1_000
"""Characters of the first look at a text."""
_SUSPECT: Final = 0.001
"""Seconds for them that a pattern may take unseen: steps for each pair of characters take ten times that."""
_LENGTHS: Final = (2_000, 16_000)
_LINEAR: Final = 24.0
"""How many times as long eight times the text may take: 8 is linear, 64 is quadratic."""
_LIMIT: Final = 8.0
"""Seconds after which one look is ended, and the pattern called endless."""
CAPPED_SECONDS: Final = 0.05
_FILLERS: Final = ("x", "1", " ", "\n", "一")
_MOST_PIECES: Final = 120
_PIECES_OF_A_SAMPLE: Final = 12


class Endless(Exception):
    """One look at a text took too long."""


@dataclass(frozen=True)
class Found:
    """A pattern, where it stands, in which way it is used, and whether its text is capped."""

    pattern: "re.Pattern[Any]"
    where: str
    method: str
    is_capped: bool


# --- finding ---------------------------------------------------------------------------------------------


def modules() -> Iterator[ModuleType]:
    """Import and yield every module of the product."""
    for package in (hrddesk, hrddesk_ui):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def all_patterns(*names: str) -> list[Found]:
    """Return every pattern of these modules, or of all, each once for every way in which it is used."""
    loaded = [importlib.import_module(name) for name in names] or list(modules())
    trees = {module.__name__: ast.parse(Path(str(module.__file__)).read_text("utf-8")) for module in loaded}
    own = {name: _methods_of(tree) for name, tree in trees.items()}
    everywhere: dict[str, set[str]] = {}
    for uses in own.values():
        for name, called in uses.items():
            everywhere.setdefault(name, set()).update(called)
    found: dict[tuple[Any, ...], Found] = {}
    for module in loaded:
        tree = trees[module.__name__]
        in_module = {
            node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in _METHODS
        }
        held = list(_held_by_module(module))
        for name, pattern, method, is_capped in held:
            uses = own[module.__name__] if name.startswith("_") else everywhere
            methods: Iterable[str] = {method} if method else uses.get(name) or in_module or _METHODS
            for each in _kinds(methods):
                _add(found, Found(pattern, f"{module.__name__}.{name}", each, is_capped))
        known = {pattern.pattern for _, pattern, _, _ in held}
        for place, pattern, method in _written(tree, module, known):
            for each in _kinds({method} if method in _METHODS else in_module or _METHODS):
                _add(found, Found(pattern, place, each, is_capped=False))
    return list(found.values())


def _add(found: dict[tuple[Any, ...], Found], each: Found) -> None:
    key = each.pattern.pattern, each.pattern.flags, each.method, each.is_capped
    found.setdefault(key, each)


def _kinds(methods: Iterable[str]) -> set[str]:
    return {"finditer" if method in _ANYWHERE else method for method in methods}


def _methods_of(tree: ast.Module) -> dict[str, set[str]]:
    """Return by which methods each name of a module is used, also where a loop goes through what it holds."""
    made: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        for name, method in _named(node):
            made.setdefault(name, set()).add(method)
        loops = [node] if isinstance(node, ast.For) else getattr(node, "generators", [])
        for loop in loops:
            goes = {each.id for each in ast.walk(loop.target) if isinstance(each, ast.Name)}
            used = {method for each in ast.walk(node) for name, method in _named(each) if name in goes}
            for each in ast.walk(loop.iter):
                if isinstance(each, ast.Name):
                    made.setdefault(each.id, set()).update(used)
    return made


def _named(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Attribute) and node.attr in _METHODS:
        if isinstance(node.value, ast.Name):
            yield node.value.id, node.attr
        elif isinstance(node.value, ast.Attribute):
            yield node.value.attr, node.attr


def _held_by_module(module: ModuleType) -> Iterator[tuple[str, "re.Pattern[Any]", str, bool]]:
    seen: set[int] = set()
    for name, value in list(vars(module).items()):
        if getattr(value, "__module__", module.__name__) == module.__name__ or not isinstance(value, type):
            for pattern, method, is_capped in _held(value, seen):
                yield name, pattern, method, is_capped


def _held(value: Any, seen: set[int]) -> Iterator[tuple["re.Pattern[Any]", str, bool]]:
    if isinstance(value, re.Pattern):
        yield value, "", False
    elif isinstance(value, Capped):
        yield value.pattern, "", True
    elif isinstance(getattr(value, "__self__", None), re.Pattern):
        yield value.__self__, value.__name__, False
    elif id(value) in seen:
        return
    elif _is_compiled_when_needed(value):
        seen.add(id(value))
        yield from _held(value(), seen)
    elif isinstance(value, (tuple, list, set, frozenset, dict)):
        seen.add(id(value))
        inner = [*value.keys(), *value.values()] if isinstance(value, dict) else list(value)
        if len(inner) <= 5_000:
            for each in inner:
                yield from _held(each, seen)
    elif isinstance(value, type) and value.__module__.startswith("hrddesk"):
        seen.add(id(value))
        for each in list(vars(value).values()):
            yield from _held(each, seen)


def _is_compiled_when_needed(value: Any) -> bool:
    """Tell whether this is a cached function that returns patterns, and takes nothing."""
    inner = getattr(value, "__wrapped__", None)
    returned = str(getattr(inner, "__annotations__", {}).get("return"))
    is_cached = hasattr(value, "cache_clear") and not signature(value).parameters
    return is_cached and ("Pattern" in returned or "Capped" in returned)


def _written(
    tree: ast.Module, module: ModuleType, known: set[Any]
) -> Iterator[tuple[str, "re.Pattern[Any]", str]]:
    """Yield the patterns that stand in calls of `re`, those within functions among them."""
    scopes: dict[ast.AST, Mapping[str, Any]] = dict.fromkeys(ast.walk(tree), vars(module))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            scope = dict(vars(module))
            for node in ast.walk(function):
                scopes[node] = scope
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], (ast.Name, ast.Tuple)):
                    _assign(node.targets[0], node.value, scope)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        owner = node.func.value
        if not (
            isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr in _METHODS | {"compile"}
        ):
            continue
        text = _evaluated(node.args[0], scopes[node])
        if text in known:
            continue
        places = {"sub": 4, "subn": 4, "split": 3}
        at = 1 if node.func.attr == "compile" else places.get(node.func.attr, 2)
        given = node.args[at : at + 1] + [word.value for word in node.keywords if word.arg == "flags"]
        flags = _evaluated(given[0], scopes[node]) if given else 0
        if not isinstance(text, str | bytes):
            raise TypeError(f"{module.__name__}:{node.lineno}: the pattern is no text")
        pattern = re.compile(text, flags if isinstance(flags, int) else 0)
        yield f"{module.__name__}:{node.lineno}", pattern, node.func.attr


def _assign(target: ast.expr, value: ast.expr, scope: dict[str, Any]) -> None:
    """Remember what a function calls a text that its pattern is made of."""
    names = target.elts if isinstance(target, ast.Tuple) else [target]
    values = value.elts if isinstance(value, ast.Tuple) and isinstance(target, ast.Tuple) else [value]
    if len(names) == len(values):
        for name, each in zip(names, values, strict=True):
            if isinstance(name, ast.Name):
                scope[name.id] = _evaluated(each, scope)


def _evaluated(node: ast.expr, scope: Mapping[str, Any]) -> Any:
    """Return what a text is within a scope; what only a call of the function knows is the letter x."""
    plain = (ast.JoinedStr, ast.Constant, ast.Name, ast.Attribute, ast.BinOp)
    is_escape = isinstance(node, ast.Call) and ast.unparse(node.func) == "re.escape"
    if isinstance(node, plain) or is_escape:
        try:
            return eval(compile(ast.Expression(node), "pattern", "eval"), dict(scope))  # noqa: S307  (our own source)
        except Exception:  # noqa: BLE001  a name that only the call knows
            pass
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else str(_evaluated(part.value, scope))
            for part in node.values
            if isinstance(part, (ast.Constant, ast.FormattedValue))
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _evaluated(node.left, scope), _evaluated(node.right, scope)
        return left + right if isinstance(left, str) and isinstance(right, str) else "x"
    return "x"


# --- texts that keep a pattern busy -----------------------------------------------------------------------


def pieces(pattern: "re.Pattern[Any]") -> list[str]:
    """Return small pieces of a pattern's own alphabet: its words, its letters, and two of them together."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words: dict[str, None] = {}
    letters: dict[str, None] = {}
    _walk(_PARSER.parse(text, pattern.flags & ~re.UNICODE & ~re.DEBUG), words, letters)
    single = list(dict.fromkeys([*words, *list(letters)[:24], *_FILLERS]))
    both = (a + b for a, b in itertools.product(single, repeat=2))
    made = list(dict.fromkeys([*single, *both]))
    if len(made) <= _MOST_PIECES:
        return made
    rest = made[len(single) :]
    step = max(1, len(rest) // max(1, _MOST_PIECES - len(single)))
    return [*single, *rest[::step]]


def _walk(parsed: Any, words: dict[str, None], letters: dict[str, None]) -> None:
    run = ""
    for operation, argument in parsed:
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument)
            letters[chr(argument)] = None
            continue
        if len(run) > 1:
            words[run] = None
        run = ""
        if name == "NOT_LITERAL":
            letters[chr(argument)] = None
        elif name == "IN":
            _walk_set(argument, letters)
        elif name == "BRANCH":
            for branch in argument[1]:
                _walk(branch, words, letters)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _walk(argument[2], words, letters)
        elif name == "SUBPATTERN":
            _walk(argument[3], words, letters)
        elif name in ("ASSERT", "ASSERT_NOT"):
            _walk(argument[1], words, letters)
        elif name == "ATOMIC_GROUP":
            _walk(argument, words, letters)
        elif name == "GROUPREF_EXISTS":
            for branch in argument[1:]:
                if branch is not None:
                    _walk(branch, words, letters)
    if len(run) > 1:
        words[run] = None


def _walk_set(items: Any, letters: dict[str, None]) -> None:
    categories = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
    for number, (operation, argument) in enumerate(items):
        if number > 8:
            break
        if str(operation) == "LITERAL":
            letters[chr(argument)] = None
        elif str(operation) == "RANGE":
            letters[chr(argument[0])] = None
        elif str(operation) == "CATEGORY":
            letters[categories.get(str(argument), "-")] = None


# --- measuring --------------------------------------------------------------------------------------------


def end_look(_number: int, _frame: FrameType | None) -> Never:
    """End a look at a text, as the handler of SIGALRM."""
    raise Endless


def _taken(found: Found, text: str) -> float:
    """Return how many seconds one look takes; `Endless` after the limit."""
    subject: Any = text if isinstance(found.pattern.pattern, str) else text.encode("utf-8")
    look: Callable[[Any], Any] = getattr(found.pattern, found.method)
    signal.setitimer(signal.ITIMER_REAL, _LIMIT)
    try:
        start = time.process_time()
        made = look(subject)
        if found.method == "finditer":
            for _ in made:
                pass
        return time.process_time() - start
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def slow_on(found: Found, most_pieces: int = sys.maxsize) -> dict[str, Any] | None:
    """Return on what a pattern grows faster than its text, and how; None where it is linear, or capped.

    Texts are made of all pieces of its alphabet, or of so many that are drawn from them.
    """
    units = pieces(found.pattern)
    for unit in chance(found.where).sample(units, min(most_pieces, len(units))):
        for before, behind in (("", ""), ("x", "y"), ("", "\0"), (unit + "x ", "")):
            made = _made(unit, before, behind, _FIRST)
            try:
                if _taken(found, made) < _SUSPECT:
                    continue
                if found.is_capped:
                    taken = min(_taken(found, _made(unit, before, behind, LONGEST)) for _ in range(3))
                    if taken > CAPPED_SECONDS:
                        return _told(found, unit, before, behind, taken)
                    continue
                # A busy machine makes a look slow now and then, and not ten times.
                short, long = 1.0, _LINEAR + 1
                for _ in range(10):
                    short = min(short, _taken(found, _made(unit, before, behind, _LENGTHS[0])))
                    long = min(long, _taken(found, _made(unit, before, behind, _LENGTHS[1])))
                    if long <= _LINEAR * short or long > 1000 * _SUSPECT:
                        break
            except Endless:
                return _told(found, unit, before, behind, _LIMIT)
            if long > max(_LINEAR * short, 4 * _SUSPECT):
                return _told(found, unit, before, behind, long)
    return None


def _made(unit: str, before: str, behind: str, length: int) -> str:
    return before + unit * (length // len(unit)) + behind


def _told(found: Found, unit: str, before: str, behind: str, seconds: float) -> dict[str, Any]:
    return {
        "where": found.where,
        "method": found.method,
        "text": [before, unit, behind],
        "seconds": round(seconds, 3),
        "pattern": str(found.pattern.pattern)[:300],
    }


def main() -> None:
    """Measure the patterns of all modules, or of those named."""
    signal.signal(signal.SIGALRM, end_look)
    everything = all_patterns()
    chosen = [
        found for found in everything if not sys.argv[1:] or found.where.startswith(tuple(sys.argv[1:]))
    ]
    for found in chosen:
        slow = slow_on(found, tried(sys.maxsize, _PIECES_OF_A_SAMPLE))
        if slow is not None:
            print(json.dumps(slow, ensure_ascii=True), flush=True)
    print(json.dumps({"measured": len(chosen)}))


if __name__ == "__main__":
    main()
