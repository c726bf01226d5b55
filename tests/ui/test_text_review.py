"""What stays in a text and may tell of somebody who may not be named is for its reader to decide."""

from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QTabBar, QToolTip

from hrddesk.actions import cases, events, parties, pictures, profiles, questions, sources, texts
from hrddesk.actions.questions import Definition
from hrddesk.records.field_specs import Visibility
from hrddesk.redact.profile_settings import changed
from hrddesk.session import Session
from hrddesk.store import protected_texts
from hrddesk.store.changes import Changes
from hrddesk.store.store import Store
from hrddesk_ui.translation import Language
from hrddesk_ui.views.texts_view import TextsView
from hrddesk_ui.widgets.marked_text import Tone
from tests.ui.asking import listed, open_questions, without_isolates
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.publishing import add_case, edit_narrative, publish_page, vouch

NARRATIVE = "Odal Brisk saw VL at the gate. Later VL was gone; Odal Brisk told nobody."
HIDDEN, SHOWN = ("Vero Lunt", Visibility.SECRET), ("Odal Brisk", Visibility.PUBLIC)


def _reviewing(desk: Driver) -> TextsView:
    page = publish_page(desk)
    page.tabs.setCurrentWidget(page.texts)
    desk.settled()
    view = page.texts
    view.profile.setCurrentIndex(view.profile.findData("names"))
    desk.settled()
    return view


def test_what_stays_and_may_tell_of_somebody_is_marked_counted_and_said(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)
    view = _reviewing(desk)
    assert list(view.text.doubtful) == ["VL", "VL"]
    assert set(view.text.marked) == {"VL", "Odal Brisk"}
    listed = [view.found.item(row) for row in range(view.found.count())]
    first, second, *rest = [item.text() for item in listed]  # what there is to decide stands first
    assert first == "“VL” · part of a name · Vero Lunt · stays, and may tell of them: decide"
    assert second == first
    assert all(item.endswith(" · stays") for item in rest)
    assert [not item.icon().isNull() for item in listed] == [True, True, False, False]
    assert view.doubt.isVisible()
    assert view.doubt.text().startswith("2 places may tell of somebody who may not be named. Decide")
    assert view.confirm_button.text() == "I have read it: it may go out"
    assert not view.confirm_button.isEnabled()
    assert view.confirm_button.accessibleName() == view.confirm_button.text()
    desk.shot("texts-decide")
    view.found.setFocus()
    desk.key("End")
    desk.key("Home")
    assert view.text.textCursor().position() == NARRATIVE.index("VL")
    desk.shot("texts-decide-pointed")
    view.text.setFocus()
    desk.key("Alt+1")  # the same word is decided about once
    desk.until(lambda: view.text.marked_as(Tone.DECIDED) == ["VL", "VL"])
    desk.until(view.confirm_button.isEnabled)
    assert not view.doubt.isVisible()
    desk.click(view.confirm_button)
    desk.until(lambda: view.state.text() == "reviewed")


def test_what_another_desk_protects_is_covered_and_waits(desk: Driver) -> None:
    case, _ = add_case(desk, SHOWN, narrative="Odal Brisk told nobody. Tamsin Quell told us.")
    place = (24, 36)

    def protect(session: Session) -> Changes:
        with session.store.change("test") as made:
            text = session.store.get(case).text("narrative")
            protected_texts.note(session.store.db, 1, case, "narrative", text, [place])
        return made.changes

    change(desk, protect)
    view = _reviewing(desk)
    assert list(view.text.doubtful) == ["Tamsin Quell"]
    said = "“Tamsin Quell” · protected by the desk that sent the text · covered as [person]: decide"
    assert view.found.item(0).text() == said
    assert not view.confirm_button.isEnabled()
    desk.shot("texts-protected")
    view.found.setFocus()
    desk.key("Home")
    view.text.setFocus()
    desk.key("Alt+1")
    desk.until(lambda: bool(view.reading.confirm.question))
    assert "Tamsin Quell" in view.reading.confirm.question
    desk.shot("texts-protected-stay")
    desk.key("Escape")
    desk.key("Alt+2")
    desk.until(view.confirm_button.isEnabled)
    assert view.result.toPlainText() == "Odal Brisk told nobody. [person] told us."


def test_nothing_is_asked_where_nothing_is_to_decide(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    view = _reviewing(desk)
    assert list(view.text.doubtful) == []
    assert not view.doubt.isVisible()
    assert view.confirm_button.text() == "I have read it: it may go out"


def test_no_line_of_the_lists_is_cut(desk: Driver) -> None:
    name = "Vero" + "vero" * 20 + " Lunt" + "lunt" * 20
    (case, _) = add_case(desk, (name, Visibility.SECRET), narrative="VL was seen.")
    change(desk, lambda session: cases.edit(session, case, {"title": "The printers of Willow Lane " * 4}))
    view = _reviewing(desk)
    for entries, end in ((view.texts, "not reviewed"), (view.found, "decide")):
        item = entries.item(0)
        assert item.text().endswith(end)
        assert entries.horizontalScrollBar().maximum() == 0
        width, line = entries.viewport().width(), entries.fontMetrics()
        lines = -(-line.horizontalAdvance(item.text()) // width)
        assert lines > 1
        assert entries.visualItemRect(item).height() >= lines * line.height()
        assert entries.visualItemRect(item).width() <= width
    desk.shot("texts-long")


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
@pytest.mark.parametrize("language", list(Language))
def test_it_fits(desk: Driver, language: Language, size: tuple[int, int]) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)
    desk.window.resize(*size)
    desk.window.speak(language)
    view = _reviewing(desk)
    assert view.doubt.isVisible()
    desk.shot(f"texts-decide-{language}-{size[0]}")


def _point(desk: Driver, view: TextsView, words: str) -> None:
    """Go to a place by the keys of the page."""
    for _ in range(view.found.count()):
        desk.key("F8")
        if view.found.currentItem().text().startswith(f"“{words}”"):
            return
    raise AssertionError(words)


def test_places_are_gone_through_by_keys_and_decided(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative="Vero Lunt saw VL in Lower Quarry; call 13800138000.")
    view = _reviewing(desk)
    view.text.setFocus()
    assert view.place.about.text().startswith("“VL” · part of a name · Vero Lunt · stays")
    desk.key("Alt+1")
    desk.until(lambda: view.text.marked_as(Tone.DECIDED) == ["VL"])
    assert not view.doubt.isVisible()
    _point(desk, view, "13800138000")
    view.place.labels.setCurrentIndex(view.place.labels.findData("number"))
    desk.key("Alt+2")
    desk.until(lambda: view.result.toPlainText().endswith("call [number]."))
    desk.settled()
    assert view.place.about.text().startswith("“13800138000”")  # the place stays chosen
    _point(desk, view, "Vero Lunt")
    desk.key("Alt+3")
    desk.until(view.place.words.hasFocus)
    desk.text("A printer")
    desk.click(view.place.words_button)
    desk.until(lambda: view.result.toPlainText().startswith("A printer saw VL"))
    desk.settled()
    assert view.text.toPlainText().startswith("Vero Lunt saw")
    desk.shot("texts-decided")
    view.text.setFocus()
    desk.key("Alt+0")
    desk.until(lambda: view.result.toPlainText().startswith("[person] saw VL"))
    desk.settled()
    desk.key("Ctrl+Z")
    desk.until(lambda: view.result.toPlainText().startswith("A printer saw VL"))
    desk.settled()
    desk.key("Ctrl+Shift+Z")
    desk.until(lambda: view.result.toPlainText().startswith("[person] saw VL"))


def test_a_name_stands_only_after_a_question(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative="Vero Lunt is a brand of paper.")
    view = _reviewing(desk)
    view.text.setFocus()
    desk.key("Alt+1")
    desk.until(lambda: bool(view.reading.confirm.question))
    assert "Vero Lunt" in view.reading.confirm.question
    desk.shot("texts-certain")
    desk.key("Escape")
    assert view.result.toPlainText().startswith("[person] is")
    desk.click(view.place.stand_button)
    desk.until(lambda: bool(view.reading.confirm.question))
    view.text.setFocus()
    desk.key("F8")  # a question is about the place that is shown
    assert not view.reading.confirm.question
    desk.click(view.place.stand_button)
    desk.until(lambda: bool(view.reading.confirm.question))
    desk.click(view.reading.confirm.yes)
    desk.until(lambda: view.result.toPlainText().startswith("Vero Lunt is"))


def test_words_that_nobody_found_are_selected_and_replaced(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="😀 Odal Brisk hid in Lower Quarry.")
    view = _reviewing(desk)
    view.text.setFocus()
    desk.key("Ctrl+End")
    for _ in range(len("Lower Quarry.")):
        desk.key("Left")
    for _ in range(len("Lower Quarry")):
        desk.key("Shift+Right")
    assert view.place.about.text() == "“Lower Quarry” · selected by you"
    assert not view.place.stand_button.isEnabled()
    view.place.labels.setCurrentIndex(view.place.labels.findData("place"))
    desk.key("Alt+2")
    desk.until(lambda: view.result.toPlainText() == "😀 Odal Brisk hid in [place].")
    desk.settled()
    assert view.result.marked == ["[place]"]
    assert "“Lower Quarry” · chosen by a reader · becomes [place] · you decided so" in [
        view.found.item(row).text() for row in range(view.found.count())
    ]


def test_the_reason_is_told_to_the_mouse_and_to_who_moves_the_cursor(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative="Once Vero Lunt left, Odal Brisk called 13800138000.")
    view = _reviewing(desk)
    view.text.setFocus()
    desk.key("Ctrl+Home")
    for _ in range(6):
        desk.key("Right")
    reason = "“Vero Lunt” · name · Vero Lunt · becomes [person]"
    assert view.place.about.text() == reason
    assert view.text.accessibleDescription() == reason
    assert view.found.currentItem().text() == reason
    cursor = view.text.textCursor()
    cursor.setPosition(view.text.toPlainText().index("138") + 3)
    place = view.text.cursorRect(cursor).center()
    at = view.text.viewport().mapToGlobal(place)
    QApplication.sendEvent(view.text.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, at))
    assert QToolTip.text() == "“13800138000” · phone number · becomes [contact]"
    QApplication.sendEvent(view.text.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), at))


def test_progress_is_said_and_the_next_text_that_waits_comes_by_key(desk: Driver) -> None:
    first, *_ = add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    second, *_ = add_case(desk, narrative="It rained.")
    add_case(desk, narrative="It snowed.")
    vouch(desk, first)
    vouch(desk, second)
    view = _reviewing(desk)
    assert view.progress.text() == "2 of 3 reviewed"
    view.texts.setFocus()
    desk.key("Ctrl+J")
    desk.until(lambda: view.text.toPlainText() == "It snowed.")
    desk.click(view.confirm_button)
    desk.until(lambda: view.progress.text() == "3 of 3 reviewed")
    assert not view.next_button.isEnabled()
    desk.shot("texts-all-reviewed")
    edit_narrative(desk, second, "It rained hard.")
    desk.until(lambda: view.progress.text() == "2 of 3 reviewed")
    desk.key("Ctrl+J")
    desk.until(lambda: view.text.toPlainText() == "It rained hard.")
    assert view.reading.by.text().startswith("Reviewed by ")
    change(
        desk,
        lambda session: parties.create(session, {}, {"names": [{"name": "Odal Briskin"}]}, first, "subject")[
            1
        ],
    )
    desk.until(lambda: view.progress.text() == "2 of 3 reviewed")


def test_what_was_decided_for_another_profile_is_taken_over(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Odal Brisk hid in Lower Quarry.")
    view = _reviewing(desk)
    assert not view.reading.take_button.isVisible()
    view.place.words.setPlainText("A printer")
    desk.click(view.place.words_button)
    desk.until(lambda: view.result.toPlainText().startswith("A printer"))
    desk.settled()
    view.profile.setCurrentIndex(view.profile.findData("labels"))
    desk.until(lambda: view.reading.take_button.isVisible())
    assert view.result.toPlainText().startswith("Person ?")
    desk.click(view.reading.take_button)
    desk.until(lambda: view.result.toPlainText().startswith("A printer"))


def test_the_preview_leads_to_the_first_text_that_waits_for_its_profile(desk: Driver) -> None:
    first, *_ = add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    add_case(desk, SHOWN, narrative="It rained.")
    vouch(desk, first)
    page = publish_page(desk)
    page.publication.profile.setCurrentIndex(page.publication.profile.findData("names"))
    page.publication.choices.all_cases.setChecked(True)
    desk.click(page.publication.preview_button)
    desk.until(page.publication.preview.texts_button.isVisible)
    assert "1 free text left out" in page.publication.preview.summary.text()
    desk.click(page.publication.preview.texts_button)
    desk.until(lambda: "It rained." in page.questions.answer.sentences.toPlainText())
    assert page.questions.profile.currentData() == "names"
    assert page.topic() == "texts"
    assert page.questions.questions.hasFocus()
    desk.key("O")
    desk.until(lambda: page.texts.text.toPlainText() == "It rained.")
    assert page.texts.profile.currentData() == "names"
    assert page.topic() == "texts"
    desk.click(page.texts.confirm_button)
    desk.until(lambda: page.texts.progress.text() == "2 of 2 reviewed")
    assert not page.publication.write_button.isEnabled()  # the preview was of before
    desk.click(page.texts.preview_button)
    assert page.tabs.currentWidget() is page.publication
    desk.until(page.publication.write_button.isEnabled)
    assert not page.publication.preview.texts_button.isVisible()


def test_the_way_back_is_shown_once_all_is_read_and_every_reference_whole(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="It rained.")
    desk.window.resize(1024, 700)
    view = _reviewing(desk)
    assert not view.preview_button.isVisible()
    ref = view.texts.item(0).text().split(" ")[0]
    room = view.texts.viewport().width() - view.texts.iconSize().width()
    assert view.texts.fontMetrics().horizontalAdvance(f"{ref} ·") < room
    desk.click(view.confirm_button)
    desk.until(view.preview_button.isVisible)
    desk.shot("texts-way-back")


def test_texts_and_pictures_are_looked_for_once_on_the_way_from_the_preview(
    desk: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def counted(module: ModuleType, name: str) -> None:
        look = getattr(module, name)

        def work(store: Store, *others: object) -> object:
            looked.append(name)
            return look(store, *others)

        monkeypatch.setattr(module, name, work)

    counted(texts, "read_all")
    counted(pictures, "list_pictures")
    add_case(desk, SHOWN, narrative="It rained.")
    page = publish_page(desk)
    begun: list[str] = []  # with what is given up before it looks at anything
    desk.app.runner.started.connect(lambda task: begun.append(task.label))
    page.publication.texts_wanted.emit("names")
    page.publication.pictures_wanted.emit("names")
    desk.settled()
    assert begun.count("Looking through the texts") == 1
    assert looked == ["read_all", "list_pictures"]
    edit_narrative(desk, page.questions._read[0].review.record, "It snowed.")
    page.tabs.setCurrentWidget(page.texts)
    desk.until(lambda: page.texts.text.toPlainText() == "It snowed.")


def test_the_code_name_of_a_source_stands_only_after_a_question(desk: Driver) -> None:
    change(desk, lambda session: sources.create(session, {"title": "A letter", "code_name": "Kestrel"})[1])
    add_case(desk, SHOWN, narrative="A kestrel flew; Kestrel told us.")
    view = _reviewing(desk)
    assert list(view.text.doubtful) == ["kestrel", "Kestrel"], "may be the word, may be the source"
    assert not view.confirm_button.isEnabled()
    assert not any("source" in view.found.item(row).text() for row in range(view.found.count()))
    view.text.setFocus()
    desk.key("Alt+1")
    desk.until(lambda: view.text.marked_as(Tone.DECIDED) == ["kestrel"])
    desk.settled()
    assert list(view.text.doubtful) == ["Kestrel"], "a word in small letters tells nothing of a name"
    _point(desk, view, "Kestrel")
    desk.key("Alt+1")
    desk.until(lambda: view.text.marked_as(Tone.DECIDED) == ["kestrel", "Kestrel"])
    assert not any("source" in view.found.item(row).text() for row in range(view.found.count()))


def test_texts_are_reviewed_for_the_profile_of_the_publication(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    page = publish_page(desk)
    chosen, reviewed = page.publication.profile, page.texts.profile
    for name in ("names", "labels"):
        page.tabs.setCurrentWidget(page.publication)
        chosen.setCurrentIndex(chosen.findData(name))
        page.tabs.setCurrentWidget(page.texts)
        desk.settled()
        assert reviewed.currentData() == name
    reviewed.setCurrentIndex(reviewed.findData("names"))  # somebody wants another one
    page.tabs.setCurrentWidget(page.publication)
    page.tabs.setCurrentWidget(page.texts)
    desk.settled()
    assert reviewed.currentData() == "names"


def test_after_a_text_is_confirmed_the_keyboard_is_where_it_goes_on(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="It rained.")
    add_case(desk, SHOWN, narrative="It snowed.")
    view = _reviewing(desk)
    view.confirm_button.setFocus()
    desk.key("Space")
    desk.until(view.next_button.hasFocus)
    desk.key("Space")
    desk.until(lambda: view.text.toPlainText() == "It snowed.")
    assert view.text.hasFocus()
    view.confirm_button.setFocus()
    desk.key("Space")
    desk.until(view.preview_button.hasFocus)
    view.back_button.setFocus()
    desk.key("Space")
    desk.until(lambda: view.state.text() == "not reviewed")
    assert not view.preview_button.hasFocus()


def test_an_answer_that_is_text_is_read_for_the_profile_that_lets_it_out(desk: Driver) -> None:
    _, _, shown = add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)

    def ask(session: Session) -> Changes:
        questions.add(
            session,
            Definition("party", "long", {"en": "What the family says", "zh-Hans": "家人怎么说"}),
            "own.family",
        )
        questions.answer(session, shown, {"own.family": "Vero Lunt came home.\n\nThen it rained."})
        profiles.copy(session, "names", "Ours")
        asked = profiles.asked(session.store)
        return profiles.change(
            session, "Ours", lambda profile: changed(profile, {}, ["party.answer.own.family"], (), asked)
        )

    change(desk, ask)
    view = _reviewing(desk)
    assert view.texts.count() == 1, "under this profile nobody is asked to read it"
    view.profile.setCurrentIndex(view.profile.findData("Ours"))
    desk.settled()
    rows = [view.texts.item(row).text() for row in range(view.texts.count())]
    assert rows[1:] == ["Odal Brisk: What the family says — not reviewed"]
    view.texts.setCurrentRow(1)
    desk.until(lambda: "came home" in view.text.toPlainText())
    assert list(view.text.doubtful) == ["Vero Lunt"]
    assert not view.confirm_button.isEnabled()
    view.text.setFocus()
    desk.key("Alt+2")
    desk.until(lambda: "[person] came home" in view.result.toPlainText())
    desk.until(view.confirm_button.isEnabled)
    desk.shot("texts-answer")
    desk.click(view.confirm_button)
    desk.until(lambda: view.state.text() == "reviewed")
    assert view.texts.item(1).text() == "Odal Brisk: What the family says — reviewed"
    page = publish_page(desk)
    page.tabs.setCurrentWidget(page.publication)
    page.publication.profile.setCurrentIndex(page.publication.profile.findData("Ours"))
    desk.click(page.publication.choices.all_cases)
    desk.click(page.publication.preview_button)
    desk.until(page.publication.write_button.isEnabled)
    assert "[person] came home. Then it rained." in page.publication.preview.text.toPlainText()
    desk.shot("publish-answer")


TOLD = "On 14 March 2021 a man who called himself Kerim came with his brother. Vero Lunt told nobody."


def test_what_is_confirmed_with_a_text_is_said_shown_and_can_be_replaced(desk: Driver) -> None:
    add_case(desk, HIDDEN, narrative=TOLD)
    view = _reviewing(desk)
    view.profile.setCurrentIndex(view.profile.findData("labels"))
    desk.settled()
    said = without_isolates(view.reading.said.text())
    assert view.reading.said.isVisible()
    assert "1 marked place, which names nobody: Kerim" in said
    assert "14 March 2021 (March 2021), brother" in said
    assert view.text.marked_as(Tone.STAYS) == ["14 March 2021", "Kerim", "brother"]
    desk.shot("texts-told")
    view.text.setFocus()
    _point(desk, view, "Kerim")
    assert view.place.about.text() == "“Kerim” · may be a name · stays if you confirm the text"
    desk.key("Alt+2")
    desk.until(lambda: "himself [person] came" in view.result.toPlainText())
    assert "Kerim" not in view.reading.said.text()
    _point(desk, view, "14 March 2021")
    assert view.place.words.value() == "March 2021", "words that tell no more are at hand"
    desk.click(view.place.words_button)
    desk.until(lambda: view.result.toPlainText().startswith("On March 2021 a man"))
    desk.click(view.confirm_button)
    desk.until(lambda: view.state.text() == "reviewed")
    assert not view.reading.said.isVisible()


def test_of_which_case_the_text_of_an_event_is_stands_in_both_lists(desk: Driver) -> None:
    case, _ = add_case(desk, SHOWN, narrative="It rained.")
    (event,) = (record.id for record in desk.frame.desk.reader.events_of_case(case))
    change(desk, lambda session: events.edit(session, event, {"summary": "They came at night."}))
    ref = desk.frame.desk.reader.get(case).text("ref")
    view = _reviewing(desk)
    assert view.texts.item(1).text() == f"{ref} · 2021-01 · Detained — not reviewed"
    questions = open_questions(desk, "names")
    assert f"{ref} · 2021-01 · Detained — not reviewed" in listed(questions)


def test_nothing_is_said_of_texts_and_pictures_before_they_were_looked_for(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="It rained.")
    page = publish_page(desk)
    for view in (page.texts, page.pictures):
        page.tabs.setCurrentWidget(view)
        assert view.isVisible()
        assert not view.empty.isVisible(), "somebody may still find something to review"
    assert page.texts.preview_button.isHidden()
    desk.settled()
    assert page.pictures.empty.isVisible()
    assert page.texts.empty.isHidden()


def test_no_two_tabs_of_publishing_have_one_name(desk: Driver) -> None:
    add_case(desk, HIDDEN, narrative=NARRATIVE)
    page = publish_page(desk)
    bars = page.findChildren(QTabBar)
    names = [bar.tabText(at) for bar in bars for at in range(bar.count()) if bar.isTabVisible(at)]
    assert "Words" in names
    assert len(names) == len(set(names)), "the help says which tab to open by its name"
