"""The vocabularies of a desk: the shipped terms, overlaid with the terms that the desk made or changed.

A desk's term is a record. A record that changes the words of a shipped term has the code and the fixed id of
that term, so that two desks that both change the term share one record. If the record is deleted, the shipped
term applies again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.vocabulary import (
    EVENT_TERM,
    JOINED,
    NONE,
    NOT_ASKED,
    PLAIN,
    UNKNOWN,
    Term,
    TermId,
    Vocabulary,
)

_NO_TERMS: Final = frozenset({"", UNKNOWN, NOT_ASKED, NONE})  # these answers mean what they mean


class Words:
    """All vocabularies of one desk at one moment."""

    def __init__(self, own: Iterable[Term] = ()) -> None:
        self._own: dict[str, dict[str, Term]] = {}
        for term in own:
            self._own.setdefault(term.vocabulary, {}).setdefault(term.code, term)
        self._loaded: dict[str, Vocabulary] = {}

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Words":
        """Return the vocabularies with the terms of these records.

        Of two records with the same code, the record with the lower id counts.
        """
        term_records = sorted(
            (record for record in records if record.kind is Kind.TERM), key=lambda item: item.id
        )
        return cls(term_of(record) for record in term_records if record.text("code") not in _NO_TERMS)

    def with_records(self, records: Iterable[Record]) -> "Words":
        """Return the vocabularies with the terms of these records, which replace terms of the same code."""
        more = Words.of(records)
        if not more._own:
            return self
        return Words(
            term for own in (more._own, self._own) for terms in own.values() for term in terms.values()
        )

    def load(self, name: str) -> Vocabulary:
        """Return a vocabulary by its name; for an unknown name it has no terms."""
        if name not in self._loaded:
            self._loaded[name] = self._made(name)
        return self._loaded[name]

    def _made(self, name: str) -> Vocabulary:
        if name == vocabulary.COUNTRY:
            return vocabulary.load(name)
        if name not in (*PLAIN, EVENT_TERM):
            return Vocabulary(name=name, terms=())
        shipped = vocabulary.load(name)
        if name == EVENT_TERM:
            own = [vocabulary.prefixed(term) for part in JOINED for term in self._own.get(part, {}).values()]
            return shipped.with_terms(own) if own else shipped
        return shipped.with_terms(self._own[name].values()) if name in self._own else shipped

    def is_own(self, name: str, code: str) -> bool:
        """Tell whether the desk made or changed a term."""
        return code in self._own.get(name, {})

    def counted(self, name: str, code: str) -> str:
        """Return the code that computations use for a code: a shipped one if possible.

        The program knows the meaning of shipped codes only. If a desk's own term was merged with a shipped
        term, in either direction or through a third term, this is the code of the shipped term. Any other
        code is returned unchanged.
        """
        shipped = vocabulary.load(name)
        if not code or shipped.exact(code) is not None:
            return code
        return self._counted.get(name, {}).get(code, code) if self._own else code

    @property
    def all_counted(self) -> Mapping[str, Mapping[str, str]]:
        """The shipped codes that computations use for the desk's own codes, by vocabulary and own code."""
        return self._counted if self._own else {}

    def as_counted(self, record: Record) -> Record:
        """Return a record with the desk's own codes replaced by the shipped codes that `counted` returns.

        The result is for computations and must not be stored.
        """
        if not self._own:
            return record
        counted_record = record
        for path, name in vocabulary.FIELDS.items():
            kind, part, *inner = path.split(".")
            if kind != record.kind or name not in self._counted:
                continue
            if not inner:
                counted_record = counted_record.with_fields(
                    **{part: self.counted(name, counted_record.text(part))}
                )
                continue
            items = counted_record.lists.get(part, {})
            counted = {
                key: {**item, inner[0]: self.counted(name, str(item[inner[0]]))}
                if item.get(inner[0])
                else item
                for key, item in items.items()
            }
            if counted != items:
                counted_record = replace(counted_record, lists={**counted_record.lists, part: counted})
        return counted_record

    @cached_property
    def _counted(self) -> Mapping[str, Mapping[str, str]]:
        counted_by_vocabulary: dict[str, dict[str, str]] = {}
        for name in (*PLAIN, EVENT_TERM):
            if self._own.keys().isdisjoint(JOINED if name == EVENT_TERM else (name,)):
                continue
            shipped, here = vocabulary.load(name), self.load(name)
            counted_by_code: dict[str, str] = {}
            for term in here.retired:
                merge_target = here.find(term.code)
                if merge_target is None or merge_target.code == term.code:
                    continue
                if shipped.exact(merge_target.code) is not None:
                    counted_by_code[term.code] = merge_target.code
                elif shipped.exact(term.code) is not None:
                    counted_by_code.setdefault(merge_target.code, term.code)
            for term in here.retired:  # what was merged into the same one counts as it does
                merge_target = here.find(term.code)
                if merge_target is not None and merge_target.code in counted_by_code:
                    counted_by_code.setdefault(term.code, counted_by_code[merge_target.code])
            counted_by_vocabulary[name] = counted_by_code
        return counted_by_vocabulary


def term_of(record: Record) -> Term:
    """Return the term that a record describes."""
    return Term(
        code=record.text("code"),
        vocabulary=record.text("vocabulary"),
        labels=record.labels,
        aliases=tuple(str(item["text"]) for item in record.values("aliases") if item.get("text")),
        map=record.text("map"),
        article=_article(record),
        id=TermId(record.id),
        retired=record.fields.get("retired") is True,
        into=record.text("into"),
    )


def _article(record: Record) -> str:
    """Return the provision of the shipped charge whose words `record` changes; empty for other terms."""
    name, code = record.text("vocabulary"), record.text("code")
    shipped = vocabulary.load(name).exact(code) if name in PLAIN else None
    return shipped.article if shipped is not None else ""


SHIPPED: Final = Words()
"""The shipped vocabularies."""
