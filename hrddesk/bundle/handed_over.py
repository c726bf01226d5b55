"""Whether a contact may be taken to have the file of a piece of evidence.

A receipt says nothing of files. The custody log says that a file went out, not to whom; but a bundle takes
its numbers in the sequences before that, and both stand in the history in this order: so what the log says
belongs to the bundle whose numbers were taken last.
"""

from hrddesk.bundle import write
from hrddesk.bundle.acknowledged import Acknowledged
from hrddesk.bundle.contacts import Contact
from hrddesk.records.record import RecordId
from hrddesk.store import acknowledged
from hrddesk.store.store import Store


def has_file(store: Store, contact: Contact, who: Acknowledged, evidence: RecordId) -> bool:
    """Tell whether a bundle for this contact held the file, and its receipts saw that one or a later one.

    One for a life of its vault that is over does not count: what came after its last backup was lost.
    """
    if who.seen is None:
        return False
    log = (entry.number for entry in store.history.of_record(evidence) if entry.what == write.HANDED_OVER)
    found = (acknowledged.bundle_for(store.db, contact.num, number) for number in log)
    return any(number is not None and number <= who.seen.number for number in found)
