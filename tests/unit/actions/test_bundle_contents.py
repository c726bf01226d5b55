"""What a bundle tells of is said before it is written; code names go unless somebody chose more."""

from pathlib import Path

import pytest

from hrddesk.actions.exchange import bundles
from hrddesk.actions.exchange.bundles import Contents, LastSources
from hrddesk.actions.records import cases, evidence, history, parties, sources
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.errors import ContactNotFound
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Changes
from hrddesk.system.jobs import silent
from tests.unit.bundle.forge import Desks, two_desks

NAMES = Choice(sources=SourceChoice.CODE_NAMES)


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return two_desks(tmp_path)


def _told(desks: Desks, tmp_path: Path) -> RecordId:
    """A case whose texts name a source and a giver who are in no other record that goes."""
    desk = desks.documenter
    case = cases.create(
        desk, {"title": "The gate", "narrative": "His sister Katarin Zelinka was there.", "note": "quiet"}
    ).result
    parties.create(desk, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, case)
    hidden = parties.create(desk, {"kind": "person"}, {"names": [{"name": "Odal Brisk"}]}, case).result
    with desk.store.change("test") as change:
        change.put(desk.store.get(hidden).with_visibility(Visibility.SECRET))
    parties.create(desk, {"kind": "group"}, {"names": [{"name": "Reed circle"}]}, case)
    file = tmp_path / "scan.txt"
    file.write_text("a scan")
    evidence.add(desk, case, file, silent(), {"from_whom": "Katarin Zelinka"})
    sources.create(desk, {"title": "Liesbet Haverkoop", "code_name": "Magpie", "type": "interview"})
    return case


def test_what_goes_is_counted_and_texts_that_name_a_source_are_found(desks: Desks, tmp_path: Path) -> None:
    case = _told(desks, tmp_path)
    said: list[Contents] = []
    sent = bundles.write_bundle(
        desks.documenter, tmp_path / "a", ["coordinator"], None, silent(), NAMES, tell=said.append
    )
    assert said == [sent.contents]
    assert (
        bundles.estimate(desks.documenter.store, ["coordinator"], None, silent(), NAMES).contents == said[0]
    )
    found = sent.contents
    assert (found.cases, found.people, found.secret, found.sources, found.named, found.files) == (
        1,
        2,
        1,
        1,
        False,
        1,
    )
    assert [(item.record, item.field, item.words) for item in found.mentions] == [
        (case, "narrative", "Katarin Zelinka")
    ]
    assert found.leaves_texts


def test_such_a_text_stays_here_unless_it_is_sent_as_it_is(desks: Desks, tmp_path: Path) -> None:
    case = _told(desks, tmp_path)
    for leaves, narrative in ((True, ""), (False, "His sister Katarin Zelinka was there.")):
        path = tmp_path / f"bundle-{leaves}"
        bundles.write_bundle(
            desks.documenter, path, ["coordinator"], [case], silent(), NAMES, leave_texts=leaves
        )
        review = bundles.read_bundle(desks.coordinator, path, silent()).review
        bundles.accept(desks.coordinator, review, None, silent())
        there = desks.coordinator.store.get(case)
        assert (there.text("narrative"), there.text("note")) == (narrative, "quiet")


def test_with_all_that_is_known_of_sources_nothing_stays_here(desks: Desks, tmp_path: Path) -> None:
    _told(desks, tmp_path)
    found = bundles.estimate(desks.documenter.store, ["coordinator"], None, silent()).contents
    assert (found.named, found.mentions) == (True, ())


def test_a_person_who_goes_along_is_no_secret_in_texts(desks: Desks, tmp_path: Path) -> None:
    case = _told(desks, tmp_path)
    parties.create(desks.documenter, {"kind": "person"}, {"names": [{"name": "Katarin Zelinka"}]}, case)
    assert (
        bundles.estimate(desks.documenter.store, ["coordinator"], None, silent(), NAMES).contents.mentions
        == ()
    )


def test_code_names_go_unless_all_recipients_had_more_the_last_time(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    cases.create(desk, {"title": "The gate"})

    def last() -> LastSources:
        return bundles.last_sources(desk.store, ["coordinator"])

    assert last() == LastSources((), (), ("coordinator",))
    bundles.write_bundle(desk, tmp_path / "a", ["coordinator"], None, silent())
    assert last() == LastSources(("coordinator",), (), ())
    bundles.write_bundle(desk, tmp_path / "b", ["coordinator"], None, silent())
    bundles.write_bundle(desk, tmp_path / "c", ["coordinator"], None, silent(), NAMES)
    assert last() == LastSources((), ("coordinator",), ())
    with pytest.raises(ContactNotFound):
        bundles.last_sources(desk.store, ["nobody"])


@pytest.mark.parametrize(
    ("last", "choice"),
    [
        (LastSources((), (), ()), SourceChoice.CODE_NAMES),
        (LastSources(("a", "b"), (), ()), SourceChoice.WHOLE),
        (LastSources(("a",), ("b",), ()), SourceChoice.CODE_NAMES),
        (LastSources(("a",), (), ("b",)), SourceChoice.CODE_NAMES),
        (LastSources((), (), ("b",)), SourceChoice.CODE_NAMES),
    ],
)
def test_the_more_protective_choice_counts(last: LastSources, choice: SourceChoice) -> None:
    assert last.choice is choice


def _quoted(desks: Desks, title: str, code_name: str) -> RecordId:
    """A source who stays home by this name, with a code name or without."""
    fields = {"title": title, "code_name": code_name, "type": "interview"}
    return sources.create(desks.documenter, fields).result


def test_code_names_stand_in_a_text_when_a_person_asks_for_it(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    case = _told(desks, tmp_path)
    _quoted(desks, "Tamsin Quell", "Wren")
    _quoted(desks, "Katarin Zelinka", "Rook")  # who gave the file: known by her name alone
    names = "Tamsin Quell said: Katarin Zelinka and Tamsin Quell left."
    cases.edit(desk, case, {"narrative": names, "note": "Liesbet Haverkoop called.", "country": "CN"})
    count, changes = bundles.replace_names(desk, [case], NAMES)
    assert (count, set(changes.cases)) == (2, {case})
    record = desk.store.get(case)
    assert record.text("narrative") == "Wren said: Rook and Wren left."
    assert record.text("note") == "Magpie called."
    assert bundles.replace_names(desk, [case], NAMES) == (0, Changes())
    path = tmp_path / "bundle"
    bundles.write_bundle(desk, path, ["coordinator"], [case], silent(), NAMES)
    review = bundles.read_bundle(desks.coordinator, path, silent()).review
    bundles.accept(desks.coordinator, review, None, silent())
    assert desks.coordinator.store.get(case).text("narrative") == "Wren said: Rook and Wren left."
    history.undo(desk, changes.act)
    assert desk.store.get(case).text("narrative") == names


def test_who_has_no_code_name_or_several_stays_named(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    case = _told(desks, tmp_path)
    assert bundles.replace_names(desk, None, NAMES) == (0, Changes())  # of a giver no code name is known
    for code_name in ("Rook", "Crow"):
        _quoted(desks, "Katarin Zelinka", code_name)
    assert bundles.replace_names(desk, None, NAMES) == (0, Changes())
    _quoted(desks, "Tamsin Quell", "Wren")
    cases.edit(desk, case, {"narrative": "Katarin Zelinka told Tamsin Quell."})
    assert bundles.replace_names(desk, None, NAMES).result == 1
    assert desk.store.get(case).text("narrative") == "Katarin Zelinka told Wren."
    found = bundles.estimate(desk.store, ["coordinator"], None, silent(), NAMES).contents
    assert [item.words for item in found.mentions] == ["Katarin Zelinka"]


def test_names_that_overlap_are_one_place(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    case = _told(desks, tmp_path)
    _quoted(desks, "缪屿", "鸦")
    _quoted(desks, "缪屿川", "雀")
    cases.edit(desk, case, {"narrative": "缪屿川说。Odal Brisk, 缪屿。"})
    bundles.replace_names(desk, None, NAMES)
    assert desk.store.get(case).text("narrative") == "雀说。Odal Brisk, 鸦。"
