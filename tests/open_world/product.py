"""The one place where the measure meets the product: a vault, and what becomes of texts in it.

An engine answers four questions about each text, see `Answer`:

1. `replaced`: which places go though a reader lets all stand that they can, endings that go along included?
2. `asked`: about which places must a reader decide before the text may go out?
3. `marked`: which places are shown to a reader who may pass on, once per text?
4. `printed`: what is printed when the reader lets all of these stand: the text without the replaced places?

A rebuilt engine changes this module alone. It is driven as the command line and the window drive it: records
in a vault, `actions.texts`, and the preview of a publication.
"""

import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.known_texts import KnownTexts
from hrddesk.actions.publishing import publication_preview
from hrddesk.actions.publishing.publication_risks import TellingText
from hrddesk.actions.records import record_texts
from hrddesk.actions.scope.profiles import profile_of
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.redact.texts.texts import ExaminedText
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE, empty_vault
from tests.open_world.sentences import Person, Span


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an engine: texts of one case, and who is in the vault."""

    people: Sequence[Person]
    """The people whom the case is about."""
    bystanders: Sequence[str]
    """Names of people whom no case involves."""
    language: str
    texts: Sequence[str]
    profile: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine does with one text; the spans are places in it."""

    replaced: tuple[Span, ...]
    asked: tuple[Span, ...]
    marked: tuple[Span, ...]
    printed: str


class Engine(Protocol):
    """Whatever redacts texts."""

    def __call__(self, question: Question) -> list[Answer]:
        """Return an answer for each text."""


def product(question: Question) -> list[Answer]:
    """Return what HRDDesk does with the texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = empty_vault(Path(folder) / "desk.hrdv")
        with Session.open(path, PassphraseSecret(PASSPHRASE)) as session:
            read = [_read(session, ref, question.profile) for ref in _fill(session, question)]
            request = PublishRequest(profile=question.profile, languages=(question.language,))
            telling = publication_preview.prepare(session, request, Job()).preview.telling
            return [
                replace(answer, marked=tuple({*answer.marked, *_marked(ref, text, telling)}))
                for ref, text, answer in read
            ]


def _fill(session: Session, question: Question) -> list[str]:
    """Make the records; return how each text is named."""
    involved = [_party(*person.names) for person in question.people]
    first, *others = question.texts
    case = Record(kind=Kind.CASE, id=new_id()).with_fields(
        ref="OW-1", title="-", narrative=first, text_language=question.language
    )
    roles = [{"party": party.id, "role": "subject"} for party in involved]
    with session.store.change("test") as change:
        for party in (*involved, *map(_party, question.bystanders)):
            change.put(party)
        change.put(case.with_elements("parties", roles))
    for text in others:
        record_texts.add(session, case.id, {"body": text, "language": question.language, "kind": "written"})
    return [f"OW-1:{number}" for number in range(1, len(question.texts) + 1)]


def _party(*names: str) -> Record:
    party = Record(kind=Kind.PARTY, id=RecordId(new_id())).with_fields(kind="person")
    return party.with_elements("names", [{"name": name} for name in names])


def _read(session: Session, ref: str, profile: str) -> tuple[str, str, Answer]:
    """Let every place stand that waits for a decision, and confirm the text.

    Return how a preview names the text, the text, and all of the answer but what is marked.
    """
    asked: list[Span] = []
    while marks := [
        one.at for one in texts.occurrences(session, ref, profile).found if one.decide and one.at
    ]:
        for place in marks:
            text_decisions.decide(session, ref, profile, Decision(*place, How.STAY))
        asked += marks
    seen = texts.review(session, ref, profile).result
    record = session.store.get(seen.record)
    known = KnownTexts(session.store, [profile_of(session.store, profile)], record)
    censor = known.censor(record, profile)
    reading = ExaminedText.of(seen.wording, censor, text=(record, seen.field))
    replaced = tuple((start, end) for start, end, _ in censor.taken(reading.worded, reading.found))
    marked = tuple((mark.start, mark.end) for mark in seen.marked)
    return (
        texts.ref_of((), record, seen.field),
        seen.text,
        Answer(replaced, tuple(asked), marked, seen.result),
    )


def _marked(ref: str, text: str, telling: Iterable[TellingText]) -> tuple[Span, ...]:
    """Return where the words stand which a preview names without their places."""
    words = sorted({word for told in telling if told.ref == ref for word in told.words})
    return tuple(match.span() for word in words for match in re.finditer(re.escape(word), text))
