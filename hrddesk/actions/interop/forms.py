"""Forms about one person: filled from the records, completed by a user's answers, written to a file on
request.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from hrddesk.actions.records import questions as asked
from hrddesk.actions.records.gazetteer import Gazetteer
from hrddesk.analysis.overview.person_facts import PersonFacts, by_date
from hrddesk.analysis.status.liberty import concerns
from hrddesk.bundle.trust import own_identity
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.publish.content.form import FormDocument, FormPart, FormRow
from hrddesk.publish.process.press import print_form
from hrddesk.records.language import captions
from hrddesk.records.language.labels import DEFAULT, EN, Chain
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import display_names
from hrddesk.records.rules import consents
from hrddesk.records.rules.consents import Consent
from hrddesk.records.rules.interventions import is_confidential
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.words import Words
from hrddesk.records.texts import questions
from hrddesk.records.texts.questions import Question, Template, TemplateSection
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files
from hrddesk.system.jobs import Job

FORMATS: Final = ("pdf", "text")
_UNTOLD: Final = ("source", "witness")
"""The roles whose bearers are named in no form."""


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """A question of a form with what the records say about it and what the user answered."""

    question: Question
    fact: str
    answer: str
    """The stored answer of the user, which takes precedence over the fact."""
    worded: str
    """The answer in words, or the fact if there is no answer; empty if neither is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form that was filled for one person."""

    template: Template
    party: RecordId
    person: str
    chain: Chain
    sections: tuple[tuple[TemplateSection, tuple[FilledQuestion, ...]], ...]
    consent: Consent
    """The consent of the person that is in force."""

    @property
    def questions(self) -> list[FilledQuestion]:
        """All questions in order."""
        return [question for _, part in self.sections for question in part]

    @property
    def missing(self) -> list[FilledQuestion]:
        """The questions without an answer or fact."""
        return [question for question in self.questions if not question.worded]

    @property
    def lacks_consent(self) -> bool:
        """Whether the person's consent covers less than the form needs; the pages of the form then say so."""
        needed = self.template.consent
        return bool(needed) and not self.consent.reaches(needed)

    @property
    def completeness(self) -> tuple[int, int]:
        """The number of answered questions, and the number of all questions."""
        return len(self.questions) - len(self.missing), len(self.questions)

    def to_json(self) -> dict[str, Any]:
        """Return the form as the JSON values that the command line prints."""
        done, every = self.completeness
        return {
            "form": self.template.code,
            "party": self.party,
            "filled": done,
            "questions": every,
            "consent": self.consent.state.value,
            "lacks_consent": self.lacks_consent,
            "missing": [item.question.key for item in self.missing],
            "sections": [
                {
                    "title": section.label(self.chain),
                    "questions": [
                        {
                            "key": item.question.key,
                            "question": item.question.label(self.chain),
                            "fact": item.fact,
                            "answer": item.answer,
                            "text": item.worded,
                        }
                        for item in part
                    ],
                }
                for section, part in self.sections
            ],
        }


def listed() -> list[Template]:
    """Return the shipped forms."""
    return list(questions.templates().values())


def languages() -> Chain:
    """Return the languages in which at least one shipped form is available."""
    codes = {code for item in listed() for code in item.labels}
    return tuple(sorted(codes, key=lambda code: (code not in DEFAULT, code)))


def template(code: str) -> Template:
    """Return a form by its code; raise RecordNotFound."""
    form = questions.templates().get(code)
    if form is None:
        raise RecordNotFound(ref=code)
    return form


def filled(store: Store, code: str, party_id: RecordId, chain: Chain) -> FilledForm:
    """Return a form about a person, filled from the present records; raise RecordNotFound."""
    form, party = template(code), store.get(party_id)
    if party.kind is not Kind.PARTY:
        raise RecordNotFound(ref=party_id[:8])
    facts = _facts(store, party, chain)
    answers_by_key = asked.answers_of(party)
    words = facts.words

    def fill(question: Question) -> FilledQuestion:
        fact, answer = facts(question.fact) if question.fact else "", answers_by_key.get(question.key, "")
        worded = questions.worded(question, answer, words, chain) if answer else fact
        return FilledQuestion(question, fact, answer, worded)

    sections = [(part, tuple(map(fill, part.questions))) for part in form.sections]
    more = [q for q in asked.own(store, Kind.PARTY) if q.template == code]
    if more:
        sections.append((TemplateSection(captions.texts()["form.own"], ()), tuple(map(fill, more))))
    name = display_names.display_name(party) or party.text("ref")
    agreed = consents.current(party, own_identity.today())
    return FilledForm(
        template=form, party=party_id, person=name, chain=chain, sections=tuple(sections), consent=agreed
    )


def _facts(store: Store, party: Record, chain: Chain) -> PersonFacts:
    """Read the facts that a form needs about a person, from the events that concern this person.

    Confidential events are left out. In the other events, sources, witnesses, people who refused, and people
    in roles that no shipped vocabulary has are left out, because a form is sent to a State.
    """
    of_party = store.events_of_party(party.id)
    relevant = [event for event in of_party if concerns(party, event) and not is_confidential(event)]
    referred = [RecordId(str(item.get("party"))) for event in relevant for item in event.values("parties")]
    others = list(store.many(Kind.PARTY, list(dict.fromkeys(referred))))
    hidden = {each.id for each in others if each.id != party.id and _refuses(each)}
    events = [_without_untold(event, hidden, store.words()) for event in relevant]
    names = {each.id: display_names.display_name(each) or each.text("ref") for each in others}
    used = {RecordId(event.text("place")) for event in events if event.text("place")}
    rows = Gazetteer(store).rows() if used else []
    places = {row.id: row.path(chain) for row in rows if row.id in used}
    kinds = {row.id: row.kind for row in rows if row.id in used}
    return PersonFacts(
        party=party,
        events=by_date(events),
        names=names,
        places=places,
        words=store.words(),
        chain=chain,
        kinds=kinds,
    )


def _refuses(party: Record) -> bool:
    return consents.keeps_out(party) or consents.current(party, own_identity.today()).refuses


def _without_untold(event: Record, hidden: Collection[RecordId], words: Words) -> Record:
    """Return an event without the participants who must not be named in a form."""
    named = {
        key: item
        for key, item in event.lists.get("parties", {}).items()
        if item.get("party") not in hidden and _is_told(words.counted("role", str(item.get("role") or "")))
    }
    return replace(event, lists={**event.lists, "parties": named})


def _is_told(role: str) -> bool:
    is_shipped = vocabulary.load("role").exact(role) is not None
    return not role or (is_shipped and role not in _UNTOLD)


def document(form: FilledForm, day: datetime.date) -> FormDocument:
    """Return the content of the pages of a form; `day` is printed on them."""
    chain = form.chain
    done, every = form.completeness
    missing = captions.texts()["form.missing"].text(chain)
    parts = tuple(
        FormPart(
            section.label(chain),
            tuple(
                FormRow(item.question.label(chain), item.worded or missing, bool(item.worded))
                for item in part
            ),
        )
        for section, part in form.sections
    )
    return FormDocument(
        language=next(iter(chain), EN),
        mark=captions.texts()["form.confidential"].text(chain),
        title=form.template.label(chain),
        person=form.person,
        notes=(
            form.template.about(chain),
            *((captions.texts()["form.consent"].text(chain),) if form.lacks_consent else ()),
            captions.texts()["form.done"].text(chain).format(done=done, all=every) + f" · {day.isoformat()}",
        ),
        parts=parts,
    )


def as_text(form_document: FormDocument) -> str:
    """Return the content of a form as plain text."""
    lines = [form_document.mark, "", form_document.title, form_document.person, *form_document.notes]
    for part in form_document.parts:
        lines += ["", part.title, "-" * 40]
        for row in part.rows:
            lines += ["", row.question, *(f"    {line}" for line in row.text.splitlines() or [""])]
    return "\n".join([*lines, "", form_document.mark, ""])


def export(
    session: Session,
    code: str,
    party_id: RecordId,
    target: Path,
    job: Job,
    *,
    format: str,  # noqa: A002  (as the option is called)
    chain: Chain = DEFAULT,
) -> FilledForm:
    """Write a form to a new file, which is not encrypted; the history records the export.

    `format` is pdf or text, `chain` the languages of the form. Raise InvalidValue, RecordNotFound,
    TargetExists, DiskFull, WriteFailed, LayoutFailed.
    """
    if format not in FORMATS:
        raise InvalidValue(field="format", why=Translatable("it is pdf or text"))
    form = filled(session.store, code, party_id, chain)
    if form.lacks_consent and form.consent.refuses:
        raise InvalidValue(
            field="consent", why=Translatable("the person refused, withdrew or let it expire: ask anew")
        )
    form_document = document(form, datetime.datetime.now().astimezone().date())
    if format == "pdf":
        print_form(form_document, target, job)
    else:
        with files.told(target):
            files.create(target, as_text(form_document).encode("utf-8"))
    with session.store.change("form.exported") as change:
        change.note(party_id, "form.exported")
    return form


def fill(session: Session, code: str, party_id: RecordId, answers: Mapping[str, str]) -> Outcome[None]:
    """Store answers to questions of a form about a person; the errors are those of `answer`.

    In a key of `answers`, the code of the form may be omitted.
    """
    form = template(code)
    known_keys = {q.key for part in form.sections for q in part.questions}
    short = {
        key: f"{code}.{key}" for key in answers if key not in known_keys and f"{code}.{key}" in known_keys
    }
    answers_by_full_key = {short.get(key, key): text for key, text in answers.items()}
    return asked.answer(session, party_id, answers_by_full_key)
