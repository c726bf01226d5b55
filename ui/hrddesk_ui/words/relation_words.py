"""The words for a relation: a sentence that shows its direction, in English or Chinese."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.records.dates import dates
from hrddesk.records.model.record import Record
from hrddesk_ui.words.language import shown_language
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.vocabularies import term_label

_OTHER: Final = "…"
"""The sign in a label that is replaced by the name of the other person, as in Chinese labels.

In a label without the sign, the name follows the label.
"""


_DAYS: Final = {
    "since": QT_TRANSLATE_NOOP("Relations", "since {day}"),
    "until": QT_TRANSLATE_NOOP("Relations", "until {day}"),
}


def relation_label(kind: str) -> str:
    """Return the label of a type of relation in the window's language; typed words are returned unchanged."""
    return term_label(("relation",), kind)


def relation_sentence(who: str, kind: str, to_whom: str) -> str:
    """Return a relation as “A – Lawyer of – B” or “A 是 B 的辩护律师”; `kind` is a code or typed words."""
    between = " " if _OTHER in relation_label(kind) else " – "
    return f"{who}{between}{relation_to(kind, to_whom)}"


def relation_to(kind: str, to_whom: str) -> str:
    """Return the part of the sentence after the first name: “Lawyer of – B”, “是 B 的辩护律师”."""
    label = relation_label(kind)
    if _OTHER not in label:
        return f"{label} – {to_whom}"
    before, after = (part.strip() for part in label.split(_OTHER, 1))
    return " ".join(part for part in (before, to_whom, after) if part)


def relation_days(relation: Record) -> list[str]:
    """Return the words for the first and the last day of a relation, for each of them that is known."""
    return [
        QCoreApplication.translate("Relations", words).format(day=day)
        for name, words in _DAYS.items()
        if (day := dates.as_typed(dates.read(relation.text(name)), shown_language()))
    ]
