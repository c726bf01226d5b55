"""Sources as code names: nothing that tells leaves, and what stays at home is neither lost nor blocked.

The model below has three desks that hold one source. They edit it, hand it over whole or as its code name,
in any order, and lose and repeat that. Whoever has all versions decides as if nothing had ever been left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.actions.records import comments
from hrddesk.bundle.merging.merge import Side, merge, resolve
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import code_names, packing, write
from hrddesk.bundle.sending.code_names import CodeNames, apart, kept_back, only_sources, written_anew
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.bundle.sending.target_file import TargetFile
from hrddesk.errors import HrdDeskError
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.model.versions import WHOLE, Dot, Version, parts
from hrddesk.store.records import outgoing
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, a_version
from tests.unit.bundle.hands import ONE, TWO, case, content, put
from tests.unit.bundle.sending.test_packing import acknowledge

NAMES = Choice(sources=SourceChoice.CODE_NAMES)
SOURCE = Record(kind=Kind.SOURCE, id=RecordId("5" * 32)).with_fields(
    code_name="Magpie", title="the neighbour at the gate", type="witness", note="comes on Mondays"
)
ME, HER, HIM = ("a" * 32, "b" * 32, "c" * 32)


# --- what leaves --------------------------------------------------------------------------------------


def test_a_source_goes_as_its_code_name(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, SOURCE, *_around())
    found = _hand_over(desks, tmp_path / "a", NAMES)
    text = " ".join(row[0] for row in desks.coordinator.store.db.execute("SELECT line FROM review_item"))
    for word in ("neighbour", "Mondays", "witness", "at the gate", "page 3", "IMG_7", "Wu", "Canon"):
        assert word not in text
    assert "Magpie" in text
    assert found.new == 6
    acceptance.accept(desks.coordinator, found.review, None, Job())
    there = desks.coordinator.store.find(SOURCE.id)
    assert there is not None
    assert dict(there.fields) == {"code_name": "Magpie"}
    assert desks.coordinator.store.find(ONE) is not None


def test_a_description_goes_along_with_a_code_name_and_a_name_does_not(desks: Desks, tmp_path: Path) -> None:
    described = {"attribution": "described", "credit": "A neighbour, 2021"}
    named = {"attribution": "by_name", "credit": "Odal Brisk", "consented": "2021-05-04"}
    other = Record(kind=Kind.SOURCE, id=RecordId("6" * 32)).with_fields(
        code_name="Stork", means="phone", **named
    )
    cited = Record(kind=Kind.CITATION, id=RecordId("4" * 32)).with_fields(record=ONE, source=other.id)
    put(desks.documenter, SOURCE.with_fields(**described), other, cited, *_around())
    found = _hand_over(desks, tmp_path / "a", NAMES)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    fields = [dict(desks.coordinator.store.get(item.id).fields) for item in (SOURCE, other)]
    assert fields == [{"code_name": "Magpie", **described}, {"code_name": "Stork", "attribution": "by_name"}]


def test_of_a_public_document_goes_what_its_note_says(desks: Desks, tmp_path: Path) -> None:
    note = {
        "title": "The verdict",
        "author": "A court",
        "address": "https://court.invalid/1",
        "kind": "document",
    }
    paper = Record(kind=Kind.SOURCE, id=SOURCE.id).with_fields(**note, note="from the neighbour")
    put(desks.documenter, paper.with_visibility(Visibility.PUBLIC), *_around())
    found = _hand_over(desks, tmp_path / "a", NAMES)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    assert dict(desks.coordinator.store.get(SOURCE.id).fields) == note


def test_comments_on_sources_and_what_they_gave_stay_at_home(desks: Desks, tmp_path: Path) -> None:
    records = [SOURCE, *_around()]
    put(desks.documenter, *records)
    told = [item for item in records if item.kind in (Kind.SOURCE, Kind.CITATION, Kind.EVIDENCE)]
    for record in told:
        comments.add(desks.documenter, record.id, f"the {record.kind} of the red house")
    _hand_over(desks, tmp_path / "a", NAMES)
    text = " ".join(row[0] for row in desks.coordinator.store.db.execute("SELECT line FROM review_item"))
    assert len(told) >= 3
    assert "red house" not in text


@pytest.mark.parametrize(
    ("kind", "goes"),
    [
        (Kind.SOURCE, {"code_name", "attribution", "visibility"}),
        (Kind.CITATION, {"record", "field", "source", "stance", "visibility"}),
        (
            Kind.EVIDENCE,
            {
                *("ref", "cases", "title", "media_type", "size", "sha256", "captured", "acquired"),
                *("derived_from", "language", "place", "labels", "visibility"),
            },
        ),
    ],
)
def test_nothing_else_goes_of_a_source_and_what_it_gave(kind: Kind, goes: set[str]) -> None:
    """A field or list that a kind gains later is kept back, or named here."""
    spec = SPECS[kind]
    every = {field.name for field in spec.fields} | {item.name for item in spec.lists}
    assert every - code_names._KEPT_BACK[kind] == goes


def _around() -> list[Record]:
    """A case with an event, a citation, evidence, and two people, one of whom is nothing but a source."""
    event, citation, evidence = (RecordId(digit * 32) for digit in "789")
    told, hurt = RecordId("d" * 32), RecordId("e" * 32)
    return [
        case(),
        Record(kind=Kind.PARTY, id=told).with_elements("names", [{"name": "Wu Lin"}]),
        Record(kind=Kind.PARTY, id=hurt).with_elements("names", [{"name": "Hu Lan"}]),
        Record(kind=Kind.RELATION, id=RecordId("f" * 32)).with_fields(
            subject=told, object=hurt, type="neighbour"
        ),
        Record(kind=Kind.EVENT, id=event)
        .with_fields(case=ONE, type="detained")
        .with_elements("parties", [{"party": told, "role": "source"}, {"party": hurt, "role": "victim"}]),
        Record(kind=Kind.CITATION, id=citation).with_fields(
            record=event, source=SOURCE.id, quote="seen at the gate", locator="page 3", stance="supports"
        ),
        Record(kind=Kind.EVIDENCE, id=evidence)
        .with_fields(sha256="a" * 64, size=3, from_whom="Wu", original_name="IMG_7.jpg", metadata="Canon")
        .with_cases([ONE]),
    ]


def test_who_is_a_source_and_something_else_goes_along() -> None:
    event = Record(kind=Kind.EVENT, id=ONE).with_elements(
        "parties", [{"party": "1" * 32, "role": "source"}, {"party": "2" * 32, "role": "source"}]
    )
    file = case(TWO).with_elements("parties", [{"party": "2" * 32, "role": "victim"}])
    assert only_sources([event, file]) == {RecordId("1" * 32)}


def test_what_is_there_for_a_source_alone_stays_at_home(desks: Desks, tmp_path: Path) -> None:
    """A scan of an identity card, say, that is cited for the name of whoever told."""
    told, hurt = RecordId("d" * 32), RecordId("e" * 32)
    relation, scan, both, witness = (RecordId(digit * 32) for digit in ("f", "7", "8", "5"))
    cited = ((told, scan), (relation, witness), (scan, witness), (told, both), (hurt, both))
    put(
        desks.documenter,
        case().with_elements(
            "parties", [{"party": told, "role": "source"}, {"party": hurt, "role": "victim"}]
        ),
        Record(kind=Kind.PARTY, id=told).with_elements("names", [{"name": "Wu Lin"}]),
        Record(kind=Kind.PARTY, id=hurt).with_elements("names", [{"name": "Hu Lan"}]),
        Record(kind=Kind.RELATION, id=relation).with_fields(subject=told, object=hurt, type="neighbour"),
        Record(kind=Kind.EVIDENCE, id=scan).with_fields(sha256="a" * 64, size=3, title="identity card of Wu"),
        Record(kind=Kind.EVIDENCE, id=both).with_fields(sha256="b" * 64, size=3, title="a list of two"),
        Record(kind=Kind.SOURCE, id=witness).with_fields(code_name="Magpie"),
        *(
            Record(kind=Kind.CITATION, id=RecordId(f"{number:032x}")).with_fields(record=about, source=by)
            for number, (about, by) in enumerate(cited)
        ),
    )
    for chosen in ([ONE], None):
        parcel = packing.pack(desks.documenter.store, [desks.to_coordinator], chosen, NAMES).parcel
        assert [record.id for record, _ in parcel.records] == [RecordId(f"{4:032x}"), ONE, both, hurt]
    _accepted(desks, tmp_path / "a", NAMES)
    acknowledge(desks, tmp_path / "b")
    names = Choice(delta=True, sources=SourceChoice.CODE_NAMES)
    assert _ids(desks, names) == [ONE]  # its entry of the source was written anew when it left
    _accepted(desks, tmp_path / "c", names)
    acknowledge(desks, tmp_path / "d")
    assert _ids(desks, names) == []
    assert {told, relation, scan, witness} <= set(_ids(desks, Choice(delta=True)))


def test_a_tombstone_and_what_tells_nothing_go_as_they_are() -> None:
    gone = (
        Record(kind=Kind.SOURCE, id=SOURCE.id),
        Version({ME: 2}, {WHOLE: Dot(ME, 2), "title": Dot(ME, 2)}, True),
    )
    assert apart(*gone) == (*gone, False)
    plain = Record(kind=Kind.SOURCE, id=SOURCE.id).with_fields(code_name="Magpie")
    assert apart(plain, a_version(plain)) == (plain, a_version(plain), False)


def test_texts_that_name_a_source_stay_at_home_and_can_come_later(desks: Desks, tmp_path: Path) -> None:
    told = case().with_fields(title="The gate", narrative="The neighbour saw it.")
    put(desks.documenter, SOURCE, told)
    chosen = Choice(sources=SourceChoice.CODE_NAMES, texts_at_home={ONE: {"narrative"}})
    _accepted(desks, tmp_path / "a", chosen)
    there = desks.coordinator.store.get(ONE)
    assert (there.text("title"), there.text("narrative")) == ("The gate", "")
    acknowledge(desks, tmp_path / "b")
    # The receipt is for what came: the text is still lacking there, and comes with all the rest.
    assert ONE in _ids(desks, Choice(delta=True))
    later = _accepted(desks, tmp_path / "c", Choice(delta=True))
    assert later.conflicts == 0
    assert content(desks.coordinator) == content(desks.documenter)


def test_a_record_that_tells_as_a_whole_and_an_entry_stay_at_home_and_can_come_later(
    desks: Desks, tmp_path: Path
) -> None:
    tagged = case().with_elements("tags", [{"text": "of the neighbour"}, {"text": "the gate"}])
    (telling, _), (harmless, _) = tagged.elements("tags")
    put(desks.documenter, tagged, case(TWO))
    at_home = {ONE: {f"tags/{telling}"}, TWO: {WHOLE}}
    _accepted(desks, tmp_path / "a", Choice(sources=SourceChoice.CODE_NAMES, texts_at_home=at_home))
    assert [key for key, _ in desks.coordinator.store.get(ONE).elements("tags")] == [harmless]
    assert desks.coordinator.store.find(TWO) is None
    acknowledge(desks, tmp_path / "b")
    assert set(_ids(desks, Choice(delta=True))) == {ONE, TWO}
    assert _accepted(desks, tmp_path / "c", Choice(delta=True)).conflicts == 0
    assert content(desks.coordinator) == content(desks.documenter)


# --- what it claims -----------------------------------------------------------------------------------


def test_the_code_name_is_not_acknowledged_as_the_whole(desks: Desks, tmp_path: Path) -> None:
    put(desks.documenter, SOURCE)
    _accepted(desks, tmp_path / "a", NAMES)
    acknowledge(desks, tmp_path / "b")
    assert _ids(desks, Choice(delta=True)) == [SOURCE.id]
    assert _ids(desks, Choice(delta=True, sources=SourceChoice.CODE_NAMES)) == []
    whole = _accepted(desks, tmp_path / "c", Choice(delta=True))
    assert (whole.changed, whole.conflicts) == (1, 0)
    assert content(desks.coordinator) == content(desks.documenter)
    acknowledge(desks, tmp_path / "d")
    assert _ids(desks, Choice(delta=True)) == []
    again = _hand_over(desks, tmp_path / "e", NAMES)
    assert (again.new, again.changed, again.conflicts) == (0, 0, 0)
    acceptance.accept(desks.coordinator, again.review, None, Job())
    assert content(desks.coordinator) == content(desks.documenter)


def test_what_was_written_there_without_having_read_it_is_a_conflict_here(
    desks: Desks, tmp_path: Path
) -> None:
    put(desks.documenter, SOURCE)
    _accepted(desks, tmp_path / "a", NAMES)
    there = desks.coordinator.store.get(SOURCE.id)
    put(desks.coordinator, there.with_fields(title="whoever that is"))
    parcel = packing.pack(desks.coordinator.store, [desks.to_documenter], None, Choice()).parcel
    path = write.write(desks.coordinator, tmp_path / "b", [desks.to_documenter], parcel, Job()).path
    found = read.read(desks.documenter, path, Job())
    assert (found.changed, found.conflicts) == (0, 1)
    acceptance.accept(desks.documenter, found.review, None, Job(), take=Side.OURS)
    assert desks.documenter.store.get(SOURCE.id) == SOURCE


def test_nothing_is_written_anew_for_a_bundle_that_gets_no_place(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(desks.documenter, SOURCE)
    before = content(desks.documenter)

    def fail(*_: object) -> None:
        raise HrdDeskError

    monkeypatch.setattr(TargetFile, "write", fail)
    with pytest.raises(HrdDeskError):
        _hand_over(desks, tmp_path / "a", NAMES)
    assert content(desks.documenter) == before


def test_what_is_gone_before_it_leaves_is_not_written_anew(desks: Desks) -> None:
    put(desks.documenter, SOURCE)
    store = desks.documenter.store
    named = CodeNames(outgoing.read(store, [SOURCE.id]), set())
    assert len(list(named)) == 1
    with store.change("test") as change:
        change.delete(SOURCE.id)
    with store.change("test") as change:
        named.keep_apart(store, change)
        assert change.act is None
    assert code_names.CodeNames is CodeNames


# --- three desks --------------------------------------------------------------------------------------

State = tuple[Record, Version]


@dataclass
class Model:
    """Three desks with one source; what they hand over lies in `sent` and may be read at any time."""

    desks: dict[str, State] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=lambda: dict.fromkeys((ME, HER, HIM), 0))
    sent: list[State] = field(default_factory=list)
    values: set[object] = field(default_factory=set)

    def dot(self, who: str) -> Dot:
        self.counters[who] += 1
        return Dot(who, self.counters[who])

    def edit(self, who: str, name: str, value: str) -> None:
        record, version = self.desks.get(who, (Record(kind=Kind.SOURCE, id=SOURCE.id), Version()))
        dot = self.dot(who)
        dots = {WHOLE: dot, **version.dots, name: dot}
        made = record.with_fields(**{name: value})
        self.desks[who] = made, Version({**version.context, who: dot.counter}, dots)

    def give(self, who: str, names_only: bool) -> None:
        if who not in self.desks:
            return
        record, version = self.desks[who]
        if not names_only:
            self.sent.append((record, version))
            return
        shown, made, is_mixed = apart(record, version)
        self.sent.append((shown, made))
        if is_mixed:
            self.desks[who] = record, written_anew(record, version, self.dot(who))
        _is_honest(self.desks[who], (shown, made))

    def take(self, who: str, number: int) -> int:
        """Read one of the bundles and accept all, theirs where that is asked; return how many conflicts."""
        if not self.sent:
            return 0
        theirs = self.sent[number % len(self.sent)]
        merged = merge(self.desks.get(who), theirs)
        choices: Mapping[str, Side] = {part.part: Side.THEIRS for part in merged.conflicts}
        before = self.desks.get(who)
        self.desks[who] = resolve(merged, choices, lambda: self.dot(who))
        if before is not None:  # nothing that was here is gone, whatever did not come
            assert parts(before[0]).keys() <= parts(self.desks[who][0]).keys()
        return len(merged.conflicts)


def _is_honest(state: State, shown: State) -> None:
    """Check that a version that left covers nothing that it does not hold."""
    hidden = kept_back(*state)
    for part in hidden:
        dot = state[1].dots[part]
        assert not all(shown[1].has_seen(item) for item in (dot, *dot.also))
    assert not hidden & parts(shown[0]).keys()
    for dot in shown[1].dots.values():
        assert shown[1].has_seen(dot)


WHO = st.sampled_from((ME, HER, HIM))
STEPS = st.one_of(
    st.tuples(st.just("edit"), WHO, st.sampled_from(("code_name", "title", "note")), st.sampled_from("xyz")),
    st.tuples(st.just("give"), WHO, st.booleans()),
    st.tuples(st.just("take"), WHO, st.integers(0, 30)),
)


@pytest.mark.no_cover
@settings(max_examples=400, deadline=None)
@given(st.lists(STEPS, max_size=25))
def test_three_desks_end_with_the_same_whatever_was_left_out(steps: list[tuple[object, ...]]) -> None:
    model = Model()
    model.edit(ME, "title", "begun")
    for step, *values in steps:
        getattr(model, str(step))(*values)
    for _ in range(2):  # then everybody hands all over, in a circle and back: the last one has seen all
        for giver in (ME, HER, HIM, HER):
            model.give(giver, False)
            for taker in {ME, HER, HIM} - {giver}:
                model.take(taker, len(model.sent) - 1)
    assert model.desks[ME][0] == model.desks[HER][0] == model.desks[HIM][0]
    for who in (ME, HER, HIM):  # and nothing that is on its way makes a conflict of what was solved
        for number in range(len(model.sent)):
            assert model.take(who, number) == 0
    assert model.desks[ME][0] == model.desks[HER][0] == model.desks[HIM][0]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["name", "title", "whole", "names", "late"]), max_size=12))
def test_one_who_writes_and_one_who_reads_never_meet_a_conflict(steps: list[str]) -> None:
    """Whole or as a code name, early or late: the reader ends with what the writer has."""
    model = Model()
    model.edit(ME, "title", "begun")
    for number, step in enumerate(steps):
        if step in ("name", "title"):
            model.edit(ME, {"name": "code_name"}.get(step, step), str(number))
        elif step == "late":
            assert model.take(HER, number) == 0
        else:
            model.give(ME, step == "names")
            assert model.take(HER, len(model.sent) - 1) == 0
    model.give(ME, False)
    assert model.take(HER, len(model.sent) - 1) == 0
    assert model.desks[HER] == model.desks[ME]


# --- hands --------------------------------------------------------------------------------------------


def _hand_over(desks: Desks, path: Path, choice: Choice) -> read.ReviewSummary:
    parcel = packing.pack(desks.documenter.store, [desks.to_coordinator], None, choice).parcel
    written = write.write(desks.documenter, path, [desks.to_coordinator], parcel, Job())
    return read.read(desks.coordinator, written.path, Job())


def _accepted(desks: Desks, path: Path, choice: Choice) -> read.ReviewSummary:
    found = _hand_over(desks, path, choice)
    acceptance.accept(desks.coordinator, found.review, None, Job())
    return found


def _ids(desks: Desks, choice: Choice) -> list[RecordId]:
    parcel = packing.pack(desks.documenter.store, [desks.to_coordinator], None, choice).parcel
    return [record.id for record, _ in parcel.records]
