"""Who and what appears in a publication, and who leaves no trace."""

from dataclasses import replace

import pytest

from hrddesk.errors import NothingToPublish
from hrddesk.records.language.labels import ENGLISH
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import Kind
from hrddesk.records.terms import vocabulary
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.model.case_sheet import Event
from hrddesk.redact.passages.wording import How
from hrddesk.redact.profile.profiles import LABELS, NAMES, NameRule, Profile
from hrddesk.redact.profile.sensitive import TOPICS
from tests.languages import both
from tests.unit.redact.invented import PUBLIC, RESTRICTED, SECRET, WIDE, Desk, all_text, name, who


def test_names_takes_public_records_and_names_them(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", "缪屿", name("Little Owl", "alias"), name("Real Secret", "real"),
        name("owl_99", "screen"),
        sex="female", ethnicity="tibetan", age="30", birth="1990-05-17", disability="yes",
        terms=[
            {"vocabulary": "occupation", "raw": "lawyer", "term": "lawyer"},
            {"vocabulary": "occupation", "raw": "keeper of owls"},
            {"vocabulary": "religion", "term": "unknown"},
            {"vocabulary": "vulnerability", "raw": "secret illness"},
        ],
    )  # fmt: skip
    case = desk.case(person, title="Working title")
    event = desk.event(
        case, "sentenced", person, date="2020-02-06", measure="criminal", place_text="Wuhan",
        assertion="reported",
        lists={
            "charges": [{"raw": "寻衅滋事", "term": "picking_quarrels"}, {"raw": "keeping owls"}],
            "terms": [{"raw": "platform:wechat", "term": "platform:wechat"}],
            "penalties": [
                {"kind": "fixed", "months": 1, "raw": "fixed:1months"},
                {"kind": "fine", "amount": 200, "currency": "CNY"},
                {"kind": "confiscation", "quantity": 12, "unit": "books"},
                {"kind": "life", "ends": "2030-01-02"},
                {"raw": "a good beating"},
            ],
        },
    )  # fmt: skip
    (shipped,) = desk.model().cases
    assert [item.text for item in shipped.people[0].name] == ["Vero Lunt", "缪屿"]
    assert "disability" not in {fact.field for fact in shipped.people[0].facts}
    model = desk.model(WIDE)
    (made,) = model.cases
    assert [item.text for item in made.people[0].name] == ["Vero Lunt", "Little Owl", "缪屿"]
    assert [(fact.field, fact.value.text(("en",))) for fact in made.people[0].facts] == [
        ("sex", "Female"),
        ("birth", "1990"),
        ("age", "30"),
        ("ethnicity", "Tibetan"),
        ("disability", "Yes"),
        ("occupation", "Lawyer"),
        ("occupation", "keeper of owls"),
    ]
    (told,) = made.events
    assert (told.date, told.type, told.place) == ("2020-02-06", both("Sentenced", "判刑"), "Wuhan")
    assert told.measure == both("Criminal detention", "刑事拘留")
    assert [charge.text(("zh-Hans",)) for charge in told.charges] == ["寻衅滋事罪", "keeping owls"]
    assert [penalty.text(("en",)) for penalty in told.penalties] == [
        "1 month in prison", "Fine, 200 CNY", "Confiscation, 12 books",
        "Life imprisonment, until 2 January 2030", "a good beating",
    ]  # fmt: skip
    assert told.terms == (both("WeChat", "微信"),)
    assert who(told) == ["Victim: Vero Lunt"]
    assert told.who[0].name.text(("zh-Hans",)) == "缪屿"
    assert desk.records[event].id not in all_text(model)
    assert codec.write(model.summary) == {
        "cases": 1,
        "people": 1,
        "events": 1,
        "labelled": 0,
        "groups": 0,
        "groups_labelled": 0,
    }
    for secret in ("Real Secret", "owl_99", "1990-05", "illness", "Working title", case, person):
        assert secret not in model.canonical().decode("utf-8")


def test_labels_takes_restricted_records_and_names_nobody(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", level=None, age="34", birth="1990", terms=[{"vocabulary": "occupation", "raw": "owls"}]
    )
    group = desk.party("The Larks", kind="group", size="12", level=None)
    court = desk.party("County Court", kind="authority", level=None)
    hidden = desk.party("Odal Brisk", level=SECRET)
    case = desk.case(
        person, group, hidden, level=None, narrative="Vero Lunt and Odal Brisk at the County Court"
    )
    desk.review(case, "narrative", LABELS)
    desk.event(
        case, "something strange", person, group, (court, "tried_by"), (hidden, "witness"),
        level=None, date="2020-02-06", lists={"charges": [{"raw": "Vero Lunt's charge"}]},
    )  # fmt: skip
    made = desk.redact(LABELS)
    (told,) = made.model.cases
    assert [(p.name[0].text, [(f.field, f.value.text(("en",))) for f in p.facts]) for p in told.people] == [
        ("Person A", [("age", "30–39")]),
        ("Group A", [("kind", "Group"), ("size", "12")]),
    ]
    (event,) = told.events
    assert (event.date, event.type.text(("en",)), [charge.text(("en",)) for charge in event.charges]) == (
        "2020-02",
        "Other",
        ["Other"],
    )
    assert who(event) == ["Victim: Group A", "Victim: Person A", "Tried by: County Court"]
    assert told.texts == ("Person A and [person] at the County Court",)
    assert made.left_out == {LeftOut.PERSON: 2, LeftOut.WORDS: 3}
    desk.reviews.clear()  # it was reviewed for the other profile
    with pytest.raises(NothingToPublish):
        desk.redact(NAMES)


def test_labels_tells_no_words_that_no_vocabulary_knows(desk: Desk) -> None:
    person = desk.party("Vero Lunt", age="about 34")
    case = desk.case(person)
    desk.event(
        case, "sentenced", person, date="2020",
        lists={
            "charges": [{"raw": "unknown"}, {"raw": ""}],
            "penalties": [
                {"kind": "confiscation", "quantity": 12, "unit": "books of Lunt"},
                {"kind": "confiscation", "quantity": 312, "unit": "books"},
                {"kind": "admin_detention", "quantity": 10, "unit": "天"},
                {"kind": "fixed", "months": 54},
                {"kind": "fixed", "months": 180, "ends": "early June 2035"},
                {"kind": "unknown"},
                {"raw": "a good beating"},
            ],
        },
    )  # fmt: skip
    (told,) = desk.model(LABELS).cases
    assert told.people[0].facts == ()
    assert told.events[0].charges == ()
    assert [penalty.text(("zh-Hans",)) for penalty in told.events[0].penalties] == [
        "没收，12", "没收，312册", "行政拘留，10天", "有期徒刑4年6个月", "有期徒刑15年，至2035年6月", "其他",
    ]  # fmt: skip
    assert [penalty.text(("en",)) for penalty in told.events[0].penalties] == [
        "Confiscation, 12", "Confiscation, 312 books", "Administrative detention, 10 days",
        "4 years 6 months in prison", "15 years in prison, until June 2035", "Other",
    ]  # fmt: skip


def test_a_profile_that_omits_people_shows_what_happened_to_nobody(desk: Desk) -> None:
    rules = dict.fromkeys(NAMES.name_rules, NameRule.OMIT)
    silent = replace(NAMES, name="silent", name_rules=rules, texts=frozenset({"case.narrative"}))
    person = desk.party("Vero Lunt")
    case = desk.case(person, narrative="Vero Lunt left.")
    desk.event(case, "detained", person, date="2020")
    statement = desk.event(desk.case(), "statement", date="2021", summary="No text of this profile.")
    for record, field in ((case, "narrative"), (statement, "summary")):
        desk.review(record, field, silent)
    made = desk.redact(silent)
    assert [(case.people, case.texts) for case in made.model.cases] == [((), ()), ((), ("[person] left.",))]
    assert [event.date for event in made.model.cases[0].events] == ["2021"]
    assert made.left_out == {LeftOut.PERSON: 1, LeftOut.EVENT: 1}


def test_what_is_not_public_leaves_no_trace_under_names(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    case = desk.case(person, hidden)
    desk.event(case, "detained", person, (hidden, "lawyer"), date="2020")
    seen = desk.model()
    assert who(seen.cases[0].events[0]) == ["Victim: Vero Lunt"]
    desk.event(case, "tortured", hidden, (person, "witness"), date="2021")
    desk.event(case, "released", person, level=None, date="2021")
    left = desk.redact()
    assert left.model.cases == seen.cases
    assert left.left_out == {LeftOut.PERSON: 2, LeftOut.EVENT: 2}


def test_an_event_without_victims_is_about_whoever_took_part(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    case = desk.case(person)
    desk.event(case, "statement", (hidden, "spokesperson"), date="2019")
    desk.event(case, "statement", (hidden, "source"), date="2020")
    desk.event(case, "statement", (person, "spokesperson"), (hidden, "witness"), date="2021")
    desk.event(case, "statement", date="2022")
    assert [(event.date, who(event)) for event in desk.model().cases[0].events] == [
        ("2020", []),
        ("2021", ["Spokesperson: Vero Lunt"]),
        ("2022", []),
    ]


def test_an_event_that_names_nobody_is_about_the_people_of_its_case(desk: Desk) -> None:
    """A table can bring events without people: they happened to whom the case is about."""
    hidden, court = desk.party("Odal Brisk", level=None), desk.party("County Court", kind="authority")
    case = desk.case(hidden, (court, "tried_by"))
    desk.event(case, "detained", date="2019")
    desk.event(case, "tried", (court, "tried_by"), date="2020")
    desk.event(case, "interrogated", (hidden, "source"), date="2021")
    shown = desk.told(desk.party("Vero Lunt"), hidden)
    desk.event(shown, "released", date="2022")
    desk.event(desk.case(), "protest", date="2023")
    desk.event(desk.case((hidden, "source")), "raid", date="2024")
    made = desk.redact()
    dates = [[event.date for event in case.events] for case in made.model.cases]
    assert dates == [["2020-02-06", "2022"], ["2023"], ["2024"]]
    assert made.left_out[LeftOut.EVENT] == 3
    assert "County Court" not in all_text(made.model)


def test_what_concerns_somebody_hidden_alone_stays_behind_though_others_took_part(desk: Desk) -> None:
    """It happened to nobody, and yet it is the event of whom it concerns."""
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    body = desk.party("Council of Rivers", kind="authority")
    case = desk.case(person, hidden)
    desk.event(case, "intervention", (hidden, "concerned"), (body, "ordered"), date="2020")
    desk.event(case, "intervention", (person, "concerned"), (body, "ordered"), date="2021")
    assert [event.date for event in desk.model().cases[0].events] == ["2021"]


def test_a_hidden_list_of_participants_does_not_let_a_hidden_victims_event_out(desk: Desk) -> None:
    person, hidden = desk.party("Vero Lunt"), desk.party("Odal Brisk", level=None)
    case = desk.case(person)
    shown = desk.event(case, "detained", person, date="2020")
    kept = desk.event(case, "released", hidden, date="2021")
    for event in (shown, kept):
        desk.set_level(event, SECRET, "parties")
    assert [(event.date, event.who) for event in desk.model().cases[0].events] == [("2020", ())]


@pytest.mark.parametrize("where", ["record", "names"])
def test_a_person_is_as_visible_as_record_and_names_together(desk: Desk, where: str) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    desk.set_level(person, RESTRICTED, where)
    case = desk.case(person, other)
    desk.event(case, "detained", person, date="2020")
    assert [p.name[0].text for p in desk.model().cases[0].people] == ["Odal Brisk"]
    assert desk.model().cases[0].events == ()


def test_each_field_has_its_own_level(desk: Desk) -> None:
    person = desk.party(
        "Vero Lunt", sex="female", ethnicity="tibetan", terms=[{"vocabulary": "cause", "raw": "owls"}]
    )
    case = desk.case(person)
    event = desk.event(
        case, "detained", person, date="2020", measure="criminal", place_text="Wuhan", assertion="reported",
        lists={"charges": [{"raw": "x"}], "terms": [{"raw": "y"}], "penalties": [{"raw": "z"}]},
    )  # fmt: skip
    for field in ("sex", "terms"):
        desk.set_level(person, RESTRICTED, field)
    for field in ("date", "measure", "facility", "place_text", "assertion", "charges", "terms", "penalties"):
        desk.set_level(event, SECRET, field)
    (made,) = desk.model().cases
    assert [fact.field for fact in made.people[0].facts] == ["ethnicity"]
    assert made.events[0] == Event(date="", type=both("Detained", "羁押"), who=made.events[0].who)
    # A public field of a restricted record stays.
    desk.set_level(event, PUBLIC, "date")
    desk.set_level(event, RESTRICTED, "record")
    assert desk.model().cases[0].events == ()


def test_a_case_without_a_level_is_a_folder_and_shows_whom_its_events_show(desk: Desk) -> None:
    person, relative = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, (relative, "relative"), level=None)
    desk.event(case, "detained", person, date="2020")
    assert [p.name[0].text for p in desk.model().cases[0].people] == ["Vero Lunt"]
    desk.set_level(case, RESTRICTED, "record")
    with pytest.raises(NothingToPublish):
        desk.model()
    desk.case(desk.party("Tamsin Quell"))
    assert desk.redact().left_out == {LeftOut.CASE: 1}


def test_sources_are_shown_nowhere(desk: Desk) -> None:
    person, source = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, (source, "消息来源"))
    desk.event(case, "detained", person, (source, "source"), date="2020")
    record = desk.other(Kind.SOURCE, code_name="Kingfisher", title="Interview at the mill")
    desk.other(Kind.SOURCE, title="Notes")
    desk.set(case, narrative="Kingfisher said so (interview at the mill). Notes follow.")
    assert desk.decide(case, "narrative", How.LABEL)
    (made,) = desk.model().cases
    assert [p.name[0].text for p in made.people] == ["Vero Lunt"]
    assert who(made.events[0]) == ["Victim: Vero Lunt"]
    assert made.texts == ("[person] said so ([person]). Notes follow.",)
    assert desk.records[record].kind is Kind.SOURCE


@pytest.mark.parametrize(
    "role", ["Source (confidential)", "our source", "线人", "消息来源（保密）", "信源", "grandfather"]
)
@pytest.mark.parametrize("profile", [NAMES, LABELS])
def test_nobody_is_shown_in_a_role_that_no_vocabulary_knows(desk: Desk, role: str, profile: Profile) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person, (other, role))
    event = desk.event(case, "detained", person, (other, role), date="2020")
    made = desk.redact(profile)
    (told,) = made.model.cases
    assert len(told.people) == len(told.events[0].who) == 1
    assert "Brisk" not in made.model.canonical().decode()
    assert made.left_out == {LeftOut.ROLE: 2}
    assert made.where == {LeftOut.ROLE: (case, event)}


def test_an_event_that_concerns_nobody_but_those_in_unknown_roles_stays_behind(desk: Desk) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case(person)
    desk.event(case, "tortured", (other, "the beaten one"), date="2019")
    desk.event(case, "statement", (other, "the beaten one"), (person, "witness"), date="2020")
    desk.event(case, "statement", (other, "the beaten one"), (person, ""), date="2021")
    made = desk.redact()
    assert [(event.date, who(event)) for event in made.model.cases[0].events] == [
        ("2020", ["Participant: Vero Lunt"]),
        ("2021", ["Participant: Vero Lunt"]),
    ]
    assert made.left_out == {LeftOut.ROLE: 2, LeftOut.EVENT: 1}


def test_a_role_of_the_desks_own_is_shown_unless_it_is_worded_like_a_withheld_one(desk: Desk) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    for code, label in (
        ("x_cook", "Cook"),
        ("x_friend", "Inside source"),
        ("x_source", "Friend"),
        ("x_zh", "提供信息者甲"),
    ):
        desk.other(Kind.TERM, vocabulary="role", code=code, labels={"en": label})
    case = desk.case(person)
    desk.event(
        case, "detained", person, (other, "cook"), (other, "x_friend"), (other, "x_source"), (other, "x_zh"),
        (person, "unknown"), date="2020",
    )  # fmt: skip
    made = desk.redact(added=[other])
    assert who(made.model.cases[0].events[0]) == ["Victim: Vero Lunt", "Cook: Odal Brisk", "Other: Vero Lunt"]
    assert made.left_out == {LeftOut.ROLE: 3}


@pytest.mark.parametrize(
    ("code", "label", "role"),
    [("x_helper", "Victim", "victim"), ("x_helper", "victim", "受害人"), ("witness", "victim", "Victim")],
)
def test_a_term_of_the_desk_does_not_make_another_of_a_hidden_victim(
    desk: Desk, code: str, label: str, role: str
) -> None:
    hidden, lawyer = desk.party("Odal Brisk", level=SECRET), desk.party("Vero Lunt")
    case = desk.case(lawyer)
    desk.event(case, "detained", (hidden, role), (lawyer, "lawyer"), date="2020")
    desk.other(Kind.TERM, vocabulary="role", code=code, labels={"en": label, "zh-Hans": "受害人"})
    assert desk.model().cases[0].events == ()


@pytest.mark.parametrize("role", ["detainee", "受害者", "the one who was beaten", "captive", "unknown", ""])
def test_who_is_hidden_in_a_role_of_other_words_may_be_the_victim(desk: Desk, role: str) -> None:
    hidden, lawyer = desk.party("Odal Brisk", level=SECRET), desk.party("Vero Lunt")
    desk.other(Kind.TERM, vocabulary="role", code="x_captive", labels={"en": "Captive"})
    case = desk.case(lawyer)
    desk.event(case, "detained", (hidden, role), (lawyer, "lawyer"), date="2020")
    desk.event(case, "released", (hidden, role), (lawyer, "victim"), date="2021")
    desk.event(case, "statement", (lawyer, role), (lawyer, "lawyer"), date="2022")
    desk.event(case, "statement", (hidden, "witness"), (lawyer, "lawyer"), date="2023")
    assert [event.date for event in desk.model().cases[0].events] == ["2021", "2022", "2023"]


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_sensitive_topics_are_told_only_where_a_profile_names_them(desk: Desk, topic: str) -> None:
    person = desk.party(
        "Vero Lunt",
        terms=[
            {"vocabulary": name, "term": code}
            for code in sorted(TOPICS[topic])
            for name in ("cause", "occupation")
            if vocabulary.load(name).exact(code) is not None
        ],
    )
    case = desk.case(person)
    desk.event(case, "detained", person)
    for code in sorted(TOPICS[topic]):
        words = [code] if vocabulary.load(vocabulary.EVENT_TERM).find(code) else []
        desk.event(case, code, person, lists={"terms": [{"raw": word, "term": word} for word in words]})
    known = [
        term
        for name in ("event_type", vocabulary.EVENT_TERM, "cause", "occupation")
        for code in TOPICS[topic]
        if (term := vocabulary.load(name).find(code)) is not None
    ]
    assert known
    kept_back = desk.redact()
    told = desk.redact(replace(NAMES, sensitive=frozenset({topic}))).model.canonical().decode()
    for term in known:
        assert term.label(ENGLISH) not in kept_back.model.canonical().decode()
        assert term.label(ENGLISH) in told
    assert kept_back.left_out[LeftOut.SENSITIVE] >= len(known)


_HEALTH = ("Hospital", "Psychiatric hospital", "Drug detention centre", "Ankang", "ward", "drug detention")


@pytest.mark.parametrize("profile", [NAMES, LABELS], ids=lambda profile: profile.name)
@pytest.mark.parametrize("kind", ["hospital", "psychiatric_hospital", "drug_centre"])
def test_where_the_ill_are_held_is_told_only_where_a_profile_tells_of_health(
    desk: Desk, profile: Profile, kind: str
) -> None:
    """Whether the event says so, or its place is of that kind: neither its word nor its name goes out."""
    county = desk.place("Northbank", "county")
    person = desk.party("Vero Lunt")
    case = desk.case(person)
    desk.event(case, "detained", person, date="2020", facility=kind, measure="forced_treatment")
    for made in (
        desk.place("Ankang House", kind, parent=county),
        desk.place("Ankang Hospital", "other", parent=county),
        desk.place("Ankang house of rest", "guarded hospital ward", parent=county),
    ):
        desk.event(case, "transferred", person, date="2021", place=made)
    desk.event(
        case, "imprisoned", person, date="2022", facility="a hospital ward", place_text="Ankang Hospital"
    )
    kept_back = desk.redact(profile)
    said = all_text(kept_back.model)
    assert not [word for word in _HEALTH if word in said]
    assert "Detained" in said
    assert said.count("Northbank") == 3, "what it lies in is told in its place"
    assert kept_back.left_out[LeftOut.SENSITIVE] >= 3
    told = all_text(desk.redact(replace(profile, sensitive=frozenset({"health"}))).model)
    assert "Ankang House" in told


def test_a_desks_own_term_is_of_the_topic_that_it_counts_as(desk: Desk) -> None:
    """So is one that a shipped term was merged into, and one whose words are kept back."""
    person = desk.party("Vero Lunt")
    case = desk.case(person)
    for of, code, into in (
        ("event_type", "x_outrage", "sexual_violence"),
        ("method", "x_stripping", "strip_search"),
        ("place_kind", "x_asylum", "psychiatric_hospital"),
    ):
        label = {"en": code.removeprefix("x_").capitalize()}
        desk.other(Kind.TERM, PUBLIC, label, vocabulary=of, code=code, retired=True, into=into)
    desk.other(Kind.TERM, PUBLIC, {"en": "Frailty"}, vocabulary="circumstance", code="x_frailty")
    desk.other(
        Kind.TERM,
        PUBLIC,
        {"en": "Ill"},
        vocabulary="circumstance",
        code="ill",
        retired=True,
        into="x_frailty",
    )
    desk.other(
        Kind.TERM,
        SECRET,
        {"en": "Hurt"},
        vocabulary="event_type",
        code="x_hurt",
        retired=True,
        into="hospitalised",
    )
    desk.event(case, "x_outrage", person, date="2020")
    desk.event(case, "x_hurt", person, date="2021")
    lists = {"terms": [{"term": "x_stripping", "raw": "x"}, {"term": "x_frailty", "raw": "x"}]}
    desk.event(case, "detained", person, date="2022", facility="x_asylum", lists=lists)
    (told,) = desk.redact().model.cases
    (event,) = told.events
    assert (event.type.text(ENGLISH), event.facility, event.terms) == ("Detained", None, ())
    everything = desk.redact(replace(NAMES, sensitive=frozenset(TOPICS))).model.cases[0].events
    assert len(everything) == 3


def test_own_words_for_what_is_never_printed_are_not_printed_either(desk: Desk) -> None:
    """A role by which a source is meant, and what was found to be untrue, by what they count as."""

    def term(of: str, code: str, into: str) -> None:
        desk.other(Kind.TERM, PUBLIC, {"en": code}, vocabulary=of, code=code, retired=True, into=into)

    desk.other(Kind.TERM, PUBLIC, {"en": "Fireside guest"}, vocabulary="role", code="x_guest")
    desk.other(Kind.TERM, PUBLIC, {"en": "Idle talk"}, vocabulary="assertion", code="x_idle")
    term("role", "source", "x_guest")
    term("assertion", "refuted", "x_idle")
    person = desk.party("Vero Lunt")
    case = desk.case(person)
    desk.event(case, "detained", person, (person, "x_guest"), date="2020")
    desk.event(case, "beaten", person, date="2021", assertion="x_idle")
    made = desk.redact(replace(NAMES, fields=NAMES.fields - {"event.assertion"}))
    (told,) = made.model.cases
    assert [(event.date, who(event)) for event in told.events] == [("2020", ["Victim: Vero Lunt"])]
    assert (made.left_out[LeftOut.ROLE], made.left_out[LeftOut.REFUTED]) == (1, 1)


def test_a_sheet_is_about_the_persons_concerned_alone(desk: Desk) -> None:
    """Lawyer, sister and police are no people that a case is about, nor whoever nobody gave a role."""
    names = ("Vero Lunt", "Odal Brisk", "Sela Lunt", "Mo Wend", "Moss Quell")
    subject, lawyer, sister, unstated, hurt = (desk.party(name) for name in names)
    police = desk.party("County police", kind="authority")
    case = desk.case(subject, (lawyer, "lawyer"), (sister, "relative"), (police, "authority"), (unstated, ""))
    desk.event(case, "detained", subject, (police, "arrested_by"))
    desk.event(case, "family_reprisal", sister, date="2021")
    desk.event(case, "beaten", hurt, date="2022")  # somebody else to whom something happened
    (told,) = desk.model().cases
    assert {person.name[0].text for person in told.people} == {"Vero Lunt", "Moss Quell"}
    assert "Sela Lunt" not in all_text(desk.model())
    (told,) = desk.redact(added=[sister]).model.cases
    assert ["Victim: Sela Lunt"] in [who(event) for event in told.events]
    assert {person.name[0].text for person in told.people} == {"Vero Lunt", "Moss Quell"}
    assert "Mo Wend" not in all_text(desk.model())
    assert "Odal Brisk" not in all_text(desk.model())


def test_a_case_that_states_no_role_is_about_those_to_whom_its_events_happened(desk: Desk) -> None:
    person, other = desk.party("Vero Lunt"), desk.party("Odal Brisk")
    case = desk.case((person, ""), (other, ""))
    desk.event(case, "detained", person)
    (told,) = desk.model().cases
    assert [item.name[0].text for item in told.people] == ["Vero Lunt"]


@pytest.mark.parametrize("profile", [NAMES, LABELS])
@pytest.mark.parametrize("in_case", ["subject", ""])
def test_nobody_is_printed_as_a_witness(desk: Desk, profile: Profile, in_case: str) -> None:
    """Whoever saw what was done to somebody may have told it, and the next visit is to them."""
    victim, saw = desk.party("Odal Brisk"), desk.party("Vero Lunt")
    case = desk.case(victim, (saw, in_case))
    desk.event(case, "detained", victim, (saw, "witness"), date="2020")
    desk.event(case, "beaten", victim, (saw, "victim"), (saw, "witness"), date="2021")
    made = desk.redact(profile, added=[saw])
    first, second = made.model.cases[0].events
    assert [part.role.text(("en",)) for part in first.who] == ["Victim", "Participant"]
    assert [part.role.text(("en",)) for part in second.who] == ["Victim", "Victim"]
    assert b"itness" not in made.model.canonical()
    assert "证人" not in made.model.canonical().decode()


def test_a_term_of_the_desk_that_is_worded_like_witness_waits_for_a_decision(desk: Desk) -> None:
    desk.other(Kind.TERM, vocabulary="role", code="x_saw", labels={"en": "Witness of it"})
    victim, saw = desk.party("Odal Brisk"), desk.party("Vero Lunt")
    case = desk.case(victim, saw)
    desk.event(case, "detained", victim, (saw, "x_saw"), date="2020")
    made = desk.redact()
    assert made.left_out[LeftOut.ROLE] == 1
    assert b"itness" not in made.model.canonical()
