"""Two records of one person: found across scripts, made one by a person alone, and taken apart again."""

from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.analysis.duplicate_search import candidates
from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, citations, events, evidence, parties, places, record_texts, sources
from hrddesk.errors import InvalidValue, RecordNotFound, UndoNotPossible
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.texts.texts import OF_A_PART, in_languages, texts_of
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent


def _person(session: Session, *named: str, case: RecordId | None = None, **fields: str) -> RecordId:
    return parties.create(
        session, fields, {"names": [{"name": name} for name in named]}, case, "subject"
    ).result


def test_merging_moves_everything_along_in_one_act_and_undo_takes_it_back(session: Session) -> None:
    store = session.store
    case = cases.create(session, {"title": "The mill"}).result
    kept = _person(session, "胡岚", case=case, sex="f", birth="1970")
    other = _person(session, "Hu Lan", "Lan", case=case, birth="1970-05-01", ethnicity="Han", note="seen")
    event = events.add(
        session, case, {"type": "detained"}, {"parties": [{"party": other, "role": "victim"}]}
    ).result
    source, cited, relative, tie = (new_id() for _ in range(4))
    with store.change("test") as change:
        change.put(Record(kind=Kind.SOURCE, id=source).with_fields(title="a letter"))
        change.put(
            Record(kind=Kind.CITATION, id=cited).with_fields(record=other, source=source, field="birth")
        )
        change.put(Record(kind=Kind.PARTY, id=relative).with_fields(kind="person"))
        change.put(
            Record(kind=Kind.RELATION, id=tie).with_fields(subject=other, type="sibling", object=relative)
        )
    before = {record.id: record for kind in Kind for record in store.all(kind)}
    ref = store.get(other).text("ref")

    assert duplicates.differing(store, kept, other) == ["birth"]
    changes = duplicates.merge(session, kept, other, ["birth"]).changes

    record = store.get(kept)
    assert record.text("birth") == "1970-05-01"  # what was chosen
    assert record.text("ethnicity") == before[other].text("ethnicity")  # what one of them says alone
    assert record.text("ref") == before[kept].text("ref")
    assert record.text("note") == "seen"
    assert [item["name"] for item in record.values("names")] == ["胡岚", "Hu Lan", "Lan"]
    assert store.find(other) is None
    assert [item["party"] for item in store.get(event).values("parties")] == [kept]
    assert [item["party"] for item in store.get(case).values("parties")] == [kept]  # once, not twice
    assert store.get(cited).text("record") == kept
    assert store.get(tie).text("subject") == kept
    assert store.by_ref(ref).id == store.by_ref(other).id == kept
    assert {entry.act for entry in store.history.of_record(event)[-1:]} == {changes.act}
    assert candidates(store) == []
    (stands,) = duplicates.merges(store)
    assert (stands.merged, stands.kept, stands.ref) == (other, kept, ref)

    duplicates.undo(session, ref)
    assert {record.id: record for kind in Kind for record in store.all(kind)} == before
    assert duplicates.merges(store) == []
    assert len(candidates(store)) == 1


def test_a_reference_leads_where_the_merge_leads_whatever_a_record_claims(session: Session) -> None:
    """A contact knows how references are counted on: it can claim one before it is given out."""
    other = _person(session, "Hu Lan")
    ref = session.store.get(other).text("ref")
    claim = {"source": "merged", "file": "record", "key": ref}
    with session.store.change("test") as change:
        change.put(Record(kind=Kind.PARTY, id=new_id()).with_elements("keys", [claim]))
    kept = _person(session, "Hu Lan")
    duplicates.merge(session, kept, other)
    assert session.store.by_ref(ref).id == kept
    duplicates.undo(session, ref)
    assert session.store.by_ref(ref).id == other
    parties.remove(session, other)
    with pytest.raises(RecordNotFound):
        session.store.by_ref(ref)


def test_a_merge_is_not_undone_over_later_work(session: Session) -> None:
    kept, other = _person(session, "胡岚"), _person(session, "Hu Lan")
    duplicates.merge(session, kept, other)
    parties.edit(session, kept, {"sex": "f"})
    with pytest.raises(UndoNotPossible):
        duplicates.undo(session, other)
    with pytest.raises(RecordNotFound):
        duplicates.undo(session, kept)


def test_nothing_is_shown_to_more_people_than_before(session: Session) -> None:
    kept, other = _person(session, "胡岚"), _person(session, "Hu Lan", sex="f")
    with session.store.change("test") as change:
        change.put(session.store.get(kept).with_visibility(Visibility.PUBLIC))
        change.put(session.store.get(other).with_visibility(Visibility.SECRET))
    duplicates.merge(session, kept, other)
    record = session.store.get(kept)
    assert {record.visibility(name) for name in ("names", "sex")} == {Visibility.SECRET}


def test_people_who_are_not_the_same_are_never_proposed_again(session: Session) -> None:
    one, other = _person(session, "胡岚"), _person(session, "Hu Lan")
    assert candidates(session.store)
    duplicates.keep_apart(session, other, one)
    assert candidates(session.store) == []
    parties.edit(session, one, {"birth": "1970-01-01"})
    parties.edit(session, other, {"birth": "1970-01-01"})
    assert candidates(session.store) == []


def test_only_two_records_of_one_kind_can_be_merged(session: Session) -> None:
    case = cases.create(session, {}).result
    one, other = _person(session, "胡岚"), _person(session, "Hu Lan")
    event = events.add(session, case, {"type": "detained"}, {}).result
    for kept, merged in ((one, one), (one, case), (event, event)):
        with pytest.raises(InvalidValue):
            duplicates.merge(session, kept, merged)
    for take in ("ref", "x"):
        with pytest.raises(InvalidValue):
            duplicates.merge(session, one, other, [take])
    assert len(session.store.ids(Kind.PARTY)) == 2


def test_a_chain_of_merges_leads_to_its_end(session: Session) -> None:
    first, second, third = (_person(session, name) for name in ("胡岚", "Hu Lan", "HU Lan"))
    duplicates.merge(session, second, first)
    duplicates.merge(session, third, second)
    with session.store.change("late") as change:  # somebody's draft, or an import, that still names the first
        change.put(
            Record(kind=Kind.EVENT, id=new_id()).with_elements(
                "parties", [{"party": first, "role": "victim"}]
            )
        )
    (event,) = session.store.all(Kind.EVENT)
    assert [item["party"] for item in event.values("parties")] == [third]
    assert session.store.by_ref(first).id == third


def test_an_import_finds_the_kept_record_under_the_key_of_the_merged_one(
    session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "kit"
    folder.mkdir()
    rows = "party,names,age\np1,胡岚,\np2,Hu Lan,\n"
    (folder / "parties.csv").write_text(rows, "utf-8")
    imports.run(session, folder)
    first, second = session.store.ids(Kind.PARTY)
    duplicates.merge(session, first, second)
    report = imports.run(session, folder).result
    assert (report.new, report.updated, report.errors) == ({}, {}, ())
    (folder / "parties.csv").write_text(rows.replace("p2,Hu Lan,", "p2,Hu Lan,30"), "utf-8")
    (folder / "events.csv").write_text("event,party,type\ne1,p2,detained\n", "utf-8")
    imports.run(session, folder)
    assert session.store.ids(Kind.PARTY) == [first]
    assert session.store.get(first).text("age") == "30"
    (event,) = session.store.all(Kind.EVENT)
    assert [item["party"] for item in event.values("parties")] == [first]


def _everything(session: Session) -> dict[RecordId, Record]:
    return {record.id: record for kind in Kind for record in session.store.all(kind)}


def test_a_place_takes_along_what_lies_in_it_and_what_happened_there(session: Session) -> None:
    store = session.store
    kept = places.create(session, {"en": "Tarnfold"}, {}, ["the fold"]).result
    other = places.create(
        session, {"en": "Tarnfold", "zh-Hans": "云墨"}, {"kind": "county"}, ["Old Fold"]
    ).result
    inner = places.create(session, {"en": "West Mill"}, {"parent": other}).result
    event = events.add(
        session, cases.create(session, {}).result, {"type": "detained", "place": other}, {}
    ).result
    before = _everything(session)
    duplicates.merge(session, kept, other)
    record = store.get(kept)
    assert [item["text"] for item in record.values("aliases")] == ["the fold", "Old Fold"]
    assert (record.labels["zh-Hans"], record.text("kind")) == ("云墨", "county")
    assert store.get(inner).text("parent") == store.get(event).text("place") == kept
    assert store.by_ref(other).id == kept
    (stands,) = duplicates.merges(store)
    assert (stands.kind, stands.name) == (Kind.PLACE, "Tarnfold / 云墨")
    duplicates.undo(session, other)
    assert _everything(session) == before


@pytest.mark.parametrize(("kept", "other"), [(0, 2), (2, 0), (1, 2), (2, 1), (0, 1), (1, 0)])
def test_no_place_lies_in_itself_whichever_of_a_line_of_places_are_one(
    session: Session, kept: int, other: int
) -> None:
    top = places.create(session, {"en": "Quiet Province"}).result
    line = [top]
    for name in ("Tarnfold", "Low Tarnfold", "Tarnfold Mill"):
        line.append(places.create(session, {"en": name}, {"parent": line[-1]}).result)
    _, *line = line
    duplicates.merge(session, line[kept], line[other], ["parent"])
    for place in session.store.ids(Kind.PLACE):
        steps = [place]
        while parent := session.store.get(steps[-1]).text("parent"):
            assert parent not in steps
            steps.append(RecordId(parent))
        assert steps[-1] == top


def test_a_place_at_the_top_stays_there_when_it_takes_in_what_lies_in_it(session: Session) -> None:
    top = places.create(session, {"en": "Tarnfold"}).result
    inner = places.create(session, {"en": "Tarnfold County"}, {"parent": top}).result
    duplicates.merge(session, top, inner)
    assert session.store.get(top).text("parent") == ""
    with session.store.change("late") as change:  # somebody's draft that still puts it where it was
        change.put(session.store.get(top).with_fields(parent=inner))
    assert session.store.get(top).text("parent") == ""


def test_a_source_takes_its_citations_along(session: Session) -> None:
    kept = sources.create(session, {"title": "A letter", "reliability": "doubtful"}).result
    other = sources.create(session, {"title": "A letter!", "type": "document", "note": "in a box"}).result
    who = _person(session, "Odal Brisk")
    said = citations.SourceStatement(
        source=other, field="birth", stance="supports", quote="Born in spring.", locator="page 2"
    )
    cited = citations.cite(session, who, said).result
    before = _everything(session)
    assert duplicates.differing(session.store, kept, other) == ["title"]
    duplicates.merge(session, kept, other, ["title"])
    record = session.store.get(kept)
    assert (record.text("title"), record.text("reliability")) == ("A letter!", "doubtful")
    assert (record.text("type"), record.text("note")) == ("document", "in a box")
    assert session.store.get(cited).text("source") == kept
    assert session.store.by_ref(other[:8]).id == kept
    duplicates.undo(session, other)
    assert _everything(session) == before


def test_a_case_takes_its_people_events_and_evidence_along(session: Session, tmp_path: Path) -> None:
    store = session.store
    kept = cases.create(session, {"title": "The mill", "narrative": "First."}).result
    other = cases.create(session, {"title": "The old mill", "narrative": "Second."}).result
    first, second = _person(session, "Odal Brisk", case=kept), _person(session, "Wend Tarno", case=other)
    with store.change("test") as change:
        people = [*store.get(other).values("parties"), {"party": first, "role": "subject"}]
        change.put(store.get(other).with_elements("parties", people))
    event = events.add(
        session, other, {"type": "detained"}, {"parties": [{"party": second, "role": "victim"}]}
    ).result
    photo = tmp_path / "photo.txt"
    photo.write_text("a gate", "utf-8")
    added = evidence.add(session, other, photo, silent()).result
    ref, before = store.get(other).text("ref"), _everything(session)
    duplicates.merge(session, kept, other)
    record = store.get(kept)
    assert [item["party"] for item in record.values("parties")] == [first, second]
    assert (record.text("title"), record.text("narrative")) == ("The mill", "First.\n\nSecond.")
    assert store.get(event).text("case") == kept
    assert store.get(added.id).values("cases") == [{"case": kept, "pos": 0}]
    assert store.by_ref(ref).id == kept
    duplicates.undo(session, ref)
    assert _everything(session) == before


def test_an_import_finds_merged_places_sources_and_cases_under_their_keys(
    session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "kit"
    folder.mkdir()
    written = {
        "places": "place,label@en,parent\na,Tarnfold,\nb,Tarnfold,\nc,West Mill,b\n",
        "sources": "cited,title\ns,A letter\nt,A letter\n",
        "parties": "party,names\np1,Odal Brisk\n",
        "cases": "case,title,parties\nx,The mill,p1\ny,The mill,p1\n",
        "events": "event,case,party,type,place,place_key\ne1,y,p1,detained,Tarnfold,b\n",
        "citations": "citation,record,cited\nc1,case:y,t\n",
    }
    for name, text in written.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    imports.run(session, folder)
    for kind in (Kind.PLACE, Kind.SOURCE, Kind.CASE):
        duplicates.merge(session, *session.store.ids(kind)[:2])
    after = _everything(session)
    report = imports.run(session, folder).result
    assert (report.new, report.updated, report.errors) == ({}, {}, ())
    assert _everything(session) == after
    more = "event,case,party,type,place,place_key\ne1,y,p1,detained,Tarnfold,b\ne2,y,p1,released,Tarnfold,b\n"
    (folder / "events.csv").write_text(more, "utf-8")
    imports.run(session, folder)
    assert {event.text("place") for event in session.store.all(Kind.EVENT)} == {
        session.store.ids(Kind.PLACE)[0]
    }
    assert {event.text("case") for event in session.store.all(Kind.EVENT)} == {
        session.store.ids(Kind.CASE)[0]
    }


def test_another_name_in_the_same_language_becomes_an_other_name_of_the_kept_place(session: Session) -> None:
    kept = places.create(session, {"en": "Tarnfold"}, {}, ["the fold"]).result
    other = places.create(session, {"en": "Tarn", "ug": "تارن"}).result
    duplicates.merge(session, kept, other)
    place = session.store.get(kept)
    assert dict(place.labels) == {"en": "Tarnfold", "ug": "تارن"}
    assert {item["text"] for item in place.values("aliases")} == {"the fold", "Tarn"}


def _translated(session: Session, narrative: str, translation: str) -> RecordId:
    case = cases.create(session, {"title": "x", "narrative": narrative, "text_language": "zh-Hans"}).result
    parts = {"body": translation, "language": "en", "kind": "translation", "of": "1"}
    record_texts.add(session, case, parts)
    return case


def test_a_translation_of_one_of_two_joined_texts_is_none_of_the_whole(session: Session) -> None:
    kept = _translated(session, "他走了。", "He left.")
    other = _translated(session, "她走了。", "She left.")
    duplicates.merge(session, kept, other)
    record = session.store.get(kept)
    assert [text.get("of") for text in record.values("texts")] == [OF_A_PART] * 2
    whole, *halves = texts_of(record)
    assert whole.body == "他走了。\n\n她走了。"
    assert in_languages([whole, *halves], ("en",)) == ([], [whole, *halves])
    assert in_languages([whole, *halves], ("en", "zh-Hans")) == ([whole], halves)
    # A person who joins them makes one translation of the whole.
    body = {"body": "He left. She left.", "of": "1"}
    record_texts.change(session, kept, "2", body)
    texts = texts_of(session.store.get(kept))
    assert [text.body for text in in_languages(texts, ("en",))[0]] == ["He left. She left."]
    duplicates.merge(session, kept, _translated(session, "她走了。", "She went."))
    again = texts_of(session.store.get(kept))  # the other is a part, the whole is as it was
    assert [text.body for text in in_languages(again, ("en",))[0]] == ["He left. She left."]
    assert [text.of for text in again if text.body == "She went."] == [OF_A_PART]


def test_a_translation_stays_one_where_its_text_does(session: Session) -> None:
    kept = cases.create(session, {"title": "x"}).result
    duplicates.merge(session, kept, _translated(session, "他走了。", "He left."))
    duplicates.merge(session, kept, _translated(session, "他走了。", "He went."))
    texts = texts_of(session.store.get(kept))
    assert [text.of for text in texts] == ["", "narrative", "narrative"]
