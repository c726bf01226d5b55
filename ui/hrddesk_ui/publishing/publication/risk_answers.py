"""The reasons for publishing in spite of the risks that a preview found; without them nothing is written."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrddesk.actions.publishing.publication_risks import PERSON_BY_PERSON, Risk, RiskKind, Unasked
from hrddesk_ui.publishing.publication.namesake_answers import NamesakeAnswers
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.labels.label import Label
from hrddesk_ui.widgets.layout import page_layout

_MOST_NAMES = 12
"""The greatest number of people without an answer who are named in the line of that risk."""


class RiskAnswers(QWidget):
    """A line for each kind of risk, to type the reason to publish in spite of it.

    Kinds of risk that need an answer for each person have a list instead. If a new risk of a kind appears,
    its reason is dropped and has to be given again.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: dict[RiskKind, frozenset[str]] = {}
        self._unasked: tuple[str, ...] = ()
        self.lines: dict[RiskKind, LineEdit] = {}
        self._labels: dict[RiskKind, Label] = {}
        self.namesakes = NamesakeAnswers(self)
        self.namesakes.changed.connect(self.changed)
        column = page_layout.part(self)
        column.addWidget(self.namesakes)
        column.addWidget(
            page_layout.note(
                self.tr("Say why you publish each one all the same. The vault keeps your reasons."), self
            )
        )
        for kind in _answered_at_once():
            label, line = page_layout.words("", self), LineEdit("", self.tr("Reason"), self)
            label.setBuddy(line)
            line.textChanged.connect(self.changed)
            for part in (label, line):
                column.addWidget(part)
                part.hide()
            self._labels[kind], self.lines[kind] = label, line
        self.hide()

    def show_risks(self, risks: Sequence[Risk], names: Mapping[str, str]) -> None:
        """Show a line for each kind of these risks; the reason for a kind with a new risk is dropped.

        `names` are the names of the namesakes by id; each namesake needs an answer (see `NamesakeAnswers`).
        """
        self.namesakes.show_risks(risks, names)
        self._unasked = tuple(
            name for risk in risks if isinstance(risk.about, Unasked) for name in risk.about.names
        )
        for kind, line in self.lines.items():
            keys = frozenset(risk.key for risk in risks if risk.kind is kind)
            if not keys <= self._found.get(kind, frozenset()):
                line.clear()
            self._found[kind] = keys
            words = self._words(kind, len(keys))
            self._labels[kind].setText(words)
            line.setAccessibleName(self.tr("Reason: {risk}").format(risk=words))
            for part in (self._labels[kind], line):
                part.setVisible(bool(keys))
        self.setVisible(bool(risks))

    def _words(self, kind: RiskKind, count: int) -> str:
        """Return words for a number of risks of this kind."""
        assert kind is not RiskKind.NAMESAKE  # each is named in a list
        match kind:
            case RiskKind.ONE_SOURCE:
                return self.tr("%n case(s) hold facts that only one confidential source told", "", count)
            case RiskKind.RECOGNISABLE:
                return self.tr("%n people under a label can be recognised", "", count)
            case RiskKind.NAMED_BEFORE:
                return self.tr(
                    "%n people were named in an earlier publication: a label does not hide them now",
                    "",
                    count,
                )
            case RiskKind.WITHOUT_NAME_BEFORE:
                return self.tr(
                    "%n people stood without names in an earlier publication, and are named here", "", count
                )
            case RiskKind.WITHOUT_CONSENT:
                called = ", ".join(self._unasked[:_MOST_NAMES])
                more = ", …" if len(self._unasked) > _MOST_NAMES else ""
                return self.tr(
                    "People are named whom nobody asked, and whom no public document names: {people}"
                ).format(people=called + more)
            case RiskKind.PLACE_CHANGED:
                return self.tr("%n changed place(s) decide what is printed", "", count)
            case RiskKind.LOOSENED:
                return self.tr("%n kind(s) of facts have more detail than in the issue before", "", count)
            case RiskKind.TELLING:
                return self.tr("%n text(s) tell more than the facts do", "", count)
            case RiskKind.COUNTS_DIFFER:
                return self.tr(
                    "%n figure(s) differ by fewer than five from an earlier publication", "", count
                )
            case RiskKind.CLOSE_COUNTS:
                return self.tr(
                    "%n figure(s) reveal fewer than five when readers subtract another count", "", count
                )
            case RiskKind.OMISSIONS:
                return self.tr("%n kind(s) of things are left out", "", count)
            case RiskKind.WITHOUT_FONT:
                return self.tr("%n script(s) or character(s) have no font", "", count)

    def forget(self) -> None:
        """Drop all reasons, because they were about another publication."""
        self.namesakes.forget()
        for line in self.lines.values():
            line.clear()

    @property
    def answers(self) -> Mapping[str, str]:
        """The typed reasons, by the kind of risk.

        Reasons about namesakes are by the key of the risk (`Risk.key`), because each has its own answer.
        """
        reasons = {
            kind.value: line.text().strip() for kind, line in self.lines.items() if line.text().strip()
        }
        return {**self.namesakes.answers, **reasons}

    @property
    def open(self) -> list[RiskKind]:
        """The kinds of risk that still need a reason."""
        open_kinds = [
            kind for kind, keys in self._found.items() if keys and not self.lines[kind].text().strip()
        ]
        return [RiskKind.NAMESAKE, *open_kinds] if self.namesakes.is_open else open_kinds

    def count(self, kind: RiskKind) -> int:
        """Return the number of risks of this kind."""
        return len(self._found.get(kind, ()))

    def go_to_open(self) -> LineEdit | None:
        """Focus the first line that still needs a reason, and return this line; return None if
        there is none.
        """
        if self.namesakes.is_open:
            return self.namesakes.go_to_open()
        line = next((self.lines[kind] for kind in self.open), None)
        if line is not None:
            line.setFocus()
        return line


def _answered_at_once() -> list[RiskKind]:
    return [kind for kind in RiskKind if kind not in PERSON_BY_PERSON]
