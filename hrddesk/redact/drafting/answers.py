"""Drafts of the answers to a desk's own questions, as far as they may be published."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hrddesk.records.dates import dates
from hrddesk.records.language.captions import caption
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record
from hrddesk.records.texts.questions import NO, YES, QuestionType, answer_field, answers_of
from hrddesk.redact.drafting.draft import DraftAnswer
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.facts import terms
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.passages.pieces import Phrase, Pieces
from hrddesk.redact.profile.own_fields import AskedField, asked_fields
from hrddesk.redact.profile.profiles import DateDetail, Profile
from hrddesk.redact.texts.censor import Censor

_YES_NO: Final = {YES: "term.yes", NO: "term.no"}
"""The caption of each answer."""

Known = Callable[[Record, str, str], Phrase | None]
"""A function that returns the printable words of a vocabulary term about a record, and counts withheld
ones.
"""
Reviewed = Callable[[Record, str], Pieces]
"""A function that returns a free text of a record as its review allows, and counts it if there is no
review.
"""


class AnswerDrafter:
    """Drafts answers under one profile. `leave` is called with the reason for each part that is withheld."""

    def __init__(
        self,
        facts: Facts,
        profile: Profile,
        languages: Chain,
        censor: Censor,
        reviewed: Reviewed,
        leave: Callable[[LeftOut], None],
    ) -> None:
        self._profile, self._languages, self._censor = profile, languages, censor
        self._reviewed, self._leave = reviewed, leave
        every = asked_fields(facts.all(Kind.FIELD))
        self._asked = {
            (asked_field.question.owner, asked_field.field.key): (asked_field, self._words(asked_field))
            for field, asked_field in every.items()
            if field in profile.own
        }
        for _ in profile.own - every.keys():
            leave(LeftOut.QUESTION)

    def of(self, record: Record, term_wording: Known) -> tuple[DraftAnswer, ...]:
        """Return the publishable answers of a case, a party or an event, in the order of the questions.

        If several questions have the same position, the printed words decide. `term_wording` puts
        terms into words.
        """
        answers_by_key = answers_of(record) if self._asked else {}
        placed_answers: list[tuple[int, DraftAnswer]] = []
        for (owner, key), (asked_field, question) in self._asked.items():
            text = answers_by_key.get(key, "").strip() if owner is record.kind else ""
            if not text or text in terms.ANSWERS:
                continue
            if not self._profile.admits_answer(record, asked_field):
                self._leave(LeftOut.ANSWER)
                continue
            if asked_field.field.is_text:
                pieces = self._reviewed(record, answer_field(key))
                answer = Phrase.same(pieces) if pieces else None
            else:
                answer = self._told(record, asked_field, text, term_wording)
            if answer is not None:
                placed_answers.append(
                    (asked_field.question.position, DraftAnswer(question, answer, asked_field.field.is_text))
                )
        return tuple(answer for _, answer in sorted(placed_answers, key=_order))

    def _told(self, record: Record, asked_field: AskedField, text: str, term_wording: Known) -> Phrase | None:
        if self._censor.protected.places(record.id, answer_field(asked_field.field.key), text):
            self._leave(LeftOut.WORDS)  # no reader is asked about it, who could decide otherwise
            return None
        match asked_field.question.type:
            case QuestionType.VOCABULARY:
                return term_wording(record, asked_field.question.vocabulary, text)
            case QuestionType.DATE:
                date = terms.published_date(text, self._profile.event_dates)
                if not date and self._profile.event_dates is not DateDetail.NONE:
                    self._leave(LeftOut.DATE)
                return Phrase.of(dates.said_in(date, self._languages)) if date else None
            case QuestionType.YES_NO if text in _YES_NO:
                return self._worded(caption(_YES_NO[text]))
            case QuestionType.NUMBER if text.removeprefix("-").isdecimal() and text.isascii():
                return Phrase.same(self._censor.redact(text))  # it may be somebody's telephone
        # Only the form of a desk holds people to what a question takes; bundles bring other words.
        self._leave(LeftOut.WORDS)
        return None

    def _words(self, asked_field: AskedField) -> Phrase:
        """Return the words of a question, with common words in place of withheld names.

        The desk wrote the question, and may have named a person in it. A label never replaces the name: the
        order of two questions with labels would reveal something about the names.
        """
        words = (asked_field.question.labels or Labels.same(asked_field.question.key)).only(self._languages)
        return (self._censor.redact_words(words) or self._worded(caption("term.other"))).unlabelled()

    def _worded(self, words: Labels) -> Phrase:
        return Phrase.of(words.only(self._languages))


def _order(placed: tuple[int, DraftAnswer]) -> tuple[object, ...]:
    position, answer = placed
    return position, *answer.question.order(), answer.free, *answer.answer.order()


def texts_in(
    record: Record, fields_asked: Mapping[tuple[Kind, str], AskedField]
) -> Iterator[tuple[str, AskedField]]:
    """Yield the field of each free-text answer in a record, with the desk's own question that it answers.

    `fields_asked` has the questions by the kind of the record and the key of the question.
    """
    for key, text in answers_of(record).items():
        asked_field = fields_asked.get((record.kind, key))
        if (
            asked_field is not None
            and asked_field.field.is_text
            and text.strip()
            and text not in terms.ANSWERS
        ):
            yield answer_field(key), asked_field
