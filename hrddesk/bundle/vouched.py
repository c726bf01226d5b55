"""How far a desk has counted, by its own word.

A record's context says of every line up to which change it was seen, and whoever signs a bundle says it for
all lines. A contact may claim more of another desk's line than there is; taken at its word, that desk's next
changes would look as if they had been seen here and overwritten since: "unchanged". The bundles of a desk are
signed by it, so of its own line it is believed before anybody else. Where our context claims more changes of
a record than its own desk knows of, and no other bundle of that desk reaches so far (this one would then only
be late), we have seen what we accepted from that desk itself, and nothing more on hearsay: what differs is a
conflict, for a person. The claim is dropped from what we hold, so that we do not pass it on.

What stays possible: whoever relays a desk's records can misreport what that desk wrote, within what it has
counted, since a record carries no signature of its author. The review shows whose bundle it is.
"""

from collections.abc import Mapping
from functools import cached_property

from hrddesk.bundle.merge import Merge, merge
from hrddesk.bundle.ours import Ours
from hrddesk.records.record import RecordId, Version
from hrddesk.store import reviews
from hrddesk.store.contacts import BundleRow
from hrddesk.store.database import Connection


class Vouched:
    """Tells what to believe of our contexts beside the records of one bundle; it looks things up at need."""

    def __init__(self, db: Connection, bundle: BundleRow) -> None:
        self._db = db
        self._bundle = bundle

    def is_doubtful(self, ours: Version, theirs: Version) -> bool:
        """Tell whether we claim more changes of the sender than the sender does."""
        line = self._bundle.line
        return ours.context.get(line, 0) > theirs.context.get(line, 0)

    def believed(self, record: RecordId, ours: Version, theirs: Version) -> Mapping[str, int] | None:
        """Return our context as far as it is believed, None for all of it."""
        if not self.is_doubtful(ours, theirs):
            return None
        line = self._bundle.line
        claimed = ours.context[line]
        others = [count for number, count in self._counted.items() if number != self._bundle.num]
        if self._counted.get(self._bundle.num, 0) < claimed <= max(others, default=0):
            return None
        return {**ours.context, line: min(claimed, self._accepted.get(record, 0))}

    @cached_property
    def _counted(self) -> Mapping[int, int]:
        return reviews.counted(self._db, self._bundle.contact, self._bundle.line)

    @cached_property
    def _accepted(self) -> Mapping[str, int]:
        return reviews.accepted_counts(self._db, self._bundle.contact, self._bundle.line)


def compared(vouched: Vouched, ours: Ours | None, theirs: Ours) -> Merge:
    """Compare a record of a bundle with ours; raise ValueError as `merge` does."""
    if ours is None:
        return merge(None, theirs)
    return merge(ours, theirs, vouched.believed(ours[0].id, ours[1], theirs[1]))
