"""What an audit can find. No message ever holds words of the file, of the model or of the vault."""

from dataclasses import dataclass
from enum import StrEnum

from hrddesk.errors.translatable import Translatable


class Severity(StrEnum):
    """Whether a file may be put in place with it."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The kinds of findings; each value is fixed for ever, since reports and tests name it."""

    UNREADABLE = "unreadable"
    TOO_COMPLEX = "too-complex"
    LEFTOVER_REVISION = "leftover-revision"
    DAMAGED_TABLE = "damaged-table"
    STRAY_BYTES = "stray-bytes"
    UNUSED_OBJECT = "unused-object"
    METADATA = "metadata"
    CATALOGUE_KEY = "catalogue-key"
    ATTACHMENT = "attachment"
    SCRIPT = "script"
    FORM = "form"
    THUMBNAIL = "thumbnail"
    HIDDEN_LAYER = "hidden-layer"
    ANNOTATION = "annotation"
    EXTERNAL_LINK = "external-link"
    PICTURE = "picture"
    PICTURE_METADATA = "picture-metadata"
    ALTERNATE_PICTURE = "alternate-picture"
    DRAWING = "drawing"
    UNEXPECTED_DRAWING = "unexpected-drawing"
    INVISIBLE_TEXT = "invisible-text"
    WHITE_TEXT = "white-text"
    TINY_TEXT = "tiny-text"
    OFF_PAGE = "off-page"
    COVERED_TEXT = "covered-text"
    UNREADABLE_TEXT = "unreadable-text"
    TEXT_DIFFERS = "text-differs"
    ACTUAL_TEXT = "actual-text"
    TO_UNICODE = "to-unicode"
    GLYPH = "glyph"
    OUTLINE = "outline"
    STRAY_TEXT = "stray-text"
    NAME_PART = "name-part"
    SECRET_IN_TEXT = "secret-in-text"
    SECRET_IN_BYTES = "secret-in-bytes"


_MESSAGES = {
    Code.UNREADABLE: Translatable("a part of the file cannot be read"),
    Code.TOO_COMPLEX: Translatable("there is so much in it that this program cannot vouch for it"),
    Code.LEFTOVER_REVISION: Translatable("the file holds more than one revision of itself"),
    Code.DAMAGED_TABLE: Translatable(
        "the table of its objects is damaged: two readers may see two different files"
    ),
    Code.STRAY_BYTES: Translatable("there are bytes that belong to no object"),
    Code.UNUSED_OBJECT: Translatable("an object is in the file that nothing refers to"),
    Code.METADATA: Translatable("the file says something about its making"),
    Code.CATALOGUE_KEY: Translatable("the catalogue holds a key that is not on the list"),
    Code.ATTACHMENT: Translatable("a file is attached"),
    Code.SCRIPT: Translatable("the file holds a script or an action that runs by itself"),
    Code.FORM: Translatable("the file holds a form"),
    Code.THUMBNAIL: Translatable("a page holds a small picture of itself"),
    Code.HIDDEN_LAYER: Translatable("the file has layers that can be switched off"),
    Code.ANNOTATION: Translatable("a page holds a note or another annotation"),
    Code.EXTERNAL_LINK: Translatable("a link leads out of the file"),
    Code.PICTURE: Translatable("a picture cannot be checked"),
    Code.PICTURE_METADATA: Translatable("a picture says something about its making"),
    Code.ALTERNATE_PICTURE: Translatable("a picture has another one that is shown elsewhere"),
    Code.DRAWING: Translatable("a drawing may spell words that this program cannot read"),
    Code.UNEXPECTED_DRAWING: Translatable("a page is drawn with something that this program does not use"),
    Code.INVISIBLE_TEXT: Translatable("a text cannot be seen"),
    Code.WHITE_TEXT: Translatable("a text is as light as the paper"),
    Code.TINY_TEXT: Translatable("a text is too small to be seen"),
    Code.OFF_PAGE: Translatable("a text lies outside its page"),
    Code.COVERED_TEXT: Translatable("a text is covered"),
    Code.UNREADABLE_TEXT: Translatable("a text cannot be read: its font does not say what its letters are"),
    Code.TEXT_DIFFERS: Translatable("the text of the pages is not that of the approved model"),
    Code.ACTUAL_TEXT: Translatable("a replacement text holds what the model does not"),
    Code.TO_UNICODE: Translatable("a character map holds what the model does not"),
    Code.GLYPH: Translatable("a character that is drawn has no picture in its font, or another one"),
    Code.OUTLINE: Translatable("a bookmark holds what the model does not"),
    Code.STRAY_TEXT: Translatable("the file holds words or names that belong to no page"),
    Code.NAME_PART: Translatable("a part of a name of the vault stands in the text"),
    Code.SECRET_IN_TEXT: Translatable("a secret of the vault stands in the text"),
    Code.SECRET_IN_BYTES: Translatable("a secret of the vault stands in the file's bytes"),
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong, with the page where that is known (counted from 1; 0: the file as a whole)."""

    code: Code
    severity: Severity = Severity.ERROR
    page: int = 0

    @property
    def message(self) -> str:
        """Say in English what it is and where."""
        message = _MESSAGES[self.code]
        return Translatable("{0} (page {1})", message, self.page) if self.page else message
