"""Words for what an audit finds in a PDF."""

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.publish.audit.findings import AuditCode, AuditFinding
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

FINDINGS: Final = {
    AuditCode.UNREADABLE: QT_TRANSLATE_NOOP("PdfFindings", "A part of the file cannot be read"),
    AuditCode.TOO_COMPLEX: QT_TRANSLATE_NOOP(
        "PdfFindings", "There is so much in it that this program cannot vouch for it"
    ),
    AuditCode.LEFTOVER_REVISION: QT_TRANSLATE_NOOP(
        "PdfFindings", "The file holds more than one revision of itself"
    ),
    AuditCode.DAMAGED_TABLE: QT_TRANSLATE_NOOP(
        "PdfFindings", "The table of its objects is damaged: two readers may see two different files"
    ),
    AuditCode.STRAY_BYTES: QT_TRANSLATE_NOOP("PdfFindings", "There are bytes that belong to no object"),
    AuditCode.UNUSED_OBJECT: QT_TRANSLATE_NOOP(
        "PdfFindings", "An object is in the file that nothing refers to"
    ),
    AuditCode.METADATA: QT_TRANSLATE_NOOP("PdfFindings", "The file says something about its making"),
    AuditCode.CATALOGUE_KEY: QT_TRANSLATE_NOOP(
        "PdfFindings", "The catalogue holds a key that is not on the list"
    ),
    AuditCode.ATTACHMENT: QT_TRANSLATE_NOOP("PdfFindings", "A file is attached"),
    AuditCode.SCRIPT: QT_TRANSLATE_NOOP(
        "PdfFindings", "The file holds a script or an action that runs by itself"
    ),
    AuditCode.FORM: QT_TRANSLATE_NOOP("PdfFindings", "The file holds a form"),
    AuditCode.THUMBNAIL: QT_TRANSLATE_NOOP("PdfFindings", "A page holds a small picture of itself"),
    AuditCode.HIDDEN_LAYER: QT_TRANSLATE_NOOP("PdfFindings", "The file has layers that can be switched off"),
    AuditCode.ANNOTATION: QT_TRANSLATE_NOOP("PdfFindings", "A page holds a note or another annotation"),
    AuditCode.EXTERNAL_LINK: QT_TRANSLATE_NOOP("PdfFindings", "A link leads out of the file"),
    AuditCode.PICTURE: QT_TRANSLATE_NOOP("PdfFindings", "A picture cannot be checked"),
    AuditCode.PICTURE_METADATA: QT_TRANSLATE_NOOP("PdfFindings", "A picture says something about its making"),
    AuditCode.ALTERNATE_PICTURE: QT_TRANSLATE_NOOP(
        "PdfFindings", "A picture has another one that is shown elsewhere"
    ),
    AuditCode.DRAWING: QT_TRANSLATE_NOOP(
        "PdfFindings", "A drawing may spell words that this program cannot read"
    ),
    AuditCode.UNEXPECTED_DRAWING: QT_TRANSLATE_NOOP(
        "PdfFindings", "A page is drawn with something that this program does not use"
    ),
    AuditCode.INVISIBLE_TEXT: QT_TRANSLATE_NOOP("PdfFindings", "A text cannot be seen"),
    AuditCode.WHITE_TEXT: QT_TRANSLATE_NOOP("PdfFindings", "A text is as light as the paper"),
    AuditCode.TINY_TEXT: QT_TRANSLATE_NOOP("PdfFindings", "A text is too small to be seen"),
    AuditCode.OFF_PAGE: QT_TRANSLATE_NOOP("PdfFindings", "A text lies outside its page"),
    AuditCode.COVERED_TEXT: QT_TRANSLATE_NOOP("PdfFindings", "A text is covered"),
    AuditCode.UNREADABLE_TEXT: QT_TRANSLATE_NOOP(
        "PdfFindings", "A text cannot be read: its font does not say what its letters are"
    ),
    AuditCode.TEXT_DIFFERS: QT_TRANSLATE_NOOP(
        "PdfFindings", "The text of the pages is not what was published"
    ),
    AuditCode.ACTUAL_TEXT: QT_TRANSLATE_NOOP(
        "PdfFindings", "A replacement text holds what was not published"
    ),
    AuditCode.TO_UNICODE: QT_TRANSLATE_NOOP("PdfFindings", "A character map holds what was not published"),
    AuditCode.GLYPH: QT_TRANSLATE_NOOP(
        "PdfFindings", "A character that is drawn has no picture in its font, or another one"
    ),
    AuditCode.OUTLINE: QT_TRANSLATE_NOOP("PdfFindings", "A bookmark holds what was not published"),
    AuditCode.STRAY_TEXT: QT_TRANSLATE_NOOP(
        "PdfFindings", "The file holds words or names that belong to no page"
    ),
    AuditCode.NAME_PART: QT_TRANSLATE_NOOP(
        "PdfFindings", "A part of a name of this vault stands in the text"
    ),
    AuditCode.SECRET_IN_TEXT: QT_TRANSLATE_NOOP("PdfFindings", "A secret of this vault stands in the text"),
    AuditCode.SECRET_IN_BYTES: QT_TRANSLATE_NOOP(
        "PdfFindings", "A secret of this vault stands in the file's bytes"
    ),
}


def finding_lines(findings: Iterable[AuditFinding]) -> Iterator[str]:
    """Yield a line for each kind of finding, in order, with the numbers of the pages if they are known."""
    pages_by_code: dict[AuditCode, set[int]] = {}
    for finding in findings:
        pages_by_code.setdefault(finding.code, set()).add(finding.page)
    for code, places in pages_by_code.items():
        words = QCoreApplication.translate("PdfFindings", FINDINGS[code])
        if pages := sorted(places - {0}):
            where = QCoreApplication.translate("PdfFindings", "{finding} (pages: {pages})")
            words = where.format(finding=words, pages=", ".join(map(str, pages)))
        yield words
