"""Two vaults that differ only in their secrets give the same publication, byte for byte.

A world is drawn: people, what is public of them, cases, events, texts that mention people. It is then made
into records twice, each time with other ids, references, names of those who are not named, notes, sources,
evidence, unreviewed texts, and other orders of everything whose order is not published.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hrddesk.errors import NothingToPublish
from hrddesk.publish.layout import lay_out
from hrddesk.records.kinds import Kind
from hrddesk.records.record import RecordId
from hrddesk.redact.facts import Facts
from hrddesk.redact.matcher import KnownName, NameIndex
from hrddesk.redact.model import Language
from hrddesk.redact.profiles import LABELS, NAMES, Profile
from hrddesk.redact.redaction import Redaction, Request, redact
from tests.unit.redact.invented import AS_OF, PUBLIC, RESTRICTED, SECRET, Desk

# Each with a spelling, a part or a pinyin of its own, so that no two of them can be taken for each other.
_NAMES = (
    "Odalba Brisken", "Tamsin Quellor", "Verola Luntaris", "Zofiel Hartwen", "Mirabeth Snowle",
    "Gorvin Paxley", "Ulrasen Tibold", "Ketterin Vosh",
    "邬棠", "柘禾", "缪屿", "蔺芃溪", "郗衎", "闵屹舟", "卞垚", "瞿昶",
    "ئورخۇن تاڭساي", "བཀྲ་ཤིས་ཝེན་གར", "Орсик Лунтар", "Falbo Ringmere", "Jessamy Crole", "Petrok Dunvale",
    "嵇旻野", "糜翀", "Wendolin Arbuth", "Isolt Marrow", "Corwin Thessaly", "Bramwell Oakes",
)  # fmt: skip
_PUBLIC_NAMES = ("Ansel Public", "Berta Openly", "Cyril Known", "Doreen Famous", "艾公开", "裘知名")
_TEMPLATES = (
    "It began at the mill.",
    "Then {0} met {1} at the bridge; {0} left.",
    "昨天{1}在桥上见到{0}。",
    "{2}, {0} and {1} wrote a letter.",
    "At the house of {2}.",
)


class _Role:
    NAMED, LABELLED, HIDDEN = "named", "labelled", "hidden"


@dataclass(frozen=True)
class _Person:
    role: str
    sex: str
    occupation: str
    secret_names: int


@dataclass(frozen=True)
class _Happening:
    type: str
    date: str
    place: int
    parts: tuple[tuple[int, str], ...]
    public: bool
    text: int


@dataclass(frozen=True)
class _World:
    people: tuple[_Person, ...]
    cases: tuple[tuple[tuple[int, ...], int, bool, tuple[_Happening, ...]], ...]
    language: Language


@st.composite
def _worlds(draw: st.DrawFn) -> _World:
    people = draw(
        st.lists(
            st.builds(
                _Person,
                st.sampled_from([_Role.NAMED, _Role.LABELLED, _Role.LABELLED, _Role.HIDDEN]),
                st.sampled_from(["", "female", "male"]),
                st.sampled_from(["", "lawyer", "poet"]),
                st.integers(1, 2),
            ),
            min_size=1,
            max_size=6,
        )
    )
    some = st.integers(0, len(people) - 1)
    part = st.tuples(some, st.sampled_from(["victim", "lawyer", "witness", "source"]))
    happening = st.builds(
        _Happening,
        st.sampled_from(["detained", "arrested", "sentenced"]),
        st.sampled_from(["", "2020", "2020-02", "2020-02-06", "2021-01/2021-03"]),
        st.integers(0, len(_TEMPLATES)),
        st.lists(part, max_size=3, unique=True).map(tuple),
        st.booleans(),
        st.integers(0, len(_TEMPLATES)),
    )
    case = st.tuples(
        st.lists(some, max_size=3, unique=True).map(tuple),
        st.integers(0, len(_TEMPLATES)),
        st.booleans(),
        st.lists(happening, max_size=3).map(tuple),
    )
    return _World(
        tuple(people), tuple(draw(st.lists(case, min_size=1, max_size=4))), draw(st.sampled_from(Language))
    )


class _Twin:
    """One vault of a world; everything that is secret in it comes from `seed`."""

    def __init__(self, world: _World, profile: Profile, seed: int) -> None:
        self.world, self.profile, self.rng = world, profile, random.Random(seed)
        self.desk = Desk()
        self._secret_names = self.rng.sample(_NAMES, len(_NAMES))
        self.names: list[list[str]] = []
        self.ids: list[RecordId] = []
        for at, person in enumerate(world.people):
            self.ids.append(self._person(at, person))
        for case in world.cases:
            self._case(*case)
        self._noise()

    def _secret(self) -> str:
        return f"secret {self.rng.random()} of {self._secret_names[-1]}"

    def _person(self, at: int, person: _Person) -> RecordId:
        if person.role == _Role.NAMED and self.profile is NAMES:
            names = [_PUBLIC_NAMES[at]]
        else:
            names = [self._secret_names.pop() for _ in range(person.secret_names)]
            self.rng.shuffle(names)
        self.names.append(names)
        shown = PUBLIC if self.profile is NAMES else RESTRICTED
        return self.desk.party(
            *names,
            level=SECRET if person.role == _Role.HIDDEN else shown,
            sex=person.sex or None,
            ref=self._secret(),
            birth=f"{self.rng.randint(1950, 1990)}" if self.profile is LABELS else None,
            note=self._secret(),
            terms=[{"vocabulary": "occupation", "term": person.occupation}] if person.occupation else [],
        )  # fmt: skip

    def _said(self, template: int, people: Sequence[int]) -> str | None:
        if template == len(_TEMPLATES) or not people:
            return None
        mentioned = [self.rng.choice(self.names[people[at % len(people)]]) for at in range(3)]
        return _TEMPLATES[template].format(*mentioned)

    def _case(
        self, people: tuple[int, ...], text: int, reviewed: bool, happenings: tuple[_Happening, ...]
    ) -> None:
        shuffled = self.rng.sample(people, len(people))
        shown = PUBLIC if self.profile is NAMES else None
        narrative = self._said(text, people) if reviewed else self._secret()
        case = self.desk.case(
            *(self.ids[at] for at in shuffled), level=shown, ref=self._secret(), title=self._secret(),
            note=self._secret(), narrative=narrative,
        )  # fmt: skip
        if reviewed and narrative:
            self.desk.reviews[case, "narrative"] = ""
        for happening in self.rng.sample(happenings, len(happenings)):
            parts = self.rng.sample(happening.parts, len(happening.parts))
            concerned = [at for at, _ in happening.parts]
            summary = self._said(happening.text, concerned)
            event = self.desk.event(
                case,
                happening.type,
                *((self.ids[at], role) for at, role in parts),
                level=shown if happening.public else SECRET,
                date=happening.date or None,
                place_text=self._said(happening.place, concerned),
                summary=summary or self._secret(),
            )
            if summary:
                self.desk.reviews[event, "summary"] = ""

    def _noise(self) -> None:
        cases = [record.id for record in self.desk.records.values() if record.kind is Kind.CASE]
        for _ in range(self.rng.randint(0, 3)):
            case = self.rng.choice(cases)
            self.desk.other(Kind.EVIDENCE, case=case, original_name=self._secret(), sha256="0" * 64)
            self.desk.other(Kind.SOURCE, title=self._secret(), code_name=self._secret())
            self.desk.other(Kind.RELATION, subject=self.ids[0], object=case, note=self._secret())
        for _ in range(self.rng.randint(0, 2)):
            stranger = self.desk.party(self._secret_names.pop(), level=SECRET)
            if self.rng.random() < 0.5:
                self.desk.event(self.rng.choice(cases), "detained", stranger, level=SECRET, date="2019")

    def redact(self) -> Redaction:
        for record, field in self.desk.reviews:
            self.desk.review(record, field, self.profile)
        labelled = {
            party
            for party, person in zip(self.ids, self.world.people, strict=True)
            if person.role == _Role.LABELLED
        }
        records = list(self.desk.records.values())
        self.rng.shuffle(records)
        cases = [record.id for record in records if record.kind is Kind.CASE]
        return redact(
            Facts.of(records, cases),
            Request(
                self.profile,
                AS_OF,
                self.world.language,
                frozenset(labelled if self.profile is NAMES else ()),
                reviews=self.desk.reviews,
            ),
        )


def test_no_two_of_the_invented_names_can_be_taken_for_each_other() -> None:
    every = (*_NAMES, *_PUBLIC_NAMES)
    index = NameIndex(KnownName(RecordId(text), text) for text in every)
    for text in every:
        assert [item.owners for item in index.find(text)] == [(text,)]
    assert all(index.find(template.format("", "", "")) == [] for template in _TEMPLATES)


@settings(max_examples=150, deadline=None)
@given(_worlds(), st.sampled_from([NAMES, LABELS]), st.integers(0, 2**32))
def test_twins_give_the_same_model(world: _World, profile: Profile, seed: int) -> None:
    first, second = _Twin(world, profile, seed), _Twin(world, profile, seed + 1)
    publishable = _made(first)
    assume(publishable is not None)
    assert publishable is not None
    other = _made(second)
    assert other is not None
    assert other.model.canonical() == publishable.model.canonical()
    text = publishable.model.canonical().decode("utf-8")
    hidden = [
        called
        for twin in (first, second)
        for person, names in zip(world.people, twin.names, strict=True)
        for called in names
        if person.role != _Role.NAMED or profile is LABELS
    ]
    assert not [called for called in hidden if called in text]
    assert "secret" not in text


@settings(max_examples=4, deadline=None)
@given(_worlds(), st.integers(0, 2**32))
def test_twins_give_the_same_pages(world: _World, seed: int) -> None:
    pages = [_made(_Twin(world, NAMES, number)) for number in (seed, seed + 1)]
    assume(None not in pages)
    first, second = (lay_out(made.model) for made in pages if made is not None)
    assert first == second


def _made(twin: _Twin) -> Redaction | None:
    try:
        return twin.redact()
    except NothingToPublish:
        return None
