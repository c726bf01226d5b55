"""Words in the window's language for a match in a text and for what replaces it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.records.names.display_names import people_together
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.passages.wording import How
from hrddesk.redact.texts.marks import MarkKind
from hrddesk_ui.publishing.profiles.publish_words import found_word, label_word
from hrddesk_ui.publishing.texts.mark_words import MarkedWords, told_words

NOBODYS = Word.PERSON.name.lower()
"""The label to propose if the match means nobody who has a label."""


def place_words(place: ReviewedPlace | MarkedWords) -> str:
    """Return words that say what a match is, why it is marked, and what replaces it."""
    if isinstance(place, MarkedWords):
        return told_words(place)
    parts = [f"“{place.text}”", found_word(place.kind)]
    if place.form_of:
        parts.append(
            QCoreApplication.translate("TextPlaces", "a form of “{name}”").format(name=place.form_of)
        )
    if place.people:
        parts.append(people_together(place.people))
    parts.append(_fate(place))
    if place.occurrence.checked is False:
        parts.append(QCoreApplication.translate("TextPlaces", "its check digit is wrong"))
    if place.decision is not None:
        parts.append(QCoreApplication.translate("TextPlaces", "you decided so"))
    if place.at is None:
        parts.append(QCoreApplication.translate("TextPlaces", "in words of yours"))
    return " · ".join(parts)


def _fate(place: ReviewedPlace) -> str:
    if place.occurrence.inside is not None:
        return QCoreApplication.translate("TextPlaces", "inside a longer one")
    if place.becomes is not None:
        becomes = QCoreApplication.translate("TextPlaces", "becomes {words}")
        if place.decide:
            becomes = QCoreApplication.translate("TextPlaces", "covered as {words}: decide")
        return becomes.format(words=place.becomes or "—")
    if place.decide:
        return QCoreApplication.translate("TextPlaces", "stays, and may tell of them: decide")
    return QCoreApplication.translate("TextPlaces", "stays")


def labels_of(labelled: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each label that can replace a place in a text, as its value and its words.

    `labelled` has the ids and the names of the people who have a label of their own.
    """
    own = QCoreApplication.translate("TextPlaces", "the label of {name}")
    for party, name in labelled:
        yield party, own.format(name=name)
    for word in Word:
        yield word.name.lower(), label_word(word)


def proposed_label(place: ReviewedPlace | MarkedWords, labelled: Iterable[tuple[str, str]]) -> str:
    """Return the value of the label to propose for a place.

    This is the label that the place already has, or else the label of a person whom the words may mean. For
    marked words it is the general word for a place or a person.
    """
    if isinstance(place, MarkedWords):
        return (Word.PLACE if place.mark.kind is MarkKind.PLACE else Word.PERSON).name.lower()
    if place.decision is not None and place.decision.how is How.LABEL:
        return place.decision.instead
    have = {party for party, _ in labelled}
    occurrence = place.occurrence
    owners = [*occurrence.owners, *occurrence.partly, *occurrence.maybe]
    return next((owner for owner in owners if owner in have), NOBODYS)


def proposed_words(place: ReviewedPlace | MarkedWords) -> str:
    """Return the words to propose for a place: those that already replace it, or less exact ones for marked
    words.
    """
    if isinstance(place, MarkedWords):
        return place.mark.coarser
    decision = place.decision
    return decision.instead if decision is not None and decision.how is How.WORDS else ""
