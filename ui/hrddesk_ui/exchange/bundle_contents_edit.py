"""The choices about the content of a bundle: everything or changes, files or hashes, sources in full or as
code names.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hrddesk.actions.exchange.bundles import LastSources
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.bundle.sending.parcel import EvidenceChoice
from hrddesk.records.model.record import RecordId
from hrddesk_ui.widgets.fields.still_choices import StillComboBox
from hrddesk_ui.widgets.labels.announcing import announce
from hrddesk_ui.widgets.labels.hint_label import HintLabel
from hrddesk_ui.widgets.layout import boxes, page_layout

_REASON_LINES = 2  # lines for the reason below the choice of sources, in a window of usual width


class HowMuch(StrEnum):
    """How much of the chosen records is sent: all, only the changes, or no record but a receipt."""

    ALL = "all"
    CHANGED = "changed"
    RECEIPT = "receipt"


class MentionChoice(StrEnum):
    """The treatment of texts that name a source, if sources are sent as code names."""

    LEAVE_OUT = "leave-out"
    SEND = "send"


class AlongEdit(QWidget):
    """The form for the content of a bundle.

    At first the bundle includes everything except who the sources are, which needs a decision.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.how_much = self._box(
            self.tr("How much"),
            (
                (HowMuch.ALL, self.tr("All of it")),
                (HowMuch.CHANGED, self.tr("Only what changed since their last receipts")),
                (HowMuch.RECEIPT, self.tr("Only a receipt, no record")),
            ),
        )
        self.evidence = self._box(
            self.tr("Evidence"),
            (
                (EvidenceChoice.FILES, self.tr("With its files")),
                (EvidenceChoice.HASHES, self.tr("Only described, with the hashes of its files")),
            ),
        )
        self.sources = self._box(
            self.tr("Sources"),
            (
                (SourceChoice.CODE_NAMES, self.tr("Code names only")),
                (SourceChoice.WHOLE, self.tr("Full details")),
            ),
        )
        self.mentions = self._box(
            self.tr("Texts that name a source"),
            (
                (MentionChoice.LEAVE_OUT, self.tr("Leave them out")),
                (MentionChoice.SEND, self.tr("Send them as they are")),
            ),
        )
        self.receipts = QCheckBox(self.tr("Say what came from there and was accepted"), self)
        self.receipts.setAccessibleName(self.receipts.text())
        self.receipts.setChecked(True)
        self.profiles = QCheckBox(self.tr("With this desk's publication profiles"), self)
        self.profiles.setAccessibleName(self.profiles.text())
        self.profiles.hide()
        self._profiles: tuple[RecordId, ...] = ()
        self.reports = StillComboBox(self, name=self.tr("Reports that go along"), short=True)
        self.reports.hide()
        self.warning = page_layout.note(
            self.tr(
                "Other free texts and the files of evidence go as they are, also where they tell who a source"
                " is: read them yourself."
            ),
            self,
        )
        keep = self.warning.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # the fields above keep their places when it is shown or hidden
        self.warning.setSizePolicy(keep)
        self.sources_reason = HintLabel(self)
        self.sources_reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sources_reason.setMinimumHeight(_REASON_LINES * self.fontMetrics().lineSpacing())
        layout = boxes.column(parent=self)
        fields = page_layout.Fields()
        for box in (self.how_much, self.evidence, self.sources, self.mentions):
            fields.add(box.accessibleName(), box)
            box.currentIndexChanged.connect(self._on_changed)
            if box is self.sources:
                fields.addWidget(self.sources_reason, fields.rowCount(), 1)
        boxes.add(layout, fields, self.receipts, self.profiles, self.reports, self.warning)
        self._sources_chosen = False
        self._last = LastSources((), (), ())
        self.sources.activated.connect(self._on_sources_chosen)
        self.receipts.toggled.connect(self._on_changed)
        self.profiles.toggled.connect(self._on_changed)
        self.reports.currentIndexChanged.connect(self._on_changed)
        self._on_changed()

    @property
    def is_receipt(self) -> bool:
        """Whether only a receipt is sent."""
        return bool(self.how_much.currentData() == HowMuch.RECEIPT.value)

    @property
    def choice(self) -> Choice:
        """What the user chose for the content of a bundle with records."""
        return Choice(
            delta=self.how_much.currentData() == HowMuch.CHANGED.value,
            evidence=EvidenceChoice(self.evidence.currentData()),
            sources=SourceChoice(self.sources.currentData()),
            receipts=self.receipts.isChecked(),
            profiles=self._profiles if self.profiles.isChecked() else (),
            reports=self.reports.currentData() or (),
        )

    @property
    def leaves_texts(self) -> bool:
        """Whether texts that name a source are left out of the bundle."""
        return bool(self.mentions.currentData() == MentionChoice.LEAVE_OUT.value)

    def show_sources(self, last: LastSources) -> None:
        """Set the choice about sources to what the ticked contacts received last time, as in `last`.

        A choice that the user made by hand is not changed.
        """
        self._last = last
        if not self._sources_chosen:
            self.sources.setCurrentIndex(self.sources.findData(last.choice.value))
        self._say_reason()

    def forget_choice(self) -> None:
        """Forget that the user made the choice about sources by hand.

        For the next bundle, the choice is again what its contacts received last time.
        """
        self._sources_chosen = False

    def show_profiles(self, own: Sequence[RecordId]) -> None:
        """Offer to send the profiles `own` with chosen cases.

        A bundle of everything contains the profiles anyway.
        """
        self._profiles = tuple(own)
        self.profiles.setVisible(bool(own))

    def show_reports(self, titles: Mapping[RecordId, str]) -> None:
        """Offer to send one report, or all reports, with chosen cases.

        A bundle of everything contains the reports anyway.
        """
        chosen = self.choice.reports
        self.reports.clear()
        self.reports.addItem(self.tr("Without a report"), ())
        for report, title in titles.items():
            self.reports.addItem(self.tr("With the report “{title}”").format(title=title), (report,))
        if len(titles) > 1:
            self.reports.addItem(self.tr("With all reports"), tuple(titles))
        offered = [self.reports.itemData(row) for row in range(self.reports.count())]
        self.reports.setCurrentIndex(offered.index(chosen) if chosen in offered else 0)
        self.reports.setVisible(bool(titles))

    def _box(self, name: str, choices: tuple[tuple[StrEnum, str], ...]) -> StillComboBox:
        box = StillComboBox(self, name=name, short=True)
        for value, text in choices:
            box.addItem(text, value.value)
        return box

    def _on_sources_chosen(self) -> None:
        self._sources_chosen = True
        self._say_reason()

    def _say_reason(self) -> None:
        """Show the reason for the choice about sources, and announce it to screen readers.

        A tick at a contact may change the choice, so the reason is announced without moving the focus.
        """
        reason = self._reason()
        if reason == self.sources_reason.text():
            return
        self.sources_reason.show_hint(reason)
        self.sources_reason.setAccessibleName(reason)
        self.sources.setAccessibleDescription(reason)
        if reason:
            announce(self.sources_reason, reason)

    def _reason(self) -> str:
        last = self._last
        full_details, hidden, nothing = map(", ".join, (last.whole, last.code_names, last.nothing))
        if self._sources_chosen:
            return self.tr("{choice}: your choice for this bundle.").format(choice=self.sources.currentText())
        if last.choice is SourceChoice.WHOLE:
            return self.tr("Full details, as last time for {names}.").format(names=full_details)
        if not hidden and not nothing:
            return ""
        if hidden:
            sentence = self.tr("Code names only, as last time for {names}.").format(names=hidden)
        else:
            sentence = self.tr("Code names only: first bundle for {names}.").format(names=nothing)
        if not full_details:
            return sentence
        more = self.tr("{names} received full details last time. The more protective choice counts.")
        return f"{sentence} {more.format(names=full_details)}"

    def _on_changed(self) -> None:
        for part in (self.evidence, self.sources, self.receipts, self.profiles, self.reports):
            part.setEnabled(not self.is_receipt)
        names_only = self.sources.currentData() == SourceChoice.CODE_NAMES.value
        self.mentions.setEnabled(names_only and not self.is_receipt)
        self.warning.setVisible(names_only and not self.is_receipt)
        self.changed.emit()
