"""Which of the names in a text are sure, and about which its reader is asked."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from hrddesk.records.record import RecordId
from hrddesk.redact.alike import has_case
from hrddesk.redact.censor import WHOLE_NAMES, Censor, lies_in, named_in, reach
from hrddesk.redact.folding import GAP, squeeze
from hrddesk.redact.found import Found, Occurrence
from hrddesk.redact.name_words import titles
from hrddesk.redact.ordinary import goes_on_as_place, is_shipped, is_single_word, is_unspaced
from hrddesk.redact.sentences import opens_sentence
from hrddesk.redact.whole_words import one_question
from hrddesk.redact.wording import Span

_CUT: Final = re.compile(r"[-\u2010\u00ad]\s+")  # a word that goes on in the next line
_STEM: Final = 3  # letters by which a part of a name is told, whatever ending it has
_WORD: Final = re.compile(r"[^\W\d_]+")
_NEXT: Final = re.compile("[ \u00a0]([^\\W\\d_])")
_ENDS: Final = re.compile("[!?。！？།༎؟۔]")


def with_questions(censor: Censor, text: str, found: Sequence[Occurrence]) -> list[Occurrence]:
    """Return what was found in a text for a reader, with questions in place of what is not sure.

    Sure is only the whole name of one person whom the text is about, and a part of it, written as a name is,
    where that stands in full as well. All else is asked: a gap in place of a word would spell a name. So are
    the names of sources and givers, since nothing tells which text is about them: a gap would say that the
    vault has such a source. So is what goes only because the publication prints other cases, too. Who is
    named where the text is read by itself, and not in the publication, goes where that is sure, and is asked
    about elsewhere.
    """
    named, apart = _named(text, found), _apart(found)
    unsure = {item for item in found if not _is_sure(censor, text, item, named, apart)}
    asked = {item.span for item in unsure if item.inside is None}

    # A part of the name of somebody who is not looked for holds nothing.
    here = named.keys()
    parts = (
        item for item in apart.values() if item.kind is Found.PART and censor.instead(item, here) is None
    )
    open_to = asked | {item.span for item in parts}

    def is_asked(item: Occurrence) -> bool:
        if item.span in asked or item not in unsure or item.inside is None:
            return item.span in asked
        longer = apart.get(item.inside)
        if longer is None or item.inside in open_to:
            return longer is not None
        return _goes_besides(censor, censor, text, item, longer, here)

    made = _asked(censor, text, found, is_asked, open_to)
    if censor.printing is not None:
        made = _asked_in_print(censor, censor.printing, text, made)
    left_in, printing = named_in(made), censor.printing or censor
    return _outside_names(
        one_question(made, lambda item: printing.instead(item, left_in) is not None), censor
    )


def _named(text: str, found: Sequence[Occurrence]) -> dict[RecordId, str]:
    """Return whom a text names in full, and the letters of all their names that stand in it."""
    made: dict[RecordId, str] = {}
    for item in found:
        for owner in item.owners if item.kind in WHOLE_NAMES else ():
            made[owner] = f"{made.get(owner, GAP)}{squeeze(text[item.start : item.end])}{GAP}"
    return made


def _apart(found: Sequence[Occurrence]) -> dict[Span, Occurrence]:
    """Return the places that lie in no longer one, by where they stand."""
    return {item.span: item for item in found if item.inside is None}


def _asked(
    censor: Censor,
    text: str,
    found: Sequence[Occurrence],
    is_asked: Callable[[Occurrence], bool],
    open_to: Collection[Span],
) -> list[Occurrence]:
    """Return what was found, with questions in place of what is asked about.

    What lies in one of the places `open_to` others is then a place like all others.
    """
    here, made = named_in(found), list[Occurrence]()
    for item in found:
        if is_asked(item):
            made.append(_question(censor, text, item, here))
        else:
            made.append(replace(item, inside=None) if item.inside in open_to else item)
    return made


def _goes_besides(
    censor: Censor,
    printing: Censor,
    text: str,
    item: Occurrence,
    longer: Occurrence,
    here: Set[RecordId],
) -> bool:
    """Tell whether a place has to go in print besides the longer one that it lies in, or runs into."""
    if censor.instead(longer, here) is not None:
        return printing.instead(item, here) is not None and not lies_in(item.span, [longer.span])
    start, end = reach(text, item, longer, printing.instead(longer, here))
    return start < end


def _outside_names(found: Sequence[Occurrence], censor: Censor) -> list[Occurrence]:
    """Return what was found without questions about what lies in a name that goes anyway."""
    here, gone = named_in(found), set[int]()
    for item in found:
        if not item.asked and censor.instead(item, here) is not None:
            gone.update(range(*item.span))
    return [item for item in found if not (item.asked and gone.issuperset(range(*item.span)))]


def _question(censor: Censor, text: str, item: Occurrence, here: Set[RecordId]) -> Occurrence:
    people = dict.fromkeys((*item.owners, *item.partly, *item.maybe))
    about = [one for one in (censor, censor.printing) if one is not None]
    near = tuple(
        person
        for person in people
        if item.kind in WHOLE_NAMES or any(one.is_near(person, here) for one in about)
    )
    word = _is_ordinary(censor, text, item)
    return Occurrence(*item.span, Found.PART, item.owners, maybe=near, asked=True, word=word)


def _asked_in_print(
    censor: Censor, printing: Censor, text: str, found: Sequence[Occurrence]
) -> list[Occurrence]:
    """Return what was found, with a question about each place that goes in the publication alone.

    A text by itself is about the people of its case. The publication that prints it is about the people of
    all its cases, and names fewer of them; so a place may go there that stays where the text is read by
    itself. Its reader is asked about that, unless only people of the text's own case may be meant: then it is
    sure, and goes since the publication gives them labels.
    """
    here, apart = named_in(found), _apart(found)

    def goes(item: Occurrence) -> bool:
        if printing.instead(item, here) is None or censor.instead(item, here) is not None:
            return False
        longer = None if item.inside is None else apart.get(item.inside)
        if longer is None:
            return not all(map(censor.is_near, printing.hidden(item)))
        return _goes_besides(censor, printing, text, item, longer, here)

    asked = {item.span for item in found if goes(item)}
    return _asked(censor, text, found, lambda item: item.span in asked, asked)


def _is_sure(
    censor: Censor,
    text: str,
    item: Occurrence,
    named: Mapping[RecordId, str],
    apart: Mapping[Span, Occurrence],
) -> bool:
    """Tell whether no reader need be asked about a place.

    `named` are those whom the text names in full, with the letters of these names. Of sources and givers
    nobody knows whether the text is about them.
    """
    written, owners = text[item.start : item.end], censor.hidden(item)
    if item.kind not in (*WHOLE_NAMES, Found.PART, Found.PLACE) or not owners:
        return True
    if item.kind is Found.PART and not any(censor.is_near(owner, named.keys()) for owner in owners):
        return True  # of others only whole names are looked for
    told = any(_is_of(written, named.get(owner, "")) for owner in censor.involved.intersection(owners))
    if item.kind is Found.PART and not (told and written[0].isupper()):
        return False
    is_about = item.kind is Found.PLACE or censor.involved.issuperset(item.owners)
    is_about = is_about or censor.are_documents(item.owners)
    if item.asked or len(item.owners) > 1 or not is_about or _has_other_capital(text, item, apart):
        return False
    if _ENDS.search(written):
        return False  # the end of a sentence, and what the next begins with
    return not _is_ordinary(censor, text, item)


def _is_of(part: str, names: str) -> bool:
    """Tell whether a part of somebody's name belongs to the names that stand in full: not to another one."""
    if part.isupper():  # initials
        return set(squeeze(part)) <= set(names)
    return any(squeeze(word)[:_STEM] in names for word in _WORD.findall(part))


def _has_other_capital(text: str, item: Occurrence, apart: Mapping[Span, Occurrence]) -> bool:
    """Tell whether a part of a name has a capital that a word has there which is no name.

    So it has where a sentence begins, and before another word with a capital: "La Cruz Roja".
    """
    words = [word for word in _WORD.finditer(text, *item.span) if squeeze(word[0]) not in titles()]
    if item.kind is not Found.PART or not words or words[0][0].isupper():
        return False
    behind = _NEXT.match(text, item.end)
    if behind and behind[1].isupper() and not any(start <= behind.start(1) < end for start, end in apart):
        return True
    return opens_sentence(text, words[0].start())


def _is_ordinary(censor: Censor, text: str, item: Occurrence) -> bool:
    """Tell whether what was found may be a word that people use who mean nobody."""
    written = text[item.start : item.end]
    if is_unspaced(written) and goes_on_as_place(text, item.end):
        return True  # a road that is called so, or begins with it: "于光明路"
    if not is_single_word(written):
        words = _CUT.sub("", written).split()
        ends = (words[0][0], words[-1][0])
        small = any(has_case(letter) and not letter.isupper() for letter in ends)
        return small and item.kind is Found.NAME  # "will Quell"
    as_a_word = not written[0].isupper() and not is_unspaced(written)
    return as_a_word or is_shipped(written) or censor.stands_elsewhere(written, censor.hidden(item))
