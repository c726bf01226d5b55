"""Drafts of figures that others published: the values are unchanged, and a note names the publisher."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import Final

from hrddesk.analysis.figures.figure_card import title
from hrddesk.analysis.figures.figure_questions import CountedUnit
from hrddesk.analysis.figures.figure_tables import Hidden
from hrddesk.analysis.figures.figure_words import count_words, unit_word
from hrddesk.errors import FigureNotPublishable
from hrddesk.records.dates import dates
from hrddesk.records.language.captions import in_each, said
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.language.languages import Topic
from hrddesk.records.model.record import Record
from hrddesk.records.texts import wordings
from hrddesk.redact.drafting.notes import Notes
from hrddesk.redact.facts.terms import published_date
from hrddesk.redact.figures.figures import LEAST, DraftFigure
from hrddesk.redact.passages.pieces import Phrase
from hrddesk.redact.profile.profiles import DateDetail, Profile
from hrddesk.redact.texts.censor import Censor

_NUMBER: Final = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?(?![0-9])|[0-9]{1,19}(?:[.,][0-9]{1,6})?)\s*([%٪]?)"
)
_THOUSANDS: Final = re.compile(r",(?=[0-9]{3}(?![0-9]))")
_DIGIT: Final = re.compile(r"\d")
_FEW: Final = frozenset({Topic.FEW})
_NINE: Final = 9
_UNITS: Final = {unit.value: unit for unit in CountedUnit}


class QuotedDrafter:
    """Drafts figures of others under one profile; with `small`, counts below five are printed."""

    def __init__(
        self, profile: Profile, languages: Chain, censor: Censor, notes: Notes, *, small: bool
    ) -> None:
        self._profile, self._languages, self._small = profile, languages, small
        self._censor, self._notes = censor, notes

    def draft(self, figure: Record) -> DraftFigure:
        """Return the draft of a figure that others published.

        The heading is its definition, or its name if there is no definition. Raise FigureNotPublishable if
        the profile withholds the figure.
        """
        if not self._profile.admits_figure(figure):
            raise FigureNotPublishable(figure=figure.text("name"), field="value")
        hides = not self._small and tells_of_few(figure)
        name = self._typed(figure.text("definition").strip() or figure.text("name").strip())
        value = self._hidden() if hides else self._amount(figure, "value")
        card = tuple(self._card(figure, hides=hides))
        typed = tuple(words for words in (name, value, *(words for _, words in card)) if words.is_same)
        sources = self._notes.of_figure(figure)
        return DraftFigure(
            name=name,
            value=value,
            card=card,
            free=typed,
            hidden=Hidden(int(hides)),
            published=True,
            sources=sources,
        )

    def _card(self, figure: Record, *, hides: bool) -> Iterator[tuple[Labels, Phrase]]:
        if unit := figure.text("unit").strip():
            counted = _UNITS.get(unit)
            words = self._typed(unit) if counted is None else self._said(partial(unit_word, counted))
            yield self._in_each(partial(title, "unit")), words
        if figure.text("denominator").strip():
            words = self._hidden() if hides else self._amount(figure, "denominator")
            yield self._in_each(partial(title, "denominator")), words
        if day := published_date(figure.text("as_of"), DateDetail.DAY):
            yield self._in_each(partial(title, "as_of")), Phrase.of(dates.said_in(day, self._languages))

    def _amount(self, figure: Record, field: str) -> Phrase:
        """Return the value of a field in words.

        A bare number is printed with its unit in each language, anything else as typed.
        """
        text, unit = figure.text(field).strip(), _UNITS.get(figure.text("unit").strip())
        number = _NUMBER.fullmatch(text)
        digits = "" if number is None or number[2] else _THOUSANDS.sub("", number[1])
        if unit is None or not digits.isdecimal():
            return self._typed(text)
        return self._said(partial(count_words, unit, int(digits)))

    def _typed(self, text: str) -> Phrase:
        return Phrase.same(self._censor.redact(text))

    def _hidden(self) -> Phrase:
        return self._said(partial(said, "figure.count.hidden"))

    def _said(self, write: Callable[[str], str]) -> Phrase:
        return Phrase.of(self._in_each(write))

    def _in_each(self, write: Callable[[str], str]) -> Labels:
        return in_each(self._languages, write)


def tells_of_few(figure: Record) -> bool:
    """Tell whether a published figure may count fewer than five people, or leave out fewer than five.

    The people left out are the difference between the denominator and the value. Words without a number may
    mean anything, so they give True. A word such as "three" counts like the number, in any language.
    """
    if any(map(_says_few, (figure.text("value"), figure.text("denominator")))):
        return True
    numbers = list(_numbers(figure.text("value")))
    totals = [number for number, is_share in _numbers(figure.text("denominator")) if not is_share]
    if not numbers or (figure.text("denominator").strip() and not totals):
        return True
    for number, is_share in numbers:
        counts = [number] if not is_share else [total * number / 100 for total in totals]
        rests = [total - count for total in totals for count in counts]
        if any(0 < few < LEAST for few in (*counts, *rests)):
            return True
    return any(0 < total < LEAST for total in totals)


def _says_few(text: str) -> bool:
    """Tell whether a text has a word for a number below five; the 三 in 三十 is no such word."""
    runs = groupby(
        unicodedata.normalize("NFKC", text), lambda sign: unicodedata.numeric(sign, None) is not None
    )
    plain = "".join(
        " " if is_number and _is_large(run) else run for is_number, signs in runs for run in ["".join(signs)]
    )
    return bool(wordings.find(plain, _FEW))


def _is_large(numerals: str) -> bool:
    return any(numeral.isdecimal() or unicodedata.numeric(numeral) > _NINE for numeral in numerals)


def _numbers(text: str) -> Iterator[tuple[float, bool]]:
    """Yield the numbers in a text, in digits of any script; the second value is True for a percentage."""
    plain = _DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), unicodedata.normalize("NFKC", text))
    for digits, per_cent in _NUMBER.findall(plain):
        yield float(_THOUSANDS.sub("", digits).replace(",", ".")), bool(per_cent)
