"""The published form of vocabulary terms, dates and numbers."""

import re
from collections.abc import Iterator
from typing import Final

from hrddesk.analysis.status.liberty import REFUTED
from hrddesk.records.dates import amounts, dates
from hrddesk.records.language.captions import in_each, said
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import LABELS, WHOLE_RECORD, Kind
from hrddesk.records.model.record import Element, Record
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.words import Words
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.profile.profiles import AgeDetail, DateDetail, Profile
from hrddesk.redact.profile.sensitive import VOCABULARIES, topics_in

ANSWERS: Final = frozenset({vocabulary.UNKNOWN, vocabulary.NOT_ASKED, vocabulary.NONE})
"""The terms that mean that nothing is known; publications leave them out."""

NO_DAY: Final = 10**9
"""A sort key after every day."""

_POINT: Final = re.compile(r"([0-9X]{4})(?:-([0-9X]{2}))?(?:-[0-9X]{2})?([?~%]?)")
_BAND: Final = 10  # years
_AMOUNTS: Final = (1_000, 10_000, 50_000, 100_000, 500_000, 1_000_000)
"""The amounts of money at which bands begin, except the lowest band."""


class Terms:
    """The shipped vocabularies and a desk's own terms.

    A shipped term is always printed in its shipped words. A desk's own term, which may be from a bundle, can
    change the words of a shipped term or merge it, but not in print: "detained" must not become "released".
    """

    def __init__(self, facts: Facts) -> None:
        own: dict[str, list[vocabulary.Term]] = {}
        self._kept_back: set[tuple[str, str]] = set()
        records = facts.all(Kind.TERM)
        self._words = Words.of(records)
        for record in records:
            if _is_kept_back(record):
                self._kept_back |= set(_codes(record))
            elif record.text("code"):
                term = vocabulary.Term(
                    code=record.text("code"),
                    vocabulary=record.text("vocabulary"),
                    labels=record.labels,
                    into=record.text("into") if record.fields.get("retired") is True else "",
                )
                own.setdefault(term.vocabulary, []).append(term)
                if term.vocabulary in vocabulary.JOINED:
                    own.setdefault(vocabulary.EVENT_TERM, []).append(vocabulary.prefixed(term))
        self._own = {
            name: vocabulary.Vocabulary.of(
                name, sorted(terms, key=lambda term: (term.code, sorted(term.labels.items())))
            )
            for name, terms in own.items()
        }

    def find(self, name: str, text: str) -> tuple[str, Labels] | None:
        """Return the code and the labels of a term, or None if no vocabulary knows it."""
        term = self._own_term(name, text) or _shipped(name).find(text)
        if term is None:
            return None
        printed_term = self._kept(name, term)
        return term.code, printed_term.labels or Labels.same(printed_term.code)

    def may_go_out(self, profile: Profile, name: str, text: str) -> bool:
        """Tell whether a profile prints a term, which must not belong to a topic that the profile leaves out.

        A desk's own term has the topic of the shipped term that it counts as. Words that no vocabulary knows
        have the topics of all shipped terms whose words occur in them.
        """
        if name not in VOCABULARIES:
            return True
        known_term = self.find(name, text)
        is_told = all(profile.tells(name, code) for code in self.meanings(name, text))
        return is_told and (known_term is not None or topics_in(name, text) <= profile.sensitive)

    def meanings(self, name: str, text: str) -> frozenset[str]:
        """Return the code of a term and the code of the shipped term that it counts as.

        For words that no vocabulary knows, the text itself is the code. A term keeps its own code when it is
        merged into another one, so a merge may add a reason to withhold the term, but removes none.
        """
        known_term = self.find(name, text)
        code = text if known_term is None else known_term[0]
        return frozenset({code, self._words.counted(name, code)})

    def is_kept_back(self, name: str, text: str) -> bool:
        """Tell whether a text is the code of a secret term; such a code would reveal the words of the
        term.
        """
        return (name, text) in self._kept_back

    def is_refuted(self, event: Record) -> bool:
        """Tell whether an event was found to be untrue."""
        return REFUTED in self.meanings("assertion", event.text("assertion"))

    def _kept(self, name: str, term: vocabulary.Term) -> vocabulary.Term:
        """Return the term whose words are printed for `term`.

        A shipped term is printed in its own words. Any other term is printed in the words of the term into
        which it was merged. A merge changes only words: a person in the role "witness" stays a witness.
        """
        shipped = _shipped(name).exact(term.code)
        seen = {term.code}
        while shipped is None and term.into and term.into not in seen:
            seen.add(term.into)
            shipped = _shipped(name).exact(term.into)
            own = self._own.get(name)
            merge_target = own.exact(term.into) if own is not None else None
            if merge_target is None:
                break
            term = merge_target
        return shipped or term

    def is_own(self, name: str, text: str) -> bool:
        """Tell whether a term is the desk's own, so that its words are free text."""
        term = self._own_term(name, text)
        return term is not None and _shipped(name).exact(term.code) is None

    def _own_term(self, name: str, text: str) -> vocabulary.Term | None:
        """Return the desk's own term that a text means, or None if there is none.

        Return None also if the text means a shipped term with another code. Otherwise a term that came in a
        bundle and is called "victim" could decide who counts as a victim.
        """
        own = self._own.get(name)
        term = None if own is None else own.find(text)
        shipped = None if term is None else _shipped(name).find(text)
        return None if term is None or (shipped is not None and shipped.code != term.code) else term

    def sounds_like(self, name: str, text: str, code: str) -> bool:
        """Tell whether a text contains words of the shipped term `code`, as "our source (confidential)"
        does.
        """
        term = _shipped(name).find(code)
        words = () if term is None else (term.code, *term.labels.values(), *term.aliases)
        folded = text.casefold()
        return any(word.casefold() in folded for word in words if word)

    def rank(self, name: str, code: str) -> int:
        """Return the position of a term in its vocabulary; events are listed there in their usual order."""
        codes = [term.code for term in _shipped(name).terms]
        return codes.index(code) if code in codes else len(codes)


def _is_kept_back(term: Record) -> bool:
    """Tell whether a term or its labels are secret."""
    return Visibility.SECRET in (term.visibility(WHOLE_RECORD), term.visibility(LABELS))


def _codes(term: Record) -> Iterator[tuple[str, str]]:
    """Yield each vocabulary in which a term is found, with the code of the term there."""
    own_term = vocabulary.Term(code=term.text("code"), vocabulary=term.text("vocabulary"), labels=Labels())
    yield own_term.vocabulary, own_term.code
    if own_term.vocabulary in vocabulary.JOINED:
        yield vocabulary.EVENT_TERM, vocabulary.prefixed(own_term).code


def _shipped(name: str) -> vocabulary.Vocabulary:
    try:
        return vocabulary.load(name)
    except KeyError:
        return vocabulary.Vocabulary(name=name, terms=())


def words_of(element: Element) -> str:
    """Return the code of a term, or the typed words if it has no code."""
    return str(element.get("term") or element.get("raw") or "")


def words_of_penalty(element: Element) -> str:
    """Return the code of a penalty's kind, or the typed words if it has no code."""
    return str(element.get("kind") or element.get("raw") or "").strip()


def published_date(text: str, detail: DateDetail) -> str:
    """Return a date in the allowed detail, or "" if the text is not understood as a date.

    A text that is not understood may hold any words. An understood text holds only the date, so with the
    detail of a day it is printed as typed.
    """
    date = dates.read(text)
    if detail is DateDetail.NONE or not date.edtf:
        return ""
    if detail is DateDetail.DAY:
        return text.strip()
    ends = [_coarser(end, detail) for end in date.edtf.split("/")]
    return ends[0] if len(set(ends)) == 1 else "/".join(ends)


def _coarser(point: str, detail: DateDetail) -> str:
    match = _POINT.fullmatch(point)
    if match is None:  # the open end of an interval
        return ""
    year, month, mark = match.groups()
    return f"{year}-{month}{mark}" if month and detail is DateDetail.MONTH else f"{year}{mark}"


def first_day(published: str) -> int:
    """Return a number that sorts published dates; dates without a day are last."""
    date = dates.read(published)
    day = date.earliest or date.latest
    return day.toordinal() if day is not None else NO_DAY


def published_age(text: str, detail: AgeDetail) -> str:
    """Return an age in the allowed detail, or "" if the age is not a number of years."""
    match = re.fullmatch(r"\s*(\d{1,3})\s*", text)
    if match is None or detail is AgeDetail.NONE:
        return ""
    years = int(match[1])
    if detail is AgeDetail.EXACT:
        return str(years)
    return f"{years - years % _BAND}–{years - years % _BAND + _BAND - 1}"


def years_in_prison(months: int, languages: Chain) -> Labels:
    """Return the words for a fixed prison term, in years and months."""
    return in_each(languages, lambda code: said("penalty.prison", code, a=amounts.length(months, code)))


def published_amount(amount: float, languages: Chain) -> Labels:
    """Return an amount of money as a band, because news reports give an exact fine beside a name."""
    begins = [begin for begin in _AMOUNTS if begin <= amount]
    if not begins:
        return in_each(languages, lambda code: said("amount.less", code, a=f"{_AMOUNTS[0]:,}"))
    if len(begins) == len(_AMOUNTS):
        return in_each(languages, lambda code: said("amount.or_more", code, a=f"{begins[-1]:,}"))
    end = _AMOUNTS[len(begins)] - 1
    return in_each(languages, lambda code: said("amount.between", code, a=f"{begins[-1]:,}", b=f"{end:,}"))


def penalty_details(penalty: Element, ends: str, languages: Chain, *, banded: bool = False) -> list[Labels]:
    """Return the known details of a penalty, without its kind.

    `ends` is the last day of the penalty, as it may be published. With `banded`, amounts of money are given
    as bands; this is for people whose name is not printed.
    """
    details = []
    if penalty.get("months"):
        months = int(str(penalty["months"]))
        details.append(in_each(languages, lambda code: amounts.length(months, code)))
    if "amount" in penalty:
        currency = str(penalty.get("currency", ""))
        currency = f" {currency}" if re.fullmatch("[A-Z]{3}", currency) else ""
        exact = str(penalty["amount"])
        amount = published_amount(float(exact), languages) if banded else Labels.same(exact)
        details.append(Labels((code, words + currency) for code, words in amount.items()))
    unit = str(penalty.get("unit") or "")
    if "quantity" in penalty and amounts.is_unit(unit):
        number = int(str(penalty["quantity"]))
        details.append(in_each(languages, lambda code: amounts.quantity(number, unit, code)))
    if ends:
        date = dates.read(ends)
        details.append(
            in_each(languages, lambda code: said("penalty.until", code, a=dates.as_said(date, code)))
        )
    return details
