"""Which column of somebody's table is which field of ours: written down, kept, and found again by the header.

A mapping is a JSON document (`resources/help/en/import-table.md` describes it), so that it can be kept in the
vault, shipped, or handed to another desk. It holds no row of any table.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from hrddesk.errors import MappingInvalid
from hrddesk.interop.targets import SKIPPED, TARGETS, target_of
from hrddesk.records.record import canonical_json

FORMAT: Final = "hrddesk-mapping"
VERSION: Final = 1
LONGEST: Final = 1_000_000
"""Characters of a mapping's document."""
ORDERS: Final = ("ymd", "dmy", "mdy")
"""In which order a column writes year, month and day as numbers."""
HOLE: Final = "{}"
"""Where the cell goes in a rule's `write`."""

_RULE_KEYS: Final = frozenset({"column", "to", "split", "write", "order", "words"})
_KEYS: Final = frozenset({"format", "version", "name", "note", "keys", "columns", "always", "cases"})


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done with the cells of one column."""

    column: str
    to: str
    """The target ("party.birth"), or `SKIPPED` for a column that is not to be taken."""
    split: str = ""
    """What stands between the items of a cell that is a list; empty if it holds one."""
    write: str = ""
    """What is written of a cell, which goes into the braces: "fixed until {}"."""
    order: str = ""
    """The order of day, month and year, one of `ORDERS`, for dates such as 3/7/2020."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What cells that hold just this word say instead: word -> target -> text."""

    def to_json(self) -> dict[str, Any]:
        """Return the rule as JSON values, without what it leaves open."""
        made: dict[str, Any] = {"column": self.column, "to": self.to}
        made |= {name: getattr(self, name) for name in ("split", "write", "order") if getattr(self, name)}
        return made | ({"words": {k: dict(v) for k, v in self.words.items()}} if self.words else {})


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The rules for all columns of a table, in the order of its header."""

    name: str
    rules: tuple[Rule, ...]
    keys: tuple[str, ...] = ()
    """The columns that tell one row from another; empty if only the whole row does."""
    always: Mapping[str, str] = field(default_factory=dict)
    """What every row says although no column does: target -> text."""
    cases: bool = True
    """Whether each row begins a case."""
    note: str = ""

    @property
    def fingerprint(self) -> str:
        """What a table's header is recognised by, whatever the order of its columns."""
        return fingerprint(rule.column for rule in self.rules)

    def to_json(self) -> dict[str, Any]:
        """Return the mapping as JSON values."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "name": self.name,
            "note": self.note,
            "keys": list(self.keys),
            "columns": [rule.to_json() for rule in self.rules],
            "always": dict(self.always),
            "cases": self.cases,
        }

    def to_text(self) -> str:
        """Return the document, written for people."""
        return json.dumps(self.to_json(), ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a document; raise MappingInvalid, which says what is wrong with it."""
        if len(text) > LONGEST:
            raise MappingInvalid(why="it is too long")
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            raise MappingInvalid(why="it is not JSON") from None
        return cls.from_json(found)

    @classmethod
    def from_json(cls, found: object) -> Self:
        """Read JSON values; raise MappingInvalid."""
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise MappingInvalid(why=f'it does not say "format": "{FORMAT}"')
        if found.get("version") != VERSION:
            raise MappingInvalid(why="another version of the program wrote it")
        _only(found, _KEYS, "the mapping")
        columns = found.get("columns")
        if not isinstance(columns, list) or not columns:
            raise MappingInvalid(why="it names no columns")
        keys = found.get("keys", [])
        if not isinstance(keys, list):
            raise MappingInvalid(why="keys is not a list")
        cases = found.get("cases", True)
        if not isinstance(cases, bool):
            raise MappingInvalid(why="cases is neither true nor false")
        made = cls(
            name=_text(found, "name"),
            rules=tuple(_rule(item) for item in columns),
            keys=tuple(_word(key) for key in keys),
            always=_said(found.get("always", {})),
            cases=cases,
            note=_text(found, "note"),
        )
        made.check()
        return made

    def check(self) -> None:
        """Raise MappingInvalid where the rules contradict each other."""
        names = [folded(rule.column) for rule in self.rules]
        for name in names:
            if names.count(name) > 1:
                raise MappingInvalid(why="it names a column twice")
        if any(folded(key) not in names for key in self.keys):
            raise MappingInvalid(why="a key is none of its columns")
        taken: set[str] = set()
        for rule in self.rules:
            if rule.to == SKIPPED:
                continue
            target = target_of(rule.to)
            if target is None:
                raise MappingInvalid(why=f"a target is none of: {', '.join(TARGETS)}")
            if not target.is_list and not target.is_text and rule.to in taken:
                raise MappingInvalid(why=f"two columns go into {rule.to}, which holds one value")
            taken.add(rule.to)


def fingerprint(columns: Iterable[str]) -> str:
    """Return what a header is recognised by: its names, in whatever order, case and width."""
    return hashlib.sha256(canonical_json(sorted(folded(name) for name in columns))).hexdigest()


def folded(name: str) -> str:
    """Return a column's name without what people write differently and mean the same."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().replace("_", " ").split())


def _rule(found: object) -> Rule:
    if not isinstance(found, dict):
        raise MappingInvalid(why="a column is not an object")
    _only(found, _RULE_KEYS, "a column")
    column, to = _text(found, "column"), _text(found, "to")
    if not column:
        raise MappingInvalid(why="a column has no name")
    if to != SKIPPED:
        _check_target(to)
    write, order, words = _text(found, "write"), _text(found, "order"), found.get("words", {})
    if write and write.count(HOLE) != 1:
        raise MappingInvalid(why=f"what is written has no single {HOLE} for the cell")
    if order and order not in ORDERS:
        raise MappingInvalid(why=f"the orders of dates are {', '.join(ORDERS)}")
    if not isinstance(words, dict):
        raise MappingInvalid(why="words is not an object")
    said = {folded(_word(word)): _said(text) for word, text in words.items()}
    return Rule(column, to, _text(found, "split"), write, order, said)


def _said(found: object) -> Mapping[str, str]:
    if not isinstance(found, dict):
        raise MappingInvalid(why="what is said of targets is not an object")
    for target in found:
        _check_target(target)
    return {target: _word(text) for target, text in found.items()}


def _check_target(name: str) -> None:
    if target_of(name) is None:
        raise MappingInvalid(why=f"a target is none of: {', '.join(TARGETS)}")


def _only(found: Mapping[str, object], known: frozenset[str], what: str) -> None:
    if not found.keys() <= known:
        raise MappingInvalid(why=f"{what} says more than is known: only {', '.join(sorted(known))}")


def _text(found: Mapping[str, object], name: str) -> str:
    return _word(found.get(name, ""))


def _word(found: object) -> str:
    if not isinstance(found, str) or any(0xD800 <= ord(c) <= 0xDFFF or c == "\0" for c in found):
        raise MappingInvalid(why="a text is none")
    return found
