"""How a relation is shown in a dossier: a sentence with both people."""

from collections.abc import Mapping, Sequence

from hrddesk.analysis.overview.network import ends
from hrddesk.records.model.record import Record, RecordId
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.relation_words import relation_days, relation_to


def entries_of(relations: Sequence[Record], names: Mapping[RecordId, str]) -> list[ListEntry]:
    """Return the entries of relations; `names` has the names of the people in them."""
    entries = []
    for relation in relations:
        subject, other_name = (isolated(names.get(end, end[:8])) for end in ends(relation))
        below = (
            relation_to(relation.text("type"), other_name),
            *relation_days(relation),
            relation.text("note"),
        )
        entries.append(
            ListEntry(id=relation.id, first=subject, second=" · ".join(part for part in below if part))
        )
    return entries
