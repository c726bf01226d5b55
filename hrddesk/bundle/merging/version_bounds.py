"""The limits on what this desk believes of the version vectors that a contact sends.

The context of a version says, for every replica, up to which change of that replica the record is complete.
The signer of a bundle claims this for all replicas, so a contact may claim more changes of another desk than
exist. If this desk believed that, the next real changes of the other desk would look as if they were known
here and overwritten since.

About its own replica a desk is believed before anybody else, because it signs its bundles. Through a third
desk, the context of a record here may already claim more changes of a desk than a bundle of that desk itself
claims. If an earlier bundle of the same desk claimed as many, the present bundle is only late. If none did,
the claim of the third desk is removed from our context, so that we do not pass it on. Then only the changes
that we accepted from the desk itself count as seen, and a difference is a conflict, which the user decides.

Nobody can have seen more changes of our own replica than were sent with the record in some bundle. A claim
beyond that would let a contact overwrite, or restore, what we changed and never sent: the claim is reduced to
what was sent. After a restore this holds for the new replica only: what the old replica sent after the backup
is not known here.

One risk remains: a contact that passes on records of another desk can misreport what that desk wrote, up to
the number of changes that it made, since a record has no signature of its author. The review shows whose
bundle it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from hrddesk.bundle.merging.merge import Merge, merge
from hrddesk.bundle.merging.own_versions import Ours
from hrddesk.records.model.record import RecordId
from hrddesk.records.model.versions import Version
from hrddesk.store.exchange import reviews
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.records import outgoing
from hrddesk.store.records.store import Store


class Vouched:
    """The limits on what is believed of versions when the records of one bundle are compared with ours."""

    def __init__(self, store: Store, bundle: BundleRow, own_line: str) -> None:
        self._store = store
        self._bundle = bundle
        self._own_line = own_line

    def of_us(self, record: RecordId, theirs: Version) -> Version:
        """Return the sender's version, reduced to those of our changes that were sent with the record."""
        claimed = theirs.context.get(self._own_line, 0)
        sent = outgoing.sent(self._store.db, self._own_line, record) if claimed else 0
        if claimed <= sent:
            return theirs
        return replace(theirs, context={**theirs.context, self._own_line: sent})

    def is_doubtful(self, ours: Version, theirs: Version) -> bool:
        """Tell whether our context claims more changes of the sender's replica than the sender's own version
        does.
        """
        line = self._bundle.line
        return ours.context.get(line, 0) > theirs.context.get(line, 0)

    def believed(self, record: RecordId, ours: Version, theirs: Version) -> Mapping[str, int] | None:
        """Return the part of our context that is believed, or None if all of it is."""
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
        return reviews.counted(self._store.db, self._bundle.contact, self._bundle.line)

    @cached_property
    def _accepted(self) -> Mapping[str, int]:
        return reviews.accepted_counts(self._store.db, self._bundle.contact, self._bundle.line)


def compared(vouched: Vouched, ours: Ours | None, theirs: Ours) -> Merge:
    """Compare a record of a bundle with ours; raise ValueError as `merge` does."""
    theirs = theirs[0], vouched.of_us(theirs[0].id, theirs[1])
    if ours is None:
        return merge(None, theirs)
    return merge(ours, theirs, vouched.believed(ours[0].id, ours[1], theirs[1]))
