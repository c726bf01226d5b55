"""The choice of parts and figures for a new publication."""

from hrddesk.redact.model.chapters import Chapter
from hrddesk_ui.publishing.publication.parts_picker import PartsPicker
from tests.ui.driver import Driver
from tests.ui.page_objects.publishing import publish_view


class PartsAndFigures:
    """What of the chosen cases is printed, and which figures."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def view(self) -> PartsPicker:
        """The choice itself."""
        return publish_view(self.driver).publication.parts

    def show(self) -> None:
        """Go to the choice."""
        publish_view(self.driver).publication.choices.setCurrentWidget(self.view)

    @property
    def heading(self) -> str:
        """What is said over the choice."""
        choices = publish_view(self.driver).publication.choices
        return choices.tabText(choices.indexOf(self.view))

    @property
    def parts(self) -> frozenset[Chapter]:
        """The parts that are printed."""
        return self.view.parts

    def turn_part(self, part: Chapter) -> None:
        """Tick or untick a part."""
        self.view.boxes[part].click()

    @property
    def figures(self) -> tuple[str, ...]:
        """The saved figures that are printed."""
        return self.view.ticked

    def tick_first_figure(self) -> None:
        """Tick the first of the saved figures by the keyboard."""
        self.view.figures.setFocus()
        self.driver.key("Space")

    def turn_names(self) -> None:
        """Print the names under which figures were saved, or no longer."""
        self.driver.click(self.view.names)

    def count_all(self) -> None:
        """Count all records, not only what the profile lets out."""
        self.driver.click(self.view.count_all)
