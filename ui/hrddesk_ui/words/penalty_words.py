"""The words for a penalty: its kind, and its amount, quantity or duration."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from hrddesk.records.dates import amounts, dates
from hrddesk.records.model.record import Value
from hrddesk_ui.words.language import shown_language
from hrddesk_ui.words.vocabularies import term_label


class PenaltyWords(QObject):
    """The words for the extent of a penalty that need a translation."""

    def until(self, day: str) -> str:
        """Return the words for the last day of a penalty: "until" and the day."""
        return self.tr("until {day}").format(day=day)


def penalty_words(entry: Mapping[str, Value]) -> str:
    """Return a penalty in words: its kind and extent if they are known, otherwise the text as it
    was typed.
    """
    kind = term_label(("penalty",), str(entry.get("kind") or ""))
    return " ".join(part for part in (kind, extent_words(entry)) if part) or str(entry.get("raw") or "")


def extent_words(entry: Mapping[str, Value]) -> str:
    """Return the extent of a penalty in words: months, amount of money or quantity, and the last day; "" if
    unknown.
    """
    months, amount, quantity = entry.get("months"), entry.get("amount"), entry.get("quantity")
    words = ""
    if isinstance(months, int):
        words = amounts.length(months, shown_language())
    elif isinstance(amount, int):
        words = f"{amount:,} {entry.get('currency', '')}".strip()
    elif isinstance(quantity, int):
        words = amounts.quantity(quantity, str(entry.get("unit") or ""), shown_language())
    ends = dates.as_typed(dates.read(str(entry.get("ends") or "")), shown_language())
    until = PenaltyWords().until(ends) if ends else ""
    return " ".join(part for part in (words, until) if part)
