"""The sentences that say which contacts have a case."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from hrddesk.bundle.receipts.holdings import ContactHolding, Holding
from hrddesk.records.model.record import RecordId
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

_BY_RECEIPT = {
    Holding.ALL: QT_TRANSLATE_NOOP("Holdings", "{name} has all of it, by the receipt of {day}."),
    Holding.PART: QT_TRANSLATE_NOOP(
        "Holdings",
        "{name} has it, by the receipt of {day}, but {count} of its {all} records not in full: they changed"
        " since, or parts of them were kept back.",
    ),
    Holding.WAITS: QT_TRANSLATE_NOOP("Holdings", "It left here in a bundle. {name} has not acknowledged it."),
}
"""The words by receipt; a case that was not handed over has none."""

_WITHOUT_RECEIPT = {
    Holding.ALL: QT_TRANSLATE_NOOP("Holdings", "It came from {name} and was not changed here."),
    Holding.PART: QT_TRANSLATE_NOOP(
        "Holdings", "It came from {name}; {count} of its {all} records changed here since."
    ),
    Holding.WAITS: _BY_RECEIPT[Holding.WAITS],
}


def sentences(contact_holdings: Iterable[ContactHolding], case: RecordId) -> Iterator[str]:
    """Yield a sentence for each contact that has the case, or to whom it was sent."""
    for contact in contact_holdings:
        case_holding = contact.cases.get(case)
        if case_holding is None:
            continue
        words = _BY_RECEIPT if case_holding.is_acknowledged else _WITHOUT_RECEIPT
        if case_holding.holding not in words:
            continue
        yield QCoreApplication.translate("Holdings", words[case_holding.holding]).format(
            name=contact.contact.name,
            day=contact.receipt_day.isoformat() if contact.receipt_day else "",
            count=case_holding.lacking,
            all=case_holding.records,
        )
