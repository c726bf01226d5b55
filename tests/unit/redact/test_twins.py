"""Two vaults that differ only in their secrets give the same publication, byte for byte (`twins`).

Threat T9.
"""

import hypothesis
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hrddesk.interop.formats.workbook_writing import write
from hrddesk.publish.exports.commitment import CommitmentSecrets
from hrddesk.publish.exports.figure_cards import FigureCard
from hrddesk.publish.exports.other_forms import monthly, tables
from hrddesk.publish.process.layout import lay_out
from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId
from hrddesk.redact.detection.matcher import KnownName, NameIndex
from hrddesk.redact.detection.patterns import find_patterns
from hrddesk.redact.model.issue import Turn
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.profile.profiles import Profile
from hrddesk.redact.publication.redaction import Redaction
from tests import campaigns
from tests.campaigns import tried
from tests.unit.redact.twin_worlds import NUMBERS as KINDS_OF_NUMBERS
from tests.unit.redact.twin_worlds import PICTURES, TEMPLATES, World, worlds
from tests.unit.redact.twins import NUMBERS, PROFILES, PUBLIC_NAMES, SECRET_NAMES, Twin, shot


def test_every_kind_of_number_can_be_drawn() -> None:
    assert len(NUMBERS) == KINDS_OF_NUMBERS


def test_no_two_of_the_invented_names_can_be_taken_for_each_other() -> None:
    every = (*SECRET_NAMES, *PUBLIC_NAMES)
    index = NameIndex(KnownName(RecordId(text), text) for text in every)
    for text in every:
        assert [item.owners for item in index.find(text)] == [(text,)]
    assert all(index.find(text.format("", "", "", number="", secret="")) == [] for text in TEMPLATES)


@pytest.mark.parametrize("kind", range(len(NUMBERS)))
@pytest.mark.parametrize("text", [text for text in TEMPLATES if "{number}" in text])
def test_invented_numbers_are_found_whole_and_as_one_kind(kind: int, text: str) -> None:
    kinds = set()
    for seed in range(tried(200, 50)):
        number = NUMBERS[kind](campaigns.chance(f"numbers {kind} {seed}"))
        made = text.format("Ansel", "Ansel", "Ansel", number=number)
        (found,) = find_patterns(made)
        assert number in made[found.start : found.end]
        kinds.add(found.kind)
    assert len(kinds) == 1


@pytest.mark.parametrize("picture", range(PICTURES))
def test_what_lies_below_a_box_and_beside_the_pixels_changes_no_byte(picture: int) -> None:
    """Demand 8 with demand 9: two photographs that differ in nothing that may be seen."""
    files, _, images = zip(*(shot(picture, seed) for seed in range(3)), strict=True)
    assert len(set(files)) == 3
    assert len({image.jpeg for image in images}) == 1


def _compare(world: World, profile: Profile, seed: int, *, pages: bool) -> None:
    twins = Twin(world, profile, seed), Twin(world, profile, seed + 1)
    first, second = (twin.redact() for twin in twins)
    assert (first is None) == (second is None)
    assume(first is not None)
    assert first is not None
    assert second is not None
    assert second.model.canonical() == first.model.canonical()
    assert twins[1].earlier == twins[0].earlier
    for twin, made in zip(twins, (first, second), strict=True):
        _tells_no_change_of_labelled_people(twin, made)
    text = first.model.canonical().decode("utf-8")
    assert not [called for twin in twins for called in twin.hidden if called in text]
    assert "secret" not in text
    if pages:
        assert lay_out(second.model) == lay_out(first.model)
        assert _other_forms(second.model) == _other_forms(first.model)
        assert _cards(twins[1], second) == _cards(twins[0], first)


def _other_forms(model: RedactedModel) -> list[object]:
    """Return a publication as spreadsheets and as a list by months."""
    return [list(tables(model)), write(list(tables(model))), monthly(model), monthly(model, "2020-02")]


def _cards(twin: Twin, redaction: Redaction) -> list[object]:
    """Return the cards of all figures and their openings without what is drawn anew for each, by salts."""
    made: list[object] = []
    for at, counted in enumerate(twin.counted(redaction.hidden)):
        # As for what is published: of a count that is hidden there is no commitment.
        opening = None if counted is None else CommitmentSecrets.draw(counted).opening()
        card = codec.write(FigureCard.of(redaction.model, "ab" * 32, at, opening))
        if opening is None:
            assert "commitment" not in card
        else:
            assert card["commitment"].pop("sha256") == opening.commitment
            made.append(sorted(opening.entries.values()))
        assert not [party for party in twin.ids if party in str((card, opening))]
        made.append(card)
    return made


def _tells_no_change_of_labelled_people(twin: Twin, made: Redaction) -> None:
    """Nobody who bears a label, or bore one before, stands under what has changed; a letter stays."""
    for party, label in twin.labels_earlier.items():
        assert made.labels.get(party, label) == label
    new = [label for party, label in made.labels.items() if party not in twin.labels_earlier]
    assert not set(new).intersection(twin.labels_earlier.values())
    issue = made.model.issue
    if issue is None:
        return
    stand = [(change.turn, made.model.cases[change.case].people[change.person]) for change in issue.changes]
    assert not any(person.labelled for _, person in stand)
    before = [
        name
        for party, names in zip(twin.ids, twin.names, strict=True)
        if party in twin.labelled_earlier
        for name in names
    ]
    assert not {name.text for _, person in stand for name in person.name}.intersection(before)
    if issue.corrects:
        assert Turn.NEW not in [turn for turn, _ in stand]


SEEDS = st.integers(0, 2**32)


@settings(max_examples=tried(60, 25), deadline=None)
@given(worlds(), st.sampled_from(PROFILES), SEEDS)
def test_twins_give_the_same_model(world: World, profile: Profile, seed: int) -> None:
    _compare(world, profile, seed, pages=False)


@hypothesis.seed(campaigns.chance("demand 9").getrandbits(64))
@settings(max_examples=tried(12, 8), deadline=None, database=None)
@given(worlds(), st.sampled_from(PROFILES), SEEDS)
def test_demand_9_a_seeded_sample_of_twins_gives_the_same_pages(
    world: World, profile: Profile, seed: int
) -> None:
    _compare(world, profile, seed, pages=True)


@pytest.mark.full
@pytest.mark.timeout(3 * 3600)
@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(worlds(), st.sampled_from(PROFILES), SEEDS)
def test_demand_9_six_hundred_pairs_of_twins_give_the_same_pages(
    world: World, profile: Profile, seed: int
) -> None:
    _compare(world, profile, seed, pages=True)
