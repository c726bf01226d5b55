"""Profiles are allow-lists: strict about their own form, and silent about what they do not name."""

from dataclasses import replace
from typing import Any

import pytest

from hrddesk.errors import InvalidValue, ProfileNotFound
from hrddesk.records.model import codec
from hrddesk.records.model.codec import ShapeError
from hrddesk.records.model.field_specs import FieldType, Visibility
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.records.rules.sources import NOTED
from hrddesk.redact.profile.profile_settings import languages_of
from hrddesk.redact.profile.profiles import LABELS, NAMES, SHIPPED, NameRule, Profile, shipped


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=lambda profile: profile.name)
def test_a_profile_comes_back_from_json(profile: Profile) -> None:
    assert codec.load(Profile, codec.canonical(profile)) == profile


@pytest.mark.parametrize("profile", SHIPPED.values(), ids=lambda profile: profile.name)
def test_neither_shipped_profile_takes_evidence_references_or_free_text(profile: Profile) -> None:
    notes = {"citation.source", "figure.value", *(f"source.{name}" for name in NOTED)}
    kinds = {field.split(".")[0] for field in profile.fields - notes}
    assert kinds == {"case", "party", "event", "place"}
    for kind, spec in SPECS.items():
        for field in spec.fields:
            if field.visibility is Visibility.SECRET or field.type is FieldType.LONG:
                assert f"{kind.value}.{field.name}" not in profile.fields - notes
    assert not {"case.ref", "party.ref", "case.keys", "event.note"} & profile.fields
    assert profile.texts == {"case.narrative", "event.summary"}
    assert Visibility.SECRET not in profile.levels


def test_shipped_profiles_are_found_by_name() -> None:
    assert shipped("names") is NAMES
    with pytest.raises(ProfileNotFound):
        shipped("everything")


@pytest.mark.parametrize(
    "change",
    [
        {"fields": ["party.shoe_size"]},
        {"texts": ["case.diary"]},
        {"levels": ["everybody"]},
        {"fields": 3},
        {"name_rules": {"person": "as is"}},
        {"name_rules": []},
        {"ages": "roughly"},
        {"sensitive": ["weather"]},
        {"more": 1},
    ],
)
def test_what_is_no_profile_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ShapeError) as caught:
        codec.read(Profile, {**codec.write(NAMES), **change})
    assert caught.value.path.startswith("" if "more" in change else next(iter(change)))
    with pytest.raises(ShapeError):
        codec.read(Profile, [])


def test_record_and_field_must_both_be_visible() -> None:
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(date="2020")
    assert not NAMES.allows(event, "date")
    assert LABELS.allows(event, "date")
    public = event.with_visibility(Visibility.PUBLIC)
    assert NAMES.allows(public, "date")
    assert not NAMES.allows(public.with_visibility(Visibility.RESTRICTED, "date"), "date")
    assert not NAMES.allows(event.with_visibility(Visibility.PUBLIC, "date"), "date")
    assert not LABELS.allows(event.with_visibility(Visibility.SECRET), "date")
    assert not NAMES.allows(public, "note"), "a field that the profile does not name"


def test_a_party_of_unknown_kind_is_a_person() -> None:
    party = Record(kind=Kind.PARTY, id=new_id())
    assert LABELS.rule_for(party) is NameRule.LABEL
    assert LABELS.rule_for(party.with_fields(kind="authority")) is NameRule.AS_IS
    assert LABELS.rule_for(party.with_fields(kind="dragon")) is NameRule.LABEL


def test_a_misspelt_field_is_refused_when_a_profile_is_made() -> None:
    with pytest.raises(ValueError, match="does not exist"):
        replace(NAMES, fields=NAMES.fields | {"party.sexx"})
    with pytest.raises(ValueError, match="topic that does not exist"):
        replace(NAMES, sensitive=frozenset({"weather"}))


def test_languages_of_a_publication_are_named() -> None:
    assert languages_of("zh-Hant, en") == ("zh-Hant", "en")
    with pytest.raises(InvalidValue, match="give one language"):
        languages_of(" , ")
