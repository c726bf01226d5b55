"""The people with a label in a publication, and the reasons for their labels.

The questions on the texts of the publication depend on these people, since their names must not be printed.
"""

from dataclasses import dataclass

from hrddesk.actions.scope import publication_facts
from hrddesk.actions.scope.held_labels import Stands, stands
from hrddesk.actions.scope.profiles import profile_of
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.bundle.trust import own_identity
from hrddesk.errors import InvalidValue
from hrddesk.errors.translatable import Translatable
from hrddesk.records.model.record import RecordId
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.people.appearing import unverified
from hrddesk.redact.people.consenting import Consenting, consenting
from hrddesk.redact.people.people_in_print import PeopleInPrint
from hrddesk.redact.profile.coarser import coarsened
from hrddesk.redact.profile.profiles import Profile
from hrddesk.store.records.store import Store


@dataclass(frozen=True, slots=True)
class Labelled:
    """The people who get a label although the profile would name them."""

    people: frozenset[RecordId]
    consent: Consenting
    accused: frozenset[RecordId]
    """The people who are accused by too few sources."""


def labelled(facts: Facts, profile: Profile, request: PublishRequest, before: Stands) -> Labelled:
    """Return the people who get a label although the profile would name them.

    These are people whom the user chose, whose earlier label applies, who did not consent as the profile
    requires, or whom too few sources accuse. Raise InvalidValue if the request takes off a label that does
    not apply, or takes off a label without a reason.
    """
    consent = consenting(facts, own_identity.today())
    accused = unverified(facts) - request.decided
    ticked = (request.label | _held(facts, profile, before)) - _taken_off(request, before)
    return Labelled(ticked | accused | consent.labelled(profile), consent, accused)


def printed(facts: Facts, profile: Profile, request: PublishRequest, before: Stands) -> PeopleInPrint:
    """Return the people whom a publication is about, and those whom it does not name.

    It raises the errors of `labelled`.
    """
    label = labelled(facts, profile, request, before).people
    coarse = coarsened(profile, request.coarser)
    return PeopleInPrint.of(facts, coarse, label, request.decided, request.added)


def printed_in(store: Store, request: PublishRequest) -> PeopleInPrint:
    """Return the same as `printed` for a publication whose records are not read yet; raise ProfileNotFound,
    too.
    """
    profile, before = profile_of(store, request.profile), stands(store, request.since)
    read = publication_facts.of_request(store, request, profile, before, everybody=True)
    return printed(read.facts, profile, request, before)


def _held(facts: Facts, profile: Profile, before: Stands) -> frozenset[RecordId]:
    """Return the people whose earlier label applies and who may appear in the publication."""
    held_people = (party for key in before.held if (party := facts.party(key)) is not None)
    return frozenset(party.id for party in held_people if facts.may_appear(party, profile))


def _taken_off(request: PublishRequest, before: Stands) -> frozenset[RecordId]:
    """Return the people whose label is taken off; raise InvalidValue if that is not possible."""
    for party, off in request.labels_off.items():
        if party not in before.held:
            raise InvalidValue(
                field="labels_off", why=Translatable("no label of an earlier publication holds there")
            )
        last = before.held[party].publication
        if off.publication != last:
            raise InvalidValue(
                field="labels_off",
                why=Translatable(
                    "the label was last in publication {0}, not in publication {1}", last, off.publication
                ),
            )
        if not off.reason.strip():
            raise InvalidValue(field="labels_off", why=Translatable("say why the label is taken off"))
    return frozenset(request.labels_off)
