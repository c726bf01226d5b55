"""What a check finds damaged, put back or altered in a vault, as the core says it."""

from typing import Final

from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

TEMPLATES: Final = (
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "a small picture of evidence is not as it was written: put back or altered"
    ),
    QT_TRANSLATE_NOOP("ErrorDetails", "row {0} of the history was removed or altered"),
    QT_TRANSLATE_NOOP("ErrorDetails", "record {0} has no history: put in from outside"),
    QT_TRANSLATE_NOOP("ErrorDetails", "record {0} is here though it was forgotten"),
    QT_TRANSLATE_NOOP("ErrorDetails", "record {0} is not as change {1} left it: put back or altered"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a row of {0} has no history: put in from outside"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a row of {0} is not as change {1} left it: put back or altered"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the search index is not what the texts make it: put back or altered"),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "the index of names is not what the records make it: put back or altered"
    ),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "the list of cases is not what the records make it: put back or altered"
    ),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "the statuses of people are not what the records make them: put back or altered"
    ),
    QT_TRANSLATE_NOOP("ErrorDetails", "the counter of changes is behind the records: put back or altered"),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "parts of the history are empty that nobody forgot: put back or altered"
    ),
    QT_TRANSLATE_NOOP("ErrorDetails", "what change {0} made is not what the history says"),
    QT_TRANSLATE_NOOP("ErrorDetails", "index of names"),
    QT_TRANSLATE_NOOP("ErrorDetails", "list of cases"),
    QT_TRANSLATE_NOOP("ErrorDetails", "statuses of people"),
    QT_TRANSLATE_NOOP("ErrorDetails", "counter"),
    QT_TRANSLATE_NOOP("ErrorDetails", "search index"),
    QT_TRANSLATE_NOOP("ErrorDetails", "evidence {0} is missing or damaged"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the {0} cannot be read to the end: a page is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetails", "pages"),
    QT_TRANSLATE_NOOP("ErrorDetails", "history"),
    QT_TRANSLATE_NOOP("ErrorDetails", "records"),
    QT_TRANSLATE_NOOP("ErrorDetails", "evidence"),
    QT_TRANSLATE_NOOP("ErrorDetails", "contacts, reviews and settings"),
    QT_TRANSLATE_NOOP("ErrorDetails", "contacts, reviews or settings"),
    QT_TRANSLATE_NOOP("ErrorDetails", "count of {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "head.bin is missing or damaged"),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "the database ends at {0}, head.bin at {1}: an older database was put back"
    ),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "head.bin and the history of the database differ: one of them was put back or altered"
    ),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "keys.bin is of generation {0}, the database knows {1}: an older one was put back"
    ),
)
