"""The field for the role of a person in a case.

The role is always asked and never assumed; "not stated" is one of the answers.
"""

from typing import Final

from PySide6.QtWidgets import QWidget

from hrddesk_ui.widgets.fields.choice_edit import ChoiceEdit
from hrddesk_ui.words.language import shown_chain
from hrddesk_ui.words.vocabularies import shown_words

VOCABULARY: Final = "case_role"


class CaseRoleEdit(ChoiceEdit):
    """A list of the roles, in which nothing is chosen at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", {}, parent)
        self.setAccessibleName(self.tr("Role in this case"))
        self.setPlaceholderText(self.tr("Choose the role"))
        for term in shown_words().load(VOCABULARY).terms:
            self.addItem(term.label(shown_chain()), term.code)
        self.addItem(self.tr("Not stated"), "")
        self.setCurrentIndex(-1)

    def role(self) -> str | None:
        """Return the chosen role; "" for the choice "not stated", or None while nothing is chosen."""
        return None if self.currentIndex() < 0 else str(self.currentData())

    def set_role(self, role: str | None) -> None:
        """Show a role; a role that is not in the list is shown as it was typed. None clears the choice."""
        if role is None:
            self.setCurrentIndex(-1)
        else:
            self.set_value(role)
