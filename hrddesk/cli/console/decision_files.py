"""Files of decisions, named with `--decisions FILE`: JSON objects with texts as values."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hrddesk.errors import InvalidValue
from hrddesk.system import files

_MOST: Final = 1 << 20  # bytes


def load(path: Path, most: int) -> object:
    """Return the JSON value of a file; None if it is not JSON or has more than `most` bytes.

    Raise FileUnreadable, and InvalidValue if an object has a key twice.
    """
    data = files.read_most(path, most + 1)
    try:
        return json.loads(data, object_pairs_hook=_each_once) if len(data) <= most else None
    except (ValueError, RecursionError):
        return None


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict[str, object]()
    for key, value in pairs:
        if key in values:
            raise InvalidValue(field="decisions", why=f'the key "{key}" appears twice: keep one')
        values[key] = value
    return values


def read(path: Path, *groups: str) -> dict[str, dict[str, str]]:
    """Return the decisions of a file by group; each decision is a reason or a choice under its key.

    Raise FileUnreadable, and InvalidValue for a file of another form or with a group that is not in `groups`.
    """
    document = load(path, _MOST)
    if not isinstance(document, dict) or not document.keys() <= set(groups):
        raise InvalidValue(field="decisions", why=f"write one JSON object with {' and '.join(groups)}")
    decisions = {group: document.get(group, {}) for group in groups}
    if not all(map(_is_texts, decisions.values())):
        raise InvalidValue(field="decisions", why="write a reason, as a text, behind each key")
    return decisions


def _is_texts(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(text, str) for text in value.values())
