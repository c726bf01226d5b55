"""The records that a figure certainly counts, each with the number of units that it represents."""

from datetime import date

from hrddesk.analysis.figures.dimensions import IN_PART
from hrddesk.analysis.figures.evaluation import Asking
from hrddesk.analysis.figures.figure_facts import FigureFacts
from hrddesk.analysis.figures.figure_questions import CountedUnit, FigureQuestion
from hrddesk.analysis.figures.verdicts import Verdict
from hrddesk.records.model.record import RecordId


def counted(question: FigureQuestion, facts: FigureFacts, today: date) -> dict[RecordId, int]:
    """Return the records to which the counted units belong, each with a number; the sum is the figure.

    If the question has a part, only the units in the part count. If events are counted, the records are their
    cases, each with the number of its events; an event without a case stands for itself. If cases or persons
    are counted, the number of each is 1. The number of a group is its smallest size, less those members who
    are counted themselves.
    """
    day = date.fromisoformat(question.as_of) if question.as_of else today
    question = question.settled(facts.words)
    answers = Asking(question, facts, day).answers()
    sizes = facts.group_sizes(answers.keys()) if question.unit is CountedUnit.PERSONS else {}
    owner_of = facts.owner_of(question.unit)
    counts: dict[RecordId, int] = {}
    for unit, answer in answers.items():
        in_part = not question.part or (IN_PART,) in answer.certain
        if answer.counted is Verdict.CERTAIN and in_part:
            owner = owner_of(unit)
            counts[owner] = counts.get(owner, 0) + (sizes[unit][0] if unit in sizes else 1)
    return {owner: count for owner, count in counts.items() if count}
