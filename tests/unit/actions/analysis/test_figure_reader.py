"""Whatever has changed: figures are those of counting by hand."""

import random
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from hrddesk.actions.analysis.figure_reader import FigureReader
from hrddesk.analysis.figures.figure_questions import FigureQuestion, asked
from hrddesk.analysis.figures.figure_tables import CountTable
from hrddesk.analysis.status.status import Status, status_of
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.records.store import Store
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.analysis import row_by_row
from tests.unit.analysis.whole_facts import facts_of, told_of

AS_OF: Final = "2020-12-31"
QUESTIONS: Final = [
    asked(unit="persons", by=["sex", "type"]),
    asked(unit="cases", where=["type=detained"], by=["tag"]),
    asked(unit="events", by=["source", "measure"]),
    asked(unit="persons", by=["status"], as_of=AS_OF),
    asked(unit="cases", where=["status=in_custody"], by=["place"], as_of=AS_OF),
    asked(unit="persons", by=["status"], as_of="2021-04-01"),
    asked(unit="events", by=["reason"], as_of="2019-06-30"),
    asked(unit="persons", any_of=[["type=arrested"], ["sex=female"]], without=[["date=2019"]]),
    asked(unit="cases", by=["field:hukou", "dataset"]),
]
KINDS: Final = (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.RELATION, Kind.PLACE, Kind.SOURCE, Kind.CITATION)


def by_hand(store: Store, question: FigureQuestion) -> dict[str, object]:
    records = [record for kind in KINDS for record in store.all(kind)]
    parties = {record.id: record for record in records if record.kind is Kind.PARTY}
    events = [record for record in records if record.kind is Kind.EVENT]

    def statuses(people: Collection[RecordId], day: date) -> dict[RecordId, Status]:
        return {person: status_of(parties[person], events, day) for person in people}

    day = date.fromisoformat(question.as_of or AS_OF)
    return row_by_row.compute(question, facts_of(told_of(records), store.words(), statuses), day)


def said(table: CountTable) -> dict[str, object]:
    figure = table.figure
    cells = {cell.key: cell.counted for cell in figure.cells}
    of = {"all": figure.all, "known": figure.known, "unknown": figure.unknown}
    return of | {"overlaps": figure.overlaps, "cells": cells}


class Desk:
    """Changes a vault at random, the same for the same seed."""

    def __init__(self, session: Session, seed: int) -> None:
        self._session = session
        self._random = random.Random(seed)
        self._acts: list[int] = []

    def step(self) -> None:
        """Do one thing."""
        store = self._session.store
        do: Callable[[], Record | None] = self._random.choice(
            [
                self._case,
                self._party,
                self._event,
                self._event,
                self._cited,
                self._member,
                self._delete,
                self._undo,
            ]
        )
        record = do()
        if record is None:
            return
        with store.change("test.random") as change:
            change.put(record)
        if change.act is not None:
            self._acts.append(change.act)

    def _any(self, kind: Kind) -> RecordId | None:
        ids = self._session.store.ids(kind)
        return self._random.choice(ids) if ids else None

    def _there(self, kind: Kind) -> Record:
        """Return a record to change, or a new one."""
        record = self._any(kind) if self._random.random() < 0.5 else None
        return self._session.store.get(record) if record else Record(kind=kind, id=new_id())

    def _people(self) -> list[dict[str, str]]:
        ids = self._session.store.ids(Kind.PARTY)
        chosen = self._random.sample(ids, min(len(ids), self._random.randrange(3)))
        return [{"party": who, "role": self._random.choice(("victim", "", "judge"))} for who in chosen]

    def _case(self) -> Record:
        tags = self._random.choice(([], [{"text": "a"}], [{"text": "a"}, {"text": "b"}]))
        made = self._there(Kind.CASE).with_elements("parties", self._people()).with_elements("tags", tags)
        return made.with_elements(
            "keys", self._random.choice(([], [{"source": "l", "file": "f", "key": made.id}]))
        )

    def _party(self) -> Record:
        made = self._there(Kind.PARTY).with_fields(
            kind=self._random.choice(("person", "group", "authority")),
            sex=self._random.choice(("female", "male", "")),
            size_min=self._random.choice((None, 3)),
            death=self._random.choice(("", "", "2019-05")),
        )
        return made.with_elements("values", self._random.choice(([], [{"field": "hukou", "answer": "yes"}])))

    def _event(self) -> Record:
        made = self._there(Kind.EVENT).with_fields(
            type=self._random.choice(("detained", "arrested", "released", "")),
            measure=self._random.choice(("rsdl", "")),
            date=self._random.choice(("2019", "2020-05-01", "2020?", "", "2021-03")),
            place_text=self._random.choice(("here", "")),
            assertion=self._random.choice(("", "", "refuted")),
            case=self._any(Kind.CASE) if self._random.random() < 0.7 else None,
        )
        return made.with_elements("parties", self._people())

    def _cited(self) -> Record | None:
        source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(title=self._random.choice(("one", "two")))
        cited = self._any(self._random.choice((Kind.CASE, Kind.PARTY, Kind.EVENT)))
        if cited is None:
            return None
        with self._session.store.change("test.source") as change:
            change.put(source)
        return self._there(Kind.CITATION).with_fields(record=cited, source=source.id)

    def _member(self) -> Record | None:
        one, other = self._any(Kind.PARTY), self._any(Kind.PARTY)
        if one is None or other is None:
            return None
        return self._there(Kind.RELATION).with_fields(type="member_of", subject=one, object=other)

    def _delete(self) -> None:
        record = self._any(self._random.choice((Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.CITATION)))
        if record is not None:
            with self._session.store.change("test.delete") as change:
                change.delete(record)
            assert change.act is not None
            self._acts.append(change.act)

    def _undo(self) -> None:
        if self._acts:
            self._session.store.undo(self._acts.pop(), "test.undo")


@pytest.mark.parametrize("seed", range(3))
def test_figures_are_those_of_the_records_after_every_change(session: Session, seed: int) -> None:
    desk, store, reader = Desk(session, seed), session.store, FigureReader(store=session.store)
    chance = random.Random(seed)
    for _ in range(60):
        for _ in range(chance.randrange(1, 6)):
            desk.step()
        for question in chance.sample(QUESTIONS, 3):
            assert said(reader.ask(question)) == by_hand(store, question), question.text
            whole = replace(question, suppress=0)
            assert sum(reader.counted(whole).values()) == reader.ask(whole).count, question.text
    assert check(session.reader, [], Job()).ok
