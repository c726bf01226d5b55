"""The text of the real report, read as its publisher would print it: how much of it is asked about."""

from pathlib import Path

from hrddesk.actions.content_review import text_questions, texts
from hrddesk.actions.interop import imports
from hrddesk.actions.records import cases, consents
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session
from tests.open_world.meter import count_words
from tests.unit.actions.test_real_report_more import as_kit

_CHAPTER = 5_500  # characters, some pages of the report
_CONSENT = {"consent": "yes", "purpose": "with_name", "given_by": "self", "date": "2021-05-01"}


def test_at_most_three_in_a_thousand_words_are_asked_about_where_its_people_are_named(
    session: Session, shared: Path, tmp_path: Path
) -> None:
    folder = shared / "data" / "report2020"
    done = imports.run(session, as_kit(folder, tmp_path / "kit"), source="report2020").result
    assert done.errors == ()
    chapters = _chapters((folder / "report.txt").read_text("utf-8"))
    ids = [cases.create(session, {"title": "Report", "narrative": text}).result for text in chapters]
    _let_out(session)

    read = texts.read_all(session.store, PublishRequest(profile="names"))
    assert {one.review.record for one in read} == set(ids)
    words = sum(count_words(one.review.text) for one in read)
    asked = text_questions.questions(read)
    assert 0 < len(asked) <= 3 * words / 1000, f"{len(asked)} asked in {words} words"


def _chapters(text: str) -> list[str]:
    """Return a text in pieces of some pages, each of whole paragraphs."""
    made = [""]
    for paragraph in text.split("\n\n"):
        if len(made[-1]) > _CHAPTER:
            made.append("")
        made[-1] += paragraph + "\n\n"
    return [piece.strip() for piece in made]


def _let_out(session: Session) -> None:
    """Note that everybody agreed to be named, and make all records public."""
    for party in session.store.all(Kind.PARTY):
        consents.add(session, party.id, _CONSENT)
    with session.store.change("test") as change:
        for kind in Kind:
            for record in session.store.all(kind):
                change.put(record.with_visibility(Visibility.PUBLIC))
