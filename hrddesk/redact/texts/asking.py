"""The decision which names in a text are certain, and about which names its reader is asked."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from hrddesk.records.language import languages
from hrddesk.records.language.languages import OF_TIME, Wordlist
from hrddesk.records.model.record import RecordId
from hrddesk.records.texts import wordings
from hrddesk.redact.detection.alike import has_case
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.name_words import no_parts, titles, titles_behind
from hrddesk.redact.detection.ordinary import WORD, goes_on_as_place, is_shipped, is_single_word, is_unspaced
from hrddesk.redact.detection.sentences import opens_sentence
from hrddesk.redact.passages.covered import Covered, lies_in
from hrddesk.redact.passages.occurrences import WHOLE_NAMES, IdentifierKind, Occurrence, named_in
from hrddesk.redact.passages.wording import Span
from hrddesk.redact.texts.censor import Censor, reach
from hrddesk.redact.texts.whole_words import one_question

_CUT: Final = re.compile(r"[-\u2010\u00ad]\s+")  # a word that goes on in the next line
_STEM: Final = 3  # letters by which a part of a name is told, whatever ending it has
_SPACE: Final = re.compile(r"\s+")
_ENDS: Final = re.compile("[!?。！？།༎؟۔]")


def with_questions(censor: Censor, text: str, occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the matches of a text for its reader; each withheld name that is not certain becomes a question.

    These names are certain if they cannot be ordinary words: a whole name of a person whom the text is about,
    a place, the title of a document. A part of such a person's name is certain if it is written as a name and
    the text has the whole name, too. An uncertain name is not removed without a question, because a gap in
    place of an ordinary word would reveal a name.

    Names of sources and givers are never certain: no record says which texts are about them, and a gap would
    reveal that the vault has such a source. The reader is also asked about matches that are removed only
    because the publication prints other cases as well, see `_asked_in_print`.
    """
    here, apart = named_in(occurrences), _apart(occurrences)
    sure = {
        item for item in occurrences if item.kind is not IdentifierKind.PART and _is_sure(censor, text, item)
    }
    names = _NamesFound(here, apart, _named_surely(text, sure))
    sure.update(
        item
        for item in occurrences
        if item.kind is IdentifierKind.PART and _is_sure_part(censor, text, item, names)
    )
    unsure = set(occurrences) - sure
    asked_spans = {item.span for item in unsure if item.inside is None}

    # A part of the name of somebody who is not looked for holds nothing.
    empty = (
        item
        for item in apart.values()
        if item.kind is IdentifierKind.PART and censor.instead(item, here) is None
    )
    may_stay = asked_spans | {item.span for item in empty}

    def is_asked(item: Occurrence) -> bool:
        if item.span in asked_spans:
            return True
        longer = apart.get(item.inside) if item in unsure and item.inside is not None else None
        if longer is None:
            return False  # it is sure, or what it lies in lies in a longer place itself
        if longer.span in may_stay:
            return True  # a reader may let that stand, or it holds nothing
        return _goes_besides(censor, censor, text, item, longer, here)

    reader_occurrences = _asked(censor, text, occurrences, is_asked, may_stay)
    if censor.printing is not None:
        reader_occurrences = _asked_in_print(censor, censor.printing, text, reader_occurrences)
    left_in, printing = named_in(reader_occurrences), censor.printing or censor
    together = one_question(reader_occurrences, lambda item: printing.instead(item, left_in) is not None)
    return _drop_questions_within_names(censor, text, together)


@dataclass(frozen=True, slots=True)
class _NamesFound:
    """The names that were found in a text."""

    here: Set[RecordId]
    """The people whom the text names in full."""
    apart: Mapping[Span, Occurrence]
    """The matches that are not inside a longer match, by place."""
    words: Mapping[RecordId, Set[str]]
    """By person, the words of all names that are certainly in the text in full."""


def _named_surely(text: str, sure: Iterable[Occurrence]) -> dict[RecordId, set[str]]:
    """Return the people whom a text certainly names in full, each with the words of the found names."""
    words_by_owner: dict[RecordId, set[str]] = {}
    for item in sure:
        words = {squeeze(word[0]) for word in _words_of_name(text, item)} - no_parts()
        for owner in item.owners if item.kind in WHOLE_NAMES else ():
            words_by_owner.setdefault(owner, set()).update(words)
    return words_by_owner


def _words_of_name(text: str, item: Occurrence) -> list[re.Match[str]]:
    """Return the words of a name, or of a part of one, without titles beside it."""
    return [word for word in WORD.finditer(text, *item.span) if squeeze(word[0]) not in _titles_and_marks()]


@cache
def _titles_and_marks() -> frozenset[str]:
    """Return titles and the empty word, which is what remains of a word that has no letters."""
    return titles() | titles_behind() | {""}


def _apart(occurrences: Sequence[Occurrence]) -> dict[Span, Occurrence]:
    """Return the matches that are not inside a longer match, by place."""
    return {item.span: item for item in occurrences if item.inside is None}


def _asked(
    censor: Censor,
    text: str,
    occurrences: Sequence[Occurrence],
    is_asked: Callable[[Occurrence], bool],
    may_stay: Collection[Span],
) -> list[Occurrence]:
    """Return the matches, with a question in place of each match for which `is_asked` is true.

    The places in `may_stay` may stay in print, and would not cover a match inside them. So a match inside one
    of them that becomes no question counts as a place of its own: its `inside` becomes None.
    """
    here, reader_occurrences = named_in(occurrences), list[Occurrence]()
    for item in occurrences:
        if is_asked(item):
            reader_occurrences.append(_question(censor, text, item, here))
        else:
            reader_occurrences.append(replace(item, inside=None) if item.inside in may_stay else item)
    return reader_occurrences


def _goes_besides(
    censor: Censor,
    printing: Censor,
    text: str,
    item: Occurrence,
    longer: Occurrence,
    here: Set[RecordId],
) -> bool:
    """Tell whether a place must be removed in print in addition to the `longer` place that contains or
    overlaps it.
    """
    if censor.instead(longer, here) is not None:
        return printing.instead(item, here) is not None and not lies_in(item.span, [longer.span])
    start, end = reach(text, item, longer, printing.instead(longer, here))
    return start < end


def _drop_questions_within_names(
    censor: Censor, text: str, occurrences: Sequence[Occurrence]
) -> list[Occurrence]:
    """Return the matches, without questions about words of a name that is removed anyway."""
    here = named_in(occurrences)
    going = (item for item in occurrences if not item.asked and censor.instead(item, here) is not None)
    removed_spans = Covered(text, (item.span for item in going))
    return [item for item in occurrences if not (item.asked and all(removed_spans[item.start : item.end]))]


def _question(censor: Censor, text: str, item: Occurrence, here: Set[RecordId]) -> Occurrence:
    near = tuple(
        person
        for person in item.people
        if item.kind in WHOLE_NAMES or any(one.concerns(person, here) for one in censor.both)
    )
    word = _is_ordinary(censor, text, item)
    return Occurrence(*item.span, IdentifierKind.PART, item.owners, maybe=near, asked=True, word=word)


def _asked_in_print(
    censor: Censor, printing: Censor, text: str, occurrences: Sequence[Occurrence]
) -> list[Occurrence]:
    """Return the matches, with a question for each place that is removed only in the publication.

    A text by itself is about the people of its case. The publication that prints it is about the people of
    all its cases, and may name fewer people. So it may remove a place that stays when the text is read by
    itself. The reader is asked about such a place, unless it can mean only people of the text's own case:
    then the place is certain, and is removed because the publication does not name these people.
    """
    here, apart = named_in(occurrences), _apart(occurrences)

    def goes(item: Occurrence) -> bool:
        if printing.instead(item, here) is None or censor.instead(item, here) is not None:
            return False
        longer = None if item.inside is None else apart.get(item.inside)
        if longer is None:
            return not all(map(censor.concerns, printing.hidden(item)))
        return _goes_besides(censor, printing, text, item, longer, here)

    asked_spans = {item.span for item in occurrences if goes(item)}
    return _asked(censor, text, occurrences, lambda item: item.span in asked_spans, asked_spans)


def _is_sure(censor: Censor, text: str, item: Occurrence) -> bool:
    """Tell whether a place that is no part of a name needs no question."""
    if item.kind not in (*WHOLE_NAMES, IdentifierKind.PLACE) or not censor.hidden(item):
        return True
    is_about = item.kind is IdentifierKind.PLACE or censor.involved.issuperset(item.owners)
    is_about = is_about or censor.are_documents(item.owners)
    if item.asked or len(item.owners) > 1 or not is_about:
        return False
    if _ENDS.search(text[item.start : item.end]):
        return False  # the end of a sentence, and what the next begins with
    return not _is_ordinary(censor, text, item)


def _is_sure_part(censor: Censor, text: str, item: Occurrence, names: _NamesFound) -> bool:
    """Tell whether a part of a name needs no question."""
    written, owners = text[item.start : item.end], censor.hidden(item)
    if not any(censor.concerns(owner, names.here) for owner in owners):
        return True  # of others only whole names are looked for
    if item.asked or not written[0].isupper() or _ENDS.search(written) or _is_ordinary(censor, text, item):
        return False
    words = [squeeze(word[0]) for word in _words_of_name(text, item)]
    full = {word for owner in censor.involved.intersection(owners) for word in names.words.get(owner, ())}
    if any(word.startswith(part[:_STEM]) for part in words for word in full):
        return not _has_other_capital(text, item, names.apart)
    initials = {word[0] for word in full}
    return written.isupper() and bool(words) and initials.issuperset("".join(words))


def _has_other_capital(text: str, item: Occurrence, apart: Mapping[Span, Occurrence]) -> bool:
    """Tell whether a part of a name has a capital that any word would have at its place.

    That is so at the beginning of a sentence, and beside another word with a capital: "La Cruz Roja", "Santa
    Cruz".
    """
    start = _begins(text, item)
    beside = [
        word for word in (_before(text, start), _behind(text, item.end)) if word and word[0][0].isupper()
    ]
    names = [place.span for place in apart.values() if place.owners]
    others = (word for word in beside if not lies_in(word.span(), names))
    return opens_sentence(text, start) or any(squeeze(word[0]) not in _beside_names() for word in others)


def parts_to_share(censor: Censor, text: str, occurrences: Sequence[Occurrence]) -> frozenset[Span]:
    """Return the places of parts of names that may name somebody else if they have a title.

    They are parts of names of people whom the text is about. A part is not returned if the same word precedes
    the part and the whole name: after "Judge Zora Kelmend", "Judge Kelmend" means nobody else. A part with a
    title after it, or in a script without spaces, is always returned.
    """
    words_before: dict[RecordId, set[str]] = {}
    for item in occurrences:
        for owner in item.owners if (before := _word_before(text, item)) else ():
            words_before.setdefault(owner, set()).add(before)
    return frozenset(
        item.span
        for item in occurrences
        if not censor.involved.isdisjoint(item.partly)
        and (
            is_unspaced(text[item.start : item.end])
            or _has_title_behind(text, item)
            or not any(_word_before(text, item) in words_before.get(owner, ()) for owner in item.partly)
        )
    )


def _has_title_behind(text: str, item: Occurrence) -> bool:
    behind = _behind(text, item.end)
    words = WORD.findall(text, item.start, item.end if behind is None else behind.end())
    return not titles_behind().isdisjoint(map(squeeze, words))


def _word_before(text: str, item: Occurrence) -> str:
    before = _before(text, _begins(text, item))
    return "" if before is None else squeeze(before[0])


def _begins(text: str, item: Occurrence) -> int:
    """Return the start of the first word of a name, or of a part of one, after its title."""
    return next((word.start() for word in _words_of_name(text, item)), item.start)


def _before(text: str, start: int) -> re.Match[str] | None:
    """Return the word before a place; an abbreviated word includes its full stop."""
    word = wordings.word_before(text, start)
    return word if word and text[word.end() : start].removeprefix(".").isspace() else None


def _behind(text: str, end: int) -> re.Match[str] | None:
    """Return the word behind a place."""
    space = _SPACE.match(text, end)
    return None if space is None else WORD.match(text, space.end())


@cache
def _beside_names() -> frozenset[str]:
    """Return words that may have a capital beside a name: titles, trades, days, and words such as "and"."""
    lists = (Wordlist.TITLES, Wordlist.ADDRESS, Wordlist.NAME_FOLLOWS, Wordlist.NO_NAMES)
    listed = (word for one in lists for word in languages.listed(one))
    return frozenset(map(squeeze, (*listed, *languages.words(OF_TIME))))


def _is_ordinary(censor: Censor, text: str, item: Occurrence) -> bool:
    """Tell whether the match may be an ordinary word that means nobody."""
    written = text[item.start : item.end]
    if is_unspaced(written) and goes_on_as_place(text, item.end):
        return True  # a road that is called so, or begins with it: "于光明路"
    if not is_single_word(written):
        words = _CUT.sub("", written).split()
        ends = (words[0][0], words[-1][0])
        small = any(has_case(letter) and not letter.isupper() for letter in ends)
        return small and item.kind is IdentifierKind.NAME  # "will Quell"
    as_a_word = not written[0].isupper() and not is_unspaced(written)
    return as_a_word or is_shipped(written) or censor.stands_elsewhere(written, censor.hidden(item))
