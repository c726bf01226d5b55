"""The present meaning of recorded values for figures: valid codes, places in their tree, ages, sources."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import InitVar, dataclass, field
from datetime import date
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import Final

from hrddesk.analysis.figures.dimensions import (
    CUSTOM,
    KINDS_OF_PLACE,
    OF_STATUS,
    Dimension,
    Sort,
    answer_key,
    settled,
)
from hrddesk.analysis.status.status import Status
from hrddesk.records.dates import dates
from hrddesk.records.dates.dates import PartialDate
from hrddesk.records.language.captions import in_each, languages
from hrddesk.records.language.labels import Labels, chain_for
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import names
from hrddesk.records.rules.countable import DATE, FACILITY, LIFE, OF_PARTY, PLACE, SOURCE, TERM, Item
from hrddesk.records.terms.countries import stage_key
from hrddesk.records.terms.vocabulary import PLAIN, holding
from hrddesk.records.terms.words import Words
from hrddesk.records.texts.questions import Question, question_of, worded

Raw = tuple[Item, ...]
"""The recorded values of one name of one record, each item once."""
Values = Iterable[Hashable]
Meaning = Callable[[Raw], Values]
"""A function from the recorded values of a row to the values of a dimension."""
STATUS: Final = "status"
_TERMS: Final = ("platform", "condition", "method", "denial", "circumstance")
_VOCABULARIES: Final = {
    "type": "event_type",
    "measure": "measure",
    **{name: name for name in ("assertion", "charge", "penalty", "sex", "ethnicity")},
    **{name: name for name in OF_PARTY},
}
_PLACES: Final = ("place", *KINDS_OF_PLACE)
_DIGITS_OF_AGE: Final = 3
_DEEPEST: Final = 32  # a tree of places that goes on for longer leads in a circle
_KEPT: Final = 65_536


@dataclass
class Meanings:
    """The interpretation of recorded values by the present terms, places and sources of a desk.

    Places and sources are read only when they are needed.
    """

    words: Words
    places: Callable[[], Iterable[Record]]
    sources: Callable[[], Iterable[tuple[RecordId, str, str]]]
    """Each source with its name and the code of its type."""
    fields: InitVar[Iterable[Record]] = ()
    """The definitions of the desk's own questions."""
    _questions: dict[str, Question] = field(init=False)
    labels: dict[str, Labels] = field(init=False)
    """Names of places, own questions and answers (`dimensions.Called`); filled as needed."""

    def __post_init__(self, fields: Iterable[Record]) -> None:
        """Collect the definitions and labels of the desk's own questions."""
        self.labels, self._questions = {}, {}
        for record in fields:
            key, labels = record.text("key"), record.labels
            question = question_of(record)
            if key:
                self.labels[f"{CUSTOM}{key}"] = labels or Labels.same(key)
            if question is not None:
                self._questions[f"{CUSTOM}{key}"] = question

    def name_of(self, dimension: Dimension) -> str:
        """Return the name under which the values of a dimension are recorded."""
        name = dimension.name
        if dimension.sort is Sort.TIME:
            return DATE
        if name in _TERMS:
            return TERM
        if name in OF_STATUS:
            return STATUS
        if name in ("source", "source_type"):
            return SOURCE
        if name in _PLACES:
            return PLACE
        return LIFE if name == "age" else name

    def of(self, dimension: Dimension, day: date) -> Meaning:
        """Return the function that interprets recorded values of a dimension; ages are those on `day`."""
        name = dimension.name
        if dimension.sort is Sort.TIME:
            return lambda raw: map(_date, raw)
        if name in _VOCABULARIES:
            return lambda raw: self._codes(_VOCABULARIES[name], raw)
        if name == FACILITY:
            return self._facility
        if name in _TERMS:
            return lambda raw: self._codes(name, self._terms(name, raw))
        if name in OF_STATUS:
            return partial(_of_status, name)
        if name in ("source", "source_type"):
            return partial(self._cited, name)
        if name in _PLACES:
            return partial(self._place, name)
        if name == "months":
            return lambda raw: [(number, number) for number in raw]
        return partial(_ages, day) if name == "age" else partial(self._answers, name)

    def paths(self, raw: Raw) -> Iterable[frozenset[str]]:
        """Yield for each recorded place the ids and names of the place and of all places that contain it."""
        for item in raw:
            place, text = _place_of(item)
            own = names.normalise(text)
            path_names = self._chain(place)[1]
            yield path_names | {own} if own else path_names

    def _codes(self, vocabulary: str, raw: Iterable[object]) -> Iterable[str]:
        """Return the codes that figures use today for these codes, each once."""
        return dict.fromkeys(settled(vocabulary, str(word), self.words) for word in raw)

    def _answers(self, name: str, raw: Raw) -> Values:
        """Return answers to a desk's own question, with the codes that figures use today; collect labels."""
        question = self._questions.get(name)
        if question is None:
            return raw
        values = raw if question.vocabulary not in PLAIN else tuple(self._codes(question.vocabulary, raw))
        for answer in map(str, values):
            labels = self._worded(question, answer)
            if set(labels.values()) != {answer}:
                self.labels[answer_key(name, answer)] = labels
        return values

    def _worded(self, question: Question, answer: str) -> Labels:
        return in_each(languages(), lambda code: worded(question, answer, self.words, chain_for(code)))

    def _terms(self, name: str, raw: Raw) -> Iterable[str]:
        for word in raw:
            vocabulary_name, value = self._term(str(word))
            if vocabulary_name == name:
                yield value

    def _term(self, word: str) -> tuple[str, str]:
        """Return the dimension to which a term of an event belongs, and the value in this dimension.

        An unknown word belongs to the dimension `circumstance`.
        """
        prefix, colon, rest = word.partition(":")
        if colon and prefix == "platform":
            return prefix, rest
        for name in _TERMS:
            if self.words.load(name).exact(word) is not None:
                return name, word
        return "circumstance", word

    def _cited(self, name: str, raw: Raw) -> Values:
        cited_sources = [self._sources[str(source)] for source in raw if source in self._sources]
        if name == "source":
            return dict.fromkeys(called for called, _ in cited_sources)
        return self._codes("source_type", [code for _, code in cited_sources if code])

    @cached_property
    def _sources(self) -> Mapping[str, tuple[str, str]]:
        return {record: (called or record[:8], code) for record, called, code in self.sources()}

    def _place(self, name: str, raw: Raw) -> Values:
        """Yield the recorded places.

        If `name` is a kind of place, yield the places of this kind that contain them instead.
        """
        for item in raw:
            place, text = _place_of(item)
            chain = self._chain(place)[0]
            if not chain:
                yield from [text] if text and name == "place" else ()
                continue
            place_record = chain[0] if name == "place" else _kind_in(chain, name)
            if place_record is not None:
                yield self._key(place_record)

    def _facility(self, raw: Raw) -> Values:
        """Yield the recorded kind of facility, or else the kind of the place if people are held there."""
        for item in raw:
            facility_word, place = _place_of(item)
            place_record = self._tree.get(place)
            kind = place_record.text("kind") if place_record is not None and not facility_word else ""
            yield from self._codes(
                "place_kind", filter(None, (facility_word, kind if kind in holding() else ""))
            )

    def _chain(self, place: str) -> tuple[list[Record], frozenset[str]]:
        cached_entry: tuple[list[Record], frozenset[str]] | None = self._chains.get(place)
        if cached_entry is not None:
            return cached_entry
        chain: list[Record] = []
        place_record = self._tree.get(place)
        while place_record is not None and place_record not in chain and len(chain) < _DEEPEST:
            chain.append(place_record)
            place_record = self._tree.get(place_record.text("parent"))
        called = {names.normalise(words) for item in chain for words in _place_names(item)}
        called |= {item.id for item in chain}
        chain_entry = chain, frozenset(called - {""})
        self._chains[place] = chain_entry
        return chain_entry

    @cached_property
    def _tree(self) -> Mapping[str, Record]:
        return {place.id: place for place in self.places()}

    @cached_property
    def _chains(self) -> dict[str, tuple[list[Record], frozenset[str]]]:
        return {}

    def _key(self, place: Record) -> str:
        self.labels[place.id] = place.labels
        return place.id


def raw_status(status: Status) -> Raw:
    """Return the values of a status that figures count, in the form in which they are stored."""
    reason = "" if status.reason is None else status.reason.value
    stage = stage_key(status.country, status.stage) if status.stage else ""
    words = (status.answer.value, reason, status.measure, status.facility, stage)
    return words, tuple(dict.fromkeys(status.penalties)), tuple(chain.from_iterable(status.fixed))


def size_of(item: Item) -> tuple[int, int | None]:
    """Return the least and the greatest size of a group."""
    assert isinstance(item, tuple)
    least, most = item
    return max(1, int(least or 1)), None if most is None else max(1, int(most))


def _of_status(name: str, raw: Raw) -> Values:
    if not raw:
        return ()  # nobody is there
    words, penalties, months = raw
    assert isinstance(words, tuple)
    if name == "sentence":
        assert isinstance(penalties, tuple)
        return penalties
    if name == "term":
        assert isinstance(months, tuple)
        return list(zip(months[::2], months[1::2], strict=True))
    word = words[("status", "reason", "custody", "held_in", "stage").index(name)]
    return (word,) if word else ()


@lru_cache(maxsize=_KEPT)
def _date(text: str) -> PartialDate:
    """Return the parsed date; results are cached, because most dates are repeated."""
    return dates.read(text)


def _ages(day: date, raw: Raw) -> Values:
    """Yield the lowest and the highest possible age on a day; nothing if the age is unknown."""
    for item in raw:
        assert isinstance(item, tuple)
        birth, text, age_day = map(str, item)
        born, age_date, age = dates.read(birth), dates.read(age_day), text.strip()
        if born.earliest is not None and born.latest is not None:
            youngest = _years(born.latest, day) - born.doubtful
            yield max(0, youngest), max(0, _years(born.earliest, day) + born.doubtful)
        elif age.isascii() and age.isdecimal() and len(age) <= _DIGITS_OF_AGE:
            if age_date.earliest is None or age_date.latest is None:
                continue  # nobody says when the person was of that age
            most = int(age) + _years(age_date.earliest, day)
            if (age_date.earliest.month, age_date.earliest.day) != (day.month, day.day):
                most += 1  # a birthday may lie between
            yield max(0, int(age) + _years(age_date.latest, day)), max(0, most)


def _years(start: date, day: date) -> int:
    """Return the years from `start` to `day`, rounded down; they are negative if `day` is earlier."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def _place_of(item: Item) -> tuple[str, str]:
    assert isinstance(item, tuple)
    place, text = item
    return str(place), str(text)


def _kind_in(chain: Iterable[Record], kind: str) -> Record | None:
    return next((item for item in chain if item.text("kind") == kind), None)


def _place_names(place: Record) -> list[str]:
    aliases = [str(item.get("text") or "") for item in place.values("aliases")]
    return [*place.labels.values(), *aliases]
