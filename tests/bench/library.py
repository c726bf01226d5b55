"""A library of invented cases, the same at every run, and a vault that holds it.

1.5 people and 4 events a case, narratives of 1 to 3 kB in English and Chinese. Names are
numbers in words and the signs of the calendar's cycle: they are nobody's.
`library.py FOLDER CASES` makes the vault and the same database without a key. A process of its own does so:
where memory is wiped, as in every process that had a vault open, it would take three times as long.
"""

import datetime
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import set_wise
import sqlcipher3

from hrddesk.crypto.kdf import FLOOR
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.database import connection
from hrddesk.store.vault import opening
from hrddesk.store.vault.folder import DATABASE
from hrddesk.store.vault.session import Session

PASSPHRASE = "granite lantern orbit velvet"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LATIN = ("Onari", "Tuvel", "Trekin", "Quardo", "Finfel", "Sestor", "Septun", "Oktel", "Nonvar", "Dekami")
_TYPES = ("arrested", "summoned", "house_raided", "tried", "sentenced", "released")
_ENGLISH = (
    *("they", "came", "in", "the", "morning", "with", "two", "cars", "and", "no", "paper", "that", "anybody"),
    *("could", "read", "family", "waited", "at", "gate", "until", "evening", "nobody", "said", "where", "he"),
    *("was", "taken", "or", "for", "what", "neighbours", "saw", "it", "were", "told", "to", "be", "still"),
)
_CHINESE = "早上来了两辆车没有出示任何文件家人在门口等到晚上没有人说他被带到哪里去了邻居看见了被要求不要说话"


def name_of(number: int) -> tuple[str, str]:
    """Return the Latin and the Chinese name of the invented person of that number."""
    digits = f"{number:06d}"
    latin = f"{_LATIN[int(digits[0])]}{_LATIN[int(digits[1])].lower()} " + "".join(
        _LATIN[int(digit)].lower()[:3] for digit in digits[2:]
    )
    chinese = _STEMS[number % 10] + _BRANCHES[number // 10 % 12] + _STEMS[number // 120 % 10]
    return latin, chinese


class Library:
    """Makes the records of one library, always the same for the same number of cases."""

    def __init__(self, cases: int) -> None:
        self._cases = cases
        self._random = random.Random(20200226)
        self._people = 0

    def cases(self) -> Iterator[list[Record]]:
        """Yield the records of each case: its people, then the case, then its events."""
        for number in range(self._cases):
            people = [self._person() for _ in range(1 + number % 2)]
            case = Record(kind=Kind.CASE, id=self._id()).with_fields(
                ref=f"BENC-2026-{number + 1:04d}",
                title=f"Case of {name_of(number)[0]}",
                narrative=self._narrative(number),
            )
            case = case.with_elements("parties", [{"party": who.id, "role": "subject"} for who in people])
            yield [*people, case, *self._events(case.id, people[0].id, number)]

    def _id(self) -> RecordId:
        return RecordId(f"{self._random.getrandbits(128):032x}")

    def _events(self, case: RecordId, victim: RecordId, number: int) -> Iterator[Record]:
        first = datetime.date(2001, 1, 1) + datetime.timedelta(days=self._random.randrange(7000))
        for step in range(4):
            event = Record(kind=Kind.EVENT, id=self._id()).with_fields(
                case=case,
                type=_TYPES[(number + step) % len(_TYPES)],
                date=(first + datetime.timedelta(days=30 * step)).isoformat(),
                place_text=f"District {number % 97}",
            )
            yield event.with_elements("parties", [{"party": victim, "role": "victim"}])

    def _person(self) -> Record:
        latin, chinese = name_of(self._people)
        self._people += 1
        names = [
            {"name": latin, "script": "Latn", "kind": "main"},
            {"name": chinese, "script": "Hans", "kind": "main"},
        ]
        ref = f"BENC-2026-P{self._people:04d}"
        party = Record(kind=Kind.PARTY, id=self._id()).with_fields(ref=ref, kind="person")
        return party.with_elements("names", names)

    def _narrative(self, number: int) -> str:
        length = 1000 + self._random.randrange(2000)
        if number % 2:
            return "".join(self._random.choices(_CHINESE, k=length // 3))  # three bytes each
        return " ".join(self._random.choices(_ENGLISH, k=length // 5))


@dataclass(frozen=True, slots=True)
class Made:
    """A vault, and the same database without a key, which is the reference; both packed."""

    vault: Path
    plain: Path

    @classmethod
    def of(cls, folder: Path, cases: int) -> Self:
        """Say where both lie."""
        return cls(folder / f"library-{cases}.hrdv", folder / f"library-{cases}.sqlite")


def make(folder: Path, cases: int) -> Made:
    """Make a vault with so many cases, unless the folder has it already."""
    subprocess.run([sys.executable, __file__, str(folder), str(cases)], check=True)
    return Made.of(folder, cases)


def _make(made: Made, cases: int) -> None:
    made.plain.unlink(missing_ok=True)
    db = sqlcipher3.connect(str(made.plain), isolation_level=None, cached_statements=512)
    opening.first_rows(db, generation=1)
    head = set_wise.fill(db, Library(cases).cases())
    db.execute("VACUUM")
    unfinished = made.vault.with_suffix(".part")  # it gets its name once it is whole
    session, _ = Session.create(unfinished, PASSPHRASE, FLOOR)
    with session:
        copied = made.vault.with_suffix(".copy")
        copied.unlink(missing_ok=True)
        connection.copy_into(db, copied, session.held.keys.database, lambda: None)
        session.held.write_head(head)
    db.close()
    copied.replace(unfinished / DATABASE)
    unfinished.rename(made.vault)


if __name__ == "__main__":
    to, wanted = Path(sys.argv[1]), int(sys.argv[2])
    asked = Made.of(to, wanted)
    if not asked.vault.exists():
        _make(asked, wanted)
