"""Print says of sources no more than was chosen for each, and nothing of a person but that."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from hrddesk.publish.content.story import tell
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, Value, new_id
from hrddesk.redact.model.case_sheet import Event
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.model.source_note import ON_FILE, Note
from hrddesk.redact.profile.profiles import LABELS, NAMES, Profile
from tests.unit.redact.invented import PUBLIC, SECRET, Desk

ADDRESS = "https://paper.invalid/2021/verdict"
PAPER = {
    "kind": "document",
    "author": "Mill Press",
    "title": "A verdict",
    "date": "2021-03",
    "address": ADDRESS,
}


class Told(Desk):
    """One case of one person who is named, with an event to cite."""

    def __init__(self) -> None:
        super().__init__()
        self.ansel = self.party("Ansel Public", sex="male")
        self.about = self.case(self.ansel)
        self.happened = self.event(self.about, "detained", self.ansel, date="2021")

    def cited(self, record: RecordId, source: RecordId, **fields: Value) -> RecordId:
        citation = Record(kind=Kind.CITATION, id=new_id()).with_fields(record=record, source=source, **fields)
        return self.add(citation, None)

    def says_so(self, level: Visibility | None = None, /, **fields: Value) -> RecordId:
        source = self.add(Record(kind=Kind.SOURCE, id=new_id()).with_fields(**fields), level)
        self.cited(self.happened, source)
        return source

    def printed(self, profile: Profile = NAMES, label: Iterable[RecordId] = ()) -> Event:
        return self.model(profile, label).cases[0].events[0]


@pytest.fixture
def desk() -> Told:
    return Told()


def words(model: RedactedModel) -> str:
    return "\n".join(tell(model).texts())


def test_a_source_is_on_file_unless_somebody_chose_more(desk: Told) -> None:
    desk.says_so(code_name="Heron", title="Odal Brisk, her sister", type="family", note="phones on Mondays")
    assert desk.printed().sources == (ON_FILE,)
    text = words(desk.redact(language=("en",)).model)
    assert "Confidential source, on file" in text
    assert not [word for word in ("Heron", "Odal", "sister", "Monday") if word in text]


def test_equal_notes_are_one_and_nobody_can_count_the_sources(desk: Told) -> None:
    desk.says_so(code_name="Heron")
    alone = desk.model().canonical()
    desk.says_so(code_name="Magpie", type="witness")
    desk.cited(desk.happened, desk.other(Kind.EVIDENCE, from_whom="Odal", case=desk.about))
    assert desk.model().canonical() == alone


def test_a_description_is_printed_as_it_was_written(desk: Told) -> None:
    desk.says_so(code_name="Heron", attribution="described", credit="A lawyer at the trial, 2021")
    assert desk.printed().sources == (Note(words="A lawyer at the trial, 2021"),)
    assert desk.printed(profile=LABELS).sources == (Note(words="A lawyer at the trial, 2021"),)


@pytest.mark.parametrize("credit", ["A lawyer, May 2021", "A cousin of Odal Brisk", "A guard in Quarrytown"])
def test_a_description_that_says_too_much_is_not_printed(desk: Told, credit: str) -> None:
    """It may have come in a bundle, or the person or place was recorded later."""
    desk.party("Odal Brisk", level=SECRET)
    desk.place("Quarrytown", "county")
    desk.says_so(code_name="Heron", attribution="described", credit=credit)
    assert desk.printed().sources == (ON_FILE,)


def test_a_name_is_printed_with_consent_and_only_where_its_bearer_may_be_named(desk: Told) -> None:
    source = desk.says_so(title="Odal Brisk", attribution="by_name", credit="Odal Brisk, lawyer")
    assert desk.printed().sources == (ON_FILE,)
    desk.set(source, consented="2021-04-05")
    assert desk.printed().sources == (Note(words="Odal Brisk, lawyer"),)
    brisk = desk.party("Odal Brisk")
    desk.event(desk.about, "released", desk.ansel, (brisk, "lawyer"))
    assert desk.printed().sources == (Note(words="Odal Brisk, lawyer"),)
    assert desk.printed(label=[brisk]).sources == (ON_FILE,)


def test_a_public_document_is_printed_as_a_note(desk: Told) -> None:
    source = desk.says_so(**PAPER, publisher="Mill", archived="https://kept.invalid/1", code_name="Heron")
    assert desk.printed().sources == (ON_FILE,)
    desk.set_level(source, PUBLIC, "record")
    text = words(desk.redact(language=("en",)).model)
    assert (
        f"Mill Press, “A verdict”, Mill, March 2021, {ADDRESS}, archived copy https://kept.invalid/1" in text
    )
    assert "Heron" not in text
    desk.set_level(source, SECRET, "address")
    assert ADDRESS not in words(desk.redact(language=("en",)).model)


def test_a_document_does_not_tell_who_bears_a_label(desk: Told) -> None:
    desk.says_so(PUBLIC, **PAPER)
    assert desk.printed().sources != (ON_FILE,)
    assert desk.printed(label=[desk.ansel]).sources == (ON_FILE,)
    assert desk.printed(profile=LABELS).sources == (ON_FILE,)
    brisk = desk.party("Odal Brisk")
    desk.event(desk.about, "released", desk.ansel, brisk)
    assert desk.printed().sources != (ON_FILE,)
    assert desk.printed(label=[brisk]).sources == (ON_FILE,)


def test_a_document_does_not_tell_of_somebody_who_leaves_no_trace(desk: Told) -> None:
    desk.says_so(PUBLIC, **PAPER)
    hidden = desk.party("Odal Brisk", level=SECRET)
    desk.event(desk.about, "released", desk.ansel, hidden)
    assert desk.printed().sources == (ON_FILE,)


def test_a_name_does_not_tell_who_bears_a_label(desk: Told) -> None:
    desk.says_so(title="Odal Brisk", attribution="by_name", credit="Odal Brisk, brother", consented="2021")
    assert desk.printed().sources == (Note(words="Odal Brisk, brother"),)
    assert desk.printed(label=[desk.ansel]).sources == (ON_FILE,)


def test_a_description_names_not_even_the_source(desk: Told) -> None:
    desk.says_so(title="Hanel Oruk", attribution="described", credit="Hanel, a neighbour")
    assert desk.printed().sources == (ON_FILE,)


def test_a_document_whose_words_name_somebody_is_on_file(desk: Told) -> None:
    desk.party("Odal Brisk", level=SECRET)
    desk.says_so(PUBLIC, **{**PAPER, "title": "The fate of Odal Brisk"})
    assert desk.printed().sources == (ON_FILE,)


def test_what_contradicts_is_no_source_of_what_is_printed_nor_what_is_cited_for_a_field_that_is_not(
    desk: Told,
) -> None:
    desk.cited(desk.happened, desk.other(Kind.SOURCE, code_name="Heron"), stance="contradicts")
    desk.cited(desk.happened, desk.other(Kind.SOURCE, code_name="Magpie"), field="note")
    secret = desk.cited(desk.happened, desk.other(Kind.SOURCE, code_name="Wren"))
    desk.set_level(secret, SECRET, "record")
    desk.cited(desk.happened, RecordId("f" * 32))
    assert desk.printed().sources == ()
    desk.cited(desk.happened, desk.other(Kind.SOURCE, code_name="Stork"), field="date", stance="supports")
    assert desk.printed().sources == (ON_FILE,)


def test_a_case_and_its_people_have_a_note_together(desk: Told) -> None:
    desk.cited(desk.ansel, desk.other(Kind.SOURCE, code_name="Heron"), field="sex")
    desk.cited(desk.about, desk.other(Kind.SOURCE, attribution="described", credit="A relative"))
    model = desk.redact(language=("en",)).model
    assert model.cases[0].sources == (ON_FILE, Note(words="A relative"))
    assert model.cases[0].events[0].sources == ()
    assert "Confidential source, on file; A relative" in words(model)


def test_a_profile_can_leave_notes_out(desk: Told) -> None:
    desk.says_so(PUBLIC, **PAPER)
    assert desk.printed(profile=replace(NAMES, fields=NAMES.fields - {"citation.source"})).sources == ()
    without = replace(NAMES, fields=NAMES.fields - {"source.address", "source.date"})
    assert desk.printed(profile=without).sources == (Note(author="Mill Press", title="A verdict"),)
