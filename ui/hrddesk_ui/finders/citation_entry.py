"""The list entry for a citation: the record, whether the source is for or against it, and the
source's words.
"""

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.records import citations
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.record_words import RecordWords, field_word


def citation_entry(citation: Record, words: RecordWords) -> ListEntry:
    """Return the list entry: the record that the citation is about and, below, what the source says."""
    statement = citations.said_by(citation)
    about = words.reference(citation.text("record"))
    stance = words.value(Kind.CITATION, "stance", statement.stance)
    field = (
        field_word(statement.field)
        if statement.field
        else QCoreApplication.translate("Sources", "as a whole")
    )
    below = [stance, field, f"“{statement.quote}”" if statement.quote else "", statement.locator]
    return ListEntry(id=citation.id, first=about, second=" · ".join(part for part in below if part))
