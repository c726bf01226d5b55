"""Pages: rows go on upon the next page below their header, headings stay with what follows."""

from hrddesk.publish.process.reportlab_setup import settle

settle()  # before anything imports reportlab

from hrddesk.publish.pdf import page_style  # noqa: E402  (settled)
from hrddesk.publish.pdf.pages import Block, Pages  # noqa: E402  (settled)
from hrddesk.publish.pdf.rows import RowFlowable, split_stack  # noqa: E402  (settled)
from hrddesk.publish.typesetting.lettering import TextStyle, Typesetter  # noqa: E402  (settled)
from hrddesk.publish.typesetting.paragraph import ScriptParagraph  # noqa: E402  (settled)

SETTER = Typesetter()


def text(words: str, style: TextStyle = page_style.CELL) -> ScriptParagraph:
    return ScriptParagraph(words, style, SETTER)


def row(*cells: str) -> RowFlowable:
    return RowFlowable([[text(cell)] if cell else [] for cell in cells], page_style.TIMELINE)


def started() -> Pages:
    pages = Pages()
    pages.new_page()
    return pages


def test_blocks_fill_pages_in_order() -> None:
    pages = started()
    pages.flow([Block(flowable=text(f"line {n}"), before=5) for n in range(100)])
    per_page = [page.code.count("EMC") for page in pages.pages]
    assert sum(per_page) == 100
    assert len(per_page) == 3
    assert pages.y > page_style.BOTTOM


def test_heading_stays_with_what_follows() -> None:
    pages = started()
    line = text("x")
    line.wrap(100)
    room = page_style.PAPER[1] - page_style.TOP - page_style.BOTTOM
    pages.skip(room - 1.5 * line.height)
    pages.flow([Block(flowable=text("heading"), keep=True, anchor="h"), Block(flowable=text("what follows"))])
    assert [anchor for anchor, _ in pages.pages[0].anchors] == []
    assert [anchor for anchor, _ in pages.pages[1].anchors] == ["h"]


def test_long_row_goes_on_below_its_header() -> None:
    pages = started()
    header = row("Date", "Event", "Details")
    pages.flow(
        [
            Block(flowable=header, keep=True),
            Block(flowable=row("2020", "event", "detail " * 3000), header=header),
        ]
    )
    assert len(pages.pages) >= 3
    for page in pages.pages[1:]:
        assert page.code.count("/Artifact BMC") == 1
        assert page.code.index("/Artifact BMC") < page.code.index("EMC")
    assert "/Artifact BMC" not in pages.pages[0].code


def test_short_row_moves_as_a_whole() -> None:
    pages = started()
    pages.skip(page_style.PAPER[1] - page_style.TOP - page_style.BOTTOM - 30)
    pages.flow([Block(flowable=row("2020", "event", "detail " * 30))])
    assert pages.pages[0].code == []
    assert pages.pages[1].code


def test_row_whose_first_cells_are_longer_than_a_page_is_stacked() -> None:
    pages = started()
    pages.flow([Block(flowable=row("d" * 20_000, "e" * 20_000, "details"))])
    assert len(pages.pages) > 5


def test_only_the_last_cell_is_split() -> None:
    made = RowFlowable(
        [[text("2020")], [text("event")], [text("one\ntwo\nthree"), text("four\nfive")]], page_style.TIMELINE
    )
    made.wrap(page_style.WIDTH)
    edge = page_style.TIMELINE.above + page_style.TIMELINE.below
    first, rest = made.split(page_style.WIDTH, edge + 2 * page_style.CELL.leading)
    assert isinstance(first, RowFlowable)
    assert isinstance(rest, RowFlowable)
    assert [len(cell) for cell in first.cells] == [1, 1, 1]
    assert [len(cell) for cell in rest.cells] == [0, 0, 2]
    assert made.split(page_style.WIDTH, 3) == []
    assert made.split(page_style.WIDTH, 1000) == [made]
    low = RowFlowable([[text("one\ntwo\nthree")], [], [text("x")]], page_style.TIMELINE)
    assert low.split(page_style.WIDTH, edge + page_style.CELL.leading) == []


def test_stack_is_cut_between_paragraphs_too() -> None:
    stack = [text("one"), text("two"), text("three")]
    top, rest = split_stack(stack, 100, page_style.CELL.leading * 2)
    assert (top, rest) == (stack[:2], stack[2:])
    assert split_stack(stack, 100, page_style.CELL.leading / 2) == ([], stack)
