"""The column of visibility: who may see a record and each of its fields."""

from collections.abc import Mapping
from typing import Final

from hrddesk.interop.columns import cells
from hrddesk.interop.columns.reader import Cells, RowContext
from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import SPECS, WHOLE_RECORD, Kind

_LEVELS: Final = {level.value: level for level in Visibility} | {
    "公开": Visibility.PUBLIC,
    "受保护": Visibility.RESTRICTED,
    "受限": Visibility.RESTRICTED,
    "限制": Visibility.RESTRICTED,
    "保密": Visibility.SECRET,
    "秘密": Visibility.SECRET,
}


def visibility_of(row: Cells, kind: Kind, reader: RowContext) -> Mapping[str, Visibility]:
    """Return the levels of a row by field, such as `public|narrative:restricted`; an unknown one is an error.

    An item without a field is the level of the record. `restricted` means protected, `secret` confidential.
    """
    levels: dict[str, Visibility] = {}
    spec = SPECS[kind]
    for item in cells.split(row.get("visibility", "")):
        field, colon, word = item.strip().rpartition(":")
        level = _LEVELS.get(word.strip().casefold())
        name = field.strip() if colon else WHOLE_RECORD
        is_known = name == WHOLE_RECORD or spec.field(name) is not None or spec.list(name) is not None
        if level is None or not is_known:
            reader.error("visibility", item, RemarkCode.BAD_VISIBILITY)
        else:
            levels[name] = level
    return levels
