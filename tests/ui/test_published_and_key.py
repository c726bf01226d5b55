"""What was published, its other forms and the next issue; the key of the organisation: in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from hrddesk.actions import figures
from hrddesk.actions.publication_exports import Form
from hrddesk.analysis.questions import Question, Unit
from hrddesk.publish.findings import Code
from hrddesk.records.field_specs import Visibility
from hrddesk_ui.audit_words import FINDINGS
from hrddesk_ui.views.publish_view import PublishView
from tests.e2e.hands import Hands
from tests.ui.casework import change
from tests.ui.desks import Desks
from tests.ui.driver import Driver
from tests.ui.publishing import add_case, answer_risks, publish_page
from tests.unit.publish.nasty_files import outlines

pytestmark = pytest.mark.timeout(240)


def _publish(desk: Driver, page: PublishView, path: Path) -> None:
    view = page.publication
    page.tabs.setCurrentWidget(view)
    view.choices.all_cases.setChecked(True)
    desk.click(view.preview_button)
    desk.until(view.write_button.isEnabled)
    answer_risks(desk, view)
    view.write(path)
    desk.until(lambda: path.name in desk.window.message_bar.text, 60)


def _export(desk: Driver, page: PublishView, form: Form, path: Path) -> None:
    view = page.records
    view.form.setCurrentIndex(view.form.findData(form))
    view.export(path)
    desk.until(lambda: path.name in desk.window.message_bar.text)


def test_an_issue_its_record_and_its_other_forms(desk: Driver, tmp_path: Path) -> None:
    for number in range(5):
        add_case(desk, (f"Odal Brisk{number}", Visibility.PUBLIC))
    change(desk, lambda session: figures.save(session, "All", Question(unit=Unit.PERSONS))[1])
    page = publish_page(desk)
    view, records = page.publication, page.records
    view.profile.setCurrentIndex(view.profile.findData("names"))
    desk.until(lambda: view.parts.figures.count() == 1)
    view.parts.figures.item(0).setCheckState(Qt.CheckState.Checked)
    assert not view.series.corrects.isEnabled()
    _publish(desk, page, tmp_path / "first.pdf")
    assert view.series.before.count() == 2  # the next issue can be made at once
    add_case(desk, ("Vero Lunt", Visibility.PUBLIC))
    page.tabs.setCurrentWidget(records)
    desk.until(lambda: "SHA-256" in records.record.toPlainText())
    page.tabs.setCurrentWidget(view)
    view.load()
    view.series.before.setCurrentIndex(1)
    view.series.corrects.setChecked(True)
    desk.click(view.preview_button)
    desk.until(view.write_button.isEnabled)
    assert "Correction" in view.preview.text.toPlainText()
    assert "Not named in the issue before" not in view.preview.text.toPlainText()
    desk.shot("publish-issue")
    _publish(desk, page, tmp_path / "second.pdf")
    view.series.before.setCurrentIndex(view.series.before.findData(1))
    desk.click(view.preview_button)
    desk.until(view.trouble.isVisible)
    assert "Publication 1 is not the latest issue" in view.trouble.text()
    view.series.before.setCurrentIndex(view.series.before.findData(2))
    assert view.trouble.isHidden()  # it was said of the other one
    page.tabs.setCurrentWidget(records)
    desk.until(lambda: "it corrects publication 1" in records.record.toPlainText())
    assert "Figure 1: All" in records.record.toPlainText()
    desk.shot("published-record")
    _export(desk, page, Form.CSV, tmp_path / "csv")
    _export(desk, page, Form.MONTHLY, tmp_path / "list.md")
    _export(desk, page, Form.CARDS, tmp_path / "cards")
    assert "Vero Lunt" in (tmp_path / "csv" / "people.csv").read_text("utf-8")
    assert "Vero Lunt" in (tmp_path / "list.md").read_text("utf-8")
    records.open_count(tmp_path / "opening.json")
    desk.until(lambda: "opening.json" in desk.window.message_bar.text)
    assert "hrddesk-count-opening" in (tmp_path / "opening.json").read_text("utf-8")
    records.open_count(tmp_path / "opening.json")
    desk.until(records.trouble.isVisible)
    assert records.month.isVisible() is False
    records.form.setCurrentIndex(records.form.findData(Form.MONTHLY))
    desk.fill(records.month, "2021")
    records.export(tmp_path / "month.md")
    desk.until(lambda: "YYYY-MM" in records.trouble.text())
    desk.fill(records.month, "2021-01")
    assert not records.trouble.isVisible()
    _export(desk, page, Form.MONTHLY, tmp_path / "month.md")
    headings = [line for line in (tmp_path / "month.md").read_text("utf-8").splitlines() if line[:3] == "## "]
    assert headings == ["## 2021-01"]
    _verify_a_count(desk, page, tmp_path)


def _verify_a_count(desk: Driver, page: PublishView, folder: Path) -> None:
    """A reviewer picks an entry; this desk proves which record it is; the reviewer verifies."""
    proof, counted = page.records.proof, page.records.counted
    proof.entry.setFocus()
    desk.key("Ctrl+A")
    desk.text("3")
    desk.click(proof.button)
    desk.until(proof.proof.isVisible)
    assert "Entry 3 is" in desk.window.message_bar.text
    desk.shot("published-proof")
    given = proof.proof.text()
    counted.verify(folder / "cards" / "figure-1.json", folder / "opening.json")
    desk.until(lambda: "The count holds: 6" in desk.window.message_bar.text)
    desk.fill(counted.proofs, given)
    counted.verify(folder / "cards" / "figure-1.json", folder / "opening.json")
    desk.until(lambda: "entry 3" in desk.window.message_bar.text)
    counted.verify(folder / "opening.json", folder / "opening.json")
    desk.until(counted.trouble.isVisible)
    desk.fill(counted.proofs, "nothing")
    assert not counted.trouble.isVisible()
    proof.entry.setValue(4)
    assert not proof.proof.isVisible()
    proof.entry.setValue(99)
    desk.click(proof.button)
    desk.until(proof.trouble.isVisible)


def test_the_key_of_an_organisation(desk: Driver, tmp_path: Path) -> None:
    page = publish_page(desk)
    view = page.organisation
    page.tabs.setCurrentWidget(view)
    desk.until(lambda: "this desk's own key" in view.state.text())
    assert not view.replace_button.isEnabled()
    desk.click(view.make_button)
    desk.until(view.trouble.isVisible)
    view.name.setText("The Reed Archive")
    desk.click(view.make_button)
    desk.until(lambda: "key of The Reed Archive" in view.state.text())
    assert not view.make_button.isEnabled()
    assert not view.hand_button.isEnabled()
    view.save_signers(tmp_path / "signers")
    desk.until((tmp_path / "signers").exists)
    first = view.state.text()
    desk.click(view.replace_button)
    desk.shot("organisation-replace")
    desk.click(view.confirm.yes)
    desk.until(lambda: view.state.text() != first)
    assert "still good: 1" in view.state.text()
    desk.click(view.lost_button)
    desk.click(view.confirm.yes)
    desk.until(lambda: "still good" not in view.state.text())
    (tmp_path / "noise.orgkey").write_bytes(b"noise")
    view.take(tmp_path / "noise.orgkey")
    desk.until(view.trouble.isVisible)
    desk.click(view.confirm.no)
    desk.click(view.remove_button)
    desk.click(view.confirm.yes)
    desk.until(lambda: "this desk's own key" in view.state.text())


def test_a_verified_contact_stays_in_the_list_whenever_the_tab_is_come_back_to(
    desks: Desks, enter: Callable[[Path], Driver]
) -> None:
    desks.know(desks.coordinator, desks.documenter, "Rinchen")
    desk = enter(desks.coordinator)
    page = publish_page(desk)
    view = page.organisation
    for _ in range(3):
        page.tabs.setCurrentWidget(view)
        desk.settled()
        assert view.to.currentText() == "Rinchen"
        assert view.to.isEnabled()
        page.tabs.setCurrentWidget(page.publication)


def test_a_pdf_is_checked_whoever_made_it(desk: Driver, tmp_path: Path) -> None:
    add_case(desk, ("Odal Brisk", Visibility.PUBLIC), ("Vero Lunt", Visibility.SECRET))
    page = publish_page(desk)
    records = page.records
    page.tabs.setCurrentWidget(records)
    (tmp_path / "noise.pdf").write_bytes(b"noise")
    desk.click(records.check_button)
    Hands(desk).answer(tmp_path / "noise.pdf")
    desk.until(records.audited.isVisible)
    assert "noise.pdf" in records.audited.text()
    _publish(desk, page, tmp_path / "mine.pdf")
    page.tabs.setCurrentWidget(records)
    records.check(tmp_path / "mine.pdf")
    desk.until(lambda: "Nothing was found that must not be there" in desk.window.message_bar.text, 60)
    assert not records.audited.isVisible()
    desk.shot("published-checked")
    paper = Canvas(str(tmp_path / "other.pdf"))
    for _ in range(2):
        paper.setFillColorRGB(1, 1, 1)
        paper.drawString(100, 100, "Vero Lunt was seen.")
        paper.showPage()
    paper.save()
    records.check(tmp_path / "other.pdf")
    desk.until(records.audited.isVisible)
    said = records.audited.text().splitlines()
    assert said[0] == f"Do not publish {tmp_path / 'other.pdf'}:"
    assert "A secret of this vault stands in the text (pages: 1, 2)" in said
    assert "A text is as light as the paper (pages: 1, 2)" in said
    assert "The file says something about its making" in said
    desk.shot("published-must-not")
    (tmp_path / "drawn.pdf").write_bytes(outlines())
    records.check(tmp_path / "drawn.pdf")
    desk.until(lambda: "Look at this before you pass" in desk.window.message_bar.text, 60)
    assert (
        "A drawing may spell words that this program cannot read (pages: 1)" in desk.window.message_bar.text
    )


def test_every_finding_has_words_of_its_own() -> None:
    assert set(FINDINGS) == set(Code)
    assert len(set(FINDINGS.values())) == len(Code)
