"""The detection of received records that are identical to ours, version vector included.

Most records of a bundle that repeats an earlier one are identical. The history stores the state of a record
in the form of a bundle's line. If both texts are equal, the merge rule would find no difference and nothing
to learn, whatever is believed of the sender. The line is valid, since ours is valid: it need not be parsed.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records import outgoing
from hrddesk.store.records.store import Store

_ID: Final = re.compile(r'"id":"([0-9a-f]{32})","kind":"')
"""The id of a record in its line; a wrong match does no harm, since the texts then differ."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A received record that is identical to ours, whose state is in row `history` of the history.

    `sha256` is the hash of the file of evidence, and empty for other records.
    """

    id: RecordId
    sha256: str
    history: int = 0


def among(store: Store, raw: Sequence[bytes]) -> list[Repeat | None]:
    """Return for each line of a bundle the identical local record, or None if anything may differ."""
    texts = [line.decode("utf-8", "replace") for line in raw]
    id_matches = [_ID.search(text) for text in texts]
    ours = outgoing.states(store.db, [match[1] for match in id_matches if match is not None])
    repeats: list[Repeat | None] = []
    for text, match in zip(texts, id_matches, strict=True):
        kind, state, history = ours.get("" if match is None else match[1], (None, "", 0))
        repeats.append(_repeat(text, kind, state, history))
    return repeats


def _repeat(line: str, kind: Kind | None, state: str, history: int = 0) -> Repeat | None:
    if kind is None or line != state:
        return None
    record = json.loads(state)["record"] if kind is Kind.EVIDENCE else {"fields": {}}
    match = _ID.search(line)
    assert match is not None
    return Repeat(RecordId(match[1]), str(record["fields"].get("sha256", "")), history)
