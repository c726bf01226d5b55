"""What an issue says has changed, and what it keeps to itself."""

from dataclasses import replace
from datetime import date

import pytest

from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.issue import Before, Issue, Turn
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.passages.wording import How
from hrddesk.redact.people.changes import Follows, Snapshot
from hrddesk.redact.profile.profiles import LABELS, NAMES
from hrddesk.redact.publication.redaction import Redaction
from tests.unit.redact.invented import SECRET, Desk
from tests.unit.redact.publication.test_listing import fixed, sentence

BEFORE = Before(1, date(2021, 1, 31), "ab" * 32)


def after(made: Redaction, *, corrects: bool = False) -> Follows:
    """Return what follows a publication, as the vault keeps it."""
    used = frozenset(made.labels.values())
    return Follows(
        before=BEFORE,
        snapshot=codec.load(Snapshot, codec.canonical(made.snapshot)),
        corrects=corrects,
        labels=made.labels,
        used=used,
    )


def issue(model: RedactedModel) -> Issue:
    assert model.issue is not None
    assert RedactedModel.from_bytes(model.canonical()) == model
    return model.issue


def turns(model: RedactedModel) -> list[tuple[str, Turn]]:
    """Return who has changed, by name."""
    return [
        (model.cases[change.case].people[change.person].name[0].text, change.turn)
        for change in issue(model).changes
    ]


def test_each_turn_is_told_once_and_in_order() -> None:
    desk = Desk()
    people = {name: desk.party(name) for name in ("Ansel", "Berta", "Cyril", "Doreen", "Edgar", "Felix")}
    cases = {name: desk.told(party) for name, party in people.items()}
    sentence(desk, cases["Ansel"], fixed(36), people["Ansel"])
    before = after(desk.redact())
    assert turns(desk.redact(follows=before).model) == []
    sentence(desk, cases["Ansel"], fixed(72), people["Ansel"], date="2021-02", what="sentence_changed")
    desk.event(cases["Berta"], "released", people["Berta"], date="2021-03")
    desk.event(cases["Cyril"], "died_in_custody", people["Cyril"], date="2021-04")
    desk.event(cases["Doreen"], "parole", people["Doreen"], date="2021-04", assertion="refuted")
    desk.set(people["Edgar"], sex="male")
    desk.told(desk.party("Gerda"))
    assert turns(desk.redact(follows=before).model) == [
        ("Cyril", Turn.DIED),
        ("Berta", Turn.RELEASED),
        ("Gerda", Turn.NEW),
        ("Ansel", Turn.SENTENCE),
        ("Doreen", Turn.CHANGED),
        ("Edgar", Turn.CHANGED),
    ]


def test_nothing_is_told_of_what_changed_for_who_bears_a_label_in_either_issue() -> None:
    desk = Desk()
    ansel, berta, cyril = (desk.party(name) for name in ("Ansel", "Berta", "Cyril"))
    cases = [desk.told(party) for party in (ansel, berta, cyril)]
    before = after(desk.redact(label=[ansel, cyril]))
    for case, party in zip(cases, (ansel, berta, cyril), strict=True):
        desk.event(case, "released", party, date="2021-03")
    desk.told(desk.party("Doreen", level=SECRET), desk.party("Edgar"))
    made = desk.redact(label=[berta, cyril], follows=before).model
    assert turns(made) == []  # of a release before that nothing, and of whoever is new nothing either
    assert issue(desk.redact(LABELS, follows=before).model).changes == ()


def test_whoever_bore_a_label_and_is_named_now_is_told_of_as_one_who_was_not_there() -> None:
    """Else readers who see the name for the first time know that it had a label, or that it had none."""

    def second(*, was_there: bool) -> bytes:
        desk = Desk()
        ansel, other = desk.party("Ansel"), desk.party("Berta")
        cases = [desk.told(ansel), desk.told(other)]
        before = after(desk.redact(label=[ansel, other], cases=[cases[0] if was_there else cases[1]]))
        return desk.redact(follows=before, cases=[cases[0]]).model.canonical()

    assert second(was_there=True) == second(was_there=False)


def test_nobody_is_listed_as_new_where_a_label_stood_in_a_text() -> None:
    desk = Desk()
    ansel, berta = desk.party("Ansel"), desk.party("Berta")
    case = desk.told(ansel, text="Berta wrote to Ansel.")
    desk.decide(case, "narrative", How.LABEL, berta, printed={"label": [berta]})
    first = desk.redact(label=[berta])
    assert list(first.labels) == [berta]
    desk.told(berta)
    desk.told(desk.party("Cyril"))
    made = desk.redact(follows=after(first))
    assert turns(made.model) == []


def test_what_happens_to_the_labels_of_others_is_no_change() -> None:
    desk = Desk()
    named, other = desk.party("Ansel"), desk.party("Berta")
    case = desk.told(named, other)
    before = after(desk.redact(label=[other]))
    desk.told(desk.party("Cyril"))  # another number may be dealt
    desk.event(case, "detained", other, date="2019")
    assert turns(desk.redact(label=[other], follows=before).model) == []
    assert turns(desk.redact(follows=before).model) == []


@pytest.mark.parametrize("way", ["profile", "parts"])
def test_where_other_things_are_told_of_everybody_only_turns_and_new_people_count(way: str) -> None:
    desk = Desk()
    people = [desk.party(name, sex="male") for name in ("Ansel", "Berta")]
    cases = [desk.told(party) for party in people]
    before = after(desk.redact())
    desk.event(cases[1], "released", people[1], date="2021-03")
    if way == "profile":
        made = desk.redact(replace(NAMES, fields=NAMES.fields - {"party.sex"}), follows=before)
    else:
        made = desk.redact(parts=[Chapter.TIMELINE, Chapter.LIST], follows=before)
    assert turns(made.model) == [("Berta", Turn.RELEASED)]


def test_words_that_no_vocabulary_knows_set_nobody_free() -> None:
    desk = Desk()
    person = desk.party("Ansel")
    case = desk.told(person)
    before = after(desk.redact())
    desk.event(case, "walked out of the gate", person, date="2021-03")
    assert turns(desk.redact(follows=before).model) == [("Ansel", Turn.CHANGED)]


def test_a_person_of_two_cases_is_told_of_once() -> None:
    desk = Desk()
    before = after(desk.redact(cases=[desk.told(desk.party("Ansel"))]))
    twice = desk.party("Berta")
    desk.told(twice)
    desk.told(twice, place_text="Xanadu")
    assert turns(desk.redact(follows=before).model) == [("Berta", Turn.NEW)]


def test_what_an_issue_follows_and_corrects_stands_in_it() -> None:
    desk = Desk()
    desk.told(desk.party("Ansel"))
    made = desk.redact(follows=after(desk.redact(), corrects=True)).model
    assert issue(made) == Issue(2, BEFORE, corrects=True)
    assert {"2021-01-31", "ab" * 32} <= set(made.strings())
    assert desk.redact().model.issue is None


def test_what_the_vault_keeps_of_labelled_people_is_that_they_have_a_label() -> None:
    desk = Desk()
    hidden = desk.party("Ansel")
    case = desk.told(hidden)
    sentence(desk, case, fixed(36), hidden)
    kept = codec.write(desk.redact(label=[hidden]).snapshot)["people"]
    assert kept == {hidden: {"named": False, "band": "none"}}


def test_issues_of_vaults_that_differ_in_secrets_only_are_the_same() -> None:
    def second(secret: str) -> bytes:
        desk = Desk()
        named, hidden = desk.party("Ansel"), desk.party(secret, level=SECRET)
        case = desk.told(named, hidden)
        before = after(desk.redact())
        desk.event(case, "released", named, hidden, date="2021-03")
        desk.event(case, "died", hidden, date="2021-04")
        return desk.redact(follows=before).model.canonical()

    assert second("Berta Quellor") == second("嵇旻野")


def test_a_label_of_one_series_cannot_be_linked_with_one_of_another() -> None:
    """One changed fact deals all labels anew: over many publications nobody keeps a letter."""
    desk = Desk()
    hidden: list[RecordId] = [desk.party(f"Hidden {number}", sex="male") for number in range(6)]
    cases = [desk.told(party) for party in hidden]
    letters: list[tuple[str, ...]] = []
    for number in range(8):
        desk.event(cases[0], "interrogated", hidden[0], date=f"2021-0{number + 1}")
        made = desk.redact(label=hidden)
        letters.append(tuple(made.labels[party].said("en") for party in hidden))
    for place in zip(*letters, strict=True):
        assert len(set(place)) > 1
    assert len(set(letters)) == len(letters)


def test_a_label_stays_along_a_series() -> None:
    desk = Desk()
    hidden = [desk.party(f"Hidden {number}", sex="male") for number in range(6)]
    cases = [desk.told(party) for party in hidden]
    made = desk.redact(label=hidden)
    first = made.labels
    for number in range(4):
        desk.event(cases[0], "interrogated", hidden[0], date=f"2021-0{number + 1}")
        made = desk.redact(label=hidden, follows=after(made))
        assert made.labels == first
