"""The preview of a publication: its text, its labels, and its risks."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from hrddesk.actions.publishing.changed_places import ChangedPlace
from hrddesk.actions.publishing.namesakes import Namesake
from hrddesk.actions.publishing.publication_risks import (
    CountsDiffer,
    OfOneSource,
    RiskKind,
    SaysMore,
    StoodBefore,
)
from hrddesk.actions.publishing.publications import Preview
from hrddesk.records.language.labels import Chain
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.model.model import Summary
from hrddesk.redact.people.labels import PersonLabel
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.finders.people_finder import PartyFinder
from hrddesk_ui.publishing.profiles.publish_words import (
    coarser_words,
    left_out_words,
    loosened_word,
    tells_word,
    trait_word,
)
from hrddesk_ui.publishing.publication.added_people import PeopleBeside
from hrddesk_ui.publishing.publication.coarser_list import CoarserList
from hrddesk_ui.publishing.publication.held_labels import HeldLabels
from hrddesk_ui.publishing.publication.risk_answers import RiskAnswers
from hrddesk_ui.publishing.publication.standing_names import StandingNames
from hrddesk_ui.theme import heights, theme, tokens
from hrddesk_ui.widgets.labels.marked_text import MarkedText
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.widgets.layout.whole_pane import WholePane
from hrddesk_ui.widgets.lists.items import TableItem
from hrddesk_ui.words.vocabularies import term_label


class PreviewView(WholePane):
    """Shows exactly what a publication would contain, and for the user alone which label stands for whom."""

    texts_wanted = Signal()
    pictures_wanted = Signal()
    answered = Signal()
    """The user gave or changed a reason to publish in spite of a risk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = desk.reader
        self._people = PartyFinder(desk.reader)
        self.summary = page_layout.words(
            self.tr("Choose cases and what may leave, then look at the preview. Nothing is written by it."),
            self,
        )
        self._dealt: dict[RecordId, PersonLabel] = {}
        self.dealt = page_layout.note("", self)
        self.dealt.hide()
        self.tabs = QTabWidget(self)  # first: Tab goes in the order in which parts were made
        self.text = MarkedText(self.tr("Everything that the publication would hold"), self)
        self.labels = QTableWidget(0, 2, self)
        self.labels.setAccessibleName(self.tr("Who bears which label; this stays in the vault"))
        self.labels.setHorizontalHeaderLabels([self.tr("Label"), self.tr("Who it is, in this vault only")])
        self.labels.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.labels.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.labels.setShowGrid(False)
        self.labels.setTabKeyNavigation(False)
        rows = self.labels.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(heights.field(self.labels))
        heads = self.labels.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.resizeSection(0, 20 * tokens.GRID)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.thoughts = MarkedText(self.tr("Risks and omissions, in words"), self)
        self.thoughts.setMinimumHeight(16 * tokens.GRID)
        self.held = HeldLabels(self)
        self.answers = RiskAnswers(self)
        self.coarser = CoarserList(self)
        self.coarser_note = page_layout.note(
            self.tr(
                "Tick a step with Space to tell less in this publication alone; the preview is made anew."
            ),
            self,
        )
        self.coarser_note.hide()
        self.beside = PeopleBeside(desk, self)
        self.names = StandingNames(desk, self)
        self.texts_button = QPushButton(self.tr("Review the texts"), self)
        self.texts_button.setAccessibleName(self.texts_button.text())
        self.texts_button.hide()
        self.pictures_button = QPushButton(self.tr("Look at the pictures"), self)
        self.pictures_button.setAccessibleName(self.pictures_button.text())
        self.pictures_button.hide()
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the preview"))
        self.tabs.setMinimumHeight(32 * tokens.GRID)  # to read in; a small window scrolls
        self.risks = self._risks_pane()
        self.answers.changed.connect(self.answered)
        for part, name in (
            (self.text, self.tr("What it says")),
            (self.labels, self.tr("Labels")),
            (self.beside, ""),
            (self.risks, self.tr("Risks and omissions")),
        ):
            self.tabs.addTab(part, name)
        self.tabs.setTabVisible(self.tabs.indexOf(self.beside), False)
        self.tabs.setTabVisible(self.tabs.addTab(self.names, ""), False)
        layout = boxes.column(self.summary, self.dealt, (self.tabs, 1), parent=self, margin=2 * tokens.GRID)
        for button, slot in (
            (self.texts_button, self.texts_wanted),
            (self.pictures_button, self.pictures_wanted),
        ):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.clicked.connect(slot)

    def _risks_pane(self) -> QScrollArea:
        """Return a pane with the risks, the steps that reduce them, and the fields for reasons to publish
        anyway.
        """
        pane = QWidget(self)
        boxes.column(
            self.held,
            self.coarser_note,
            self.coarser,
            (self.thoughts, 1),
            self.answers,
            parent=pane,
            margin=(0, tokens.GRID, 0, 0),
        )
        return page_layout.scrolling(pane, self)

    def go_to_risks(self) -> None:
        """Show the risks, and focus the first risk that has no reason yet."""
        self.tabs.setCurrentWidget(self.risks)
        line = self.answers.go_to_open()
        if line is not None:
            self.risks.ensureWidgetVisible(line)

    def outdate(self) -> None:
        """Show that the preview is out of date, because something that decides what is printed
        has changed.
        """
        self.summary.setText(self.tr("Something changed since this preview was made. Look at it again."))
        theme.set_role(self.summary, "warn")

    def show_preview(self, preview: Preview, text: str, places: list[tuple[int, int]]) -> None:
        """Show a preview; `text` is what would be published, and `places` are the spans of labels in it."""
        self.summary.setText(
            " ".join(
                filter(None, (self._counted(preview.model.summary), self.texts_left_out(preview.left_out)))
            )
        )
        theme.set_role(self.summary, "")
        self._compare_labels(preview)
        self.text.show_text(text, places)
        self._show_labels(preview)
        self.thoughts.show_text("\n".join(self._thoughts(preview)))
        self.held.show_held(preview.held)
        namesakes = [risk.about.party for risk in preview.risks if isinstance(risk.about, Namesake)]
        called = self._people.labels(namesakes)
        self.answers.show_risks(preview.risks, {str(party): name for party, name in called.items()})
        self.coarser.show_effects(preview.combinations)
        self.coarser_note.setVisible(self.coarser.count() > 0)
        self._show_names(preview)
        self.texts_button.setVisible(_waiting(preview.left_out) > 0)
        pictures = {LeftOut.PICTURE, LeftOut.CHANGED_PICTURE, LeftOut.FACE, LeftOut.OTHERS}
        self.pictures_button.setVisible(not pictures.isdisjoint(preview.left_out))

    def _counted(self, counts: Summary) -> str:
        """Return words for the numbers of cases, events, people, people with a label, groups, and groups
        with a name.
        """
        parts = [
            self.tr("%n case(s)", "", counts.cases),
            self.tr("%n event(s)", "", counts.events),
            self.tr("%n people", "", counts.people),
            self.tr("%n of them labelled", "", counts.labelled),
        ]
        if counts.groups:
            named = counts.groups - counts.groups_labelled
            parts.append(self.tr("%n group(s) and authorities", "", counts.groups))
            parts.append(self.tr("%n of these named", "", named))
        return self.tr("{counts}.", "a sentence").format(counts=self._listed(parts))

    def _listed(self, parts: Iterable[str]) -> str:
        return self.tr(", ", "between the parts of a list").join(parts)

    def texts_left_out(self, left_out: Mapping[LeftOut, int]) -> str:
        """Return words for the number of free texts that are withheld until somebody reviews them; "" if none
        are.
        """
        waiting = _waiting(left_out)
        return (
            self.tr("%n free text(s) left out: nobody reviewed them as they are now.", "", waiting)
            if waiting
            else ""
        )

    def _compare_labels(self, preview: Preview) -> None:
        """Show how many people have another label than in the previous preview, and why labels change."""
        dealt = {entry.party: entry.label for entry in preview.labels}
        changed = sum(self._dealt.get(party, label) != label for party, label in dealt.items())
        self._dealt = dealt
        self.dealt.setVisible(bool(changed))
        self.dealt.setText(
            self.tr(
                "%n label(s) changed since the last preview. Labels are reassigned whenever the content"
                " changes; along a series each person keeps theirs.",
                "",
                changed,
            )
        )

    def _show_labels(self, preview: Preview) -> None:
        self.labels.setRowCount(len(preview.labels))
        languages = preview.model.languages
        called = self._people.labels([entry.party for entry in preview.labels])
        for row, entry in enumerate(preview.labels):
            self.labels.setItem(row, 0, TableItem(_in_publication(entry.label, languages)))
            self.labels.setItem(row, 1, TableItem(called[entry.party]))

    def _show_names(self, preview: Preview) -> None:
        """Show the people who were left out by their role, and the people whose names the user has to decide
        about.
        """
        count = self.beside.show_preview(preview)
        self._count_in_tab(self.beside, self.tr("By role: %n", "", count), count)
        count = self.names.show_preview(preview)
        self._count_in_tab(self.names, self.tr("Names to decide: %n", "", count), count)

    def _count_in_tab(self, part: QWidget, words: str, count: int) -> None:
        tab = self.tabs.indexOf(part)
        self.tabs.setTabText(tab, words)
        if not count and self.tabs.currentIndex() == tab:
            self.tabs.setCurrentIndex(0)
        self.tabs.setTabVisible(tab, count > 0)

    def _thoughts(self, preview: Preview) -> list[str]:
        lines = []
        if preview.left_out:
            lines.append(self.tr("Left out:"))
            for kind, count in preview.left_out.items():
                where = ", ".join(preview.where.get(kind, ()))
                lines.append(f"    {count} × {left_out_words(kind)}" + (f": {where}" if where else ""))
            lines.append("")
        if preview.scripts:
            lines.append(self.tr("No font has these scripts; texts with their letters stay behind:"))
            for one in preview.scripts:
                texts = [f"{text} ({words}…)" for text, words in one.texts]
                printed = [f"{one.times} × [U+…]: {one.words}"] if one.times else []
                lines.append(f"    {one.script}: {self._listed([*texts, *printed])}")
            lines.append("")
        if preview.gaps:
            lines.append(self.tr("No font has these characters; each is printed as its number:"))
            lines += [f"    {gap.times} × [{gap.number}]: {gap.words}" for gap in preview.gaps]
            lines.append("")
        lines += self._hidden(preview)
        lines += self._close(preview)
        lines += self._of_one_source(preview)
        lines += self._changed_places(preview)
        lines += self._stood_before(preview)
        if preview.combinations.rare:
            lines.append(
                self.tr("The authorities involved will recognise them anyway. Other readers may recognise:")
            )
        for rare in preview.combinations.rare:
            traits = ", ".join(trait_word(trait) for trait in rare.traits)
            line = self.tr("{label}: {traits}. So described, %n case(s) of this desk fit.", "", rare.fits)
            lines.append(
                "    "
                + line.format(label=_in_publication(rare.label, preview.model.languages), traits=traits)
            )
            if rare.coarser:
                coarser = self._listed(coarser_words(step) for step in rare.coarser)
                advice = self.tr("Five or more would fit with one of: {steps}")
                lines.append("        " + advice.format(steps=coarser))
        if preview.telling:
            lines += ["", self.tr("Texts tell more of people with labels than the facts do:")]
        for disclosure in preview.telling:
            where = disclosure.case or self.tr("Title")
            lines.append(f"    {where} · {tells_word(disclosure.tells)}: {self._listed(disclosure.words)}")
        return lines or [self.tr("Nothing was left out, and nobody stands out among the cases of this desk.")]

    def _of_one_source(self, preview: Preview) -> list[str]:
        """Return a line for each case in which some facts come from one confidential source only.

        Readers may recognise this source by the facts.
        """
        lines = []
        for risk in preview.risks:
            if isinstance(risk.about, OfOneSource):
                case = self._reader.find(risk.about.case)
                ref = "" if case is None else case.text("ref")
                words = self.tr("{case}: %n fact(s)", "", risk.about.facts)
                lines.append("    " + words.format(case=ref))
        heading = self.tr("Known from one confidential source only. Readers may recognise that source:")
        return [heading, *lines, ""] if lines else []

    def _changed_places(self, preview: Preview) -> list[str]:
        """Return lines about printed places that were moved or whose kind was changed, with the old and new
        values.
        """
        lines = []
        for risk in preview.risks:
            about = risk.about
            if isinstance(about, ChangedPlace):
                values = about.values
                if about.field == "kind":
                    unknown = self.tr("no kind", "of a place")
                    values = tuple(term_label(("place_kind",), code) if code else unknown for code in values)
                    words = self.tr("{told} is printed. Its kind was changed: {values}")
                else:
                    words = self.tr("{told} is printed for {place}, which was moved: {values}")
                lines.append(
                    "    " + words.format(told=about.told, place=about.name, values=" → ".join(values))
                )
        heading = self.tr("Places that were changed. Make sure that none is printed that ought not to be:")
        return [heading, *lines, ""] if lines else []

    def _stood_before(self, preview: Preview) -> list[str]:
        """Return lines about differences from earlier publications, which may reveal something to readers.

        A person is named in only one of the two; something has more detail now; or a count differs by 1 to 4.
        """
        lines = []
        for risk in preview.risks:
            about = risk.about
            if isinstance(about, StoodBefore):
                (name,) = self._people.labels([about.party]).values()
                words = self.tr("{name}: named in publication {number}")
                if risk.kind is RiskKind.WITHOUT_NAME_BEFORE:
                    words = self.tr("{name}: without a name in publication {number}")
                lines.append("    " + words.format(name=name, number=about.publication))
            elif isinstance(about, SaysMore):
                words = self.tr("{what}: more detail than in publication {number}")
                what = loosened_word(about.what)
                lines.append("    " + words.format(what=what, number=about.publication))
            elif isinstance(about, CountsDiffer):
                words = self.tr(
                    "{figure}: %n count(s) differ by 1 to 4 from publication {number}", "", about.counts
                )
                lines.append("    " + words.format(figure=about.figure, number=about.publication))
        return [self.tr("Beside earlier publications:"), *lines, ""] if lines else []

    def _hidden(self, preview: Preview) -> list[str]:
        """Return lines that say for each figure how many of its counts are hidden, and why."""
        if not preview.hidden:
            return []
        lines = [self.tr("Counts that are hidden in figures:")]
        for item in preview.hidden:
            counts = item.hidden
            parts = [self.tr("%n small count(s)", "", counts.small)]
            if counts.others:
                parts.append(self.tr("%n other(s) from which these could be computed", "", counts.others))
            if counts.sums:
                parts.append(self.tr("%n sum(s) from which these could be computed", "", counts.sums))
            lines.append(f"    {item.figure}: {self._listed(parts)}")
        return [*lines, ""]

    def _close(self, preview: Preview) -> list[str]:
        """Return lines about counts that readers may subtract from each other to learn about few people or
        cases.
        """
        if not preview.close:
            return []
        lines = [self.tr("Readers who subtract learn of few:")]
        for item in preview.close:
            less = item.other or self.tr("the people that are printed")
            words = self.tr("{figure} less {other}: %n", "", item.by)
            lines.append("    " + words.format(figure=item.figure, other=less))
        return [*lines, ""]


def _waiting(left_out: Mapping[LeftOut, int]) -> int:
    return left_out.get(LeftOut.TEXT, 0) + left_out.get(LeftOut.CHANGED_TEXT, 0)


def _in_publication(label: PersonLabel, languages: Chain) -> str:
    """Return a label in the languages of the publication, not in the language of the window."""
    return " · ".join(label.within(languages).together(languages))
