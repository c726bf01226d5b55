"""What stands within the errors of the core, in the window's language.

The core says in English why something failed; a table turns that into the language of the window. A test
holds that every reason which the core can give is here.
"""

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk_ui.marking import QT_TRANSLATE_NOOP

TEMPLATES: Final = (
    QT_TRANSLATE_NOOP("ErrorDetails", "it is not there"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it cannot be read"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is empty"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the keyfile is empty"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the keyfile: {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is not a file"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it lies in a vault, whose files change"),
    QT_TRANSLATE_NOOP("ErrorDetails", "No such file or directory"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Permission denied"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Input/output error"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Is a directory"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Not a directory"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Read-only file system"),
    QT_TRANSLATE_NOOP("ErrorDetails", "No space left on device"),
    QT_TRANSLATE_NOOP("ErrorDetails", "File name too long"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Operation not permitted"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Device or resource busy"),
    QT_TRANSLATE_NOOP("ErrorDetails", "Too many open files"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it does not read back as it was written"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a day is written 2026-01-31"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a record of this kind has no such field"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a record of this kind has no such list"),
    QT_TRANSLATE_NOOP("ErrorDetails", "an entry of this list has no such field"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it takes a whole number"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it takes yes or no"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a record keeps a reference"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it takes up to 64 letters, digits, dots, strokes and dashes"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it takes text"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} to {1} characters that can be seen"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the levels are public, restricted and secret"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the formats are: {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a kit is a folder that holds any of {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "there is no import of that number"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it was undone before"),
    QT_TRANSLATE_NOOP("ErrorDetails", "records that were made since refer to what it brought"),
    QT_TRANSLATE_NOOP("ErrorDetails", "there is no such act"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a record was changed again since"),
    QT_TRANSLATE_NOOP("ErrorDetails", "this record has the states 1 to {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "in that state the record was deleted"),
    QT_TRANSLATE_NOOP("ErrorDetails", "nothing was changed that could be undone"),
    QT_TRANSLATE_NOOP("ErrorDetails", "nothing was undone that could be done again"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is an import; undo it where imports are listed"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is what a bundle brought; take that back in its review"),
    QT_TRANSLATE_NOOP("ErrorDetails", "what was there before was forgotten"),
    QT_TRANSLATE_NOOP("ErrorDetails", "what it changed was forgotten"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it lies in the vault; take a stick"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is larger than any that this program writes"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it does not begin as drafts.bin does"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it was written by another version of this program"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is damaged, or belongs to another vault"),
    QT_TRANSLATE_NOOP("ErrorDetails", "more was typed than it takes"),
    QT_TRANSLATE_NOOP("ErrorDetails", "nothing of this bundle was accepted"),
    QT_TRANSLATE_NOOP("ErrorDetails", "no profile ever publishes this text"),
    QT_TRANSLATE_NOOP("ErrorDetails", "there is no text yet"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it changed while it was being read; read it again"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is too long for a date"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is no form that is known"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} is no form that is known"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} does not exist"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} ends before it begins"),
    QT_TRANSLATE_NOOP("ErrorDetails", "day and month could be read two ways"),
    QT_TRANSLATE_NOOP("ErrorDetails", "write FIELD=VALUE, for example type=detained"),
    QT_TRANSLATE_NOOP("ErrorDetails", "give one value or a few, with | between them"),
    QT_TRANSLATE_NOOP("ErrorDetails", "there is no such field; those are {0}, {1}KEY"),
    QT_TRANSLATE_NOOP("ErrorDetails", "give a period such as 2020 or 2020-01/2020-06"),
    QT_TRANSLATE_NOOP("ErrorDetails", "write a number, or a range such as 120..300 or 180.."),
    QT_TRANSLATE_NOOP("ErrorDetails", "the range ends before it begins"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is persons, cases or events"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is all or known"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a table has one dimension or two different ones"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a figure is of a part or split by something, not both"),
    QT_TRANSLATE_NOOP("ErrorDetails", "split by month or year"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is a whole number from 0 to 1000"),
    QT_TRANSLATE_NOOP("ErrorDetails", "give at most {0} conditions, and at least one in a group"),
    QT_TRANSLATE_NOOP("ErrorDetails", "only numbers have bands"),
    QT_TRANSLATE_NOOP("ErrorDetails", "bands begin at whole numbers, the smaller ones first"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it was saved in a form that is not known here"),
    QT_TRANSLATE_NOOP("ErrorDetails", "give the figure a name"),
    QT_TRANSLATE_NOOP("ErrorDetails", "one certain day is needed, such as 2020-12-31"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a header of the archive"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a header of the archive, or its order"),
    QT_TRANSLATE_NOOP("ErrorDetails", "something stands behind the end"),
    QT_TRANSLATE_NOOP("ErrorDetails", "something stands behind a file"),
    QT_TRANSLATE_NOOP("ErrorDetails", "something stands behind the last file"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the order of the manifest"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a manifest that ends within a line"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the manifest of the tag files"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a file that is not named by its hash"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a line of a manifest"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0}: longer than {1} bytes"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0}: nested too deeply"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0}: not in its canonical form"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0}: not JSON of text and 64-bit integers"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the card"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a record"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a contact"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a receipt"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the Ed25519 signature does not hold"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the ML-DSA-65 signature does not hold"),
    QT_TRANSLATE_NOOP("ErrorDetails", "this is not a contact card"),
    QT_TRANSLATE_NOOP("ErrorDetails", "this is not a contact card of version 1"),
    QT_TRANSLATE_NOOP("ErrorDetails", "lines are missing or too many"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the proof by the previous keys is missing or too many"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a signature is not base64"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its content breaks the rules of the format"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a newer card of this contact is known"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a last line that does not end"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a record breaks the rules of its kind or of versions"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a line longer than {0} bytes"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its head does not fit its seal"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its files are smaller than was signed"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it claims to come from this vault"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a file that no record speaks of"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a record of another kind than before"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the records are not sorted"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it claims changes of this vault that were never made"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a line of contacts"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a line of receipts"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the contact card's"),
    QT_TRANSLATE_NOOP("ErrorDetails", "contact card's"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it ends too early"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its header"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its content"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a file inside is not the one that was signed"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a file inside"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the number of files inside"),
    QT_TRANSLATE_NOOP("ErrorDetails", "all files together"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the record {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "open"),
    QT_TRANSLATE_NOOP("ErrorDetails", "accepted"),
    QT_TRANSLATE_NOOP("ErrorDetails", "rejected"),
    QT_TRANSLATE_NOOP("ErrorDetails", "forgotten"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its size"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} MiB, {1} passes, {2} lanes"),
    QT_TRANSLATE_NOOP("ErrorDetails", "this machine has no {0} MiB of memory free"),
    QT_TRANSLATE_NOOP("ErrorDetails", "bytes are set that have no meaning"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it holds a character that this program does not know"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its seal does not fit its content"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it has {0} bytes, not {1}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "slot {0} makes no sense"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it holds bytes that are no text"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it does not begin as keys.bin does"),
    QT_TRANSLATE_NOOP("ErrorDetails", "there are {0} words, not {1}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "not in the list: word {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the checksum does not fit"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the process ended with {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} name(s) in the redacted model"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file is empty or cut short"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a page does not decrypt or does not fit"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its copy under the new key is not whole"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it does not begin as one"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it is of another vault"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it would lie within the vault itself"),
    QT_TRANSLATE_NOOP("ErrorDetails", "its database: {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the history key is missing"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} is not of its size"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the header of {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the header of {0}, or the file is cut short"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a name that has no place in a backup"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a file that no record knows, or one twice"),
    QT_TRANSLATE_NOOP("ErrorDetails", "it ends at {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "that row is gone"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the words are others"),
    QT_TRANSLATE_NOOP("ErrorDetails", "This folder"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the history key"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0}, row {1}, column {2}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0}, row {1}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "{0} (page {1})"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a part of the file cannot be read"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file holds more than one revision of itself"),
    QT_TRANSLATE_NOOP("ErrorDetails", "there are bytes that belong to no object"),
    QT_TRANSLATE_NOOP("ErrorDetails", "an object is in the file that nothing refers to"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file says something about its making"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the catalogue holds a key that is not on the list"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a file is attached"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file holds a script or an action that runs by itself"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file holds a form"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a page holds a small picture of itself"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file has layers that can be switched off"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a page holds a note or another annotation"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a link leads out of the file"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a picture cannot be checked"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a page is drawn with something that this program does not use"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text cannot be seen"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text is as light as the paper"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text is too small to be seen"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text lies outside its page"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text is covered"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the text of the pages is not that of the approved model"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a replacement text holds what the model does not"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a character map holds what the model does not"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a character that is drawn has no picture in its font, or another one"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a bookmark holds what the model does not"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a secret of the vault stands in the text"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a secret of the vault stands in the file's bytes"),
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
    QT_TRANSLATE_NOOP("ErrorDetails", "the counter of changes is behind the records: put back or altered"),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "parts of the history are empty that nobody forgot: put back or altered"
    ),
    QT_TRANSLATE_NOOP("ErrorDetails", "what change {0} made is not what the history says"),
    QT_TRANSLATE_NOOP("ErrorDetails", "index of names"),
    QT_TRANSLATE_NOOP("ErrorDetails", "list of cases"),
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
    QT_TRANSLATE_NOOP("ErrorDetails", "case"),
    QT_TRANSLATE_NOOP("ErrorDetails", "party"),
    QT_TRANSLATE_NOOP("ErrorDetails", "event"),
    QT_TRANSLATE_NOOP("ErrorDetails", "relation"),
    QT_TRANSLATE_NOOP("ErrorDetails", "place"),
    QT_TRANSLATE_NOOP("ErrorDetails", "source"),
    QT_TRANSLATE_NOOP("ErrorDetails", "citation"),
    QT_TRANSLATE_NOOP("ErrorDetails", "figure"),
    QT_TRANSLATE_NOOP("ErrorDetails", "term"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a spreadsheet file, not CSV"),
    QT_TRANSLATE_NOOP("ErrorDetails", "byte {0}"),
    QT_TRANSLATE_NOOP("ErrorDetails", "unexpected end of data"),
    QT_TRANSLATE_NOOP("ErrorDetails", "line contains NUL"),
    QT_TRANSLATE_NOOP("ErrorDetails", "field larger than field limit ({0})"),
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
    QT_TRANSLATE_NOOP("ErrorDetails", "HMAC verification failed for page {0}"),
)

_PLACE: Final = re.compile(r"\{\d\}")


def words(text: str) -> str:
    """Return a reason of the core in the window's language; one that is newer than the table in English."""
    if text in _whole():
        return QCoreApplication.translate("ErrorDetails", text)
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            translated = QCoreApplication.translate("ErrorDetails", template)
            return translated.format(*(words(part) for part in found.groups()))
    return text


def several(text: str) -> str:
    """Return reasons that are joined by semicolons."""
    return "; ".join(words(part) for part in text.split("; "))


@cache
def _whole() -> frozenset[str]:
    return frozenset(template for template in TEMPLATES if not _PLACE.search(template))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return templates with the expressions that fit them, those that say most first."""
    made = [template for template in TEMPLATES if _PLACE.search(template)]
    made.sort(key=lambda template: len(_PLACE.sub("", template)), reverse=True)
    return tuple(
        (template, re.compile("(.+?)".join(map(re.escape, _PLACE.split(template))), re.DOTALL))
        for template in made
    )
