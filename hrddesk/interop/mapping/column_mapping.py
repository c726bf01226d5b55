"""The mapping from columns of a foreign table to our fields, stored and found again by the header row.

A mapping is a JSON document (`resources/help/en/import-table.md` describes it), so that it can be stored in
the vault, shipped, or sent to another desk. It contains no row of any table.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Final, Self

from hrddesk.errors import MappingInvalid
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.mapping.targets import SKIPPED, TARGETS, target_of
from hrddesk.records.model import codec, requirements
from hrddesk.records.model.codec import ShapeError
from hrddesk.records.model.record import canonical_json

LONGEST: Final = 1_000_000
"""The largest length of a mapping document in characters."""
ORDERS: Final = ("ymd", "dmy", "mdy")
"""The orders of year, month and day in numeric dates."""
HOLE: Final = "{}"
"""The placeholder for the cell in the `write` of a rule."""

_Text = Annotated[
    str,
    requirements.Requirement(
        Translatable("holds a character that no text has"), lambda text: "\0" not in text
    ),
]
_Target = Annotated[
    str, requirements.Requirement(Translatable("not one of {0}", ", ".join(TARGETS)), target_of)
]
_Said = Mapping[_Target, _Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRule:
    """The rule for the cells of one column."""

    column: Annotated[_Text, requirements.NOT_EMPTY]
    to: Annotated[
        str,
        requirements.Requirement(
            Translatable("not one of {0}", ", ".join((SKIPPED, *TARGETS))),
            lambda name: name == SKIPPED or target_of(name),
        ),
    ]
    """The target ("party.birth"), or `SKIPPED` for a column that is ignored."""
    split: _Text = ""
    """The separator of the items in a cell that is a list; empty if a cell is one item."""
    write: Annotated[
        _Text,
        requirements.Requirement(
            Translatable("not a text with one {0} for the cell", HOLE), lambda text: text.count(HOLE) == 1
        ),
    ] = ""
    """The text to write, with braces as the placeholder for the cell: "fixed until {}"; empty for the cell
    alone.
    """
    order: Annotated[str, requirements.one_of(ORDERS)] = ""
    """The order of day, month and year, one of `ORDERS`, for dates such as 3/7/2020."""
    words: Mapping[_Text, _Said] = field(default_factory=dict)
    """The texts, by target, that replace a cell which consists of exactly this word."""

    def __post_init__(self) -> None:
        """Normalise the keys of `words` by `folded`, so that different spellings match."""
        object.__setattr__(self, "words", {folded(word): texts for word, texts in self.words.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """The rules for all columns of a table, in the order of its header row."""

    CONSTANTS: ClassVar = {"format": "hrddesk-mapping", "version": 1}

    name: _Text
    columns: Annotated[tuple[ColumnRule, ...], requirements.NOT_EMPTY]
    keys: tuple[_Text, ...] = ()
    """The columns that identify a row; empty if only the whole row does."""
    always: _Said = field(default_factory=dict)
    """The constant texts of every row by target, for targets without a column."""
    cases: bool = True
    """Whether each row creates a case."""
    note: _Text = ""

    @property
    def fingerprint(self) -> str:
        """The hash that identifies the header row of a table in any order of its columns."""
        return fingerprint(rule.column for rule in self.columns)

    def to_text(self) -> str:
        """Return the mapping as an indented JSON document."""
        return json.dumps(codec.write(self), ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read a JSON document; raise MappingInvalid, whose message names the fault."""
        if len(text) > LONGEST:
            raise MappingInvalid(why=Translatable("it is too long"))
        try:
            mapping = codec.load(cls, text, "mapping")
        except ShapeError as error:
            raise MappingInvalid(why=Translatable("at {0}: {1}", error.path, error.why)) from None
        mapping.check()
        return mapping

    def check(self) -> None:
        """Raise MappingInvalid if the rules contradict each other."""
        names = [folded(rule.column) for rule in self.columns]
        for name in names:
            if names.count(name) > 1:
                raise MappingInvalid(why=Translatable("it names a column twice"))
        if any(folded(key) not in names for key in self.keys):
            raise MappingInvalid(why=Translatable("a key is none of its columns"))
        taken: set[str] = set()
        for rule in self.columns:
            if rule.to == SKIPPED:
                continue
            target = target_of(rule.to)
            if target is None:
                raise MappingInvalid(why=Translatable("a target is none of: {0}", ", ".join(TARGETS)))
            if not target.is_list and not target.is_text and rule.to in taken:
                raise MappingInvalid(
                    why=Translatable("two columns go into {0}, which holds one value", rule.to)
                )
            taken.add(rule.to)


def fingerprint(columns: Iterable[str]) -> str:
    """Return the hash of a header row, whose columns may be in any order and spelled as `folded` allows."""
    return hashlib.sha256(canonical_json(sorted(folded(name) for name in columns))).hexdigest()


def folded(name: str) -> str:
    """Return the name without differences of case, spaces, underscores and full-width characters."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().replace("_", " ").split())
