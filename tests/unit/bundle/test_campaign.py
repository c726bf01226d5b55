"""Three real vaults that edit, send, lose, repeat and reorder: they end in the same facts."""

import itertools
import random
from pathlib import Path

import pytest

from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import WHOLE_RECORD, Kind
from hrddesk.records.model.levels import loosened
from hrddesk.records.model.record import Record
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.campaigns import drawn
from tests.unit.bundle.forge import introduce, new_session
from tests.unit.bundle.hands import ONE, THREE, TWO, content, give


def _edit(session: Session, chance: random.Random) -> None:
    record_id = chance.choice([ONE, TWO, THREE])
    record = session.store.find(record_id) or Record(kind=Kind.CASE, id=record_id)
    what = chance.randrange(6)
    with session.store.change("test") as change:
        if what == 0 and session.store.find(record_id) is not None:
            change.delete(record_id)
        elif what == 1:
            values = [{"text": chance.choice("abc")} for _ in range(chance.randrange(3))]
            change.put(record.with_elements("tags", values))
        elif what == 2:
            name = chance.choice([WHOLE_RECORD, "title", "note"])
            change.put(record.with_visibility(chance.choice(list(Visibility)), name))
        else:
            change.put(
                record.with_fields(**{chance.choice(["title", "status", "note"]): chance.choice("xyz")})
            )


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", drawn("three vaults", range(1, 60), 2))
@pytest.mark.timeout(600)
def test_three_vaults_end_in_the_same_facts(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    sessions = [new_session(tmp_path / f"{number}.hrdv") for number in range(3)]
    ways = list(itertools.permutations(range(3), 2))
    for left, right in ways:
        introduce(sessions[left], sessions[right], str(right))
    sticks: list[tuple[int, Path]] = []

    def receive(right: int, path: Path, *, loosen: bool = False) -> read.ReviewSummary:
        session, side = sessions[right], chance.choice(list(Side))
        found = read.read(session, path, Job())
        before = {record_id: session.store.find(record_id) for record_id in (ONE, TWO, THREE)}
        acceptance.accept(session, found.review, None, Job(), take=side, loosen=loosen)
        for record_id, was in before.items():
            now = session.store.find(record_id)
            assert loosen or was is None or now is None or not loosened(was, now)
        return found

    for _ in range(40):
        left, right = chance.sample(range(3), 2)
        what = chance.random()
        if what < 0.5:
            _edit(sessions[left], chance)
        elif what < 0.75:
            sticks.append((right, give(sessions[left], sessions[right], tmp_path)))
        elif sticks:
            receive(*sticks.pop(chance.randrange(len(sticks))), loosen=chance.random() < 0.5)
    for _ in range(3):
        for left, right in ways:
            receive(right, give(sessions[left], sessions[right], tmp_path))
    contents = [content(session) for session in sessions]
    assert contents[0] == contents[1] == contents[2]
    for right, path in sticks:  # those that come late change nothing
        found = receive(right, path)
        assert (found.new, found.changed, found.conflicts) == (0, 0, 0)
    assert [content(session) for session in sessions] == contents
    for session in sessions:
        session.close()
