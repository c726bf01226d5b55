"""What stays in a text and may tell of somebody who may not be named is for its reader to decide."""

from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QTabBar, QToolTip

from hrddesk.actions.content_review import pictures, texts
from hrddesk.actions.records import cases, events, parties, questions, sources
from hrddesk.actions.records.questions import Definition
from hrddesk.actions.scope import profiles
from hrddesk.records.model.field_specs import Visibility
from hrddesk.redact.profile.profile_settings import changed
from hrddesk.store.publications import protected_texts
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk_ui.words.translation import WindowLanguage
from tests.ui.asking import without_isolates
from tests.ui.casework import change
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case, edit_narrative, vouch
from tests.ui.page_objects.pictures import PicturesPage
from tests.ui.page_objects.publishing import PublicationPage, open_publishing, publish_view
from tests.ui.page_objects.reviewing import TextQuestionsPage, TextsPage
from tests.ui.texts import publishing, records

NARRATIVE = "Odal Brisk saw VL at the gate. Later VL was gone; Odal Brisk told nobody."
HIDDEN, SHOWN = ("Vero Lunt", Visibility.SECRET), ("Odal Brisk", Visibility.PUBLIC)


def test_what_stays_and_may_tell_of_somebody_is_marked_counted_and_said(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)
    page = TextsPage(desk).open("names")
    assert page.doubtful == ["VL", "VL"]
    assert set(page.marked) == {"VL", "Odal Brisk"}
    first, second, *rest = page.places  # what there is to decide stands first
    assert first == f"“VL” · {publishing.PART_OF_NAME} · Vero Lunt · {publishing.STAYS_DECIDE}"
    assert second == first
    assert all(place.endswith(f" · {publishing.STAYS}") for place in rest)
    icons = [page.view.found.item(row).icon() for row in range(len(page.places))]
    assert [not icon.isNull() for icon in icons] == [True, True, False, False]
    assert page.doubt
    assert page.doubt.startswith(publishing.PLACES_TO_DECIDE.format(2))
    assert page.confirm_words == publishing.CONFIRM_TEXT
    assert not page.can_confirm()
    assert page.view.confirm_button.accessibleName() == page.confirm_words
    desk.shot("texts-decide")
    page.focus_places()
    desk.key("End")
    desk.key("Home")
    assert page.view.text.textCursor().position() == NARRATIVE.index("VL")
    desk.shot("texts-decide-pointed")
    page.focus_text()
    desk.key("Alt+1")  # the same word is decided about once
    desk.until(lambda: page.decided == ["VL", "VL"])
    desk.until(page.can_confirm)
    assert not page.doubt
    page.confirm()
    desk.until(lambda: page.state == publishing.REVIEWED)


def test_what_another_desk_protects_is_covered_and_waits(desk: Driver) -> None:
    case, _ = add_case(desk, SHOWN, narrative="Odal Brisk told nobody. Tamsin Quell told us.")
    place = (24, 36)

    def protect(session: Session) -> Outcome[None]:
        with session.store.change("test") as made:
            text = session.store.get(case).text("narrative")
            protected_texts.note(session.store.db, 1, case, "narrative", text, [place])
        return Outcome(None, made.changes)

    change(desk, protect)
    page = TextsPage(desk).open("names")
    assert page.doubtful == ["Tamsin Quell"]
    cover = publishing.COVERED_DECIDE.format("[person]")
    assert page.places[0] == f"“Tamsin Quell” · {publishing.PROTECTED_BY_SENDER} · {cover}"
    assert not page.can_confirm()
    desk.shot("texts-protected")
    page.focus_places()
    desk.key("Home")
    page.focus_text()
    desk.key("Alt+1")
    desk.until(lambda: bool(page.question))
    assert "Tamsin Quell" in page.question
    desk.shot("texts-protected-stay")
    desk.key("Escape")
    desk.key("Alt+2")
    desk.until(page.can_confirm)
    assert page.result == "Odal Brisk told nobody. [person] told us."


def test_nothing_is_asked_where_nothing_is_to_decide(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    page = TextsPage(desk).open("names")
    assert page.doubtful == []
    assert not page.doubt
    assert page.confirm_words == publishing.CONFIRM_TEXT


def test_no_line_of_the_lists_is_cut(desk: Driver) -> None:
    name = "Vero" + "vero" * 20 + " Lunt" + "lunt" * 20
    (case, _) = add_case(desk, (name, Visibility.SECRET), narrative="VL was seen.")
    change(desk, lambda session: cases.edit(session, case, {"title": "The printers of Willow Lane " * 4}))
    page = TextsPage(desk).open("names")
    for entries, end in ((page.view.texts, publishing.NOT_REVIEWED), (page.view.found, publishing.DECIDE)):
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
@pytest.mark.parametrize("language", list(WindowLanguage))
def test_it_fits(desk: Driver, language: WindowLanguage, size: tuple[int, int]) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)
    desk.window.resize(*size)
    desk.window.speak(language)
    page = TextsPage(desk).open("names")
    assert page.doubt
    desk.shot(f"texts-decide-{language}-{size[0]}")


def test_places_are_gone_through_by_keys_and_decided(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative="Vero Lunt saw VL in Lower Quarry; call 13800138000.")
    page = TextsPage(desk).open("names")
    page.focus_text()
    assert page.place.startswith(f"“VL” · {publishing.PART_OF_NAME} · Vero Lunt · {publishing.STAYS}")
    desk.key("Alt+1")
    desk.until(lambda: page.decided == ["VL"])
    assert not page.doubt
    page.go_to_place("13800138000")
    page.choose_label("number")
    desk.key("Alt+2")
    desk.until(lambda: page.result.endswith("call [number]."))
    desk.settled()
    assert page.place.startswith("“13800138000”")  # the place stays chosen
    page.go_to_place("Vero Lunt")
    desk.key("Alt+3")
    desk.until(page.view.place.words.hasFocus)
    desk.text("A printer")
    page.put_words()
    desk.until(lambda: page.result.startswith("A printer saw VL"))
    desk.settled()
    assert page.text.startswith("Vero Lunt saw")
    desk.shot("texts-decided")
    page.focus_text()
    desk.key("Alt+0")
    desk.until(lambda: page.result.startswith("[person] saw VL"))
    desk.settled()
    desk.key("Ctrl+Z")
    desk.until(lambda: page.result.startswith("A printer saw VL"))
    desk.settled()
    desk.key("Ctrl+Shift+Z")
    desk.until(lambda: page.result.startswith("[person] saw VL"))


def test_a_name_stands_only_after_a_question(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative="Vero Lunt is a brand of paper.")
    page = TextsPage(desk).open("names")
    page.focus_text()
    desk.key("Alt+1")
    desk.until(lambda: bool(page.question))
    assert "Vero Lunt" in page.question
    desk.shot("texts-certain")
    desk.key("Escape")
    assert page.result.startswith("[person] is")
    page.let_stand()
    desk.until(lambda: bool(page.question))
    page.focus_text()
    desk.key("F8")  # a question is about the place that is shown
    assert not page.question
    page.let_stand()
    desk.until(lambda: bool(page.question))
    page.agree()
    desk.until(lambda: page.result.startswith("Vero Lunt is"))


def test_words_that_nobody_found_are_selected_and_replaced(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="😀 Odal Brisk hid in Lower Quarry.")
    page = TextsPage(desk).open("names")
    page.focus_text()
    desk.key("Ctrl+End")
    for _ in range(len("Lower Quarry.")):
        desk.key("Left")
    for _ in range(len("Lower Quarry")):
        desk.key("Shift+Right")
    assert page.place == "“Lower Quarry” · selected by you"
    assert not page.view.place.stand_button.isEnabled()
    page.choose_label("place")
    desk.key("Alt+2")
    desk.until(lambda: page.result == "😀 Odal Brisk hid in [place].")
    desk.settled()
    assert page.view.result.marked == ["[place]"]
    change_of_place = publishing.BECOMES.format("[place]")
    decision = f"{publishing.CHOSEN_BY_READER} · {change_of_place} · {publishing.YOU_DECIDED}"
    assert f"“Lower Quarry” · {decision}" in page.places


def test_the_reason_is_told_to_the_mouse_and_to_who_moves_the_cursor(desk: Driver) -> None:
    add_case(desk, HIDDEN, SHOWN, narrative="Once Vero Lunt left, Odal Brisk called 13800138000.")
    page = TextsPage(desk).open("names")
    page.focus_text()
    desk.key("Ctrl+Home")
    for _ in range(6):
        desk.key("Right")
    change_of_name = publishing.BECOMES.format("[person]")
    reason = f"“Vero Lunt” · {publishing.NAME} · Vero Lunt · {change_of_name}"
    assert page.place == reason
    assert page.view.text.accessibleDescription() == reason
    assert page.view.found.currentItem().text() == reason
    shown_text = page.view.text
    cursor = shown_text.textCursor()
    cursor.setPosition(page.text.index("138") + 3)
    place = shown_text.cursorRect(cursor).center()
    at = shown_text.viewport().mapToGlobal(place)
    QApplication.sendEvent(shown_text.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, at))
    change_of_number = publishing.BECOMES.format("[contact]")
    assert QToolTip.text() == f"“13800138000” · {publishing.PHONE_NUMBER} · {change_of_number}"
    QApplication.sendEvent(shown_text.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), at))


def test_progress_is_said_and_the_next_text_that_waits_comes_by_key(desk: Driver) -> None:
    first, *_ = add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    second, *_ = add_case(desk, narrative="It rained.")
    add_case(desk, narrative="It snowed.")
    vouch(desk, first)
    vouch(desk, second)
    page = TextsPage(desk).open("names")
    assert page.progress == publishing.N_OF_M_REVIEWED.format(2, 3)
    page.view.texts.setFocus()
    desk.key("Ctrl+J")
    desk.until(lambda: page.text == "It snowed.")
    page.confirm()
    desk.until(lambda: page.progress == publishing.N_OF_M_REVIEWED.format(3, 3))
    assert not page.view.next_button.isEnabled()
    desk.shot("texts-all-reviewed")
    edit_narrative(desk, second, "It rained hard.")
    desk.until(lambda: page.progress == publishing.N_OF_M_REVIEWED.format(2, 3))
    desk.key("Ctrl+J")
    desk.until(lambda: page.text == "It rained hard.")
    assert page.view.reading.by.text().startswith(publishing.REVIEWED_BY)
    change(
        desk,
        lambda session: parties.create(session, {}, {"names": [{"name": "Odal Briskin"}]}, first, "subject"),
    )
    desk.until(lambda: page.progress == publishing.N_OF_M_REVIEWED.format(2, 3))


def test_what_was_decided_for_another_profile_is_taken_over(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Odal Brisk hid in Lower Quarry.")
    page = TextsPage(desk).open("names")
    assert not page.can_take_over()
    page.view.place.words.setPlainText("A printer")
    page.put_words()
    desk.until(lambda: page.result.startswith("A printer"))
    desk.settled()
    page.choose_profile("labels")
    desk.until(page.can_take_over)
    assert page.result.startswith("Person ?")
    page.take_over()
    desk.until(lambda: page.result.startswith("A printer"))


def test_the_preview_leads_to_the_first_text_that_waits_for_its_profile(desk: Driver) -> None:
    first, *_ = add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    add_case(desk, SHOWN, narrative="It rained.")
    vouch(desk, first)
    publication = PublicationPage(desk).open()
    questions, reading = TextQuestionsPage(desk), TextsPage(desk)
    publication.choose_profile("names")
    publication.take_all_cases()
    publication.press_preview()
    desk.until(publication.offers_texts)
    assert publishing.TEXT_LEFT_OUT.format(1) in publication.summary
    publication.review_texts()
    desk.until(lambda: "It rained." in questions.sentences)
    assert questions.profile == "names"
    assert publish_view(desk).topic() == "texts"
    assert questions.questions_have_keyboard()
    desk.key("O")
    desk.until(lambda: reading.text == "It rained.")
    assert reading.profile == "names"
    assert publish_view(desk).topic() == "texts"
    reading.confirm()
    desk.until(lambda: reading.progress == publishing.N_OF_M_REVIEWED.format(2, 2))
    assert not publication.can_write()  # the preview was of before
    reading.preview_again()
    assert publication.is_current()
    desk.until(publication.can_write)
    assert not publication.offers_texts()


def test_the_way_back_is_shown_once_all_is_read_and_every_reference_whole(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="It rained.")
    desk.window.resize(1024, 700)
    page = TextsPage(desk).open("names")
    assert not page.offers_preview()
    ref = page.rows[0].split(" ")[0]
    texts_list = page.view.texts
    room = texts_list.viewport().width() - texts_list.iconSize().width()
    assert texts_list.fontMetrics().horizontalAdvance(f"{ref} ·") < room
    page.confirm()
    desk.until(page.offers_preview)
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
    publication = PublicationPage(desk).open()
    begun: list[str] = []  # with what is given up before it looks at anything
    desk.app.runner.started.connect(lambda task: begun.append(task.label))
    publication.view.texts_wanted.emit("names")
    publication.view.pictures_wanted.emit("names")
    desk.settled()
    assert begun.count(publishing.LOOKING_THROUGH_TEXTS) == 1
    assert looked == ["read_all", "list_pictures"]
    edit_narrative(desk, TextQuestionsPage(desk).texts[0].review.record, "It snowed.")
    page = TextsPage(desk)
    page.show()
    desk.until(lambda: page.text == "It snowed.")


def test_the_code_name_of_a_source_stands_only_after_a_question(desk: Driver) -> None:
    change(desk, lambda session: sources.create(session, {"title": "A letter", "code_name": "Kestrel"}))
    add_case(desk, SHOWN, narrative="A kestrel flew; Kestrel told us.")
    page = TextsPage(desk).open("names")
    assert page.doubtful == ["kestrel", "Kestrel"], "may be the word, may be the source"
    assert not page.can_confirm()
    assert not any(publishing.SOURCE in place for place in page.places)
    page.focus_text()
    desk.key("Alt+1")
    desk.until(lambda: page.decided == ["kestrel"])
    desk.settled()
    assert page.doubtful == ["Kestrel"], "a word in small letters tells nothing of a name"
    page.go_to_place("Kestrel")
    desk.key("Alt+1")
    desk.until(lambda: page.decided == ["kestrel", "Kestrel"])
    assert not any(publishing.SOURCE in place for place in page.places)


def test_texts_are_reviewed_for_the_profile_of_the_publication(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="Odal Brisk told nobody.")
    publication, page = PublicationPage(desk).open(), TextsPage(desk)
    for name in ("names", "labels"):
        publication.show()
        publication.choose_profile(name)
        page.show()
        desk.settled()
        assert page.profile == name
    profile = page.view.profile
    profile.setCurrentIndex(profile.findData("names"))  # somebody wants another one
    publication.show()
    page.show()
    desk.settled()
    assert page.profile == "names"


def test_after_a_text_is_confirmed_the_keyboard_is_where_it_goes_on(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="It rained.")
    add_case(desk, SHOWN, narrative="It snowed.")
    page = TextsPage(desk).open("names")
    page.focus_confirm()
    desk.key("Space")
    desk.until(page.next_has_keyboard)
    desk.key("Space")
    desk.until(lambda: page.text == "It snowed.")
    assert page.text_has_keyboard()
    page.focus_confirm()
    desk.key("Space")
    desk.until(page.preview_has_keyboard)
    page.focus_back()
    desk.key("Space")
    desk.until(lambda: page.state == publishing.NOT_REVIEWED)
    assert not page.preview_has_keyboard()


FAMILY_OF_ODAL = "Odal Brisk: What the family says"


def test_an_answer_that_is_text_is_read_for_the_profile_that_lets_it_out(desk: Driver) -> None:
    _, _, shown = add_case(desk, HIDDEN, SHOWN, narrative=NARRATIVE)

    def ask(session: Session) -> Outcome[None]:
        questions.add(
            session,
            Definition(
                owner="party", type="long", labels={"en": "What the family says", "zh-Hans": "家人怎么说"}
            ),
            "own.family",
        )
        questions.answer(session, shown, {"own.family": "Vero Lunt came home.\n\nThen it rained."})
        profiles.copy(session, "names", "Ours")
        asked = profiles.asked(session.store)
        return profiles.change(
            session, "Ours", lambda profile: changed(profile, {}, ["party.answer.own.family"], (), asked)
        )

    change(desk, ask)
    page = TextsPage(desk).open("names")
    assert len(page.rows) == 1, "under this profile nobody is asked to read it"
    page.choose_profile("Ours")
    rows = page.rows
    assert rows[1:] == [f"{FAMILY_OF_ODAL} — {publishing.NOT_REVIEWED}"]
    page.choose_text(1)
    desk.until(lambda: "came home" in page.text)
    assert page.doubtful == ["Vero Lunt"]
    assert not page.can_confirm()
    page.focus_text()
    desk.key("Alt+2")
    desk.until(lambda: "[person] came home" in page.result)
    desk.until(page.can_confirm)
    desk.shot("texts-answer")
    page.confirm()
    desk.until(lambda: page.state == publishing.REVIEWED)
    assert page.rows[1] == f"{FAMILY_OF_ODAL} — {publishing.REVIEWED}"
    publication = PublicationPage(desk).open()
    publication.choose_profile("Ours")
    publication.choose_all_cases()
    publication.preview()
    assert "[person] came home. Then it rained." in publication.text
    desk.shot("publish-answer")


TOLD = "On 14 March 2021 a man who called himself Kerim came with his brother. Vero Lunt told nobody."


def test_what_is_confirmed_with_a_text_is_said_shown_and_can_be_replaced(desk: Driver) -> None:
    add_case(desk, HIDDEN, narrative=TOLD)
    page = TextsPage(desk).open("names")
    page.choose_profile("labels")
    claim = without_isolates(page.claim)
    assert f"{publishing.PLACE_NAMES_NOBODY.format(1)} Kerim" in claim
    assert "14 March 2021 (March 2021), brother" in claim
    assert page.staying == ["14 March 2021", "Kerim", "brother"]
    desk.shot("texts-told")
    page.focus_text()
    page.go_to_place("Kerim")
    assert page.place == f"“Kerim” · {publishing.MAY_BE_NAME} · {publishing.STAYS_IF_CONFIRMED}"
    desk.key("Alt+2")
    desk.until(lambda: "himself [person] came" in page.result)
    assert "Kerim" not in page.view.reading.said.text()
    page.go_to_place("14 March 2021")
    assert page.view.place.words.value() == "March 2021", "words that tell no more are at hand"
    page.put_words()
    desk.until(lambda: page.result.startswith("On March 2021 a man"))
    page.confirm()
    desk.until(lambda: page.state == publishing.REVIEWED)
    assert not page.claim


def test_of_which_case_the_text_of_an_event_is_stands_in_both_lists(desk: Driver) -> None:
    case, _ = add_case(desk, SHOWN, narrative="It rained.")
    (event,) = (record.id for record in desk.frame.desk.reader.events_of_case(case))
    change(desk, lambda session: events.edit(session, event, {"summary": "They came at night."}))
    ref = desk.frame.desk.reader.get(case).text("ref")
    page = TextsPage(desk).open("names")
    assert page.rows[1] == f"{ref} · 2021-01 · {records.DETAINED} — {publishing.NOT_REVIEWED}"
    assert (
        f"{ref} · 2021-01 · {records.DETAINED} — {publishing.NOT_REVIEWED}"
        in TextQuestionsPage(desk).open().rows
    )


def test_nothing_is_said_of_texts_and_pictures_before_they_were_looked_for(desk: Driver) -> None:
    add_case(desk, SHOWN, narrative="It rained.")
    PublicationPage(desk).open()
    texts_page, pictures_page = TextsPage(desk), PicturesPage(desk)
    for page in (texts_page, pictures_page):
        page.show()
        assert page.view.isVisible()
        assert not page.view.empty.isVisible(), "somebody may still find something to review"
    assert texts_page.view.preview_button.isHidden()
    desk.settled()
    assert pictures_page.view.empty.isVisible()
    assert texts_page.view.empty.isHidden()


def test_no_two_tabs_of_publishing_have_one_name(desk: Driver) -> None:
    add_case(desk, HIDDEN, narrative=NARRATIVE)
    bars = open_publishing(desk).findChildren(QTabBar)
    names = [bar.tabText(at) for bar in bars for at in range(bar.count()) if bar.isTabVisible(at)]
    assert publishing.TAB_OF_QUESTIONS in names
    assert len(names) == len(set(names)), "the help says which tab to open by its name"
