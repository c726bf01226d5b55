"""Invented people and what happened to them, as plain records. Nobody here exists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from hrddesk.records.language.labels import Chain
from hrddesk.records.language.scripts import script_of
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import TEXTS, Kind
from hrddesk.records.model.record import Record, RecordId, Value, new_id
from hrddesk.records.texts.protected_places import Protected, Sent
from hrddesk.records.texts.questions import answers_of, question_of
from hrddesk.records.texts.texts import text_field, text_of
from hrddesk.redact.facts.facts import Facts, TextKey
from hrddesk.redact.figures.figures import AskedFigure
from hrddesk.redact.model.case_sheet import Event
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.passages.wording import Decision, How, TextDecisions
from hrddesk.redact.people.appearing import left_out_by_role
from hrddesk.redact.people.changes import Follows
from hrddesk.redact.people.involved import involved_in
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.own_fields import OwnField
from hrddesk.redact.profile.profiles import NAMES, PUBLISHABLE, Profile
from hrddesk.redact.profile.sensitive import TOPICS
from hrddesk.redact.publication.redaction import Redaction, Request, redact
from hrddesk.redact.texts.censor import Censor
from hrddesk.redact.texts.texts import ExaminedText, vouched_for

PUBLIC, RESTRICTED, SECRET = Visibility.PUBLIC, Visibility.RESTRICTED, Visibility.SECRET
AS_OF = date(2021, 6, 1)
WIDE: Final = replace(
    NAMES,
    fields=PUBLISHABLE - {"party.terms.vulnerability", "evidence.captured"},
    name_kinds=frozenset({"main", "alias", "pen", "religious", "former", "variant"}),
    sensitive=frozenset(TOPICS),
)
"""Names people, with their other names and what no shipped profile tells."""


def name(text: str, kind: str = "main") -> Mapping[str, Value]:
    """Return a name as a party's list holds it."""
    return {"name": text, "script": script_of(text).value, "kind": kind}


@dataclass
class Desk:
    """A vault's records, made one by one."""

    records: dict[RecordId, Record] = field(default_factory=dict)
    reviews: dict[TextKey, str] = field(default_factory=dict)
    wordings: dict[TextKey, TextDecisions] = field(default_factory=dict)
    protected: dict[TextKey, list[Sent]] = field(default_factory=dict)
    """Texts as another desk sent them, and the places that it protects."""

    def add(self, record: Record, level: Visibility | None) -> RecordId:
        self.records[record.id] = record if level is None else record.with_visibility(level)
        return record.id

    def set(self, record_id: RecordId, **fields: Value) -> None:
        self.records[record_id] = self.records[record_id].with_fields(**fields)

    def set_level(self, record_id: RecordId, level: Visibility, of: str) -> None:
        self.records[record_id] = self.records[record_id].with_visibility(level, of)

    def party(
        self,
        *names: str | Mapping[str, Value],
        level: Visibility | None = PUBLIC,
        terms: Iterable[Mapping[str, Value]] = (),
        **fields: Value,
    ) -> RecordId:
        record = Record(kind=Kind.PARTY, id=new_id()).with_fields(**{"kind": "person", **fields})
        made = [name(item) if isinstance(item, str) else item for item in names]
        return self.add(record.with_elements("names", made).with_elements("terms", terms), level)

    def case(
        self, *parties: RecordId | tuple[RecordId, str], level: Visibility | None = PUBLIC, **fields: Value
    ) -> RecordId:
        parts = [_part(item, "subject") for item in parties]
        record = Record(kind=Kind.CASE, id=new_id()).with_fields(**fields).with_elements("parties", parts)
        return self.add(record, level)

    def event(
        self,
        case: RecordId,
        kind: str,
        *parties: RecordId | tuple[RecordId, str],
        level: Visibility | None = PUBLIC,
        lists: Mapping[str, Sequence[Mapping[str, Value]]] | None = None,
        **fields: Value,
    ) -> RecordId:
        record = Record(kind=Kind.EVENT, id=new_id()).with_fields(case=case, type=kind, **fields)
        record = record.with_elements("parties", [_part(item, "victim") for item in parties])
        for list_name, values in (lists or {}).items():
            record = record.with_elements(list_name, values)
        return self.add(record, level)

    def other(
        self,
        of: Kind,
        /,
        level: Visibility | None = None,
        labels: Mapping[str, str] = MappingProxyType({}),
        **fields: Value,
    ) -> RecordId:
        made = Record(kind=of, id=new_id()).with_labels(labels)
        if of is Kind.EVIDENCE and "case" in fields:
            made = made.with_cases([RecordId(str(fields.pop("case")))])
        return self.add(made.with_fields(**fields), level)

    def place(self, called: str, kind: str, **fields: Value) -> RecordId:
        """Make a public place of a kind."""
        return self.other(Kind.PLACE, PUBLIC, {"en": called}, kind=kind, **fields)

    def text(self, record: RecordId, body: str, language: str = "", **parts: Value) -> str:
        """Add a text to the list of a record; return its name."""
        entry = {"id": new_id(), "body": body, "language": language, **parts}
        before = [{**item, "id": key} for key, item in self.records[record].elements(TEXTS)]
        self.records[record] = self.records[record].with_elements(TEXTS, [*before, entry])
        return text_field(str(entry["id"]))

    def change_text(self, record: RecordId, text: str, **parts: Value) -> None:
        """Change what is said of a text of the list."""
        items = self.records[record].elements(TEXTS)
        made = [{**item, "id": key, **(parts if text_field(key) == text else {})} for key, item in items]
        self.records[record] = self.records[record].with_elements(TEXTS, made)

    def told(self, *people: RecordId, text: str = "", **event: str) -> RecordId:
        """Make a case in which these people were detained, with a reviewed text."""
        case = self.case(*people)
        if text:
            self.set(case, narrative=text)
            self.review(case, "narrative")
        self.event(case, "detained", *people, level=PUBLIC, lists=None, date="2020-02-06", **event)
        return case

    def near(self, case: RecordId, *people: RecordId) -> None:
        """Let a case have to do with people; its texts are read again."""
        for person in people:
            self.other(Kind.RELATION, subject=person, type="other", object=case)
        for record, field_name in list(self.reviews):
            if record == case:
                self.review(record, field_name)

    def question(
        self,
        owner: str,
        kind: str,
        en: str,
        level: Visibility | None = PUBLIC,
        labels: Mapping[str, str] = MappingProxyType({}),
        **fields: Value,
    ) -> OwnField:
        """Ask a question of the desk's own; return it as profiles name it."""
        made = {"owner": owner, "type": kind, "key": f"own.{len(self.records)}", **fields}
        record = self.other(Kind.FIELD, level, {"en": en, **labels}, **made)
        return self.named(record)

    def named(self, question: RecordId) -> OwnField:
        """Return a question as profiles name it now."""
        found = question_of(self.records[question])
        assert found is not None
        return OwnField.of(found)

    def answer(self, record: RecordId, question: OwnField, text: str) -> None:
        """Answer a question in place of what was answered before."""
        said = {**answers_of(self.records[record]), question.key: text}
        values = [{"field": key, "answer": answer} for key, answer in said.items() if answer]
        self.records[record] = self.records[record].with_elements("values", values)

    def facts(self, *cases: RecordId) -> Facts:
        return Facts.of(self.records.values(), cases or None)

    def censor(
        self, profile: Profile = NAMES, label: Iterable[RecordId] = (), involved: Iterable[RecordId] = ()
    ) -> Censor:
        return Censor(self.facts(), profile, PeopleInPrint(frozenset(involved), frozenset(label)))

    def review(
        self,
        record_id: RecordId,
        field_name: str,
        profile: Profile = NAMES,
        printed: Mapping[str, Any] | None = None,
    ) -> None:
        """Mark a text as reviewed just as it stands; `printed` as in `read`."""
        censor, reading = self.read(record_id, field_name, profile, printed)
        self.reviews[record_id, field_name] = vouched_for(censor, reading)

    def read(
        self,
        record_id: RecordId,
        field_name: str,
        profile: Profile = NAMES,
        printed: Mapping[str, Any] | None = None,
    ) -> tuple[Censor, ExaminedText]:
        """Return a text as its reader is asked about it.

        By itself, or as it is `printed` in a publication with these arguments of `redact`.
        """
        text = text_of(self.records[record_id], field_name)
        facts, record = self.facts(), self.records[record_id]
        case = self.records.get(RecordId(record.text("case")), record)
        everybody = PeopleInPrint(decided=frozenset(party.id for party in facts.all(Kind.PARTY)))
        censor = Censor(facts, profile, everybody).protecting(Protected(self.protected))
        printing = None
        if printed is not None:
            together = self.facts(*(printed.get("cases") or ()))
            involved = involved_in(facts, together.cases())
            beside = left_out_by_role(together, profile, printed.get("added", ()))
            label, decided = (frozenset(printed.get(name, ())) for name in ("label", "decided"))
            printing = censor.printed_as(facts, PeopleInPrint(involved, label, decided, beside))
        censor = censor.about(involved_in(facts, [case]), printing=printing)
        wording = self.wordings.get((record_id, field_name), TextDecisions(text))
        return censor, ExaminedText.of(wording, censor, text=(record, field_name))

    def decide(
        self,
        record_id: RecordId,
        field_name: str,
        how: How,
        instead: str = "person",
        profile: Profile = NAMES,
        printed: Mapping[str, Any] | None = None,
    ) -> int:
        """Decide about all that is asked of a text, and confirm it; return how many questions that were.

        What is covered may leave one half of a name, about which is asked then.
        """
        censor, reading = self.read(record_id, field_name, profile, printed)
        asked = {item.span for item in censor.undecided(reading.worded, reading.found)}
        wording, decided = reading.wording, 0
        for start, end in sorted(asked, key=lambda span: (span[0], -span[1])):
            if end > decided:  # else it lies in a place that was decided
                decision = Decision(start, end, how, instead if how is How.LABEL else "")
                wording, decided = wording.with_decision(decision), end
        self.wordings[record_id, field_name] = wording
        self.review(record_id, field_name, profile, printed)
        if how is How.STAY or not asked:
            return len(asked)
        return len(asked) + self.decide(record_id, field_name, how, instead, profile, printed)

    def redact(
        self,
        profile: Profile = NAMES,
        label: Iterable[RecordId] = (),
        language: Chain = ("en", "zh-Hans"),
        cases: Sequence[RecordId] = (),
        decided: Iterable[RecordId] = (),
        parts: Iterable[Chapter] = Chapter,
        figures: Iterable[AskedFigure] = (),
        coarser: Iterable[Coarser] = (),
        follows: Follows | None = None,
        added: Iterable[RecordId] = (),
    ) -> Redaction:
        request = Request(
            profile=profile,
            as_of=AS_OF,
            languages=language,
            label=frozenset(label),
            reviews=self.reviews,
            decided=frozenset(decided),
            wordings=self.wordings,
            parts=frozenset(parts),
            figures=tuple(figures),
            coarser=frozenset(coarser),
            follows=follows,
            added=frozenset(added),
            protected=Protected(self.protected),
        )
        return redact(self.facts(*cases), request)

    def model(self, profile: Profile = NAMES, label: Iterable[RecordId] = ()) -> RedactedModel:
        return self.redact(profile, label).model


def _part(item: RecordId | tuple[RecordId, str], otherwise: str) -> Mapping[str, Value]:
    party, role = item if isinstance(item, tuple) else (item, otherwise)
    return {"party": party, "role": role}


def all_text(model: RedactedModel) -> str:
    """Return everything that may stand on a page."""
    return "\n".join(model.strings())


def who(event: Event) -> list[str]:
    """Return who took part, each with the role."""
    return [f"{part.role.text(('en',))}: {part.name.text(('en',))}" for part in event.who]
