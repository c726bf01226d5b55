"""The questions about the texts of a publication, one list for all texts.

Each question is about one word and the people whom it may mean. It never says why a name is withheld, nor who
is a source. It names only people of the text's case; about everybody else it says that there is a person who
may not be named.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.content_review.text_places import ReviewedPlace
from hrddesk.actions.content_review.texts import ReadText, TextReview
from hrddesk.actions.scope import review_records
from hrddesk.analysis.pasted_reports.passages import sentences
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection.folding import squeeze
from hrddesk.redact.detection.ordinary import WORD
from hrddesk.redact.passages.occurrences import BY_NAME, IdentifierKind
from hrddesk.redact.passages.pieces import Word
from hrddesk.redact.passages.wording import Decision, How, Span
from hrddesk.redact.texts.censor import WORDS
from hrddesk.redact.texts.marks import MarkKind
from hrddesk.redact.texts.reviewed_text import ReviewedText
from hrddesk.store.records.changes import Outcome
from hrddesk.store.vault.session import Session

_ANSWERS = (How.STAY, How.LABEL)


class Group(StrEnum):
    """The groups of questions, in the order in which they are asked."""

    PROTECTED = "protected"  # may mean somebody who may not be named, or another desk protects it
    UNKNOWN = "unknown"  # may be a name that the vault does not know, or a number, or an address
    WORD = "word"  # an ordinary word that is a name, too


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPlace:
    """One place that a question is about."""

    ref: str
    """The reference of the text, as `texts.resolve` takes it."""
    span: Span
    """The place in the text as it was recorded."""
    sentence: str
    within: Span
    """The place in `sentence`."""
    label: str
    """The replacement of the place if it is covered, in the form of `Decision.instead`."""
    decision: Decision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuestion:
    """One question for all places of a publication where the same words may mean the same people."""

    group: Group
    form: IdentifierKind | None
    """The kind of match by form alone; None if the words were compared with names."""
    words: str
    """The words as they are written at the first place."""
    people: tuple[str, ...]
    """The people of the cases whom the words may mean."""
    others: bool
    """Whether the words may also mean other people than `people`."""
    places: tuple[QuestionPlace, ...]
    """The places, in the order of the texts."""

    @property
    def waiting(self) -> tuple[QuestionPlace, ...]:
        """The places that wait for a decision."""
        return tuple(place for place in self.places if place.decision is None)

    @property
    def refs(self) -> tuple[str, ...]:
        """The texts that the question is about; those with places that wait for a decision are first."""
        return tuple(dict.fromkeys(place.ref for place in (*self.waiting, *self.places)))

    def within(self, refs: Collection[str]) -> "TextQuestion":
        """Return the question with only those of its places that are in the texts `refs`."""
        return replace(self, places=tuple(place for place in self.places if place.ref in refs))


def questions(read: Sequence[ReadText]) -> tuple[TextQuestion, ...]:
    """Return the open and answered questions about texts: protected people first, ordinary words last.

    A question whose words were covered, or whose words are an unknown name after a title, also has all other
    places where the same words may be a name.
    """
    names_by_party = {party: name for text in read for party, name in text.people.items()}
    places_by_question = dict[tuple[object, ...], list[tuple[Group, ReviewedPlace, QuestionPlace]]]()
    for text in read:
        grouped_places = [
            (group, one) for one in text.review.found if one.at and (group := _group(one)) is not None
        ]
        passages = [(one.start, one.end) for one in sentences(text.review.text)] if grouped_places else []
        for group, place in grouped_places:
            places_by_question.setdefault(place.asks, []).append(
                (group, place, _place(text, place, passages))
            )
    order = list(Group)
    question_list = sorted(
        (_question(places, names_by_party) for places in places_by_question.values()),
        key=lambda one: order.index(one.group),
    )
    return tuple(_with_same_words(question_list, read))


def _with_same_words(
    question_list: Sequence[TextQuestion], read: Sequence[ReadText]
) -> Iterator[TextQuestion]:
    """Yield the questions; add to some of them the other places where the same words may be a name.

    Only questions about covered words and about unknown names after a title get more places.
    """
    known_places = {(place.ref, place.span) for question in question_list for place in question.places}
    names, order = _names(read), {text.ref: number for number, text in enumerate(read)}
    for question in question_list:
        covered = any(one.decision is not None and one.decision.how is How.LABEL for one in question.places)
        same_words = (
            names.pop(_word(question.words), ()) if covered or question.form is IdentifierKind.UNKNOWN else ()
        )
        more = [_standing(text, span) for text, span in same_words if (text.ref, span) not in known_places]
        places = sorted((*question.places, *more), key=lambda one: (order[one.ref], one.span))
        yield replace(question, places=tuple(places)) if more else question


def _names(read: Iterable[ReadText]) -> dict[tuple[str, bool], list[tuple[ReadText, Span]]]:
    """Return places in the texts, grouped by the word that stands there.

    These are places that are marked as a possible name, each word of such a place, and the places where a
    reader decided to keep or to cover the words.
    """
    places_by_word = dict[tuple[str, bool], list[tuple[ReadText, Span]]]()
    for text in read:
        name_spans = [
            span_of_mark for mark, span_of_mark in texts.told(text.review) if mark.kind is MarkKind.NAME
        ]
        words = [word.span() for span in name_spans for word in WORD.finditer(text.review.text, *span)]
        answered = [one.span for one in text.review.wording.decided if one.how in _ANSWERS]
        for span in dict.fromkeys((*name_spans, *words, *answered)):
            places_by_word.setdefault(_word(text.review.text[slice(*span)]), []).append((text, span))
    return places_by_word


def _word(words: str) -> tuple[str, bool]:
    """Return the key that is the same for equal words, as in `ReviewedPlace.asks`."""
    return squeeze(words), words[:1].isupper()


def _standing(text: ReadText, span: Span) -> QuestionPlace:
    """Return a place of a text where the words of a question occur again."""
    passages = [(one.start, one.end) for one in sentences(text.review.text)]
    return _at(text, span, passages, Word.PERSON.name.lower(), text.review.wording.at(span))


def _question(
    places: Sequence[tuple[Group, ReviewedPlace, QuestionPlace]], names_by_party: Mapping[RecordId, str]
) -> TextQuestion:
    groups, (_, first, _), order = {group for group, _, _ in places}, places[0], list(Group)
    owners = first.occurrence.people
    named = tuple(dict.fromkeys(names_by_party[owner] for owner in owners if owner in names_by_party))
    others = not owners or not names_by_party.keys() >= set(owners)
    group = min(groups, key=order.index)
    form = first.occurrence.kind if group is Group.UNKNOWN else None
    return TextQuestion(
        group=group,
        form=form,
        words=first.text,
        people=named,
        others=others,
        places=tuple(one for *_, one in places),
    )


def _group(place: ReviewedPlace) -> Group | None:
    """Return the group of the question about a place, open or answered; None if there is no question."""
    decided = place.decision is not None and place.decision.how in _ANSWERS
    kind = place.occurrence.kind
    if not (place.decide or decided) or kind is IdentifierKind.CHOSEN:
        return None
    if place.occurrence.word:
        return Group.WORD
    return Group.PROTECTED if kind in BY_NAME else Group.UNKNOWN


def _place(text: ReadText, text_place: ReviewedPlace, passages: Sequence[Span]) -> QuestionPlace:
    owners = text_place.occurrence.people
    own = len(owners) == 1 and owners[0] in text.people and owners[0] in dict(text.review.labelled)
    label = owners[0] if own else _word_for(text_place.occurrence.kind).name.lower()
    return _at(text, text_place.at or (0, 0), passages, label, text_place.decision)


def _at(
    text: ReadText, span: Span, passages: Sequence[Span], label: str, decision: Decision | None
) -> QuestionPlace:
    start, end = span
    holding = [span for span in passages if span[0] < end and start < span[1]] or [(start, end)]
    first, last = min(start, holding[0][0]), max(end, holding[-1][1])
    return QuestionPlace(
        ref=text.ref,
        span=(start, end),
        sentence=text.review.text[first:last].replace("\n", " "),
        within=(start - first, end - first),
        label=label,
        decision=decision,
    )


def _word_for(kind: IdentifierKind) -> Word:
    """Return the word that replaces a kind of match; it does not reveal that a person is a source."""
    return Word.PERSON if kind is IdentifierKind.SOURCE else WORDS.get(kind, Word.PERSON)


def answer(
    session: Session, read: Iterable[ReadText], answers: Iterable[tuple[TextQuestion, How]]
) -> Outcome[None]:
    """Keep or cover (STAY or LABEL) the words of each question at all its places, in one transaction.

    `read` are the texts as they were shown. Raise InvalidValue if one of these texts changed since.
    """
    texts_by_ref = {text.ref: text for text in read}
    decided: dict[str, list[Decision]] = {}
    for question, how in answers:
        for place in question.places:
            instead = place.label if how is How.LABEL else ""
            decided.setdefault(place.ref, []).append(Decision(*place.span, how, instead))
    reviewed_texts = [_with(session, texts_by_ref[ref], decisions) for ref, decisions in decided.items()]
    return review_records.keep_texts(session, "text.decide", reviewed_texts)


def _with(session: Session, text: ReadText, decisions: Iterable[Decision]) -> ReviewedText:
    seen = _again(session, text)
    if seen.digest != text.review.digest:
        raise InvalidValue(
            field=seen.field, why=Translatable("it changed while it was being read; read it again")
        )
    wording = seen.wording
    for decision in decisions:
        wording = wording.with_decision(decision)
    return text_decisions.decided(session.store, seen, wording)


def _again(session: Session, text: ReadText) -> TextReview:
    return texts.occurrences(session, text.ref, text.review.profile, printed=text.review.printed)


def waiting(read: Sequence[ReadText]) -> Iterator[ReadText]:
    """Yield the texts that have no open questions but were not confirmed in their present form."""
    asked_refs = {place.ref for question in questions(read) for place in question.waiting}
    for text in read:
        if (
            text.ref not in asked_refs
            and not text.review.undecided
            and text.review.state is not texts.TextState.REVIEWED
        ):
            yield text


def renewed(session: Session, read: Iterable[ReadText], refs: Collection[str]) -> list[ReadText]:
    """Return the texts in the same order; those in `refs` are read again."""
    return [replace(text, review=_again(session, text)) if text.ref in refs else text for text in read]
