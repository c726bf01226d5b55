"""Answers are those of counting by hand."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.analysis.figures.figure_questions import CountedUnit, asked
from hrddesk.analysis.figures.figures import compute
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from tests.unit.analysis import row_by_row
from tests.unit.analysis.asked import TODAY, case, facts
from tests.unit.analysis.people import event, person

DAYS = ("2020-01-05", "2020-02", "2020", "2020?", "2020-12/2021-02", "", "2021-05", "2020-06/", "1999/2021")
FIELDS = {
    "type": ("detained", "arrested", "released", ""),
    "measure": ("rsdl", "criminal", ""),
    "facility": ("prison", "own words", ""),
    "sex": ("female", "male", "unknown", "none", ""),
    "ethnicity": ("han", "hui", "not_asked", ""),
    "birth": ("1991", "2003-05-01", "1960?", ""),
}
CONDITIONS = (
    *(
        "type=detained",
        "type!=detained",
        "type=unknown",
        "measure=rsdl|criminal",
        "date=2020",
        "date!=2020-01/2020-06",
    ),
    *(
        "sex=female",
        "sex!=male",
        "sex=unknown",
        "sex=none|unknown",
        "ethnicity!=unknown",
        "age=18..60",
        "age!=0..30",
    ),
    *("status=in_custody", "status!=free", "stage=detained", "months=0..60", "months!=12", "term=unknown"),
    *(
        "tag=a",
        "tag!=a",
        "tag=unknown",
        "place=here",
        "place!=here",
        "year=2020",
        "charge=insult",
        "dataset=list",
    ),
)
SPLITS = (
    "type",
    "measure",
    "facility",
    "held_in",
    "sex",
    "ethnicity",
    "age",
    "month",
    "year",
    "status",
    "months",
    "tag",
    "place",
    "dataset",
    "charge",
)


@st.composite
def desks(draw: st.DrawFn) -> list[Record]:
    """Draw a small desk: people and groups, files that share them, events that happened to several."""
    people = []
    for _ in range(draw(st.integers(1, 4))):
        fields = {name: draw(st.sampled_from(FIELDS[name])) for name in ("sex", "ethnicity", "birth")}
        who = person(**fields, kind=draw(st.sampled_from(("person", "group", "", "authority"))))
        if draw(st.booleans()):
            who = who.with_fields(size_min=draw(st.integers(0, 4)), size_max=draw(st.integers(2, 6)))
        if draw(st.booleans()):
            who = who.with_elements("keys", [{"source": "list", "file": "f", "key": who.id}])
        people.append(who)
    files = [
        case(
            *draw(st.lists(st.sampled_from(people), max_size=2)),
            tags=draw(st.sampled_from(([], ["a"], ["a", "b"]))),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    happened = []
    for _ in range(draw(st.integers(0, 6))):
        made = event(people[0], draw(st.sampled_from(FIELDS["type"])), draw(st.sampled_from(DAYS)))
        made = made.with_fields(
            measure=draw(st.sampled_from(FIELDS["measure"])),
            facility=draw(st.sampled_from(FIELDS["facility"])),
            place_text=draw(st.sampled_from(("here", "there", ""))),
            case=draw(st.sampled_from([None, *(file.id for file in files)])),
            assertion=draw(st.sampled_from(("", "alleged", "refuted"))),
        )
        victims = draw(st.lists(st.sampled_from(people), max_size=3))
        made = made.with_elements(
            "parties",
            [{"party": who.id, "role": draw(st.sampled_from(("victim", "", "witness")))} for who in victims],
        )
        made = made.with_elements(
            "charges", draw(st.sampled_from(([], [{"term": "insult"}], [{"term": "insult"}, {"raw": "x"}])))
        )
        happened.append(
            made.with_elements(
                "penalties",
                draw(st.sampled_from(([], [{"kind": "fixed", "months": 12}], [{"kind": "life"}]))),
            )
        )
    member = Record(kind=Kind.RELATION, id=new_id()).with_fields(
        subject=people[-1].id, type="member_of", object=people[0].id
    )
    return [*people, *files, *happened, member]


GROUPS = st.lists(st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=2), max_size=2)


@settings(max_examples=400, deadline=None)
@given(
    desks(),
    st.sampled_from([unit.value for unit in CountedUnit]),
    st.lists(st.sampled_from(CONDITIONS), max_size=2),
    GROUPS,
    GROUPS,
    st.one_of(
        st.lists(st.sampled_from(SPLITS), max_size=2, unique=True).map(lambda by: {"by": by}),
        st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=2).map(lambda part: {"part": part}),
    ),
    st.sampled_from(("", "2020-12-31", "2020-02-10")),
)
def test_every_figure_is_what_counting_by_hand_gives(
    records: list[Record],
    unit: str,
    where: list[str],
    any_of: list[list[str]],
    without: list[list[str]],
    split: dict[str, list[str]],
    as_of: str,
) -> None:
    here = facts(*records)
    by, part = (split.get(name, []) for name in ("by", "part"))
    question = asked(unit=unit, where=where, any_of=any_of, without=without, as_of=as_of, by=by, part=part)
    figure = compute(question, here.told, TODAY)
    by_hand = row_by_row.compute(question, here.facts, date.fromisoformat(as_of) if as_of else TODAY)
    assert {cell.key: cell.counted for cell in figure.cells} == by_hand["cells"]
    assert (figure.all, figure.known, figure.unknown) == (
        by_hand["all"],
        by_hand["known"],
        by_hand["unknown"],
    )
    assert figure.overlaps == by_hand["overlaps"]
