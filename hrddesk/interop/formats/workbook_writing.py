"""Writing of XLSX workbooks without metadata: no date, no name of a person or program.

Every cell of text has the type text. No spreadsheet therefore runs a formula from a name or a title, and no
guarding apostrophe is needed. The workbook contains only the files that ECMA-376 requires. Characters that
XML cannot contain are written `_xHHHH_` (ECMA-376, Part 1, `ST_Xstring`); `workbook.rows_of` reads them back.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape  # that of xml.sax brings network code along
from typing import Final

from hrddesk.errors import TooLargeForWorkbook
from hrddesk.errors.translatable import Translatable
from hrddesk.interop.formats.workbook import MOST_CELLS, MOST_ROWS, letters

LONGEST_CELL: Final = 32_767
"""The largest length of a cell in UTF-16 code units; spreadsheets silently cut off the rest."""

Cell = str | int
"""The value of a cell: a text, which no spreadsheet computes with, or a number."""

_TEXT, _PLAIN = 1, 0
_DAY: Final = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP archive can say
_ESCAPED: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES: Final = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" xfId="0"/>'
    '<xf numFmtId="49" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write(sheets: Sequence[tuple[str, Iterable[Sequence[Cell]]]]) -> bytes:
    """Return a workbook of these sheets, each with a name and its rows; the first row is the header row.

    Raise TooLargeForWorkbook if a sheet or a cell exceeds the limits of spreadsheets or of our own reader.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, text: str) -> None:
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))

        names = [name for name, _ in sheets]
        put("[Content_Types].xml", _content_types(len(names)))
        put("_rels/.rels", _relations(["officeDocument"], ["xl/workbook.xml"]))
        put("xl/workbook.xml", _book(names))
        parts = [f"worksheets/sheet{number}.xml" for number in range(1, len(names) + 1)]
        kinds = ["worksheet"] * len(parts)
        put("xl/_rels/workbook.xml.rels", _relations([*kinds, "styles"], [*parts, "styles.xml"]))
        put("xl/styles.xml", _STYLES)
        for (name, rows), part in zip(sheets, parts, strict=True):
            put(f"xl/{part}", "".join(_sheet(name, rows)))
    return stream.getvalue()


def _sheet(name: str, rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    yield f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews><sheetData>"
    cells = 0
    for number, row in enumerate(rows, 1):
        cells += len(row)
        if number > MOST_ROWS or cells > MOST_CELLS:
            raise TooLargeForWorkbook(
                sheet=name, row=number, why=Translatable("a sheet takes 300,000 rows at the most")
            )
        yield f'<row r="{number}">{"".join(_cells(name, number, row))}</row>'
    yield "</sheetData></worksheet>"


def _cells(sheet: str, number: int, row: Sequence[Cell]) -> Iterator[str]:
    for index, cell in enumerate(row):
        place = f"{letters(index)}{number}"
        if isinstance(cell, int):
            yield f'<c r="{place}" s="{_PLAIN}"><v>{cell}</v></c>'
        elif cell:
            if len(cell.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST_CELL:
                why = Translatable("a cell takes 32,767 characters at the most")
                raise TooLargeForWorkbook(sheet=sheet, row=number, why=why)
            text = escape(_ESCAPED.sub(lambda match: f"_x{ord(match[0]):04X}_", cell), quote=False)
            yield (
                f'<c r="{place}" s="{_TEXT}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
            )


def _book(names: Iterable[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _relations(kinds: Sequence[str], targets: Sequence[str]) -> str:
    relationships = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(zip(kinds, targets, strict=True), 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relationships}</Relationships>'


def _content_types(sheets: int) -> str:
    kinds_by_part = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    kinds_by_part |= {f"/xl/worksheets/sheet{number}.xml": "worksheet" for number in range(1, sheets + 1)}
    parts = "".join(
        f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in kinds_by_part.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )
