"""What counts of many answers: compared with a rule that looks at each day, and held to the strict side."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.errors import HrdDeskError, InvalidValue
from hrddesk.records.dates import dates
from hrddesk.records.model.kinds import CONSENTS, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.rules import consents
from hrddesk.records.rules.consents import LADDER, Consent, ConsentState, current, keeps_out, loosens

TODAY = date(2026, 6, 15)
DAYS = [(TODAY + timedelta(days=days)).isoformat() for days in (-40, -3, -1, 0, 1, 30)]
AHEAD = [(dates.newest_day() + timedelta(days=days)).isoformat() for days in (400, 900)]
ENTRY = st.fixed_dictionaries(
    {"consent": st.sampled_from(["yes", "refused", "withdrawn", "not_asked", "cannot_be_asked"])},
    optional={
        "purpose": st.sampled_from(LADDER),
        "pictures": st.just(value=True),
        "given_by": st.sampled_from(["self", "guardian"]),
        "date": st.sampled_from([*DAYS, *AHEAD]),
        "until": st.sampled_from(DAYS),
    },
)


def person(*entries: Element) -> Record:
    return Record(kind=Kind.PARTY, id=RecordId("1" * 32)).with_elements(CONSENTS, entries)


def yes(purpose: str = "with_name", day: str = "2026-01-05", **more: str | bool) -> Element:
    return {"consent": "yes", "purpose": purpose, "given_by": "self", "date": day, **more}


def brute(entries: list[dict[str, str]]) -> tuple[int, int, bool]:
    """Return whether it refuses (0), how far it reaches, whether to pictures: by hand, without the module."""
    answers = [item for item in entries if item["consent"] in ("yes", "refused", "withdrawn")]
    if not answers:
        return (2, 0, False)
    ahead = [item for item in answers if item.get("date") in AHEAD]
    begun = [item for item in answers if item not in ahead]
    last = max((item["date"] for item in begun if "date" in item), default="")
    counts = [item for item in begun if item.get("date", last) == last] + ahead
    found = []
    for item in counts:
        agreed = item["consent"] == "yes"
        holds = agreed and item.get("until", "9999") >= TODAY.isoformat()
        rung = LADDER.index(item.get("purpose", "inside")) + 1 if agreed else 0
        found.append((int(holds), rung, bool(holds and item.get("pictures"))))
    opens, rung = min(item[:2] for item in found)
    if opens and not begun:
        return (2, rung, False)
    return (opens, rung, all(item[2] for item in found))


@given(st.lists(ENTRY, max_size=5))
def test_the_latest_answer_counts_and_of_two_the_stricter(entries: list[dict[str, str]]) -> None:
    found = current(person(*entries), TODAY)
    refuses = 2 if found.state is ConsentState.MISSING else int(not found.refuses)
    rung = LADDER.index(found.purpose) + 1 if found.purpose else 0
    assert (refuses, rung, found.pictures) == brute(entries)
    assert current(person(*reversed(entries)), TODAY) == found


@given(st.lists(ENTRY, min_size=1, max_size=4), ENTRY)
def test_an_answer_that_loosens_nothing_opens_nothing(entries: list[Element], more: Element) -> None:
    ours, other = person(*entries), person(*entries, more)
    if not loosens(ours, other):
        before, after = current(ours, TODAY), current(other, TODAY)
        assert before.state is ConsentState.MISSING or all(
            before.reaches(rung) or not after.reaches(rung) for rung in LADDER
        )
        assert before.state is ConsentState.MISSING or before.pictures or not after.pictures


def test_of_two_yeses_of_one_day_the_one_without_pictures_holds_for_pictures() -> None:
    for more, less in (("with_name", "without_name"), ("without_name", "with_name")):
        found = current(person(yes(more), yes(less, pictures=True)), TODAY)
        assert (found.purpose, found.pictures) == ("without_name", False)


def test_a_yes_reaches_its_rung_until_its_last_day() -> None:
    asked = person(yes("state", until="2026-06"))
    assert [current(asked, TODAY).reaches(rung) for rung in LADDER] == [True, True, True, False, False]
    assert current(asked, date(2026, 6, 30)).state is ConsentState.YES
    expired = current(asked, date(2026, 7, 1))
    assert (expired.state, expired.refuses, expired.reaches("inside")) == (ConsentState.EXPIRED, True, False)
    assert keeps_out(asked)  # it never was for the public


def test_only_a_newer_answer_replaces_one_that_refuses() -> None:
    withdrawn: Element = {"consent": "withdrawn", "given_by": "self", "date": "2026-03-01"}
    for later in (
        yes(day="2026-03-01"),
        yes(day="2026"),
        yes(day="around 2026"),
        {"consent": "cannot_be_asked", "basis": "campaign", "source": "2" * 32, "date": "2026-05-01"},
    ):
        assert current(person(withdrawn, later), TODAY).state is ConsentState.WITHDRAWN, later
    assert current(person(withdrawn, yes(day="2026-03-02")), TODAY).reaches("with_name")


def test_an_answer_whose_day_has_not_come_replaces_none() -> None:
    """No form takes one; another desk may send it."""
    ahead = (dates.newest_day() + timedelta(days=400)).isoformat()
    refused: Element = {"consent": "refused", "given_by": "self", "date": "2020-01-05"}
    assert current(person(refused, yes(day=ahead)), TODAY).state is ConsentState.REFUSED
    withdrawn: Element = {"consent": "withdrawn", "given_by": "self", "date": ahead}
    assert current(person(yes(day="2020-01-05"), withdrawn), TODAY).state is ConsentState.WITHDRAWN


def test_a_yes_whose_day_has_not_come_allows_nothing_and_narrows_at_once() -> None:
    ahead = (dates.newest_day() + timedelta(days=400)).isoformat()
    alone = person(yes(day=ahead, pictures=True))
    found = current(alone, TODAY)
    assert (found.state, found.pictures, found.refuses, found.is_unanswered) == (
        *(ConsentState.MISSING, False, False),
        False,
    )
    assert not any(found.reaches(rung) for rung in LADDER)
    assert not keeps_out(alone)
    assert keeps_out(person(yes("state", day=ahead)))
    assert current(person(yes(day=ahead, until="2026-01")), TODAY).state is ConsentState.EXPIRED
    before = person(yes(day="2020-01-05"), yes("without_name", day=ahead))
    assert current(before, TODAY).reaches("without_name")
    assert not current(before, TODAY).reaches("with_name")
    assert loosens(alone, person(yes(day="2020-01-05")))
    assert not loosens(alone, alone)
    assert loosens(person(yes("state", day=ahead)), person(yes(day=ahead)))


def test_nobody_asked_is_no_answer_and_a_basis_cites_a_document() -> None:
    assert current(person(), TODAY) == Consent()
    based: Element = {"consent": "cannot_be_asked", "basis": "campaign", "source": "2" * 32}
    assert current(person({"consent": "not_asked"}, based), TODAY).bases == (RecordId("2" * 32),)


def test_what_no_rule_knows_refuses() -> None:
    assert current(person({"consent": "perhaps", "date": "2026-01-01"}), TODAY).state is ConsentState.REFUSED
    assert current(person(yes("everything")), TODAY).purpose == "inside"
    assert current(person(yes(until="when she says so")), TODAY).state is ConsentState.EXPIRED


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ({}, "consent"),
        ({"consent": "perhaps"}, "consent"),
        ({"consent": "unknown"}, "consent"),
        ({**yes(), "given_by": ""}, "given_by"),
        ({**yes(), "given_by": "neighbour"}, "given_by"),
        ({**yes(), "purpose": ""}, "purpose"),
        ({**yes(), "purpose": "press"}, "purpose"),
        ({**yes(), "date": ""}, "date"),
        ({**yes(), "date": "soon"}, "date"),
        ({**yes(), "date": "2026-13"}, "date"),
        ({**yes(), "date": "2999"}, "date"),
        ({**yes(), "until": "2025"}, "until"),
        ({**yes(), "basis": "campaign", "source": "2" * 32}, "basis"),
        ({"consent": "refused", "given_by": "self", "date": "2026", "purpose": "inside"}, "purpose"),
        ({"consent": "refused", "given_by": "self", "date": "2026", "until": "2027"}, "until"),
        ({"consent": "not_asked", "given_by": "self"}, "given_by"),
        ({"consent": "not_asked", "pictures": True}, "pictures"),
        ({"consent": "not_asked", "basis": "campaign"}, "source"),
        ({"consent": "not_asked", "basis": "rumour", "source": "2" * 32}, "basis"),
        ({"consent": "not_asked", "source": "2" * 32}, "source"),
    ],
)
def test_what_cannot_be_is_refused(entry: Element, field: str) -> None:
    with pytest.raises(HrdDeskError) as error:
        consents.checked(entry)
    assert error.value.details["field"] == field


def test_words_become_codes() -> None:
    made = consents.checked({**yes(), "given_by": "家属", "purpose": "Public, with name", "pictures": False})
    assert (made["given_by"], made["purpose"], "pictures" in made) == ("next_of_kin", "with_name", False)
    with pytest.raises(InvalidValue):
        consents.checked({**yes(), "given_by": "未询问"})
