"""Vaults made of one world that differ in nothing but their secrets.

A world (`twin_worlds`) is people, what is public of them, cases, events, places, pictures, texts that mention
people and numbers, figures, what those count, and an issue before. It is made into records again and again,
each time with other ids, references, names of those who are not named, numbers, places that are kept back,
codes and words of terms, names under which figures were saved, words that a reader replaced, pixels below
boxes and data beside them, notes, tags, answers to a desk's own questions, sources, evidence, unreviewed
texts, and other orders of all whose order is not published. What figures count is the same: that is told.
"""

import hashlib
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final

from PIL import ImageDraw

from hrddesk.analysis.figures.figure_tables import Hidden
from hrddesk.errors import NothingToPublish
from hrddesk.publish.images.burning import burn
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, Value, new_id
from hrddesk.records.texts.questions import ANSWERS, answer_field
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.drafting.pictures import Retouched
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.figures.figures import AskedFigure
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.issue import Before as IssueBefore
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.model.picture import Image
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from hrddesk.redact.people.changes import Follows
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.people.labels import PersonLabel
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.own_fields import OwnField
from hrddesk.redact.profile.profiles import LABELS, NAMES, Profile
from hrddesk.redact.publication.redaction import Redaction, Request, redact
from hrddesk.redact.texts.censor import Censor
from tests.pictures import photo, pixels
from tests.unit.redact.invented import AS_OF, PUBLIC, RESTRICTED, SECRET, Desk, name
from tests.unit.redact.twin_figures import Lexicon, ask, make_counted
from tests.unit.redact.twin_worlds import (
    FIGURE_NAMES,
    TEMPLATES,
    Affair,
    Asked,
    Before,
    Happening,
    Role,
    Shot,
    Somebody,
    Told,
    Word,
    World,
    beside,
)

PROFILES: Final = (NAMES, LABELS, replace(NAMES, pictures=True), replace(LABELS, pictures=True))

# Each with a spelling, a part or a pinyin of its own, so that no two of them can be taken for each other.
SECRET_NAMES: Final = (
    "Odalba Brisken", "Tamsin Quellor", "Verola Luntaris", "Zofiel Hartwen", "Mirabeth Snowle",
    "Gorvin Paxley", "Ulrasen Tibold", "Ketterin Vosh", "Ásgrún Þveræing", "Ngọc Phượng Lãng",
    "邬棠", "柘禾", "缪屿", "蔺芃溪", "郗衎", "闵屹舟", "卞垚", "瞿昶", "鄺燁澔", "𠮷枥衡",
    "ئورخۇن تاڭساي", "بەھرام چوغلۇق", "བཀྲ་ཤིས་ཝེན་གར", "ངག་དབང་ཐར་ཆིན", "ᠪᠠᠲᠤᠴᠠᠭᠠᠨ ᠰᠣᠯᠣᠩᠭᠤ",
    "Орсик Лунтар", "Жайырбек Тұрғұн",
    "Falbo Ringmere", "Jessamy Crole", "Petrok Dunvale",
    "嵇旻野", "糜翀", "Wendolin Arbuth", "Isolt Marrow", "Corwin Thessaly", "Bramwell Oakes",
)  # fmt: skip
PUBLIC_NAMES: Final = ("Ansel Public", "Berta Openly", "Cyril Known", "Doreen Famous", "艾公开", "裘知名")
NOTED_NAMES: Final = ("Poet", "律师", "案件", "Female", "Everything", "全部", "Insult", "Once")
"""What people are called of whom nothing leaves: words that stand in every publication."""
_REWRITTEN: Final = re.compile(r"<(.*?)\|(.*?)>")
_PUBLIC_PLACES: Final = ("Quarrytown", "石场镇")


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def _identity(rng: random.Random) -> str:
    """Return an identity number of nobody; every other one has the right check digit."""
    body = f"650104{rng.randint(1950, 2005)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{_digits(rng, 3)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) + rng.randint(0, 1)
    return body + "10X98765432"[total % 11]


NUMBERS: Final[tuple[Callable[[random.Random], str], ...]] = (
    _identity,
    lambda rng: f"+86 13{_digits(rng, 1)} {_digits(rng, 4)} {_digits(rng, 4)}",
    lambda rng: f"43.{_digits(rng, 5)}, 87.{_digits(rng, 5)}",
    lambda rng: f"新A{_digits(rng, 5)}",
    lambda rng: f"E{_digits(rng, 8)}",
    lambda rng: f"box{_digits(rng, rng.randint(2, 9))}@post.invalid",
    lambda rng: f"https://news.invalid/{_digits(rng, rng.randint(1, 12))}",
    lambda rng: f"{rng.randint(1, 99)}号楼{rng.randint(1, 99)}室",
    lambda rng: f"10.{rng.randint(0, 255)}.{rng.randint(0, 255)}.{rng.randint(0, 255)}",
)
"""What makes a number or an address of one kind."""


BEFORE: Final = date(2021, 1, 31)
"""The day of the issue before."""
BOX: Final = Box(40, 30, 120, 90)


@cache
def shot(picture: int, seed: int) -> tuple[str, tuple[int, int], Image]:
    """Return hash and size of a photograph and what may leave of it; `seed` decides what a box covers.

    Nothing else of the picture depends on the seed, but for all that a camera writes beside the pixels.
    """
    seen = pixels(320 + 80 * picture, 240, seed=picture)
    left, top, right, lower = BOX.corners
    chance = random.Random(seed)
    drawn = ImageDraw.Draw(seen)
    for _ in range(30):
        x, y = chance.randrange(left, right - 9), chance.randrange(top, lower - 9)
        drawn.rectangle((x, y, x + 8, y + 8), fill=tuple(chance.randbytes(3)))
    data = photo("PNG", seen, secret=f"{chance.random()} of {chance.choice(SECRET_NAMES)}")
    return hashlib.sha256(data).hexdigest(), seen.size, burn(data, [BOX]).image


class Twin:
    """One vault of a world; everything that is secret in it comes from `seed`."""

    def __init__(self, world: World, profile: Profile, seed: int) -> None:
        self.world, self.rng = world, random.Random(seed)
        self.desk = Desk()
        self.naming = profile.name == NAMES.name
        self.profile = profile
        self._beside_cases = beside(world) if self.naming else frozenset[int]()
        self._secret_names = self.rng.sample(SECRET_NAMES, len(SECRET_NAMES))
        self._written: dict[str, list[Decision]] = {}
        self._retouched: dict[RecordId, tuple[RecordId, Retouched, bool]] = {}
        self._images: dict[RecordId, Image] = {}
        self._later: set[RecordId] = set()
        self._told_of: dict[RecordId, str] = {}
        self._seen_on: dict[RecordId, str] = {}
        self.earlier: RedactedModel | None = None
        """The issue before, once the later one was made."""
        self.labelled_earlier: frozenset[RecordId] = frozenset()
        """Who bore a label in it."""
        self.labels_earlier: Mapping[RecordId, PersonLabel] = {}
        self.names: list[list[str]] = []
        self.ids: list[RecordId] = []
        # The ids differ, not their order: it decides about the letters of people who are alike in one issue
        # and not in the next.
        ids = sorted(new_id() for _ in world.people)
        for at, person in enumerate(world.people):
            self.ids.append(self._person(at, person, ids[at]))
        self._lexicon = Lexicon(self.desk, self.rng, self._secret, self._first_name)
        self._of_person, self._of_case, self._of_event = self._questions()
        for case in world.cases:
            self._case(case)
        for rows in self.rng.sample(world.counted, len(world.counted)):
            make_counted(self.desk, self._lexicon, rows)
        self._noise()
        self._beside()
        self._answer_all()

    @property
    def hidden(self) -> list[str]:
        """The names of all who are not named."""
        return [
            called
            for at, (person, names) in enumerate(zip(self.world.people, self.names, strict=True))
            for called in names
            if person.role != Role.NAMED or not self.naming or at in self._beside_cases
        ]

    def _labelled(self, *stood: str) -> frozenset[RecordId]:
        """Return who gets a label although the profile would name them."""
        people = zip(self.ids, self.world.people, strict=True)
        asked = [party for party, person in people if person.role == Role.LABELLED or person.before in stood]
        return frozenset(asked if self.naming else ())

    def _first_name(self, at: int) -> str:
        return self.names[at % len(self.names)][0]

    def _secret(self) -> str:
        return f"secret {self.rng.random()} of {self._secret_names[-1]}"

    def _person(self, at: int, person: Somebody, party: RecordId) -> RecordId:
        kept_back = []
        if person.role == Role.NAMED and self.naming and at not in self._beside_cases:
            names = [PUBLIC_NAMES[at]]
            # What a person is called on a screen is no name that a profile lets out.
            kept_back = [name(self._secret_names.pop(), "screen")] * self.rng.randint(0, 1)
        else:
            names = [self._secret_names.pop() for _ in range(person.secret_names)]
            self.rng.shuffle(names)
        self.names.append(names)
        shown = PUBLIC if self.naming else RESTRICTED
        made = self.desk.party(
            *names,
            *kept_back,
            level=SECRET if person.role == Role.HIDDEN else shown,
            sex=person.sex or None,
            ref=self._secret(),
            birth=None if self.naming else f"{self.rng.randint(1950, 1990)}",
            note=self._secret(),
            terms=[{"vocabulary": "occupation", "term": person.occupation}] if person.occupation else [],
        )  # fmt: skip
        self.desk.records[party] = replace(self.desk.records.pop(made), id=party)
        return party

    def _questions(self) -> tuple[list[OwnField], OwnField, OwnField]:
        """Ask questions of the desk's own, two of which name people, and let the profile tell of them."""
        worded = ["Had a lawyer?", *(f"Known to {self._first_name(at)}?" for at in range(2))]
        made: dict[str, OwnField] = {}
        others = [("case", "long", "In whose words?"), ("event", "vocabulary", "Where was it told?")]
        for owner, kind, en in self.rng.sample([*(("party", "yes_no", en) for en in worded), *others], 5):
            fields = {"vocabulary": "platform"} if kind == "vocabulary" else {}
            key = f"own.{self._secret()}"
            labels = {"zh-Hans": f"{en[:-1]}？"}
            made[en] = self.desk.question(owner, kind, en, PUBLIC, labels, key=key, **fields)
        self.profile = replace(self.profile, own=frozenset(made.values()))
        return [made[en] for en in worded], made[others[0][2]], made[others[1][2]]

    def _answer_all(self) -> None:
        """Answer all questions: `_beside` put other answers there."""
        for party, person in zip(self.ids, self.world.people, strict=True):
            for question, answer in zip(self._of_person, person.answers, strict=True):
                self.desk.answer(party, question, answer)
            self._show_answers(party)
        for case, told in self._told_of.items():
            self.desk.answer(case, self._of_case, told)
            self._show_answers(case)
            self._reviewed(case, answer_field(self._of_case.key), told)
        for event, told in self._seen_on.items():
            self.desk.answer(event, self._of_event, told)
            self._show_answers(event)

    def _show_answers(self, record: RecordId) -> None:
        self.desk.set_level(record, PUBLIC if self.naming else RESTRICTED, ANSWERS)

    def _said(self, template: int, people: Sequence[int], number: int = 0) -> str | None:
        """Return a text of this vault; what a reader wrote into it is kept for its review."""
        if template == len(TEMPLATES) or not people:
            return None
        mentioned = [self.rng.choice(self.names[people[at % len(people)]]) for at in range(3)]
        text = TEMPLATES[template].format(
            *mentioned, number=NUMBERS[number](self.rng), secret=self._secret_names[0]
        )
        rewritten = _REWRITTEN.search(text)
        if rewritten is None:
            return text
        before, words = rewritten.groups()
        start = rewritten.start()
        text = text[:start] + before + text[rewritten.end() :]
        self._written[text] = [Decision(start, start + len(before), How.WORDS, words)]
        return text

    def _plainly(self, template: int, people: Sequence[int]) -> str:
        """Return a text into which no reader writes anything."""
        text = self._said(template, people) if "<" not in TEMPLATES[template : template + 1] else None
        return text if text is not None and text not in self._written else ""

    def _reviewed(self, record: RecordId, field: str, text: str) -> None:
        self.desk.reviews[record, field] = ""
        if text in self._written:
            self.desk.wordings[record, field] = TextDecisions(text, tuple(self._written[text]))

    def _case(self, affair: Affair) -> None:
        shuffled = self.rng.sample(affair.people, len(affair.people))
        shown = PUBLIC if self.naming else None
        told = self._said(affair.text, affair.people, affair.number) if affair.reviewed else None
        narrative = told if affair.reviewed else self._secret()
        case = self.desk.case(
            *(self.ids[at] for at in shuffled), level=shown, ref=self._secret(), title=self._secret(),
            note=self._secret(), narrative=narrative,
        )  # fmt: skip
        self.desk.text(case, self._secret(), "ug", of="narrative", by=self._secret())
        if affair.later:
            self._later.add(case)
        answer = self._said(affair.answer, affair.people, affair.number)
        if answer:
            self._told_of[case] = answer
        if told:
            self._reviewed(case, "narrative", told)
            translated = self.desk.text(case, told, "en", of="gone", by=self._secret())
            self._reviewed(case, translated, told)
        for happening in self.rng.sample(affair.happenings, len(affair.happenings)):
            self._event(case, happening)
        for taken in self.rng.sample(affair.shots, len(affair.shots)):
            self._shot(case, taken, affair.people)

    def _event(self, case: RecordId, happening: Happening) -> None:
        parts = self.rng.sample(happening.parts, len(happening.parts))
        concerned = [at for at, _ in happening.parts]
        summary = self._said(happening.text, concerned, happening.number)
        event = self.desk.event(
            case,
            happening.type,
            *((self.ids[at], role) for at, role in parts),
            level=(PUBLIC if self.naming else None) if happening.public else SECRET,
            date=happening.date or None,
            place=self._place(happening.place_record),
            place_text=self._plainly(happening.place, concerned) or None,
            summary=summary or self._secret(),
            lists={"penalties": list(self._penalties(happening)), "charges": list(self._charges(happening))},
        )
        if happening.later:
            self._later.add(event)
        if happening.answer:
            free = "The letter board" if self.naming and happening.public else self._secret()
            self._seen_on[event] = happening.answer if happening.answer != Word.TYPED else free
        for told in happening.sources:
            self._cite(event, told)
        if summary:
            self._reviewed(event, "summary", summary)

    def _cite(self, event: RecordId, told: str) -> None:
        """Cite one source, or several of which print may say the same."""
        for _ in range(1 if told == Told.PUBLIC else self.rng.randint(1, 3)):
            record = Record(kind=Kind.SOURCE, id=new_id()).with_fields(
                code_name=self._secret(), means=self._secret(), note=self._secret(),
                interviewer=self._secret(), knowledge=self.rng.choice(["first_hand", "not_first_hand"]),
                reliability=self._secret(),
            )  # fmt: skip
            level = PUBLIC if told == Told.PUBLIC else self.rng.choice([None, SECRET])
            if told == Told.PUBLIC:
                record = record.with_fields(
                    kind="document", type="news", title="The mill was closed", author="Mill Press",
                    date="2020-03", address="https://mill.invalid/closed",
                )  # fmt: skip
            else:
                kind = self.rng.choice([{"type": "family"}, {"type": "letter"}, {"kind": "person"}])
                record = record.with_fields(
                    title=self._secret(), date=f"{self.rng.randint(2015, 2021)}", **kind
                )
                if told == Told.DESCRIBED:
                    record = record.with_fields(attribution="described", credit="A lawyer at the trial, 2021")
                else:
                    record = record.with_fields(**self._unprintable())
            self.desk.add(record, level)
            self.desk.other(
                Kind.CITATION, record=event, source=record.id, quote=self._secret(), locator=self._secret()
            )

    def _unprintable(self) -> Mapping[str, Value]:
        """Return an attribution that is on file, or cannot be."""
        day = f"{self.rng.randint(1, 28)} May {self.rng.randint(2015, 2021)}"
        return self.rng.choice(
            (
                {},
                {"attribution": "on_file"},
                {"attribution": "described", "credit": f"A guard, {day}"},
                {"attribution": "described", "credit": f"A friend of {self._secret_names[-1]}, {day}"},
                {"attribution": "by_name", "credit": self._secret_names[-1]},
            )
        )

    @staticmethod
    def _penalties(happening: Happening) -> Iterator[Mapping[str, Value]]:
        if happening.penalty:
            yield {"kind": happening.penalty} | ({"months": happening.months} if happening.months else {})

    def _charges(self, happening: Happening) -> Iterator[Mapping[str, Value]]:
        """Yield the charge; profiles that name people publish words that no vocabulary knows."""
        typed = ""
        if self.naming and happening.public and happening.charge and happening.charge[0] == Word.TYPED:
            typed = f"Matter {happening.charge[1]}"
        return self._lexicon.charges(happening.charge, typed)

    def _place(self, kind: str) -> RecordId | None:
        if not kind:
            return None
        labels = dict(zip(ENGLISH, _PUBLIC_PLACES, strict=True))
        if kind == "secret":
            labels = {code: self._secret() for code in labels}
        level = SECRET if kind == "secret" else PUBLIC
        return self.desk.other(Kind.PLACE, level, labels, note=self._secret())

    def _shot(self, case: RecordId, taken: Shot, people: Sequence[int]) -> None:
        file, size, image = shot(taken.picture, self.rng.randrange(3))
        evidence = self.desk.other(
            Kind.EVIDENCE, case=case, original_name=self._secret(), title=self._secret(), sha256=file,
            captured=f"{self.rng.randint(2001, 2020)}-05-06T07:08:09", from_whom=self._secret(),
            others="consented",
        )  # fmt: skip
        alt = self._plainly(taken.alt, people) or "A mill"
        retouched = Retouched(
            file=file, size=size, boxes=(BOX,), alt=alt, caption=self._plainly(taken.caption, people)
        )
        retouched = retouched.of_evidence(self.desk.records[evidence])
        self._retouched[evidence] = case, retouched, taken.reviewed
        self._images[evidence] = image

    def _noise(self) -> None:
        """Add what no publication takes anything from; figures count no claim that was found untrue."""
        cases = [record.id for record in self.desk.records.values() if record.kind is Kind.CASE]
        for _ in range(self.rng.randint(0, 3)):
            case = self.rng.choice(cases)
            self.desk.other(Kind.EVIDENCE, case=case, original_name=self._secret(), sha256="0" * 64)
            beside = self.desk.other(Kind.SOURCE, title=self._secret(), code_name=self._secret())
            self.desk.other(Kind.CITATION, record=case, source=beside, stance="contradicts")
            self.desk.other(Kind.CITATION, SECRET, record=case, source=beside, quote=self._secret())
            self.desk.other(Kind.RELATION, subject=self.ids[0], object=case, note=self._secret())
        for _ in range(self.rng.randint(0, 2)):
            noted = self.rng.sample(NOTED_NAMES, self.rng.randint(0, 1))
            stranger = self.desk.party(self._secret_names.pop(), *noted, level=SECRET)
            if self.rng.random() < 0.5:
                untrue = {"assertion": "refuted"} if self.world.figures else {}
                case = self.rng.choice(cases)
                self.desk.event(case, "detained", stranger, level=SECRET, lists=None, date="2019", **untrue)

    def _beside(self) -> None:
        """Put secrets into whatever no profile names: tags, statuses, other answers, keys, aliases."""
        key = self._secret()
        self.desk.question("party", "yes_no", f"Kept, {self._secret()}", key=key)
        beside = {
            Kind.CASE: ("tags", "text"),
            Kind.PLACE: ("aliases", "text"),
            Kind.EVENT: ("links", "type"),
        }
        for record in list(self.desk.records.values()):
            made = record
            if record.kind in (Kind.CASE, Kind.PARTY, Kind.EVENT):
                made = made.with_elements(
                    "values", [{"field": key, "answer": self.rng.choice(["yes", "no"])}]
                )
                made = made.with_elements("keys", [{"source": self._secret(), "key": self._secret()}])
            if record.kind in beside:
                name_of_list, of_element = beside[record.kind]
                made = made.with_elements(name_of_list, [{of_element: self._secret()}])
            if record.kind is Kind.CASE:
                made = made.with_fields(status=self._secret())
            if record.kind is Kind.PARTY:
                kept = {"vocabulary": "vulnerability", "raw": self._secret()}
                made = made.with_elements("terms", [*made.values("terms"), kept])
                made = made.with_fields(ethnicity=self._secret(), disability=self._secret())
                made = made.with_visibility(SECRET, "ethnicity").with_visibility(SECRET, "disability")
            self.desk.records[record.id] = made

    def _pictures(self) -> dict[RecordId, Retouched]:
        """Review those pictures that are to be, by whom and when it may be."""
        facts = self.desk.facts()
        everybody = frozenset(party.id for party in facts.all(Kind.PARTY))
        made = {}
        for evidence, (case, retouched, reviewed) in self._retouched.items():
            if reviewed:
                involved = involved_in(facts, [facts.records[case]])
                censor = Censor(facts, self.profile, PeopleInPrint(involved, decided=everybody))
                retouched = retouched.reviewed(censor, self.rng.randrange(1 << 30), self._secret())
            made[evidence] = retouched
        return made

    def _asked(self, figure: Asked) -> tuple[AskedFigure, Mapping[RecordId, int]]:
        """Return a figure's answer, and what it counts."""
        saved = self._secret()
        if figure.named:
            people = [self._first_name(at) for at in range(2)]
            saved = FIGURE_NAMES[figure.name].format(*people)
        return ask(self.desk, self._lexicon, figure.question, self.profile, name=saved, titled=figure.named)

    def counted(self, hidden: Sequence[Hidden]) -> list[Mapping[RecordId, int] | None]:
        """Return for each figure what it counts; None where print hides the count."""
        counts = [self._asked(figure)[1] for figure in self.world.figures]
        return [None if in_print.itself else of for of, in_print in zip(counts, hidden, strict=False)]

    def _before(self) -> Follows | None:
        """Publish the issue before, of what was known then; None where there was none."""
        if self.world.before is None:
            return None
        records = [record for record in self.desk.records.values() if record.id not in self._later]
        stood = dict(zip(self.ids, (person.before for person in self.world.people), strict=True))
        for at, record in enumerate(records):
            records[at] = record = self._otherwise(record)
            if stood.get(record.id) == Before.HIDDEN:
                records[at] = record.with_visibility(SECRET)
            elif stood.get(record.id) == Before.BARE:
                records[at] = record.with_fields(sex=None)
        made = self._redacted(records, self._labelled(Before.LABELLED), self.world.before, BEFORE)
        if made is None:
            return None
        self.earlier, self.labelled_earlier = made.model, frozenset(made.labels)
        self.labels_earlier = made.labels
        sha256 = hashlib.sha256(made.model.canonical()).hexdigest()
        used = frozenset(made.labels.values())
        return Follows(
            before=IssueBefore(1, BEFORE, sha256),
            snapshot=made.snapshot,
            corrects=self.world.corrects,
            labels=made.labels,
            used=used,
        )

    def _otherwise(self, record: Record) -> Record:
        """Return a record as it may have been before, but for nothing that is told."""
        if record.kind not in (Kind.CASE, Kind.PARTY, Kind.EVENT) or self.rng.random() < 0.5:
            return record
        if record.kind is Kind.PARTY:
            record = record.with_fields(ref=self._secret(), ethnicity=self._secret())
        return record.with_fields(note=self._secret())

    def redact(self) -> Redaction | None:
        """Make the redacted model; None where nothing may leave."""
        for record, field in self.desk.reviews:
            self.desk.review(record, field, self.profile)
        records = list(self.desk.records.values())
        figures = tuple(self._asked(figure)[0] for figure in self.world.figures)
        follows = self._before()
        return self._redacted(
            records,
            self._labelled() | self._held(),
            self.world.parts,
            AS_OF,
            figures=figures,
            follows=follows,
        )

    def _held(self) -> frozenset[RecordId]:
        """Return who keeps the label of the issue before; of the others somebody took it off."""
        people = zip(self.ids, self.world.people, strict=True)
        kept = [party for party, person in people if person.before == Before.LABELLED and person.sex]
        return frozenset(kept if self.naming else ())

    def _redacted(
        self,
        records: list[Record],
        labelled: frozenset[RecordId],
        parts: frozenset[Chapter],
        as_of: date,
        **more: Any,
    ) -> Redaction | None:
        self.rng.shuffle(records)
        cases = [record.id for record in records if record.kind is Kind.CASE]
        request = Request(
            profile=self.profile,
            as_of=as_of,
            languages=self.world.language,
            label=labelled,
            reviews=self.desk.reviews,
            wordings=self.desk.wordings,
            pictures=self._pictures(),
            images=self._images,
            parts=parts,
            **more,
        )
        try:
            return redact(Facts.of(records, cases), request)
        except NothingToPublish:
            return None
