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

from hrddesk.actions import cases, events, figures, parties, profiles, vaults
from hrddesk.actions.texts import State
from hrddesk.analysis.questions import asked
from hrddesk.publish import press
from hrddesk.records.field_specs import Visibility
from hrddesk.records.kinds import Kind
from hrddesk.redact.chapters import Part
from hrddesk.redact.coarser import Coarser
from hrddesk.redact.combinations import Trait
from hrddesk.redact.found import Found
from hrddesk.redact.leftout import LeftOut
from hrddesk.redact.profiles import SHIPPED
from hrddesk.session import Session
from hrddesk.store.changes import Changes
from hrddesk_ui import publish_words
from hrddesk_ui.resume import Resume
from hrddesk_ui.translation import Language as WindowLanguage
from hrddesk_ui.widgets.marked_text import MarkedText
from tests.ui.casework import change, page
from tests.ui.driver import PASSPHRASE, Driver
from tests.ui.publishing import add_case, answer_risks, followed, publish_page, set_level
from tests.unit.redact.invented import Desk

Start = Callable[[Resume], Driver]
pytestmark = pytest.mark.timeout(180)
NARRATIVE = "Gao Weilin 高伟林 was taken from home; his number 13800138000 rang out. Gao Weilin came back."


@pytest.fixture
def filled(vault: Path, start: Start) -> Driver:
    """A window with two cases of three invented people."""
    with vaults.unlock(vault, vaults.passphrase_secret(PASSPHRASE)) as session:
        for number, names in enumerate((("Gao Weilin", "高伟林"), ("Dolkar Made-up", "སྒྲོལ་དཀར་བཟོས"))):
            scripts = ("Latn", "Hans" if number == 0 else "Tibt")
            case, _ = cases.create(
                session, {"title": f"Case {number}", "narrative": NARRATIVE if number == 0 else ""}
            )
            party, _ = parties.create(
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
            )
            event, _ = events.add(
                session,
                case,
                {"type": "detained", "date": f"2021-0{number + 1}", "place_text": "Willow Lane"},
                {"parties": [{"party": party, "role": "victim"}]},
            )
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
    view = publish_page(filled).publication
    filled.click(view.choices.all_cases)
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    assert "2021-01" in view.preview.text.toPlainText()
    view.preview.tabs.setCurrentIndex(2)
    coarser = view.preview.coarser
    rows = [coarser.item(row).text() for row in range(coarser.count())]
    assert "Dates by the year: then 2 of 2 remain" in rows
    assert "Other readers may recognise:" in view.preview.thoughts.toPlainText()
    coarser.setFocus()
    coarser.setCurrentRow(rows.index("Dates by the year: then 2 of 2 remain"))
    filled.key("Space")
    filled.until(lambda: view.write_button.isEnabled() and "2021-01" not in view.preview.text.toPlainText())
    assert coarser.steps == {Coarser.YEARS}
    assert coarser.hasFocus()
    assert coarser.currentItem().text() == "Dates by the year: taken"
    filled.shot("publish-coarser")
    target = tmp_path / "out.pdf"
    answer_risks(filled, view)
    view.write(target)
    filled.until(lambda: "The PDF was written" in filled.window.message_bar.text, 60)
    assert "2021-01" not in _pdf_text(target)
    coarser.setFocus()
    filled.key("Return")  # takes it back
    filled.until(lambda: "2021-01" in view.preview.text.toPlainText())
    assert coarser.steps == frozenset()
    filled.key("Space")
    filled.until(lambda: bool(coarser.steps) and view.write_button.isEnabled())
    view.profile.setCurrentIndex(view.profile.findData("names"))
    assert coarser.steps == frozenset(), "steps belong to what was published by the other profile"


def test_everybody_is_labelled_in_preview_and_pdf(filled: Driver, tmp_path: Path) -> None:
    view = publish_page(filled).publication
    assert not view.write_button.isEnabled()
    filled.click(view.preview_button)
    assert view.trouble.text() == "Tick at least one case, or choose All cases."
    filled.key("Ctrl+A")
    filled.key("Space")
    assert len(view.cases.chosen) == 2
    assert view.choices.tabText(0) == "Cases: 2"
    assert not view.choices.isTabVisible(1)  # everybody gets a label under this profile
    view.heading.setText("Owls 𠮷")
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    text = view.preview.text.toPlainText()
    thoughts = view.preview.thoughts.toPlainText()
    assert (
        "No font has these characters; each is printed as its number:\n    1 × [U+20BB7]: Owls [U+20BB7]\n"
        in thoughts
    )
    assert "Person A" in text
    assert "Gao" not in text
    assert "Person A" in view.preview.text.marked
    assert view.preview.labels.rowCount() == 2
    filled.shot("publish-preview")
    view.preview.tabs.setCurrentIndex(1)
    filled.shot("publish-labels")
    view.preview.tabs.setCurrentIndex(2)
    filled.shot("publish-think")
    target = tmp_path / "out.pdf"
    answer_risks(filled, view)
    view.write(target)
    filled.until(lambda: "The PDF was written" in filled.window.message_bar.text, 60)
    assert "Read all pages as a stranger would" in filled.window.message_bar.text
    filled.shot("publish-written")
    assert target.with_name("out.pdf.sig").is_file()
    printed = _pdf_text(target)
    assert "Person A" in printed
    assert not re.search("Gao|Dolkar|高伟林", printed)
    answer_risks(filled, view)
    view.write(target)
    filled.until(lambda: not view.write_button.isEnabled() or view.trouble.isVisible())


def test_what_is_cancelled_leaves_nothing_and_later_changes_count(
    filled: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = publish_page(filled).publication
    filled.click(view.choices.all_cases)
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    endless = [sys.executable, "-I", "-c", "import time; time.sleep(120)"]
    begun: list[str] = []

    def command() -> list[str]:
        begun.append("layout")
        return endless

    monkeypatch.setattr(press, "command", command)
    folder = tmp_path / "out"
    folder.mkdir()
    answer_risks(filled, view)
    view.write(folder / "out.pdf")

    def buttons() -> list[QPushButton]:
        found = filled.window.message_bar.findChildren(QPushButton)
        words = "Cancel: Printing and checking the pages"
        return [button for button in found if button.accessibleName() == words and button.isVisible()]

    filled.until(lambda: bool(buttons()) and bool(begun))
    filled.click(buttons()[0])
    filled.until(lambda: not buttons() and not filled.app.runner.busy)
    filled.settled()
    assert list(folder.iterdir()) == []
    assert view.write_button.isEnabled()  # what was previewed holds, and may be written after all
    add_case(filled)
    filled.until(lambda: not view.write_button.isEnabled())


def test_where_nothing_can_be_written_the_keyboard_stays_to_try_again(filled: Driver, tmp_path: Path) -> None:
    view = publish_page(filled).publication
    filled.click(view.choices.all_cases)
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    answer_risks(filled, view)
    view.write(tmp_path / "nowhere" / "out.pdf")
    filled.until(view.trouble.isVisible, 60)
    assert view.write_button.hasFocus()


def test_a_shipped_profile_speaks_as_the_window_does(filled: Driver) -> None:
    change(filled, lambda session: profiles.copy(session, "labels", "mine"))
    change(
        filled,
        lambda session: profiles.change(
            session, "mine", lambda each: replace(each, languages=("en", "zh-Hans"))
        ),
    )
    filled.window.speak(WindowLanguage.CHINESE)
    view = publish_page(filled).publication
    assert view.language.currentData() == "zh-Hans"
    for profile, language in (("mine", ("en", "zh-Hans")), ("names", ("zh-Hans",))):
        view.profile.setCurrentIndex(view.profile.findData(profile))
        assert view.language.currentData() == ",".join(language)
    view.cases.model.choose_all()
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    assert view.preview.text.toPlainText().startswith("个案记录")


@pytest.mark.parametrize("language", list(WindowLanguage))
def test_no_tab_of_the_choices_is_cut(filled: Driver, language: WindowLanguage) -> None:
    filled.window.speak(language)
    for size in ((1366, 768), (1024, 700), (683, 384)):
        filled.window.resize(*size)
        view = publish_page(filled).publication
        view.profile.setCurrentIndex(view.profile.findData("names"))
        view.cases.model.choose_all()
        QApplication.sendPostedEvents()
        tabs = view.choices.tabBar()
        assert all(tabs.tabRect(tab).right() <= tabs.width() for tab in range(tabs.count())), size
        assert sum(tabs.tabRect(tab).width() for tab in range(tabs.count())) <= view.choices.width(), size


def test_a_person_is_labelled_instead_of_named(filled: Driver) -> None:
    view = publish_page(filled).publication
    view.profile.setFocus()
    view.profile.setCurrentIndex(view.profile.findData("names"))
    filled.click(view.choices.all_cases)
    followed(filled, view)
    assert view.people.list.count() == 2
    assert view.choices.tabText(0) == "Cases: all"
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    assert "Gao Weilin" in view.preview.text.toPlainText()
    filled.shot("publish-names")
    view.choices.tabBar().setFocus()
    filled.key("Right")
    assert view.people.isVisible()
    filled.fill(view.people.filter, "gao")
    shown = [row for row in range(2) if not view.people.list.item(row).isHidden()]
    assert len(shown) == 1
    view.people.list.setFocus()
    view.people.list.setCurrentRow(shown[0])
    filled.key("Space")
    assert view.choices.tabText(1) == "People to label: 1"
    assert not view.write_button.isEnabled()  # the preview is not of this choice
    assert "Something changed" in view.preview.summary.text()
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    assert "Gao Weilin" not in view.preview.text.toPlainText()
    assert "Dolkar" in view.preview.text.toPlainText()
    filled.shot("publish-names-labelled")


def test_namesakes_are_told_apart(desk: Driver) -> None:
    namesake = ("Odal Brisk", Visibility.PUBLIC)
    _, *two = add_case(desk, namesake, namesake)
    assert desk.window.desk is not None
    refs = {desk.window.desk.reader.get(each).text("ref") for each in two}
    view = publish_page(desk).publication
    view.profile.setCurrentIndex(view.profile.findData("names"))
    desk.click(view.choices.all_cases)
    desk.until(lambda: view.people.list.count() == 2)
    offered = [view.people.list.item(row).text() for row in range(2)]
    assert all("Odal Brisk" in text for text in offered)
    assert {text.partition("(")[2].rstrip(")") for text in offered} == refs
    view.people.list.item(0).setCheckState(Qt.CheckState.Checked)
    desk.click(view.preview_button)
    desk.until(view.write_button.isEnabled)
    assert view.preview.labels.rowCount() == 1
    labelled = view.preview.labels.item(0, 1)
    assert labelled is not None
    assert labelled.text() == offered[0]


def test_labels_are_those_of_the_publication_in_every_window(filled: Driver) -> None:
    filled.window.speak(WindowLanguage.CHINESE)
    view = publish_page(filled).publication
    view.cases.model.choose_all()
    for language, labels in (
        (("en",), {"Person A", "Person B"}),
        (("zh-Hans",), {"人员A", "人员B"}),
        (("en", "zh-Hans"), {"Person A · 人员A", "Person B · 人员B"}),
    ):
        view.language.setCurrentIndex(view.language.findData(",".join(language)))
        filled.click(view.preview_button)
        filled.until(view.write_button.isEnabled)
        shown = {item.text() for row in range(2) if (item := view.preview.labels.item(row, 0)) is not None}
        assert shown == labels
        assert ("Person A" in view.preview.text.toPlainText()) == (language != ("zh-Hans",))
    filled.shot("publish-zh")


def test_it_is_said_when_labels_were_dealt_anew_and_why(filled: Driver) -> None:
    view = publish_page(filled).publication
    view.cases.model.choose([0], True)
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    assert not view.preview.dealt.isVisible()
    assert view.preview.summary.text() == "1 case, 1 event, 1 person, 1 of them labelled."
    view.cases.model.choose_all()

    def look(title: str) -> list[str]:
        """Preview under a title; return who bears which label."""
        view.heading.setText(title)
        filled.click(view.preview_button)
        filled.settled()
        assert view.write_button.isEnabled()
        table = view.preview.labels
        cells = [table.item(row, column) for row in range(2) for column in range(2)]
        return [cell.text() for cell in cells if cell is not None]

    first = look("title")
    for number in range(40):  # each title deals them anew: soon they differ
        if look(f"title {number}") != first:
            break
        assert not view.preview.dealt.isVisible()
    assert view.preview.dealt.isVisible()
    assert view.preview.dealt.text().startswith("2 labels changed since the last preview.")
    filled.shot("publish-dealt")
    look(view.heading.text())
    assert not view.preview.dealt.isVisible()


def test_who_may_learn_of_the_ticked_cases_is_one_button_away(filled: Driver) -> None:
    view = publish_page(filled).publication
    filled.click(view.choices.levels_button)
    assert view.trouble.text() == "Tick at least one case, or choose All cases."
    filled.key("Space")
    assert not view.trouble.isVisible()
    filled.click(view.choices.levels_button)
    assert filled.frame.current == "cases"
    many = page(filled).many
    assert many.heading.text() == "1 case chosen"
    assert many.level.hasFocus()
    view = publish_page(filled).publication
    filled.click(view.choices.all_cases)
    filled.click(view.choices.levels_button)
    assert many.heading.text() == "2 cases chosen"


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_the_lists_to_choose_from_have_room(filled: Driver, size: tuple[int, int]) -> None:
    filled.window.resize(*size)
    view = publish_page(filled).publication
    view.profile.setCurrentIndex(view.profile.findData("names"))
    for tab, chosen in ((0, view.cases.table), (1, view.people.list)):
        view.choices.setCurrentIndex(tab)
        QApplication.sendPostedEvents()
        assert chosen.viewport().height() >= (8 if size[1] > 500 else 3) * 32  # rows
        filled.shot(f"publish-choose-{tab}-{size[0]}")


def test_a_text_is_read_confirmed_and_taken_back(filled: Driver) -> None:
    page = publish_page(filled)
    page.publication.cases.model.choose_all()
    filled.click(page.publication.preview_button)
    filled.until(page.publication.preview.texts_button.isVisible)
    filled.click(page.publication.preview.texts_button)
    filled.settled()
    page.tabs.setCurrentWidget(page.texts)
    view = page.texts
    filled.until(lambda: view.texts.count() == 1)
    filled.settled()
    assert view.state.text() == "not reviewed"
    marked = list(view.text.marked)
    assert "高伟林" in marked
    assert "13800138000" in marked
    assert marked.count("Gao Weilin") == 2
    filled.shot("texts")
    view.found.setFocus()
    filled.key("Down")
    filled.shot("texts-pointed")
    assert "Gao" not in view.result.toPlainText()
    filled.click(view.confirm_button)
    filled.until(lambda: view.state.text() == "reviewed")
    filled.settled()
    filled.shot("texts-reviewed")
    filled.click(view.back_button)
    filled.until(lambda: view.state.text() == "not reviewed")


def test_what_nobody_reviewed_and_who_is_no_person_is_said_in_words(desk: Driver, tmp_path: Path) -> None:
    case, *_ = add_case(desk, ("Vero Lunt", Visibility.PUBLIC), narrative="They came at night.")

    def add_court(session: Session) -> Changes:
        court, _ = parties.create(
            session,
            {"kind": "authority"},
            {"names": [{"name": "Court of Lower Quarry", "kind": "main"}]},
            case,
            "subject",
        )
        return set_level(session, Visibility.PUBLIC, court)

    change(desk, add_court)
    view = publish_page(desk).publication
    view.cases.model.choose_all()
    desk.click(view.preview_button)
    desk.until(view.write_button.isEnabled)
    said = view.preview.summary.text()
    assert "1 person, 1 of them labelled, 1 group or authority, 1 of these named." in said
    assert "1 free text left out: nobody reviewed it as it is now." in said
    desk.shot("publish-left-out")
    answer_risks(desk, view)
    view.write(tmp_path / "out.pdf")
    desk.until(lambda: "The PDF was written" in desk.window.message_bar.text, 60)
    assert "1 free text left out" in desk.window.message_bar.text
    printed = re.sub(r"\s+", " ", _pdf_text(tmp_path / "out.pdf"))
    assert "Groups, organisations and authorities" in printed


def test_publications_are_listed(filled: Driver, tmp_path: Path) -> None:
    page = publish_page(filled)
    page.publication.cases.model.choose_all()
    filled.click(page.publication.preview_button)
    filled.until(page.publication.write_button.isEnabled)
    answer_risks(filled, page.publication)
    page.publication.write(tmp_path / "first.pdf")
    filled.until(lambda: "The PDF was written" in filled.window.message_bar.text, 60)
    page.tabs.setCurrentWidget(page.records)
    assert "first.pdf" in page.records.list.item(0).text()
    filled.shot("published")


def test_what_waits_in_the_thread_of_the_vault_is_published_by_nobody_who_has_not_seen_it(
    filled: Driver, tmp_path: Path
) -> None:
    """Something long was started, such as an acceptance; while it runs, a preview of before is written."""
    page = publish_page(filled)
    view = page.publication
    view.cases.model.choose_all()
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)

    def later(session: Session) -> tuple[None, Changes]:
        party = next(record for record in session.store.all(Kind.PARTY))
        return None, parties.edit(session, party.id, {"ethnicity": "tibetan"})

    assert filled.window.desk is not None
    filled.window.desk.change(view, lambda session, job: later(session), lambda made: None)
    answer_risks(filled, view)
    view.write(tmp_path / "first.pdf")
    filled.until(lambda: view.trouble.isVisible(), 60)
    assert "has changed since it was previewed" in view.trouble.text()
    assert not list(tmp_path.glob("*.pdf*"))
    assert not view.write_button.isEnabled()
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    answer_risks(filled, view)
    view.write(tmp_path / "first.pdf")
    filled.until(lambda: "The PDF was written" in filled.window.message_bar.text, 60)


def test_the_dialog_gives_the_place(filled: Driver, tmp_path: Path) -> None:
    view = publish_page(filled).publication
    view.cases.model.choose_all()
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    answer_risks(filled, view)
    filled.click(view.write_button)
    filled.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    filled.until(dialog.isActiveWindow)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    filled.fill(name, str(tmp_path / "chosen"))
    filled.key("Return")
    filled.until(lambda: (tmp_path / "chosen.pdf").is_file(), 60)
    filled.until(lambda: "The PDF was written" in filled.window.message_bar.text, 60)


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
    assert set(publish_words.FOUND) == set(Found)
    assert set(publish_words.LEFT_OUT) == set(LeftOut)
    assert set(publish_words.TRAITS) == set(Trait)
    assert set(publish_words.TEXT_STATES) == set(State)
    assert set(publish_words.PROFILES) == set(SHIPPED)
    assert set(publish_words.COARSER) == set(Coarser)
    assert publish_words.profile_words("our own") == "our own"


def test_counts_that_tell_of_few_when_one_is_taken_from_the_other(filled: Driver) -> None:
    made = Desk()
    for at in range(7):
        level = Visibility.RESTRICTED if at == 3 else Visibility.PUBLIC
        made.told(made.party(f"Tam Quell {at}", sex="male", level=level))

    def save(session: Session) -> Changes:
        with session.store.change("test") as change:
            for record in made.records.values():
                change.put(record)
        return figures.save(session, "Men", asked(unit="persons", where=["sex=male"]))[1]

    change(filled, save)
    view = publish_page(filled).publication
    filled.click(view.choices.all_cases)
    view.choices.setCurrentWidget(view.parts)
    view.parts.figures.setFocus()
    filled.key("Space")
    filled.click(view.parts.count_all)
    view.profile.setCurrentIndex(view.profile.findData("names"))
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    thoughts = view.preview.thoughts.toPlainText()
    assert "Readers who subtract learn of few:\n    Men less the people that are printed: 1" in thoughts


def test_parts_and_figures_are_chosen_and_a_figure_alone_is_enough(filled: Driver, tmp_path: Path) -> None:
    def save(session: Session) -> Changes:
        return figures.save(session, "Detained", asked(where=["type=detained"]))[1]

    change(filled, save)
    view = publish_page(filled).publication
    view.choices.setCurrentWidget(view.parts)
    assert view.parts.parts == frozenset(Part)
    assert list(view.parts.ticked) == []
    view.parts.figures.setFocus()
    filled.key("Space")
    assert view.parts.ticked == ("Detained",)
    assert view.choices.tabText(view.choices.indexOf(view.parts)) == "Parts and figures: 1"
    filled.shot("publish-parts")
    filled.window.resize(683, 384)
    filled.shot("publish-parts-small")
    filled.window.resize(1366, 768)
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    assert "hidden" in view.preview.text.toPlainText()
    assert "Case sheets" not in view.preview.text.toPlainText()
    assert "Cases where type of event is Detained" in view.preview.text.toPlainText()
    thoughts = view.preview.thoughts.toPlainText()
    assert "Counts that are hidden in figures:\n    Detained: 1 small count" in thoughts
    view.preview.tabs.setCurrentIndex(2)
    filled.shot("publish-hidden-counts")
    filled.click(view.parts.names)
    assert not view.write_button.isEnabled()
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    assert "Cases where type of event is Detained" not in view.preview.text.toPlainText()
    assert "Detained" in map(str.strip, view.preview.text.toPlainText().splitlines())
    filled.click(view.parts.names)
    for part in (Part.TIMELINE, Part.LIST, Part.CHARTS):
        view.parts.boxes[part].click()
    assert view.parts.parts == {Part.SHEETS}
    assert not view.write_button.isEnabled()  # what was previewed is something else
    filled.click(view.preview_button)
    filled.until(view.write_button.isEnabled)
    target = tmp_path / "figures.pdf"
    answer_risks(filled, view)
    view.write(target)
    filled.until(target.exists)
    filled.settled()
    assert "Counted are cases, each once" in " ".join(_pdf_text(target).split())
