"""Terms of the vocabularies: a desk adds, rewords, merges and retires them. Records that use a term never
change.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hrddesk.actions.records.visibility import level_of
from hrddesk.errors import InvalidValue, RecordNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language import labels
from hrddesk.records.language.labels import ENGLISH, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.records.terms.vocabulary import PLAIN, Term, Vocabulary
from hrddesk.records.terms.words import Words
from hrddesk.store.queries import term_usage
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

VOCABULARIES: Final = PLAIN
"""The vocabularies that a desk can change."""
_CODE: Final = re.compile(r"[0-9a-z]+(_[0-9a-z]+)*")
_LONGEST: Final = 200
"""The greatest number of characters of a label or alias."""
_SUFFIX: Final = 8  # of the id: two desks that make a term of one name must not mean one code


@dataclass(frozen=True, slots=True)
class TermWording:
    """The words of a term; None keeps the present value."""

    labels: Mapping[str, str | None] = field(default_factory=dict)
    """The labels by language; languages that are not given stay, an empty text removes a language."""
    aliases: Sequence[str] | None = None
    map: str | None = None
    level: str | None = None
    """The level of the term: the words of a confidential term are never published."""


def listed(store: Store, vocabulary: str, text: str = "") -> list[Term]:
    """Return the terms of a vocabulary that have a word which contains the text; retired terms are last.

    Raise RecordNotFound for an unknown vocabulary.
    """
    terms_of_vocabulary = _vocabulary(store.words(), vocabulary)
    needle = text.strip().casefold()
    return [
        term
        for term in (*terms_of_vocabulary.terms, *terms_of_vocabulary.retired)
        if needle in _all_words(term)
    ]


def find(store: Store, vocabulary: str, word: str) -> Term:
    """Return the term with a code, label or alias, even a retired one; raise RecordNotFound."""
    return _find(_vocabulary(store.words(), vocabulary), word)


def uses(store: Store, term: Term) -> int:
    """Return the number of records that use the code of a term."""
    return term_usage.count(store.db, term.vocabulary, term.code)


def add(session: Session, vocabulary: str, wording: TermWording, code: str = "") -> Outcome[RecordId]:
    """Create a term; raise InvalidValue if it has no label, or if a word already means another term."""
    terms_of_vocabulary = _vocabulary(session.store.words(), vocabulary)
    record = Record(kind=Kind.TERM, id=new_id())
    chosen = code.strip() or _slug(Labels(labels.written(wording.labels)).text(ENGLISH)) + record.id[:_SUFFIX]
    if _CODE.fullmatch(chosen) is None:
        raise InvalidValue(
            field="code", why=Translatable("it is made of small letters, digits and single underscores")
        )
    if terms_of_vocabulary.find(chosen) is not None or terms_of_vocabulary.exact(chosen) is not None:
        raise InvalidValue(field="code", why=Translatable("another term of this vocabulary has it"))
    record = record.with_fields(vocabulary=vocabulary, code=chosen)
    with session.store.change("term.new") as change:
        change.put(_worded(record, wording, terms_of_vocabulary))
    return Outcome(record.id, change.changes)


def edit(session: Session, vocabulary: str, word: str, wording: TermWording) -> Outcome[None]:
    """Change the words of a term, even of a shipped one; raise RecordNotFound, InvalidValue."""
    return _changed(
        session,
        vocabulary,
        word,
        "term.edit",
        lambda record, terms_of_vocabulary: _worded(record, wording, terms_of_vocabulary),
    )


def retire(session: Session, vocabulary: str, word: str) -> Outcome[None]:
    """Stop offering a term; records that use it stay and are shown as before."""
    return _changed(
        session,
        vocabulary,
        word,
        "term.retire",
        lambda record, _: record.with_fields(retired=True, into=None),
    )


def merge(session: Session, vocabulary: str, word: str, into: str) -> Outcome[None]:
    """Retire a term and show the term `into` in its place; records are not changed.

    Raise RecordNotFound; InvalidValue if both are the same term, or `into` is retired.
    """

    def merged(record: Record, terms_of_vocabulary: Vocabulary) -> Record:
        survivor = _find(terms_of_vocabulary, into)
        if survivor.code == record.text("code"):
            raise InvalidValue(field="into", why=Translatable("a term cannot be merged into itself"))
        if survivor.retired:
            raise InvalidValue(field="into", why=Translatable("that term is retired; restore it first"))
        return record.with_fields(retired=True, into=survivor.code)

    return _changed(session, vocabulary, word, "term.merge", merged)


def restore(session: Session, vocabulary: str, word: str) -> Outcome[None]:
    """Offer a retired or merged term again, under its own label; raise RecordNotFound, InvalidValue."""

    def restored(record: Record, terms_of_vocabulary: Vocabulary) -> Record:
        return _worded(record.with_fields(retired=None, into=None), TermWording(), terms_of_vocabulary)

    return _changed(session, vocabulary, word, "term.restore", restored)


def _changed(
    session: Session, vocabulary: str, word: str, act: str, make: Callable[[Record, Vocabulary], Record]
) -> Outcome[None]:
    terms_of_vocabulary = _vocabulary(session.store.words(), vocabulary)
    term = _find(terms_of_vocabulary, word)
    with session.store.change(act) as change:
        change.put(make(session.store.find(term.id) or _as_record(term), terms_of_vocabulary))
    return Outcome(None, change.changes)


def _as_record(term: Term) -> Record:
    """Return a shipped term as a record, so that its words can be changed."""
    record = Record(kind=Kind.TERM, id=RecordId(term.id)).with_fields(
        vocabulary=term.vocabulary, code=term.code, map=term.map
    )
    return record.with_labels(term.labels).with_elements(
        "aliases", [{"text": alias} for alias in term.aliases]
    )


def _worded(record: Record, wording: TermWording, terms_of_vocabulary: Vocabulary) -> Record:
    """Return a term with its new words; raise InvalidValue if one of the words already means another term."""
    record = record.with_labels(labels.written(wording.labels))
    if wording.map is not None:
        record = record.with_fields(map=wording.map.strip())
    if wording.level is not None:
        record = record.with_visibility(level_of(wording.level))
    if wording.aliases is not None:
        aliases = dict.fromkeys(alias.strip() for alias in wording.aliases if alias.strip())
        record = record.with_elements("aliases", [{"text": alias} for alias in aliases])
    if not record.labels:
        raise InvalidValue(field="label", why=Translatable("give it a label in at least one language"))
    code = record.text("code")
    words = [*record.labels.values(), *(str(item["text"]) for item in record.values("aliases"))]
    for word in words:
        if len(word) > _LONGEST:
            raise InvalidValue(
                field="label", why=Translatable("a word of a term has at most {0} characters", _LONGEST)
            )
        same_worded = terms_of_vocabulary.find(word)
        if (
            same_worded is not None
            and code != same_worded.code
            and not _leads_to(terms_of_vocabulary, code, same_worded)
        ):
            raise InvalidValue(
                field="label",
                why=Translatable("one of these words means the term {0} already", same_worded.code),
            )
    return record


def _leads_to(terms_of_vocabulary: Vocabulary, code: str, survivor: Term) -> bool:
    """Tell whether the term `code` and the term `survivor` may share a word.

    They may if the term `code` is shown as `survivor`, or if `survivor` is retired.
    """
    read = terms_of_vocabulary.find(code)
    return survivor.retired or (read is not None and read.code == survivor.code)


def _vocabulary(words: Words, name: str) -> Vocabulary:
    if name not in VOCABULARIES:
        raise RecordNotFound(ref=name)
    return words.load(name)


def _find(terms_of_vocabulary: Vocabulary, word: str) -> Term:
    term = terms_of_vocabulary.exact(word.strip())
    if term is None:
        retired = Vocabulary.of(
            terms_of_vocabulary.name,
            (*terms_of_vocabulary.terms, *(_plain(item) for item in terms_of_vocabulary.retired)),
        )
        retired_term = retired.find(word)
        term = None if retired_term is None else terms_of_vocabulary.exact(retired_term.code)
    if term is None or term in terms_of_vocabulary.answers:
        raise RecordNotFound(ref=word)
    return term


def _plain(term: Term) -> Term:
    """Return a retired term as if it were not merged, so that a search by its own words finds it."""
    return Term(
        code=term.code, vocabulary=term.vocabulary, labels=term.labels, aliases=term.aliases, retired=True
    )


def _all_words(term: Term) -> str:
    return "\n".join((term.code, *term.labels.values(), *term.aliases)).casefold()


def _slug(label: str) -> str:
    """Return the first part of a code, made from the Latin letters and digits of a label."""
    words = re.findall("[0-9a-z]+", label.casefold())
    return "_".join(words)[:40].strip("_") + "_" if words else "own_"
