"""The filters of a search, in words of the window's language."""

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.analysis.status.liberty import Answer
from hrddesk.records.model.kinds import Kind
from hrddesk.records.terms.vocabulary import EVENT_TERM
from hrddesk_ui.words import status_words
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.record_words import kind_word, level_word
from hrddesk_ui.words.vocabularies import term_label

FOUND_KINDS = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.PLACE, Kind.SOURCE, Kind.EVIDENCE)
"""The kinds that can be searched alone, the most common first."""
TERMS = (
    "event_type",
    "measure",
    "place_kind",
    EVENT_TERM,
    "penalty",
    "occupation",
    "cause",
    "religion",
    "ethnicity",
)
"""The vocabularies of the words by which events and people are filtered."""

_ROOM = 60  # characters of a filter


def filters_in_words(query: SearchQuery) -> list[str]:
    """Return a text `name: value` for each filter that is set; the searched text is not among them."""
    translate = QCoreApplication.translate
    named = (
        (translate("SearchWords", "Kind"), kind_word(Kind(query.kind)) if query.kind else ""),
        (translate("SearchWords", "When"), query.period),
        (translate("SearchWords", "Place"), query.place),
        (translate("SearchWords", "Charge"), term_label(("charge",), query.charge)),
        (translate("SearchWords", "Term"), term_label(TERMS, query.term)),
        (translate("SearchWords", "Tag"), query.tag),
        (translate("SearchWords", "Level"), level_word(query.level) if query.level else ""),
        (translate("SearchWords", "Status"), _status(query)),
    )
    return [f"{name}: {isolated(_short(value))}" for name, value in named if value]


def _short(value: str) -> str:
    """Return `value`, shortened if it is longer than there is room for."""
    return value if len(value) <= _ROOM else value[: _ROOM - 1] + "…"


def _status(query: SearchQuery) -> str:
    if not query.status:
        return ""
    translate = QCoreApplication.translate
    parts = [status_words.answer_word(Answer(query.status))]
    if query.as_of:
        parts.append(translate("SearchWords", "as of {day}").format(day=query.as_of))
    if query.known_on:
        parts.append(translate("SearchWords", "as known on {day}").format(day=query.known_on))
    return ", ".join(parts)
