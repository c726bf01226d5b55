"""With code names the name of a source goes nowhere: not in any string of any kind of record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.content_review import texts
from hrddesk.actions.exchange import bundles
from hrddesk.actions.exchange.bundles import Sent
from hrddesk.actions.records import cases, history, parties, record_texts, sources
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.bundle.trust import contact_list
from hrddesk.bundle.trust.own_identity import today
from hrddesk.crypto.age import AgeReader
from hrddesk.records.model.field_specs import FieldSpec, FieldType, Visibility
from hrddesk.records.model.kinds import LANGUAGES, SPECS, TRAVELLING, Kind
from hrddesk.records.model.record import Element, ElementId, Record, RecordId, Value, new_id
from hrddesk.records.texts.questions import answer_field
from hrddesk.records.texts.texts import texts_of
from hrddesk.store.publications import protected_texts
from hrddesk.store.records.outgoing import everything
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from tests.unit.actions.every_field import one_of_each
from tests.unit.bundle.forge import Desks, introduce, new_session, two_desks

NAMES = Choice(sources=SourceChoice.CODE_NAMES)
SOURCES = {"Tamsin Quell": "Wren", "缪屿川": "鸦"}
NO_STRING = (FieldType.NUMBER, FieldType.FLAG, FieldType.RECORD, FieldType.POINT)
SAME = {
    "narrative": ("texts",),
    "summary": ("texts",),
    "texts": ("narrative", "summary"),
    "labels": ("aliases",),
}
DEFINING = (Kind.TERM, Kind.FIELD, Kind.QUERY)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    made = two_desks(tmp_path)
    yield made
    made.documenter.close()
    made.coordinator.close()


def _places() -> Iterator[tuple[Kind, str, str]]:
    """Yield every place where a string stands in a record: its kind, the list or nothing, and the field."""
    for kind in TRAVELLING:
        spec = SPECS[kind]
        yield from ((kind, "", field.name) for field in spec.fields if _holds_words(field))
        for item in spec.lists:
            if item.name != "visibility":  # which holds one of three levels, or no reader takes it
                yield from ((kind, item.name, part.name) for part in item.fields if _holds_words(part))


def _holds_words(field: FieldSpec) -> bool:
    return field.type not in NO_STRING and field.name not in LANGUAGES  # a code, or no reader takes it


def _naming(place: tuple[Kind, str, str], words: str) -> Record:
    """Return a record that names somebody in one place; everywhere else it is as any of its kind."""
    kind, name, field = place
    made = one_of_each()[kind]
    whole = Record(kind=kind, id=new_id(), fields=made.fields, lists=made.lists)
    if not name:
        return whole.with_fields(**{field: words})
    values: dict[str, Value] = {"source": "import", "file": "people.csv", "key": "7", "pos": 0}
    element: Element = values if name == "keys" else whole.values(name)[0]
    lists = {**whole.lists, name: {ElementId("0" * 32): {**element, field: words}}}
    return Record(kind=kind, id=whole.id, fields=whole.fields, lists=lists)


def _with_sources(desk: Session) -> None:
    for title, code_name in SOURCES.items():
        sources.create(desk, {"title": title, "code_name": code_name})


def _put(desk: Session, *records: Record) -> None:
    with desk.store.change("test") as change:
        for record in records:
            change.put(record)


def _hand_over(desks: Desks, path: Path, choice: Choice = NAMES, *, leave_texts: bool = True) -> Sent:
    return bundles.write_bundle(
        desks.documenter, path, ["coordinator"], None, silent(), choice, leave_texts=leave_texts
    )


def _inside(sent: Sent) -> str:
    """Return all that a recipient finds in the file, as one text."""
    with sent.path.open("rb") as file:
        reader = AgeReader(file, [sent.written.opener])
        return b"".join(iter(lambda: reader.read(1 << 16), b"")).decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("words", "telling"),
    [
        ("told by Tamsin Quell", "Quell"),
        ("TAMSIN-QUELL, she said", "QUELL"),
        ("告诉我们的是缪屿川", "缪屿川"),
        ("Yuchuan Miao told us", "Miao"),
    ],
)
def test_the_name_of_a_source_is_nowhere_in_what_goes(
    desks: Desks, tmp_path: Path, words: str, telling: str
) -> None:
    desk = desks.documenter
    _with_sources(desk)
    made = {place: _naming(place, words) for place in _places()}
    _put(desk, *made.values())
    sent = _hand_over(desks, tmp_path / "bundle")
    assert telling not in _inside(sent)
    shown = {item.record for item in sent.contents.mentions}
    kept_anyway = {Kind.SOURCE, Kind.EVIDENCE, Kind.CITATION}
    assert {place for place, record in made.items() if record.id not in shown} <= {
        place for place in made if place[0] in kept_anyway
    }
    review = bundles.read_bundle(desks.coordinator, sent.path, silent()).review
    bundles.accept(desks.coordinator, review, None, silent())
    store = desks.coordinator.store
    assert all(telling.encode() not in record.canonical() for kind in Kind for record in store.all(kind))
    there = set(everything(store))
    for (kind, name, field), record in made.items():
        assert (record.id in there) == (kind not in DEFINING), (kind, name, field)
        if record.id in there and kind not in kept_anyway:
            found = store.get(record.id)
            lost = set(record.fields) - set(found.fields) | set(record.lists) - set(found.lists)
            may = {name or field, "parties", *SAME.get(name or field, ())}  # some of `parties` are sources
            assert lost <= may, (kind, name, field)


def _accepted(desks: Desks, sent: Sent) -> None:
    review = bundles.read_bundle(desks.coordinator, sent.path, silent()).review
    bundles.accept(desks.coordinator, review, None, silent())


def test_code_names_are_put_into_entries_where_words_can_be_changed(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    _with_sources(desk)
    case = cases.create(
        desk,
        {"title": "The mill"},
        {"tags": [{"text": "Tamsin Quell, 缪屿川"}, {"text": "mill"}]},
    ).result
    own = (
        Record(kind=Kind.TERM, id=new_id())
        .with_fields(vocabulary="cause", code="tamsin quell")
        .with_labels({"en": "a cause"})
    )
    place = Record(kind=Kind.PLACE, id=new_id()).with_labels({"en": "the house of Tamsin Quell"})
    _put(desk, own, place)
    before = dict(desk.store.get(case).elements("tags"))
    count, changes = bundles.replace_names(desk, None, NAMES)
    assert count == 2
    tags = desk.store.get(case).elements("tags")
    assert [item["text"] for _, item in tags] == ["Wren, 鸦", "mill"]
    assert tags[1][0] in before  # the entry that names nobody is the one that it was
    assert desk.store.get(place.id).labels["en"] == "the house of Wren"
    assert desk.store.get(own.id).text("code") == "tamsin quell"
    sent = _hand_over(desks, tmp_path / "bundle")
    assert [(item.field, item.stays_whole, item.can_be_replaced) for item in sent.contents.mentions] == [
        ("code", True, False)
    ]
    _accepted(desks, sent)
    assert desks.coordinator.store.find(own.id) is None
    assert [item["text"] for item in desks.coordinator.store.get(case).values("tags")] == ["Wren, 鸦", "mill"]
    history.undo(desk, changes.act)
    assert dict(desk.store.get(case).elements("tags")) == before


def test_an_entry_that_goes_as_it_is_arrives_and_an_answer_begins_covered(
    desks: Desks, tmp_path: Path
) -> None:
    desk = desks.documenter
    _with_sources(desk)
    answer = {"field": "own.who", "answer": "Tamsin Quell told us."}
    asked = (
        Record(kind=Kind.FIELD, id=new_id())
        .with_fields(owner="case", key="own.who", type="text")
        .with_labels({"en": "Who"})
    )
    _put(desk, asked)
    case = cases.create(
        desk, {"title": "The mill"}, {"tags": [{"text": "Tamsin Quell"}], "values": [answer]}
    ).result
    sent = _hand_over(desks, tmp_path / "bundle", leave_texts=False)
    assert [(item.field, item.protected_as) for item in sent.contents.mentions] == [
        ("tags.text", ""),
        ("values.answer", answer_field("own.who")),
    ]
    _accepted(desks, sent)
    store = desks.coordinator.store
    assert [item["text"] for item in store.get(case).values("tags")] == ["Tamsin Quell"]
    protected = protected_texts.known(store)
    assert protected.places(case, answer_field("own.who"), "Tamsin Quell told us.") == ((0, 12),)
    assert texts.occurrences(desks.coordinator, f"{case}:{answer_field('own.who')}", "names").result == (
        "[person] told us."
    )


def test_what_the_program_writes_itself_names_nobody(desks: Desks, tmp_path: Path) -> None:
    """A source who is called by a word of a vocabulary, or by what a hash may hold, takes nothing along."""
    desk = desks.documenter
    sources.create(desk, {"title": "received from A123, ab1", "code_name": "Wren"})
    case = cases.create(desk, {"title": "The gate"}).result
    parties.create(desk, {"kind": "person"}, {"names": [{"name": "Witness"}]}, case, "source")
    hurt = parties.create(
        desk, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, case, "witness"
    ).result
    scan = (
        Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256="5a123f0e" * 8, size=3).with_cases([case])
    )
    _put(desk, scan.with_visibility(Visibility.SECRET))
    sent = _hand_over(desks, tmp_path / "bundle")
    assert sent.contents.mentions == ()
    _accepted(desks, sent)
    there = desks.coordinator.store.get(case).values("parties")
    assert [(item["party"], item["role"]) for item in there] == [(hurt, "witness")]
    assert desks.coordinator.store.get(scan.id).text("sha256") == scan.text("sha256")


def test_a_contact_who_is_called_as_a_source_is_not_proposed(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    _with_sources(desk)
    for number, name in enumerate(("Tamsin Quell", "Heron")):
        with new_session(tmp_path / f"{number}.hrdv") as other:
            introduce(desk, other, name)
    everybody = Choice(sources=SourceChoice.CODE_NAMES, contacts=None)
    sent = _hand_over(desks, tmp_path / "a", everybody)
    assert "Quell" not in _inside(sent)
    assert [(item.ref, item.field, item.words) for item in sent.contents.mentions] == [
        ("Tamsin Quell", "contact", "Tamsin Quell")
    ]
    as_it_is = _hand_over(desks, tmp_path / "b", everybody, leave_texts=False)
    found = []
    for each in (sent, as_it_is):
        review = bundles.read_bundle(desks.coordinator, each.path, silent()).review
        proposed = contact_list.read(desks.coordinator.store, review, today()).proposals
        found.append(sorted(item.name for item in proposed))
    assert found == [["Heron"], ["Heron", "Tamsin Quell"]]


NEEDLE = "塔姆辛"  # as no record spells her


def _translated(desk: Session) -> tuple[RecordId, dict[str, str]]:
    """Put a case whose narrative names a source; return it with the names of its texts by their words."""
    _with_sources(desk)
    case = cases.create(
        desk, {"title": "The mill", "narrative": "Tamsin Quell told us.", "note": "Quiet."}
    ).result
    record_texts.add(desk, case, {"body": f"{NEEDLE}告诉我们。", "language": "zh-Hans", "of": "1"})
    record_texts.add(desk, case, {"body": f"{NEEDLE} nos dijo.", "language": "es", "of": "2"})
    record_texts.add(desk, case, {"body": "The gate was shut.", "language": "en"})
    record_texts.add(desk, case, {"body": f"{NEEDLE} disse.", "language": "pt", "kind": "translation"})
    return case, {text.body: text.field for text in texts_of(desk.store.get(case))}


def test_what_says_the_same_as_a_text_that_stays_home_stays_too(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    case, fields = _translated(desk)
    labels = {"en": "the yard of Tamsin Quell", "zh-Hans": f"{NEEDLE}的院子"}
    yard = Record(kind=Kind.PLACE, id=new_id()).with_labels(labels)
    yard = yard.with_elements("aliases", [{"text": f"{NEEDLE}家"}])
    photo = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(sha256="ab" * 32).with_labels(labels)
    group = Record(kind=Kind.PARTY, id=new_id()).with_fields(kind="group")
    group = group.with_elements("names", [{"name": "Friends of Tamsin Quell"}, {"name": f"{NEEDLE}之友"}])
    blocks = [("en", "Tamsin Quell told us."), ("es", f"{NEEDLE} nos dijo."), ("en", "The mill stood.")]
    report = Record(kind=Kind.REPORT, id=new_id()).with_elements(
        "blocks", [{"kind": "text", "language": code, "body": body} for code, body in blocks]
    )
    _put(desk, yard, photo.with_cases([case]), group, report)
    sent = _hand_over(desks, tmp_path / "bundle")
    assert NEEDLE not in _inside(sent)
    told = {item.at.part: (item.same_as, item.words) for item in sent.contents.mentions if item.same_as}
    assert told[fields[f"{NEEDLE}告诉我们。"]] == ("narrative", "Tamsin Quell")
    assert fields["The gate was shut."] not in told
    _accepted(desks, sent)
    there = desks.coordinator.store
    assert [text.body for text in texts_of(there.get(case))] == ["The gate was shut."]
    assert [item["body"] for item in there.get(report.id).values("blocks")] == ["The mill stood."]


def test_a_translation_of_unknown_origin_that_names_a_source_keeps_every_text(
    desks: Desks, tmp_path: Path
) -> None:
    desk = desks.documenter
    _with_sources(desk)
    case = cases.create(desk, {"title": "The mill", "narrative": f"{NEEDLE}告诉我们。"}).result
    record_texts.add(desk, case, {"body": "Tamsin Quell told us.", "kind": "translation"})
    assert NEEDLE not in _inside(_hand_over(desks, tmp_path / "bundle"))


def test_code_names_do_not_let_go_what_says_the_same(desks: Desks, tmp_path: Path) -> None:
    desk = desks.documenter
    case, _ = _translated(desk)
    assert bundles.replace_names(desk, [case], NAMES).result == 0
    assert NEEDLE not in _inside(_hand_over(desks, tmp_path / "bundle"))
    for number in ("5", "3", "2"):
        record_texts.remove(desk, case, number)
    assert bundles.replace_names(desk, [case], NAMES).result == 1


def test_a_translation_that_goes_as_it_is_begins_covered_and_so_does_one_made_there(
    desks: Desks, tmp_path: Path
) -> None:
    case, fields = _translated(desks.documenter)
    _accepted(desks, _hand_over(desks, tmp_path / "bundle", leave_texts=False))
    there = desks.coordinator
    body = f"{NEEDLE}告诉我们。"
    record_texts.add(there, case, {"body": "Vero Lunt and T. Quell: told.", "language": "fr", "of": "1"})
    parties.create(there, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, case, "subject")
    last = texts_of(there.store.get(case))[-1].field
    kept = protected_texts.known(there.store)
    assert kept.places(case, fields[body], body) == ((0, len(body)),)
    assert texts.occurrences(there, f"{case}:{fields[body]}", "names").result == "[person]。"
    seen = texts.occurrences(there, f"{case}:{last}", "names")
    assert "Quell" not in seen.result
    assert seen.undecided >= 1
    gate = fields["The gate was shut."]
    assert texts.occurrences(there, f"{case}:{gate}", "names").result == "The gate was shut."
