"""Relations of the people of a case by hand, cited, drawn; and the sources of the case in one place."""

import pytest

from hrddesk.actions.records import citations, parties, sources
from hrddesk.actions.records.citations import CONTRADICTS, SourceStatement
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk_ui.widgets.lists.entry_list_model import ListEntry
from hrddesk_ui.words.record_words import RecordWords
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, choose, fill, key, list_is_there, stored, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.drafts import UnsavedForms
from tests.ui.page_objects.forms import EventForm, RelationForm
from tests.ui.page_objects.records import CasesPage
from tests.ui.texts import records


def _reader(desk: Driver) -> Store:
    assert desk.window.desk is not None
    return desk.window.desk.reader


def _be_ready(desk: Driver) -> None:
    """Open a list once and close it: a bare X server gives the window the keyboard only now."""
    key(desk, "Ctrl+E")
    type_(desk, "Detained")
    desk.until(list_is_there)
    key(desk, "Escape")
    EventForm(desk).view.mark_clean()
    key(desk, "Escape")


def test_a_relation_is_written_cited_changed_and_removed(desk: Driver) -> None:
    fill(desk, 2)
    _be_ready(desk)
    relations = CasesPage(desk).relations
    relations.show()
    assert relations.says_how_to_begin
    desk.shot("relations-none")
    relations.add()
    form = RelationForm(desk)
    assert form.subject.has_keyboard  # the person of the case is proposed as the one to whom it is
    choose(desk, "Ruolan")
    key(desk, "Ctrl+S")
    assert records.RELATION_KIND_MISSING in form.problem
    form.type.enter()
    choose(desk, "Spouse")
    key(desk, "Ctrl+R")
    type_(desk, "A letter")
    desk.until(list_is_there)
    key(desk, "Up")
    key(desk, "Return")
    assert form.view.citations.count("type") == 1
    desk.shot("relation-new")
    desk.window.speak(WindowLanguage.CHINESE)
    UnsavedForms(desk).show()
    assert "谭若岚" in UnsavedForms(desk).rows[0]
    key(desk, "Return")
    form = RelationForm(desk)
    desk.shot("relation-new-zh")
    assert form.type.value == "spouse_of"
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.RELATION) == 1)
    desk.settled()
    reader = _reader(desk)
    relation = reader.get(reader.ids(Kind.RELATION)[0])
    people = reader.ids(Kind.PARTY)
    assert (relation.text("subject"), relation.text("object")) == (people[0], people[1])
    assert [item.text("field") for item in citations.of_record(reader, relation.id)] == ["type"]
    assert len(relations.list.entries) == 1
    relations.open(relation.id)
    form = RelationForm(desk)
    form.since.write("early 1999")
    form.until.write("2021")
    desk.shot("relation-dates-zh")
    key(desk, "Ctrl+S")
    desk.until(lambda: reader.get(relation.id).text("since") == "early 1999")
    desk.settled()
    assert relations.list.entries[0].second.endswith("自 early 1999 起 · 至 2021")
    relations.list.enter()
    key(desk, "Delete")
    desk.until(lambda: stored(desk, Kind.RELATION) == 0)
    desk.settled()
    relations.take_back()
    desk.until(lambda: stored(desk, Kind.RELATION) == 1)


def test_nobody_is_related_to_themselves(desk: Driver) -> None:
    fill(desk, 1)
    relations = CasesPage(desk).relations
    relations.show()
    relations.add()
    form = RelationForm(desk)
    edit = form.view
    edit.subject.set_choice(edit._choice(str(form.object_record)))
    edit.type.set_value("kin")
    key(desk, "Ctrl+S")
    assert records.RELATED_TO_THEMSELVES in form.problem
    assert stored(desk, Kind.RELATION) == 0


@pytest.mark.timeout(120)
def test_a_relation_reads_as_a_sentence_in_both_directions_and_languages(desk: Driver) -> None:
    fill(desk, 2)
    _be_ready(desk)
    relations = CasesPage(desk).relations
    relations.show()
    relations.add()
    form = RelationForm(desk)
    reader = _reader(desk)
    about = relations.view.detail.subjects[0] if relations.view.detail else None
    assert form.object_record == about  # nothing says that somebody whom it concerns is a father
    assert form.subject_record is None
    concerned = _plain(form.object.value)
    choose(desk, "Ruolan")
    father = _plain(form.subject.value)
    form.type.enter()
    choose(desk, "father of")
    assert _plain(form.sentence) == f"{father} – {records.PARENT_OF} – {concerned}"
    desk.shot("relation-sentence")
    form.swap()
    assert _plain(form.sentence) == f"{concerned} – {records.PARENT_OF} – {father}"
    form.swap()
    key(desk, "Ctrl+S")
    desk.until(lambda: stored(desk, Kind.RELATION) == 1)
    desk.settled()
    relation = reader.get(reader.ids(Kind.RELATION)[0])
    assert relation.text("object") == about
    names = {row.id: row.name for row in parties.rows(reader, reader.ids(Kind.PARTY))}
    child, parent = names[RecordId(relation.text("object"))], names[RecordId(relation.text("subject"))]
    assert _read(relations.list.entries[0]) == (parent, f"{records.PARENT_OF} – {child}")
    desk.window.speak(WindowLanguage.CHINESE)
    relations.show()
    desk.until(lambda: len(relations.list.entries) == 1)
    assert _read(relations.list.entries[0]) == (parent, f"是 {child} 的父母")
    assert _plain(RecordWords(reader).title(relation)) == f"{parent} 是 {child} 的父母"
    desk.click(relations.list.view.viewport())
    desk.shot("relation-sentence-zh")


def _read(entry: ListEntry) -> tuple[str, str]:
    """Return both lines of an entry, which are read one after the other."""
    return _plain(entry.first), _plain(entry.second)


def _plain(words: str) -> str:
    """Return words without the signs that keep names from turning a line."""
    return words.translate(dict.fromkeys(map(ord, "\u2068\u2069")))


def test_demand_3_the_sources_of_a_case_stand_together_with_what_each_says(desk: Driver) -> None:
    fill(desk, 1)
    cases_page = CasesPage(desk)
    case_sources = cases_page.sources
    case_sources.show()
    assert case_sources.says_how_to_begin
    desk.shot("case-sources-none")
    reader = _reader(desk)
    (party,), events = reader.ids(Kind.PARTY), reader.ids(Kind.EVENT)
    ids: list[RecordId] = []

    def work(session: Session) -> Outcome[None]:
        for title in ("A letter", "A relative"):
            ids.append(sources.create(session, {"title": title}).result)
        citations.cite(
            session,
            events[0],
            SourceStatement(source=ids[0], field="date", quote="on a Sunday", locator="page 2"),
        )
        citations.cite(session, events[1], SourceStatement(source=ids[0], field="", stance=CONTRADICTS))
        return Outcome(
            None, citations.cite(session, party, SourceStatement(source=ids[1], field="birth")).changes
        )

    change(desk, work)
    desk.until(lambda: len(case_sources.list.entries) == 2)
    entry = next(each for each in case_sources.list.entries if each.id == ids[0])
    assert entry.second.startswith(f"{records.N_IN_SUPPORT.format(1)} · {records.N_AGAINST.format(1)}")
    case_sources.list.select(ids[0])
    desk.until(lambda: len(case_sources.passages.entries) == 2)
    assert "“on a Sunday” · page 2" in case_sources.passages.entries[0].second
    desk.shot("case-sources")
    desk.window.speak(WindowLanguage.CHINESE)
    CasesPage(desk).show_case(reader.ids(Kind.CASE)[0])
    case_sources.show()
    desk.until(lambda: len(case_sources.list.entries) == 2)
    desk.shot("case-sources-zh")
    case_sources.passages.enter()
    key(desk, "Home")
    key(desk, "Return")
    desk.until(lambda: cases_page.timeline.view.isVisible() or cases_page.people.view.isVisible())
    case_sources.show()
    case_sources.list.select(ids[1])
    case_sources.open_source()
    desk.until(lambda: desk.frame.current == "sources")
