"""Makes desks that hold cases of which a report prints only the figures, and the questions for these figures.

Everybody in them is invented and has no name. Beside what is counted there is always something that must not
be: other cases, people who were released, dates that leave it open, claims that were found false.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from hrddesk.analysis.figures.figure_questions import FigureQuestion, asked
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.store.records.change import Change

DAY: Final = "2020-12-31"
PRETEXTS: Final = (
    "false_information",
    "admin_spreading_rumours",
    "picking_quarrels",
    "admin_disturbing_order",
)
OTHER_CHARGES: Final = ("insult", "business", "subversion")
PRETRIAL: Final = ("detained", "arrested", "indicted")


@dataclass(frozen=True)
class Plan:
    """How many of each the desk holds."""

    netizens: int
    pretext: int
    platform_known: int
    wechat: int
    administrative: int
    prisoners: int
    reprieve: dict[str, int]  # by ethnic group, "" for the others
    life: dict[str, int]
    long_terms: int
    pretrial: int
    others_list: int  # people in the second list only, none of them released in the year
    released: int  # of either list, in the year
    in_both: int
    disappeared: int
    rsdl: int
    seed: int = 20201231


@dataclass
class Maker:
    """Puts the records of a plan into a change."""

    plan: Plan
    change: Change
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.plan.seed)

    def fill(self) -> None:
        """Make everything."""
        self._netizens()
        self._prisoners()
        self._state_disappearances()

    def _id(self) -> RecordId:
        return RecordId(f"{self._random.getrandbits(128):032x}")

    def _person(self, ethnicity: str = "", lists: tuple[str, ...] = ()) -> RecordId:
        party = Record(kind=Kind.PARTY, id=self._id()).with_fields(kind="person", ethnicity=ethnicity)
        keys = [{"source": name, "file": "people", "key": party.id} for name in lists]
        self.change.put(party.with_elements("keys", keys))
        return party.id

    def _event(
        self, who: RecordId, kind: str, day: str, case: RecordId | None = None, **more: object
    ) -> None:
        event = Record(kind=Kind.EVENT, id=self._id()).with_fields(
            type=kind,
            date=day,
            case=case,
            measure=str(more.get("measure", "")),
            assertion=str(more.get("assertion", "")),
        )
        event = event.with_elements("parties", [{"party": who, "role": "victim"}])
        for name in ("terms", "charges"):
            words = more.get(name, ())
            assert isinstance(words, tuple)
            event = event.with_elements(name, [{"raw": word, "term": word} for word in words])
        penalty = more.get("penalty")
        if penalty is not None:
            assert isinstance(penalty, dict)
            event = event.with_elements("penalties", [penalty])
        self.change.put(event)

    def _case(self, *people: RecordId) -> RecordId:
        case = Record(kind=Kind.CASE, id=self._id()).with_fields(title="invented")
        self.change.put(case.with_elements("parties", [{"party": who, "role": "subject"} for who in people]))
        return case.id

    def _netizens(self) -> None:
        plan = self.plan
        order = [list(range(plan.netizens)) for _ in range(3)]
        for numbers in order:
            self._random.shuffle(numbers)
        pretext = set(order[0][: plan.pretext])
        known = order[1][: plan.platform_known]
        wechat, known_set = set(known[: plan.wechat]), set(known)
        administrative = set(order[2][: plan.administrative])
        for number in range(plan.netizens):
            who = self._person()
            case = self._case(who)
            terms = ["epidemic_speech"]
            if number in known_set:
                terms.append("platform:wechat" if number in wechat else "platform:weibo")
            charge = self._random.choice(PRETEXTS if number in pretext else OTHER_CHARGES)
            day = self._random.choice(("2020-02", "2020-01-2X", "2020-03-05", "", "2020?"))
            measure = "administrative" if number in administrative else self._random.choice(("", "criminal"))
            self._event(who, "detained", day, case, terms=tuple(terms), charges=(charge,), measure=measure)
            if number % 3 == 0:  # the same again, which makes no second case
                self._event(
                    who, "summoned", "2020-02-01", case, terms=("epidemic_speech",), charges=(charge,)
                )
            if number % 5 == 0:  # another matter: another event, another charge
                self._event(who, "detained", "2015", case, charges=("fraud",), measure="administrative")
        for _ in range(17):  # found false, and of something else
            who = self._person()
            case = self._case(who)
            self._event(who, "detained", "2020", case, terms=("epidemic_speech",), assertion="refuted")
            self._event(
                who, "detained", "2020", case, charges=("picking_quarrels",), measure="administrative"
            )

    def _prisoners(self) -> None:
        plan = self.plan
        kinds = [("death_reprieve", group) for group, count in plan.reprieve.items() for _ in range(count)]
        kinds += [("life", group) for group, count in plan.life.items() for _ in range(count)]
        kinds += [
            ("long", self._random.choice(("uyghur", "tibetan", "han", ""))) for _ in range(plan.long_terms)
        ]
        kinds += [("pretrial", "") for _ in range(plan.pretrial)]
        rest = plan.prisoners - len(kinds)
        kinds += [(self._random.choice(("short", "too_long", "gone", "held")), "mongol") for _ in range(rest)]
        self._random.shuffle(kinds)
        for number, (kind, ethnicity) in enumerate(kinds):
            lists = ("first", "second") if number < plan.in_both else ("first",)
            self._prisoner(self._person(ethnicity, lists), kind)
        for _ in range(plan.others_list):
            who = self._person(lists=("second",))
            self._event(who, "detained", "2018-05")
            self._event(who, "released", self._random.choice(("2019", "2018-10")))
        for number in range(plan.released):
            who = self._person(lists=(("first", "second")[number % 2],))
            self._event(who, "detained", "2019-05")
            self._event(who, "released", self._random.choice(("2020-05", "2020", "2020-11-30")))
        for _ in range(11):  # in no list, or not as of the day
            who = self._person("uyghur")
            self._event(who, "sentenced", "2017", penalty={"kind": "life"})
            who = self._person("tibetan", ("third",))
            self._event(who, "sentenced", "2021-02", penalty={"kind": "death_reprieve"})

    def _prisoner(self, who: RecordId, kind: str) -> None:
        if kind == "pretrial":
            self._event(
                who, self._random.choice(PRETRIAL), self._random.choice(("2020-07", "2020", "2020-12-30"))
            )
            self._event(who, "detained", "2020-01")
            return
        if kind == "held":
            self._event(who, "imprisoned", "2016")
            return
        if kind == "gone":
            self._event(who, "disappeared", self._random.choice(("2019", "2020-08-01")))
            return
        months = {"long": (120, 121, 180, 240, 300), "short": (119, 60), "too_long": (301, 360)}.get(kind)
        penalty: Element = {"kind": kind}
        if months is not None:
            penalty = {"kind": "fixed", "months": self._random.choice(months)}
        self._event(who, "detained", "2016-01-05")
        self._event(who, "sentenced", self._random.choice(("2017-03", "2016-11-02")), penalty=penalty)

    def _state_disappearances(self) -> None:
        for _ in range(self.plan.disappeared):
            who = self._person()
            case = self._case(who)
            self._event(who, "disappeared", "2020-05", case)
            self._event(who, "disappeared", "2020-09", case)
        for _ in range(self.plan.rsdl):
            who = self._person()
            self._event(
                who,
                "detained",
                self._random.choice(("2020-05", "2019-12-26")),
                self._case(who),
                measure="rsdl",
            )
        for _ in range(7):  # afterwards, or perhaps afterwards
            who = self._person()
            self._event(who, "disappeared", self._random.choice(("2021-01", "2021?")), self._case(who))


def questions() -> dict[str, FigureQuestion]:
    """Return what has to be asked for the figures of the report, by their names."""
    return {
        "netizens_punished": asked(where=["circumstance=epidemic_speech"]),
        "pretext_disorder": asked(
            where=["circumstance=epidemic_speech"], part=[f"charge={'|'.join(PRETEXTS)}"]
        ),
        "platform_known": asked(where=["circumstance=epidemic_speech"], part=["platform!=unknown"]),
        "platform_wechat": asked(
            where=["circumstance=epidemic_speech"], part=["platform=wechat"], of="known"
        ),
        "administrative_detention": asked(
            where=["circumstance=epidemic_speech"], part=["measure=administrative"]
        ),
        **dict(_of_prisoners()),
        "combined_total": asked(
            unit="persons",
            any_of=[["dataset=first"], ["dataset=second"]],
            without=[["type=released", "date=2020"]],
            as_of=DAY,
        ),
        "enforced_disappearance": asked(where=["type=disappeared"], as_of=DAY),
        "rsdl": asked(where=["measure=rsdl"], as_of=DAY),
        "state_enforced_disappearances": asked(
            any_of=[["type=disappeared"], ["measure=rsdl"]], at_least=True, as_of=DAY
        ),
    }


def _of_prisoners() -> Iterator[tuple[str, FigureQuestion]]:
    every = ["dataset=first", "status=in_custody|disappeared"]

    def of(*part: str, where: str = "") -> FigureQuestion:
        more = [where] if where else []
        return asked(unit="persons", where=[*every, *more], part=list(part), as_of=DAY)

    yield "prisoners_of_conscience", of()
    yield "death_with_reprieve", of("sentence=death_reprieve")
    yield "life", of("sentence=life")
    yield "ten_to_25_years", of("term=120..=300")
    yield "pretrial", of("stage=detained|arrested|charged|indicted|tried")
    for name, sentence in (("reprieve", "death_reprieve"), ("life", "life")):
        for ethnicity in ("uyghur", "tibetan"):
            yield f"{name}_{ethnicity}", of(f"ethnicity={ethnicity}", where=f"sentence={sentence}")
