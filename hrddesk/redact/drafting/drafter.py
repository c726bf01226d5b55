"""The drafting of a case: the parts of its records that a profile allows, and counts of withheld parts."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from hrddesk.records.dates import amounts, dates
from hrddesk.records.language import captions, languages
from hrddesk.records.language.labels import Chain, Labels
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.terms.roles import OWN, SUBJECT
from hrddesk.redact.drafting.answers import AnswerDrafter
from hrddesk.redact.drafting.draft import DraftCase, DraftEvent, DraftPart, DraftPerson
from hrddesk.redact.drafting.leftout import Left, LeftOut
from hrddesk.redact.drafting.notes import Notes
from hrddesk.redact.drafting.picture_drafter import PictureDrafter
from hrddesk.redact.drafting.pictures import Retouched
from hrddesk.redact.drafting.text_drafter import TextDrafter
from hrddesk.redact.drafting.word_drafter import WordDrafter
from hrddesk.redact.facts import terms
from hrddesk.redact.facts.bands import band_said, replaces_sentences
from hrddesk.redact.facts.facts import Facts, TextKey
from hrddesk.redact.facts.places import Places
from hrddesk.redact.facts.turns import turn_said
from hrddesk.redact.passages.pieces import Phrase, is_whole, says_something
from hrddesk.redact.passages.wording import TextDecisions
from hrddesk.redact.people.appearing import is_accusing
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.people.taking_part import PARTICIPANT, WITNESS, TakingPart
from hrddesk.redact.profile.profiles import AgeDetail, PlaceDetail, Profile, UnknownWords
from hrddesk.redact.texts.censor import Censor

_FACTS: Final = (
    "kind", "size", "size_min", "size_max", "sex", "birth", "death", "age", "ethnicity", "disability",
)  # fmt: skip
_PARTY_TERMS: Final = ("occupation", "cause", "religion", "vulnerability")


class Drafter:
    """Drafts cases under one profile, and counts what is withheld."""

    def __init__(
        self,
        facts: Facts,
        profile: Profile,
        censor: Censor,
        reviews: Mapping[TextKey, str],
        wordings: Mapping[TextKey, TextDecisions],
        pictures: Mapping[RecordId, Retouched],
        languages: Chain,
        today: date,
    ) -> None:
        self._facts = facts
        self._profile = profile
        self._languages = languages
        self._standing = censor.standing
        self._censor = censor
        self._terms = terms.Terms(facts)
        self._places = Places(facts, self._terms)
        self._parts = TakingPart(profile, self._terms, self._standing)
        self._left = left_out = (
            Left()
        )  # nothing below refers to this drafter: a circle of references would keep all names
        self._leave, self.left_out, self.where = left_out.count, left_out.counted, left_out.where
        self._words = WordDrafter(profile, censor, self._terms, languages, left_out)
        self._texts = TextDrafter(
            facts, profile, censor, reviews, wordings, languages, left_out.count_decidable
        )
        self._pictures = PictureDrafter(facts, profile, censor, pictures, today, left_out.count_decidable)
        self.texts = self._texts.printed
        """The free texts that are printed."""
        self.unprinted = ChainMap(self._texts.unprinted, self._pictures.unprinted)
        """The free texts and the words of pictures that are withheld because of scripts without a font."""
        self.printed: dict[RecordId, RecordId] = {}
        """The records that are printed, each with its case."""
        reviewed = self._texts.reviewed
        self.notes = Notes(facts, profile, censor)
        self._answers = AnswerDrafter(facts, profile, languages, censor, reviewed, left_out.count)

    def draft(self, case: Record) -> DraftCase | None:
        """Return the publishable parts of a case, or None if it has none."""
        if not self._profile.admits(case):
            self.left_out[LeftOut.CASE] += 1
            return None
        events = []
        self._note_beside(case)
        hidden = self._parts.are_about_nobody_shown(case)
        people = self._people_of(case)
        others = self._in_other_roles(case)
        if hidden:
            people.clear()
        for record in self._facts.events_of(case.id):
            event = self._event(record, case, hidden_case=hidden)
            if event is None:
                continue
            events.append(event)
            self.printed[record.id] = case.id
            people |= {part.party: None for part in event.who if part.victim and part.party not in others}
        text = self._texts.of(case)
        answers = self._answers.of(case, self._words.answer)
        pictures = tuple(self._pictures.of(case))
        if not people and not events and not text and not pictures and not answers:
            return None
        self.printed |= dict.fromkeys((case.id, *people), case.id)
        persons = tuple(
            DraftPerson(
                party.id, tuple(self._facts_of(party.id)), self._answers.of(party, self._words.answer)
            )
            for party in map(self._facts.records.__getitem__, people)
        )
        visible_records = (case, *(self._facts.records[party] for party in people))
        return DraftCase(
            people=persons,
            events=tuple(events),
            text=text,
            pictures=pictures,
            answers=answers,
            sources=self.notes.of(visible_records, case),
        )

    def _people_of(self, case: Record) -> dict[RecordId, None]:
        people: dict[RecordId, None] = {}
        if self._profile.allows(case, "parties"):
            for element in case.values("parties"):
                party = RecordId(str(element.get("party")))
                may = self._may_tell_role(element, case) and self._counted(party)
                if may and self._parts.role(element, case) == SUBJECT:
                    people[party] = None
        return people

    def _in_other_roles(self, case: Record) -> set[RecordId]:
        """Return the parties that have a role in the case other than that of a subject."""
        party_roles = ((item.get("party"), self._parts.role(item, case)) for item in case.values("parties"))
        return {RecordId(str(party)) for party, role in party_roles if role not in ("", SUBJECT)}

    def _counted(self, party: object) -> bool:
        """Tell whether a party may appear; if not, count it as a withheld person.

        A party that is left out only because of its role is not counted.
        """
        if not self._parts.is_shown(party):
            self.left_out[LeftOut.PERSON] += not self._parts.is_beside(party)
            return False
        return True

    def _note_beside(self, case: Record) -> None:
        """Note the people of a case who are left out only because of their role: the user can add them."""
        visible_records = filter(self._profile.admits, (case, *self._facts.events_of(case.id)))
        people = dict.fromkeys(
            party for record in visible_records for party in self._parts.people_beside(record)
        )
        if people:
            noted = self.where.setdefault(LeftOut.BESIDE, {})
            noted |= people
            self.left_out[LeftOut.BESIDE] = len(noted)

    def _may_tell_role(self, element: Element, record: Record) -> bool:
        """Tell whether a person may be shown in a role.

        Nobody is shown in a role that the profile withholds, or whose words no vocabulary knows: such words
        may mean, in any language, that the person is a source. A desk's own term with the words of a withheld
        role counts as unknown. Unknown roles are noted, because an editor can choose a known term instead.
        """
        if self._parts.role(element, record) in self._profile.withheld_roles:
            return False
        if self._parts.is_known(element, record):
            return True
        self._left.count_decidable(LeftOut.ROLE, record)
        return False

    # --- people ------------------------------------------------------------------------------------------

    def _facts_of(self, party_id: RecordId) -> Iterator[tuple[str, Phrase]]:
        party, profile = self._facts.records[party_id], self._profile
        for field in _FACTS:
            if party.text(field) and profile.allows(party, field):
                phrase = self._fact(party_id, field, self._words.typed(party, field))
                if phrase is not None:
                    yield field, phrase
        for vocabulary in _PARTY_TERMS:
            for phrase in self._words.terms_about(party, vocabulary):
                yield vocabulary, phrase

    def _fact(self, party: RecordId, field: str, text: str) -> Phrase | None:
        named = self._standing[party] is PartyStanding.NAMED
        # Who bears a label is told by ten years only, whatever the profile lets out of those whom it names.
        ages = self._profile.ages if named or self._profile.ages is AgeDetail.NONE else AgeDetail.BAND
        if field in ("birth", "death"):
            published = terms.published_date(text, self._profile.life_dates) if named else ""
            return Phrase.of(dates.said_in(published, self._languages)) if published else None
        if field == "age" and text.strip().isdecimal():
            return _plain(terms.published_age(text, ages))
        if field == "age" and ages is not AgeDetail.EXACT:
            return None
        if field in ("size", "size_min", "size_max") and text.strip().isdecimal():
            return _plain(text.strip())
        if field == "disability":
            answer = languages.yes_or_no(text)
            if answer is not None:
                return self._words.phrase(captions.caption("term.yes")) if answer else None
        vocabulary = {"kind": "party_kind"}.get(field, field)
        term_match = self._terms.find(vocabulary, text)
        if field == "kind" and term_match is not None and term_match[0] == "person":
            return None
        return self._words.term_about(party, vocabulary, text)

    # --- events ------------------------------------------------------------------------------------------

    def _event(self, event: Record, case: Record, *, hidden_case: bool) -> DraftEvent | None:
        profile = self._profile
        concerns = self._parts.concern_somebody_shown(event, hidden_case=hidden_case)
        if not profile.allows(event, "type") or not concerns:
            self._leave(LeftOut.EVENT)
            return None
        if self._terms.is_refuted(event) and not profile.allows(event, "assertion"):
            self._leave(LeftOut.REFUTED)  # without that word a reader would take it for a fact
            return None
        type_text = self._words.typed(event, "type")
        if not self._terms.may_go_out(self._profile, "event_type", type_text):
            self._leave(LeftOut.SENSITIVE)
            return None
        date = self._date(event)
        term_match = self._terms.find("event_type", type_text)
        return DraftEvent(
            date=date,
            day=terms.first_day(date),
            rank=self._terms.rank("event_type", term_match[0] if term_match is not None else type_text),
            type=self._words.term("event_type", type_text, or_other=True) or self._words.other,
            measure=self._field(event, "measure", "measure"),
            facility=self._facility(event),
            place=self._place(event),
            who=tuple(dict.fromkeys(self._who(event))),
            charges=tuple(self._list(event, "charges", "charge")),
            penalties=tuple(self._penalties(event)),
            terms=tuple(self._list(event, "terms", "event_term")),
            assertion=self._field(event, "assertion", "assertion"),
            text=self._texts.of(event),
            band=band_said(event, self._terms) if profile.allows(event, "penalties") else None,
            replaces=replaces_sentences(event, self._terms),
            turn=turn_said(event, self._terms),
            answers=self._answers.of(event, self._words.answer),
            sources=self.notes.of((event,), case),
        )

    def _who(self, event: Record) -> Iterator[DraftPart]:
        if not self._profile.allows(event, "parties"):
            return
        parties_and_roles: list[tuple[RecordId, str]] = []
        for element in event.values("parties"):
            # One who may not appear leaves no trace: not even that somebody else took part.
            if self._may_tell_role(element, event) and self._counted(element.get("party")):
                parties_and_roles.append((RecordId(str(element["party"])), self._parts.role(element, event)))
        in_other_roles = {party for party, role in parties_and_roles if role != WITNESS}
        for party, role in parties_and_roles:
            if role == WITNESS and party in in_other_roles:
                continue
            printed_role = PARTICIPANT if role in ("", WITNESS) else role
            words = self._words.term("role", printed_role, or_other=True) or self._words.other
            is_named = self._standing[party] is PartyStanding.NAMED
            if is_accusing(self._terms, role) and not is_named:  # by office, not by a letter
                for office in self._words.terms_about(self._facts.records[party], "occupation"):
                    words = words.joined(office, self._languages)
            yield DraftPart(self._terms.rank("role", printed_role), words, party, role in OWN)

    def _date(self, event: Record) -> str:
        if not event.text("date") or not self._profile.allows(event, "date"):
            return ""
        date = terms.published_date(event.text("date"), self._profile.event_dates)
        if not date:
            self.left_out[LeftOut.DATE] += 1
        return date

    def _field(self, event: Record, field: str, vocabulary: str) -> Phrase | None:
        if not event.text(field) or not self._profile.allows(event, field):
            return None
        text = self._words.typed(event, field)
        if not self._words.may_tell(vocabulary, text):
            return None
        return self._words.term(vocabulary, text, or_other=True)

    def _facility(self, event: Record) -> Phrase | None:
        """Return the kind of facility: from the event's own field or, if this is empty, from its place."""
        kind = self._places.facility(event, self._profile)
        if kind and self._words.may_tell("place_kind", kind):
            return self._words.term("place_kind", kind, or_other=True)
        return self._field(event, "facility", "place_kind")

    def _place(self, event: Record) -> Phrase | None:
        """Return the printed place of an event: the name of its place record, or the typed words if it has no
        record.

        None means that nothing may be printed.
        """
        profile = self._profile
        if event.text("place"):
            place = self._places.told(event, profile)
            names = Labels() if place is None else self._places.names(place, profile)
            if not all(is_whole(self._censor.redact(name)) for name in names.values()):
                self._leave(LeftOut.WORDS)  # a label as a place would tell what its bearer is called
                return None
            return self._words.phrase(names) if names else None
        # Nobody can tell how precise typed words are.
        as_recorded = profile.places is PlaceDetail.AS_RECORDED
        if as_recorded and event.text("place_text") and profile.allows(event, "place_text"):
            words = self._words.typed(event, "place_text").strip()
            if not self._words.may_tell("place_kind", words):
                return None
            typed = self._censor.redact(words)
            if says_something(typed):
                return Phrase.same(typed)
            self.left_out[LeftOut.WORDS] += bool(words)
        return None

    def _list(self, event: Record, name: str, vocabulary: str) -> Iterator[Phrase]:
        if self._profile.allows(event, name):
            for element in event.values(name):
                if not self._words.may_tell(vocabulary, terms.words_of(element)):
                    continue
                phrase = self._words.term(vocabulary, terms.words_of(element), or_other=True)
                if phrase is not None:
                    yield phrase

    def _concerns_only_named(self, event: Record) -> bool:
        """Tell whether everybody in an event and in its case is named in the publication."""
        case = self._facts.records.get(RecordId(event.text("case")))
        parties = (*event.values("parties"), *(case.values("parties") if case is not None else ()))
        standing = (self._standing.get(RecordId(str(item.get("party")))) for item in parties)
        return all(party_standing in (PartyStanding.NAMED, None) for party_standing in standing)

    def _penalties(self, event: Record) -> Iterator[Phrase]:
        if not self._profile.allows(event, "penalties"):
            return
        banded = not self._concerns_only_named(event)
        for element in event.values("penalties"):
            kind = str(element.get("kind") or "")
            phrase = self._words.term("penalty", terms.words_of_penalty(element), or_other=True)
            if phrase is None:
                continue
            ends = terms.published_date(str(element.get("ends") or ""), self._profile.event_dates)
            months = element.get("months")
            if kind == "fixed" and isinstance(months, int) and months:
                phrase = Phrase.of(terms.years_in_prison(months, self._languages))
                element = {name: value for name, value in element.items() if name != "months"}
            details = terms.penalty_details(element, ends, self._languages, banded=banded) if kind else ()
            for detail in details:
                phrase = phrase.joined(Phrase.of(detail), self._languages)
            if kind and "quantity" in element and not amounts.is_unit(str(element.get("unit") or "")):
                unit = self._censor.redact(f"{element['quantity']} {element.get('unit', '')}".strip())
                if self._profile.unknown_words is UnknownWords.OTHER:
                    unit = (str(element["quantity"]),)
                phrase = phrase.joined(Phrase.same(unit), self._languages)
            yield phrase


def _plain(text: str) -> Phrase | None:
    return Phrase.plain(text) if text else None
