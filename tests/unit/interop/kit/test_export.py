"""Records become rows as they were typed, and an import of these rows finds every record again."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrddesk.interop.formats.findings import RemarkCode
from hrddesk.interop.kit import kit
from hrddesk.interop.kit.export import KitFile, from_records
from hrddesk.interop.kit.import_plan import ImportPlan, to_records
from hrddesk.interop.kit.row_application import WholeLevel
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId, new_id
from hrddesk.system.jobs import silent
from hrddesk.system.paths import resources
from tests.real_report import as_the_kit_has_it
from tests.unit.interop.conftest import Desk, Kit

Work = Callable[..., ImportPlan]
KINDS = tuple(spec.kind for spec in kit.FILES.values())


def _export(desk: Desk) -> dict[str, KitFile]:
    records = {kind: desk.all(kind) for kind in KINDS}
    return {file.name: file for file in from_records(records)}


def _write(files: dict[str, KitFile], folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for name, file in files.items():
        (folder / name).write_bytes(file.to_bytes())
    return folder


def _cells(file: KitFile) -> list[dict[str, str]]:
    return [dict(zip(file.columns, row, strict=True)) for row in file.rows]


def _import(desk: Desk, folder: Path) -> ImportPlan:
    rows = kit.read_kit(folder, silent())
    return to_records(rows, desk, source=rows.source, level=WholeLevel(), job=silent())


def _as_the_kit_has_it(table: bytes) -> bytes:
    """Return the table of events with measure, facility and conditions of custody apart."""
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8"))))
    made = io.StringIO()
    writer = csv.DictWriter(made, kit.EVENTS.always, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(map(as_the_kit_has_it, rows))
    return made.getvalue().encode("utf-8")


def test_the_real_report_comes_back_byte_for_byte(desk: Desk, shared: Path) -> None:
    folder = shared / "data" / "report2020"
    done = desk.take(_import(desk, folder))
    (warning,) = done.found.warnings  # a pregnancy is a circumstance of an event; the report has a column
    assert (warning.column, warning.code) == ("pregnant", RemarkCode.UNKNOWN_COLUMN)
    assert [party.text("note") for party in desk.all(Kind.PARTY) if party.text("note")] == ["pregnant: yes"]
    counts = {kind.value: len(desk.all(kind)) for kind in KINDS if desk.all(kind)}
    assert counts == {"party": 74, "case": 73, "event": 137, "relation": 8, "figure": 20}
    files = _export(desk)
    assert files["events.csv"].to_bytes() == _as_the_kit_has_it((folder / "events.csv").read_bytes())
    for name in ("relations.csv", "figures.csv"):
        assert files[name].to_bytes() == (folder / name).read_bytes(), name
    with (folder / "parties.csv").open(encoding="utf-8", newline="") as stream:
        written = list(csv.DictReader(stream))
    for row in written:
        row["note"] = "pregnant: yes" if row.pop("pregnant") else ""
    assert _cells(files["parties.csv"]) == written
    assert files["kit.csv"].rows == (("hrddesk-kit", "1", "report2020"),)


def test_the_sample_comes_back_byte_for_byte(desk: Desk) -> None:
    folder = resources() / "sample"
    desk.take(_import(desk, folder))
    files = _export(desk)
    for name in (spec.file for spec in (*kit.FORMS, kit.SOURCES, kit.CITATIONS)):
        assert files[name].to_bytes() == (folder / name).read_bytes(), name


@pytest.mark.parametrize("folder", ["sample", "report2020"])
def test_a_second_desk_holds_the_same_facts(
    desk: Desk, tmp_path: Path, request: pytest.FixtureRequest, folder: str
) -> None:
    source = resources() / "sample"
    if folder == "report2020":
        source = request.getfixturevalue("shared") / "data" / "report2020"
    desk.take(_import(desk, source))
    files = _export(desk)
    other = Desk()
    other.take(_import(other, _write(files, tmp_path / "moved")))
    assert {n: f.to_bytes() for n, f in _export(other).items()} == {n: f.to_bytes() for n, f in files.items()}
    # And the desk that it came from knows every row of it again.
    again = _import(desk, tmp_path / "moved")
    assert again.unchanged == again.rows
    assert not any(item.is_changed for item in again.planned)


def test_an_empty_desk_gives_forms_to_fill_in(desk: Desk) -> None:
    files = _export(desk)
    forms = [spec.file for spec in kit.FORMS]
    assert list(files) == [*forms, "kit.csv"]
    assert all(not files[name].rows for name in forms)
    assert files["parties.csv"].columns[0] == "party"


def test_a_file_without_rows_is_left_out(desk: Desk, plan: Work, write_kit: Kit) -> None:
    desk.take(plan(write_kit(parties="party\np1\n")))
    assert list(_export(desk)) == ["parties.csv", "kit.csv"]


def test_records_made_here_are_written_under_their_reference(desk: Desk, tmp_path: Path) -> None:
    party = Record(kind=Kind.PARTY, id=new_id()).with_fields(ref="K7QX-2026-P0001")
    event = Record(kind=Kind.EVENT, id=new_id()).with_elements(
        "parties", [{"party": party.id, "role": "victim"}]
    )
    desk.records = {party.id: party, event.id: event}
    files = _export(desk)
    assert _cells(files["parties.csv"])[0]["party"] == "K7QX-2026-P0001"
    assert _cells(files["events.csv"])[0]["event"] == event.id
    assert _cells(files["events.csv"])[0]["party"] == "K7QX-2026-P0001"
    assert files["kit.csv"].rows == (("hrddesk-kit", "1", ""),)
    again = _import(desk, _write(files, tmp_path / "out"))
    known = [item for item in again.planned if item.record.kind in (Kind.PARTY, Kind.EVENT)]
    assert [item.before for item in known] == [party, event]
    assert known[0].record == party


def test_keys_of_several_sources_stay_apart(desk: Desk, plan: Work, write_kit: Kit, tmp_path: Path) -> None:
    events = "event,party,type\ne1,p1,tried\ne2,p1,tried\n"
    relations = "from,type,to\np1,friend_of,p2\n"
    for name in ("summer", "winter"):
        desk.take(plan(write_kit(name, parties="party\np1\np2\n", events=events, relations=relations)))
    desk.take(plan(write_kit("summer", parties="party\np1\np2\np3\n")))
    files = _export(desk)
    assert [row["party"] for row in _cells(files["parties.csv"])] == [
        "p1", "p2", "winter/p1", "winter/p2", "p3",
    ]  # fmt: skip
    assert [row["source"] for row in _cells(files["events.csv"])] == ["", "", "winter", "winter"]
    again = _import(desk, _write(files, tmp_path / "out"))
    assert again.found.errors == again.found.warnings == []
    assert not any(item.is_changed for item in again.planned)
    other = Desk()
    other.take(_import(other, tmp_path / "out"))
    assert {n: f.to_bytes() for n, f in _export(other).items()} == {n: f.to_bytes() for n, f in files.items()}


def test_two_records_of_one_key_are_both_written(desk: Desk) -> None:
    key: Element = {"source": "s", "file": "parties.csv", "key": "p1"}
    odd: Element = {"source": "s", "file": "parties.csv", "key": " p2"}
    parties = [Record(kind=Kind.PARTY, id=new_id()).with_elements("keys", [k]) for k in (key, key, odd)]
    twin = Record(kind=Kind.PARTY, id=new_id()).with_fields(ref="p1")
    desk.records = {party.id: party for party in (*parties, twin)}
    written = [row["party"] for row in _cells(_export(desk)["parties.csv"])]
    assert written == ["p1", parties[1].id, parties[2].id, twin.id]


def test_what_is_not_there_is_not_referred_to(desk: Desk) -> None:
    here, gone, place = Record(kind=Kind.PARTY, id=new_id()).with_fields(ref="P1"), new_id(), new_id()
    event = (
        Record(kind=Kind.EVENT, id=new_id())
        .with_fields(case=gone, place=place)
        .with_elements("parties", [{"party": gone, "role": "victim"}, {"party": here.id, "role": "witness"}])
        .with_elements("links", [{"event": gone, "type": "follows"}])
    )
    case = Record(kind=Kind.CASE, id=new_id()).with_elements("parties", [{"party": gone}, {"party": here.id}])
    relation = Record(kind=Kind.RELATION, id=new_id()).with_fields(
        subject=here.id, type="friend_of", object=gone
    )
    desk.records = {record.id: record for record in (here, event, case, relation)}
    files = _export(desk)
    row = _cells(files["events.csv"])[0]
    assert (row["party"], row["others"], row["case"], row["place"]) == ("", "P1:witness", "none", "")
    assert "links" not in row
    assert _cells(files["cases.csv"])[0]["parties"] == "P1"
    assert "relations.csv" not in files


def test_the_case_is_named_only_where_it_does_not_follow(desk: Desk, plan: Work, write_kit: Kit) -> None:
    cases = "case,parties\nc1,p1|p2\nc2,p2\n"
    events = "event,party,case\ne1,p1,\ne2,p2,c2\ne3,p1,none\ne4,,c1\ne5,p1,c2\ne6,p3,\n"
    desk.take(plan(write_kit(parties="party\np1\np2\np3\n", cases=cases, events=events)))
    found = {row["event"]: row["case"] for row in _cells(_export(desk)["events.csv"])}
    assert found == {"e1": "", "e2": "c2", "e3": "none", "e4": "c1", "e5": "c2", "e6": "none"}


def test_a_relation_that_was_edited_keeps_its_key(
    desk: Desk, plan: Work, write_kit: Kit, tmp_path: Path
) -> None:
    desk.take(plan(write_kit(parties="party\np1\np2\n", relations="from,type,to\np1,friend_of,p2\n")))
    relation = desk.all(Kind.RELATION)[0]
    desk.records[relation.id] = relation.with_fields(type="colleague_of")
    files = _export(desk)
    row = _cells(files["relations.csv"])[0]
    assert (row["type"], row["relation"]) == ("colleague_of", "p1|friend_of|p2")
    again = _import(desk, _write(files, tmp_path / "out"))
    assert not any(item.before is None for item in again.planned)


def test_since_when_and_how_sure_a_relation_is_goes_out_and_comes_back(
    desk: Desk, plan: Work, write_kit: Kit
) -> None:
    table = "from,type,to,since,until,assertion\np1,friend_of,p2,early 2019,2021~,reported\n"
    desk.take(plan(write_kit(parties="party\np1\np2\n", relations=table)))
    (relation,) = desk.all(Kind.RELATION)
    fields = {"since": "early 2019", "until": "2021~", "assertion": "reported"}
    assert {name: relation.text(name) for name in fields} == fields
    (row,) = _cells(_export(desk)["relations.csv"])
    assert {name: row[name] for name in fields} == fields


def test_comments_go_out_and_come_back(desk: Desk, plan: Work, write_kit: Kit, tmp_path: Path) -> None:
    cell = "open:heron:Which prison: A\\|B?|answered::Is the day right?|Who says so?"
    desk.take(plan(write_kit(parties=f"party,comments\np1,{cell}\n")))
    (party,) = desk.all(Kind.PARTY)
    assert party.values("comments") == [
        {"comment": "Which prison: A|B?", "by": "heron", "state": "open", "pos": 0},
        {"comment": "Is the day right?", "state": "answered", "pos": 1},
        {"comment": "Who says so?", "state": "open", "pos": 2},
    ]
    files = _export(desk)
    again = _import(desk, _write(files, tmp_path / "out"))
    assert [item.record for item in again.planned if item.before != item.record] == []


def test_consents_go_out_and_come_back(desk: Desk, plan: Work, write_kit: Kit, tmp_path: Path) -> None:
    cell = (
        "not_asked;basis=campaign;source=s;1|Yes;purpose=with_name;pictures=yes;given_by=self;date=2026-01"
        "|withdrawn;given_by=lawyer;date=2026-02-03"
    )
    kit = write_kit(parties=f"party,consents\np1,{cell}\n", sources="cited,type\ns;1,news\n")
    desk.take(plan(kit))
    (party,) = desk.all(Kind.PARTY)
    (source,) = desk.all(Kind.SOURCE)
    assert party.values("consents") == [
        {"consent": "not_asked", "basis": "campaign", "source": source.id, "pos": 0},
        {
            "consent": "yes",
            "purpose": "with_name",
            "pictures": True,
            "given_by": "self",
            "date": "2026-01",
            "pos": 1,
        },
        {"consent": "withdrawn", "given_by": "lawyer", "date": "2026-02-03", "pos": 2},
    ]
    again = _import(desk, _write(_export(desk), tmp_path / "out"))
    assert [item.record for item in again.planned if item.before != item.record] == []


def test_a_basis_is_taken_out_and_in_only_with_its_document(
    desk: Desk, plan: Work, write_kit: Kit, tmp_path: Path
) -> None:
    cells = "not_asked;basis=campaign;source=s1|refused;given_by=self;date=2026"
    kit = write_kit(parties=f"party,consents\np1,{cells}\n", sources="cited,type\ns1,news\n")
    desk.take(plan(kit))
    (party,) = desk.all(Kind.PARTY)
    (source,) = desk.all(Kind.SOURCE)
    del desk.records[source.id]  # as of a damaged vault, or deleted since
    (row,) = _cells(_export(desk)["parties.csv"])
    assert row["consents"] == "refused;given_by=self;date=2026"
    assert desk.take(_import(desk, _write(_export(desk), tmp_path / "out"))).planned[0].record == party
    # The older kit names the document still, and says something new about the person.
    write_kit(parties=f"party,consents\np1,{cells}|refused;given_by=family;date=2026\n")
    done = desk.take(plan(kit))
    assert {finding.code for finding in done.found.warnings} == {RemarkCode.DELETED_HERE}
    (after,) = desk.all(Kind.PARTY)
    assert [e.get("given_by") for e in after.values("consents")] == ["self", "next_of_kin", None]


@pytest.mark.parametrize(
    "cell",
    [
        *("yes", "perhaps;given_by=self", "yes;purpose", "not_asked;source=s2", "not_asked;pictures=perhaps"),
        "yes;purpose=inside;given_by=self;date=2026;until=2025",
        "yes;purpose=inside;given_by=self;date=2026-02-30",
    ],
)
def test_a_consent_that_cannot_be_is_an_error(plan: Work, write_kit: Kit, cell: str) -> None:
    kit = write_kit(parties=f"party,consents\np1,{cell}\n", sources="cited,type\ns1,news\n")
    assert [error.column for error in plan(kit).found.errors][:1] == ["consents"]


def test_a_figure_may_be_called_otherwise_than_its_key(desk: Desk, plan: Work, write_kit: Kit) -> None:
    desk.take(plan(write_kit(figures="figure,name,value\nf1,Floods,9\nf2,,10\n")))
    rows = _cells(_export(desk)["figures.csv"])
    assert [(row["figure"], row["name"]) for row in rows] == [("f1", "Floods"), ("f2", "")]
    assert [figure.text("name") for figure in desk.all(Kind.FIGURE)] == ["Floods", "f2"]


@pytest.mark.parametrize(
    ("least", "most", "cell"),
    [(12, 12, "12"), (10, 15, "10-15"), (30, None, "at least 30"), (None, 9, "at most 9"), (None, None, "")],
)
def test_a_size_from_a_form(desk: Desk, least: int | None, most: int | None, cell: str) -> None:
    party = Record(kind=Kind.PARTY, id=new_id()).with_fields(size_min=least, size_max=most)
    desk.records = {party.id: party}
    assert _cells(_export(desk)["parties.csv"])[0]["size"] == cell


# --- any records at all ---------------------------------------------------------------------------------

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=10
).filter(str.strip)
AWKWARD = st.sampled_from(
    ["a|b", "a\\|b", "x\\", "a@Latn:main", "a:b", '"q"', "a\nb", " lead", "=1+1", "籍朔"]
)
TEXT = WORDS | AWKWARD
STRIPPED = TEXT.map(str.strip)


@st.composite
def _parties(draw: st.DrawFn) -> Record:
    names = st.fixed_dictionaries(
        {
            "name": STRIPPED,
            "script": st.sampled_from(["Latn", "Hans", "Arab"]),
            "kind": st.sampled_from(["main", "pen"]),
        }
    )
    terms = st.fixed_dictionaries({"vocabulary": st.sampled_from(["occupation", "cause"]), "raw": TEXT})
    party = Record(kind=Kind.PARTY, id=new_id()).with_fields(
        ref=f"P{new_id()}",
        age=draw(st.none() | TEXT),
        birth=draw(st.none() | TEXT),
        note=draw(st.none() | TEXT),
    )
    party = party.with_elements("names", draw(st.lists(names, max_size=3)))
    chosen = draw(st.lists(terms, max_size=3))
    chosen.sort(key=lambda term: term["vocabulary"] != "occupation")
    return party.with_elements("terms", chosen).with_visibility(
        draw(st.sampled_from(list(Visibility))), "age"
    )


@st.composite
def _events(draw: st.DrawFn, parties: list[Record]) -> Record:
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(
        type=draw(st.sampled_from(["detained", "tried", "an odd word"])),
        date=draw(st.sampled_from(["2020", "2020-02~", "1954-02-29", "soon", "early 2020"])),
        place_text=draw(st.none() | TEXT),
        summary=draw(st.none() | TEXT),
    )
    people = [{"party": draw(st.sampled_from(parties)).id, "role": "victim"}]
    people += [
        {"party": party.id, "role": "lawyer"}
        for party in draw(st.lists(st.sampled_from(parties), max_size=2))
    ]
    event = event.with_elements("parties", people)
    charges = st.fixed_dictionaries({"raw": TEXT, "stage": st.sampled_from(["", "indicted"])})
    event = event.with_elements("charges", draw(st.lists(charges, max_size=3)))
    event = event.with_elements("penalties", [{"raw": raw} for raw in draw(st.lists(TEXT, max_size=2))])
    return event.with_elements("terms", [{"raw": raw} for raw in draw(st.lists(TEXT, max_size=3))])


def _facts(record: Record, known: dict[RecordId, str]) -> object:
    """Return what a record says, without ids, references, keys and codes that follow from the words."""
    lists = {
        name: [
            {
                key: known.get(RecordId(str(value)), value) if key == "party" else value
                for key, value in element.items()
                if key in ("raw", "name", "script", "kind", "stage", "party", "role", "vocabulary", "level")
                and (name != "penalties" or key == "raw")
            }
            for element in record.values(name)
        ]
        for name in sorted(record.lists)
        if name != "keys"
    }
    return {k: v for k, v in record.fields.items() if k not in ("ref", "case")}, lists


@given(st.data())
def test_whatever_a_desk_holds_comes_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    parties = data.draw(st.lists(_parties(), min_size=1, max_size=3))
    events = data.draw(st.lists(_events(parties), max_size=3))
    desk, other = Desk(), Desk()
    desk.records = {record.id: record for record in (*parties, *events)}
    other.take(_import(other, _write(_export(desk), tmp_path_factory.mktemp("kit"))))
    for kind in (Kind.PARTY, Kind.EVENT):
        ours, theirs = (
            [
                _facts(record, {p.id: str(at) for at, p in enumerate(d.all(Kind.PARTY))})
                for record in d.all(kind)
            ]
            for d in (desk, other)
        )
        assert ours == theirs
