"""Every field that a person can set is reachable in the window; what is not is named here with its reason."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from hrddesk.records.model.kinds import Kind
from hrddesk_ui.cases.case_edit import CaseEdit
from hrddesk_ui.catalogue.place_form import PlaceForm
from hrddesk_ui.catalogue.question_form import QuestionForm
from hrddesk_ui.catalogue.term_form import TermForm
from hrddesk_ui.events.event_edit import EventEdit
from hrddesk_ui.evidence.evidence_edit import EvidenceEdit
from hrddesk_ui.figures.published_figure_form import PublishedForm
from hrddesk_ui.people.party_edit import PartyEdit
from hrddesk_ui.people.relation_edit import RelationEdit
from hrddesk_ui.reports.report_form import ReportForm
from hrddesk_ui.sources.source_form import SourceForm
from hrddesk_ui.widgets.forms.form_edit import FormEdit
from tests.ui.widgets.test_visibility import NO_SOURCES, NoEvents, NoPlaces
from tests.unit.actions.every_field import part_names

ELSEWHERE: dict[tuple[Kind, str], str] = {
    (Kind.CASE, "parties"): "the part People of the case",
    (Kind.CASE, "visibility"): "the page of levels, of one or many cases",
    (Kind.EVENT, "case"): "the case in which the event is entered",
    (
        Kind.EVENT,
        "country",
    ): "that of the case; of an event in none it is the usual one, and set when it leaves",
    (Kind.TERM, "vocabulary"): "the vocabulary that is shown",
    (Kind.TERM, "code"): "made from the label, and fixed",
    (Kind.TERM, "retired"): "the buttons Retire and Offer again",
    (Kind.TERM, "into"): "the button Merge into",
    (Kind.FIELD, "key"): "made once, and fixed",
    (Kind.FIELD, "position"): "the buttons beside the list move a question",
    (Kind.FIELD, "retired"): "the buttons Retire and Ask again",
    **{
        (Kind.EVIDENCE, name): "measured from the file or found in it"
        for name in ("media_type", "size", "sha256", "metadata", "original_name")
    },
    (Kind.EVIDENCE, "ref"): "made by the vault",
    (Kind.REPORT, "ref"): "made by the vault, in the list beside the form",
    (Kind.EVIDENCE, "proofs"): "shown beside the file; the command entry writes them",
    (Kind.EVIDENCE, "custody"): "what logs of other desks say; nobody edits it",
    (Kind.PARTY, "unprotected"): "asked for where a label is taken off before a publication",
    (Kind.EVIDENCE, "derived_from"): "the button Add a copy of the original",
    (Kind.EVIDENCE, "visibility"): "the page of levels, of one or many cases",
    **{
        (kind, "values"): "the questions of the desk, below the fields"
        for kind in (Kind.CASE, Kind.PARTY, Kind.EVENT)
    },
}
OTHER_KINDS = {
    Kind.CITATION: "the rows Who says so of every form",
    Kind.QUERY: "the page Figures saves them",
    Kind.FORWARD: "follows from a merge",
    Kind.TEXT_REVIEW: "the review of a text before it is published",
    Kind.CONSENT_NOTE: "the note beside the answers in the form of a person",
    Kind.PICTURE_REVIEW: "the boxes that are drawn over a picture",
}


def forms_of_kinds() -> dict[Kind, FormEdit]:
    return {
        Kind.CASE: CaseEdit(NO_SOURCES),
        Kind.PARTY: PartyEdit(NO_SOURCES, NoPlaces()),
        Kind.EVENT: EventEdit((), lambda _: [], lambda _: "", NO_SOURCES, NoPlaces(), NoEvents()),
        Kind.RELATION: RelationEdit((), lambda _: [], lambda _: "", NO_SOURCES),
        Kind.EVIDENCE: EvidenceEdit(NO_SOURCES, NoPlaces(), NoEvents(), NoEvents()),
        Kind.FIGURE: PublishedForm(NO_SOURCES),
        Kind.REPORT: ReportForm(NoEvents(), ""),
        Kind.PLACE: PlaceForm(NoPlaces(), NO_SOURCES),
        Kind.SOURCE: SourceForm(),
        Kind.TERM: TermForm(),
        Kind.FIELD: QuestionForm(),
    }


def _set_by(form: FormEdit) -> set[str]:
    values = form.values()
    return {*values.fields, *values.lists}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_is_in_a_form_or_named_with_its_reason(qtbot: QtBot, kind: Kind) -> None:
    forms = forms_of_kinds()
    for form in forms.values():
        qtbot.addWidget(form)
    assert (kind in forms) != (kind in OTHER_KINDS)
    if kind not in forms:
        return
    parts = set(part_names(kind)) - {"keys"}
    there = _set_by(forms[kind])
    named = {name for of, name in ELSEWHERE if of is kind}
    assert parts - there == named - there
    assert not (named & there) - {"visibility"}, "these can be set by now"


def test_no_field_lies_over_another(qtbot: QtBot) -> None:
    for form in forms_of_kinds().values():
        qtbot.addWidget(form)
        taken: set[tuple[int, int]] = set()
        for number in range(form.page.grid.count()):
            place = form.page.grid.getItemPosition(number)
            row, column, rows, columns = cast(tuple[int, int, int, int], place)  # by its stubs an object
            cells = {(row + down, column + over) for down in range(rows) for over in range(columns)}
            assert not cells & taken, f"{type(form).__name__}: two fields in row {row}"
            taken |= cells
