"""The warnings that are shown before anything of a review is accepted."""

from PySide6.QtWidgets import QWidget

from hrddesk.bundle.review.queue import Waiting
from hrddesk.bundle.review.review_items import Review
from hrddesk_ui.exchange.review_words import hold_sentence, notice_sentence, waiting_words
from hrddesk_ui.theme import theme
from hrddesk_ui.widgets.labels.label import Label


class ReviewNotices(Label):
    """A label that shows what is unusual about a bundle, and unexpected effects of accepting all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        theme.set_role(self, "warn")

    def show_review(self, review: Review) -> None:
        """Show the warnings of a review."""
        notices = [*map(notice_sentence, review.head.notices), *self._warnings(review)]
        self.setText("\n".join(notices))
        self.setVisible(bool(notices))

    def _warnings(self, review: Review) -> list[str]:
        """Return the warnings: one sentence for each unexpected effect of accepting all records."""
        warnings = []
        if review.head.waiting and review.needs_me:
            warnings = [waiting_words(Waiting.of(review)), *map(hold_sentence, review.holds)]
        if review.deletes:
            warnings.append(
                self.tr(
                    "%n record(s) that are here would be deleted, as the sender deleted them.",
                    "",
                    review.deletes,
                )
            )
        if review.loosened:
            warnings.append(
                self.tr(
                    "%n record(s) would let more people see what is here."
                    " The level that they have here stays unless you say yes to that in particular.",
                    "",
                    review.loosened,
                )
            )
        if review.regrouped:
            warnings.append(
                self.tr(
                    "%n record(s) would change who is in them, their case, or what kind of party they are;"
                    " that can open them. They stay as they are unless you say yes to that in particular.",
                    "",
                    review.regrouped,
                )
            )
        if review.brings_back:
            warnings.append(
                self.tr(
                    "%n record(s) that you deleted would come back, no more open than before.",
                    "",
                    review.brings_back,
                )
            )
        if review.arrives_public:
            warnings.append(
                self.tr(
                    "%n record(s) arrive as public: what is public of them, anybody may read.",
                    "",
                    review.arrives_public,
                )
            )
        return warnings
