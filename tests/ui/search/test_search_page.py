"""The page of the search: filters by keyboard, results of the last question alone, no name left in sight."""

import threading
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from hrddesk.actions.analysis import saved_searches
from hrddesk.actions.analysis.search_filters import SearchQuery
from hrddesk.actions.records import cases, events, parties, places, sources
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.records.changes import Changes, Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.casework import change, fill, type_
from tests.ui.driver import Driver
from tests.ui.page_objects.search import SearchPage
from tests.ui.texts import records
from tests.ui.texts import search as texts

pytestmark = pytest.mark.timeout(120)


def search(desk: Driver, words: str) -> SearchPage:
    """Search from the box, and wait for the answer."""
    page = SearchPage(desk)
    page.search(words)
    return page


def filters(desk: Driver) -> SearchPage:
    """Go to the first filter by keys."""
    page = SearchPage(desk)
    page.enter_filters()
    return page


def choose(desk: Driver, words: str) -> None:
    """Choose in the list of the box that has the keyboard."""
    box = desk.focus()
    assert isinstance(box, QComboBox)
    desk.pick(*["Down"] * (box.findText(words) - box.currentIndex()))
    assert box.currentText() == words
    desk.settled()


def held(session: Session) -> Outcome[None]:
    """Two cases of the mill: in one somebody was detained in Anqing in 2020, in the other in 2018."""
    changes = Changes()
    for title, date, place in (("Mill one", "2020-02", "Anqing"), ("Mill two", "2018", "Hefei")):
        case = cases.create(session, {"title": title}, {"tags": [{"text": "water"}]}).result
        name = {"name": f"Ode {title}", "kind": "main"}
        who = parties.create(session, {"kind": "person"}, {"names": [name]}, case, "subject").result
        parts = {"parties": [{"party": who, "role": "victim"}], "charges": [{"raw": "寻衅滋事"}]}
        changes = events.add(
            session, case, {"type": "detained", "date": date, "place_text": place}, parts
        ).changes
    return Outcome(None, changes)


class Slow:
    """A look that has the thread of the search until it is told, or ended."""

    def __init__(self, desk: Driver) -> None:
        self.begun, self.enough = threading.Event(), threading.Event()
        assert desk.window.desk is not None
        self.task = desk.window.desk.look(desk.window, self._work, lambda _: None, lane="search")
        desk.until(self.begun.is_set)

    def _work(self, store: Store, job: Job) -> None:
        del store
        self.begun.set()
        while not self.enough.wait(0.01):
            job.step(0, 0)


@pytest.fixture
def mill(desk: Driver) -> Driver:
    change(desk, held)
    return desk


def test_filters_are_set_by_keys_told_in_words_and_cleared(mill: Driver) -> None:
    page = search(mill, "mill")
    assert sorted(page.titles) == ["Mill one", "Mill two", "Ode Mill one", "Ode Mill two"]
    assert not page.tells_filters
    filters(mill)
    choose(mill, texts.CASE)
    assert sorted(page.titles) == ["Mill one", "Mill two"]
    mill.key("Tab")
    mill.text("2020")
    mill.until(lambda: page.titles == ["Mill one"])
    kind, when = f"{texts.KIND}: \u2068{texts.CASE}\u2069", f"{texts.WHEN}: \u20682020\u2069"
    assert page.state == f"{texts.N_FILTERS.format(2)}: {kind} · {when}"
    mill.shot("search-filters")
    page.clear()
    mill.settled()
    assert len(page.titles) == 4
    assert page.kind.has_keyboard
    assert not page.tells_filters
    assert page.box.value == "mill"


def test_every_filter_narrows(mill: Driver) -> None:
    page = search(mill, "mill one")
    assert len(page.titles) == 2

    def says(words: str) -> bool:
        return page.summary == words

    for stop, (words, number) in enumerate(
        (("2018", 0), ("anqing", 2), ("寻衅", 2), ("detained", 2), ("fire", 0), ("Down", 0)), 1
    ):
        filters(mill)
        for _ in range(stop):
            mill.key("Tab")
        if words == "Down":
            choose(mill, texts.PUBLIC)
        else:
            type_(mill, words)
        mill.until(lambda: page.state.startswith(texts.ONE_FILTER.format(1) + ": "))
        mill.until(partial(says, texts.N_FOUND.format(2) if number else texts.NOTHING_FOUND))
        page.clear()
        mill.until(lambda: page.summary == texts.N_FOUND.format(2))


def test_a_status_is_asked_as_of_a_day(mill: Driver) -> None:
    page = search(mill, "ode")
    assert not page.view.filter.status.day.isEnabled()
    page.status.enter()
    choose(mill, records.IN_CUSTODY)
    assert sorted(page.titles) == ["Ode Mill one", "Ode Mill two"]
    mill.key("Tab")
    mill.text("2019-01-01")
    mill.key("Return")
    mill.until(lambda: page.titles == ["Ode Mill two"])
    assert texts.AS_OF.format("2019-01-01") in page.state
    mill.key("Tab")
    mill.text("2019-01-01")
    mill.key("Return")
    mill.until(lambda: page.summary == texts.NOTHING_FOUND)  # nobody had written it down yet


def test_a_whole_day_is_seen_on_a_small_screen(mill: Driver) -> None:
    mill.window.resize(1024, 700)
    page = filters(mill)
    page.status.enter()
    choose(mill, records.IN_CUSTODY)
    day = page.view.filter.status.day
    mill.fill(day, "2020-12-31")
    mill.key("End")
    mill.shot("search-day-narrow")
    assert day.cursorPositionAt(QPoint(0, day.height() // 2)) == 0  # nothing is scrolled out of it


def test_a_filter_alone_lists_and_escape_leaves(mill: Driver) -> None:
    mill.page("people")
    page = filters(mill)
    assert page.summary == texts.WORD_OR_FILTER
    choose(mill, texts.EVENT)
    assert len(page.titles) == 2
    mill.key("Escape")
    assert mill.frame.current == "people"
    assert page.titles == []
    assert not page.view.narrowed


def test_a_period_that_is_none_finds_nothing_and_says_so(mill: Driver) -> None:
    page = search(mill, "mill")
    filters(mill)
    mill.key("Tab")
    mill.text("1954-02-29")
    mill.until(lambda: page.titles == [])
    mill.until(lambda: "1954-02-29" in page.period.hint)
    assert page.summary == ""


def test_what_is_typed_on_is_searched_and_the_answer_to_less_never_shown(mill: Driver) -> None:
    page = search(mill, "mill")
    slow = Slow(mill)
    listings: list[list[str]] = []
    page.view.hits.entries.modelReset.connect(lambda: listings.append(page.titles))
    mill.key("Ctrl+F")
    mill.key("End")
    mill.text(" o")
    mill.until(lambda: page.summary == texts.SEARCHING)
    assert page.titles == []
    first = page.view._task
    assert first is not None
    mill.text("ne")
    mill.until(lambda: page.view._task is not first)
    slow.enough.set()
    mill.until(lambda: page.summary == texts.N_FOUND.format(2))
    mill.settled()
    assert first.done
    assert [listing for listing in listings if listing] == [["Mill one", "Ode Mill one"]] or sorted(
        listings[-1]
    ) == [
        "Mill one",
        "Ode Mill one",
    ]
    assert page.box.has_keyboard


def test_a_search_does_not_wait_for_figures_and_saving_not_for_it(mill: Driver) -> None:
    slow = Slow(mill)
    change(mill, held)
    assert mill.window.desk is not None
    assert mill.window.desk.looking
    slow.enough.set()
    mill.settled()


def test_locking_ends_a_search(mill: Driver) -> None:
    search(mill, "mill")
    Slow(mill)
    mill.key("Ctrl+L")
    mill.until(lambda: bool(mill.resumed))
    assert mill.app.drained


def test_no_key_brings_back_a_name_that_left_the_box(mill: Driver) -> None:
    box = mill.frame.top.search
    page = search(mill, "ode mill")
    mill.key("Return")  # opens the first: the box is emptied
    assert (box.text(), page.titles) == ("", [])
    mill.key("Ctrl+F")
    mill.key("Ctrl+Z")
    assert box.text() == ""
    assert not box.isUndoAvailable()
    mill.text("ode")
    mill.key("Escape")
    mill.key("Ctrl+Z")
    assert box.text() == ""
    assert page.wanted.text == ""


def saved(desk: Driver) -> list[str]:
    assert desk.window.desk is not None
    return [name for name, _ in saved_searches.saved(desk.window.desk.reader)]


def test_a_search_is_kept_run_renamed_and_deleted_by_keys(mill: Driver) -> None:
    page = search(mill, "mill")
    filters(mill)
    choose(mill, texts.CASE)
    page.name.enter()
    mill.text("The mills")
    mill.key("Return")
    mill.until(lambda: saved(mill) == ["The mills"])
    mill.settled()
    assert page.saved == "The mills"
    mill.key("Escape")
    assert mill.frame.current == "cases"
    assert page.name.value == ""
    filters(mill)
    assert page.number_of_saved == 2
    page.enter_saved()
    mill.pick("Down")
    mill.until(lambda: sorted(page.titles) == ["Mill one", "Mill two"])
    assert page.box.value == "mill"
    assert page.state == f"{texts.ONE_FILTER.format(1)}: {texts.KIND}: \u2068{texts.CASE}\u2069"
    mill.shot("search-saved")
    page.name.enter()
    mill.key("Ctrl+A")
    mill.text("Water")
    page.rename()
    mill.until(lambda: saved(mill) == ["Water"])
    mill.settled()
    assert page.saved == "Water"
    page.delete()
    mill.until(lambda: saved(mill) == [])
    mill.settled()
    page.hits.enter()
    mill.key("Ctrl+Z")
    mill.until(lambda: saved(mill) == ["Water"])
    mill.until(lambda: page.number_of_saved == 2)


def test_a_search_that_the_command_line_kept_is_run_whole(mill: Driver) -> None:
    wanted = SearchQuery(
        text="",
        kind="party",
        period="2018",
        place="Hefei",
        charge="寻衅滋事",
        tag="",
        status="in_custody",
        term="detained",
        level="restricted",
    )
    change(mill, lambda session: saved_searches.save(session, "All", replace(wanted, as_of="2020-01-01")))
    change(
        mill, lambda session: saved_searches.save(session, "Texts", SearchQuery(text="mill", kind="relation"))
    )
    page = filters(mill)
    page.enter_saved()
    mill.pick("Down")
    mill.until(lambda: page.titles == ["Ode Mill two"])
    assert page.wanted == replace(wanted, as_of="2020-01-01")
    assert page.state.startswith(texts.N_FILTERS.format(7) + ": ")
    mill.pick("Down")
    mill.until(lambda: page.summary == texts.NOTHING_FOUND)
    assert page.wanted == SearchQuery(text="mill", kind="relation")


def test_what_cannot_be_kept_says_why(mill: Driver) -> None:
    page = filters(mill)
    page.name.enter()
    mill.text("Nothing")
    mill.key("Return")
    assert page.trouble == texts.WORD_OR_FILTER
    search(mill, "mill")
    page.name.enter()
    mill.key("Ctrl+A")
    mill.key("Backspace")
    mill.key("Return")
    mill.until(lambda: texts.SEARCH_NAME_MISSING in page.trouble)
    assert saved(mill) == []


def told(session: Session) -> Outcome[None]:
    """A case with a long narrative, and in it somebody with an event of which a note tells."""
    story = "reeds " * 300 + 'the "heron" OR crane* 昨晚 😀 ئايگۈل كەلدى' + " reeds" * 300
    case = cases.create(session, {"title": "Reeds", "narrative": story, "note": "by the heronry"}).result
    names = [{"name": "胡岚", "kind": "main"}, {"name": "Ferry Lan", "kind": "alias"}]
    who = parties.create(session, {}, {"names": names}, case, "subject").result
    parts = {"parties": [{"party": who, "role": "victim"}]}
    note = {"type": "detained", "place_text": "Quay", "summary": "A boatman saw it at the weir."}
    return Outcome(None, events.add(session, case, note, parts).changes)


def test_trap_two_characters_and_signs_of_the_index_find_what_holds_them(desk: Driver) -> None:
    change(desk, told)
    page = SearchPage(desk)
    for words, wanted in (
        ("胡岚", ["胡岚"]),
        ("岚", ["胡岚"]),
        ("hulan", ["胡岚"]),
        ("昨", ["Reeds"]),
        ('"heron" OR', ["Reeds"]),
        ('"heron" AND', []),
        ("crane*", ["Reeds"]),
        ('"', []),
    ):
        desk.key("Ctrl+F")
        desk.key("Ctrl+A")
        type_(desk, words)
        desk.key("Return")
        desk.settled()
        assert page.titles == wanted, words


def test_a_hit_in_a_narrative_shows_the_words_and_opens_them(desk: Driver) -> None:
    change(desk, told)
    page = search(desk, "HERON OR crane")
    second = page.hits.entries[0].second
    assert f"{records.NARRATIVE}: \u2068…" in second
    assert second.endswith("…\u2069")
    assert page.marked == 'heron" OR crane'
    desk.shot("search-narrative")
    desk.key("Return")
    desk.settled()
    line = desk.focus()
    assert isinstance(line, QPlainTextEdit)
    assert line.accessibleName() == records.NARRATIVE
    assert line.textCursor().selectedText() == 'heron" OR crane'
    assert line.cursorRect().intersects(line.viewport().rect())
    desk.shot("search-narrative-opened")


def test_a_hit_by_an_alias_shows_it_and_opens_the_person(desk: Driver) -> None:
    change(desk, told)
    page = search(desk, "ferry lan")
    assert page.hits.entries[0].first == "\u2068胡岚\u2069"
    assert page.marked == "Ferry Lan"
    desk.key("Return")
    desk.until(lambda: desk.frame.current == "cases")


def test_a_hit_in_an_event_opens_its_form_at_the_words(desk: Driver) -> None:
    change(desk, told)
    page = search(desk, "boatman")
    assert page.marked == "boatman"
    desk.key("Return")
    desk.settled()
    line = desk.focus()
    assert isinstance(line, QPlainTextEdit)
    assert line.textCursor().selectedText() == "boatman"


def test_a_text_from_right_to_left_stays_in_its_place(desk: Driver) -> None:
    change(desk, told)
    desk.key("Ctrl+F")
    type_(desk, "ئايگۈل")
    desk.key("Return")
    desk.settled()
    page = SearchPage(desk)
    assert page.marked == "ئايگۈل"
    desk.shot("search-rtl")


def others(session: Session) -> Outcome[None]:
    """A place with another name, a source that is cited, a desk's own question, a published figure."""
    told(session)
    case = session.store.ids(Kind.CASE)[0]
    who = session.store.ids(Kind.PARTY)[0]
    places.create(session, {"en": "The mill"}, {}, ["Old Grinder"])
    source = sources.create(session, {"title": "A letter", "note": "came by boat"}).result
    with session.store.change("test") as change:
        change.put(
            Record(kind=Kind.CITATION, id=new_id()).with_fields(record=who, source=source, quote="she rowed")
        )
        change.put(Record(kind=Kind.FIGURE, id=new_id()).with_fields(name="Held in all", value="41"))
        change.put(session.store.get(case).with_elements("tags", [{"text": "water"}]))
    return Outcome(None, change.changes)


def test_two_places_of_one_name_are_told_apart_by_what_they_lie_in(desk: Driver) -> None:
    def work(session: Session) -> Outcome[None]:
        for outer in ("Quiet Province", "Loud Province"):
            parent = places.create(session, {"en": outer}).result
            changes = places.create(session, {"en": "Millford"}, {"parent": parent}).changes
        return Outcome(None, changes)

    change(desk, work)
    assert sorted(search(desk, "Millford").details) == [
        f"{texts.PLACE} · Loud Province",
        f"{texts.PLACE} · Quiet Province",
    ]


@pytest.mark.parametrize(
    ("words", "mark", "page", "selected"),
    [
        ("grinder", "Grinder", "settings", "Grinder"),
        ("by boat", "by boat", "sources", "by boat"),
        ("rowed", "rowed", "cases", ""),
        ("held in all", "", "figures", ""),
        ("water", "water", "cases", "water"),
    ],
)
def test_hits_of_every_kind_open(desk: Driver, words: str, mark: str, page: str, selected: str) -> None:
    change(desk, others)
    results = search(desk, words)
    assert len(results.titles) == 1
    assert results.marked == mark
    desk.key("Return")
    desk.until(lambda: desk.frame.current == page)
    desk.settled()
    line = desk.focus()
    if selected:
        assert isinstance(line, QPlainTextEdit | QLineEdit)
        holder = line.textCursor() if isinstance(line, QPlainTextEdit) else line
        assert holder.selectedText() == selected


@pytest.mark.parametrize(
    "words",
    [
        "\u202e\u202egnorts",
        "😀",
        "🏴\u200d☠️",
        "'\"%_*?[](){}^$\\",
        "a\0b",
        "胡" * 100_000,
        "\ufdfa",
        " \n\t ",
        "<b>x</b>",
    ],
)
def test_whatever_is_pasted_is_searched_and_filtered_by(desk: Driver, words: str) -> None:
    change(desk, told)
    page = SearchPage(desk)
    QApplication.clipboard().setText(words)
    desk.key("Ctrl+F")
    desk.key("Ctrl+V")
    desk.key("Return")
    desk.settled()
    assert page.view.isVisible()
    page.place.enter()
    desk.key("Ctrl+V")
    desk.bot.wait(300)  # longer than what is typed waits to be searched
    desk.settled()
    assert len(page.state) < 120
    page.period.enter()
    desk.key("Ctrl+V")
    desk.bot.wait(300)
    desk.settled()
    desk.key("Escape")
    desk.until(lambda: desk.frame.current == "cases")
    assert page.box.value == ""


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_look(desk: Driver, language: str) -> None:
    fill(desk)
    if language != "en":
        desk.window.speak(WindowLanguage(language))
    search(desk, "willow")
    desk.shot(f"search-page-{language}")
    page = SearchPage(desk)
    page.view.filter.place.setText("ئۈرۈمچى")
    desk.until(lambda: page.tells_filters)
    desk.shot(f"search-nothing-{language}")
