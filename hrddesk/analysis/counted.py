"""Which records a figure counts for certain, each with how many it stands for."""

from collections.abc import Iterable
from datetime import date

from hrddesk.analysis.asking import Asking
from hrddesk.analysis.board import Board, Told
from hrddesk.analysis.dimensions import IN_PART
from hrddesk.analysis.questions import Question, Unit
from hrddesk.analysis.slices import Bits, each
from hrddesk.records.record import RecordId


def counted(question: Question, told: Told, today: date) -> dict[RecordId, int]:
    """Return the owners of what is counted, by the part where one is asked for: together they are the figure.

    A case or person stands for one, a case for its events where those are counted, and a group of people for
    its smallest size, less those of it who are counted one by one.
    """
    day = date.fromisoformat(question.as_of) if question.as_of else today
    question = question.settled(told.words)
    found: dict[RecordId, int] = {}
    answered: list[tuple[Board, Bits, Bits]] = []
    for board in told.boards(question.unit):
        answer = Asking(question, told, board, day).answer()
        certain = answer.counted.certain
        if question.part:
            cell = answer.cells.get((IN_PART,))
            certain = 0 if cell is None else cell.certain
        for row in each(certain):
            owner = board.owner_of(row)
            found[owner] = found.get(owner, 0) + 1
        answered.append((board, certain, answer.counted.possible))
    if question.unit is Unit.PERSONS:
        _widen(found, told, answered)
    return {owner: count for owner, count in found.items() if count}


def _widen(found: dict[RecordId, int], told: Told, answered: Iterable[tuple[Board, Bits, Bits]]) -> None:
    everything = list(answered)
    groups = {
        record: size[0]
        for board, certain, _ in everything
        for record, row, size in board.groups()
        if certain >> row & 1
    }
    members = told.members_of(list(groups)) if groups else {}
    for group, least in groups.items():
        one_by_one = sum(
            any(
                (row := board.row_of(person)) is not None and possible >> row & 1
                for board, _, possible in everything
            )
            for person in members.get(group, ())
        )
        found[group] = max(0, least - one_by_one)
