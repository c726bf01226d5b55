"""What a place that was found in a text is and becomes, in words of the window's language."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.review.text_places import Shown
from hrddesk.records.names.display_names import people_together
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.passages.wording import How
from hrddesk.redact.texts.marks import MarkKind
from hrddesk_ui.publishing.profiles.publish_words import found_word, label_word
from hrddesk_ui.publishing.texts.mark_words import Told, told_words

NOBODYS = Word.PERSON.name.lower()
"""The label to propose where it is nobody's own."""


def place_words(shown: Shown | Told) -> str:
    """Return what a place is, why it is marked, and what becomes of it."""
    if isinstance(shown, Told):
        return told_words(shown)
    parts = [f"“{shown.text}”", found_word(shown.kind)]
    if shown.form_of:
        parts.append(
            QCoreApplication.translate("TextPlaces", "a form of “{name}”").format(name=shown.form_of)
        )
    if shown.people:
        parts.append(people_together(shown.people))
    parts.append(_fate(shown))
    if shown.occurrence.checked is False:
        parts.append(QCoreApplication.translate("TextPlaces", "its check digit is wrong"))
    if shown.decision is not None:
        parts.append(QCoreApplication.translate("TextPlaces", "you decided so"))
    if shown.at is None:
        parts.append(QCoreApplication.translate("TextPlaces", "in words of yours"))
    return " · ".join(parts)


def _fate(shown: Shown) -> str:
    if shown.occurrence.inside is not None:
        return QCoreApplication.translate("TextPlaces", "inside a longer one")
    if shown.becomes is not None:
        becomes = QCoreApplication.translate("TextPlaces", "becomes {words}")
        if shown.decide:
            becomes = QCoreApplication.translate("TextPlaces", "covered as {words}: decide")
        return becomes.format(words=shown.becomes or "—")
    if shown.decide:
        return QCoreApplication.translate("TextPlaces", "stays, and may tell of them: decide")
    return QCoreApplication.translate("TextPlaces", "stays")


def labels_of(labelled: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each label that can be put into a text: what it is, and how it reads.

    `labelled` are those who have one of their own, with their names.
    """
    own = QCoreApplication.translate("TextPlaces", "the label of {name}")
    for party, name in labelled:
        yield party, own.format(name=name)
    for word in Word:
        yield word.name.lower(), label_word(word)


def proposed_label(shown: Shown | Told, labelled: Iterable[tuple[str, str]]) -> str:
    """Return which of them to propose at a place: the one that stands there, or that of whom it means."""
    if isinstance(shown, Told):
        return (Word.PLACE if shown.mark.kind is MarkKind.PLACE else Word.PERSON).name.lower()
    if shown.decision is not None and shown.decision.how is How.LABEL:
        return shown.decision.instead
    have = {party for party, _ in labelled}
    occurrence = shown.occurrence
    owners = [*occurrence.owners, *occurrence.partly, *occurrence.maybe]
    return next((owner for owner in owners if owner in have), NOBODYS)


def proposed_words(shown: Shown | Told) -> str:
    """Return the words to propose at a place: those that stand there, or such that tell no more."""
    if isinstance(shown, Told):
        return shown.mark.coarser
    decision = shown.decision
    return decision.instead if decision is not None and decision.how is How.WORDS else ""
