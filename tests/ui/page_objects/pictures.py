"""The tab of publishing on which boxes are drawn over pictures."""

from hrddesk_ui.publishing.pictures.pictures_view import PicturesView
from tests.ui.driver import Driver
from tests.ui.page_objects.publishing import publish_view


class PicturesPage:
    """The tab on which boxes are drawn over pictures, and what goes out is looked at."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> PicturesView:
        """The tab itself."""
        return publish_view(self.driver).pictures

    def show(self) -> None:
        """Go to this tab of the page."""
        publish_view(self.driver).tabs.setCurrentWidget(self.view)

    def is_current(self) -> bool:
        """Whether this tab of the page is chosen."""
        return publish_view(self.driver).tabs.currentWidget() is self.view

    def choose_profile(self, name: str) -> None:
        """Choose for which profile pictures are looked at."""
        self.view.profile.setCurrentIndex(self.view.profile.findData(name))

    @property
    def profile(self) -> object:
        """The name of the profile for which pictures are looked at."""
        return self.view.profile.currentData()

    def draws(self) -> bool:
        """Whether the picture is there to be drawn on."""
        return self.view.canvas.isVisible()

    def focus_canvas(self) -> None:
        """Give the keyboard to the picture."""
        self.view.canvas.setFocus()

    def describe(self, words: str) -> None:
        """Type what the picture shows."""
        self.driver.fill(self.view.drawing.alt, words)

    def describe_below(self, words: str) -> None:
        """Type what stands below the picture."""
        self.driver.fill(self.view.drawing.caption, words)

    @property
    def description(self) -> str:
        """What is typed about what the picture shows."""
        return self.view.drawing.alt.text()

    @property
    def current_box(self) -> int:
        """The row of the box that is chosen."""
        return self.view.drawing.boxes.currentRow()

    def says_that_none_is_taken(self) -> bool:
        """Whether it is said that the profile takes no pictures."""
        return self.view.takes_none.isVisible()

    def look(self) -> None:
        """Show the picture as it would be published, and wait until it can be confirmed."""
        self.driver.click(self.view.look_button)
        self.driver.until(self.view.confirm_button.isVisible)

    def go_on_drawing(self) -> None:
        """Go back to the boxes."""
        self.driver.click(self.view.draw_button)

    def confirm(self) -> None:
        """Say that the picture may go out as it was looked at."""
        self.driver.click(self.view.confirm_button)

    def take_back(self) -> None:
        """Take the review back."""
        self.driver.click(self.view.back_button)

    def can_confirm(self) -> bool:
        """Whether the picture can be confirmed as it is."""
        return self.view.confirm_button.isEnabled()

    @property
    def state(self) -> str:
        """Whether the picture is reviewed."""
        return self.view.state.text()

    @property
    def boxes(self) -> list[str]:
        """The boxes, each with its place."""
        boxes = self.view.drawing.boxes
        return [boxes.item(row).text() for row in range(boxes.count())]

    @property
    def covered(self) -> list[str]:
        """Who may be covered by the boxes."""
        return [line.text() for line in self.view.covered.lines]

    def asks_who_is_covered(self) -> bool:
        """Whether it is asked who is covered by the boxes."""
        return self.view.covered.isVisible()

    def focus_covered(self) -> None:
        """Give the keyboard to the list of who may be covered."""
        self.view.covered.setFocus()

    @property
    def covered_count(self) -> int:
        """How many are ticked as covered."""
        return len(self.view.covered.ticked)

    @property
    def captions(self) -> str:
        """What stands with the picture where it is published."""
        return self.view.told.text()

    @property
    def warning(self) -> str:
        """What speaks against this picture; nothing while nothing does."""
        return self.view.warning.text() if self.view.warning.isVisible() else ""

    @property
    def problem(self) -> str:
        """What is wrong; nothing while nothing is said."""
        return self.view.trouble.text() if self.view.trouble.isVisible() else ""
