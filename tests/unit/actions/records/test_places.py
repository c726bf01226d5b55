"""Places form a tree that cannot bite its tail, and are found by every name."""

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.records import cases, events, places
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.actions.records.places import NewPlace
from hrddesk.errors import AmbiguousReference, InvalidValue, RecordNotFound
from hrddesk.records.language.labels import CHINESE
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.store.vault.session import Session


@pytest.fixture
def tree(session: Session) -> dict[str, RecordId]:
    """A province, a city in it, two prisons in the city."""
    made: dict[str, RecordId] = {}

    def add(key: str, name: str, zh: str, kind: str, parent: str = "", aliases: tuple[str, ...] = ()) -> None:
        fields = {"kind": kind, "parent": made[parent] if parent else None}
        made[key] = places.create(session, {"en": name, "zh-Hans": zh}, fields, aliases).result

    add("province", "Quiet Province", "静安省", "province")
    add("city", "Stonebridge", "石桥市", "地级市", "province", ("桥城",))
    add("west", "West Prison", "西监狱", "prison", "city")
    add("east", "East Prison", "东监狱", "prison", "city", (" ", "第二监狱", "第二监狱"))
    return made


def _paths(session: Session, text: str) -> list[str]:
    return [row.path() for row in Gazetteer(session.store).find(text)]


def test_the_tree_stands_in_its_order_with_paths_in_both_languages(
    session: Session, tree: dict[str, RecordId]
) -> None:
    rows = Gazetteer(session.store).rows()
    assert [(row.labels["en"], row.depth) for row in rows] == [
        ("Quiet Province", 0),
        ("Stonebridge", 1),
        ("East Prison", 2),
        ("West Prison", 2),
    ]
    assert rows[2].path() == "Quiet Province › Stonebridge › East Prison"
    assert rows[2].path(CHINESE) == "静安省 › 石桥市 › 东监狱"
    assert session.store.get(tree["city"]).text("kind") == "prefecture"  # by an alias of the term
    assert [item["text"] for item in session.store.get(tree["east"]).values("aliases")] == ["第二监狱"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("stoneb", ["Quiet Province › Stonebridge"]),
        ("shiqiao", ["Quiet Province › Stonebridge"]),
        ("桥城", ["Quiet Province › Stonebridge"]),
        ("第二", ["Quiet Province › Stonebridge › East Prison"]),
        (
            "prison",
            ["Quiet Province › Stonebridge › East Prison", "Quiet Province › Stonebridge › West Prison"],
        ),
        ("nowhere", []),
    ],
)
def test_a_place_is_found_by_name_alias_and_pinyin(
    session: Session, tree: dict[str, RecordId], text: str, found: list[str]
) -> None:
    assert tree
    assert _paths(session, text) == found


def test_what_begins_so_comes_first(session: Session, tree: dict[str, RecordId]) -> None:
    places.create(session, {"en": "Eastwest Market"})
    assert _paths(session, "west")[0].endswith("West Prison")
    assert tree


def test_no_place_lies_in_itself(session: Session, tree: dict[str, RecordId]) -> None:
    for inside in ("province", "city", "west"):
        with pytest.raises(InvalidValue):
            places.move(session, tree["province"], tree[inside])
    places.move(session, tree["west"], tree["province"])
    assert _paths(session, "西监狱") == ["Quiet Province › West Prison"]
    places.move(session, tree["west"], None)
    assert _paths(session, "西监狱") == ["West Prison"]
    assert Gazetteer(session.store).within(tree["province"]) == {
        tree[k] for k in ("province", "city", "east")
    }


def test_a_circle_that_a_merge_of_two_desks_made_hides_no_place(session: Session) -> None:
    one, two = new_id(), new_id()
    with session.store.change("test") as change:
        for place, name, parent in ((one, "One", two), (two, "Two", one)):
            change.put(Record(kind=Kind.PLACE, id=place).with_labels({"en": name}).with_fields(parent=parent))
        change.put(Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "Inside"}).with_fields(parent=two))
        change.put(
            Record(kind=Kind.PLACE, id=new_id(), fields={"parent": new_id()}).with_labels({"en": "Lost"})
        )
    rows = Gazetteer(session.store).rows()
    assert sorted(row.labels["en"] for row in rows) == ["Inside", "Lost", "One", "Two"]
    with pytest.raises(InvalidValue):
        places.edit(session, one, {"note": "x"})
    places.move(session, one, None)


def test_a_place_is_named_by_its_path_where_the_name_is_not_enough(
    session: Session, tree: dict[str, RecordId]
) -> None:
    other = places.create(session, {"en": "Stonebridge"}).result
    with pytest.raises(AmbiguousReference):
        places.named(session.store, "Stonebridge")
    assert places.named(session.store, "Quiet Province › Stonebridge").id == tree["city"]
    assert places.named(session.store, other).id == other
    assert places.named(session.store, "桥城").id == tree["city"]
    with pytest.raises(RecordNotFound):
        places.named(session.store, "Stone")


def test_what_is_used_is_not_removed(session: Session, tree: dict[str, RecordId]) -> None:
    with pytest.raises(InvalidValue):
        places.remove(session, tree["city"])
    case = cases.create(session, {"title": "x"}).result
    event = events.add(session, case, {"type": "detained", "place": tree["west"]}).result
    with pytest.raises(InvalidValue):
        places.remove(session, tree["west"])
    events.edit(session, event, {"place": None})
    places.remove(session, tree["west"])
    assert session.store.find(tree["west"]) is None
    assert Gazetteer(session.store).row(tree["west"]) is None


def test_a_place_needs_a_name_and_a_parent_that_is_a_place(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    for texts, fields in (
        ({}, {"kind": "prison"}),
        ({"en": " "}, {}),
        ({"English!": "A"}, {}),
        ({"en": "A" * 301}, {}),
        ({"en": "A"}, {"parent": "not an id"}),
    ):
        with pytest.raises(InvalidValue):
            places.create(session, texts, fields)
    for parent in (case, new_id()):
        with pytest.raises(RecordNotFound):
            places.create(session, {"en": "A"}, {"parent": parent})
    assert session.store.ids(Kind.PLACE) == []
    place = places.create(session, {"en": "A", "ug": "ئا"}).result
    places.edit(session, place, {}, texts={"en": ""})
    with pytest.raises(InvalidValue):
        places.edit(session, place, {}, texts={"ug": ""})
    assert dict(session.store.get(place).labels) == {"ug": "ئا"}


@pytest.mark.parametrize("said", ["喀什", "qeshqer", "قەشقەر", "Kashgar", "kashi", "喀什地區", "喀什地区"])
def test_a_shipped_place_is_found_in_each_language_and_script(session: Session, said: str) -> None:
    gazetteer = Gazetteer(session.store, with_shipped=True)
    assert "China › Xinjiang › Kashgar" in [row.path() for row in gazetteer.find(said)]
    assert session.store.ids(Kind.PLACE) == []


def test_a_shipped_place_is_found_from_the_start_and_taken_in_when_it_is_named(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    wuhan = places.named_or_shipped(session.store, "Wuhan")
    assert session.store.ids(Kind.PLACE) == []
    with pytest.raises(RecordNotFound):
        places.named(session.store, "Wuhan")
    event = events.add(session, case, {"type": "detained", "place": wuhan}).result
    assert _paths(session, "Wuhan") == ["China › Hubei › Wuhan"]
    assert len(session.store.ids(Kind.PLACE)) == 3
    hefei = places.named_or_shipped(session.store, "Hefei")
    changes = events.edit(session, event, {"place": hefei}).changes
    assert _paths(session, "Hefei") == ["China › Anhui › Hefei"]
    assert changes.act is not None
    session.store.undo(changes.act, "undo")
    assert session.store.find(hefei) is None
    made = places.create(session, {"en": "Old Mill"}, {"parent": hefei}).result
    assert _paths(session, "Old Mill") == ["China › Anhui › Hefei › Old Mill"]
    places.edit(session, made, {"parent": places.named_or_shipped(session.store, "Lhasa")})
    assert "Lhasa › Old Mill" in _paths(session, "Old Mill")[0]


def test_a_new_place_is_made_with_the_event_that_names_it(session: Session) -> None:
    case = cases.create(session, {"title": "x"}).result
    new = NewPlace(new_id(), "Old Mill", "prison", places.named_or_shipped(session.store, "Wuhan"))
    event, changes = events.add(session, case, {"type": "detained", "place": new.id}, new_place=new)
    assert session.store.get(event).text("place") == new.id
    assert _paths(session, "Old Mill") == ["China › Hubei › Wuhan › Old Mill"]
    assert session.store.get(new.id).text("kind") == "prison"
    assert changes.act is not None
    session.store.undo(changes.act, "undo")
    assert session.store.ids(Kind.PLACE) == []
    bare = NewPlace(new_id(), "Somewhere", "", None)
    events.add(session, case, {"type": "detained", "place": bare.id}, new_place=bare)
    assert _paths(session, "Somewhere") == ["Somewhere"]


def test_a_place_of_the_desk_stands_for_the_shipped_one_of_its_name(session: Session) -> None:
    china = places.create(session, {"en": "PRC"}).result
    hubei = places.create(session, {"zh-Hans": "湖北"}, {"parent": china}).result
    wuhan = places.named_or_shipped(session.store, "Wuhan")
    made = places.create(session, {"en": "Old Mill"}, {"parent": wuhan}).result
    assert Gazetteer(session.store).steps(made) == [china, hubei, wuhan, made]
    other = places.create(session, {"en": "Jiangcheng"}).result
    duplicates.merge(session, other, wuhan)
    assert places.named_or_shipped(session.store, "Wuhan") == other  # what it was merged into
    places.remove(session, made)
    places.remove(session, other)
    with pytest.raises(RecordNotFound):
        places.named_or_shipped(session.store, "Wuhan")


@pytest.mark.parametrize(
    "said", ["California", "Central District", "Washington", "East", "Li", "东区", "矿区", "城區"]
)
def test_a_word_by_itself_means_no_place_of_another_country(session: Session, said: str) -> None:
    """The world has a place for most words, and many cities have a district of that name."""
    assert len(Gazetteer(session.store, with_shipped=True).meant(said)) != 1


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("Linyi, Shandong", "China › Shandong › Linyi"),
        ("山东临沂", "China › Shandong › Linyi"),
        ("北京市朝阳区", "China › Beijing › Chaoyang District"),
        ("云南省昭通市昭阳区", "China › Yunnan › Zhaotong › Zhaoyang District"),
        ("Zhaoyang District, Zhaotong, Yunnan", "China › Yunnan › Zhaotong › Zhaoyang District"),
        ("China › Anhui › Hefei", "China › Anhui › Hefei"),
        ("Karakax", "China › Xinjiang › Hotan › Karakax County"),
        ("墨玉縣", "China › Xinjiang › Hotan › Karakax County"),
        ("长沙", "China › Hunan › Changsha"),  # and not Changsha County, which lies in it
        ("吉林", "China › Jilin"),
        ("河北", "China › Hebei"),  # and not the district of Tianjin
        ("California, United States", "United States › California"),
        ("泰国", "Thailand"),
    ],
)
def test_what_is_said_means_one_place(session: Session, said: str, path: str) -> None:
    gazetteer = Gazetteer(session.store, with_shipped=True)
    (place,) = gazetteer.meant(said)
    row = gazetteer.row(place)
    assert row is not None
    assert row.path() == path


@pytest.mark.parametrize(
    ("said", "several"), [("Georgia", True), ("朝阳", True), ("the quarry", False), ("", False)]
)
def test_what_may_mean_several_places_or_none_means_no_single_one(
    session: Session, said: str, several: bool
) -> None:
    meant = Gazetteer(session.store, with_shipped=True).meant(said)
    assert len(meant) > 1 if several else not meant
    with pytest.raises(AmbiguousReference if several else RecordNotFound):
        places.named_or_shipped(session.store, said)


def test_places_are_known_as_they_were_said(session: Session) -> None:
    case = cases.create(session, {"title": "Mill"}).result
    for words in ("the quarry", "a mill", "the quarry", ""):
        events.add(session, case, {"type": "detained", "place_text": words})
    assert places.said_before(session.store) == ["the quarry", "a mill"]
