"""The events in a text: each has a word that tells the event, and the date, place and charges near it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from hrddesk.analysis.pasted_reports.facts import ReportedFact
from hrddesk.analysis.pasted_reports.passages import WRAPPED, QuotedPassage, sentences
from hrddesk.analysis.pasted_reports.people import ReportedPerson
from hrddesk.analysis.pasted_reports.strangers import strangers_of
from hrddesk.records.language import languages
from hrddesk.records.language.languages import HAPPENINGS, ReportList
from hrddesk.records.language.scripts import is_chinese
from hrddesk.records.language.scripts import is_han as is_han_letter

_SAID: Final = {
    "arrested": (
        r"formally arrest(?:ed|s)", r"(?:was|were|been|and) arrested", r"arrested (?=[A-Z\"“a-z])",
    ),
    "taken_away": (
        r"tak(?:en|ing) away", r"took (?:him|her|them) (?:away|into custody)", r"seiz(?:ed|ing)", "abducted",
    ),
    "detained": (
        r"(?:criminally |administratively |forcibly |also |initially |briefly )?detain(?:ed|ing)",
        "held incommunicado", r"placed under “?(?:residential|house arrest)",
        r"put (?:him |her |them )?under “?(?:residential|RSDL)",
    ),
    "disappeared": (r"(?:forcibly )?disappear(?:ed|s)", "vanished"),
    "missing": ("went missing", "gone missing"),
    "charged": (r"(?:was|were|been) charged", "charged with"),
    "indicted": (r"indict(?:ed|s)", "prosecuted"),
    "tried": (
        r"(?:went |put |placed |goes )?on trial", r"(?:was|were) tried",
        r"tried (?=[a-z]+ (?:NGO|activist|advocate|people))", "stood trial",
    ),
    "sentenced": (
        r"sentence[ds]?(?= (?:to|on|for|in|at|[A-Z]|him|her|them))",
        r"(?:received|received an|received a|serv(?:ed|ing) a) [a-z0-9-]+ (?:prison )?sentence", "convicted",
    ),
    "bail": (  # before what is said of every release
        r"(?:(?:was|were|been|being) )?(?:subsequently |later )?released on bail",
    ),
    "released": (
        r"(?:was|were|been|being|subsequently|ostensibly) (?:subsequently |later |ostensibly )?released",
    ),
    "tortured": (
        r"(?:was|were|been|allegedly|also) (?:also |allegedly )?(?:tortured|subjected to torture)",
    ),
    "summoned": ("summoned",),
    "died": (r"\bdied\b", "passed away"),
    "licence_revoked": (
        r"licenses? (?:was |were |being |been )?revoked", r"disbarred (?=in|on|by)",
    ),
}  # fmt: skip
_TO_ONE_OF_THEM: Final = re.compile(r"\b(?:him|her)\b", re.IGNORECASE)


@cache
def _happened() -> re.Pattern[str]:
    """Return a pattern for the words that tell events; the name of the matching group is the event type."""
    words = {one.value: "|".join((*_SAID.get(one.value, ()), _listed(one))) for one in HAPPENINGS}
    return re.compile("|".join(f"(?P<{name}>{each})" for name, each in words.items()))


def _listed(one: ReportList) -> str:
    """Return a pattern for the words of a list, in all languages.

    A Chinese word also matches within a longer word; any other word only matches as a whole.
    """
    spaced = languages.alternatives(one, fits=lambda word: not is_chinese(word))
    return rf"{languages.alternatives(one, fits=is_chinese)}|\b(?:{spaced})\b"


@cache
def _denied() -> re.Pattern[str]:
    words = languages.alternatives(ReportList.DENIED)
    return re.compile(rf"(?:not|never|without being|n['’]t|before being|{words})\s{{0,30}}(?:\w{{1,30}}\s)?$")


@cache
def _pronoun() -> re.Pattern[str]:
    words = languages.alternatives(ReportList.PRONOUNS)
    return re.compile(rf"^(?:(?:He|She|His|Her|They|Since|By|While|After|Police|Before)\b|{words})")


@cache
def _one_of_them() -> re.Pattern[str]:
    words, plural = languages.alternatives(ReportList.PRONOUNS), languages.alternatives(ReportList.PLURALS)
    return re.compile(rf"\b(?:he|she)\b|(?:{words})(?!{plural})", re.IGNORECASE)


@cache
def _all_of_them() -> re.Pattern[str]:
    words, plural = languages.alternatives(ReportList.PRONOUNS), languages.alternatives(ReportList.PLURALS)
    both = languages.alternatives(ReportList.BOTH_PEOPLE)
    return re.compile(rf"\b(?:they|them|their|both)\b|(?:{words})(?:{plural})|{both}", re.IGNORECASE)


@cache
def _of_those_before() -> re.Pattern[str]:
    words = languages.alternatives(ReportList.PRONOUNS, ReportList.WHOSE)
    return re.compile(rf"\b(?:he|she|his|her|him|they|their)\b|{words}", re.IGNORECASE)


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(rf"\b(?:was|were|been|being)\b|{languages.alternatives(ReportList.PASSIVE)}")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"(?:{languages.alternatives(ReportList.OFFICES)})$")


_NEAR: Final = 20  # characters before a word in which it is made passive
_JUDGED: Final = "sentenced"
_MOST_PEOPLE: Final = 12  # of one sentence; more is a list of something else


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedEvent:
    """One proposed event; every part has its own quote."""

    type: str
    people: tuple[int, ...]
    """The people to whom the event happened, as indexes in the list of people."""
    sentence: QuotedPassage
    word: QuotedPassage
    """The word for the event."""
    date: ReportedFact | None = None
    place: ReportedFact | None = None
    charges: tuple[ReportedFact, ...] = ()
    candidates: tuple[int, ...] = ()
    """The people to one of whom the event may have happened, if the text does not say to whom it happened.

    It may also have happened to somebody who was not recognised; `people` is then empty.
    """

    @property
    def named(self) -> tuple[int, ...]:
        """All people to whom the event happened or may have happened, as indexes."""
        return self.people or self.candidates


def happenings_of(
    text: str,
    people: Sequence[ReportedPerson],
    dates: Sequence[ReportedFact],
    charges: Sequence[ReportedFact],
    places: Sequence[ReportedFact],
) -> list[ReportedEvent]:
    """Return the events that happened to these people according to a text, in the order of the text."""
    happenings: list[ReportedEvent] = []
    passages = sorted(
        (where.start, index) for index, person in enumerate(people) for where in person.passages
    )
    strangers = strangers_of(
        text, people, [(fact.quote.start, fact.quote.end) for fact in (*dates, *charges, *places)]
    )
    spoken_of: list[int] = []
    paragraph = block = -1
    for sentence in sentences(text):
        begin = text.rfind("\n", 0, sentence.start)
        if begin != paragraph and not _pronoun().match(sentence.text):
            spoken_of = []
            if not _is_wrapped_before(text, begin):
                block = begin
        paragraph = begin
        named = _named(sentence, people, passages, spoken_of)
        if named:
            before = spoken_of if _of_those_before().search(sentence.text) else []
            spoken_of = list(dict.fromkeys([*before, *(index for _, index in named)]))
        elif not (spoken_of and _pronoun().match(sentence.text)):
            continue
        others = strangers[bisect_left(strangers, block) : bisect_left(strangers, sentence.end)]
        happenings += _of_sentence(text, sentence, named, spoken_of, others, dates, charges, places)
    return happenings


def _is_wrapped_before(text: str, end_of_line: int) -> bool:
    """Tell whether a line is so long that the next line may belong to the same paragraph."""
    return end_of_line - text.rfind("\n", 0, max(0, end_of_line)) > WRAPPED


def _named(
    sentence: QuotedPassage,
    people: Sequence[ReportedPerson],
    passages: Sequence[tuple[int, int]],
    before: Sequence[int],
) -> list[tuple[int, int]]:
    """Return the offsets at which a sentence names people, each with the index of the person.

    A person is named in full or, if already mentioned (`before`), by surname.
    """
    first, last = (bisect_left(passages, (end, -1)) for end in (sentence.start, sentence.end))
    mentions = list(passages[first:last])
    full = {index for _, index in mentions}
    for index in before:
        surname = people[index].surname
        if surname and index not in full:
            for match in re.finditer(rf"\b{re.escape(surname)}\b(?![ \u00a0][A-Z])", sentence.text):
                mentions.append((sentence.start + match.start(), index))
                break
    return sorted(mentions)


def _of_sentence(
    text: str,
    sentence: QuotedPassage,
    named: Sequence[tuple[int, int]],
    spoken_of: Sequence[int],
    strangers: Sequence[int],
    dates: Sequence[ReportedFact],
    charges: Sequence[ReportedFact],
    places: Sequence[ReportedFact],
) -> list[ReportedEvent]:
    triggers = [
        match
        for match in _happened().finditer(text, sentence.start, sentence.end)
        if not _denied().search(text[max(sentence.start, match.start() - 30) : match.start()])
    ]
    happenings: list[ReportedEvent] = []
    dates, places, charges = (_within(facts, sentence) for facts in (dates, places, charges))
    for number, match in enumerate(triggers):
        first = sentence.start if number == 0 else triggers[number - 1].end()
        last = triggers[number + 1].start() if number + 1 < len(triggers) else sentence.end
        who, candidates = _who(text, sentence, match, named, spoken_of, strangers)
        if not 0 < len(who or candidates) <= _MOST_PEOPLE:
            continue
        word = QuotedPassage(match.start(), match.end(), match[0])
        date, place = _one(dates, word, first, last), _one(_said_as_places(text, places), word, first, last)
        # What one word has taken is not said of the next: the text says no more than that.
        dates = [fact for fact in dates if fact is not date]
        places = [fact for fact in places if fact is not place]
        charged = tuple(fact for fact in charges if match.end() <= fact.quote.start < last)
        happenings.append(
            ReportedEvent(
                type=str(match.lastgroup),
                people=who,
                sentence=sentence,
                word=word,
                date=date,
                place=place,
                charges=charged,
                candidates=candidates,
            )
        )
    return _judgments_together(happenings)


def _within(facts: Sequence[ReportedFact], sentence: QuotedPassage) -> Sequence[ReportedFact]:
    """Return the facts in a sentence; `facts` must be in the order of the text."""
    first, last = (
        bisect_left(facts, end, key=lambda fact: fact.quote.start) for end in (sentence.start, sentence.end)
    )
    return facts[first:last]


def _judgments_together(events: list[ReportedEvent]) -> list[ReportedEvent]:
    """Combine judgments of the same people, such as "convicted of ..." and "sentenced to ...", into one."""
    combined_events: list[ReportedEvent] = []
    for event in events:
        same = next((e for e in combined_events if (e.type, e.named) == (_JUDGED, event.named)), None)
        if event.type != _JUDGED or same is None:
            combined_events.append(event)
            continue
        combined_events[combined_events.index(same)] = replace(
            same,
            date=same.date or event.date,
            place=same.place or event.place,
            charges=tuple(dict.fromkeys((*same.charges, *event.charges))),
        )
    return combined_events


def _who(
    text: str,
    sentence: QuotedPassage,
    word: re.Match[str],
    named: Sequence[tuple[int, int]],
    spoken_of: Sequence[int],
    strangers: Sequence[int],
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the people and the candidates of an event; at least one of the two is empty.

    The people are those named before the word for the event, else those named after it, else those mentioned
    earlier in the text. They are candidates if the text means one of several people by "he" or "her", or may
    mean a stranger: then only the user can say to whom the event happened.
    """
    nobody: tuple[int, ...] = ()
    before = tuple(dict.fromkeys(index for where, index in named if where < word.start()))
    if before:
        last = max(where for where, _ in named if where < word.start())
        between = text[last : word.start()]
        is_one = _one_of_them().search(between) or _TO_ONE_OF_THEM.search(word[0])
        is_open = any(last < where < word.start() for where in strangers) or (len(before) > 1 and is_one)
        return (nobody, before) if is_open else (before, nobody)
    behind = tuple(dict.fromkeys(index for where, index in named if where >= word.end()))
    if behind:
        clause = text[max(sentence.start, word.start() - _NEAR) : word.end()]
        is_open = _passive().search(clause) and any(
            sentence.start <= stranger_start < word.start() for stranger_start in strangers
        )
        return (nobody, behind) if is_open else (behind, nobody)
    if any(where < word.start() for where in strangers):
        return nobody, tuple(spoken_of)
    if len(spoken_of) == 1 or _all_of_them().search(sentence.text):
        return tuple(spoken_of), nobody
    is_one = _one_of_them().search(sentence.text) or _TO_ONE_OF_THEM.search(sentence.text)
    return nobody, tuple(spoken_of) if is_one else nobody


def _said_as_places(text: str, places: Sequence[ReportedFact]) -> Sequence[ReportedFact]:
    """Return the places of a sentence, but not the offices that act if the sentence says where it happened.

    In 县公安局在伊宁, for example, the event happened in 伊宁, not in the office 县公安局.
    """
    located = languages.listed(ReportList.LOCATED)
    located_facts = [fact for fact in places if text.endswith(located, 0, fact.quote.start)]
    return (
        [fact for fact in places if fact in located_facts or not _office().search(fact.value)]
        if located_facts
        else places
    )


def _one(facts: Sequence[ReportedFact], word: QuotedPassage, first: int, last: int) -> ReportedFact | None:
    """Return the fact between `first` and `last` that belongs to the word for an event, or None.

    It is the nearest fact on the side of the word where the language puts such facts.
    """
    is_han = any(is_han_letter(letter) for letter in word.text)
    behind = [fact for fact in facts if word.end <= fact.quote.start < last]
    before = [fact for fact in facts if first <= fact.quote.start and fact.quote.end <= word.start]
    if before and (is_han or not behind):
        return before[-1]
    return behind[0] if behind else None
