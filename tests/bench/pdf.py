"""Row 13: 1,000 cases as a PDF, against reportlab's own Paragraph, a draw-only floor, and typesetters.

Usage: python tests/bench/pdf.py [--cases 1000] [--rounds 9]

Every side is a whole process that gets the same invented content: ours from the model to the bytes; the
references from the texts of the same story. CPU time of the process, the sides in turns, medians; the
largest memory of ours. WeasyPrint and typst (the Python packages) are measured where they are installed.
"""

import argparse
import html
import importlib.util
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from invented_cases import make
from table import ROUNDS, Row, lines, milliseconds

from hrddesk.publish.content.elements import BarChart, Grid, LineChart, Pairs, PublicationSection
from hrddesk.publish.process import press
from hrddesk.redact.model.model import RedactedModel

MIB = 1 << 20


# --- measuring ------------------------------------------------------------------------------------------


def measured(command: list[str], source: Path, target: Path) -> tuple[float, int]:
    """Run a process with its standard streams on files; return its CPU time and largest memory in bytes."""
    with source.open("rb") as given, target.open("wb") as taken:
        process = subprocess.Popen(command, stdin=given, stdout=taken)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[:3]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def rows(cases: int = 1000, rounds: int = ROUNDS) -> Iterator[Row]:
    """Measure all sides in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = make(cases)
        (folder / "model").write_bytes(model.canonical())
        (folder / "story").write_bytes(_story(model))
        (folder / "drawn").write_bytes(_drawn(model))
        this = [sys.executable, __file__]
        sides = {"ours": (press.command(), "model")}
        sides["paragraph"] = ([*this, "paragraph"], "story")
        sides["floor"] = ([*this, "floor"], "drawn")
        for other in ("typst", "weasyprint"):
            if importlib.util.find_spec(other):
                sides[other] = ([*this, other], "story")
        times: dict[str, list[float]] = {side: [] for side in sides}
        memory = 0
        order = list(sides)
        for number in range(rounds):
            for side in order[number % len(order) :] + order[: number % len(order)]:
                if side == "weasyprint" and number >= 3:
                    continue  # a minute each; three tell enough
                command, source = sides[side]
                seconds, peak = measured(command, folder / source, folder / f"{side}.pdf")
                times[side].append(seconds)
                if side == "ours":
                    memory = max(memory, peak)
        medians = {side: statistics.median(found) for side, found in times.items()}
        yield from _table(medians, memory, _pages(folder / "ours.pdf"), cases)


def _table(medians: dict[str, float], memory: int, pages: int, cases: int) -> Iterator[Row]:
    ours = medians["ours"]
    what = f"PDF of {cases:,} cases, {pages} pages"
    targets = {
        "paragraph": ("reportlab's Paragraph", "<= 0.33x", 1 / 3),
        "floor": ("drawing only", "<= 5x", 5.0),
        "typst": ("typst", "<= 0.5x", 0.5),
        "weasyprint": ("WeasyPrint", "<= 0.1x", 0.1),
    }
    for side, (words, target, limit) in targets.items():
        if side in medians:
            ratio = ours / medians[side]
            reference = f"{milliseconds(medians[side])}, {words}"
            yield Row(13, what, milliseconds(ours), reference, ratio, target, ratio <= limit)
    mebibytes = memory / MIB
    yield Row(13, f"{what}: memory", f"{mebibytes:.0f} MiB", "", None, "<= 250 MiB", mebibytes <= 250)


def _pages(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


# --- the references; each runs in a process of its own --------------------------------------------------


def _story(model: RedactedModel) -> bytes:
    """Return the texts of the publication as JSON."""
    from hrddesk.publish.content.story import tell

    story = tell(model)
    sheets = [
        {
            "heading": f"{sheet.number}  {sheet.heading}",
            "people": [
                [part.heading, [[pair.label, pair.value] for pair in part.facts]] for part in sheet.people
            ],
            "rows": [
                [row.date, row.event, "\n".join(f"{pair.label}: {pair.value}" for pair in row.details)]
                for row in sheet.timeline
            ],
            "texts": list(sheet.texts),
        }
        for sheet in story.sheets
    ]
    sections = [
        {"title": section.title, "parts": list(_section(section))}
        for section in (*story.before, *story.after)
    ]
    told = {"title": story.title[0], "columns": story.columns, "sheets": sheets, "sections": sections}
    return json.dumps(told).encode()


def _section(section: PublicationSection) -> Iterator[str | list[list[str]]]:
    """Yield the paragraphs and the tables of a section; the charts are left to us alone."""
    for element in section.elements:
        if isinstance(element, Grid):
            yield [list(element.columns), *(list(row.cells) for row in element.rows)]
        elif isinstance(element, Pairs):
            yield [list(pair.texts()) for pair in element.pairs]
        elif not isinstance(element, BarChart | LineChart):
            yield from element.texts()


def _drawn(model: RedactedModel) -> bytes:
    """Return the finished operators of every page and the glyphs, so that nothing is left but to draw."""
    from hrddesk.publish.process.reportlab_setup import settle

    settle()
    from hrddesk.publish.content.story import tell
    from hrddesk.publish.pdf.composition import _Composer
    from hrddesk.publish.pdf.progress import nobody

    composer = _Composer(tell(model), {}, "en", nobody)
    composer.compose()
    pages = ["\n".join(page.code) for page in composer.pages.pages]
    fonts = composer.setter.fonts
    codes = {face.value: [dict(codes.glyphs), dict(codes.texts)] for face, codes in fonts.codes.items()}
    return json.dumps({"pages": pages, "codes": codes}).encode()


def floor() -> None:
    """Write pages that are finished: reportlab's canvas, compression, fonts."""
    from hrddesk.publish.process.reportlab_setup import settle

    settle()
    from hrddesk.publish.pdf.document import PageCanvas
    from hrddesk.publish.pdf.page_style import PAPER
    from hrddesk.publish.typesetting.fontfile import FontFace
    from hrddesk.publish.typesetting.fonts import Fonts

    given = json.load(sys.stdin.buffer)
    fonts = Fonts()
    for face, (glyphs, texts) in given["codes"].items():
        codes = fonts.codes[FontFace(int(face))]
        codes.glyphs = {int(code): glyph for code, glyph in glyphs.items()}
        codes.texts = {int(code): text for code, text in texts.items()}
    canvas = PageCanvas(sys.stdout.buffer, PAPER, "en")
    for page in given["pages"]:
        canvas.code.append(page)
        canvas.showPage()
    canvas.finish(fonts)


def paragraph() -> None:
    """Lay the same texts out by reportlab's Paragraph, Table and TableOfContents, without shaping."""
    from reportlab.lib.colors import HexColor
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.sequencer import Sequencer
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import (
        BaseDocTemplate,
        Frame,
        PageBreak,
        PageTemplate,
        Paragraph,
        Table,
        TableStyle,
    )
    from reportlab.platypus.tableofcontents import TableOfContents

    from hrddesk.system.paths import resources

    for name in ("NotoSans-Regular", "NotoSans-Bold", "NotoSansSC-Regular"):
        pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / f"{name}.ttf"), shapable=False))
    story = json.load(sys.stdin.buffer)
    body = ParagraphStyle("body", fontName="NotoSans-Regular", fontSize=9.5, leading=14.5)
    chinese = ParagraphStyle("chinese", body, fontName="NotoSansSC-Regular", wordWrap="CJK")
    cell = ParagraphStyle("cell", body, fontSize=8.5, leading=12.5)
    heading = ParagraphStyle(
        "heading", body, fontName="NotoSans-Bold", fontSize=13, leading=18, spaceBefore=30
    )

    def marked(text: str) -> str:
        text = html.escape(text).replace("\n", "<br/>")
        return re.sub("([\u2e80-\uffef]+)", r'<font name="NotoSansSC-Regular">\1</font>', text)

    class Document(BaseDocTemplate):
        seq: Sequencer  # of which its stubs do not tell

        def afterFlowable(self, flowable: object) -> None:  # noqa: N802 (reportlab)
            if isinstance(flowable, Paragraph) and flowable.style.name == "heading":
                key = f"h{self.seq.nextf('h')}"
                self.canv.bookmarkPage(key)
                self.notify("TOCEntry", (0, flowable.getPlainText(), self.page, key))

    document = Document(sys.stdout.buffer, pagesize=A4)
    frame = Frame(70, 76, A4[0] - 140, A4[1] - 144, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("page", [frame])])
    contents = TableOfContents(levelStyles=[cell])
    flowables = [Paragraph(marked(story["title"]), heading), PageBreak(), contents, PageBreak()]
    line = TableStyle(
        [("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor("#cccccc")), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    for sheet in story["sheets"]:
        flowables.append(Paragraph(marked(sheet["heading"]), heading))
        for name, facts in sheet["people"]:
            if name:
                flowables.append(Paragraph(marked(name), body))
            table = [[Paragraph(marked(text), cell) for text in fact] for fact in facts]
            flowables.append(Table(table, colWidths=(122, 333)))
        rows = [story["columns"], *sheet["rows"]]
        table = [[Paragraph(marked(text), cell) for text in row] for row in rows]
        flowables.append(Table(table, colWidths=(92, 144, 219), repeatRows=1, style=line))
        for text in sheet["texts"]:
            for part in filter(None, map(str.strip, text.split("\n"))):
                is_chinese = ord(part[0]) > 0x2E80
                flowables.append(
                    Paragraph(html.escape(part), chinese) if is_chinese else Paragraph(marked(part), body)
                )
    for section in story["sections"]:
        flowables += [PageBreak(), Paragraph(marked(section["title"]), heading)]
        for part in section["parts"]:
            if isinstance(part, str):
                flowables.append(Paragraph(marked(part), body))
                continue
            table = [[Paragraph(marked(text), cell) for text in row] for row in part]
            flowables.append(Table(table, repeatRows=1, style=line))
    document.multiBuild(flowables)


def typst() -> None:
    """Lay the same texts out by typst."""
    import typst as typesetter

    from hrddesk.system.paths import resources

    story = json.load(sys.stdin.buffer)

    def quoted(text: str) -> str:
        return "#" + json.dumps(text, ensure_ascii=False)

    parts = [
        '#set page(paper: "a4", margin: 2.5cm, numbering: "1")',
        '#set text(font: ("Noto Sans", "Noto Sans SC"), size: 9.5pt)',
        quoted(story["title"]),
        "#pagebreak()\n#outline()\n#pagebreak()",
    ]
    for sheet in story["sheets"]:
        parts.append(f"= {quoted(sheet['heading'])}")
        for name, facts in sheet["people"]:
            cells = ", ".join(f"[{quoted(text)}]" for fact in facts for text in fact)
            parts.append(f"{quoted(name)}\n#table(columns: (110pt, 1fr), stroke: none, {cells})")
        rows = [story["columns"], *sheet["rows"]]
        cells = ", ".join(f"[{quoted(text)}]" for row in rows for text in row)
        parts.append(f"#table(columns: (80pt, 132pt, 1fr), {cells})")
        parts += [quoted(part) + "\n" for text in sheet["texts"] for part in text.split("\n") if part]
    for section in story["sections"]:
        parts.append(f"#pagebreak()\n= {quoted(section['title'])}")
        for part in section["parts"]:
            if isinstance(part, str):
                parts.append(quoted(part) + "\n")
                continue
            cells = ", ".join(f"[{quoted(text)}]" for row in part for text in row)
            parts.append(f"#table(columns: ({', '.join(['1fr'] * len(part[0]))},), {cells})")
    source = "\n\n".join(parts).encode()
    sys.stdout.buffer.write(typesetter.compile(source, font_paths=[str(resources() / "fonts")]))


def weasyprint() -> None:
    """Lay the same texts out by WeasyPrint."""
    import weasyprint as typesetter

    story = json.load(sys.stdin.buffer)
    style = (
        "@page { size: A4; margin: 2.5cm; @bottom-right { content: counter(page) } }"
        "body { font: 9.5pt 'Noto Sans', 'Noto Sans SC' }"
        "a::after { content: target-counter(attr(href), page) }"
        "table { width: 100%; font-size: 8.5pt } td { vertical-align: top; white-space: pre-line }"
    )
    parts = [f"<style>{style}</style><p>{html.escape(story['title'])}</p><nav>"]
    for number, sheet in enumerate(story["sheets"]):
        parts.append(f'<p><a href="#s{number}">{html.escape(sheet["heading"])} </a></p>')
    parts.append("</nav>")
    for number, sheet in enumerate(story["sheets"]):
        parts.append(f'<h2 id="s{number}">{html.escape(sheet["heading"])}</h2>')
        tables = [facts for _, facts in sheet["people"]] + [[story["columns"], *sheet["rows"]]]
        for table in tables:
            cells = [
                "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in table
            ]
            parts.append(f"<table>{''.join(cells)}</table>")
        parts += [
            f"<p>{html.escape(part)}</p>" for text in sheet["texts"] for part in text.split("\n") if part
        ]
    for section in story["sections"]:
        parts.append(f'<h2 style="break-before: page">{html.escape(section["title"])}</h2>')
        for part in section["parts"]:
            if isinstance(part, str):
                parts.append(f"<p>{html.escape(part)}</p>")
                continue
            cells = [
                "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in part
            ]
            parts.append(f"<table>{''.join(cells)}</table>")
    sys.stdout.buffer.write(typesetter.HTML(string="".join(parts)).write_pdf())


SIDES = {"floor": floor, "paragraph": paragraph, "typst": typst, "weasyprint": weasyprint}


def main() -> None:
    """Run a side, or measure all of them and print the table."""
    if sys.argv[1:2] and sys.argv[1] in SIDES:
        SIDES[sys.argv[1]]()
        return
    parser = argparse.ArgumentParser(description="Measure row 13, the PDF.")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    print("\n".join(lines(list(rows(options.cases, options.rounds)))))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main()
