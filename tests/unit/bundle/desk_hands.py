"""What the desks of the model do, each act in a vault and in the model at once; both must agree after it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, ClassVar

from hrddesk.bundle.format.envelope import BundleKind
from hrddesk.bundle.merging.merge import MergeState, PartVerdict, Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.review.review_items import ReviewItem
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice
from hrddesk.bundle.trust import contacts
from hrddesk.bundle.trust.own_identity import known_identity
from hrddesk.errors import BundleNotForMe, BundleSeenBefore, ReviewConflict
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE, Version, parts
from hrddesk.store.exchange import reviews
from hrddesk.store.records import forwarding
from hrddesk.system.jobs import Job
from tests.unit.bundle.causal import Compared, Event, Events, compare, merged, written
from tests.unit.bundle.desk_model import Desk, Reading, Stick, decided, words
from tests.unit.bundle.hands import ONE, THREE, TWO, content

CASES = (ONE, TWO, THREE)


class DeskHands:
    """Two or three desks, and all that was typed and sent so far."""

    runs: ClassVar[int] = 0
    sent: ClassVar[int] = 0
    deltas: ClassVar[int] = 0
    conflicts: ClassVar[int] = 0

    def __init__(self) -> None:
        self.folder = Path(mkdtemp(prefix="desks"))
        self.desks: list[Desk] = []
        self.lives = 0
        self.took_back = False
        self.made: dict[tuple[str, RecordId], list[Event]] = {}
        self.typed: dict[RecordId, list[str]] = {}
        self.given_up: set[str] = set()
        self.numbers = count(1)

    def _word(self, record_id: RecordId | None = None) -> str:
        word = f"w{next(self.numbers):05d}"
        if record_id is not None:
            self.typed.setdefault(record_id, []).append(word)
        return word

    def _open(self) -> Iterator[tuple[Desk, int]]:
        for desk in self.desks:
            yield from ((desk, number) for number, item in desk.readings.items() if item.state == "open")

    def _accepted(self) -> Iterator[tuple[Desk, int]]:
        for desk in self.desks:
            yield from ((desk, number) for number, item in desk.readings.items() if item.before)

    def _event(self, desk: Desk, record_id: RecordId) -> Event:
        """The change of this desk that the record has now."""
        version = desk.session.store.version(record_id)
        assert version is not None
        event = (desk.session.line, version.context[desk.session.line])
        made = self.made.setdefault((event[0], record_id), [])
        if event not in made:
            made.append(event)
        return event

    def _before(self, record_id: RecordId) -> Any:
        """What a line did to a record until a change of it: a desk knows what it did, undone or not."""

        def before(event: Event) -> Events:
            return frozenset(item for item in self.made.get((event[0], record_id), []) if item[1] <= event[1])

        return before

    def _put(self, desk: Desk, record: Record) -> None:
        store = desk.session.store
        old = store.find(record.id)
        was, now = parts(old) if old is not None else {}, parts(record)
        with store.change("test") as change:
            if not change.put(record):
                return
        changed: dict[str, object] = {
            name: now.get(name) for name in {*was, *now} if was.get(name) != now.get(name)
        }
        for name in changed:
            self.given_up |= words(was.get(name))
        if old is None:
            changed[WHOLE] = False
        event = self._event(desk, record.id)
        before = self._before(record.id)(event)
        desk.known[record.id] = written(desk.known.get(record.id), event, before, changed)
        self._fits(desk)

    def _send(self, sender: int, reader: int, *, delta: bool) -> Stick:
        session = self.desks[sender].session
        owner = known_identity(self.desks[reader].session.store)
        assert owner is not None
        to = contacts.known(session.store, owner.fingerprint)
        assert to is not None
        packed = packing.pack(session.store, [to], None, Choice(delta=delta))
        path = self.folder / f"bundle{next(self.numbers)}"
        write.write(session, path, [to], packed.parcel, Job())
        type(self).sent += 1
        type(self).deltas += packed.parcel.kind is BundleKind.DELTA
        goes = list(packed.parcel.records)
        known = {record.id: self.desks[sender].known[record.id] for record, _ in goes if record.id in CASES}
        counted = {record.id: version.context.get(session.line, 0) for record, version in goes}
        return Stick(path, sender, reader, session.line, known, counted)

    def _receive(self, stick: Stick) -> tuple[int, tuple[int, int, int]] | None:
        """Read a bundle; nothing of it changes anything. Return the review, and what is new in it."""
        desk = self.desks[stick.reader]
        before = content(desk.session)
        earlier = next((item for item in desk.readings.values() if item.stick is stick), None)
        try:
            found = read.read(desk.session, stick.path, Job())
        except BundleNotForMe:
            assert self.lives  # it is sealed to a key of a life that is lost
            return None
        except BundleSeenBefore:
            assert earlier is not None
            assert earlier.kept is None
            return None
        assert earlier is None or earlier.kept is not None
        if earlier is not None:
            earlier.kept = None
        if earlier is None:
            desk.readings[found.review] = Reading(stick)
        row = reviews.find(desk.session.store.db, found.review)
        assert row is not None
        desk.readings[found.review].state = row.state  # one that holds receipts alone waits for nobody
        assert content(desk.session) == before
        self._look(desk, found.review)
        return found.review, (found.new, found.changed, found.conflicts)

    def _compared(self, desk: Desk, stick: Stick, record_id: RecordId) -> dict[str, Compared]:
        return compare(desk.believed(stick, record_id), stick.known[record_id])

    def _look(self, desk: Desk, number: int) -> list[ReviewItem]:
        """The records of a review that wait; of each case it shows what the model says."""
        reading = desk.readings[number]
        shown = acceptance.review(desk.session, number, Job())
        for item in shown.items:
            assert item.record.kind is not Kind.CASE or item.accepted == (item.record.id in reading.accepted)
            if item.record.kind is not Kind.CASE or item.accepted:
                continue
            wanted = self._compared(desk, reading.stick, item.record.id)
            conflicts = {name for name, part in wanted.items() if part.verdict is PartVerdict.CONFLICT}
            conflicts = {WHOLE} & conflicts or conflicts
            assert {part.part for part in item.merged.conflicts} == conflicts
            assert (item.merged.state is MergeState.CONFLICT) == bool(conflicts)
            for part in item.merged.parts:
                its = wanted[part.part]
                assert (part.verdict, part.ours, part.theirs) == (its.verdict, its.ours, its.theirs)
        return [item for item in shown.items if not item.accepted]

    def _accept(
        self,
        desk: Desk,
        number: int,
        chosen: list[RecordId] | None,
        take: Side | None,
        choices: dict[RecordId, dict[str, Side]],
        *,
        loosen: bool,
    ) -> None:
        reading = desk.readings[number]
        waiting = self._look(desk, number)
        taken = [item for item in waiting if chosen is None or item.record.id in chosen]
        compared = {
            item.record.id: self._compared(desk, reading.stick, item.record.id)
            for item in taken
            if item.record.kind is Kind.CASE
        }
        wanted = {
            record_id: decided(found, choices.get(record_id, {}), take)
            for record_id, found in compared.items()
        }
        before, versions = content(desk.session), self._versions(desk)
        try:
            acceptance.accept(desk.session, number, chosen, Job(), take=take, choices=choices, loosen=loosen)
        except ReviewConflict:
            assert take is None
            assert any(item.merged.conflicts for item in taken)
            assert content(desk.session) == before
            return
        assert all(choice is not None for choice in wanted.values())
        reading.before.append({})
        for record_id, found in compared.items():
            self._take(desk, reading, record_id, found, wanted[record_id] or {})
            # What the model calls no change is none in the vault either: undoing it must leave it alone.
            changed = self._versions(desk)[record_id] != versions[record_id]
            assert changed == (record_id in reading.before[-1])
        reading.accepted |= {item.record.id for item in taken}
        if len(taken) == len(waiting):
            reading.state = "accepted"
        self._give_up(desk, taken, choices, take)
        self._fits(desk)

    def _versions(self, desk: Desk) -> dict[RecordId, Version | None]:
        return {record_id: desk.session.store.version(record_id) for record_id in CASES}

    def _take(
        self,
        desk: Desk,
        reading: Reading,
        record_id: RecordId,
        found: Mapping[str, Compared],
        wanted: dict[str, Side],
    ) -> None:
        before = desk.known.get(record_id)
        after = merged(
            desk.believed(reading.stick, record_id),
            reading.stick.known[record_id],
            found,
            wanted,
            lambda: self._event(desk, record_id),
            self._before(record_id),
        )
        if after != before:
            # What was here just so is none of this acceptance: it stays when that is taken back, and what
            # brought it may have been taken back before.
            reading.before[-1][record_id] = before
            desk.known[record_id] = after

    def _give_up(
        self,
        desk: Desk,
        taken: Iterable[ReviewItem],
        choices: dict[RecordId, dict[str, Side]],
        take: Side | None,
    ) -> None:
        """Note what a person chose against, with both values before the eyes."""
        forwards = forwarding.all_forwards(desk.session.store.db)
        for item in taken:
            type(self).conflicts += len(item.merged.conflicts)
            if item.record.id in forwards:
                continue  # what it says is to reach the one that was kept
            given = choices.get(item.record.id, {})
            conflicts = {part.part: part for part in item.merged.conflicts}
            for part in item.merged.parts:
                side = given.get(part.part) or (
                    take if part.part in conflicts or WHOLE in conflicts else None
                )
                if WHOLE in conflicts:
                    side = given.get(WHOLE) or take
                if side is not None:
                    self.given_up |= words(part.theirs if side is Side.OURS else part.ours)
        return

    def _undone(self, desk: Desk, number: int) -> None:
        # Whoever took something back waits for it: a sender to whom it was handed on leaves it out of deltas.
        self.took_back = True
        reading = desk.readings[number]
        for item in reviews.items(desk.session.store.db, number):
            self.given_up |= words(item.line)  # a person wanted none of it
        for before in reversed(reading.before):
            for record_id, known in before.items():
                desk.known.pop(record_id)
                if known is not None:
                    desk.known[record_id] = known
        reading.before, reading.accepted, reading.state = [], set(), "open"
        self._fits(desk)

    def _fits(self, desk: Desk) -> None:
        """The vault has of the cases what the model says: values, and which changes wrote them."""
        for record_id in CASES:
            record, version = desk.session.store.find(record_id), desk.session.store.version(record_id)
            known = desk.known.get(record_id)
            if known is None:
                assert version is None or not version.dots
                continue
            assert version is not None
            values = {
                name: part.value
                for name, part in known.parts.items()
                if name != WHOLE and part.value is not None
            }
            assert (record is None) == known.deleted
            assert ({} if record is None else dict(parts(record))) == values
            for name, part in known.parts.items():
                dot = version.dots[WHOLE if version.deleted else name]
                assert {
                    (each.line, each.counter) for each in (replace(dot, also=()), *dot.also)
                } == part.changes
