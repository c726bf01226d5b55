"""Labels depend on what is published and on nothing else."""

import random

from hypothesis import example, given
from hypothesis import strategies as st

from hrddesk.records.model.record import RecordId
from hrddesk.redact.people import labels
from hrddesk.redact.people.labels import Sharing
from tests.languages import both

_LANGUAGES = ("en", "zh-Hans")


def test_the_labels_of_a_publication_are_dealt_as_they_were_before() -> None:
    """Another deal in a later version would link or confuse issues of one series: this one is kept."""
    parties = [RecordId(str(number)) for number in range(8)]
    made = labels.numbered(parties, dict.fromkeys(parties, "person"), b"content")
    assert "".join(made[party].said("en")[-1] for party in parties) == "AGDFHBCE"


def test_letters_go_on_behind_z() -> None:
    assert [labels.letters(number) for number in (0, 1, 25, 26, 51, 52, 701, 702)] == [
        "A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_labels_say_person_group_organisation_or_authority() -> None:
    assert labels.PersonLabel("person", 0).within(_LANGUAGES) == both("Person A", "人员A")
    assert labels.PersonLabel("person", 1).within(_LANGUAGES) == both("Person B", "人员B")
    assert labels.PersonLabel("group", 0).said("en") == "Group A"
    assert labels.PersonLabel("organisation", 0).said("zh-Hans") == "机构A"
    assert labels.blank("authority", _LANGUAGES) == both("Authority ?", "机关?")


def test_each_kind_is_counted_by_itself() -> None:
    parties = [RecordId(str(number)) for number in range(6)]
    kinds = dict(zip(parties, ["person", "group", "", "group", "person", "authority"], strict=True))
    made = labels.numbered(parties, kinds, b"content")
    assert sorted(label.said("en") for label in made.values()) == [
        "Authority A", "Group A", "Group B", "Person A", "Person B", "Person C",
    ]  # fmt: skip


def test_labels_of_a_series_are_kept_and_given_to_nobody_else() -> None:
    kept_one, turned, new_one, new_two, group = (RecordId(letter) for letter in "abcde")
    kinds = dict.fromkeys((kept_one, turned, new_one, new_two), "person") | {group: "group"}
    kept = {kept_one: labels.PersonLabel("person", 1), turned: labels.PersonLabel("group", 4)}
    used = [labels.PersonLabel("person", 27), labels.PersonLabel("authority", 3)]
    made = labels.numbered([*kinds], kinds, b"content", kept, used)
    assert made[kept_one] == labels.PersonLabel("person", 1)
    # Behind AB, which somebody bore who is not here; a person who was a group bears no label of a group.
    assert sorted(made[party].said("en") for party in (turned, new_one, new_two)) == [
        "Person AC",
        "Person AD",
        "Person AE",
    ]
    assert made[group].said("en") == "Group F"


def test_whoever_had_a_label_keeps_it_and_others_take_the_next() -> None:
    parties = [RecordId(str(number)) for number in range(5)]
    kinds = dict.fromkeys(parties, "person") | {parties[3]: "group", parties[4]: "group"}
    kept = {parties[0]: labels.PersonLabel("person", 2), parties[3]: labels.PersonLabel("person", 5)}
    used = {*kept.values(), labels.PersonLabel("person", 7), labels.PersonLabel("group", 0)}
    for content in (b"one", b"other"):
        made = labels.numbered(parties, kinds, content, kept, used)
        assert made[parties[0]].said("en") == "Person C"
        assert {made[party].said("en") for party in parties[1:3]} == {"Person I", "Person J"}
        # What is a group now has no label of a person any more.
        assert {made[party].said("en") for party in parties[3:]} == {"Group B", "Group C"}


def test_another_content_deals_the_labels_anew() -> None:
    parties = [RecordId(str(number)) for number in range(12)]
    kinds = dict.fromkeys(parties, "person")
    dealt = {
        tuple(labels.numbered(parties, kinds, bytes([n]))[party].said("en") for party in parties)
        for n in range(20)
    }
    assert len(dealt) == 20
    firsts = {labels.numbered(parties, kinds, bytes([n]))[parties[0]].number for n in range(100)}
    assert len(firsts) > 6, "the first person must not keep to the first labels"


_World = tuple[list[int], list[tuple[int, list[tuple[str, int]]]]]


@st.composite
def _worlds(draw: st.DrawFn) -> _World:
    """Draw people by their content, and things that mention them by content, role and person."""
    people = draw(st.lists(st.integers(0, 2), min_size=1, max_size=7))
    mention = st.tuples(st.sampled_from("ab"), st.integers(0, len(people) - 1))
    things = draw(
        st.lists(st.tuples(st.integers(0, 2), st.lists(mention, max_size=3, unique=True)), max_size=6)
    )
    return people, things


def _published(world: _World, seed: int) -> list[str]:
    """Return what a publication of that world shows, its people having ids and an order drawn from `seed`."""
    rng = random.Random(seed)
    people, things = world
    ids = [RecordId(f"{rng.getrandbits(128):032x}") for _ in people]
    sharing = Sharing()
    for at in rng.sample(range(len(people)), len(people)):
        sharing.add_party(ids[at], str(people[at]).encode())
    for number in rng.sample(range(len(things)), len(things)):
        content, mentions = things[number]
        sharing.add(number, str(content).encode())
        for role, person in rng.sample(mentions, len(mentions)):
            sharing.link(number, ids[person], role)
    dealt = labels.numbered(sharing.order(), dict.fromkeys(ids, "person"), b"seed")
    return sorted(
        [
            f"{content}: {sorted(role + ' ' + dealt[ids[at]].said('en') for role, at in mentions)}"
            for content, mentions in things
        ]
        + [f"{dealt[ids[at]].said('en')}: {content}" for at, content in enumerate(people)]
    )


# Two pairs of equal people, each of whom share one of two equal things.
_PAIRS: _World = ([0] * 4, [(0, [("a", 1), ("a", 2)]), (0, [("a", 0), ("a", 3)])])

# Four equal people around a table, each of whom shares something with both neighbours.
_RING: _World = ([0] * 4, [(0, [("a", at), ("a", (at + 1) % 4)]) for at in range(4)])


# Two detainees and two lawyers, alike but for who is whose, with a guard whom all of them met.
_WHOSE: _World = ([0, 0, 1, 1, 2], [(0, [("a", at), ("a", at + 2), ("a", 4)]) for at in range(2)])


@given(_worlds(), st.integers(0, 1000))
@example(_WHOSE, 1)
@example(_WHOSE, 2)
@example(_WHOSE, 5)
@example(_WHOSE, 8)
@example(_PAIRS, 1)
@example(_PAIRS, 2)
@example(_PAIRS, 5)
@example(_PAIRS, 8)
@example(_RING, 1)
@example(_RING, 2)
@example(_RING, 5)
@example(_RING, 8)
def test_the_same_content_gives_the_same_labels_whatever_the_ids(world: _World, seed: int) -> None:
    assert _published(world, seed) == _published(world, seed + 1)


def test_people_who_differ_only_in_what_they_share_are_told_apart() -> None:
    sharing = Sharing()
    one, two, three = (RecordId(letter * 32) for letter in "abc")
    for party in (one, two, three):
        sharing.add_party(party, b"lawyer")
    sharing.add("first", b"detained")
    sharing.add("second", b"released")
    sharing.link("first", three, "victim")
    sharing.link("first", two, "lawyer")
    sharing.link("second", two, "victim")
    order = sharing.order()
    assert sorted(order) == [one, two, three]
    again = Sharing()
    for party in (three, one, two):
        again.add_party(party, b"lawyer")
    again.add("x", b"released")
    again.add("y", b"detained")
    again.link("x", one, "victim")
    again.link("y", one, "lawyer")
    again.link("y", two, "victim")
    assert [{one: three, two: one, three: two}[party] for party in order] == again.order()
