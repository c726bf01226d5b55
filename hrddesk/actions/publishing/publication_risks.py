"""The risks of a publication, and the reasons for which users accept them.

Risks are grouped by kind, and one reason is enough for all risks of a kind. There are two exceptions. A label
that a user chose for a person is no risk that can be accepted: it applies until a user takes it off
(`held_labels`). And each person who may be the bearer of such a label (`namesakes`) needs a separate answer.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from hrddesk.actions.publishing.changed_places import ChangedPlace
from hrddesk.actions.publishing.chosen_figures import CloseCounts
from hrddesk.actions.publishing.namesakes import Namesake
from hrddesk.actions.scope.held_labels import Stands
from hrddesk.publish.content.font_gaps import Gap, ScriptGap
from hrddesk.records.model.record import RecordId, canonical_json
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.figures.compared_counts import Earlier, PrintedCounts, differing
from hrddesk.redact.publication.redaction import Redaction
from hrddesk.redact.risks.combinations import Rare
from hrddesk.redact.risks.loosened import Loosened
from hrddesk.redact.risks.telling import Tells


class RiskKind(StrEnum):
    """The kinds of risks, in the order in which they are answered."""

    NAMESAKE = "namesake"
    """People who would be named, and may be the same as a person whom a label protects."""
    ONE_SOURCE = "one-source"
    """Facts whose only source is one confidential person."""
    RECOGNISABLE = "recognisable"
    """People whom readers may recognise in spite of a label."""
    NAMED_BEFORE = "named-before"
    """People who were named in an earlier publication: a label does not hide them any more."""
    WITHOUT_NAME_BEFORE = "without-name-before"
    """People who are named, but had a label in another series in which everybody had one."""
    WITHOUT_CONSENT = "without-consent"
    """People who are named, but were never asked and are named in no public document on file."""
    PLACE_CHANGED = "place-changed"
    """Places that are printed, or replaced by another one, because their kind or parent was changed."""
    LOOSENED = "loosened"
    """Details that are printed more finely than in the previous issue."""
    TELLING = "telling"
    """Texts that reveal more about people with labels than the facts do."""
    COUNTS_DIFFER = "counts-differ"
    """Counts that differ by one to four from those of an earlier publication."""
    CLOSE_COUNTS = "close-counts"
    """Pairs of counts in this publication whose difference is one to four."""
    OMISSIONS = "omissions"
    """Withheld parts that a reader might miss."""
    WITHOUT_FONT = "without-font"
    """Scripts and characters without a font: texts are left out, other words are printed as numbers."""


PERSON_BY_PERSON: Final = frozenset({RiskKind.NAMESAKE})
"""The kinds of which each risk needs an answer of its own, because a wrong answer names a protected
person.
"""
ASKED_ONCE: Final = frozenset({RiskKind.NAMESAKE, RiskKind.PLACE_CHANGED})
"""The kinds of which an answer also counts for later publications."""
_MARK_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class OfOneSource:
    """The number of facts of a case that rest on one confidential person alone, without any public
    document.
    """

    case: RecordId
    facts: int


@dataclass(frozen=True, slots=True)
class StoodBefore:
    """A person who was named in an earlier publication and has a label in this one, or the reverse."""

    party: RecordId
    publication: int


@dataclass(frozen=True, slots=True)
class SaysMore:
    """One kind of detail that this issue prints more finely than the previous one."""

    what: Loosened
    details: tuple[str, ...]
    """The values added to a list, or the degree of detail before and now."""
    publication: int


@dataclass(frozen=True, slots=True)
class CountsDiffer:
    """The number of counts of a figure that differ by one to four from those of an earlier publication."""

    figure: str
    publication: int
    counts: int


@dataclass(frozen=True, slots=True)
class TellingText:
    """Words that reveal more about a labelled person than the facts do.

    `ref` is a reference for `texts.resolve`, or evidence with `alt` or `caption`; for the title of the
    publication it is `title`.
    """

    ref: str
    case: str
    """The reference of the case; empty for the title."""
    tells: Tells
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """The number of things, such as people, events or texts, that a publication leaves out for one reason."""

    why: LeftOut
    count: int


@dataclass(frozen=True, slots=True)
class Unasked:
    """The people who are named but were never asked for consent; their names are for this desk only."""

    people: tuple[RecordId, ...]
    names: tuple[str, ...]


About = (
    Namesake
    | OfOneSource
    | ChangedPlace
    | Rare
    | StoodBefore
    | SaysMore
    | TellingText
    | CountsDiffer
    | CloseCounts
    | LeftBehind
    | Unasked
    | Gap
    | ScriptGap
)


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk that a user must accept with a reason.

    Its `key` stays the same between previews while the risk is the same. A reason that was given for a
    smaller risk has another key and does not count.
    """

    kind: RiskKind
    key: str
    about: About
    party: RecordId | None = None


def risks_of(
    redacted: Redaction,
    before: Stands,
    figures: Iterable[str],
    close: Iterable[CloseCounts],
    telling: Iterable[TellingText],
    gaps: Iterable[Gap | ScriptGap],
    earlier: Iterable[Earlier],
    namesakes: Iterable[Namesake],
    places: Iterable[ChangedPlace],
    says_more: Iterable[SaysMore],
    unasked: Mapping[RecordId, str],
) -> tuple[Risk, ...]:
    """Return all risks of a publication, by kind; `figures` are the names of the printed figures.

    `unasked` are the named people who were never asked for consent, with their names.
    """
    return (
        *_namesakes(namesakes),
        *_of_one_source(redacted.of_one_source),
        *_recognisable(redacted.combinations.rare),
        *_stood_before(redacted, before),
        *_unasked(unasked),
        *_places(places),
        *_loosened(says_more),
        *_telling(telling),
        *_counts(redacted.counts, tuple(figures), earlier),
        *_close(close),
        *_omissions(redacted.left_out),
        *_without_font(gaps),
    )


def _key(kind: RiskKind, *key_parts: str, content: tuple[Any, ...] = ()) -> str:
    """Return the key of a risk: its kind, its subject (`key_parts`), and a digest of `content`, JSON values.

    `content` is everything that an answer is about: when it changes, the key changes too, and no earlier
    answer counts.
    """
    mark = [hashlib.sha256(canonical_json(content)).hexdigest()[:_MARK_DIGITS]] if content else []
    return ":".join((kind, *key_parts, *mark))


def not_answered_before(risks: Iterable[Risk], answered: Collection[str]) -> tuple[Risk, ...]:
    """Return the risks without those that an answer for an earlier publication still covers.

    `answered` are the keys of earlier answers; they count only for the kinds in ASKED_ONCE.
    """
    return tuple(risk for risk in risks if risk.kind not in ASKED_ONCE or risk.key not in answered)


def unanswered(risks: Iterable[Risk], answers: Mapping[str, str], accept_all: str = "") -> tuple[Risk, ...]:
    """Return the risks for which no reason is given.

    `answers` has reasons by the key of a risk or by a kind of risk; `accept_all` is a reason for all risks.
    For a kind in PERSON_BY_PERSON, only the reason under the key of the risk counts.
    """
    return tuple(risk for risk in risks if not _reason(risk, answers, accept_all))


def kept_answers(risks: Iterable[Risk], answers: Mapping[str, str], accept_all: str = "") -> dict[str, str]:
    """Return the reasons to store with a publication, each under the key or under the kind of its risk.

    A reason is stored under the key if it was given for this one risk, or if the kind is in ASKED_ONCE. For
    these kinds an answer also counts in later publications, but only for the same risk.
    """
    reasons = {}
    for risk in risks:
        own = risk.kind in ASKED_ONCE or answers.get(risk.key, "").strip()
        reasons[risk.key if own else risk.kind.value] = _reason(risk, answers, accept_all)
    return reasons


def _reason(risk: Risk, answers: Mapping[str, str], accept_all: str) -> str:
    reasons = [answers.get(risk.key, "")]
    if risk.kind not in PERSON_BY_PERSON:
        reasons += [answers.get(risk.kind.value, ""), accept_all]
    return next((reason.strip() for reason in reasons if reason.strip()), "")


def _namesakes(namesakes: Iterable[Namesake]) -> Iterator[Risk]:
    for namesake in namesakes:
        key = _key(RiskKind.NAMESAKE, namesake.party, namesake.mark)
        yield Risk(RiskKind.NAMESAKE, key, namesake, namesake.party)


def _places(places: Iterable[ChangedPlace]) -> Iterator[Risk]:
    for place in places:
        key = _key(RiskKind.PLACE_CHANGED, place.place, content=(place.field, place.raw))
        yield Risk(RiskKind.PLACE_CHANGED, key, place)


def _of_one_source(cases: Mapping[RecordId, int]) -> Iterator[Risk]:
    for case, facts in sorted(cases.items()):
        key = _key(RiskKind.ONE_SOURCE, case, content=(facts,))
        yield Risk(RiskKind.ONE_SOURCE, key, OfOneSource(case, facts))


def _recognisable(rare: Iterable[Rare]) -> Iterator[Risk]:
    for item in rare:
        key = _key(RiskKind.RECOGNISABLE, item.party, item.case, content=(item.traits, item.fits))
        yield Risk(RiskKind.RECOGNISABLE, key, item, item.party)


def _stood_before(redacted: Redaction, before: Stands) -> Iterator[Risk]:
    for kind, people, was, since in (
        (RiskKind.NAMED_BEFORE, redacted.labels.keys(), before.named, before.labelled),
        (RiskKind.WITHOUT_NAME_BEFORE, redacted.named, before.labelled, before.named),
    ):
        # Who stood as now in the last publication was answered for then.
        stood = {party: was[party] for party in people if was.get(party, 0) > since.get(party, 0)}
        for party, publication in sorted(stood.items()):
            key = _key(kind, party, content=(publication,))
            yield Risk(kind, key, StoodBefore(party, publication), party)


def _unasked(people: Mapping[RecordId, str]) -> Iterator[Risk]:
    if people:
        key = _key(RiskKind.WITHOUT_CONSENT, content=(sorted(people),))
        yield Risk(RiskKind.WITHOUT_CONSENT, key, Unasked(tuple(people), tuple(people.values())))


def _loosened(says_more: Iterable[SaysMore]) -> Iterator[Risk]:
    for more in says_more:
        key = _key(RiskKind.LOOSENED, more.what, content=(more.details, more.publication))
        yield Risk(RiskKind.LOOSENED, key, more)


def _telling(texts: Iterable[TellingText]) -> Iterator[Risk]:
    for disclosure in texts:
        key = _key(RiskKind.TELLING, disclosure.ref, disclosure.tells, content=(disclosure.words,))
        yield Risk(RiskKind.TELLING, key, disclosure)


def _counts(
    now: Iterable[PrintedCounts], figures: tuple[str, ...], earlier: Iterable[Earlier]
) -> Iterator[Risk]:
    for difference in differing(now, earlier):
        about = CountsDiffer(figures[difference.figure], difference.publication, len(difference.cells))
        key = _key(RiskKind.COUNTS_DIFFER, about.figure, str(about.publication), content=(difference.cells,))
        yield Risk(RiskKind.COUNTS_DIFFER, key, about)


def _close(close: Iterable[CloseCounts]) -> Iterator[Risk]:
    for item in close:
        key = _key(RiskKind.CLOSE_COUNTS, item.figure, item.other, content=(item.by,))
        yield Risk(RiskKind.CLOSE_COUNTS, key, item)


def _without_font(gaps: Iterable[Gap | ScriptGap]) -> Iterator[Risk]:
    for gap in gaps:
        if isinstance(gap, Gap):
            key = _key(RiskKind.WITHOUT_FONT, gap.number)
        else:
            key = _key(RiskKind.WITHOUT_FONT, gap.script.lower(), content=(gap.texts, gap.times))
        yield Risk(RiskKind.WITHOUT_FONT, key, gap)


def _omissions(left_out: Mapping[LeftOut, int]) -> Iterator[Risk]:
    for why, count in left_out.items():
        about = LeftBehind(why, count)
        yield Risk(RiskKind.OMISSIONS, _key(RiskKind.OMISSIONS, why.name.lower(), content=(count,)), about)
