"""The search for sources in fields, by any part of a title or code name."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.records import sources
from hrddesk.actions.records.cases import CaseDetail
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.names import ranking
from hrddesk.store.records.store import Store
from hrddesk_ui.widgets.forms.source_picker import SourceChoice
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.vocabularies import term_label

MOST_FOUND = 20
_LOOKED_AT = 500


class SourceFinder:
    """The search for sources, through the connection of the window's thread.

    Each form has its own search, which also knows the new sources that the form will create.
    """

    def __init__(self, reader: Store, detail: CaseDetail | None = None) -> None:
        """Prepare the search; `detail` is the case whose sources and evidence are offered without
        a search.
        """
        self._reader = reader
        self._detail = detail
        self._new: dict[str, RecordId] = {}  # by title: the same title is the same new source

    def near(self) -> Sequence[SourceChoice]:
        """Return the sources that are cited in the case, and its evidence."""
        return self._near

    @cached_property
    def _near(self) -> Sequence[SourceChoice]:
        if self._detail is None:
            return []
        cited = sources.of_case(self._reader, self._detail)
        near = [*(item.source for item in cited), *self._detail.evidence]
        return [_choice(source) for source in {source.id: source for source in near}.values()]

    def find(self, text: str) -> Sequence[SourceChoice]:
        """Return the sources that match best, and at the end a new source with this title."""
        folded, title = text.casefold().strip(), text.strip()
        ids = sources.list_ids(self._reader, text)[:_LOOKED_AT]
        every = list(self._reader.many(Kind.SOURCE, ids))
        if self._detail is not None:
            every += [item for item in self._detail.evidence if folded in sources.title_of(item).casefold()]
        best = ranking.in_order(title, every, lambda source: (sources.title_of(source), source.text("title")))
        choices = [_choice(source) for source in best[:MOST_FOUND]]
        new = self._new.setdefault(title, new_id())
        return [*choices, SourceChoice(new, _new_label(title))]

    def label(self, source: RecordId) -> str:
        """Return the title of a stored or a new source; if it was deleted, return the beginning of its id."""
        record = self._reader.find(source)
        if record is not None:
            return _choice(record).label
        title = self.new_title(source)
        return _new_label(title) if title else source[:8]

    def new_title(self, source: RecordId) -> str:
        """Return the title of a source that is not stored yet; "" for a stored source."""
        title = next((title for title, new_source in self._new.items() if new_source == source), "")
        return title if title and self._reader.find(source) is None else ""

    def promise(self, source: RecordId, title: str) -> None:
        """Remember the id and title of a new source from a draft, so that this title gets the
        same id again.
        """
        self._new[title] = source


def _choice(source: Record) -> SourceChoice:
    """Return the choice for a source, with a label that differs between sources of the same title."""
    if source.kind is Kind.EVIDENCE:
        apart = source.text("ref")
    else:
        apart = " · ".join(
            part for part in (term_label(("source_type",), source.text("type")), source.id[:6]) if part
        )
    return SourceChoice(source.id, f"{isolated(sources.title_of(source))}  ({apart})")


def _new_label(title: str) -> str:
    return QCoreApplication.translate("Sources", "+ New source: “{title}”").format(title=title)
