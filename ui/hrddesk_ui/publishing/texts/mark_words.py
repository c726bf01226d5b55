"""Words in the window's language for the marks in a text and for what confirming the text means.

A mark is on a place that is not a known name but may reveal something, such as a date or a small place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, QObject

from hrddesk.redact.passages.wording import Span
from hrddesk.redact.texts.marks import MarkKind, TellingMark
from hrddesk_ui.words.language import isolated
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

_KINDS: Final = {
    MarkKind.NAME: QT_TRANSLATE_NOOP("Marks", "may be a name"),
    MarkKind.DATE: QT_TRANSLATE_NOOP("Marks", "date"),
    MarkKind.TIME: QT_TRANSLATE_NOOP("Marks", "hour"),
    MarkKind.AGE: QT_TRANSLATE_NOOP("Marks", "age"),
    MarkKind.PLACE: QT_TRANSLATE_NOOP("Marks", "small place"),
    MarkKind.FAMILY: QT_TRANSLATE_NOOP("Marks", "family"),
    MarkKind.SEX: QT_TRANSLATE_NOOP("Marks", "sex"),
}


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words of a text that carry a mark, because they may reveal something.

    `at` is their place in the recorded text.
    """

    at: Span
    mark: TellingMark
    can_be_decided: ClassVar[bool] = True


def told_words(one: MarkedWords) -> str:
    """Return what marked words may reveal, and that they stay unless the user decides about them."""
    stays = QCoreApplication.translate("Marks", "stays if you confirm the text")
    return f"“{one.mark.words}” · {QCoreApplication.translate('Marks', _KINDS[one.mark.kind])} · {stays}"


class Confirming(QObject):
    """Makes the statement to which the user agrees by confirming a text."""

    def words(self, marks: Sequence[TellingMark]) -> str:
        """Return the statement for a text with these marks; "" if there are none."""
        names = [mark.words for mark in marks if mark.kind is MarkKind.NAME]
        others = [
            f"{mark.words} ({mark.coarser})" if mark.coarser else mark.words
            for mark in marks
            if mark.kind is not MarkKind.NAME
        ]
        sentences = []
        if names:
            none = self.tr("%n marked place(s), none of which names anybody:", "", len(names))
            sentences.append(f"{none} {_together(names)}")
        if others:
            may = self.tr(
                "Anybody may read %n marked place(s), which tell more than the facts do:", "", len(others)
            )
            sentences.append(f"{may} {_together(others)}")
        if sentences:
            sentences.insert(0, self.tr("If you confirm this text, you say:"))
        return "\n".join(sentences)


def _together(words: Sequence[str]) -> str:
    return ", ".join(isolated(one) for one in dict.fromkeys(words))
