"""The summary of an import or of a trial, in a few sentences."""

from hrddesk.actions.interop.imports import ImportReport
from hrddesk_ui.error_words import messages
from hrddesk_ui.widgets.labels.hint_label import HintLabel, Tone
from hrddesk_ui.words.language import unturned

_MOST_WORDS = 5


class ImportSummary(HintLabel):
    """The sentences above the report; the report says the same line by line."""

    def say_would(self, report: ImportReport) -> None:
        """Say what importing would do; if there are errors, say only how many."""
        if report.errors:
            self.show_hint(self._remarks(report), Tone.BAD)
            return
        new, updated = sum(report.new.values()), sum(report.updated.values())
        sentences = [
            self.tr("%n row(s) read.", "", report.rows),
            self.tr("It would add %n record(s).", "", new) if new else "",
            self.tr("It would change %n record(s).", "", updated) if updated else "",
            self.tr("Nothing would change.") if not new + updated else "",
            self._of_no_effect(report),
            self.tr("%n row(s) of other sheets would be left out.", "", report.left_out)
            if report.left_out
            else "",
            self.tr("%n person(s) would have no role stated.", "", report.without_role)
            if report.without_role
            else "",
            self.tr(
                "%n person(s) without a role would become persons concerned: an event happened to them.",
                "",
                report.made_concerned,
            )
            if report.made_concerned
            else "",
            self._places(report),
            self._remarks(report),
        ]
        self.show_hint(messages.one_line(*sentences), Tone.BAD if report.left_out else Tone.GOOD)

    def say_done(self, report: ImportReport) -> None:
        """Say what an import did."""
        new, updated = sum(report.new.values()), sum(report.updated.values())
        sentences = [
            self.tr("Imported."),
            self.tr("%n record(s) were added.", "", new) if new else "",
            self.tr("%n record(s) were changed.", "", updated) if updated else "",
            self._of_no_effect(report),
            self._places(report),
        ]
        self.show_hint(messages.one_line(*sentences), Tone.GOOD)

    def _places(self, report: ImportReport) -> str:
        """Return how many typed places were recognised, and which ones stay as words only; "" if none were
        typed.
        """
        places = report.places
        if not places.total:
            return ""
        linked = self.tr("Of {total} places in words, {linked} were recognised.")
        stay = self.tr("Kept as words: {words}.") if places.words else ""
        words = ", ".join(f"“{unturned(text)}”" for text in places.words[:_MOST_WORDS])
        more = " …" if len(places.words) > _MOST_WORDS else ""
        sentences = (linked.format(linked=places.linked, total=places.total), stay.format(words=words + more))
        return messages.one_line(*sentences)

    def _of_no_effect(self, report: ImportReport) -> str:
        if not report.unchanged:
            return ""
        return self.tr("%n row(s) say only what is here already.", "", report.unchanged)

    def _remarks(self, report: ImportReport) -> str:
        if report.errors:
            return self.tr("%n row(s) cannot be taken; correct them first.", "", len(report.errors))
        if report.warnings:
            return self.tr("%n remark(s): look at them before you import.", "", len(report.warnings))
        return self.tr("Every value was understood.")
