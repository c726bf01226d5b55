"""The confirmation that faces in a picture are covered: the reviewer checks a box for each person."""

from typing import Final

from PySide6.QtWidgets import QWidget

from hrddesk.actions.content_review.pictures import PictureView
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.pictures import PictureState
from hrddesk_ui.widgets.lists.ticks import Ticks

_OTHERS: Final = "others"
_MOST_ROWS: Final = 6


class CoveredFaces(Ticks):
    """A checklist of everybody who is seen in a picture.

    If the picture has a valid review, the people whom it confirmed as covered are checked at first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Who is covered: look at each, then tick"))

    def show_view(self, view: PictureView) -> None:
        """List everybody who is seen in a picture; hide the list if nobody is seen."""
        lines = []
        for face in view.faces:
            name = face.name or self.tr("Somebody whose record is gone")
            named = self.tr("{name}, who is named: covered").format(name=name)
            unnamed = self.tr("{name}, who is not named: covered").format(name=name)
            lines.append((str(face.party), named if face.is_named else unnamed))
        if view.others_covered:
            lines.append((_OTHERS, self.tr("Everybody else who is seen: covered")))
        self.show_lines(lines)
        review = view.kept.review if view.state is PictureState.REVIEWED else None
        covered = () if review is None else review.covered
        self.tick((*covered, _OTHERS) if review is not None and review.others else covered)
        self.take_rows(min(len(lines), _MOST_ROWS))
        self.setVisible(bool(lines))

    @property
    def faces(self) -> list[RecordId]:
        """The people whose faces were confirmed as covered."""
        return [RecordId(value) for value in self.ticked if value != _OTHERS]

    @property
    def others(self) -> bool:
        """Whether the faces of all other people were confirmed as covered."""
        return _OTHERS in self.ticked
