"""The page for pictures of evidence: cover parts of them, describe them, confirm which may be published."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStackedWidget,
    QWidget,
)

from hrddesk.actions.content_review import pictures
from hrddesk.actions.content_review.pictures import PictureRow, PictureView
from hrddesk.actions.publishing import publications
from hrddesk.errors import HrdDeskError
from hrddesk.publish.images.burning import Burnt
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.pictures import PictureState, Retouched
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.desk.runner import Task
from hrddesk_ui.error_words import messages
from hrddesk_ui.publishing.pictures.box_canvas import BoxCanvas, ShownPicture
from hrddesk_ui.publishing.pictures.covered_faces import CoveredFaces
from hrddesk_ui.publishing.pictures.picture_drawing import PictureDrawing
from hrddesk_ui.publishing.profiles.profile_choice import ProfileChoice
from hrddesk_ui.publishing.profiles.publish_words import picture_state_word
from hrddesk_ui.theme import theme, tokens
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.growing_area import GrowingArea
from hrddesk_ui.widgets.layout.turning_row import TurningRow
from hrddesk_ui.widgets.layout.turning_splitter import TurningSplitter
from hrddesk_ui.widgets.lists.items import ListItem
from hrddesk_ui.widgets.lists.wrapped_list import WrappedList

SIDE_BY_SIDE: Final = 800  # pixels from which a picture stands beside the list
KEPT_AFTER_MS: Final = 1500
"""The milliseconds without a change after which boxes and words are stored in the vault."""
_ICONS: Final = {
    PictureState.NOT_READY: "info",
    PictureState.UNREVIEWED: "info",
    PictureState.REVIEWED: "done",
    PictureState.CHANGED: "warning",
    PictureState.OPEN: "warning",
}
_TONES: Final = {PictureState.REVIEWED: "good", PictureState.CHANGED: "warn", PictureState.OPEN: "warn"}


class PicturesView(QWidget):
    """The list of pictures, and the chosen picture for drawing or as it would be published."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PictureRow] = []
        self._open: tuple[RecordId, str] | None = None
        self._view: PictureView | None = None
        self._seen: str | None = None  # the digest of what is shown as it would be published
        self._stale = True
        self._looking: Task | None = None
        self._is_kept = True
        self._doing = 0  # changes that were begun here and are not through
        self.profile = ProfileChoice(self.tr("For which profile"), self)
        self.takes_none = page_layout.words(
            self.tr("This profile publishes no pictures. Choose one that does before you draw."), self
        )
        theme.set_role(self.takes_none, "warn")
        self.takes_none.hide()
        self.pictures = WrappedList(self.tr("Pictures that could be published"), self)
        self.pictures.setMinimumWidth(26 * tokens.GRID)  # a reference fits in it
        self.empty = page_layout.note(
            self.tr("No evidence of this desk is a picture that can be published (JPEG, PNG, GIF, WebP)."),
            self,
        )
        self.empty.hide()  # nobody knows before the pictures were looked for
        self.state = page_layout.words("", self)
        self.canvas = BoxCanvas(self.tr("The picture, to draw boxes on"), self)
        self.published = ShownPicture(self.tr("The picture as it would be published"), self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self.published)
        self.drawing = PictureDrawing(self.canvas, self)
        self.told = page_layout.words("", self)
        self.covered = CoveredFaces(self)
        self.warning = page_layout.words("", self)
        theme.set_role(self.warning, "warn")
        self.trouble = TroubleLabel(self)
        self.look_button = QPushButton(theme.icon("search"), self.tr("Show as it would be published"), self)
        self.draw_button = QPushButton(theme.icon("edit"), self.tr("Go on drawing"), self)
        self.confirm_button = QPushButton(
            theme.icon("done"), self.tr("I have looked at it: it may go out"), self
        )
        self.back_button = QPushButton(self.tr("Take the review back"), self)
        for button in (
            self.look_button,
            self.draw_button,
            self.confirm_button,
            self.back_button,
        ):
            button.setAccessibleName(button.text())
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEPT_AFTER_MS)
        self._arrange()
        self._connect()
        self._close()

    # --- making ---

    def _arrange(self) -> None:
        left_pane = QWidget(self)
        boxes.column(
            self.profile,
            self.takes_none,
            self.empty,
            (self.pictures, 100),
            1,
            parent=left_pane,
            margin=2 * tokens.GRID,
        )
        self._right = QWidget(self)
        right = boxes.column(
            self.state,
            (self.stack, 10),
            self.drawing,
            self.told,
            self.covered,
            self.warning,
            self.trouble,
            parent=self._right,
            margin=2 * tokens.GRID,
        )
        buttons = (self.look_button, self.confirm_button, self.draw_button, self.back_button)
        right.addWidget(TurningRow(*buttons, parent=self, apart=True))
        panes = TurningSplitter(SIDE_BY_SIDE, self)
        panes.add(left_pane, 1)
        panes.add(GrowingArea(self._right, 40 * tokens.GRID, self), 3)
        panes.setSizes([1000, 3000])  # else the list takes all that there is while no picture is shown
        boxes.column(panes, parent=self)

    def _connect(self) -> None:
        self.profile.currentIndexChanged.connect(self._list)
        self.pictures.currentRowChanged.connect(self._read)
        self.drawing.edited.connect(self._edited)
        self.drawing.over_wanted.connect(self._take_over)
        self.look_button.clicked.connect(self._look)
        self.draw_button.clicked.connect(self._draw_again)
        self.confirm_button.clicked.connect(self._confirm)
        self.covered.changed.connect(lambda: self.confirm_button.setEnabled(True))
        self.back_button.clicked.connect(self._take_back)
        self._keeping.timeout.connect(self._keep)
        self._desk.changed.connect(self._on_changed)

    # --- the list ---

    def load(self, profile: str = "") -> None:
        """Read the list of pictures; if `profile` is given, choose this profile."""
        names = publications.profile_names(self._desk.reader)
        self.profile.show_profiles(names)
        if profile:
            self.profile.choose(profile)
        if self._stale and (self._looking is None or self._looking.done):
            self._looking = self._desk.ask(
                self,
                lambda session, job: pictures.list_pictures(session.store),
                self._take,
                label=self.tr("Looking through the pictures"),
            )

    def _on_changed(self, changes: Changes) -> None:
        self._stale, self._looking = True, None
        if self._open is not None and self._open[0] in changes.others and not self._doing:
            self._rest()
            self._open = None  # undone, or drawn elsewhere: it is read anew
        if self.isVisible():
            self.load()

    def _take(self, rows: list[PictureRow]) -> None:
        self._rows, self._stale = rows, False
        self._list()

    def _list(self) -> None:
        profile, row = self.profile.currentData(), self._current()
        takes = bool(profile) and publications.profile_of(self._desk.reader, profile).pictures
        self.takes_none.setVisible(bool(self._rows) and not takes)
        self.pictures.blockSignals(True)
        self.pictures.clear()
        for picture_row in self._rows:
            state = picture_row.states.get(profile, PictureState.NOT_READY)
            item = ListItem(
                f"{picture_row.ref} {picture_row.title} — {picture_state_word(state)}", self.pictures
            )
            item.setIcon(theme.icon(_ICONS[state]))
        places = [
            place
            for place, picture_row in enumerate(self._rows)
            if row is not None and picture_row.record == row.record
        ]
        self.pictures.setCurrentRow(places[0] if places else 0)
        self.pictures.blockSignals(False)
        self.empty.setVisible(not self._rows)
        self.pictures.setVisible(bool(self._rows))
        now = self._current()
        if now is None or (now.record, profile) != self._open:
            self._read()
        elif self._view is not None:
            self._show_state(now.states.get(profile, PictureState.NOT_READY))

    def _current(self) -> PictureRow | None:
        row = self.pictures.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    # --- one picture ---

    def _close(self) -> None:
        self._open = self._view = self._seen = None
        self._rest()
        self.canvas.clear()
        self._right.setVisible(False)

    def _read(self) -> None:
        """Open the chosen picture; before that, store the changes to the previous one."""
        self._keep()
        row, profile = self._current(), self.profile.currentData()
        self.trouble.hush()
        self._close()
        if row is None or not profile:
            return
        self._open = (row.record, profile)

        def work(session: Session, job: Job) -> tuple[PictureView, Burnt]:
            return pictures.look(session, row.record, profile), pictures.original(session, row.record, job)

        self._desk.ask(self, work, self._show, failed=self._fail, label=self.tr("Opening the picture"))

    def _show(self, read: tuple[PictureView, Burnt]) -> None:
        view, burnt = read
        if self._open != (view.record, view.profile):
            return  # another one was chosen meanwhile
        self._view = view
        self._right.setVisible(True)
        self.canvas.show_picture(burnt, view.kept.boxes)
        self.drawing.show_words(view.kept)
        self._offer_profiles()
        self._show_state(view.state)
        self._draw_again()

    def _show_state(self, state: PictureState) -> None:
        self.state.setText(picture_state_word(state))
        theme.set_role(self.state, _TONES.get(state, ""))
        self.back_button.setEnabled(state in (PictureState.REVIEWED, PictureState.CHANGED))

    def _offer_profiles(self) -> None:
        """Offer to copy the boxes and words from other profiles."""
        row, profile = self._current(), self.profile.currentData()
        states = row.states if row is not None else {}
        self.drawing.offer_profiles(
            name for name, state in states.items() if name != profile and state is not PictureState.NOT_READY
        )

    def _fail(self, error: HrdDeskError) -> None:
        self._right.setVisible(True)
        self.trouble.complain(messages.of(error).text)

    # --- drawing ---

    def _edited(self) -> None:
        self._is_kept = False
        self._keeping.start()

    def _made(self) -> Retouched | None:
        """Return the boxes and words as they are now; None if no picture is shown."""
        return None if self._view is None else self.drawing.made(self._view.kept)

    def hideEvent(self, event: QHideEvent) -> None:
        """Store the changes before the page is hidden."""
        super().hideEvent(event)
        self._keep()

    def _keep(self) -> None:
        """Store the boxes and words of the picture that is open, if they were changed."""
        retouched, opened = self._made(), self._open
        if self._is_kept or retouched is None or opened is None or self._view is None:
            return
        self._rest()
        self._view = replace(self._view, kept=retouched)
        self._do(lambda session, job: pictures.keep(session, *opened, retouched))

    def _rest(self) -> None:
        """Record that there are no changes left to store."""
        self._is_kept = True
        self._keeping.stop()

    def _take_over(self, profile_name: str) -> None:
        opened = self._open
        if opened is None:
            return
        self._rest()
        self._desk.change(
            self, lambda session, job: pictures.take_over(session, *opened, profile_name), failed=self._fail
        )

    # --- looking and deciding ---

    def _draw_again(self) -> None:
        self._seen = None
        self.stack.setCurrentWidget(self.canvas)
        self.drawing.setVisible(True)
        for part in (self.told, self.covered, self.warning, self.confirm_button, self.draw_button):
            part.setVisible(False)
        self.look_button.setVisible(True)

    def _look(self) -> None:
        """Store the changes, and show the picture and its words as they would be published."""
        retouched, opened = self._made(), self._open
        if retouched is None or opened is None:
            return
        self._rest()
        self.trouble.hush()

        def work(session: Session, job: Job) -> Outcome[tuple[PictureView, Burnt]]:
            changes = Changes()
            if pictures.look(session, *opened).kept != retouched:
                changes = pictures.keep(session, *opened, retouched).changes
            burnt = pictures.as_published(session, opened[0], retouched.boxes, job)
            return Outcome((pictures.look(session, *opened), burnt), changes)

        self._do(work, self._show_published, self.tr("Burning the boxes in"))

    def _show_published(self, published: tuple[PictureView, Burnt]) -> None:
        view, burnt = published
        if self._open != (view.record, view.profile):
            return
        self._view, self._seen = view, view.kept.digest()
        self.published.show_burnt(burnt)
        self.published.setAccessibleDescription(view.alt)
        self.stack.setCurrentWidget(self.published)
        self.drawing.setVisible(False)
        self.look_button.setVisible(False)
        lines = [self.tr("It shows: {words}").format(words=view.alt)]
        below = " · ".join(part for part in (view.caption, view.date) if part)
        lines += [self.tr("Below it: {words}").format(words=below)] if below else []
        self.told.setText("\n".join(lines))
        self.covered.show_view(view)
        warnings = []
        if view.doubts:
            warnings.append(
                self.tr(
                    "%n place(s) in the words may tell of somebody who may not be named.", "", view.doubts
                )
            )
        if not view.taken:
            warnings.append(
                self.tr("This profile takes no such picture: it stays here, whatever is confirmed.")
            )
        self.warning.setText(" ".join(warnings))
        self.warning.setVisible(bool(warnings))
        for widget in (self.told, self.confirm_button, self.draw_button):
            widget.setVisible(True)
        self.confirm_button.setEnabled(view.state is not PictureState.REVIEWED)
        (self.confirm_button if self.confirm_button.isEnabled() else self.draw_button).setFocus()

    def _confirm(self) -> None:
        opened, seen = self._open, self._seen
        if opened is None or seen is None:
            return
        covered, others = self.covered.faces, self.covered.others
        self._do(
            lambda session, job: pictures.review(session, *opened, seen, covered=covered, others=others),
            self._confirmed,
        )

    def _confirmed(self, view: PictureView) -> None:
        self.confirm_button.setEnabled(False)
        self.draw_button.setFocus()
        self._view = view
        self._desk.say(
            self.tr("The picture may go out under this profile."),
            todo=self.tr("When its boxes or words change, it must be looked at again."),
        )

    def _take_back(self) -> None:
        opened = self._open
        if opened is None:
            return
        self._do(
            lambda session, job: pictures.unreview(session, *opened),
            lambda _: self._desk.say(self.tr("The review was taken back.")),
        )

    def _do(
        self,
        work: Callable[[Session, Job], Any],
        then: Callable[[Any], object] = lambda _: None,
        label: str = "",
    ) -> None:
        """Run a change whose result the page already shows, so that the page is not loaded again."""
        self._doing += 1

        def done(result: Any) -> None:
            self._doing -= 1
            then(result)

        def failed(error: HrdDeskError) -> None:
            self._doing -= 1
            self._fail(error)

        self._desk.change(self, work, done, failed=failed, label=label)
