"""A library of invented cases, the same at every run.

1.5 people and 4 events a case, narratives of 1 to 3 kB in English and Chinese (PERFORMANCE.md). Names are
numbers in words and the signs of the calendar's cycle: they are nobody's.
"""

import datetime
import random
from pathlib import Path

from hrddesk.crypto.kdf import FLOOR
from hrddesk.records.kinds import Kind
from hrddesk.records.record import Record, RecordId
from hrddesk.session import Session
from hrddesk.store.change import Change

PASSPHRASE = "granite lantern orbit velvet"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LATIN = ("Onari", "Tuvel", "Trekin", "Quardo", "Finfel", "Sestor", "Septun", "Oktel", "Nonvar", "Dekami")
_TYPES = ("arrest", "interrogation", "house_search", "trial", "sentence", "release")
_ENGLISH = (
    *("they", "came", "in", "the", "morning", "with", "two", "cars", "and", "no", "paper", "that", "anybody"),
    *("could", "read", "family", "waited", "at", "gate", "until", "evening", "nobody", "said", "where", "he"),
    *("was", "taken", "or", "for", "what", "neighbours", "saw", "it", "were", "told", "to", "be", "still"),
)
_CHINESE = "早上来了两辆车没有出示任何文件家人在门口等到晚上没有人说他被带到哪里去了邻居看见了被要求不要说话"
_CASES_IN_A_CHANGE = 500


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

    def fill(self, session: Session) -> None:
        """Put all cases into an open vault."""
        for begin in range(0, self._cases, _CASES_IN_A_CHANGE):
            with session.store.change("bench.fill") as change:
                for number in range(begin, min(begin + _CASES_IN_A_CHANGE, self._cases)):
                    self._case(change, number)

    def _id(self) -> RecordId:
        return RecordId(f"{self._random.getrandbits(128):032x}")

    def _case(self, change: Change, number: int) -> None:
        people = [self._person(change) for _ in range(1 + number % 2)]
        case = Record(Kind.CASE, self._id()).with_fields(
            ref=change.next_ref(Kind.CASE),
            title=f"Case of {name_of(number)[0]}",
            narrative=self._narrative(number),
        )
        change.put(case.with_elements("parties", [{"party": party, "role": "victim"} for party in people]))
        first = datetime.date(2001, 1, 1) + datetime.timedelta(days=self._random.randrange(7000))
        for step in range(4):
            event = Record(Kind.EVENT, self._id()).with_fields(
                case=case.id,
                type=_TYPES[(number + step) % len(_TYPES)],
                date=(first + datetime.timedelta(days=30 * step)).isoformat(),
                place_text=f"District {number % 97}",
            )
            change.put(event.with_elements("parties", [{"party": people[0], "role": "victim"}]))

    def _person(self, change: Change) -> RecordId:
        latin, chinese = name_of(self._people)
        self._people += 1
        names = [
            {"name": latin, "script": "Latn", "kind": "main"},
            {"name": chinese, "script": "Hans", "kind": "main"},
        ]
        party = Record(Kind.PARTY, self._id()).with_fields(ref=change.next_ref(Kind.PARTY), kind="person")
        change.put(party.with_elements("names", names))
        return party.id

    def _narrative(self, number: int) -> str:
        length = 1000 + self._random.randrange(2000)
        if number % 2:
            return "".join(self._random.choices(_CHINESE, k=length // 3))  # three bytes each
        return " ".join(self._random.choices(_ENGLISH, k=length // 5))


def make(folder: Path, cases: int) -> Path:
    """Make a vault with so many cases, packed; return its path."""
    path = folder / f"library-{cases}.hrdv"
    session, _ = Session.create(path, PASSPHRASE, FLOOR)
    with session:
        Library(cases).fill(session)
        session.store.db.execute("VACUUM")
    return path


def without_key(session: Session, target: Path) -> None:
    """Write the same database, unencrypted, as the reference; only ever of this invented library."""
    db = session.store.db
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
    db.execute("SELECT sqlcipher_export('plain')")
    db.execute(f"PRAGMA plain.user_version = {int(version)}")
    db.execute("DETACH DATABASE plain")
