"""Desks that do whatever desks do, as real vaults with real bundles in files, held to a model.

Two or three of them edit, delete, merge people, hand everything over, lose, repeat and reorder what is on
the sticks, accept all or a part, undo, reject, and go on from an old backup. Every review of a case must show
what `causal` says, so a conflict is shown exactly where two desks did not know of each other. In the end, all
having handed all to each other, they hold the same, and nothing that was ever typed is gone unless somebody
who had it before the eyes chose against it.
"""

import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run_as_test

from hrddesk.actions.analysis import duplicates, statuses
from hrddesk.actions.vault import backups
from hrddesk.bundle.merging.merge import PartVerdict, Side
from hrddesk.bundle.review import acceptance
from hrddesk.crypto import bech32
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import UndoNotPossible
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import ElementId, Record, RecordId
from hrddesk.records.model.versions import WHOLE
from hrddesk.records.rules import joining
from hrddesk.store.records import forwarding, outgoing
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.campaigns import drawn, tried
from tests.made import PASSPHRASE, argon2id_at_no_cost, deriving_by
from tests.unit.bundle.causal import Known, written
from tests.unit.bundle.desk_hands import CASES, DeskHands
from tests.unit.bundle.desk_model import Desk, Reading, Stick, facts_of, words
from tests.unit.bundle.forge import introduce, new_session
from tests.unit.bundle.hands import content

PEOPLE = tuple(RecordId(digit * 32) for digit in "abcd")
EVENTS = tuple(RecordId(digit * 32) for digit in "45")
FIELDS, ELEMENTS = ("title", "status", "note"), ("tags/one", "tags/two")
BACKUPS, LIVES = 2, 2
"""How many backups are made and how many laptops lost at most; each takes longer than a bundle."""
ROUNDS = 8
"""In how many rounds of handing all to all the desks must be of one mind."""


class DesksModel(DeskHands, RuleBasedStateMachine):
    """See the module."""

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        DeskHands.__init__(self)
        self.sticks: list[Stick] = []
        self.backups: list[tuple[int, Path, tuple[dict[RecordId, Known], dict[int, Reading]]]] = []
        self.by_deltas = False
        self.has_undone = False

    # --- what desks do ----------------------------------------------------------------------------------

    @initialize(
        number=st.sampled_from([2, 2, 3]), shared=st.sampled_from([True, True, False]), deltas=st.booleans()
    )
    def begin(self, number: int, shared: bool, deltas: bool) -> None:
        """Meet; mostly all have the same cases and people already."""
        type(self).runs += 1
        self.by_deltas = deltas
        for place in range(number):
            path = self.folder / f"{place}.hrdv"
            shutil.copytree(_three() / f"{place}.hrdv", path)
            self.desks.append(Desk(Session.open(path, PassphraseSecret(PASSPHRASE))))
        if not shared:
            return
        for record_id in CASES[:2]:
            case = Record(kind=Kind.CASE, id=record_id).with_fields(title=self._word(record_id))
            self._put(self.desks[0], case)
        people = [
            Record(kind=Kind.PARTY, id=person).with_elements("names", [{"name": self._word()}])
            for person in PEOPLE[:3]
        ]
        event = Record(kind=Kind.EVENT, id=EVENTS[0]).with_elements(
            "parties", [{"party": person, "role": "victim"} for person in PEOPLE[1:3]]
        )
        with self.desks[0].session.store.change("test") as change:
            for record in (*people, event):
                change.put(record)
        for reader in range(1, number):
            self._hand_over(0, reader)

    @invariant()
    def statuses_are_those_of_the_records(self) -> None:
        """Whatever was done since statuses were kept: those that are still kept are true."""
        for desk in self.desks:
            assert statuses.are_as_made(desk.session.store, Job())
            statuses.keep_current(desk.session.store)

    @rule(data=st.data(), record_id=st.sampled_from(CASES), part=st.sampled_from(FIELDS + ELEMENTS))
    def edit(self, data: st.DataObject, record_id: RecordId, part: str) -> None:
        """Type something, what another desk typed too, or remove what stands."""
        desk = self._desk(data)
        what = data.draw(st.sampled_from(["new", "new", "new", "same", "nothing"]))
        typed = self.typed.get(record_id, [])
        word = None if what == "nothing" else self._word(record_id)
        if what == "same" and typed:
            word = data.draw(st.sampled_from(typed))
        record = desk.session.store.find(record_id) or Record(kind=Kind.CASE, id=record_id)
        name, _, element = part.partition("/")
        if not element:
            self._put(desk, record.with_fields(**{name: word}))
            return
        elements = dict(record.lists.get(name, {}))
        elements.pop(ElementId(element), None)
        if word is not None:
            elements[ElementId(element)] = {"text": word, "pos": 0}
        lists = {key: value for key, value in {**record.lists, name: elements}.items() if value}
        self._put(desk, replace(record, lists=lists))

    @rule(data=st.data(), record_id=st.sampled_from(CASES))
    def delete(self, data: st.DataObject, record_id: RecordId) -> None:
        desk = self._desk(data)
        record = desk.session.store.find(record_id)
        if record is None:
            return
        self.given_up |= words(record.to_json())
        with desk.session.store.change("test") as change:
            change.delete(record_id)
        event = self._event(desk, record_id)
        values = {name: name == WHOLE or None for name in desk.known[record_id].parts}
        desk.known[record_id] = written(desk.known[record_id], event, self._before(record_id)(event), values)

    @rule(
        data=st.data(),
        person=st.sampled_from(PEOPLE),
        part=st.sampled_from(["ethnicity", "birth", "note", "names"]),
    )
    def work_on_a_person(self, data: st.DataObject, person: RecordId, part: str) -> None:
        store = self._desk(data).session.store
        record = store.find(person)
        if record is None and store.tables.kind_ever(person) is not None:
            return  # merged away: nobody finds it any more
        record, word = record or Record(kind=Kind.PARTY, id=person), self._word()
        if part == "names":
            record = record.with_elements("names", [*record.values("names"), {"name": word}])
        else:
            self.given_up |= words(record.fields.get(part))
            record = record.with_fields(**{part: word})
        with store.change("test") as change:
            change.put(record)

    @rule(data=st.data(), event=st.sampled_from(EVENTS))
    def work_on_an_event(self, data: st.DataObject, event: RecordId) -> None:
        """Say when it was, and that one of the people here was in it."""
        store = self._desk(data).session.store
        people = store.ids(Kind.PARTY)
        if not people:
            return
        record = store.find(event) or Record(kind=Kind.EVENT, id=event)
        self.given_up |= words(record.fields.get("place_text"))
        named = [*record.values("parties"), {"party": data.draw(st.sampled_from(people)), "role": "victim"}]
        record = record.with_fields(place_text=self._word()).with_elements("parties", named[-2:])
        with store.change("test") as change:
            change.put(record)

    @rule(data=st.data(), turned=st.booleans())
    def merge_two_people(self, data: st.DataObject, turned: bool) -> None:
        session = self._desk(data).session
        people = sorted(session.store.ids(Kind.PARTY), reverse=turned)
        if len(people) < 2:
            return
        kept, gone = people[:2]
        into, record = session.store.get(kept), session.store.get(gone)
        for name in joining.differing(into, record):
            self.given_up |= words(record.fields[name])  # a person keeps the first one's
        duplicates.merge(session, kept, gone)

    # --- what happens to bundles ------------------------------------------------------------------------

    @rule(data=st.data(), delta=st.booleans())
    def send(self, data: st.DataObject, delta: bool) -> None:
        way = data.draw(st.sampled_from(list(permutations(range(len(self.desks)), 2))))
        self.sticks.append(self._send(*way, delta=delta))

    @precondition(lambda self: self.sticks)
    @rule(data=st.data())
    def lose(self, data: st.DataObject) -> None:
        self.sticks.remove(self._stick(data))

    @precondition(lambda self: self.sticks)
    @rule(data=st.data(), again=st.booleans())
    def receive(self, data: st.DataObject, again: bool) -> None:
        """Read one of the bundles, in whatever order; it may come again."""
        stick = self._stick(data)
        if not again:
            self.sticks.remove(stick)
        self._receive(stick)

    @precondition(lambda self: any(self._open()))
    @rule(data=st.data(), take=st.sampled_from([None, *Side]), loosen=st.booleans(), each=st.booleans())
    def accept(self, data: st.DataObject, take: Side | None, loosen: bool, each: bool) -> None:
        """Accept all or one case; choose part by part, also against the verdict, or one side, or neither."""
        desk, number = self._one_of(data, self._open())
        reading = desk.readings[number]
        waiting = [
            record_id
            for record_id in reading.stick.known
            if record_id not in reading.accepted and (reading.kept is None or record_id in reading.kept)
        ]
        chosen: list[RecordId] | None = None
        if bool(waiting) and data.draw(st.booleans()):
            chosen = [data.draw(st.sampled_from(waiting))]
        choices: dict[RecordId, dict[str, Side]] = {}
        for record_id in (chosen or waiting) if each else []:
            found = self._compared(desk, reading.stick, record_id)
            if found[WHOLE].verdict is PartVerdict.CONFLICT:
                choices[record_id] = {WHOLE: data.draw(st.sampled_from(Side))}
            elif not found[WHOLE].ours and not found[WHOLE].theirs:
                names = [name for name in found if name != WHOLE]
                picked = data.draw(st.lists(st.sampled_from(names), unique=True)) if names else []
                choices[record_id] = {name: data.draw(st.sampled_from(Side)) for name in picked}
        self._accept(desk, number, chosen, take, choices, loosen=loosen)

    @precondition(lambda self: any(self._open()))
    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        desk, number = self._one_of(data, self._open())
        before = content(desk.session)
        acceptance.reject(desk.session, number)
        reading = desk.readings[number]
        reading.state, reading.kept = "rejected", set(reading.accepted)
        assert content(desk.session) == before

    @precondition(lambda self: any(self._accepted()))
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        """Take an acceptance back, unless one of its records was changed since: then nothing changes."""
        desk, number = self._one_of(data, self._accepted())
        before, refused = content(desk.session), ""
        try:
            acceptance.undo(desk.session, number)
        except UndoNotPossible as error:
            refused = str(error)
        if refused:
            assert "changed again since" in refused
            assert content(desk.session) == before
            return
        self.has_undone = True
        self._undone(desk, number)

    @precondition(lambda self: any(self._open()))
    @rule(data=st.data(), take=st.sampled_from(Side))
    def accept_and_undo(self, data: st.DataObject, take: Side) -> None:
        """What was accepted just now can always be taken back, and then all is as it was."""
        desk, number = self._one_of(data, self._open())
        reading = desk.readings[number]
        if reading.before:
            return
        before = content(desk.session)
        self._accept(desk, number, None, take, {}, loosen=True)
        acceptance.undo(desk.session, number)
        assert content(desk.session) == before
        self._undone(desk, number)

    @precondition(lambda self: len(self.backups) < BACKUPS)
    @rule(data=st.data())
    def back_up(self, data: st.DataObject) -> None:
        desk = self._desk(data)
        made = backups.make(desk.session, self.folder / f"{next(self.numbers)}.tar", Job())
        self.backups.append((self.desks.index(desk), made.path, desk.memory()))

    @precondition(lambda self: self.backups and self.lives < LIVES)
    @rule(data=st.data())
    def lose_a_laptop(self, data: st.DataObject) -> None:
        """Go on from an earlier backup; what was not handed over since is gone with the laptop."""
        self.lives += 1
        place, path, (known, readings) = self.backups[data.draw(st.integers(0, len(self.backups) - 1))]
        desk = self.desks[place]
        desk.session.close()
        target = self.folder / f"life{next(self.numbers)}.hrdv"
        desk.session = backups.restore(path, target, PassphraseSecret(PASSPHRASE), Job()).session
        desk.known, desk.readings = Desk(desk.session, known, readings).memory()
        self._fits(desk)

    # --- the dice ---

    def _desk(self, data: st.DataObject) -> Desk:
        return self.desks[data.draw(st.integers(0, len(self.desks) - 1))]

    def _stick(self, data: st.DataObject) -> Stick:
        return self.sticks[data.draw(st.integers(0, len(self.sticks) - 1))]

    def _one_of(self, data: st.DataObject, reviews: Iterable[tuple[Desk, int]]) -> tuple[Desk, int]:
        found = list(reviews)
        return found[data.draw(st.integers(0, len(found) - 1))]

    # --- the end ----------------------------------------------------------------------------------------

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None and self.desks:
                self._end()
        finally:
            for desk in self.desks:
                desk.session.close()
            shutil.rmtree(self.folder)

    def _end(self) -> None:
        ways = list(permutations(range(len(self.desks)), 2))
        for desk, number in list(self._open()):
            self._accept(desk, number, None, Side.THEIRS, {}, loosen=True)
        for _ in range(ROUNDS):
            before = [content(desk.session) for desk in self.desks]
            for way in ways:
                self._hand_over(*way)
            contents = [content(desk.session) for desk in self.desks]
            if contents == before and all(other == contents[0] for other in contents):
                break
        else:
            raise AssertionError("the desks do not come to one mind")
        facts = [facts_of(desk.session) for desk in self.desks]
        for stick in self.sticks:  # those that come late
            found = self._receive(stick)
            if found is None or self.desks[stick.reader].readings[found[0]].state != "open":
                continue
            if found[1] == (0, 0, 0):
                self._accept(self.desks[stick.reader], found[0], None, None, {}, loosen=False)
            else:
                # What a desk knew of the sender by others alone, it does not take for granted. And what was
                # taken back after it had been sent is news to whoever gets it only now.
                assert self.lives or self.has_undone or len(self.desks) > 2
        assert [facts_of(desk.session) for desk in self.desks] == facts
        self._nothing_is_lost()

    def _hand_over(self, sender: int, reader: int) -> None:
        found = self._receive(self._send(sender, reader, delta=self.by_deltas and not self.took_back))
        if found is None:
            return  # the sender does not have the card of the reader's new life yet
        if self.desks[reader].readings[found[0]].state == "open":
            self._accept(self.desks[reader], found[0], None, Side.THEIRS, {}, loosen=True)

    def _nothing_is_lost(self) -> None:
        """All words that a vault remembers stand somewhere, or somebody who saw them chose otherwise."""
        store = self.desks[0].session.store
        facts = set[str]()
        for record, _ in outgoing.read(store, outgoing.everything(store)):
            facts |= words(record.to_json())
        for desk in self.desks:
            db = desk.session.store.db
            remembered = set[str]()
            for (state,) in db.execute("SELECT unpacked(state) FROM history_content"):
                remembered |= words(state)
            assert facts <= remembered
            assert remembered - facts <= self.given_up
            here = set(desk.session.store.ids(Kind.PARTY))
            for event in desk.session.store.all(Kind.EVENT):
                assert here.issuperset(joining.references(event))
            forwards = forwarding.all_forwards(db)
            for merged in here & forwards.keys():
                # Desks merged in a circle, and nobody else of that is here.
                assert _way(forwards, merged)[-1] == merged
                assert here & set(_way(forwards, merged)) == {merged}


def _way(forwards: Mapping[RecordId, RecordId], merged: RecordId) -> list[RecordId]:
    """Where one after another says that it went, to the end or until one comes again."""
    way: list[RecordId] = []
    while merged in forwards and forwards[merged] not in way:
        merged = forwards[merged]
        way.append(merged)
    return way


def _three() -> Path:
    """Three vaults that know each other, made once for the process."""
    if not _made:
        folder = TemporaryDirectory()
        sessions = [new_session(Path(folder.name) / f"{place}.hrdv") for place in range(3)]
        for left, right in permutations(range(3), 2):
            introduce(sessions[left], sessions[right], str(right))
        for session in sessions:
            session.close()
        _made.append(folder)
    return Path(_made[0].name)


_made: list[TemporaryDirectory[str]] = []


@contextmanager
def keys_read_once() -> Iterator[None]:
    """Read each public key once: a card is parsed for every look at a contact, and that is not the matter."""
    before = bech32.decode
    bech32.decode = lru_cache(maxsize=256)(before)
    try:
        yield
    finally:
        bech32.decode = before


@contextmanager
def _counted(capsys: pytest.CaptureFixture[str]) -> Iterator[type[DesksModel]]:
    class Machine(DesksModel):
        runs = sent = deltas = conflicts = 0

    yield Machine
    with capsys.disabled():
        print(
            f"\n{Machine.runs} runs, {Machine.sent} bundles ({Machine.deltas} deltas),"
            f" {Machine.conflicts} conflicts shown",
            flush=True,
        )


@pytest.mark.no_cover
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("seed", drawn("desks", range(1, 42), 1))
def test_desks_end_in_the_same_facts_and_lose_nothing(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    """41 seeds of 50 runs; a sample is 10 runs of one of them, which take seconds."""
    with _counted(capsys) as machine, deriving_by(argon2id_at_no_cost), keys_read_once():
        run_as_test(
            hypothesis.seed(seed)(machine),
            settings=settings(
                max_examples=tried(50, 10),
                stateful_step_count=30,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    assert machine.runs >= tried(50, 10)
