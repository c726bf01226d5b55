"""Strings that must not be in a publication: names, references, ids, places and sentences of the vault.

They have two uses. The audit of the finished file searches for each of these strings in every form. And the
model itself is searched again for the names of everybody who may not be named. This search uses other means
than those that removed the names, so that it finds mistakes of the matcher.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.language.captions import said
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.language.scripts import normalise
from hrddesk.records.model.field_specs import FieldType
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.names.names import derived_forms
from hrddesk.records.rules.joining import references
from hrddesk.records.terms import vocabulary
from hrddesk.redact.detection.folding import blanks, squeeze
from hrddesk.redact.detection.patterns import find_patterns
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.model.answer import texts_of
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.passages.occurrences import IdentifierKind
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.people.labels import NOUNS
from hrddesk.redact.people.standing import PartyStanding, Standings
from hrddesk.redact.people.vault_names import former_names, known_former
from hrddesk.redact.profile.profiles import Profile

_LEAST_SENTENCE: Final = 8  # letters of a sentence; shorter ones are in every text
_LEAST_PLAIN: Final = 6  # letters of any other string but a name, and in scripts that say more with a letter
_LEAST_OTHER: Final = 2
_LEAST_LATIN: Final = 4  # letters of a name that the second search looks for; shorter ones need a capital
_SENTENCE: Final = re.compile(r"[。！？!?;；\n]+|\.\s")
_TELLING: Final = re.compile(r"\d|@|[:：]")  # without any of these there is no telling number
_HEXADECIMAL: Final = re.compile(r"(?:[0-9a-f]{32}){1,2}")  # an id or a hash: some digits of it are no number
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W_]+")
_HAN_OR_TIBETAN: Final = (
    "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd\u0f00-\u0fff"
)
_UNSPACED: Final = re.compile(f"[{_HAN_OR_TIBETAN}]")
_SPACED: Final = re.compile(f"[^{_HAN_OR_TIBETAN}]")
_FAR: Final = re.compile(r"[\W_]{4,}")  # between words that belong to no one name
_MOST_WORDS: Final = 8
NOTHING: Final = "////"  # is far, see above, and no blank; what belongs to no name
_CODES: Final = (
    "kind status country sex size disability ethnicity age type form assertion role script "
    "vocabulary term level stage currency unit media_type stance reliability field source file map value "
    "denominator into attribution knowledge language"
)
_CODED: Final = frozenset(_CODES.split())
"""Fields whose values are codes or numbers, which reveal nothing by themselves."""


def secret_strings(facts: Facts, model: RedactedModel | None) -> list[str]:
    """Return the strings for the audit, sorted: all names of the vault, and everything about the chosen
    cases.

    A string that the model has as a whole was approved, and is left out. Without a model, as for a file of
    unknown origin, the strings of all records are returned.
    """
    secret_texts = {name for party in facts.all(Kind.PARTY) for name in _names(facts, party)}
    secret_texts.update(name for _, _, name, _ in facts.called())
    secret_texts.update(*(names for owner, names in facts.former.items() if owner not in facts.records))
    for record in _near(facts) if model is not None else facts.records.values():
        secret_texts.update(text for text in _strings(record) if _means_something(text))
    approved = {normalise(text) for text in model.strings()} if model is not None else set()
    return sorted(text for text in secret_texts if normalise(text) not in approved | {""})


def standing_in_model(
    facts: Facts,
    model: RedactedModel,
    standings: Standings,
    profile: Profile,
    let_stand: Mapping[str, str] = MappingProxyType({}),
    besides: Iterable[str] = (),
) -> int:
    """Return the number of withheld names in the model, outside printable names.

    Only names as they were recorded are searched, not forms that follow from them. A printable name must not
    contain a withheld one, unless this was examined and allowed. If a reader kept words of a text that are
    also a name, `let_stand` has the text without these words: a name that is in the kept words alone does not
    count. `besides` are the words of the title and the figures that were typed at the desk.
    """
    allowed, hidden, told_names = set[str](), set[str](), list[str]()
    for party in facts.all(Kind.PARTY):
        named = standings.of[party.id] is PartyStanding.NAMED
        for element in party.values("names"):
            name, kind = str(element.get("name", "")), str(element.get("kind") or "main")
            if named and kind in profile.name_kinds:
                allowed |= {normalise(name), *derived_forms(name, str(element.get("script", "")))}
                told_names.append(name)
            else:
                hidden.add(normalise(name))
        for former in known_former(facts, party, profile):
            may = named and former.kind is IdentifierKind.NAME
            (allowed if may else hidden).add(normalise(former.text))
    ours = _ours(model.languages)
    look = _SecondLook(hidden, allowed, ours, told_names, standings.let_through)
    closer = _SecondLook({name for name in hidden - allowed if len(name) > 1}, set(), ours)
    wrong = 0
    for name, times in Counter(_names_told(model)).items():
        if ours.fullmatch(name):
            continue
        holds = squeeze(name) not in standings.let_through and bool(closer.found(name))
        wrong += times * (normalise(name) not in allowed or holds)
    texts = dict.fromkeys((*_free_strings(model), *besides))
    return wrong + sum(
        not look.found(text).isdisjoint(look.found(let_stand.get(text, text))) for text in texts
    )


def _names_told(model: RedactedModel) -> Iterator[str]:
    for case in model.cases:
        yield from (name.text for person in case.people for name in person.name)
        for event in case.events:
            yield from (text for who in event.who for text in who.name.values())


def _free_strings(model: RedactedModel) -> Iterator[str]:
    """Yield the strings of a model that are no name, no date and not from a shipped vocabulary."""
    shipped = _shipped_words(model.languages)
    for case in model.cases:
        yield from case.texts
        yield from (text for picture in case.pictures for text in (picture.alt, picture.caption))
        for person in case.people:
            for words in (*(fact.value for fact in person.facts), *texts_of(person.answers)):
                yield from _unshipped(words, shipped)
        for words in texts_of(case.answers):
            yield from _unshipped(words, shipped)
        yield from (text for note in case.sources for text in note.texts())
        for event in case.events:
            yield from (text for note in event.sources for text in note.texts())
            yield event.place
            for phrase in (
                event.type,
                event.measure,
                event.facility,
                event.assertion,
                *event.charges,
                *event.terms,
                *event.penalties,
                *texts_of(event.answers),
            ):
                if phrase is not None:
                    yield from _unshipped(phrase, shipped)
            for who in event.who:
                yield from _unshipped(who.role, shipped)


def _unshipped(words: Labels, shipped: Collection[Labels]) -> Iterator[str]:
    """Yield words that are not those of a shipped vocabulary, and that may contain a name."""
    if words not in shipped:
        yield from (text for text in dict.fromkeys(words.values()) if any(map(str.isalpha, text)))


@cache
def _ours(languages: Chain) -> re.Pattern[str]:
    """Return a pattern for the words that replace names: they never count as a name themselves."""
    labels = (re.escape(said(f"label.{noun}", code)) for noun in NOUNS for code in languages)
    placed = (re.escape(text) for word in Word for text in word.labels.each(languages))
    return re.compile("|".join([label.replace(r"\{x\}", "[A-Z]+") for label in labels] + [*placed]))


@cache
def _shipped_words(languages: Chain) -> frozenset[Labels]:
    names = (*vocabulary.PLAIN, vocabulary.EVENT_TERM)
    loaded = [vocabulary.load(name) for name in names]
    return frozenset(term.labels.only(languages) for item in loaded for term in (*item.terms, *item.answers))


class _SecondLook:
    """Searches texts for hidden names, outside of the longer names that may be printed.

    Adjacent words count as a printable name if all of them are words of one of the `told_names`. In scripts
    without spaces between words, only the names in `let_through`, which a user accepted, are skipped.
    """

    def __init__(
        self,
        hidden: set[str],
        allowed: set[str],
        ours: re.Pattern[str],
        told_names: Iterable[str] = (),
        let_through: Iterable[str] = (),
    ) -> None:
        self._allowed, self._ours = allowed, ours
        self._names_with: dict[str, set[int]] = {}
        for number, name in enumerate(told_names):
            for word in _WORD.findall(_UNSPACED.sub(" ", name)):
                self._names_with.setdefault(normalise(word), set()).add(number)
        through = sorted(filter(_UNSPACED.search, map(normalise, let_through)), key=len, reverse=True)
        self._let_through = re.compile("|".join(map(re.escape, through)) or "(?!)")
        self._words = {
            name for name in hidden - allowed if len(name) >= (_LEAST_LATIN if name.isascii() else 1)
        }
        self._unspaced = {name for name in self._words if _UNSPACED.search(name)}
        self._lengths = {len(name) for name in self._unspaced}

    def found(self, text: str) -> set[str]:
        """Return the hidden names that a text contains, normalised."""
        names = set[str]()
        for part in _FAR.split(self._ours.sub(NOTHING, blanks(text).sub(" ", text))):
            letters = self._let_through.sub("\0", _SPACED.sub("\0", normalise(part)))
            for length in self._lengths:
                runs = (letters[start : start + length] for start in range(len(letters)))
                names.update(self._unspaced.intersection(runs))
            words = _WORD.findall(_UNSPACED.sub(" ", part))
            names.update(self._found_by_words([normalise(word) for word in words]))
        return names

    def _found_by_words(self, words: list[str]) -> Iterator[str]:
        covered = 0  # the end of the printable names before, which may share words with each other
        for position in range(len(words)):
            following = words[position : position + _MOST_WORDS]
            joined = ["".join(following[:count]) for count in range(1, len(following) + 1)]
            printable = max(
                (count for count, name in enumerate(joined, 1) if name in self._allowed), default=0
            )
            printable = max(printable, self._words_of_one(following))
            if position >= covered:
                yield from self._words.intersection(joined[max(printable - 1, 0) :])
            covered = max(covered, position + printable)

    def _words_of_one(self, words: Sequence[str]) -> int:
        """Return how many words, from the first on, are in one printable name; 0 for fewer than two words."""
        names, count = self._names_with.get(words[0], set()), 1
        while count < len(words) and (names := names & self._names_with.get(words[count], set())):
            count += 1
        return count if count > 1 else 0


def _names(facts: Facts, party: Record) -> Iterator[str]:
    yield from (str(element["name"]) for element in party.values("names") if element.get("name"))
    yield from former_names(facts, party)


def _near(facts: Facts) -> Iterator[Record]:
    """Yield the chosen cases and all records that belong to them, each once."""
    near: dict[RecordId, Record] = {}
    for case in facts.cases():
        near[case.id] = case
        near |= {event.id: event for event in facts.events_of(case.id)}
        near |= {party.id: party for party in facts.people_of(case)}
    yield from near.values()
    for record in facts.records.values():
        named = references(record) if record.kind is Kind.EVIDENCE else record.fields.values()
        if record.id not in near and any(value in near for value in named):
            yield record  # evidence, relations, citations
        elif record.kind is Kind.SOURCE:
            yield record


def _strings(record: Record) -> Iterator[str]:
    """Yield every string of a record that could identify a person, long ones sentence by sentence."""
    yield record.id
    for spec in record.spec.fields:
        text = record.text(spec.name)
        if spec.type in (FieldType.TEXT, FieldType.LONG) and spec.name not in _CODED and text:
            yield from _sentences(text)
    for name, elements in record.lists.items():
        if name in ("visibility", "names"):
            continue
        for element in elements.values():
            for field, value in element.items():
                if isinstance(value, str) and field not in _CODED and not _is_term(record, name, element):
                    yield from _sentences(value)


def _is_term(record: Record, name: str, element: Element) -> bool:
    """Tell whether an element has words of a vocabulary or a date, which may be in any text."""
    if name == "values":
        answer = str(element.get("answer", ""))
        return normalise(answer) in _vocabulary_words() or bool(dates.read(answer).edtf)
    vocabulary_name = vocabulary.FIELDS.get(f"{record.kind.value}.{name}.term") or str(
        element.get("vocabulary", "")
    )
    if name == "penalties":
        return bool(element.get("kind"))
    try:
        return vocabulary.load(vocabulary_name).find(str(element.get("raw", ""))) is not None
    except KeyError:
        return False


@cache
def _vocabulary_words() -> frozenset[str]:
    """Return every code, label and alias that is shipped, normalised."""
    loaded = [vocabulary.load(name) for name in (*vocabulary.PLAIN, vocabulary.EVENT_TERM)]
    terms = [term for item in loaded for term in (*item.terms, *item.answers)]
    return frozenset(
        normalise(word) for term in terms for word in (term.code, *term.labels.values(), *term.aliases)
    )


def _means_something(text: str) -> bool:
    """Tell whether a string is long enough to identify anybody: `e17` and `at sea` are in every file."""
    letters = normalise(text)
    return len(letters) >= (_LEAST_PLAIN if letters.isascii() else _LEAST_OTHER)


def _sentences(text: str) -> Iterator[str]:
    """Yield a short text as it is, a long one by sentences, and the identifying numbers in either."""
    parts = [part.strip() for part in _SENTENCE.split(text)]
    if len(parts) == 1:
        yield text.strip()
    else:
        yield from (part for part in parts if len(normalise(part)) >= _LEAST_SENTENCE)
    if _TELLING.search(text) and not _HEXADECIMAL.fullmatch(text):
        yield from (text[pattern_match.start : pattern_match.end] for pattern_match in find_patterns(text))
