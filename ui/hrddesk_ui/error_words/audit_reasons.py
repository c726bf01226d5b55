"""Why an audit refuses a PDF, as the core says it in an error; a list of findings has `audit_words`."""

from typing import Final

from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

TEMPLATES: Final = (
    QT_TRANSLATE_NOOP("ErrorDetails", "a part of the file cannot be read"),
    QT_TRANSLATE_NOOP("ErrorDetails", "there is so much in it that this program cannot vouch for it"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file holds more than one revision of itself"),
    QT_TRANSLATE_NOOP(
        "ErrorDetails", "the table of its objects is damaged: two readers may see two different files"
    ),
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
    QT_TRANSLATE_NOOP("ErrorDetails", "a picture says something about its making"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a picture has another one that is shown elsewhere"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a page is drawn with something that this program does not use"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text cannot be seen"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text is as light as the paper"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text is too small to be seen"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text lies outside its page"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text is covered"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a drawing may spell words that this program cannot read"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a text cannot be read: its font does not say what its letters are"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the text of the pages is not that of the approved model"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a replacement text holds what the model does not"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a character map holds what the model does not"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a character that is drawn has no picture in its font, or another one"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a bookmark holds what the model does not"),
    QT_TRANSLATE_NOOP("ErrorDetails", "the file holds words or names that belong to no page"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a part of a name of the vault stands in the text"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a secret of the vault stands in the text"),
    QT_TRANSLATE_NOOP("ErrorDetails", "a secret of the vault stands in the file's bytes"),
)
