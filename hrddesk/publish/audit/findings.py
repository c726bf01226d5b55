"""The findings of an audit; no message contains words of the file, of the model or of the vault."""

from dataclasses import dataclass
from enum import StrEnum

from hrddesk.errors.translatable import Translatable


class Severity(StrEnum):
    """The severity of a finding: a file with an error must not be published."""

    ERROR = "error"
    WARNING = "warning"


class AuditCode(StrEnum):
    """The kinds of findings; the values never change, because reports and tests refer to them."""

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
    AuditCode.UNREADABLE: Translatable("a part of the file cannot be read"),
    AuditCode.TOO_COMPLEX: Translatable("there is so much in it that this program cannot vouch for it"),
    AuditCode.LEFTOVER_REVISION: Translatable("the file holds more than one revision of itself"),
    AuditCode.DAMAGED_TABLE: Translatable(
        "the table of its objects is damaged: two readers may see two different files"
    ),
    AuditCode.STRAY_BYTES: Translatable("there are bytes that belong to no object"),
    AuditCode.UNUSED_OBJECT: Translatable("an object is in the file that nothing refers to"),
    AuditCode.METADATA: Translatable("the file says something about its making"),
    AuditCode.CATALOGUE_KEY: Translatable("the catalogue holds a key that is not on the list"),
    AuditCode.ATTACHMENT: Translatable("a file is attached"),
    AuditCode.SCRIPT: Translatable("the file holds a script or an action that runs by itself"),
    AuditCode.FORM: Translatable("the file holds a form"),
    AuditCode.THUMBNAIL: Translatable("a page holds a small picture of itself"),
    AuditCode.HIDDEN_LAYER: Translatable("the file has layers that can be switched off"),
    AuditCode.ANNOTATION: Translatable("a page holds a note or another annotation"),
    AuditCode.EXTERNAL_LINK: Translatable("a link leads out of the file"),
    AuditCode.PICTURE: Translatable("a picture cannot be checked"),
    AuditCode.PICTURE_METADATA: Translatable("a picture says something about its making"),
    AuditCode.ALTERNATE_PICTURE: Translatable("a picture has another one that is shown elsewhere"),
    AuditCode.DRAWING: Translatable("a drawing may spell words that this program cannot read"),
    AuditCode.UNEXPECTED_DRAWING: Translatable(
        "a page is drawn with something that this program does not use"
    ),
    AuditCode.INVISIBLE_TEXT: Translatable("a text cannot be seen"),
    AuditCode.WHITE_TEXT: Translatable("a text is as light as the paper"),
    AuditCode.TINY_TEXT: Translatable("a text is too small to be seen"),
    AuditCode.OFF_PAGE: Translatable("a text lies outside its page"),
    AuditCode.COVERED_TEXT: Translatable("a text is covered"),
    AuditCode.UNREADABLE_TEXT: Translatable(
        "a text cannot be read: its font does not say what its letters are"
    ),
    AuditCode.TEXT_DIFFERS: Translatable("the text of the pages is not that of the approved model"),
    AuditCode.ACTUAL_TEXT: Translatable("a replacement text holds what the model does not"),
    AuditCode.TO_UNICODE: Translatable("a character map holds what the model does not"),
    AuditCode.GLYPH: Translatable("a character that is drawn has no picture in its font, or another one"),
    AuditCode.OUTLINE: Translatable("a bookmark holds what the model does not"),
    AuditCode.STRAY_TEXT: Translatable("the file holds words or names that belong to no page"),
    AuditCode.NAME_PART: Translatable("a part of a name of the vault stands in the text"),
    AuditCode.SECRET_IN_TEXT: Translatable("a secret of the vault stands in the text"),
    AuditCode.SECRET_IN_BYTES: Translatable("a secret of the vault stands in the file's bytes"),
}


@dataclass(frozen=True, slots=True, order=True)
class AuditFinding:
    """One finding, with its page counted from 1; page 0 means the file as a whole."""

    code: AuditCode
    severity: Severity = Severity.ERROR
    page: int = 0

    @property
    def message(self) -> str:
        """The finding and its page in English."""
        message = _MESSAGES[self.code]
        return Translatable("{0} (page {1})", message, self.page) if self.page else message
