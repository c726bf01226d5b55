"""Controlled vocabularies: the labels of a code in each language, and the words that mean it.

Shipped terms are data in `resources/vocabularies/`, one CSV file for each vocabulary with a column
`label@CODE` for each language, and with ids that never change. The `map` column is for codes of HURIDOCS
micro-thesauri, which are copyrighted and not shipped. Every vocabulary except those about the desk's own work
also has the three answers that are no term: unknown, not asked and none.
"""

import csv
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import NewType

from hrddesk.records.language import languages
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.language.languages import Wordlist
from hrddesk.records.language.scripts import is_han, to_simplified
from hrddesk.system.paths import resources

TermId = NewType("TermId", str)

UNKNOWN, NOT_ASKED, NONE = "unknown", "not_asked", "none"
"""Three different values of every vocabulary field that asks something; an empty one says nothing at all."""

OF_THE_DESK = frozenset({"block_kind", "block_state", "comment_state"})
"""The vocabularies about the desk's own work. Nobody is asked about it, so the three answers do not apply."""

PLAIN = (
    "assertion", "attribution", "block_kind", "block_state", "case_role", "cause", "charge", "circumstance",
    "comment_state", "condition", "consent", "consent_basis", "consent_giver", "consent_purpose",
    "denial", "ethnicity", "event_link", "event_type", "evidence_about", "figure_kind",
    "knowledge", "measure", "method", "name_kind", "occupation", "others_visible", "party_kind", "penalty",
    "place_kind", "platform", "relation", "reliability", "religion", "role", "sex", "source_kind",
    "source_type", "stance", "text_kind",
)  # fmt: skip
OPEN = "open"
"""The state of a comment without an answer."""
EVENT_TERM = "event_term"
"""The vocabulary of the list `terms` of an event: condition, method, denial, circumstance, and
`platform:wechat`.
"""

COUNTRY = "country"
"""The countries that have files; no desk adds one by a term."""

JOINED = ("condition", "method", "denial", "circumstance", "platform")
_PREFIXED = "platform"  # a platform is written with its prefix, as the kit does


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term; `article` is the provision of a charge ("CL 293"), empty if unknown.

    `holds` is True for a kind of place in which people are held.
    """

    code: str
    vocabulary: str
    labels: Labels
    aliases: tuple[str, ...] = ()
    map: str = ""
    article: str = ""
    holds: bool = False
    id: TermId = TermId("")
    retired: bool = False
    """Whether the term is no longer offered; records with it stay as they are."""
    into: str = ""
    """The code of the term into which a retired one was merged, and whose label is shown for it."""

    def label(self, chain: Chain) -> str:
        """Return the label in the first language of a chain that has one; the code if there is no label."""
        return self.labels.text(chain) or self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The terms of one field, in the order in which they are offered; retired ones are kept separately."""

    name: str
    terms: tuple[Term, ...]
    answers: tuple[Term, ...] = ()
    retired: tuple[Term, ...] = ()
    _index: Mapping[str, Term] = field(default_factory=dict, repr=False, compare=False)
    _own: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    """The codes of terms that are not shipped."""
    _simplified: dict[str, Term | None] = field(default_factory=dict, repr=False, compare=False)
    """The terms by their words in simplified characters; None if several terms have the same word."""

    @classmethod
    def of(
        cls, name: str, terms: Iterable[Term], answers: Iterable[Term] = (), own: Iterable[Term] = ()
    ) -> "Vocabulary":
        """Build a vocabulary; an ambiguous word is looked up as a code, then as a label, then as an alias.

        The words of `own` terms come after the words of shipped terms: own terms also arrive in bundles, and
        must not take over a shipped word. Retired terms come last. The words of a term that was merged into
        another term find that other term.
        """
        base_terms, all_answers, added = tuple(terms), tuple(answers), tuple(own)
        by_code = {term.code: term for term in added + base_terms}
        index: dict[str, Term] = {}
        offered, aside = _by_retired(base_terms)
        added_offered, added_aside = _by_retired(added)
        for group in (offered + all_answers, added_offered, aside, added_aside):
            for words_of in (_codes, _labels, _aliases):
                for term in group:
                    for word in words_of(term):
                        index.setdefault(_key(word), _kept(term, by_code))
        own_codes = frozenset(term.code for term in added)
        return cls(
            name=name,
            terms=offered + added_offered,
            answers=all_answers,
            retired=aside + added_aside,
            _index=index,
            _own=own_codes,
        )

    def find(self, text: str) -> Term | None:
        """Return the term whose code, label or alias equals the text, ignoring case; None if there is none.

        For a term that was merged into another, the other term is returned. A Chinese word is found in
        simplified and in traditional characters if it is unambiguous.
        """
        term = self._index.get(_key(text))
        if term is not None or not any(map(is_han, text)):
            return term
        if not self._simplified:
            self._simplify()
        return self._simplified.get(to_simplified(_key(text)))

    def _simplify(self) -> None:
        """Index words by their simplified characters; shipped terms take precedence over a desk's own."""
        for key, term in self._index.items():
            word = to_simplified(key)
            first = self._simplified.setdefault(word, term)
            if (
                first is not None
                and first.code != term.code
                and (first.code in self._own) == (term.code in self._own)
            ):
                self._simplified[word] = None

    def exact(self, code: str) -> Term | None:
        """Return the term with exactly this code, including retired ones; None if there is none."""
        every = self.terms + self.answers + self.retired
        return next((term for term in every if term.code == code), None)

    def code(self, text: str) -> str | None:
        """Return the code of the term that a text names, or None; the text may be the code itself."""
        if any(term.code == text for term in self.retired):
            return text
        term = self.find(text)
        return None if term is None else term.code

    def label(self, code: str, chain: Chain) -> str:
        """Return the label of a code as `Term.label` does; an unknown code is returned unchanged."""
        term = self.find(code)
        return code if term is None else term.label(chain)

    def with_terms(self, own: Iterable[Term]) -> "Vocabulary":
        """Return the vocabulary with a desk's own terms: new ones, and those that replace a shipped code."""
        reworded = {term.code: term for term in own}
        base_terms = [reworded.pop(term.code, term) for term in self.terms + self.retired]
        return Vocabulary.of(self.name, base_terms, self.answers, reworded.values())


def _by_retired(terms: tuple[Term, ...]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """Return two tuples: the terms that are offered, and the retired terms."""
    return tuple(t for t in terms if not t.retired), tuple(t for t in terms if t.retired)


def _kept(term: Term, by_code: Mapping[str, Term]) -> Term:
    """Return the term into which a term was merged, directly or in steps.

    Return the term itself if it was not merged or the other term is unknown.
    """
    seen = {term.code}
    while term.retired and term.into in by_code and term.into not in seen:
        term = by_code[term.into]
        seen.add(term.code)
    return term


def _codes(term: Term) -> tuple[str, ...]:
    return (term.code,)


def _labels(term: Term) -> tuple[str, ...]:
    return tuple(term.labels.values())


def _aliases(term: Term) -> tuple[str, ...]:
    return term.aliases


def _key(text: str) -> str:
    """Return a text without meaningless differences in writing: case, width, underscores, runs of spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("_", " ").split())


@cache
def load(vocabulary: str) -> Vocabulary:
    """Return a shipped vocabulary by its name; raise KeyError if there is none."""
    if vocabulary not in (*PLAIN, EVENT_TERM, COUNTRY):
        raise KeyError(vocabulary)
    answers = _read("answer")
    if vocabulary == EVENT_TERM:
        return Vocabulary.of(EVENT_TERM, [prefixed(t) for name in JOINED for t in _read(name)], answers)
    if vocabulary == COUNTRY:
        return Vocabulary.of(COUNTRY, _countries(), answers)
    return Vocabulary.of(vocabulary, _read(vocabulary), () if vocabulary in OF_THE_DESK else answers)


@cache
def holding() -> frozenset[str]:
    """Return the kinds of places in which people are held."""
    return frozenset(term.code for term in load("place_kind").terms if term.holds)


def prefixed(term: Term) -> Term:
    """Return a term as an event's `terms` store it: a platform gets the prefix `platform:`."""
    if term.vocabulary != _PREFIXED:
        return term
    prefix = f"{_PREFIXED}:"
    words = (term.code, *term.labels.values(), *term.aliases)
    called = (_PREFIXED, *languages.listed(Wordlist.PLATFORM))
    aliases = tuple(dict.fromkeys(f"{before}:{word}" for before in called for word in words))
    into = prefix + term.into if term.into else ""
    return replace(term, code=prefix + term.code, aliases=aliases, into=into)


def _read(name: str) -> tuple[Term, ...]:
    """Return the terms of a vocabulary: first the general terms, then the terms that each country adds."""
    folders = [resources(), *sorted((resources() / "countries").iterdir())]
    files = (folder / "vocabularies" / f"{name}.csv" for folder in folders)
    return tuple(term for path in files if path.is_file() for term in _terms(name, path))


def _countries() -> Iterator[Term]:
    """Yield a term for each country that has files."""
    for path in sorted((resources() / "countries").glob("*/country.toml")):
        country_data = tomllib.loads(path.read_text("utf-8"))
        aliases = tuple(country_data.get("aliases", ()))
        yield Term(
            code=path.parent.name,
            vocabulary=COUNTRY,
            labels=Labels(country_data["labels"]),
            aliases=aliases,
            id=TermId(path.parent.name),
        )


def _terms(name: str, path: Path) -> tuple[Term, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Term(
                code=row["code"],
                vocabulary=name,
                labels=Labels.of_row(row),
                aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
                map=row["map"],
                article=row.get("article") or "",
                holds=row.get("holds") == "yes",
                id=TermId(row["id"]),
            )
            for row in csv.DictReader(file)
        )


FIELDS: Mapping[str, str] = {
    "party.kind": "party_kind", "party.sex": "sex", "party.ethnicity": "ethnicity",
    "party.names.kind": "name_kind", "party.consents.consent": "consent",
    "party.consents.purpose": "consent_purpose", "party.consents.given_by": "consent_giver",
    "party.consents.basis": "consent_basis", "case.parties.role": "case_role",
    "case.country": COUNTRY,
    "event.country": COUNTRY, "event.type": "event_type", "event.measure": "measure",
    "event.facility": "place_kind", "event.assertion": "assertion",
    "event.terms.term": EVENT_TERM, "event.charges.term": "charge", "event.penalties.kind": "penalty",
    "case.texts.kind": "text_kind", "event.texts.kind": "text_kind", "source.texts.kind": "text_kind",
    "evidence.texts.kind": "text_kind", "event.parties.role": "role", "event.links.type": "event_link",
    "relation.type": "relation", "relation.assertion": "assertion",
    "place.kind": "place_kind", "source.type": "source_type",
    "source.kind": "source_kind", "source.knowledge": "knowledge", "source.attribution": "attribution",
    "source.reliability": "reliability", "citation.stance": "stance",
    "figure.kind": "figure_kind",
    "report.blocks.kind": "block_kind", "report.blocks.state": "block_state",
    "evidence.others": "others_visible", "evidence.about.how": "evidence_about",
}  # fmt: skip
"""The vocabulary of each coded field; for `party.terms` the element itself names its vocabulary."""
