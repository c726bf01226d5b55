"""A publication of some cases reads what hangs on them, and says the same as if it read all there is."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.actions.scope import labelled_people, publication_facts
from hrddesk.actions.scope.held_labels import stands
from hrddesk.actions.scope.profiles import profile_of
from hrddesk.actions.scope.publication_facts import PublicationFacts
from hrddesk.actions.scope.publication_request import PublishRequest
from hrddesk.errors import NothingToPublish
from hrddesk.records.model.kinds import CONSENTS, TRAVELLING, Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.redact.facts.facts import Facts
from hrddesk.redact.facts.on_record import sexless
from hrddesk.redact.figures.admitted import Admitted
from hrddesk.redact.people.vault_names import known_names
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.publication.redaction import Redaction, Request, draft, redact
from hrddesk.redact.risks.secrets import secret_strings
from hrddesk.store.records.former_names import former_names
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from tests.campaigns import tried
from tests.unit.actions.desk import SECRET, new_vault
from tests.unit.redact import twins
from tests.unit.redact.invented import PUBLIC, name
from tests.unit.redact.twin_worlds import World, worlds
from tests.unit.redact.twins import PROFILES, Twin


@settings(max_examples=tried(200, 12), deadline=None)
@given(worlds(), st.sampled_from(PROFILES), st.integers(0, 2**32))
def test_a_publication_of_some_cases_is_the_same_as_from_all_records(
    world: World, profile: Profile, seed: int
) -> None:
    chance = random.Random(seed)

    def compared(facts: Facts, request: Request) -> Redaction:
        if not facts.chosen:  # an issue before its first case
            return redact(facts, request)
        with (
            TemporaryDirectory() as folder,
            Session.open(new_vault(Path(folder) / "desk.hrdv", "empty"), SECRET) as session,
        ):
            _fill(session.store, list(facts.records.values()), chance)
            _compare(session.store, request, chance)
        return redact(facts, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(twins, "redact", compared)
        Twin(world, profile, seed).redact()


def _fill(store: Store, records: list[Record], chance: random.Random) -> None:
    """Store records, some people under another name first, and more that tie cases together."""
    people = [record for record in records if record.kind is Kind.PARTY]
    with store.change("before") as change:
        for party in chance.sample(people, len(people) // 2):
            change.put(party.with_elements("names", [name(f"Mirko Vandel {chance.randrange(3)}")]))
    with store.change("now") as change:
        for record in (*records, *_more(records, people, chance)):
            change.put(record)


def _more(records: list[Record], people: list[Record], chance: random.Random) -> Iterator[Record]:
    cases = [record for record in records if record.kind is Kind.CASE]
    sources = [record for record in records if record.kind is Kind.SOURCE]
    sides = [record.id for record in records if record.kind in (Kind.CASE, Kind.EVENT, Kind.PARTY)]
    for _ in range(chance.randrange(6)):
        yield Record(kind=Kind.RELATION, id=new_id()).with_fields(
            subject=chance.choice(sides), object=chance.choice(sides)
        )
    for record in records:
        if record.kind is Kind.EVIDENCE and chance.random() < 0.5:
            seen = [{"record": chance.choice(people).id, "how": "depicts"}]
            also = record.with_cases([*record.cases, chance.choice(cases).id]).with_elements("about", seen)
            yield also.with_fields(note=f"It lay under plank {chance.randrange(100)} of the mill.")
    called = [person.elements("names") for person in people]
    for kind in ("person", "group", "organisation", "authority"):
        other = Record(kind=Kind.PARTY, id=new_id()).with_fields(
            kind=kind, sex=chance.choice(["female", None])
        )
        other = replace(other, lists={"names": dict(chance.choice(called))}).with_visibility(PUBLIC)
        answer = {"consent": chance.choice(["refused", "not_asked"]), "date": "2020-02-06"}
        yield other.with_elements(CONSENTS, [answer])
    giver = Record(kind=Kind.EVIDENCE, id=new_id())
    yield giver.with_fields(from_whom="Odalba Brisken").with_cases([chance.choice(cases).id])
    figure = Record(kind=Kind.FIGURE, id=new_id()).with_fields(name="Held in the mill", value="at least 73")
    yield figure.with_visibility(PUBLIC)
    for source in sources:
        cited = figure if chance.random() < 0.5 else chance.choice(cases)
        yield Record(kind=Kind.CITATION, id=new_id()).with_fields(record=cited.id, source=source.id)


def _compare(store: Store, request: Request, chance: random.Random) -> None:
    cases = store.ids(Kind.CASE)
    chosen = chance.sample(cases, chance.randint(1, len(cases)))
    every = [record for kind in TRAVELLING for record in store.all(kind)]
    all_facts = Facts.of(every, chosen, former_names(store.db))
    labelled = {one.party for wording in request.wordings.values() for one in wording.decided if one.party}
    people = frozenset((*request.label, *request.decided, *request.added, *labelled))
    asked = replace(request, published=tuple(store.all(Kind.FIGURE)))
    whole = _redacted(all_facts, asked)
    read = PublicationFacts(store, chosen, people)
    asked = replace(asked, population=publication_facts.population(store, read.facts, silent()))
    while read.look_through(draft(read.facts, asked).censor.looked_at):
        assert len(read.facts.all(Kind.PARTY)) <= len(all_facts.all(Kind.PARTY))
    facts, made = read.facts, _redacted(read.facts, asked)
    assert made == whole
    if made is not None:
        assert set(secret_strings(all_facts, made.model)) <= set(secret_strings(facts, made.model))
    known = facts.records.keys()
    assert facts.withheld == all_facts.withheld & known
    assert sexless(facts, asked.profile) == sexless(all_facts, asked.profile) & known
    called = {name for name in known_names(all_facts, asked.profile) if name.owner in known}
    assert set(known_names(facts, asked.profile)) == called
    about = PublishRequest(
        profile=asked.profile.name,
        target=None,
        cases=tuple(chosen),
        label=asked.label,
        decided=asked.decided,
        added=asked.added,
    )
    profile = profile_of(store, about.profile)
    of_all = labelled_people.printed(all_facts, profile, about, stands(store))
    assert labelled_people.printed_in(store, about) == of_all
    counting = PublicationFacts(store, chosen, people, everybody=True).facts
    admits, counted = Admitted(all_facts, asked.profile), Admitted(counting, asked.profile)
    assert list(map(counted, every)) == list(map(admits, every))


def _redacted(facts: Facts, request: Request) -> Redaction | None:
    try:
        return redact(facts, request)
    except NothingToPublish:
        return None
