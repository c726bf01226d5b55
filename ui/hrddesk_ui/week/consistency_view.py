"""The tab of contradictions between records, with both claims and their citations side by side."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from hrddesk.actions.analysis import checks
from hrddesk.actions.analysis.checks import CheckResults
from hrddesk.actions.editions import consent_traces
from hrddesk.analysis.consistency.findings import Check, Finding
from hrddesk.errors import HrdDeskError
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.people.consent_trace import ConsentTrace
from hrddesk_ui.theme import tokens
from hrddesk_ui.week import finding_words
from hrddesk_ui.week.cached_result import FreshLook
from hrddesk_ui.week.side_by_side import SideBySide
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes
from hrddesk_ui.widgets.lists.rows_table_model import Row
from hrddesk_ui.widgets.lists.section_lists import ListSection, Sections
from hrddesk_ui.words.record_words import RecordWords

_ASIDE = "aside"


class ConsistencyView(QWidget):
    """The list of findings, by check.

    Records are never changed by a check. If the facts of a finding are right, the user puts it aside with a
    reason.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = ""
        self._look: CheckResults | None = None
        self._findings: Mapping[str, Finding] = {}
        self.sections = Sections(self.tr("Checks"), self)
        both = SideBySide(("", ""), self)  # named by what they show
        self.sides = both.panes
        self.open_button = boxes.button(self.tr("Open the case"), self._open, self, icon="open")
        self.open_button.setAccessibleName(self.tr("Open what the finding is about, in its case"))
        self.aside_button = boxes.button(self.tr("Put aside …"), self._ask_reason, self)
        self.aside_button.setAccessibleName(self.tr("Put the finding aside, with the reason"))
        self.back_button = boxes.button(self.tr("Bring back"), self._bring_back, self)
        self.back_button.setAccessibleName(self.tr("Show the finding again among the others"))
        buttons = boxes.row()
        for button in (self.open_button, self.aside_button, self.back_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.trace = ConsentTrace(self)
        self.trace.correction_wanted.connect(desk.correction_wanted)
        self.trouble = TroubleLabel(self)
        boxes.column(
            (self.sections, 3),
            (both, 2),
            self.trace,
            self._asking(),
            self.trouble,
            buttons,
            parent=self,
            margin=2 * tokens.GRID,
        )
        self.sections.chosen.connect(self._show_sides)
        self.sections.opened.connect(lambda _: self._open())
        self.fresh = FreshLook(
            desk, self, lambda: checks.look, self._show, self.tr("Looking for what does not fit together")
        )
        self._show_sides("")

    def _asking(self) -> QWidget:
        self.asking = QWidget(self)
        self.reason = LineEdit(
            self.tr("Why is this right as it is?"),
            self.tr("Why is this right as it is? The reason is kept."),
            self,
        )
        self.keep_button = boxes.button(self.tr("Put aside"), self._put_aside, self)
        self.leave_button = boxes.button(self.tr("Leave it"), self._leave, self)
        boxes.row((self.reason, 1), self.keep_button, self.leave_button, parent=self.asking)
        self.asking.hide()
        self.reason.returnPressed.connect(self._put_aside)
        return self.asking

    # --- looking ---

    def load(self) -> None:
        """Compute the findings, unless the last result is still valid."""
        self.fresh.load()

    def want(self, key: str) -> None:
        """Select the finding `key` as soon as the list contains it."""
        self._wanted = key
        if self._look is not None:
            self._show(self._look)

    def _show(self, look: CheckResults) -> None:
        self._look = look
        self._findings = look.findings
        words = RecordWords(self._desk.reader, look.records)

        def said(key: str) -> str:
            return finding_words.message(self._findings[key], look.records, words)

        def plain(keys: Sequence[str]) -> list[Row]:
            return [Row(key, (said(key),)) for key in keys]

        def explained(keys: Sequence[str]) -> list[Row]:
            return [Row(key, (said(key), look.aside[key].reason, look.aside[key].day)) for key in keys]

        sections = []
        heading = self.tr("What was found")
        for check in Check:
            keys = look.by_check.get(check)
            if keys:
                title = finding_words.check_title(check)
                sections.append(
                    ListSection(
                        key=check.value, title=title, headings=(heading,), keys=keys, make=plain, nothing=""
                    )
                )
        if not sections:
            nothing = self.tr("All that is recorded fits together, as far as the checks can tell.")
            sections.append(
                ListSection(
                    key="none",
                    title=self.tr("Nothing was found"),
                    headings=(),
                    keys=(),
                    make=plain,
                    nothing=nothing,
                )
            )
        aside = tuple(key for key in look.aside if key in self._findings)
        headings = (heading, self.tr("Reason"), self.tr("Day"))
        nothing = self.tr("Nothing was put aside.")
        sections.append(
            ListSection(
                key=_ASIDE,
                title=self.tr("Put aside"),
                headings=headings,
                keys=aside,
                make=explained,
                nothing=nothing,
            )
        )
        self.sections.show_sections(sections)
        if self._wanted and self.sections.go_to(self._wanted):
            self._wanted = ""

    # --- one finding ---

    def _current(self) -> Finding | None:
        return self._findings.get(self.sections.current)

    def _show_sides(self, key: str) -> None:
        finding = self._findings.get(key)
        self._leave_quietly()
        self.open_button.setEnabled(finding is not None)
        is_aside = self.sections.section == _ASIDE
        self.aside_button.setVisible(not is_aside)
        self.aside_button.setEnabled(finding is not None)
        self.back_button.setVisible(is_aside)
        self.back_button.setEnabled(finding is not None)
        party = None
        if finding is not None and finding.check is Check.CONSENT_REFUSED:
            party = self._desk.reader.find(finding.records[0])
        self.trace.show_trace(None if party is None else consent_traces.trace(self._desk.reader, party))
        sides = [] if finding is None else checks.sides(self._desk.reader, finding)
        words = RecordWords(self._desk.reader)
        names = (self.tr("First claim"), self.tr("Second claim"))
        for number, pane in enumerate(self.sides):
            has_side = number < len(sides)
            pane.show_text(finding_words.side_text(sides[number], words) if has_side else "")
            pane.setAccessibleName(names[number] if len(sides) > 1 else self.tr("What it is about"))
            pane.setVisible(has_side or not number)

    def _open(self) -> None:
        finding = self._current()
        if finding is not None:
            events = finding.sides or finding.records[1:]
            self._desk.show_record(events[0] if events else finding.records[0])

    def _ask_reason(self) -> None:
        self.trouble.hush()
        self.asking.show()
        self.reason.setFocus()

    def _leave(self) -> None:
        self._leave_quietly()
        self.sections.go_to_table()

    def _leave_quietly(self) -> None:
        self.trouble.hush()
        self.reason.clear()
        self.asking.hide()

    def _put_aside(self) -> None:
        finding, reason = self._current(), self.reason.text()
        if finding is None:
            return
        if not reason.strip():
            self.trouble.complain(self.tr("Say why this is right as it is."), self.reason.textChanged)
            return

        def work(session: Session, job: Job) -> CheckResults:
            del job
            checks.put_aside(session, finding, reason)
            return self._with_aside(session)

        self._desk.ask(self, work, self._after_change, failed=self._failed)

    def _bring_back(self) -> None:
        finding = self._current()
        if finding is None:
            return

        def work(session: Session, job: Job) -> CheckResults:
            del job
            checks.bring_back(session, finding.key)
            return self._with_aside(session)

        self._desk.ask(self, work, self._after_change, failed=self._failed)

    def _with_aside(self, session: Session) -> CheckResults:
        """Return the findings of the last computation, with what is put aside by now.

        Nothing else has changed since that computation.
        """
        assert self._look is not None
        return CheckResults.of(self._look.findings, checks.dismissals(session.store), self._look.records)

    def _after_change(self, look: CheckResults) -> None:
        self._leave_quietly()
        self._show(look)
        self.sections.go_to_table()

    def _failed(self, error: HrdDeskError) -> None:
        self.trouble.complain(messages.of(error).text)
