"""Words for what publishing shows: profiles, matches in texts, withheld parts, and risks."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.actions.content_review.texts import TextState
from hrddesk.records.language.labels import DEFAULT
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.pictures import PictureState
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.risks.combinations import GuessTrait
from hrddesk.redact.risks.loosened import Loosened
from hrddesk.redact.risks.telling import Tells
from hrddesk_ui.error_words.core_words import words
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

PROFILES: Final = {
    "names": QT_TRANSLATE_NOOP("Publishing", "People are named; public facts only"),
    "labels": QT_TRANSLATE_NOOP(
        "Publishing",
        "All labelled but authorities; public and restricted facts",
    ),
}
FOUND: Final = {
    IdentifierKind.NAME: QT_TRANSLATE_NOOP("Publishing", "name"),
    IdentifierKind.WITHHELD: QT_TRANSLATE_NOOP("Publishing", "name that is kept back"),
    IdentifierKind.PART: QT_TRANSLATE_NOOP("Publishing", "part of a name"),
    IdentifierKind.SOURCE: QT_TRANSLATE_NOOP(
        "Publishing", "name that is kept back"
    ),  # nobody is told who is one
    IdentifierKind.PROTECTED: QT_TRANSLATE_NOOP("Publishing", "protected by the desk that sent the text"),
    IdentifierKind.PLACE: QT_TRANSLATE_NOOP("Publishing", "place"),
    IdentifierKind.IDENTITY_NUMBER: QT_TRANSLATE_NOOP("Publishing", "identity number"),
    IdentifierKind.PHONE: QT_TRANSLATE_NOOP("Publishing", "phone number"),
    IdentifierKind.COORDINATES: QT_TRANSLATE_NOOP("Publishing", "coordinates"),
    IdentifierKind.PLATE: QT_TRANSLATE_NOOP("Publishing", "number plate"),
    IdentifierKind.EMAIL: QT_TRANSLATE_NOOP("Publishing", "e-mail address"),
    IdentifierKind.HANDLE: QT_TRANSLATE_NOOP("Publishing", "messenger or network handle"),
    IdentifierKind.BANK_CARD: QT_TRANSLATE_NOOP("Publishing", "bank card"),
    IdentifierKind.PASSPORT: QT_TRANSLATE_NOOP("Publishing", "passport or travel permit"),
    IdentifierKind.ADDRESS: QT_TRANSLATE_NOOP("Publishing", "address"),
    IdentifierKind.LINK: QT_TRANSLATE_NOOP("Publishing", "web address"),
    IdentifierKind.NETWORK: QT_TRANSLATE_NOOP("Publishing", "IP or MAC address"),
    IdentifierKind.UNKNOWN: QT_TRANSLATE_NOOP("Publishing", "may be a name"),
    IdentifierKind.LONG_NUMBER: QT_TRANSLATE_NOOP("Publishing", "long number"),
    IdentifierKind.DWELLING: QT_TRANSLATE_NOOP("Publishing", "may be an address"),
    IdentifierKind.CHOSEN: QT_TRANSLATE_NOOP("Publishing", "chosen by a reader"),
}
LOOSENED: Final = {
    Loosened.FIELDS: QT_TRANSLATE_NOOP("Publishing", "facts of people and events"),
    Loosened.TEXTS: QT_TRANSLATE_NOOP("Publishing", "reviewed texts"),
    Loosened.DATES: QT_TRANSLATE_NOOP("Publishing", "dates"),
    Loosened.PLACES: QT_TRANSLATE_NOOP("Publishing", "places"),
    Loosened.AGES: QT_TRANSLATE_NOOP("Publishing", "ages"),
    Loosened.NAMES: QT_TRANSLATE_NOOP("Publishing", "names"),
    Loosened.LEVELS: QT_TRANSLATE_NOOP("Publishing", "records of a stricter level"),
    Loosened.TOPICS: QT_TRANSLATE_NOOP("Publishing", "sensitive topics"),
    Loosened.WORDS: QT_TRANSLATE_NOOP("Publishing", "words that no vocabulary knows"),
    Loosened.PICTURES: QT_TRANSLATE_NOOP("Publishing", "pictures"),
    Loosened.ANSWERS: QT_TRANSLATE_NOOP("Publishing", "answers to the desk's own questions"),
    Loosened.ROLES: QT_TRANSLATE_NOOP("Publishing", "roles that were withheld"),
}
TRAITS: Final = {
    GuessTrait.CHARGE: QT_TRANSLATE_NOOP("Publishing", "charge"),
    GuessTrait.PLACE: QT_TRANSLATE_NOOP("Publishing", "place"),
    GuessTrait.MONTH: QT_TRANSLATE_NOOP("Publishing", "month"),
    GuessTrait.SEX: QT_TRANSLATE_NOOP("Publishing", "sex"),
    GuessTrait.AGE: QT_TRANSLATE_NOOP("Publishing", "age"),
    GuessTrait.ETHNICITY: QT_TRANSLATE_NOOP("Publishing", "ethnic group"),
    GuessTrait.OCCUPATION: QT_TRANSLATE_NOOP("Publishing", "occupation"),
    GuessTrait.BACKGROUND: QT_TRANSLATE_NOOP(
        "Publishing", "background (cause, religion, health and the like)"
    ),
    GuessTrait.EVENT: QT_TRANSLATE_NOOP("Publishing", "kinds of events"),
    GuessTrait.DETAIL: QT_TRANSLATE_NOOP("Publishing", "details of events"),
    GuessTrait.PENALTY: QT_TRANSLATE_NOOP("Publishing", "penalty"),
    GuessTrait.OTHERS: QT_TRANSLATE_NOOP("Publishing", "who else is named, such as a court"),
    GuessTrait.ANSWER: QT_TRANSLATE_NOOP("Publishing", "answer to a question of the desk's own"),
}
LABELS: Final = {
    Word.PERSON: QT_TRANSLATE_NOOP("Publishing", "somebody"),
    Word.SOURCE: QT_TRANSLATE_NOOP("Publishing", "a source"),
    Word.PLACE: QT_TRANSLATE_NOOP("Publishing", "a place"),
    Word.NUMBER: QT_TRANSLATE_NOOP("Publishing", "a number"),
    Word.CONTACT: QT_TRANSLATE_NOOP("Publishing", "a way to reach somebody"),
    Word.LINK: QT_TRANSLATE_NOOP("Publishing", "a web address"),
}
COARSER: Final = {
    Coarser.MONTHS: QT_TRANSLATE_NOOP("Publishing", "Dates by the month"),
    Coarser.YEARS: QT_TRANSLATE_NOOP("Publishing", "Dates by the year"),
    Coarser.NO_DATES: QT_TRANSLATE_NOOP("Publishing", "No dates"),
    Coarser.PREFECTURES: QT_TRANSLATE_NOOP("Publishing", "Places by the prefecture"),
    Coarser.PROVINCES: QT_TRANSLATE_NOOP("Publishing", "Places by the province"),
    Coarser.NO_PLACES: QT_TRANSLATE_NOOP("Publishing", "No places"),
    Coarser.NO_CHARGES: QT_TRANSLATE_NOOP("Publishing", "No charges"),
    Coarser.NO_SEX: QT_TRANSLATE_NOOP("Publishing", "No sex"),
    Coarser.NO_AGES: QT_TRANSLATE_NOOP("Publishing", "No ages"),
    Coarser.NO_ETHNICITY: QT_TRANSLATE_NOOP("Publishing", "No ethnic group"),
    Coarser.NO_OCCUPATION: QT_TRANSLATE_NOOP("Publishing", "No occupation"),
    Coarser.NO_BACKGROUND: QT_TRANSLATE_NOOP("Publishing", "No background (cause, religion, health)"),
    Coarser.NO_PENALTIES: QT_TRANSLATE_NOOP("Publishing", "No penalties"),
    Coarser.NO_DETAILS: QT_TRANSLATE_NOOP("Publishing", "No details of events"),
    Coarser.NO_ANSWERS: QT_TRANSLATE_NOOP("Publishing", "No answers to the desk's own questions"),
}
TELLS: Final = {
    Tells.NAME: QT_TRANSLATE_NOOP("Publishing", "possible name"),
    Tells.DATE: QT_TRANSLATE_NOOP("Publishing", "date"),
    Tells.PLACE: QT_TRANSLATE_NOOP("Publishing", "place"),
    Tells.FAMILY: QT_TRANSLATE_NOOP("Publishing", "family"),
}
TEXT_STATES: Final = {
    TextState.UNREVIEWED: QT_TRANSLATE_NOOP("Publishing", "not reviewed"),
    TextState.REVIEWED: QT_TRANSLATE_NOOP("Publishing", "reviewed"),
    TextState.CHANGED: QT_TRANSLATE_NOOP(
        "Publishing", "changed since it was reviewed, or more of it would be told"
    ),
}


PICTURE_STATES: Final = {
    PictureState.NOT_READY: QT_TRANSLATE_NOOP("Publishing", "nothing drawn yet"),
    PictureState.UNREVIEWED: QT_TRANSLATE_NOOP("Publishing", "drawn, not reviewed"),
    PictureState.REVIEWED: QT_TRANSLATE_NOOP("Publishing", "reviewed"),
    PictureState.CHANGED: QT_TRANSLATE_NOOP("Publishing", "changed since it was reviewed"),
    PictureState.OPEN: QT_TRANSLATE_NOOP("Publishing", "others may be seen: cover them or ask them"),
}


def profile_words(name: str) -> str:
    """Return the name of a profile with its summary; a profile that the desk made has no summary."""
    about = PROFILES.get(name)
    return f"{name} — {QCoreApplication.translate('Publishing', about)}" if about else name


def found_word(kind: IdentifierKind) -> str:
    """Return the words for a kind of match in a text, such as a name or a phone number."""
    return QCoreApplication.translate("Publishing", FOUND[kind])


def label_word(word: Word) -> str:
    """Return what a replacement word stands for (see `Word`), and the word in the default languages."""
    return (
        f"{QCoreApplication.translate('Publishing', LABELS[word])}: {' '.join(word.labels.together(DEFAULT))}"
    )


def left_out_words(kind: LeftOut) -> str:
    """Return the words for a kind of part that a publication withholds."""
    return words(kind.value)


def trait_word(trait: GuessTrait) -> str:
    """Return the words for a trait by which a person may be recognised."""
    return QCoreApplication.translate("Publishing", TRAITS[trait])


def loosened_word(what: Loosened) -> str:
    """Return the words for a kind of content that is printed in more detail than in the previous issue."""
    return QCoreApplication.translate("Publishing", LOOSENED[what])


def coarser_words(step: Coarser) -> str:
    """Return the words for a step that makes a publication tell less."""
    return QCoreApplication.translate("Publishing", COARSER[step])


def tells_word(tells: Tells) -> str:
    """Return the words for a kind of detail that a text tells beyond the facts."""
    return QCoreApplication.translate("Publishing", TELLS[tells])


def text_state_word(state: TextState) -> str:
    """Return the words for the state of a text, such as whether it was reviewed."""
    return QCoreApplication.translate("Publishing", TEXT_STATES[state])


def picture_state_word(state: PictureState) -> str:
    """Return the words for the state of a picture, such as whether it was reviewed."""
    return QCoreApplication.translate("Publishing", PICTURE_STATES[state])
