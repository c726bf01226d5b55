"""Mappings of table columns: those shipped with the program, and those that this vault stores."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from hrddesk.errors import InvalidValue, MappingInvalid, MappingNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats.csv_tables import CsvTable
from hrddesk.interop.mapping import column_mapping
from hrddesk.interop.mapping.column_mapping import ColumnMapping, folded
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.paths import resources

SETTING: Final = "mapping"
"""The prefix of the settings that store the mappings of a vault, one mapping each, as text."""
LONGEST_NAME: Final = 100
MOST_KEPT: Final = 200
SUFFIX: Final = ".json"


@dataclass(frozen=True, slots=True)
class KnownMapping:
    """A mapping, and whether it is shipped with the program."""

    mapping: ColumnMapping
    is_shipped: bool


def all_of(store: Store) -> list[KnownMapping]:
    """Return all mappings, first those of the vault, then the shipped ones, each group sorted by name."""
    return [KnownMapping(item, False) for item in _kept(store)] + [
        KnownMapping(item, True) for item in shipped()
    ]


def shipped() -> list[ColumnMapping]:
    """Return the shipped mappings, sorted by name."""
    paths = sorted((resources() / "mappings").glob(f"*{SUFFIX}"))
    return [ColumnMapping.from_text(path.read_text("utf-8")) for path in paths]


def find(store: Store, name: str) -> ColumnMapping:
    """Return the mapping with a given name; the vault's own takes precedence over a shipped one.

    Raise MappingNotFound.
    """
    for item in all_of(store):
        if folded(item.mapping.name) == folded(name):
            return item.mapping
    raise MappingNotFound(name=name)


def read(path: Path) -> ColumnMapping:
    """Return the mapping in a file; raise FileUnreadable, MappingInvalid."""
    data = files.read_most(path, 4 * column_mapping.LONGEST)
    try:
        return ColumnMapping.from_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise MappingInvalid(why=Translatable("it is not text in UTF-8")) from None


def named_or_read(store: Store, text: str) -> ColumnMapping:
    """Return the mapping in a file if `text` is the name of a `.json` file, otherwise the mapping called
    `text`.

    The errors are those of `read` and `find`.
    """
    return read(Path(text)) if text.casefold().endswith(SUFFIX) else find(store, text)


def fitting(store: Store, table: CsvTable) -> ColumnMapping | None:
    """Return the stored or shipped mapping for a table with exactly these columns, or None if there is
    none.
    """
    header_fingerprint = column_mapping.fingerprint(table.columns)
    return next(
        (item.mapping for item in all_of(store) if item.mapping.fingerprint == header_fingerprint), None
    )


def save(session: Session, mapping: ColumnMapping, name: str) -> ColumnMapping:
    """Store a mapping under a name, replacing one with the same name; return the mapping with its name.

    Raise MappingInvalid. Raise InvalidValue for a name that is empty or too long, or if the vault has too
    many mappings.
    """
    name = name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise InvalidValue(
            field="name", why=Translatable("a mapping has a name of 1 to {0} characters", LONGEST_NAME)
        )
    mapping.check()
    named = replace(mapping, name=name)
    other_names = session.store.settings_of(SETTING).keys() - {folded(name)}
    if len(other_names) >= MOST_KEPT:
        raise InvalidValue(
            field="name", why=Translatable("a vault keeps {0} mappings; remove one first", MOST_KEPT)
        )
    with session.store.change("mapping.save") as change:
        change.set_setting(f"{SETTING}.{folded(name)}", named.to_text())
    return named


def remove(session: Session, name: str) -> None:
    """Delete a mapping that the vault stores; raise MappingNotFound. A shipped mapping cannot be deleted."""
    stored_mappings = session.store.settings_of(SETTING)
    if stored_mappings.pop(folded(name), None) is None:
        raise MappingNotFound(name=name)
    with session.store.change("mapping.remove") as change:
        change.replace_settings(SETTING, stored_mappings)


def _kept(store: Store) -> list[ColumnMapping]:
    return [ColumnMapping.from_text(text) for text in store.settings_of(SETTING).values()]
