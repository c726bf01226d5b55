"""The sections of a publication other than case sheets: figures, timeline, list by sentence, method."""

from collections.abc import Iterator
from typing import Final

from hrddesk.publish.content.elements import (
    BarChart,
    Element,
    Grid,
    GridRow,
    Heading,
    Large,
    LineChart,
    Pairs,
    PrintedBar,
    PublicationSection,
)
from hrddesk.publish.content.phrasing import Teller, begun, key_of_sheet
from hrddesk.publish.content.printed_parts import charges_of, penalties_of
from hrddesk.records.language.captions import caption, texts
from hrddesk.redact.facts.terms import first_day
from hrddesk.redact.model.chapters import Band, Chapter, ChartKind, FigureTable, Listed, PrintedFigure
from hrddesk.redact.model.model import RedactedModel

_MOST_MARKS: Final = 8  # the most times that are printed below a line chart
_STEPS: Final = (1, 2, 5)


# --- figures --------------------------------------------------------------------------------------------


def figures(model: RedactedModel, teller: Teller) -> Iterator[PublicationSection]:
    """Yield up to two sections: the figures counted from records, and the figures that others published."""
    named_figures = [(f"figure{number}", figure) for number, figure in enumerate(model.chapters.figures, 1)]
    whose = "figures.of_all" if model.chapters.count_all else "figures.of_admitted"
    for key, intro, published in (("figures", whose, False), ("published", "published.intro", True)):
        chosen = [
            _figure(name, figure, teller) for name, figure in named_figures if figure.published == published
        ]
        if chosen:
            elements = (item for part in chosen for item in part)
            yield PublicationSection(
                key, teller.caption(f"{key}.title"), (teller.columns(caption(intro)), *elements)
            )


def _figure(key: str, figure: PrintedFigure, teller: Teller) -> Iterator[Element]:
    yield Heading(teller.words(figure.name), key)
    yield Large(teller.words(figure.value))
    card = (teller.pair(title, words) for title, words in figure.card)
    yield Pairs((*card, *teller.sources(figure.sources)))
    if figure.table is None:
        return
    if figure.chart is ChartKind.BARS:
        yield _bars(figure, figure.table, teller)
    elif figure.chart is ChartKind.LINE:
        yield _line(figure, figure.table, teller)
    columns = tuple(begun(teller.words(column)) for column in figure.table.columns)
    rows = tuple(GridRow(tuple(map(teller.words, row.cells))) for row in figure.table.rows)
    yield Grid(columns, rows, (*[2.0] * (len(columns) - 2), 1.0, 1.0), numbers=2)


def _alternative(kind: str, figure: PrintedFigure, teller: Teller) -> str:
    """Return the title of a chart, which is both printed and read out by screen readers."""
    return teller.words(caption(f"chart.{kind}").filled("{name}", figure.name))


def _bars(figure: PrintedFigure, table: FigureTable, teller: Teller) -> BarChart:
    most = max((row.count or 0 for row in table.rows), default=0) or 1
    bars = (
        PrintedBar(
            teller.words(row.cells[0]),
            teller.words(row.cells[-2]),
            None if row.count is None else row.count / most,
        )
        for row in table.rows
    )
    return BarChart(_alternative("bars", figure, teller), tuple(bars))


def _line(figure: PrintedFigure, table: FigureTable, teller: Teller) -> LineChart:
    """Return the line chart of those rows of a table that have a date."""
    dated = [row for row in table.rows if teller.words(row.cells[0])[:1].isdecimal()]
    most = max((row.count or 0 for row in dated), default=0) or 1
    step = _step(most)
    top = -(-most // step) * step
    every = -(-len(dated) // _MOST_MARKS)
    return LineChart(
        _alternative("line", figure, teller),
        tuple(None if row.count is None else row.count / top for row in dated),
        tuple((index, teller.words(row.cells[0])) for index, row in enumerate(dated) if index % every == 0),
        tuple((number / top, f"{number:,}") for number in range(0, top + 1, step)),
    )


def _step(most: int) -> int:
    """Return a round distance between the ticks of a chart; six ticks, from 0 on, reach at least `most`."""
    unit = 1
    while True:
        for step in _STEPS:
            if most <= 5 * step * unit:
                return step * unit
        unit *= 10


# --- timeline and list ----------------------------------------------------------------------------------


def timeline(model: RedactedModel, teller: Teller) -> Iterator[PublicationSection]:
    """Yield the section with all events by date, if this chapter is printed."""
    if Chapter.TIMELINE not in model.chapters.parts:
        return
    happened = [
        (first_day(event.date), number, index)
        for number, case in enumerate(model.cases)
        for index, event in enumerate(case.events)
    ]
    rows = []
    for _, number, index in sorted(happened):
        case = model.cases[number]
        event = case.events[index]
        victims = teller.victims(event, case.people)  # otherwise two rows of a case may look the same
        what = [begun(teller.words(event.type)), *filter(None, [victims, event.place])]
        what += [teller.words(event.assertion)] if event.assertion else []  # a refuted event is no fact
        cells = (teller.dated(event.date), teller.between.join(what))
        rows.append(GridRow((*cells, _case(number, model, teller)), _link(number, model)))
    if rows:
        columns = [teller.caption(f"column.{name}") for name in ("date", "event", "case")]
        grid = Grid(tuple(columns), tuple(rows), (1.0, 2.2, 2.2))
        yield PublicationSection("timeline", teller.caption("timeline.whole"), (grid,))


def _case(number: int, model: RedactedModel, teller: Teller) -> str:
    """Return the words that refer to a case: its number, if it has a sheet, and its people."""
    heading = teller.heading(model.cases[number].people)
    if Chapter.SHEETS not in model.chapters.parts:
        return heading
    return f"{number + 1}  {heading or teller.caption('case')}"


def _link(number: int, model: RedactedModel) -> str:
    return key_of_sheet(number + 1) if Chapter.SHEETS in model.chapters.parts else ""


def listed(model: RedactedModel, teller: Teller) -> Iterator[PublicationSection]:
    """Yield the section that lists people by the length of their sentences, unless the list is empty."""
    entries = model.chapters.listed
    if not entries:
        return
    elements: list[Element] = [teller.columns(caption("list.says"))]
    for band in Band:
        rows = tuple(_listed(entry, model, teller) for entry in entries if entry.band is band)
        if not rows:
            continue
        elements.append(Heading(teller.caption(f"band.{band.value}"), f"band.{band.value}"))
        sentenced = band is not Band.NONE
        names: tuple[str, ...] = (
            ("name", "penalties", "charges", "date", "sheet") if sentenced else ("name", "sheet")
        )
        shares: tuple[float, ...] = (2.2, 2.6, 2.5, 1.2, 0.9) if sentenced else (8.5, 0.9)
        if Chapter.SHEETS not in model.chapters.parts:
            names, shares = names[:-1], shares[:-1]
        columns = tuple(teller.caption(f"column.{name}") for name in names)
        elements.append(Grid(columns, rows, shares))
    yield PublicationSection("list", teller.caption("list"), tuple(elements))


def _listed(entry: Listed, model: RedactedModel, teller: Teller) -> GridRow:
    case = model.cases[entry.case]
    cells = [teller.name(case.people[entry.person])]
    if entry.event is not None:
        event = case.events[entry.event]
        cells += [
            teller.listed(penalties_of(entry, case)),
            teller.listed(charges_of(entry, case)),
            teller.dated(event.date),
        ]
    if Chapter.SHEETS in model.chapters.parts:
        cells.append(str(entry.case + 1))
    return GridRow(tuple(cells), _link(entry.case, model))


# --- method ---------------------------------------------------------------------------------------------


def method(model: RedactedModel, teller: Teller) -> PublicationSection:
    """Return the section on method and limits: general paragraphs, and those about this publication."""
    parts, chapters = model.chapters.parts, model.chapters
    counted = any(not figure.published for figure in chapters.figures)
    notes = [figure.sources for figure in chapters.figures]
    notes += [case.sources for case in model.cases]
    notes += [event.sources for case in model.cases for event in case.events]
    printed = {
        "figures": counted,
        "hidden": bool(chapters.figures) and not chapters.small_counts,
        "small": chapters.small_counts,
        "admitted": counted and not chapters.count_all,
        "all": counted and chapters.count_all,
        "labels": model.summary.labelled + model.summary.groups_labelled > 0,
        "list": bool(model.chapters.listed),
        "timeline": Chapter.TIMELINE in parts and bool(model.cases),
        "sheets": Chapter.SHEETS in parts,
        "sources": any(notes),
    }
    paragraphs = []
    for code, text in texts().items():
        kind = code.split(".")
        if kind[0] == "method" and len(kind) > 1 and (len(kind) == 2 or printed[kind[1]]):
            paragraphs.append(teller.columns(text))
    return PublicationSection("method", teller.caption("method"), tuple(paragraphs))
