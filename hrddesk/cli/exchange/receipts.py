"""The commands `hrddesk bundle receipt`, `receipts`, `ask` and `status`: what contacts have received and
still request.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hrddesk.actions.exchange import receipts
from hrddesk.bundle.receipts.holdings import CaseHolding, ContactHolding, Holding
from hrddesk.bundle.receipts.receipt_format import ReceiptSummary, RequestKind
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.exchange.receipt_rows import Ask
from hrddesk.store.records.store import Store

_HOLDINGS = {
    Holding.ALL: "has all of it",
    Holding.PART: "has it; {lacking} of {records} record(s) changed since, or were not sent in full",
    Holding.WAITS: "left here in a bundle; no receipt speaks of it",
    Holding.NONE: "was not handed over",
}


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add these commands to the group `bundle`."""
    receipt = command(
        verbs, shared, "receipt", "say to a contact what came, what was accepted, what is asked for", _receipt
    )
    receipt.add_argument("name", metavar="NAME")
    receipt.add_argument(
        "file", metavar="FILE", type=PathText, help="a folder gives it a name that says nothing"
    )
    receipts_ = command(
        verbs, shared, "receipts", "write a receipt for everybody of whom something was accepted", _receipts
    )
    receipts_.add_argument("folder", metavar="DIR", type=PathText, help="each gets a name that says nothing")
    ask = command(verbs, shared, "ask", "ask a contact for something in the next receipt", _ask)
    ask.add_argument("name", metavar="NAME")
    ask.add_argument("record", metavar="REF", nargs="?", help="without it: what is asked for")
    ask.add_argument(
        "--what",
        choices=[what.value for what in RequestKind],
        default=RequestKind.RECORD.value,
        help="the record (also without it), or the file of this evidence",
    )
    ask.add_argument("--withdraw", action="store_true", help="ask for nothing of it any more")
    status = command(verbs, shared, "status", "what every contact has of the cases here", _status)
    status.add_argument("--case", metavar="REF", help="of this one")


def document(receipt_report: ReceiptSummary | None) -> dict[str, Any] | None:
    """Return a summary of the receipts in a bundle, as JSON; None without receipts."""
    if receipt_report is None:
        return None
    requests = [{"record": record, "what": what.value} for record, what in receipt_report.asked]
    return {"accepted": receipt_report.accepted, "asked": requests, "seen": receipt_report.seen.number}


def words(receipt_report: ReceiptSummary | None) -> Iterator[str]:
    """Yield a summary of the receipts in a bundle, in words."""
    if receipt_report is not None:
        yield (
            f"The sender has {receipt_report.accepted} record(s) of yours and asks for "
            f"{len(receipt_report.asked)}."
            " `bundle status` shows it by cases."
        )


def _receipt(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        sent = receipts.write_receipt(session, Path(args.file), args.name, terminal.job(args))
    written = sent.written
    terminal.emit(
        args,
        {"bundle": written.id, "file": str(written.path), "size": written.size},
        [f"Wrote {written.path}: {written.size} bytes. It holds no record."],
    )
    return 0


def _receipts(args: Namespace) -> int:
    """Write all receipts that are due; return the exit code of the first contact for whom that failed, or
    0.
    """
    with terminal.unlocked(args) as session:
        outcomes = receipts.write_receipts(session, Path(args.folder), terminal.job(args))
    lines = [
        f"{each.name}: {each.error.message if each.error is not None else each.sent and each.sent.path}"
        for each in outcomes
    ]
    terminal.emit(
        args,
        [_receipt_document(each) for each in outcomes],
        lines or ["Nobody waits for a receipt: nothing was accepted since the last ones."],
    )
    return next((each.error.exit_code for each in outcomes if each.error is not None), 0)


def _receipt_document(outcome: receipts.ReceiptOutcome) -> dict[str, Any]:
    error = outcome.error
    return {
        "contact": outcome.name,
        "file": None if outcome.sent is None else str(outcome.sent.path),
        "error": None if error is None else {"code": error.exit_code, "message": error.message},
    }


def _ask(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        if args.record is None:
            open_asks = receipts.asked_of(session, args.name)
        else:
            record = receipts.find_record(session, args.record)
            if args.withdraw:
                open_asks = receipts.withdraw(session, args.name, record)
            else:
                open_asks = receipts.ask(session, args.name, record, RequestKind(args.what))
        documents = [_ask_document(session.store, item) for item in open_asks]
    lines = [f"{item['what']}  {item['ref'] or item['record']}" for item in documents]
    terminal.emit(args, documents, lines or [f"Nothing is asked of {args.name}."])
    return 0


def _status(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        store = session.store
        case = None if args.case is None else store.by_ref(args.case, Kind.CASE).id
        holdings = receipts.what_others_have(store, terminal.job(args), case)
        documents = [_holding(store, item) for item in holdings]
    terminal.emit(args, documents, lambda: _holding_lines(documents))
    return 0


def _holding(store: Store, contact_holding: ContactHolding) -> dict[str, Any]:
    seen = None
    if contact_holding.seen is not None:
        seen = {
            "number": contact_holding.seen,
            "day": contact_holding.seen_day.isoformat() if contact_holding.seen_day else None,
        }
    return {
        "contact": contact_holding.contact.name,
        "receipt": contact_holding.receipt_day.isoformat() if contact_holding.receipt_day else None,
        "seen": seen,
        "cases": [_case(store, item) for item in contact_holding.cases.values()],
        "asked": [
            {"record": record, "ref": _ref(store, record), "what": what.value}
            for record, what in contact_holding.asked
        ],
    }


def _case(store: Store, case_holding: CaseHolding) -> dict[str, Any]:
    return {
        "case": case_holding.case,
        "ref": _ref(store, case_holding.case),
        "holding": case_holding.holding.value,
        "records": case_holding.records,
        "lacking": case_holding.lacking,
    }


def _holding_lines(documents: list[dict[str, Any]]) -> Iterator[str]:
    if not documents:
        yield "Nothing was handed over yet."
    for contact_document in documents:
        headline = (
            f"receipt of {contact_document['receipt']}" if contact_document["receipt"] else "no receipt yet"
        )
        if contact_document["seen"]:
            headline += (
                f", saw your history up to row {contact_document['seen']['number']} "
                f"({contact_document['seen']['day']})"
            )
        yield f"{contact_document['contact']}: {headline}"
        for case in contact_document["cases"]:
            text = _HOLDINGS[Holding(case["holding"])].format(**case)
            yield f"  {case['ref'] or case['case'][:8]}  {text}"
        for item in contact_document["asked"]:
            yield f"  asks for: {item['what']} {item['ref'] or item['record']}"


def _ask_document(store: Store, item: Ask) -> dict[str, Any]:
    return {"record": item.record, "ref": _ref(store, item.record), "what": item.what}


def _ref(store: Store, record: RecordId) -> str:
    stored_record = store.find(record)
    return "" if stored_record is None else stored_record.text("ref")
