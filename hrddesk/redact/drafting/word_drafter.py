"""Drafts of single words under one profile: vocabulary terms, and words that were typed instead of a term."""

from collections.abc import Iterator

from hrddesk.records.language import captions
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.drafting.leftout import Left, LeftOut
from hrddesk.redact.facts import terms
from hrddesk.redact.passages.pieces import Phrase, says_something
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.profile.profiles import Profile, UnknownWords
from hrddesk.redact.texts.censor import Censor


class WordDrafter:
    """Drafts terms and typed words under one profile, and counts what is withheld."""

    def __init__(
        self, profile: Profile, censor: Censor, vocabularies: terms.Terms, languages: Chain, left_out: Left
    ) -> None:
        self._profile, self._censor, self._languages = profile, censor, languages
        self._terms, self._left = vocabularies, left_out

    def typed(self, record: Record, field: str) -> str:
        """Return the text of a one-line field, or "" if the text has a passage that another desk protected.

        A text with such a passage is counted as withheld. No reviewer reads one-line fields, so nobody can
        decide to print it.
        """
        text = record.text(field)
        if not self._censor.protected.places(record.id, field, text):
            return text
        self._left.count(LeftOut.WORDS)
        return ""

    def may_tell(self, vocabulary: str, text: str) -> bool:
        """Tell whether a term may be printed; if not, count it as withheld."""
        tells = self._terms.may_go_out(self._profile, vocabulary, text)
        if not tells:
            self._left.count(LeftOut.SENSITIVE)
        return tells

    def terms_about(self, party: Record, vocabulary: str) -> Iterator[Phrase]:
        """Yield the words of all terms from one vocabulary that describe a party."""
        if not self._profile.allows(party, "terms", f"terms.{vocabulary}"):
            return
        for element in party.values("terms"):
            words = terms.words_of(element)
            if element.get("vocabulary") == vocabulary and self.may_tell(vocabulary, words):
                phrase = self.term_about(party.id, vocabulary, words)
                if phrase is not None:
                    yield phrase

    def term_about(self, party: RecordId, vocabulary: str, text: str) -> Phrase | None:
        """Return the words of a term about a party, or None if nothing may be printed.

        For a party with a label, only terms that a vocabulary knows are printed: typed words may describe
        only one person, as in "blind since the beating in the mill".
        """
        named = self._censor.standing[party] is PartyStanding.NAMED
        if named or not text.strip() or self._terms.find(vocabulary, text) is not None:
            return self.term(vocabulary, text, or_other=False)
        self._left.count(LeftOut.WORDS)
        return None

    def answer(self, record: Record, vocabulary: str, text: str) -> Phrase | None:
        """Return the words of a term that answers a question about a record, or None if they are withheld."""
        if record.kind is Kind.PARTY:
            return self.term_about(record.id, vocabulary, text)
        return self.term(vocabulary, text, or_other=False)

    @property
    def other(self) -> Phrase:
        """The phrase that is printed in place of withheld words."""
        return self.phrase(captions.caption("term.other"))

    def phrase(self, words: Labels) -> Phrase:
        """Return words as a phrase in the languages of the publication."""
        return Phrase.of(words.only(self._languages))

    def term(self, vocabulary: str, text: str, *, or_other: bool) -> Phrase | None:
        """Return the words of a term; None if it means that nothing is known, or if it is withheld.

        Words that no vocabulary knows may contain anything. They are redacted or withheld; with `or_other`,
        the word for "other" replaces withheld words.
        """
        text = text.strip()
        known_term = self._terms.find(vocabulary, text)
        if known_term is not None:
            code, words = known_term
            if code in terms.ANSWERS:
                return None
            if not self._terms.is_own(vocabulary, text):
                return self.phrase(words)
            # A desk's own term may name somebody.
            own = self._censor.redact_words(words.only(self._languages))
            if own is not None:
                return own
        elif not text:
            return None
        matched = known_term is None and self._profile.unknown_words is UnknownWords.MATCHED
        if matched and not self._terms.is_kept_back(vocabulary, text):
            typed = self._censor.redact(text)
            if says_something(typed):
                return Phrase.same(typed)
        self._left.count(LeftOut.WORDS)
        return self.other if or_other else None
