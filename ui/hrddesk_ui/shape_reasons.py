"""Why a document is not what it should be, as `hrddesk/records/codec.py` says it with the place."""

from typing import Final

from hrddesk_ui.marking import QT_TRANSLATE_NOOP

TEMPLATES: Final = (
    QT_TRANSLATE_NOOP("ErrorDetails", "at {0}: {1}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not an object"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a list"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a key stands twice"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not JSON in UTF-8"),
    QT_TRANSLATE_NOOP("ErrorDetails", "missing"),
    QT_TRANSLATE_NOOP("ErrorDetails", "empty; leave it out"),
    QT_TRANSLATE_NOOP("ErrorDetails", "empty"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not one that is known"),
    QT_TRANSLATE_NOOP("ErrorDetails", "an unknown key; known are {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a text"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not valid Unicode"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a whole number"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not true or false"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a day"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not written as YYYY-MM-DD"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not base64"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not the id of a record"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not one of {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a list of {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not in order, each once"),
    QT_TRANSLATE_NOOP("ErrorDetails", "none of the kinds that are known"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a number from {0} to {1}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "longer than {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a count"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not 32 bytes in hexadecimal"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a script code"),
    QT_TRANSLATE_NOOP("ErrorDetails", "stands for nothing"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a field that does not exist"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a topic that does not exist"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not one rule for each kind of party"),
    QT_TRANSLATE_NOOP("ErrorDetails", "holds a character that no text has"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a text with one {0} for the cell"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a name"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not a public key"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not printable"),
)
