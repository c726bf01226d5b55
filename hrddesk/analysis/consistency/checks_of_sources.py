"""Checks of citations, of printed descriptions of sources, and of due answers to interventions."""

from collections.abc import Iterator, Sequence
from typing import Final

from hrddesk.analysis.consistency.findings import (
    DISPUTED,
    Check,
    CheckedFacts,
    Finding,
    about,
    ref_of,
    title_of,
)
from hrddesk.analysis.status.liberty import Claim
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import Record
from hrddesk.records.names.display_names import display_name
from hrddesk.records.rules.interventions import awaits_answer
from hrddesk.records.rules.sources import Attribution, attribution_of, is_public
from hrddesk.records.terms.roles import ADDRESSEE

CONTRADICTS: Final = "contradicts"


def disputed(party: Record, claims: Sequence[Claim], facts: CheckedFacts) -> Iterator[Finding]:
    """Find the events of a person that a cited source contradicts."""
    for claim in claims:
        stances = {citation.text("stance") for citation in facts.citations_of(claim.event.id)}
        if CONTRADICTS in stances:
            yield about(
                Check.CONFLICTING_CLAIMS,
                party,
                claim.event,
                first=title_of(claim.event),
                second=DISPUTED,
            )


def confirmed_without_citation(facts: CheckedFacts) -> Iterator[Finding]:
    """Find events that are recorded as confirmed without a citation of any source."""
    cited = {citation.text("record") for citation in facts.citations}
    for event in facts.events:
        if event.text("assertion") == "confirmed" and event.id not in cited:
            yield _about_event(Check.CONFIRMED_WITHOUT_CITATION, event, facts)


def source_described(facts: CheckedFacts) -> Iterator[Finding]:
    """Find public events that cite a confidential source which is described in print.

    From the description, a reader may try to find out who the source is.
    """
    described = {source.id for source in facts.sources if _is_described(source)}
    citing = {item.text("record") for item in facts.citations if item.text("source") in described}
    for event in facts.events:
        if event.id in citing and _is_public(event):
            yield _about_event(Check.SOURCE_DESCRIBED, event, facts)


def answer_due(facts: CheckedFacts) -> Iterator[Finding]:
    """Find interventions whose answer is overdue or due within a week, and is not recorded."""
    for event in facts.events:
        if awaits_answer(event, facts.today):
            yield _about_event(Check.ANSWER_DUE, event, facts, second=", ".join(_bodies(event, facts)) or "–")


def _bodies(event: Record, facts: CheckedFacts) -> Iterator[str]:
    """Yield the names of the bodies that were asked: addressees among the parties, then a typed addressee."""
    for item in event.values("parties"):
        party = facts.party(str(item.get("party")))
        if party is not None and item.get("role") == ADDRESSEE:
            yield display_name(party)
    if event.text("addressee"):
        yield event.text("addressee")


def _is_described(source: Record) -> bool:
    return not is_public(source) and attribution_of(source) is Attribution.DESCRIBED


def _is_public(event: Record) -> bool:
    levels = event.lists.get("visibility", {})
    return any(item.get("level") == Visibility.PUBLIC for item in levels.values())


def _about_event(check: Check, event: Record, facts: CheckedFacts, second: str = "") -> Finding:
    people = [item for item in event.values("parties") if item.get("role") != ADDRESSEE]
    named = [facts.party(str(item.get("party"))) for item in people]
    who = next((party for party in named if party is not None), None)
    first = title_of(event)
    if who is not None:
        return about(check, who, event, first=first, second=second)
    return Finding(
        check=check, records=(event.id,), refs=(ref_of(event),), name=first, first=first, second=second
    )
