"""What a case takes on the disk, in relation to its narrative; and what a table takes that is imported.

Both are told by how the database grows: an empty one has a page or two for each table.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from hrddesk.actions.interop import imports
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.database import connection
from hrddesk.store.vault.session import Session

_CASES = 120
_ROWS = 150
_ENGLISH = ("they", "came", "in", "the", "morning", "with", "two", "cars", "no", "paper", "family", "waited")
_CHINESE = "早上来了两辆车没有出示任何文件家人在门口等到晚上没有人说他被带到哪里去了邻居看见了被要求不要说话"
_NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def _narrative(number: int, dice: random.Random) -> str:
    """Return 1 to 3 kB, in Chinese and in English by turns."""
    size = dice.randrange(1000, 3000)
    if number % 2:
        return "".join(dice.choices(_CHINESE, k=size // 3))
    return " ".join(dice.choices(_ENGLISH, k=size // 5))


def _case(number: int, dice: random.Random) -> Iterator[Record]:
    """Yield 1.5 people, the case, and 4 events."""
    people = [
        Record(kind=Kind.PARTY, id=new_id())
        .with_fields(ref=f"SIZE-2026-P{2 * number + place:04d}", kind="person")
        .with_elements(
            "names",
            [
                {"name": " ".join(dice.choices(_ENGLISH, k=2)), "script": "Latn", "kind": "main"},
                {"name": "".join(dice.choices(_NAMES, k=3)), "script": "Hans", "kind": "main"},
            ],
        )
        for place in range(1 + number % 2)
    ]
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(
        ref=f"SIZE-2026-{number:04d}", title=f"Case {number} of the mill", narrative=_narrative(number, dice)
    )
    yield from people
    yield case.with_elements("parties", [{"party": person.id, "role": "subject"} for person in people])
    for step, kind in enumerate(("arrest", "interrogation", "house_search", "trial")):
        event = Record(kind=Kind.EVENT, id=new_id()).with_fields(
            case=case.id, type=kind, date=f"2020-{step + 1:02d}-11", place_text=f"District {number % 97}"
        )
        yield event.with_elements("parties", [{"party": people[0].id, "role": "victim"}])


def test_a_case_takes_at_most_seven_times_its_narrative(session: Session) -> None:
    dice, empty = random.Random(20200226), connection.size(session.store.db)
    narratives = 0
    with session.store.change("test") as change:
        for number in range(_CASES):
            for record in _case(number, dice):
                change.put(record)
                narratives += len(record.text("narrative").encode())
    connection.empty_wal(session.store.db)
    assert connection.size(session.store.db) - empty <= 7 * narratives


def test_a_table_of_a_megabyte_takes_at_most_125(session: Session, tmp_path: Path) -> None:
    dice = random.Random(7)
    rows = ["Name,Gender,Date of Birth,Date of Death,Place,Sentence,Source"]
    for number in range(_ROWS):
        name = "".join(dice.choices(_NAMES, k=3))
        day = f"{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"
        rows.append(
            f"{name},{dice.choice(['male', 'female'])},{dice.randrange(1940, 2000)}-{day},,District {number},"
            f"{dice.randrange(2030, 2040)}-05,https://list.example/of-prisoners/{number:04d}-{day}"
        )
    table = tmp_path / "list.csv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert table.stat().st_size / _ROWS > 90
    empty = connection.size(session.store.db)
    report = imports.run(session, table).result
    assert sum(report.new.values()) == 6 * _ROWS
    connection.empty_wal(session.store.db)
    assert connection.size(session.store.db) - empty <= 125 * table.stat().st_size
