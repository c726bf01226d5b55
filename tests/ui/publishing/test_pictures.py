"""Boxes over a picture, drawn by keys alone and by the mouse; what goes out is what was looked at."""

from dataclasses import astuple, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hrddesk.actions.content_review import pictures
from hrddesk.actions.publishing import publications
from hrddesk.actions.records import evidence, history, parties
from hrddesk.actions.scope import profiles, review_records
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.drafting.pictures import Retouched
from hrddesk.redact.profile.profiles import LABELS, NAMES
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from hrddesk_ui.publishing.pictures.box_canvas import BoxCanvas
from hrddesk_ui.words.translation import WindowLanguage
from tests.pictures import photo, pixels
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case
from tests.ui.page_objects.pictures import PicturesPage
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.texts import publishing

SHOWN = ("Odal Brisk", Visibility.PUBLIC)


@pytest.fixture
def picture(desk: Driver, tmp_path: Path) -> RecordId:
    """A picture of a case, and two profiles that take pictures."""
    made: list[RecordId] = []
    case, *_ = add_case(desk, SHOWN)
    path = tmp_path / "gate.png"
    path.write_bytes(photo("PNG", pixels(1000, 700)))

    def work(session: Session) -> Outcome[None]:
        for profile in (
            replace(NAMES, name="mine", pictures=True),
            replace(LABELS, name="other", pictures=True),
        ):
            publications.save_profile(session, profile)
        added, changes = evidence.add(session, case, path, silent(), {"title": "The gate", "others": "none"})
        made.append(added.id)
        return Outcome(None, changes)

    change(desk, work)
    return made[0]


def drawing(desk: Driver) -> PicturesPage:
    PublicationPage(desk).open().view.profile.choose("mine")
    page = PicturesPage(desk)
    page.show()
    desk.settled()
    desk.until(page.draws)
    for _ in range(3):  # layouts ask their parents for room by one event after another
        QApplication.sendPostedEvents()
        desk.settled()
    return page


def on_screen(canvas: BoxCanvas, x: int, y: int) -> QPoint:
    return canvas._point(x, y).toPoint()


def test_demand_6_a_box_is_drawn_moved_resized_and_removed_by_keys(desk: Driver, picture: RecordId) -> None:
    page = drawing(desk)
    assert page.profile == "mine"  # as for the publication
    assert not page.says_that_none_is_taken()
    canvas = page.view.canvas
    canvas.setFocus()
    desk.key("N")
    (box,) = canvas.drawn.boxes
    assert (box.width, box.height) == (200, 140)
    assert canvas.accessibleDescription() == (publishing.BOX_PLACE.format(1, 1, 40, 40, 20, 20))
    for key in ("Left", "Up", "Up", "Shift+Right", "Shift+Down", "Ctrl+Left", "Ctrl+Shift+Up"):
        desk.key(key)
    assert canvas.drawn.boxes == [Box(box.left - 11, box.top - 20, 210, 149)]
    desk.key("Insert")
    first, second = page.boxes
    assert first.startswith(publishing.BOX_OF.format(1, 2))
    assert second.startswith(publishing.BOX_OF.format(2, 2))
    assert page.current_box == 1
    desk.key("PgUp")
    assert canvas.drawn.chosen == 0
    assert page.current_box == 0
    desk.key("PgDown")
    desk.key("Del")
    assert len(canvas.drawn.boxes) == 1
    desk.key("Tab")
    assert desk.focus() is not canvas  # keys do not hold anybody
    desk.until(lambda: bool(kept(desk, picture).boxes))
    assert kept(desk, picture).boxes == tuple(canvas.drawn.boxes)


def kept(desk: Driver, picture: RecordId, profile: str = "mine") -> Retouched:
    store = desk.frame.desk.reader
    key = profiles.key_of(store, profile)
    return review_records.of_picture(store, picture, key) or Retouched(file="", size=(0, 0))


def test_demand_6_a_box_is_drawn_moved_and_resized_by_the_mouse(desk: Driver, picture: RecordId) -> None:
    canvas = drawing(desk).view.canvas

    def drag(start: tuple[int, int], end: tuple[int, int]) -> None:
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=on_screen(canvas, *start))
        QTest.mouseMove(canvas, on_screen(canvas, *end))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=on_screen(canvas, *end))

    def near(box: Box, *places: int) -> bool:
        return all(abs(one - other) <= 4 for one, other in zip(astuple(box), places, strict=True))

    drag((100, 100), (400, 300))
    assert near(canvas.drawn.boxes[0], 100, 100, 300, 200)
    drag((250, 200), (350, 250))
    assert near(canvas.drawn.boxes[0], 200, 150, 300, 200)
    drag((500, 350), (600, 450))
    assert near(canvas.drawn.boxes[0], 200, 150, 400, 300)
    drag((900, 600), (2000, 2000))
    assert near(canvas.drawn.boxes[1], 900, 600, 100, 100)
    drag((50, 50), (50, 50))
    assert len(canvas.drawn.boxes) == 2  # a mere click makes none


def scroll_to(widget: QWidget) -> None:
    """Bring all of a widget into sight, as the wheel does."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (683, 384)])
def test_boxes_land_where_the_mouse_drew_them(desk: Driver, picture: RecordId, size: tuple[int, int]) -> None:
    """Nothing moves below the mouse, with the first box either; places are counted in the window."""
    desk.window.resize(*size)
    canvas = drawing(desk).view.canvas
    scroll_to(canvas)
    area, rounds = canvas._area(), 0
    while rounds < 5:  # layouts ask their parents for room by one event after another
        desk.settled()
        QApplication.sendPostedEvents()
        rounds = rounds + 1 if canvas._area() == area else 0
        area = canvas._area()
    frame, window = desk.window, desk.window.windowHandle()
    picked: list[tuple[QPoint, QPoint]] = []
    for corners in ((0.25, 0.25, 0.5, 0.6), (0.65, 0.1, 0.9, 0.4)):
        left, top, right, lower = (
            start + part * length
            for start, length, part in zip(
                (area.left(), area.top()) * 2, (area.width(), area.height()) * 2, corners, strict=True
            )
        )
        first, last = (
            canvas.mapTo(frame, QPoint(round(x), round(y))) for x, y in ((left, top), (right, lower))
        )
        picked.append((first, last))
        QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=first)
        for part in (1, 2, 3, 4):
            desk.settled()  # whatever the press brought about has its place now
            QApplication.sendPostedEvents()
            QTest.mouseMove(window, first + (last - first) * part / 4)
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=last)
        desk.settled()
    assert canvas._area() == area
    scale = 1000 / area.width()
    corner = canvas.mapTo(frame, area.topLeft().toPoint())
    assert len(canvas.drawn.boxes) == 2
    for box, ends in zip(canvas.drawn.boxes, picked, strict=True):
        wanted = [round(at * scale) for end in ends for at in ((end - corner).x(), (end - corner).y())]
        assert all(abs(one - other) <= 2 * scale for one, other in zip(box.corners, wanted, strict=True)), (
            box.corners,
            wanted,
        )


def test_a_drag_keeps_its_scale_when_the_page_changes_below_it(desk: Driver, picture: RecordId) -> None:
    page = drawing(desk)
    canvas = page.view.canvas
    start, end = on_screen(canvas, 100, 100), on_screen(canvas, 400, 300)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    before = canvas.size()
    page.view.trouble.complain("\n".join("a message that takes room" for _ in range(4)))
    desk.until(lambda: canvas.size() != before)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    (box,) = canvas.drawn.boxes
    assert all(abs(one - other) <= 4 for one, other in zip(box.corners, (100, 100, 400, 300), strict=True))


def test_demand_6_what_goes_out_is_what_was_looked_at(desk: Driver, picture: RecordId) -> None:
    page = drawing(desk)
    assert not page.view.confirm_button.isVisible()
    page.focus_canvas()
    desk.key("N")
    page.describe("Odal Brisk at a gate")
    page.describe_below("The gate")
    desk.shot("pictures-draw")
    page.look()
    assert page.view.stack.currentWidget() is page.view.published
    shows, below = publishing.SHOWS.format("Odal Brisk at a gate"), publishing.BELOW.format("The gate")
    assert page.captions == f"{shows}\n{below}"
    assert not page.warning
    desk.shot("pictures-look")
    page.confirm()
    desk.until(lambda: page.state == publishing.REVIEWED)
    assert not page.can_confirm()
    page.go_on_drawing()
    page.focus_canvas()
    desk.key("Right")
    desk.until(lambda: page.state == publishing.CHANGED_SINCE_REVIEW)
    desk.key("Left")
    desk.until(lambda: page.state == publishing.REVIEWED)  # it is again as it was seen
    page.take_back()
    desk.until(lambda: page.state == publishing.DRAWN_NOT_REVIEWED)
    for _ in range(3):  # what was undone elsewhere is read anew
        change(desk, lambda session: history.undo(session))
    desk.until(lambda: page.draws() and page.state == publishing.REVIEWED)


def test_whoever_looked_at_it_ticks_who_is_covered(desk: Driver, picture: RecordId) -> None:
    def work(session: Session) -> Outcome[None]:
        who = parties.create(session, {"kind": "person"}, {"names": [{"name": "Nan Shu"}]}).result
        evidence.edit(session, picture, {"others": "covered"}, {"about": [{"record": who, "how": "depicts"}]})
        pictures.draw(session, picture, "mine", [Box(1, 2, 300, 400)], (1000, 700))
        return pictures.describe(session, picture, "mine", "A gate", "")

    change(desk, work)
    page = drawing(desk)
    assert not page.asks_who_is_covered()
    page.look()
    assert page.covered == [
        publishing.PERSON_COVERED.format("Nan Shu"),
        publishing.OTHERS_COVERED,
    ]
    desk.shot("pictures-covered")
    page.confirm()
    desk.until(lambda: bool(page.problem))
    assert publishing.CONFIRM_COVERED in page.problem
    page.focus_covered()
    for key in ("Space", "Down", "Space"):
        desk.key(key)
    assert page.covered_count == 2
    page.confirm()
    desk.until(lambda: page.state == publishing.REVIEWED)
    review = kept(desk, picture).review
    assert review is not None
    assert (len(review.covered), review.others) == (1, True)
    page.go_on_drawing()
    page.look()
    assert page.covered_count == 2
    assert not page.can_confirm()


def test_a_profile_that_takes_none_says_so_and_boxes_are_taken_over(desk: Driver, picture: RecordId) -> None:
    def work(session: Session) -> Outcome[None]:
        pictures.draw(session, picture, "mine", [Box(1, 2, 300, 400)], (1000, 700))
        return pictures.describe(session, picture, "mine", "A gate", "")

    change(desk, work)
    page = drawing(desk)
    page.choose_profile("names")
    assert page.says_that_none_is_taken()  # before anybody draws
    desk.settled()
    desk.until(page.draws)
    assert page.view.canvas.drawn.boxes == []
    actions = page.view.drawing.over_button.menu().actions()
    assert [action.data() for action in actions] == ["mine"]
    actions[0].trigger()
    desk.until(lambda: page.view.canvas.drawn.boxes == [Box(1, 2, 300, 400)])
    assert page.description == "A gate"
    page.look()
    assert publishing.TAKES_NO_PICTURE in page.warning


def test_the_preview_leads_to_a_picture_that_stays_behind(desk: Driver, picture: RecordId) -> None:
    change(desk, lambda session: pictures.draw(session, picture, "other", [], (1000, 700)))
    publication = PublicationPage(desk).open()
    publication.choose_profile("other")
    publication.take_all_cases()
    desk.settled()
    publication.press_preview()
    desk.until(publication.offers_pictures)
    publication.look_at_pictures()
    page = PicturesPage(desk)
    desk.until(page.is_current)
    assert page.profile == "other"
    desk.until(page.draws)


def test_a_file_that_is_no_picture_says_why(desk: Driver, tmp_path: Path) -> None:
    case, *_ = add_case(desk, SHOWN)
    path = tmp_path / "fake.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    change(desk, lambda session: evidence.add(session, case, path, silent(), {"others": "none"}))
    PublicationPage(desk).open()
    page = PicturesPage(desk)
    page.show()
    desk.until(lambda: bool(page.problem))
    assert publishing.NO_PICTURE_FILE in page.problem


def test_without_a_picture_the_page_says_so(desk: Driver) -> None:
    PublicationPage(desk).open().view.profile.choose("mine")
    page = PicturesPage(desk)
    page.show()
    desk.settled()
    assert page.view.empty.isVisible()
    assert not page.view.look_button.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
@pytest.mark.parametrize("language", list(WindowLanguage))
def test_it_looks_well(
    desk: Driver, picture: RecordId, language: WindowLanguage, size: tuple[int, int]
) -> None:
    del picture
    desk.window.speak(language)
    desk.window.resize(*size)
    page = drawing(desk)
    page.focus_canvas()
    desk.key("N")
    desk.shot(f"pictures-{language}-{size[0]}")
    page.describe("A gate")
    page.look()
    desk.shot(f"pictures-look-{language}-{size[0]}")
