"""What was published, its other forms and the next issue; the key of the organisation: in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from hrddesk.actions.analysis import figures
from hrddesk.actions.editions.publication_exports import ExportForm
from hrddesk.analysis.figures.figure_questions import CountedUnit, FigureQuestion
from hrddesk.publish.audit.findings import AuditCode
from hrddesk.records.model.field_specs import Visibility
from hrddesk_ui.publishing.record.audit_words import FINDINGS
from tests.e2e.hands import Hands
from tests.ui.casework import change
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.invented_cases import add_case
from tests.ui.page_objects.parts import PartsAndFigures
from tests.ui.page_objects.published import OrganisationPage, PublishedPage
from tests.ui.page_objects.publishing import PublicationPage
from tests.ui.texts import publishing
from tests.unit.publish.nasty_files import outlines

pytestmark = pytest.mark.timeout(240)


def _publish(desk: Driver, path: Path) -> None:
    publication = PublicationPage(desk)
    publication.show()
    publication.take_all_cases()
    publication.preview()
    publication.answer_risks()
    publication.write_to(path)
    desk.until(lambda: path.name in desk.window.message_bar.text, 60)


def _export(desk: Driver, form: ExportForm, path: Path) -> None:
    records = PublishedPage(desk)
    records.choose_form(form)
    records.export_to(path)
    desk.until(lambda: path.name in desk.window.message_bar.text)


def test_an_issue_its_record_and_its_other_forms(desk: Driver, tmp_path: Path) -> None:
    for number in range(5):
        add_case(desk, (f"Odal Brisk{number}", Visibility.PUBLIC))
    change(desk, lambda session: figures.save(session, "All", FigureQuestion(unit=CountedUnit.PERSONS)))
    publication = PublicationPage(desk).open()
    records = PublishedPage(desk)
    publication.choose_profile("names")
    saved = PartsAndFigures(desk).view.figures
    desk.until(lambda: saved.count() == 1)
    saved.item(0).setCheckState(Qt.CheckState.Checked)
    assert not publication.can_correct()
    _publish(desk, tmp_path / "first.pdf")
    assert publication.issue_count == 1  # the next issue can be made at once
    add_case(desk, ("Vero Lunt", Visibility.PUBLIC))
    records.show()
    desk.until(lambda: publishing.HASH in records.record)
    publication.show()
    publication.begin_again()
    publication.continue_latest(as_correction=True)
    publication.preview()
    assert publishing.CORRECTION in publication.text
    assert publishing.NOT_NAMED_BEFORE not in publication.text
    desk.shot("publish-issue")
    _publish(desk, tmp_path / "second.pdf")
    publication.continue_number(1)
    publication.press_preview()
    desk.until(lambda: bool(publication.problem))
    assert publishing.PUBLICATION_NOT_LATEST.format(1) in publication.problem
    publication.continue_number(2)
    assert not publication.problem  # it was said of the other one
    records.show()
    desk.until(lambda: publishing.CORRECTS.format(1) in records.record)
    assert publishing.FIGURE_OF_NAME.format(1, "All") in records.record
    desk.shot("published-record")
    _export(desk, ExportForm.CSV, tmp_path / "csv")
    _export(desk, ExportForm.MONTHLY, tmp_path / "list.md")
    _export(desk, ExportForm.CARDS, tmp_path / "cards")
    assert "Vero Lunt" in (tmp_path / "csv" / "people.csv").read_text("utf-8")
    assert "Vero Lunt" in (tmp_path / "list.md").read_text("utf-8")
    records.write_opening_to(tmp_path / "opening.json")
    desk.until(lambda: "opening.json" in desk.window.message_bar.text)
    assert "hrddesk-count-opening" in (tmp_path / "opening.json").read_text("utf-8")
    records.write_opening_to(tmp_path / "opening.json")
    desk.until(lambda: bool(records.problem))
    assert not records.asks_for_month()
    records.choose_form(ExportForm.MONTHLY)
    records.type_month("2021")
    records.export_to(tmp_path / "month.md")
    desk.until(lambda: publishing.FORM_OF_MONTH in records.problem)
    records.type_month("2021-01")
    assert not records.problem
    _export(desk, ExportForm.MONTHLY, tmp_path / "month.md")
    headings = [line for line in (tmp_path / "month.md").read_text("utf-8").splitlines() if line[:3] == "## "]
    assert headings == ["## 2021-01"]
    _verify_a_count(desk, records, tmp_path)


def _verify_a_count(desk: Driver, records: PublishedPage, folder: Path) -> None:
    """A reviewer picks an entry; this desk proves which record it is; the reviewer verifies."""
    records.type_entry("3")
    records.prove()
    desk.until(lambda: bool(records.proof))
    assert publishing.ENTRY_IS_RECORD.format(3) in desk.window.message_bar.text
    desk.shot("published-proof")
    proof = records.proof
    records.verify(folder / "cards" / "figure-1.json", folder / "opening.json")
    desk.until(lambda: publishing.COUNT_HOLDS.format(6) in desk.window.message_bar.text)
    records.type_proofs(proof)
    records.verify(folder / "cards" / "figure-1.json", folder / "opening.json")
    desk.until(lambda: publishing.ENTRY.format(3) in desk.window.message_bar.text)
    records.verify(folder / "opening.json", folder / "opening.json")
    desk.until(lambda: bool(records.count_problem))
    records.type_proofs("nothing")
    assert not records.count_problem
    records.choose_entry(4)
    assert not records.proof
    records.choose_entry(99)
    records.prove()
    desk.until(lambda: bool(records.proof_problem))


def test_the_key_of_an_organisation(desk: Driver, tmp_path: Path) -> None:
    PublicationPage(desk).open()
    organisation = OrganisationPage(desk)
    organisation.show()
    desk.until(lambda: publishing.OWN_KEY_SIGNS in organisation.state)
    assert not organisation.can_replace_key()
    organisation.make_key()
    desk.until(lambda: bool(organisation.problem))
    organisation.write_name("The Reed Archive")
    organisation.make_key()
    desk.until(lambda: publishing.KEY_OF.format("The Reed Archive") in organisation.state)
    assert not organisation.can_make_key()
    assert not organisation.can_hand_on_key()
    organisation.write_readers_keys_to(tmp_path / "signers")
    desk.until((tmp_path / "signers").exists)
    first = organisation.state
    organisation.replace_key()
    desk.shot("organisation-replace")
    organisation.agree()
    desk.until(lambda: organisation.state != first)
    assert publishing.KEYS_STILL_GOOD.format(1) in organisation.state
    organisation.lose_key()
    organisation.agree()
    desk.until(lambda: publishing.STILL_GOOD not in organisation.state)
    (tmp_path / "noise.orgkey").write_bytes(b"noise")
    organisation.take_key_from(tmp_path / "noise.orgkey")
    desk.until(lambda: bool(organisation.problem))
    organisation.refuse()
    organisation.remove_key()
    organisation.agree()
    desk.until(lambda: publishing.OWN_KEY_SIGNS in organisation.state)


def test_a_verified_contact_stays_in_the_list_whenever_the_tab_is_come_back_to(
    desks: Desks, enter: Callable[[Path], Driver]
) -> None:
    desks.know(desks.coordinator, desks.documenter, "Rinchen")
    desk = enter(desks.coordinator)
    publication = PublicationPage(desk).open()
    organisation = OrganisationPage(desk)
    for _ in range(3):
        organisation.show()
        desk.settled()
        assert organisation.recipient == "Rinchen"
        assert organisation.can_choose_recipient()
        publication.show()


def test_a_pdf_is_checked_whoever_made_it(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, ("Odal Brisk", Visibility.PUBLIC), ("Vero Lunt", Visibility.SECRET))
    PublicationPage(desk).open()
    records = PublishedPage(desk)
    records.show()
    (tmp_path / "noise.pdf").write_bytes(b"noise")
    records.ask_for_pdf()
    Hands(desk).answer(tmp_path / "noise.pdf")
    desk.until(lambda: bool(records.findings))
    assert "noise.pdf" in records.findings
    _publish(desk, tmp_path / "mine.pdf")
    records.show()
    records.check(tmp_path / "mine.pdf")
    desk.until(lambda: publishing.PDF_IS_CLEAN in desk.window.message_bar.text, 60)
    assert not records.findings
    desk.shot("published-checked")
    paper = Canvas(str(tmp_path / "other.pdf"))
    for _ in range(2):
        paper.setFillColorRGB(1, 1, 1)
        paper.drawString(100, 100, "Vero Lunt was seen.")
        paper.showPage()
    paper.save()
    records.check(tmp_path / "other.pdf")
    desk.until(lambda: bool(records.findings))
    findings = records.findings.splitlines()
    assert findings[0] == publishing.PDF_MUST_NOT.format(tmp_path / "other.pdf")
    pages = publishing.ON_PAGES.format("1, 2")
    assert f"{publishing.SECRET_IN_TEXT}{pages}" in findings
    assert f"{publishing.TEXT_LIKE_PAPER}{pages}" in findings
    assert publishing.SAYS_HOW_MADE in findings
    desk.shot("published-must-not")
    (tmp_path / "drawn.pdf").write_bytes(outlines())
    records.check(tmp_path / "drawn.pdf")
    desk.until(lambda: publishing.PDF_TO_LOOK_AT in desk.window.message_bar.text, 60)
    drawing = f"{publishing.DRAWING_OF_WORDS}{publishing.ON_PAGES.format(1)}"
    assert drawing in desk.window.message_bar.text


def test_every_finding_has_words_of_its_own() -> None:
    assert set(FINDINGS) == set(AuditCode)
    assert len(set(FINDINGS.values())) == len(AuditCode)
