"""Checks of what is cited: sources that contradict, and what a public fact gives away."""

from collections.abc import Iterator, Sequence
from typing import Final

from hrddesk.analysis.findings import DISPUTED, Check, Facts, Finding, about, ref_of, title_of
from hrddesk.analysis.liberty import Claim
from hrddesk.records.kinds import WHOLE_RECORD, Visibility
from hrddesk.records.record import ElementId, Record

CONTRADICTS: Final = "contradicts"


def disputed(party: Record, claims: Sequence[Claim], facts: Facts) -> Iterator[Finding]:
    """Find the events of a person that one source supports and another contradicts."""
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


def confirmed_without_citation(facts: Facts) -> Iterator[Finding]:
    """Find events that are called confirmed though nothing says by whom."""
    cited = {citation.text("record") for citation in facts.citations}
    for event in facts.events:
        if event.text("assertion") == "confirmed" and event.id not in cited:
            yield _about_event(Check.CONFIRMED_WITHOUT_CITATION, event, facts)


def public_cites_secret(facts: Facts) -> Iterator[Finding]:
    """Find public events that cite a secret source: who reads one looks for the other."""
    secret = {source.id for source in facts.sources if _is_secret(source)}
    citing = {item.text("record") for item in facts.citations if item.text("source") in secret}
    for event in facts.events:
        if event.id in citing and _is_public(event):
            yield _about_event(Check.PUBLIC_CITES_SECRET, event, facts)


def _is_secret(source: Record) -> bool:
    own = source.lists.get("visibility", {}).get(ElementId(WHOLE_RECORD))
    return own is None or own.get("level") == Visibility.SECRET


def _is_public(event: Record) -> bool:
    levels = event.lists.get("visibility", {})
    return any(item.get("level") == Visibility.PUBLIC for item in levels.values())


def _about_event(check: Check, event: Record, facts: Facts) -> Finding:
    named = [facts.party(str(item.get("party"))) for item in event.values("parties")]
    who = next((party for party in named if party is not None), None)
    if who is not None:
        return about(check, who, event, first=title_of(event))
    return Finding(check, (event.id,), (ref_of(event),), title_of(event), first=title_of(event))
