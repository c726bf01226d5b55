"""Dates, charges and places in a text, each with its quote; nothing is added that the text does not say.

Only a date without a year gets the year that the user gives, or the year that the text names most often. This
assumption is shown, and the user confirms it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from hrddesk.analysis.pasted_reports import lists
from hrddesk.analysis.pasted_reports.passages import QuotedPassage, outside, passage
from hrddesk.records.dates import dates
from hrddesk.records.language import languages
from hrddesk.records.language.languages import ReportList, Wordlist
from hrddesk.records.language.scripts import HAN_NUMERALS, is_han
from hrddesk.records.terms.words import Words


@dataclass(frozen=True, slots=True)
class ReportedFact:
    """A date, a charge or a place in a text: its quote, and how it was understood."""

    quote: QuotedPassage
    value: str
    """A day, month or year in digits; else the words of a date, with the assumed year, or the words of a
    charge or a place.
    """
    term: str = ""
    """The code of a charge that the vocabulary knows."""
    supposed: str = ""
    """"year" if the text does not say the year of a date."""

    def to_json(self) -> dict[str, int | str]:
        """Return the fact as JSON values."""
        document: dict[str, int | str] = {**self.quote.to_json(), "value": self.value}
        return document | {name: text for name in ("term", "supposed") if (text := getattr(self, name))}


# --- dates ----------------------------------------------------------------------------------------------

_PART: Final = r"(?:early|mid|late|the beginning of|the end of|beginning of|end of)"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_Y: Final = r"(?:19|20)\d{2}"
_HAN_NUMBER: Final = rf"(?:\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})"
_YEAR: Final = re.compile(rf"(?<![A-Za-z\d,.]){_Y}(?![A-Za-z\d])")
_LEAD: Final = re.compile(r"^(?:in|since|by|until|from|of|to)\s", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    """Return a pattern for dates, with the months of all languages."""
    month_names = [called for language in languages.shipped().values() for called in language.months]
    names = _any_of(called[0] for called in month_names if not is_han(called[0][0]))
    short = _any_of(word for called in month_names for word in called[1:] if not is_han(word[0]))
    months = rf"(?:{names}|(?:{short})\.?)"
    point = rf"(?:{months}\s{_DAY}|{_DAY}\s{months})"
    year_is, month_is, day_is = (
        languages.counters(position, position + 1 if position < 2 else None) for position in range(3)
    )
    of_month, of_year, beyond = map(
        languages.alternatives,
        (ReportList.PARTS_OF_MONTHS, ReportList.PARTS_OF_YEARS, ReportList.BEYOND),
    )
    return re.compile(
        rf"""
      (?P<span>\b(?P<p1>{months}\s{_DAY})\s?[-–]\s?(?P<p2>{months}\s{_DAY}),?\s(?P<y0>{_Y})\b)
    | (?P<from>\bfrom\s(?P<f1>{point},?\s{_Y})\s(?:to|until)\s(?P<f2>{point},?\s{_Y})\b)
    | (?P<day>\b(?:(?:before|after)\s)?{point}\b(?:,?\s(?P<y1>{_Y})\b)?)
    | (?P<month>\b(?:(?:before|after)\s)?(?:{_PART}\s)?
        (?:(?:in|since|by|until|from|of|to)\s)?(?:{names})\b
        (?:(?:\sof)?,?\s(?P<y2>{_Y})\b)?)
    | (?P<iso>\b{_Y}-\d{{2}}(?:-\d{{2}})?\b)
    | (?P<han>(?P<y3>(?:{_Y}|[{HAN_NUMERALS[:-1]}]{{4}})\s?(?:{year_is}))?\s?{_HAN_NUMBER}\s?(?:{month_is})
        (?:\s?{_HAN_NUMBER}\s?(?:{day_is})|{of_month})?(?:{beyond})?)
    | (?P<year>{_Y}\s?(?:{year_is})(?:{of_year})?(?:{beyond})?)
    """,
        re.VERBOSE,
    )


@cache
def _no_verb() -> re.Pattern[str]:
    """Return a pattern for the months whose names are also other words: May, March."""
    return re.compile(rf"^(?:{_any_of(languages.listed(Wordlist.CAPITAL))})\b")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def dates_of(text: str, year: int | None = None) -> list[ReportedFact]:
    """Return the dates of a text.

    `year` is the year of dates without a year; the default is the year that the text names most often.
    """
    return list(_dates(text, year or _year_of(text)))


def _dates(text: str, year: int | None) -> Iterator[ReportedFact]:
    for match in _date().finditer(text):
        lead = _LEAD.match(match[0]) if match["month"] else None
        quote = passage(text, match.start() + (len(lead[0]) if lead else 0), match.end())
        if match["month"] and not match["y2"] and not lead and _no_verb().match(quote.text):
            continue  # "May" at the head of a sentence
        supposed = ""
        if match["span"]:
            value = _interval(f"{match['p1']} {match['y0']}", f"{match['p2']} {match['y0']}")
        elif match["from"]:
            value = _interval(match["f1"], match["f2"])
        elif match["y1"] or match["y2"] or match["y3"] or match["iso"] or match["year"]:
            value = _understood(quote.text)
        else:
            value, supposed = _with_year(quote.text, year), "year"
        if value:
            yield ReportedFact(quote, value, supposed=supposed)


def _interval(first: str, last: str) -> str:
    ends = _understood(first), _understood(last)
    return _understood(" to ".join(ends)) if all(ends) else ""


def _year_of(text: str) -> int | None:
    """Return the year that a text names most often, the earliest of several; None if it names no year."""
    counted = Counter(_YEAR.findall(text))
    return int(min(counted, key=lambda year: (-counted[year], year))) if counted else None


def _with_year(words: str, year: int | None) -> str:
    if year is None:
        return ""
    of_year = languages.listed(Wordlist.COUNTERS)[:1]
    is_counted = re.search(languages.counters(1, 2), words) is not None
    return _understood(f"{year}{''.join(of_year)}{words}" if is_counted else f"{words} {year}")


def _understood(words: str) -> str:
    """Return a day, month or year in digits (`2022-03-01`), and any other date in its own words.

    If the words are no date, return an empty text.
    """
    plain = re.sub(r"^the\s", "", re.sub(r"\bof\s(?=(?:19|20)\d{2})", "", words.strip()), flags=re.IGNORECASE)
    edtf = dates.read(plain).edtf
    return edtf if re.fullmatch(r"[0-9-]*", edtf) else plain


# --- charges --------------------------------------------------------------------------------------------

_QUOTED: Final = re.compile(r"[“\"‘「](?P<words>[^”\"’」\n]{3,80})[”\"’」]")


@cache
def _accusing() -> re.Pattern[str]:
    """Return a pattern for words that are followed by a charge."""
    return re.compile(
        r"(?:charges?(?: of)?|on suspicion of|suspected of|accused (?:him|her|them)?\s?of"
        r"|convicted [^.]{0,60}? of|arrested [^.]{0,40}? for|facing|for"
        rf"|{languages.alternatives(ReportList.ACCUSING)})\s*$",
        re.IGNORECASE,
    )


@cache
def _between() -> re.Pattern[str]:
    """Return a pattern for the words between two charges."""
    return re.compile(rf"[\s,;.、，；]*+(?:(?:or|{languages.alternatives(Wordlist.AND)})\s*+)?")


def charges_of(text: str, words: Words) -> list[ReportedFact]:
    """Return the charges of a text: terms of the desk's vocabulary, and other charges in quotation marks."""
    pattern, codes = _charge_pattern(words)
    facts_by_span: dict[tuple[int, int], ReportedFact] = {}
    folded = text.casefold().replace("&", "+")
    if len(folded) != len(text):  # some letters fold to two; then only as they stand
        folded = text.lower() if len(text.lower()) == len(text) else text
    for match in pattern.finditer(folded):
        quote = passage(text, *match.span())
        code = codes[_plain(match[0])]
        facts_by_span[match.span()] = ReportedFact(quote, quote.text, term=code)
    quoted = dict(_quoted(text, words))
    for span in list(outside(quoted, facts_by_span)):
        facts_by_span[span] = quoted[span]
    return [facts_by_span[span] for span in sorted(facts_by_span)]


def _quoted(text: str, words: Words) -> Iterator[tuple[tuple[int, int], ReportedFact]]:
    """Yield charges in quotation marks after words such as "on charges of", and further quotes after them."""
    last_end = -1
    for match in _QUOTED.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        goes_on = last_end >= 0 and _between().fullmatch(text[last_end : match.start()]) is not None
        if not goes_on and not _accusing().search(before):
            last_end = -1
            continue
        last_end = match.end()
        quote = passage(text, *match.span("words"))
        words_said = quote.text.rstrip(" ,.;，。")
        quote = passage(text, quote.start, quote.start + len(words_said))
        yield (
            (quote.start, quote.end),
            ReportedFact(quote, words_said, term=words.load("charge").code(words_said) or ""),
        )


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("&", "and").replace("+", "and").split())


def _charge_pattern(words: Words) -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    for term in words.load("charge").terms:
        for label in (*term.labels.values(), *term.aliases):
            plain = _plain(label)
            if len(plain) > 2 and (" " in plain or not plain.isascii()):  # "insult" is said of much else
                codes.setdefault(plain, term.code)
    each = [
        re.escape(label).replace(r"\ and\ ", r"\s+(?:and|\+)\s+").replace(r"\ ", r"\s+")
        for label in sorted(codes, key=len, reverse=True)
    ]
    bounded = [rf"(?<![a-z]){item}(?![a-z])" if codes and item[:1].isascii() else item for item in each]
    return re.compile("|".join(bounded)), codes


# --- places ---------------------------------------------------------------------------------------------

_CAP: Final = r"[A-Z][a-z]{1,20}(?:['’][a-z]{1,6})?"
_KIND: Final = (
    r"(?:City|County|District|Province|Prefecture|Town(?:ship)?|Village|Municipality|Prison|Jail"
    r"|(?:Municipal |District |County |Intermediate |High ){0,4}(?:People['’]s )?Court"
    r"|Detention (?:Cent(?:er|re)|Facility)|Hospital|University|(?:Tibetan |Mongolian )?Autonomous \w+"
    r"(?: Intermediate)?(?: Court)?)"
)
_NAMED: Final = re.compile(
    rf"\b(?P<named>(?:{_CAP} ){{1,4}}?{_KIND}(?: {_KIND})?)"
    rf"(?P<within>(?:,? in |, )(?:{_CAP} ){{0,2}}{_CAP}(?: (?:Province|City))?)?"
)
_SHORTEST_HAN: Final = 4  # characters; 看守所 alone is no place


@cache
def _named_han() -> re.Pattern[str]:
    """Return a pattern for places by their Chinese kind words.

    The name of an area ends at the first kind word, and no later end is tried: otherwise, many 区 in
    succession would take 30 times as long.
    """
    before = "".join(map(re.escape, languages.listed(ReportList.BEFORE_PLACES)))
    letter = rf"[^\W\da-zA-Z_{before}]"
    areas, regions, districts, institutions = map(
        languages.alternatives,
        (ReportList.AREAS, ReportList.REGIONS, ReportList.DISTRICTS, ReportList.INSTITUTIONS),
    )
    return re.compile(
        rf"(?>{letter}{{2,6}}?(?:{areas})){{0,3}}{letter}{{0,6}}(?:{institutions})"
        rf"|(?>{letter}{{2,4}}?(?:{regions})){{1,2}}(?:{letter}{{2,4}}(?:{districts}))?"
    )


def places_of(text: str) -> list[ReportedFact]:
    """Return the places of a text: names with a kind word (court, prison, city), and known places."""
    spans: list[tuple[int, int]] = []
    for match in _NAMED.finditer(text):
        end = match.end()
        if match["within"] and match["within"].split()[-1].casefold() in languages.months():
            end = match.end("named")
        start = match.start()
        first = text[start:end].split(" ")[0]
        if first in ("The", "At", "In", "On", "A", "His", "Her", "Their", "Public"):
            start += len(first) + 1
        spans.append((start, end))
    spans += [match.span() for match in _named_han().finditer(text) if len(match[0]) >= _SHORTEST_HAN]
    known_spans = [match.span() for match in _known_places().finditer(text)]
    spans += list(outside(known_spans, spans))
    return [ReportedFact(passage(text, *span), passage(text, *span).text) for span in sorted(_outer(spans))]


def _outer(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, without spans that overlap an earlier or longer span."""
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    outer_spans: list[tuple[int, int]] = []
    for span in ordered:
        if not outer_spans or span[0] >= outer_spans[-1][1]:
            outer_spans.append(span)
    return outer_spans


@cache
def _known_places() -> re.Pattern[str]:
    latin = "|".join(sorted(lists.load()["places"], key=len, reverse=True))
    han = "|".join(sorted(lists.load()["places_zh"], key=len, reverse=True))
    return re.compile(rf"\b(?:{latin})(?:, (?:{latin}))?\b(?!['’]s)|(?:{han})")
