"""Records of every kind of the kit, drawn from the schema, that refer to each other or to nothing."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hrddesk.interop.columns import cells
from hrddesk.interop.kit import kit
from hrddesk.records.model.field_specs import FieldSpec, FieldType, ListSpec, Visibility
from hrddesk.records.model.kinds import BLOCKS, CUSTODY, LABELS, SPECS, TEXTS, WHOLE_RECORD, Kind
from hrddesk.records.model.record import Element, Record, RecordId, Value
from hrddesk.records.rules import consents
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.words import SHIPPED
from hrddesk.records.texts.texts import FIRST, text_field

KINDS: Final = tuple(spec.kind for spec in kit.FILES.values())
TARGETS: Final[Mapping[str, tuple[Kind, ...]]] = {
    "event.case": (Kind.CASE,),
    "event.place": (Kind.PLACE,),
    "event.links.event": (Kind.EVENT,),
    "party.home": (Kind.PLACE,),
    "party.consents.source": (Kind.SOURCE,),
    "evidence.place": (Kind.PLACE,),
    "evidence.cases.case": (Kind.CASE,),
    "evidence.about.record": (Kind.PARTY, Kind.EVENT),
    "relation.subject": (Kind.PARTY,),
    "relation.object": (Kind.PARTY,),
    "citation.record": (Kind.CASE, Kind.PARTY, Kind.EVENT, Kind.PLACE, Kind.FIGURE),
    "citation.source": (Kind.SOURCE, Kind.EVIDENCE),
    "case.parties.party": (Kind.PARTY,),
    "event.parties.party": (Kind.PARTY,),
    "report.blocks.record": KINDS,
}
"""What a field refers to. A place's parent and what evidence is made from come before them: no circles."""
WORDS: Final = (
    *(
        "a quiet word",
        "a|b",
        "a\\|b",
        "x\\",
        "a@Latn:main",
        "a:b",
        "c;d=e",
        '"q"',
        "a\nb",
        "=1+1",
        "籍朔",
        "-",
    ),
    *(" lead", "key=word", "\\:", "none", "yes", "a {b}", "male {}", "x {y} [2017..]"),
)
_CODES: Final = ("en", "zh-Hans", "zh-Hant", "ug", "es-419")
_DATES: Final = ("2020", "2020-02~", "1954-02-29", "soon", "early 2020")
_FIXED: Final[Mapping[Kind, Callable[[int], Mapping[str, Value]]]] = {
    Kind.CASE: lambda at: {"ref": f"K7QX-2026-{at:04}", "country": "CN"},
    Kind.PARTY: lambda at: {"ref": f"K7QX-2026-P{at:04}", "size": None, "size_min": None, "size_max": None},
    Kind.EVIDENCE: lambda at: {"ref": f"K7QX-2026-E{at:04}", "sha256": f"{at:02x}" * 32},
    Kind.TERM: lambda at: {"vocabulary": "cause", "code": f"cause_{at}", "map": None, "into": None},
    Kind.FIELD: lambda at: {"owner": "party", "key": f"own.{at}", "type": "text", "vocabulary": None},
    Kind.RELATION: lambda _: {"type": "spouse"},
    Kind.REPORT: lambda at: {"ref": f"K7QX-2026-R{at:04}"},
    Kind.FIGURE: lambda at: {"name": f"Figure {at}"},
}
"""What follows from nothing that is drawn."""

_CIRCLES: Final = {Kind.PLACE: "parent", Kind.EVIDENCE: "derived_from"}
_GUARDED: Final[Element] = {
    "consent": "yes",
    "purpose": "with_name",
    "given_by": "guardian",
    "date": "2024",
}
_CONTRADICTORY: Final[Mapping[Kind, Sequence[tuple[Mapping[str, Value], Element]]]] = {
    Kind.PARTY: [
        ({"birth": "1999", "death": "1990"}, {}),
        ({"birth": "2999"}, {}),
        ({"size": "15-10"}, {}),
        ({"birth": "1980"}, _GUARDED),
        ({}, {"consent": "refused", "purpose": "with_name", "given_by": "self", "date": "2024"}),
        ({}, {"consent": "yes", "given_by": "self", "date": "2999", "until": "2024"}),
    ],
    Kind.EVENT: [({"date": "2024-05", "answered": "2023", "due": "2022"}, {}), ({"answered": "2999"}, {})],
    Kind.RELATION: [({"since": "2020", "until": "2019"}, {})],
    Kind.SOURCE: [({"consented": "2999"}, {})],
}


def _nothing(_: int) -> Mapping[str, Value]:
    return {}


def world(chance: random.Random, most: int = 3) -> dict[Kind, list[Record]]:
    """Draw the records of a vault: up to `most` of each kind."""
    ids = {kind: [_new_id(chance) for _ in range(chance.randint(0, most))] for kind in KINDS}
    drawer = _Drawer(chance, ids)
    return {kind: [drawer.record(kind, at) for at in range(len(found))] for kind, found in ids.items()}


def _new_id(chance: random.Random) -> RecordId:
    return RecordId(f"{chance.getrandbits(128):032x}")


@dataclass
class _Drawer:
    chance: random.Random
    ids: Mapping[Kind, Sequence[RecordId]]

    def record(self, kind: Kind, at: int) -> Record:
        """Draw the record of a kind that stands at that place of its ids."""
        spec = SPECS[kind]
        drawn = {item.name: self._value(kind.value, item, at) for item in spec.fields}
        record = Record(kind=kind, id=self.ids[kind][at])
        record = record.with_fields(**{**drawn, **_FIXED.get(kind, _nothing)(at)})
        if kind is Kind.RELATION and record.text("subject") == record.text("object"):
            record = record.with_fields(object=None)  # nobody is related to themselves
        for item in spec.lists:
            if item.name not in ("keys", LABELS, TEXTS, "visibility"):
                count = self.chance.randint(0, 2)
                elements = (self._element(kind, item, at) for _ in range(count))
                record = record.with_elements(item.name, [element for element in elements if element])
        if spec.list(LABELS) is not None:
            codes = self.chance.sample(_CODES, self.chance.randint(kind is not Kind.EVIDENCE, 2))
            record = record.with_labels({code: f"the {kind} {self._words()}".strip() for code in codes})
        record = self._contradicting(self._levels(record), at)
        return self._texts(record) if spec.list(TEXTS) is not None else record

    def _contradicting(self, record: Record, at: int) -> Record:
        """Make some records contradict themselves or each other, as two desks can bring that about."""
        if self.chance.random() < 0.7:
            return record
        ids = self.ids[record.kind]
        fields, consent = self.chance.choice(_CONTRADICTORY.get(record.kind, [({}, {})]))
        record = record.with_fields(**fields)
        if consent:
            record = record.with_elements("consents", [*record.values("consents"), consent])
        if record.kind in _CIRCLES:  # itself and what comes later among them
            record = record.with_fields(**{_CIRCLES[record.kind]: self.chance.choice(ids)})
        if record.kind is Kind.RELATION:
            record = record.with_fields(object=record.text("subject") or None)
        if record.kind is Kind.TERM:
            merged, same = self.chance.randrange(len(ids)), self.chance.choice([at, 0])
            record = record.with_fields(into=f"cause_{merged}", code=f"cause_{same}")
        if record.kind is Kind.FIELD:
            record = record.with_fields(key="own.0")
        if record.kind in (Kind.PLACE, Kind.TERM, Kind.FIELD):
            record = record.with_elements(LABELS, [])
        return record

    def _words(self) -> str:
        return self.chance.choice(WORDS)

    def _levels(self, record: Record) -> Record:
        spec = record.spec
        names = [WHOLE_RECORD, *(item.name for item in spec.fields), *(item.name for item in spec.lists)]
        for name in self.chance.sample(names, self.chance.randint(0, 2)):
            record = record.with_visibility(self.chance.choice(list(Visibility)), name)
        return record

    def _texts(self, record: Record) -> Record:
        there = [FIRST[record.kind]] if record.text(FIRST.get(record.kind, "")) else []
        made: list[Element] = []
        for _ in range(self.chance.randint(0, 2)):
            name = _new_id(self.chance)
            text = {"id": name, "body": self._words(), "language": self.chance.choice(_CODES)}
            kind = self.chance.choice(vocabulary.load("text_kind").terms).code
            by, checked = self._words().strip(), self.chance.choice([None, True])
            of = self.chance.choice(["", *there])
            made.append({**text, "kind": kind, "by": by, "checked": checked, "of": of})
            there.append(text_field(name))
        if len(made) == 2 and self.chance.random() < 0.3:  # each is made of the other
            made = [
                {**text, "of": text_field(RecordId(str(other["id"])))}
                for text, other in zip(made, made[::-1], strict=True)
            ]
        return record.with_elements(TEXTS, made)

    def _element(self, kind: Kind, item: ListSpec, at: int) -> Element:
        path = f"{kind.value}.{item.name}"
        element = {part.name: self._value(path, part, at) for part in item.fields}
        if item.name == "consents":
            return self._consent(element)
        if item.name == "penalties":
            chosen: list[Element] = [
                {"kind": "fixed", "months": 42},
                {"raw": self._words(), "kind": "fixed", "months": 9, "ends": "2031"},
                {"raw": "fixed:4 years", "kind": "fine", "amount": 300, "currency": "CNY"},
                {"raw": "life"},
            ]
            items = [*WORDS, "fixed:3 years until 2030", "life"]
            return self.chance.choice([*chosen, *(cells.penalty_of(item)[0] for item in items)])
        if item.name == "names":
            script = self.chance.choice(["Latn", "Hans", "Arab"])
            return {**element, "name": self._words().strip(), "script": script}
        if item.name == BLOCKS:
            texts = {"body": self._mentioning(), "caption": self._mentioning()}
            return {**element, "by": self._words().strip(), **texts}
        if item.name == "values":
            return {"field": f"own.{self.chance.randint(1, 9)}", "answer": self._words()}
        if item.name == "comments":
            return {**element, "comment": self._words(), "state": self.chance.choice(["open", "done"])}
        if item.name == "aliases":  # none says what another record says: an import would link the two
            return {"text": f"other {self._words()}".strip()}
        if item.name == CUSTODY:
            texts = {part: " ".join(self._words().split()) or "." for part in ("what", "by")}
            return {
                "time": 1_700_000_000 + self.chance.randint(0, 9),
                "number": self.chance.randint(1, 10**6),
                **texts,
            }
        if item.name == "proofs":
            return {"kind": "rfc3161", "sha256": "ef" * 32, "date": self.chance.choice(_DATES)}
        if "raw" in element:
            name = vocabulary.FIELDS.get(f"{path}.term") or self.chance.choice(["occupation", "cause"])
            words = SHIPPED.load(name)
            raw = self.chance.choice([*WORDS, *(term.code for term in words.terms[:3])])
            typed = {"vocabulary": name} if "vocabulary" in element else {}
            if self.chance.random() < 0.3:  # chosen in a form, which leaves no words
                return {**element, **typed, "raw": None, "term": self.chance.choice(words.terms).code}
            if self.chance.random() < 0.3:  # a code that somebody chose against the words, or took away
                term = self.chance.choice([None, *(term.code for term in words.terms[:2])])
                return {**element, **typed, "raw": raw, "term": term}
            return {**element, **typed, "raw": raw, "term": words.code(raw)}
        return element if element.get(item.fields[0].name) else {}

    def _mentioning(self) -> str:
        """Draw words that mention records by reference, id or the beginning of it, and what is no record."""
        named = [(kind, at) for kind, found in self.ids.items() for at in range(len(found))]
        words = [self._words()]
        for kind, at in self.chance.sample(named, min(len(named), self.chance.randint(0, 3))):
            name = self.ids[kind][at]
            ref = str(_FIXED.get(kind, _nothing)(at).get("ref") or name)
            words.append("@" + self.chance.choice([ref, ref.lower(), name, name[:10].upper()]))
        words.append(self.chance.choice(["", "@someone", "@Z9ZZ-2020-0001", "a@K7QX-2026-0000", "@deadbeef"]))
        self.chance.shuffle(words)
        return " ".join(words)

    def _consent(self, element: Element) -> Element:
        if element.get("source") and self.chance.random() < 0.5:
            basis = vocabulary.load("consent_basis").terms[0].code
            return {"consent": vocabulary.NOT_ASKED, "basis": basis, "source": element["source"]}
        answer = self.chance.choice(consents.ANSWERS)
        purpose = self.chance.choice(consents.LADDER) if answer == consents.YES else None
        return consents.checked(
            {"consent": answer, "given_by": "self", "date": "2024-05", "purpose": purpose}
        )

    def _value(self, path: str, field: FieldSpec, at: int) -> Value:
        called = f"{path}.{field.name}"
        if field.type is FieldType.RECORD:
            before = self.ids[Kind(path)][:at] if called in ("place.parent", "evidence.derived_from") else []
            known = [other for kind in TARGETS.get(called, ()) for other in self.ids[kind]]
            return self.chance.choice([None, *before, *known, _new_id(self.chance)])
        if self.chance.random() < 0.3:
            return None
        if called in vocabulary.FIELDS:
            return self.chance.choice(vocabulary.load(vocabulary.FIELDS[called]).terms[:5]).code
        if field.name in ("language", "text_language"):
            return self.chance.choice(_CODES)
        if field.type is FieldType.DATE:
            return self.chance.choice(_DATES)
        if field.type is FieldType.POINT:
            return self.chance.choice(("41.7,82.9;u=500", "-33.50,151", "0,-180"))
        if field.type is FieldType.NUMBER:
            return self.chance.randint(0, 9)
        return True if field.type is FieldType.FLAG else self._words()
