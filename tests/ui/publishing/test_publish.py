"""From reviewed texts to an audited PDF, in the window."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hrddesk.actions.analysis import figures
from hrddesk.actions.content_review.texts import TextState
from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.scope import profiles
from hrddesk.actions.vault import vaults
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.publish.process import press
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.profiles import SHIPPED
from hrddesk.redact.risks.combinations import GuessTrait
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.publishing.profiles import publish_words
from hrddesk_ui.widgets.labels.marked_text import MarkedText
from hrddesk_ui.words.translation import WindowLanguage as WindowLanguage
from tests.ui.casework import change
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.invented_cases import add_case, set_level
from tests.ui.page_objects.many_cases import ManyCases
from tests.ui.page_objects.parts import PartsAndFigures
from tests.ui.page_objects.published import PublishedPage
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.page_objects.reviewing import TextsPage
from tests.ui.texts import publishing, records, window
from tests.unit.redact.invented import Desk

Start = Callable[[Resume], Driver]
pytestmark = pytest.mark.timeout(180)
PERSONS = [publishing.PERSON_LABEL.format(letter) for letter in "AB"]
ONE_EACH = ", ".join(
    count.format(1) for count in (publishing.CASE_COUNT, publishing.EVENT_COUNT, publishing.PERSON_COUNT)
)
DETAINED_CASES = publishing.FIGURE_WHERE.format(
    publishing.CASES, publishing.CONDITION_IS.format(publishing.TYPE_OF_EVENT, records.DETAINED)
)
NARRATIVE = "Gao Weilin 高伟林 was taken from home; his number 13800138000 rang out. Gao Weilin came back."


@pytest.fixture
def filled(vault: Path, start: Start) -> Driver:
    """A window with two cases of three invented people."""
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        for number, names in enumerate((("Gao Weilin", "高伟林"), ("Dolkar Made-up", "སྒྲོལ་དཀར་བཟོས"))):
            scripts = ("Latn", "Hans" if number == 0 else "Tibt")
            case = cases.create(
                session, {"title": f"Case {number}", "narrative": NARRATIVE if number == 0 else ""}
            ).result
            party = parties.create(
                session,
                {"kind": "person", "sex": "male"},
                {
                    "names": [
                        {"name": name, "script": script, "kind": "main"}
                        for name, script in zip(names, scripts, strict=True)
                    ]
                },
                case=case,
                role="subject",
            ).result
            event = events.add(
                session,
                case,
                {"type": "detained", "date": f"2021-0{number + 1}", "place_text": "Willow Lane"},
                {"parties": [{"party": party, "role": "victim"}]},
            ).result
            set_level(session, Visibility.PUBLIC, case, party, event)
    driver = start(Resume(folder=str(vault), language="en", scheme="light"))
    driver.text(PASSPHRASE)
    driver.key("Return")
    driver.until(lambda: driver.window.frame is not None)
    driver.settled()
    return driver


def _pdf_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_step_to_tell_less_is_taken_by_one_key_and_looked_at(filled: Driver, tmp_path: Path) -> None:
    publication = PublicationPage(filled).open()
    publication.choose_all_cases()
    publication.preview()
    assert "2021-01" in publication.text
    publication.show_risks()
    step = publishing.STEP_REMAIN.format(publishing.STEP_TO_YEARS, 2, 2)
    assert step in publication.steps
    assert publishing.OTHERS_RECOGNISE in publication.thoughts
    publication.point_at_step(step)
    coarser = publication.view.preview.coarser
    filled.key("Space")
    filled.until(lambda: publication.can_write() and "2021-01" not in publication.text)
    assert coarser.steps == {Coarser.YEARS}
    assert coarser.hasFocus()
    assert publication.current_step == f"{publishing.STEP_TO_YEARS}: {publishing.STEP_DONE}"
    filled.shot("publish-coarser")
    target = tmp_path / "out.pdf"
    publication.answer_risks()
    publication.write_to(target)
    filled.until(lambda: publishing.PDF_WRITTEN in filled.window.message_bar.text, 60)
    assert "2021-01" not in _pdf_text(target)
    coarser.setFocus()
    filled.key("Return")  # takes it back
    filled.until(lambda: "2021-01" in publication.text)
    assert coarser.steps == frozenset()
    filled.key("Space")
    filled.until(lambda: bool(coarser.steps) and publication.can_write())
    publication.choose_profile("names")
    assert coarser.steps == frozenset(), "steps belong to what was published by the other profile"


def test_everybody_is_labelled_in_preview_and_pdf(filled: Driver, tmp_path: Path) -> None:
    publication = PublicationPage(filled).open()
    assert not publication.can_write()
    publication.press_preview()
    assert publication.problem == publishing.CHOOSE_CASES
    filled.key("Ctrl+A")
    filled.key("Space")
    assert len(publication.view.cases.chosen) == 2
    assert publication.case_heading == publishing.N_CASES.format(2)
    assert not publication.people_have_a_list()  # everybody gets a label under this profile
    publication.write_heading("Owls 𠮷")
    publication.preview()
    text = publication.text
    thoughts = publication.thoughts
    assert f"{publishing.CHARACTERS_WITHOUT_FONT}\n    1 × [U+20BB7]: Owls [U+20BB7]\n" in thoughts
    assert PERSONS[0] in text
    assert "Gao" not in text
    assert PERSONS[0] in publication.marked
    assert len(publication.labels) == 2
    filled.shot("publish-preview")
    publication.show_labels()
    filled.shot("publish-labels")
    publication.show_risks()
    filled.shot("publish-think")
    target = tmp_path / "out.pdf"
    publication.answer_risks()
    publication.write_to(target)
    filled.until(lambda: publishing.PDF_WRITTEN in filled.window.message_bar.text, 60)
    assert publishing.READ_AS_STRANGER in filled.window.message_bar.text
    filled.shot("publish-written")
    assert target.with_name("out.pdf.sig").is_file()
    printed = _pdf_text(target)
    assert PERSONS[0] in printed
    assert not re.search("Gao|Dolkar|高伟林", printed)
    publication.answer_risks()
    publication.write_to(target)
    filled.until(lambda: not publication.can_write() or bool(publication.problem))


def test_what_is_cancelled_leaves_nothing_and_later_changes_count(
    filled: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = PublicationPage(filled).open()
    publication.choose_all_cases()
    publication.preview()
    endless = [sys.executable, "-I", "-c", "import time; time.sleep(120)"]
    begun: list[str] = []

    def command() -> list[str]:
        begun.append("layout")
        return endless

    monkeypatch.setattr(press, "command", command)
    folder = tmp_path / "out"
    folder.mkdir()
    publication.answer_risks()
    publication.write_to(folder / "out.pdf")

    def buttons() -> list[QPushButton]:
        buttons_of_bar = filled.window.message_bar.findChildren(QPushButton)
        words = window.CANCEL.format(publishing.PRINTING)
        return [
            button for button in buttons_of_bar if button.accessibleName() == words and button.isVisible()
        ]

    filled.until(lambda: bool(buttons()) and bool(begun))
    filled.click(buttons()[0])
    filled.until(lambda: not buttons() and not filled.app.runner.busy)
    filled.settled()
    assert list(folder.iterdir()) == []
    assert publication.can_write()  # what was previewed holds, and may be written after all
    add_case(filled)
    filled.until(lambda: not publication.can_write())


def test_where_nothing_can_be_written_the_keyboard_stays_to_try_again(filled: Driver, tmp_path: Path) -> None:
    publication = PublicationPage(filled).open()
    publication.choose_all_cases()
    publication.preview()
    publication.answer_risks()
    publication.write_to(tmp_path / "nowhere" / "out.pdf")
    filled.until(lambda: bool(publication.problem), 60)
    assert publication.view.write_button.hasFocus()


def test_a_shipped_profile_speaks_as_the_window_does(filled: Driver) -> None:
    change(filled, lambda session: profiles.copy(session, "labels", "mine"))
    change(
        filled,
        lambda session: profiles.change(
            session, "mine", lambda each: replace(each, languages=("en", "zh-Hans"))
        ),
    )
    filled.window.speak(WindowLanguage.CHINESE)
    publication = PublicationPage(filled).open()
    assert publication.languages == "zh-Hans"
    for profile, language in (("mine", ("en", "zh-Hans")), ("names", ("zh-Hans",))):
        publication.choose_profile(profile)
        assert publication.languages == ",".join(language)
    publication.tick_all_cases()
    publication.preview()
    assert publication.text.startswith("个案记录")


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_no_tab_of_the_choices_is_cut(filled: Driver, language: WindowLanguage) -> None:
    filled.window.speak(language)
    for size in ((1366, 768), (1024, 700), (683, 384)):
        filled.window.resize(*size)
        publication = PublicationPage(filled).open()
        publication.choose_profile("names")
        publication.tick_all_cases()
        QApplication.sendPostedEvents()
        choices = publication.view.choices
        tabs = choices.tabBar()
        assert all(tabs.tabRect(tab).right() <= tabs.width() for tab in range(tabs.count())), size
        assert (
            sum(tabs.tabRect(tab).width() for tab in range(tabs.count())) <= publication.view.choices.width()
        ), size


def test_a_person_is_labelled_instead_of_named(filled: Driver) -> None:
    publication = PublicationPage(filled).open()
    publication.view.profile.setFocus()
    publication.choose_profile("names")
    publication.choose_all_cases()
    publication.follow()
    assert len(publication.people) == 2
    assert publication.case_heading == publishing.ALL_CASES
    publication.preview()
    assert "Gao Weilin" in publication.text
    filled.shot("publish-names")
    publication.view.choices.tabBar().setFocus()
    filled.key("Right")
    assert publication.view.people.isVisible()
    publication.filter_people("gao")
    (match,) = publication.people
    publication.label(match)
    assert publication.people_heading == publishing.N_PEOPLE_TO_LABEL.format(1)
    assert not publication.can_write()  # the preview is not of this choice
    assert publishing.PREVIEW_OUTDATED in publication.summary
    publication.preview()
    assert "Gao Weilin" not in publication.text
    assert "Dolkar" in publication.text
    filled.shot("publish-names-labelled")


def test_namesakes_are_told_apart(desk: Driver) -> None:
    namesake = ("Odal Brisk", Visibility.PUBLIC)
    _, *two = add_case(desk, namesake, namesake)
    assert desk.window.desk is not None
    refs = {desk.window.desk.reader.get(each).text("ref") for each in two}
    publication = PublicationPage(desk).open()
    publication.choose_profile("names")
    publication.choose_all_cases()
    desk.until(lambda: len(publication.people) == 2)
    offered = publication.people
    assert all("Odal Brisk" in text for text in offered)
    assert {text.partition("(")[2].rstrip(")") for text in offered} == refs
    publication.view.people.list.item(0).setCheckState(Qt.CheckState.Checked)
    publication.preview()
    assert len(publication.labels) == 1
    assert publication.labels[0][1] == offered[0]


def test_labels_are_those_of_the_publication_in_every_window(filled: Driver) -> None:
    filled.window.speak(WindowLanguage.CHINESE)
    publication = PublicationPage(filled).open()
    publication.tick_all_cases()
    for language, labels in (
        (("en",), set(PERSONS)),
        (("zh-Hans",), {"人员A", "人员B"}),
        (("en", "zh-Hans"), {f"{PERSONS[0]} · 人员A", f"{PERSONS[1]} · 人员B"}),
    ):
        publication.choose_languages(*language)
        publication.preview()
        assert {label for label, _ in publication.labels} == labels
        assert (PERSONS[0] in publication.text) == (language != ("zh-Hans",))
    filled.shot("publish-zh")


def test_it_is_said_when_labels_were_dealt_anew_and_why(filled: Driver) -> None:
    publication = PublicationPage(filled).open()
    publication.tick_case(0)
    publication.preview()
    assert not publication.relabelled
    assert publication.summary == f"{ONE_EACH}, {publishing.LABELLED.format(1)}."
    publication.tick_all_cases()

    def look(title: str) -> list[list[str]]:
        """Preview under a title; return who bears which label."""
        publication.write_heading(title)
        publication.press_preview()
        filled.settled()
        assert publication.can_write()
        return publication.labels

    first = look("title")
    for number in range(40):  # each title deals them anew: soon they differ
        if look(f"title {number}") != first:
            break
        assert not publication.relabelled
    assert publication.relabelled.startswith(publishing.LABELS_CHANGED.format(2))
    filled.shot("publish-dealt")
    look(publication.heading)
    assert not publication.relabelled


def test_who_may_learn_of_the_ticked_cases_is_one_button_away(filled: Driver) -> None:
    publication = PublicationPage(filled).open()
    publication.ask_for_levels()
    assert publication.problem == publishing.CHOOSE_CASES
    filled.key("Space")
    assert not publication.problem
    publication.ask_for_levels()
    assert filled.frame.current == "cases"
    many = ManyCases(filled)
    assert many.heading == publishing.CASE_CHOSEN.format(1)
    assert many.asks_for_level()
    publication = PublicationPage(filled).open()
    publication.choose_all_cases()
    publication.ask_for_levels()
    assert many.heading == publishing.N_CASES_CHOSEN.format(2)


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_the_lists_to_choose_from_have_room(filled: Driver, size: tuple[int, int]) -> None:
    filled.window.resize(*size)
    publication = PublicationPage(filled).open()
    publication.choose_profile("names")
    for tab, chosen in ((0, publication.view.cases.table), (1, publication.view.people.list)):
        publication.view.choices.setCurrentIndex(tab)
        QApplication.sendPostedEvents()
        assert chosen.viewport().height() >= (6 if size[1] > 500 else 3) * 32  # rows
        filled.shot(f"publish-choose-{tab}-{size[0]}")


def test_a_text_is_read_confirmed_and_taken_back(filled: Driver) -> None:
    publication = PublicationPage(filled).open()
    publication.tick_all_cases()
    publication.press_preview()
    filled.until(publication.offers_texts)
    publication.review_texts()
    filled.settled()
    text = TextsPage(filled)
    text.show()
    filled.until(lambda: len(text.rows) == 1)
    filled.settled()
    assert text.state == publishing.NOT_REVIEWED
    assert "高伟林" in text.marked
    assert "13800138000" in text.marked
    assert text.marked.count("Gao Weilin") == 2
    filled.shot("texts")
    text.focus_places()
    filled.key("Down")
    filled.shot("texts-pointed")
    assert "Gao" not in text.result
    text.confirm()
    filled.until(lambda: text.state == publishing.REVIEWED)
    filled.settled()
    filled.shot("texts-reviewed")
    text.take_back()
    filled.until(lambda: text.state == publishing.NOT_REVIEWED)


def test_what_nobody_reviewed_and_who_is_no_person_is_said_in_words(desk: Driver, tmp_path: Path) -> None:
    case, *_ = add_case(desk, ("Vero Lunt", Visibility.PUBLIC), narrative="They came at night.")

    def add_court(session: Session) -> Outcome[None]:
        court = parties.create(
            session,
            {"kind": "authority"},
            {"names": [{"name": "Court of Lower Quarry", "kind": "main"}]},
            case,
            "subject",
        ).result
        return set_level(session, Visibility.PUBLIC, court)

    change(desk, add_court)
    publication = PublicationPage(desk).open()
    publication.tick_all_cases()
    publication.preview()
    people = f"{publishing.PERSON_COUNT.format(1)}, {publishing.LABELLED.format(1)}"
    bodies = f"{publishing.BODY_COUNT.format(1)}, {publishing.BODIES_NAMED.format(1)}"
    assert f"{people}, {bodies}." in publication.summary
    assert publishing.TEXT_LEFT_OUT_WHY.format(1) in publication.summary
    desk.shot("publish-left-out")
    publication.answer_risks()
    publication.write_to(tmp_path / "out.pdf")
    desk.until(lambda: publishing.PDF_WRITTEN in desk.window.message_bar.text, 60)
    assert publishing.TEXT_LEFT_OUT.format(1) in desk.window.message_bar.text
    printed = re.sub(r"\s+", " ", _pdf_text(tmp_path / "out.pdf"))
    assert publishing.BODIES_HEADING in printed


def test_publications_are_listed(filled: Driver, tmp_path: Path) -> None:
    publication = PublicationPage(filled).open()
    publication.tick_all_cases()
    publication.preview()
    publication.answer_risks()
    publication.write_to(tmp_path / "first.pdf")
    filled.until(lambda: publishing.PDF_WRITTEN in filled.window.message_bar.text, 60)
    published = PublishedPage(filled)
    published.show()
    assert "first.pdf" in published.rows[0]
    filled.shot("published")


def test_what_waits_in_the_thread_of_the_vault_is_published_by_nobody_who_has_not_seen_it(
    filled: Driver, tmp_path: Path
) -> None:
    """Something long was started, such as an acceptance; while it runs, a preview of before is written."""
    publication = PublicationPage(filled).open()
    publication.tick_all_cases()
    publication.preview()

    def later(session: Session) -> Outcome[None]:
        party = next(record for record in session.store.all(Kind.PARTY))
        return parties.edit(session, party.id, {"ethnicity": "tibetan"})

    assert filled.window.desk is not None
    filled.window.desk.change(publication.view, lambda session, job: later(session), lambda made: None)
    publication.answer_risks()
    publication.write_to(tmp_path / "first.pdf")
    filled.until(lambda: bool(publication.problem), 60)
    assert publishing.CHANGED_SINCE_PREVIEW in publication.problem
    assert not list(tmp_path.glob("*.pdf*"))
    assert not publication.can_write()
    publication.preview()
    publication.answer_risks()
    publication.write_to(tmp_path / "first.pdf")
    filled.until(lambda: publishing.PDF_WRITTEN in filled.window.message_bar.text, 60)


def test_the_dialog_gives_the_place(filled: Driver, tmp_path: Path) -> None:
    publication = PublicationPage(filled).open()
    publication.tick_all_cases()
    publication.preview()
    publication.answer_risks()
    publication.press_write()
    filled.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    filled.until(dialog.isActiveWindow)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    filled.fill(name, str(tmp_path / "chosen"))
    filled.key("Return")
    filled.until(lambda: (tmp_path / "chosen.pdf").is_file(), 60)
    filled.until(lambda: publishing.PDF_WRITTEN in filled.window.message_bar.text, 60)


def test_marks_stand_where_they_should_in_every_script(qtbot: QtBot) -> None:
    widget = MarkedText("text")
    qtbot.addWidget(widget)
    text = "𠮷田\r\nཨོཾ next\rlast 高伟林"
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("田", "next", "高伟林")]
    widget.show_text(text, spans)
    assert list(widget.marked) == ["田", "next", "高伟林"]
    widget.go_to(spans[2])
    assert widget.textCursor().block().text().startswith("last")
    assert isinstance(widget.textCursor(), QTextCursor)


def test_everything_that_can_be_said_has_words() -> None:
    assert set(publish_words.FOUND) == set(IdentifierKind)
    assert set(publish_words.TRAITS) == set(GuessTrait)
    assert set(publish_words.TEXT_STATES) == set(TextState)
    assert set(publish_words.PROFILES) == set(SHIPPED)
    assert set(publish_words.COARSER) == set(Coarser)
    assert publish_words.profile_words("our own") == "our own"


def test_counts_that_tell_of_few_when_one_is_taken_from_the_other(filled: Driver) -> None:
    people = Desk()
    for number in range(7):
        level = Visibility.RESTRICTED if number == 3 else Visibility.PUBLIC
        people.told(people.party(f"Tam Quell {number}", sex="male", level=level))

    def save(session: Session) -> Outcome[None]:
        with session.store.change("test") as change:
            for record in people.records.values():
                change.put(record)
        return Outcome(None, figures.save(session, "Men", asked(unit="persons", where=["sex=male"])).changes)

    change(filled, save)
    publication = PublicationPage(filled).open()
    publication.choose_all_cases()
    parts = PartsAndFigures(filled)
    parts.show()
    parts.tick_first_figure()
    parts.count_all()
    publication.choose_profile("names")
    publication.preview()
    thoughts = publication.thoughts
    difference = publishing.FIGURE_LESS_ANOTHER.format("Men", publishing.PRINTED_PEOPLE, 1)
    assert f"{publishing.FEW_BY_SUBTRACTION}\n    {difference}" in thoughts


def test_parts_and_figures_are_chosen_and_a_figure_alone_is_enough(filled: Driver, tmp_path: Path) -> None:
    def save(session: Session) -> Outcome[None]:
        return Outcome(None, figures.save(session, "Detained", asked(where=["type=detained"])).changes)

    change(filled, save)
    publication = PublicationPage(filled).open()
    parts = PartsAndFigures(filled)
    parts.show()
    assert parts.parts == frozenset(Chapter)
    assert list(parts.figures) == []
    parts.tick_first_figure()
    assert parts.figures == ("Detained",)
    assert parts.heading == publishing.N_PARTS_AND_FIGURES.format(1)
    filled.shot("publish-parts")
    filled.window.resize(683, 384)
    filled.shot("publish-parts-small")
    filled.window.resize(1366, 768)
    publication.preview()
    assert publishing.COUNT_HIDDEN in publication.text
    assert publishing.CASE_SHEETS not in publication.text
    assert DETAINED_CASES in publication.text
    thoughts = publication.thoughts
    assert f"{publishing.COUNTS_HIDDEN}\n    Detained: {publishing.SMALL_COUNT.format(1)}" in thoughts
    publication.show_risks()
    filled.shot("publish-hidden-counts")
    parts.turn_names()
    assert not publication.can_write()
    publication.preview()
    assert DETAINED_CASES not in publication.text
    assert "Detained" in map(str.strip, publication.text.splitlines())
    parts.turn_names()
    for part in (Chapter.TIMELINE, Chapter.LIST, Chapter.CHARTS):
        parts.turn_part(part)
    assert parts.parts == {Chapter.SHEETS}
    assert not publication.can_write()  # what was previewed is something else
    publication.preview()
    target = tmp_path / "figures.pdf"
    publication.answer_risks()
    publication.write_to(target)
    filled.until(target.exists)
    filled.settled()
    assert publishing.COUNTED_ARE_CASES in " ".join(_pdf_text(target).split())
