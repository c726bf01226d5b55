"""The section about a later issue of a publication: its number, corrections and changes."""

from collections.abc import Iterator

from hrddesk.publish.content.elements import Element, Grid, GridRow, Heading, Pair, Pairs, PublicationSection
from hrddesk.publish.content.phrasing import Teller, key_of_sheet
from hrddesk.records.language.captions import caption
from hrddesk.records.language.labels import Labels
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.issue import Issue, IssueChange, Turn
from hrddesk.redact.model.model import RedactedModel


def changes(model: RedactedModel, teller: Teller) -> Iterator[PublicationSection]:
    """Yield the section about the issue if the publication follows an earlier issue; else yield nothing."""
    issue = model.issue
    if issue is None:
        return
    title = "issue.correction" if issue.corrects else "issue.changes"
    elements: list[Element] = [Pairs(tuple(_which(issue, teller)))]
    elements.append(teller.columns(caption("issue.says")))
    for turn in Turn:
        rows = tuple(_row(change, model, teller) for change in issue.changes if change.turn is turn)
        if rows:
            elements.append(Heading(teller.caption(f"turn.{turn.value}"), f"turn.{turn.value}"))
            elements.append(_grid(rows, model, teller))
    if not issue.changes:
        elements.append(teller.columns(caption("issue.nothing")))
    yield PublicationSection("issue", teller.caption(title), tuple(elements))


def _which(issue: Issue, teller: Teller) -> Iterator[Pair]:
    before = issue.before
    facts = {"number": str(issue.number), "before": f"{before.number} ({before.as_of.isoformat()})"}
    if issue.corrects:
        facts["corrected"] = " ".join(
            before.sha256[start : start + 8] for start in range(0, len(before.sha256), 8)
        )
    for code, words in facts.items():
        yield teller.pair(caption(f"issue.{code}"), Labels.same(words))


def _row(change: IssueChange, model: RedactedModel, teller: Teller) -> GridRow:
    case = model.cases[change.case]
    name = teller.name(case.people[change.person])
    if Chapter.SHEETS not in model.chapters.parts:
        return GridRow((name,))
    return GridRow((name, str(change.case + 1)), key_of_sheet(change.case + 1))


def _grid(rows: tuple[GridRow, ...], model: RedactedModel, teller: Teller) -> Grid:
    if Chapter.SHEETS not in model.chapters.parts:
        return Grid((teller.caption("column.name"),), rows, (1.0,))
    return Grid((teller.caption("column.name"), teller.caption("column.sheet")), rows, (8.5, 0.9))
