"""What figures count in one twin, in words and places of its own, and the figures themselves."""

import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from hrddesk.analysis.figures.counted_records import counted
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.analysis.figures.figure_tables import table_of
from hrddesk.analysis.figures.figures import compute
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId, Value
from hrddesk.records.terms.words import Words
from hrddesk.redact.figures.figure_values import ToldValues
from hrddesk.redact.figures.figures import LEAST, AskedFigure
from hrddesk.redact.profile.profiles import Profile
from tests.unit.analysis.asked import TODAY, facts
from tests.unit.redact.invented import PUBLIC, SECRET, Desk
from tests.unit.redact.twin_worlds import CHARGES, QUESTIONS, Coded, Counted, Word

_QUARRIES: Final = (("Lower Quarry", "下石场"), ("Upper Quarry", "上石场"))
_PROVINCES: Final = (("Quarry Province", "石场省"), ("Mill Province", "磨坊省"))


class Lexicon:
    """The words for charges and the places of one twin; codes, ids and what is kept back are its own."""

    def __init__(
        self,
        desk: Desk,
        rng: random.Random,
        secret: Callable[[], str],
        mentioned: Callable[[int], str],
    ) -> None:
        self._desk, self._rng, self._secret = desk, rng, secret
        self.codes: dict[tuple[str, int], str] = {}
        for word in rng.sample([Word.OWN, Word.MENTION, Word.KEPT], 3):
            for at in rng.sample(range(2), 2):
                self.codes[word, at] = self._term(word, at, mentioned)
        self._typed = [self.word() for _ in range(rng.randint(1, 3))]
        self._provinces = [self._place(*names, kind="province") for names in _PROVINCES]
        self._kept = self._place(self.word(), self.word(), SECRET, kind="province")
        places = [(Word.OWN, 0), (Word.OWN, 1), (Word.KEPT, 0), (Word.KEPT, 1)]
        self._places = {coded: self._made(*coded) for coded in rng.sample(places, 4)}

    def word(self) -> str:
        """Return words that are kept back, anywhere in the alphabet."""
        return f"{self._rng.choice('ACINTXZ阿钟')} {self._secret()}"

    def _term(self, word: str, at: int, mentioned: Callable[[int], str]) -> str:
        code = f"{self._rng.choice('abdisxz')}_secret_{self._rng.getrandbits(40):x}"
        labels = {
            Word.OWN: (f"Offence {at + 1}", f"罪{at + 1}"),
            Word.MENTION: (f"Offence of {mentioned(at)}", f"{mentioned(at)}之罪"),
            Word.KEPT: (self.word(), self.word()),
        }
        en, zh = labels[word]
        level = SECRET if word == Word.KEPT else PUBLIC
        self._desk.other(Kind.TERM, level, {"en": en, "zh-Hans": zh}, vocabulary="charge", code=code)
        return code

    def _place(self, name: str, name_zh: str, level: Any = PUBLIC, **fields: Value) -> RecordId:
        return self._desk.other(Kind.PLACE, level, {"en": name, "zh-Hans": name_zh}, **fields)

    def _made(self, word: str, at: int) -> RecordId:
        if word == Word.OWN:
            return self._place(*_QUARRIES[at], parent=self._provinces[at], kind="city")
        parent = (self._provinces[0], self._kept)[at]
        return self._place(self.word(), self.word(), SECRET, parent=parent, kind="city")

    def charges(self, coded: Coded, typed: str = "") -> Iterator[Mapping[str, Value]]:
        """Yield the charge, with `typed` for one that no vocabulary knows."""
        if coded is None:
            return
        word, at = coded
        if word == Word.TYPED:
            yield {"raw": typed or self._rng.choice(self._typed)}
        else:
            if word == Word.KEPT:
                at = self._rng.randrange(2)  # how many there are is kept back as well
            code = CHARGES[at] if word == Word.SHIPPED else self.codes[word, at]
            yield {"term": code, "raw": self._secret(), "stage": self._secret()}

    def place(self, coded: Coded) -> Mapping[str, Value]:
        """Return the fields that tell a place."""
        if coded is None:
            return {}
        if coded[0] == Word.TYPED:
            return {"place_text": self._rng.choice(self._typed)}
        return {"place": self._places[coded]}


def make_counted(desk: Desk, lexicon: Lexicon, rows: Counted) -> None:
    """Make cases that no profile lets out."""
    for _ in range(rows.many):
        terms = [{"vocabulary": "occupation", "term": rows.occupation}] if rows.occupation else []
        person = desk.party("", level=SECRET, sex=rows.sex or None, terms=terms)
        case = desk.case(person, level=SECRET)
        desk.event(
            case, "detained", person, level=SECRET, date=rows.date or None,
            lists={"charges": list(lexicon.charges(rows.charge))}, **lexicon.place(rows.place),
        )  # fmt: skip


def _questions(lexicon: Lexicon) -> tuple[dict[str, Any], ...]:
    own, mention = lexicon.codes[Word.OWN, 0], lexicon.codes[Word.MENTION, 0]
    return (
        {},
        {"by": ["charge"]},
        {"by": ["charge"], "unit": "events", "of": "known"},
        {"by": ["charge", "sex"]},
        {"by": ["charge", "place"], "unit": "events"},
        {"by": ["place"]},
        {"by": ["place", "year"]},
        {"by": ["province"]},
        {"by": ["province", "charge"], "unit": "persons"},
        {"by": ["month"], "where": ["type=detained"]},
        {"by": ["occupation"], "unit": "persons"},
        {"by": ["sex", "occupation"], "unit": "persons"},
        {"by": ["status"], "unit": "persons", "where": [f"charge=insult|{own}"]},
        {"part": ["sex=female", "type=detained"]},
        {"by": ["sex"], "where": ["place=Lower Quarry|Mill Province"]},
        {"by": ["year"], "without": [[f"charge={mention}"], ["place=上石场"]], "of": "known"},
    )


def ask(
    desk: Desk, lexicon: Lexicon, number: int, profile: Profile, **how: Any
) -> tuple[AskedFigure, dict[RecordId, int]]:
    """Ask a question by its number; return the answer, and which records it counts."""
    assert len(_questions(lexicon)) == QUESTIONS
    records = list(desk.records.values())
    words = Words.of(records)
    question = asked(**_questions(lexicon)[number], suppress=LEAST, words=words)
    told = facts(*records, words=words).told
    table = table_of(compute(question, told, TODAY, ToldValues(desk.facts(), profile).apart))
    return AskedFigure(table=table, **how), counted(question, told, TODAY)
