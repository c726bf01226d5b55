"""Checks for impossible answers on consent, which forms and imports refuse but another desk may send."""

from collections.abc import Iterator
from datetime import date

from hrddesk.analysis.consistency.findings import Check, Finding, about
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import CONSENTS
from hrddesk.records.model.record import Record
from hrddesk.records.rules.consents import ANSWERS
from hrddesk.records.rules.soundness import is_guardian_of_adult


def answers_that_cannot_be(party: Record, today: date) -> Iterator[Finding]:
    """Find answers with a future day, and answers of a guardian for a person who was of age on that day.

    For each of these two mistakes there is at most one finding per person, which names all days.
    """
    answers = [item for item in party.values(CONSENTS) if item.get("consent") in ANSWERS]
    days = [str(item.get("date") or "") for item in answers]
    if ahead := [day for day in days if dates.is_to_come(dates.read(day), today)]:
        yield about(Check.CONSENT_AHEAD, party, first=", ".join(ahead))
    agreed = zip(days, answers, strict=True)
    if adult := [day for day, item in agreed if is_guardian_of_adult(party, item)]:
        yield about(Check.GUARDIAN_OF_ADULT, party, first=", ".join(adult), second=party.text("birth"))
