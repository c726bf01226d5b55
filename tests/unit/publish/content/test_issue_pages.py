"""The section of an issue, on pages that pass the audit."""

from dataclasses import replace
from datetime import date

import pytest

from hrddesk.publish.audit.audit import examine
from hrddesk.publish.content.story import tell
from hrddesk.publish.process.layout import lay_out
from hrddesk.records.language.labels import Chain
from hrddesk.redact.model.chapters import Chapter, Chapters
from hrddesk.redact.model.issue import Before, Issue, IssueChange, Turn
from hrddesk.redact.model.model import RedactedModel
from tests.languages import LANGUAGES
from tests.unit.publish.conftest import sample

HASH = "0123456789abcdef" * 4


def issue_of(model: RedactedModel, *, corrects: bool = False, nothing: bool = False) -> RedactedModel:
    """Return the model as an issue in which everybody who is named has changed, each in another way."""
    named = [
        (number, at)
        for number, case in enumerate(model.cases)
        for at, person in enumerate(case.people)
        if not person.labelled
    ]
    changes = tuple(IssueChange(list(Turn)[number % len(Turn)], *place) for number, place in enumerate(named))
    return replace(
        model, issue=Issue(3, Before(2, date(2020, 6, 30), HASH), corrects, () if nothing else changes)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("corrects", [False, True])
def test_its_pages_pass_the_audit(language: Chain, corrects: bool) -> None:
    model = issue_of(sample(language, 5), corrects=corrects)
    found = examine(lay_out(model), model, [])
    assert [item for item in found.findings if item.severity == "error"] == []


def test_it_says_what_it_follows_and_who_has_changed() -> None:
    model = issue_of(sample(("en",), 3))
    (section,) = [item for item in tell(model).before if item.key == "issue"]
    texts = list(section.texts())
    assert section.title == "What has changed"
    assert "2 (2020-06-30)" in texts
    assert not any("01234567" in text for text in texts)
    assert [heading.text for heading in section.headings()] == ["Died", "Released"]
    named = [person for case in model.cases for person in case.people if not person.labelled]
    assert sum(person.name[0].text in text for person in named[:2] for text in texts) == 2


def test_a_correction_names_the_file_that_it_corrects() -> None:
    model = issue_of(sample(("en",), 1), corrects=True, nothing=True)
    (section,) = [item for item in tell(model).before if item.key == "issue"]
    texts = list(section.texts())
    assert section.title == "Correction"
    assert any(text.replace(" ", "") == HASH for text in texts)
    assert "Of nobody who is named here has anything changed." in texts


def test_without_sheets_nothing_leads_to_them() -> None:
    model = issue_of(replace(sample(("en",), 2), chapters=Chapters(parts=frozenset({Chapter.TIMELINE}))))
    found = examine(lay_out(model), model, [])
    assert [item for item in found.findings if item.severity == "error"] == []
    (section,) = [item for item in tell(model).before if item.key == "issue"]
    assert "Sheet" not in list(section.texts())


def test_a_publication_that_stands_for_itself_has_no_such_section() -> None:
    assert not [item for item in tell(sample(("en",), 1)).before if item.key == "issue"]
