"""The titles of records on the screen and in the command line; no publication uses them."""

from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.records.names import display_names


def called(record: Record) -> str:
    """Return the names of a party or a place, or the title of any other record; empty if there is none.

    A source with a code name has the code name as title, on every screen and in every list.
    """
    if record.kind is Kind.PARTY:
        return display_names.display_name(record)
    if record.kind is Kind.PLACE:
        return display_names.names_together(record.labels.together(ENGLISH))
    return record.text("code_name") or record.text("title")
