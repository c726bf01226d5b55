"""The places that are shipped: a country, its provinces and prefectures, under the names that reports use.

Their ids are fixed and never used again for another place, so that two desks that take them in mean the same.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hrddesk.paths import resources
from hrddesk.records.kinds import Kind
from hrddesk.records.labels import Labels
from hrddesk.records.record import Record, RecordId

FOLDER: Final = "places"


@dataclass(frozen=True, slots=True)
class ShippedPlace:
    """A place, and the one that it lies in (empty: in none)."""

    id: RecordId
    labels: Labels
    kind: str
    parent: RecordId
    aliases: tuple[str, ...]

    def record(self, parent: RecordId) -> Record:
        """Return it as a record that lies in `parent`, which may stand for the shipped one."""
        record = (
            Record(Kind.PLACE, self.id).with_fields(kind=self.kind, parent=parent).with_labels(self.labels)
        )
        return record.with_elements("aliases", [{"text": alias} for alias in self.aliases])


def listed() -> Iterator[ShippedPlace]:
    """Yield all of them, each behind the one that it lies in."""
    for path in sorted((resources() / FOLDER).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield ShippedPlace(
                    RecordId(row["id"]),
                    Labels.of_row(row),
                    row["kind"],
                    RecordId(row["parent"]),
                    tuple(alias for alias in row["aliases"].split("|") if alias),
                )
