"""Words for the settings of a publication profile."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.terms import vocabulary
from hrddesk.redact.profile.own_fields import AskedField, OwnField
from hrddesk_ui.words.field_words import field_word
from hrddesk_ui.words.language import language_name, shown_chain
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP
from hrddesk_ui.words.record_words import kind_word, level_word

SETTINGS: Final = {
    "dates": QT_TRANSLATE_NOOP("Profiles", "Dates of events"),
    "life-dates": QT_TRANSLATE_NOOP("Profiles", "Birth and death"),
    "places": QT_TRANSLATE_NOOP("Profiles", "Places"),
    "ages": QT_TRANSLATE_NOOP("Profiles", "Ages"),
    "person": QT_TRANSLATE_NOOP("Profiles", "People"),
    "group": QT_TRANSLATE_NOOP("Profiles", "Groups"),
    "organisation": QT_TRANSLATE_NOOP("Profiles", "Organisations"),
    "authority": QT_TRANSLATE_NOOP("Profiles", "Authorities"),
    "unknown-words": QT_TRANSLATE_NOOP("Profiles", "Words of no list"),
    "language": QT_TRANSLATE_NOOP("Profiles", "Language"),
    "levels": QT_TRANSLATE_NOOP("Profiles", "Facts that are"),
    "texts": QT_TRANSLATE_NOOP("Profiles", "Reviewed texts"),
    "consent-needed": QT_TRANSLATE_NOOP("Profiles", "People whom nobody asked get a label"),
    "pictures": QT_TRANSLATE_NOOP("Profiles", "Reviewed pictures"),
    "name-kinds": QT_TRANSLATE_NOOP("Profiles", "Kinds of names"),
    "sensitive": QT_TRANSLATE_NOOP("Profiles", "Sensitive topics"),
}
"""The labels of settings by their names on the command line.

The setting for roles that are never shown is missing: only the command line can change it.
"""
VALUES: Final = {
    "day": QT_TRANSLATE_NOOP("Profiles", "by the day"),
    "month": QT_TRANSLATE_NOOP("Profiles", "by the month"),
    "year": QT_TRANSLATE_NOOP("Profiles", "by the year"),
    "none": QT_TRANSLATE_NOOP("Profiles", "not told"),
    "as recorded": QT_TRANSLATE_NOOP("Profiles", "as recorded"),
    "county": QT_TRANSLATE_NOOP("Profiles", "by the county"),
    "prefecture": QT_TRANSLATE_NOOP("Profiles", "by the prefecture"),
    "province": QT_TRANSLATE_NOOP("Profiles", "by the province"),
    "exact": QT_TRANSLATE_NOOP("Profiles", "in years"),
    "band": QT_TRANSLATE_NOOP("Profiles", "by ten years"),
    "as is": QT_TRANSLATE_NOOP("Profiles", "named"),
    "label": QT_TRANSLATE_NOOP("Profiles", "labelled"),
    "omit": QT_TRANSLATE_NOOP("Profiles", "left out"),
    "matched": QT_TRANSLATE_NOOP("Profiles", "printed, known names replaced"),
    "other": QT_TRANSLATE_NOOP("Profiles", "printed as “Other”"),
    "public": QT_TRANSLATE_NOOP("Profiles", "public"),
    "restricted": QT_TRANSLATE_NOOP("Profiles", "restricted"),
    "health": QT_TRANSLATE_NOOP("Profiles", "health"),
    "pregnancy": QT_TRANSLATE_NOOP("Profiles", "pregnancy"),
    "disability": QT_TRANSLATE_NOOP("Profiles", "disability"),
    "religion": QT_TRANSLATE_NOOP("Profiles", "religion"),
    "orientation": QT_TRANSLATE_NOOP("Profiles", "sexual orientation"),
    "sexual-violence": QT_TRANSLATE_NOOP("Profiles", "sexual violence"),
    "foreign-funding": QT_TRANSLATE_NOOP("Profiles", "funds from abroad"),
    "foreign-contact": QT_TRANSLATE_NOOP("Profiles", "contacts abroad"),
    "circumvention": QT_TRANSLATE_NOOP("Profiles", "tools to circumvent the firewall"),
    "case.narrative": QT_TRANSLATE_NOOP("Profiles", "narratives of cases"),
    "event.summary": QT_TRANSLATE_NOOP("Profiles", "summaries of events"),
}
GONE: Final = QT_TRANSLATE_NOOP(
    "Profiles", "a question that is gone, or asked otherwise since: nothing of it is let out"
)
OF_TEXT: Final = QT_TRANSLATE_NOOP("Profiles", "reviewed text")
TERMS: Final = {
    "occupation": QT_TRANSLATE_NOOP("Profiles", "Occupation"),
    "cause": QT_TRANSLATE_NOOP("Profiles", "Cause"),
    "religion": QT_TRANSLATE_NOOP("Profiles", "Religion"),
    "vulnerability": QT_TRANSLATE_NOOP("Profiles", "Vulnerability"),
}


def setting_word(name: str) -> str:
    """Return the label of a setting."""
    return QCoreApplication.translate("Profiles", SETTINGS[name])


def kind_of_name(code: str) -> str:
    """Return the label of a kind of name, such as an alias, from its vocabulary."""
    return vocabulary.load("name_kind").label(code, shown_chain())


def value_word(value: str) -> str:
    """Return the words for the value of a setting; a value that has no words is returned unchanged."""
    return QCoreApplication.translate("Profiles", VALUES.get(value, value))


def languages_word(codes: str) -> str:
    """Return the languages of a publication, each by its own name; `codes` are separated by commas."""
    return " · ".join(map(language_name, codes.split(",")))


def own_field(field: OwnField, asked_field: AskedField | None) -> str:
    """Return words for one of the desk's own questions: the kind of record it is about, its text and its
    level.

    `asked_field` is None if the question no longer exists.
    """

    def words(text: str) -> str:
        return QCoreApplication.translate("Profiles", text)

    kind = kind_word(Kind(field.owner))
    if asked_field is None:
        return f"{kind}: {field.key} ({words(GONE)})"
    level = Visibility.SECRET if asked_field.level is None else asked_field.level
    notes = [words(OF_TEXT)] if field.is_text and asked_field.level is None else [level_word(level)]
    return f"{kind}: {asked_field.question.label(shown_chain())} ({', '.join(notes)})"


def published_field(field: str) -> str:
    """Return the kind of record and the label of a field in a profile, such as `party.sex`.

    A field may also name one vocabulary of a list of terms, such as `party.terms.religion`.
    """
    kind, _, name = field.partition(".")
    listed = TERMS.get(name.partition(".")[2])
    word = QCoreApplication.translate("Profiles", listed) if listed else field_word(name)
    return f"{kind_word(Kind(kind))}: {word}"
