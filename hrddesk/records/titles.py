"""How a record is called on the screen and in the command line; never in a publication."""

from hrddesk.records import people
from hrddesk.records.kinds import Kind
from hrddesk.records.labels import ENGLISH
from hrddesk.records.record import Record


def called(record: Record) -> str:
    """Return the names of a party or a place, or the title of anything else; empty where it has none.

    A source that has a code name is called by that, on every screen and in every list.
    """
    if record.kind is Kind.PARTY:
        return people.display_name(record)
    if record.kind is Kind.PLACE:
        return people.names_together(record.labels.together(ENGLISH))
    return record.text("code_name") or record.text("title")
