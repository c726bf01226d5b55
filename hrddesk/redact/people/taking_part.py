"""The participants of a case or an event with their roles, which decide whether the record may appear."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.records.terms.roles import OWN, SUBJECT
from hrddesk.records.terms.vocabulary import FIELDS
from hrddesk.redact.facts import terms
from hrddesk.redact.people.standing import PartyStanding
from hrddesk.redact.profile.profiles import Profile

CONCERNED: Final = {Kind.CASE: frozenset({SUBJECT}), Kind.EVENT: OWN}
"""The roles of the people whom a case is about, and of those to whom an event belongs."""
WITNESS: Final = "witness"
"""A role that is never printed: a witness may be the source."""
PARTICIPANT: Final = "participant"
"""The word that is printed for a witness, and for people without a role."""


class TakingPart:
    """Reads the participants of cases and events under one profile."""

    def __init__(
        self, profile: Profile, words: terms.Terms, standing: Mapping[RecordId, PartyStanding]
    ) -> None:
        """Keep the rules; `standing` has the standing of every party of the vault."""
        self._profile, self._terms, self._standing = profile, words, standing

    def is_shown(self, party: object) -> bool:
        """Tell whether a party may appear."""
        return self._standing.get(RecordId(str(party)), PartyStanding.UNNAMED).shown

    def is_beside(self, party: object) -> bool:
        """Tell whether a party is left out only because of its role in the cases."""
        return self._standing.get(RecordId(str(party))) is PartyStanding.BESIDE

    def people_beside(self, record: Record) -> Iterator[RecordId]:
        """Yield the participants who are left out only because of their role, if it is known (`is_known`)."""
        told_parts = self._parts_told(record)
        parties = (item.get("party") for item in told_parts if self.is_known(item, record))
        yield from (RecordId(str(party)) for party in parties if self.is_beside(party))

    def role(self, element: Element, record: Record) -> str:
        """Return the code of a participant's role, or the typed words if no vocabulary knows the role."""
        role = str(element.get("role") or "")
        known_role = self._terms.find(_roles(record), role)
        return known_role[0] if known_role is not None else role

    def is_known(self, element: Element, record: Record) -> bool:
        """Tell whether a participant may be shown in a role: the role is empty, or a vocabulary knows it.

        A desk's own term counts as unknown if its words resemble those of a role that is never printed.
        """
        text, roles = str(element.get("role") or "").strip(), _roles(record)
        known_role = self._terms.find(roles, text)
        if known_role is None:
            return not text
        code, words = known_role
        if not self._terms.is_own(roles, text):
            return True
        wording = " ".join((code, text, *words.values()))
        kept_back = {*self._profile.withheld_roles, WITNESS}
        if not kept_back.isdisjoint(self._terms.meanings(roles, text)):
            return False
        return not any(self._terms.sounds_like("role", wording, withheld_role) for withheld_role in kept_back)

    def are_about_nobody_shown(self, case: Record) -> bool:
        """Tell whether none of the people whom a case is about may appear; then nobody else in it may appear
        either.
        """
        concerned = [item for item in self._parts_told(case) if self._may_be_concerned(item, case)]
        return bool(concerned) and not self._any_shown(concerned, case)

    def concern_somebody_shown(self, event: Record, *, hidden_case: bool) -> bool:
        """Tell whether an event may appear: somebody to whom it happened must be allowed to appear.

        An event without victims happened to the people of its case; if these are hidden (`hidden_case`), the
        event does not appear. If they are not hidden, one of the participants of the event must be allowed to
        appear; an event without participants may appear. Whether the profile publishes the list of
        participants makes no difference.
        """
        parts = self._parts_told(event)
        victims = [item for item in parts if self._may_be_concerned(item, event)]
        if hidden_case and not victims:
            return False
        concerned = victims or parts
        return not concerned or self._any_shown(concerned, event)

    def _parts_told(self, record: Record) -> list[Element]:
        """Return the participants of a record, except those in roles in which nobody is ever shown."""
        withheld = self._profile.withheld_roles
        return [item for item in record.values("parties") if self.role(item, record) not in withheld]

    def _any_shown(self, parts: Iterable[Element], record: Record) -> bool:
        return any(self.is_known(item, record) and self.is_shown(item.get("party")) for item in parts)

    def _may_be_concerned(self, element: Element, record: Record) -> bool:
        """Tell whether a case may be about a participant, or an event may have happened to the participant.

        For a party that must not appear, the answer is no only if the role is a shipped term with another
        meaning. A typed role, such as "detainee", may mean that the party is concerned, so the answer is yes.
        """
        text, role = str(element.get("role") or "").strip(), self.role(element, record)
        concerned_roles = CONCERNED[record.kind]
        if (
            role in concerned_roles
            or self.is_shown(element.get("party"))
            or self.is_beside(element.get("party"))
        ):
            return role in concerned_roles
        roles = _roles(record)
        says_it = self._terms.find(roles, text) is not None and role not in terms.ANSWERS
        return not says_it or self._terms.is_own(roles, text)


def _roles(record: Record) -> str:
    """Return the vocabulary of the roles in a case or an event."""
    return FIELDS[f"{record.kind.value}.parties.role"]
