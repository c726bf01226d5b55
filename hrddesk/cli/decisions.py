"""Files of decisions: JSON objects of texts, which `--decisions FILE` names."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hrddesk import files
from hrddesk.errors import InvalidValue

_MOST: Final = 1 << 20  # bytes


def read(path: Path, *groups: str) -> dict[str, dict[str, str]]:
    """Return the decisions of a file by group, each a reason or a choice under its key.

    Only these groups may be in it. Raise FileUnreadable, InvalidValue.
    """
    data = files.read_most(path, _MOST + 1)
    try:
        found = json.loads(data) if len(data) <= _MOST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not found.keys() <= set(groups):
        raise InvalidValue(field="decisions", why=f"write one JSON object with {' and '.join(groups)}")
    made = {group: found.get(group, {}) for group in groups}
    if not all(map(_is_texts, made.values())):
        raise InvalidValue(field="decisions", why="write a reason, as a text, behind each key")
    return made


def _is_texts(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(text, str) for text in value.values())
