"""Sources can be named by a code name only, and are never lost sight of by what cites them."""

import pytest

from hrddesk.actions.records import cases, citations, history, parties, places, sources, visibility
from hrddesk.actions.records.citations import SourceStatement
from hrddesk.errors import InvalidValue
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session


def test_a_source_has_a_title_or_a_code_name(session: Session) -> None:
    with pytest.raises(InvalidValue):
        sources.create(session, {"type": "interview"})
    source = sources.create(
        session, {"code_name": "Kingfisher", "type": "访谈", "reliability": "可靠"}
    ).result
    record = session.store.get(source)
    assert (record.text("type"), record.text("reliability")) == ("interview", "reliable")
    assert record.visibility("title") is record.visibility("code_name") is Visibility.SECRET
    with pytest.raises(InvalidValue):
        sources.edit(session, source, {"code_name": None})
    with pytest.raises(InvalidValue):
        sources.edit(session, source, {"language": "Spanish"})
    sources.edit(session, source, {"language": "ZH-hant"})
    assert session.store.get(source).text("language") == "zh-Hant"
    sources.edit(session, source, {"title": "A neighbour", "reliability": "told by two"})
    assert session.store.get(source).text("reliability") == "told by two"
    assert sources.title_of(session.store.get(source)) == "Kingfisher"


def test_the_list_is_found_by_title_and_code_name_and_counts_what_cites(session: Session) -> None:
    case = cases.create(session, {"title": "The mill"}).result
    heron = sources.create(session, {"code_name": "Heron"}).result
    letter = sources.create(session, {"title": "来自磨坊的信"}).result
    assert sources.list_ids(session.store) == [heron, letter]
    assert sources.list_ids(session.store, "磨坊") == [letter]
    assert sources.list_ids(session.store, "nobody") == []
    citations.cite(session, case, SourceStatement(source=letter, field="title"))
    citations.cite(session, case, SourceStatement(source=letter, field="narrative"))
    assert [row.cited for row in sources.rows(session.store, [heron, letter])] == [0, 2]


def test_with_a_source_its_citations_go_and_come_back(session: Session) -> None:
    case = cases.create(session, {"title": "The mill"}).result
    letter = sources.create(session, {"title": "A letter"}).result
    citations.cite(session, case, SourceStatement(source=letter))
    act = sources.remove(session, letter).changes.act
    assert (session.store.ids(Kind.SOURCE), session.store.ids(Kind.CITATION)) == ([], [])
    assert act is not None
    history.undo(session, act)
    assert [item.text("source") for item in citations.of_record(session.store, case)] == [letter]


def test_a_citation_whose_source_is_not_here_is_left_out_of_those_of_a_case(session: Session) -> None:
    case = cases.create(session, {"title": "The mill"}).result
    source = sources.create(session, {"title": "A letter"}).result
    citations.cite(session, case, SourceStatement(source=source))
    assert [item.source.id for item in sources.of_case(session.store, cases.detail(session.store, case))] == [
        source
    ]
    with session.store.change("test") as change:  # as a bundle that leaves the source out may have it
        citation = citations.of_record(session.store, case)[0]
        change.put(citation.with_fields(source="f" * 32))
    assert sources.of_case(session.store, cases.detail(session.store, case)) == []


def test_a_person_who_told_stays_confidential(session: Session) -> None:
    heron = sources.create(session, {"code_name": "Heron", "type": "family"}).result
    paper = sources.create(session, {"title": "The verdict", "kind": "document"}).result
    for level in ("public", "restricted"):
        with pytest.raises(InvalidValue, match="stays confidential"):
            sources.edit(session, heron, {"visibility": level})
        with pytest.raises(InvalidValue, match="stays confidential"):
            visibility.set_level(session, heron, level, "note")
    visibility.set_level(session, heron, "secret")
    visibility.set_level(session, paper, "public")
    with pytest.raises(InvalidValue, match="stays confidential"):
        sources.edit(session, paper, {"kind": "person"})
    assert [row.kind for row in sources.rows(session.store, [heron, paper])] == ["person", "document"]


def test_a_description_names_nobody_and_no_place_of_the_vault(session: Session) -> None:
    parties.create(session, {}, {"names": [{"name": "Odal Brisk"}]})
    places.create(session, {"en": "Quarrytown"}, {}, ["石场镇"])
    heron = sources.create(
        session, {"code_name": "Heron", "attribution": "described", "credit": "A guard"}
    ).result
    for words in ("A guard in Quarrytown", "石场镇的看守", "Brisk Odal, a guard", "A cousin of Odal Brisk"):
        with pytest.raises(InvalidValue, match="it names a person or a place"):
            sources.edit(session, heron, {"credit": words})
    with pytest.raises(InvalidValue, match="a year at most"):
        sources.edit(session, heron, {"credit": "A guard, May 2021"})
    with pytest.raises(InvalidValue, match="write an alias"):
        sources.edit(session, heron, {"interviewer": "Odal Brisk"})
    sources.edit(session, heron, {"credit": "A guard, 2021", "interviewer": "Wren"})
    record = session.store.get(heron)
    assert (record.text("credit"), record.text("interviewer")) == ("A guard, 2021", "Wren")
