"""Profiles are made, kept, renamed, taken to other desks; none ever takes another one's place unseen."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hrddesk.actions.content_review import pictures, text_decisions, texts
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, events, history, parties, questions
from hrddesk.actions.records.questions import Definition
from hrddesk.actions.scope import profiles
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance, queue
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice
from hrddesk.bundle.trust import contacts, own_identity
from hrddesk.errors import FileUnreadable, InvalidValue, ProfileNotFound, TargetExists
from hrddesk.records.model import codec
from hrddesk.records.model.field_specs import FieldSpec, Visibility
from hrddesk.records.model.kinds import ASKS_PROFILE, SPECS, Kind, KindSpec
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.redact.profile import profiles as redact_profiles
from hrddesk.redact.profile.profiles import LABELS, NAMES, PUBLISHABLE, DateDetail, PlaceDetail
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import Desks, two_desks

DATA = Path(__file__).parents[3] / "data" / "profiles"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    made = two_desks(tmp_path)
    yield made
    made.documenter.close()
    made.coordinator.close()


def _names(session: Session) -> list[str]:
    return profiles.profile_names(session.store)[2:]


def test_a_profile_is_copied_changed_renamed_and_deleted(session: Session) -> None:
    profiles.copy(session, "labels", " Press ")
    assert profiles.profile_of(session.store, "press") == replace(LABELS, name="Press")
    profiles.change(session, "Press", lambda profile: replace(profile, event_dates=DateDetail.YEAR))
    assert profiles.profile_of(session.store, "Press").event_dates is DateDetail.YEAR
    profiles.rename(session, "Press", "Yearly")
    assert _names(session) == ["Yearly"]
    profiles.rename(session, "Yearly", "yearly")  # a name may change by its case alone, too
    profiles.copy(session, "yearly", "Another")
    assert _names(session) == ["Another", "yearly"]
    profiles.remove(session, "yearly")
    assert _names(session) == ["Another"]
    with pytest.raises(ProfileNotFound):
        profiles.remove(session, "yearly")


def test_a_name_is_given_once_and_is_one(session: Session) -> None:
    profiles.copy(session, "names", "Press")
    for name in ("press", "labels", "Labels", "", " ", "x" * 101, "a\nb"):
        with pytest.raises(InvalidValue):
            profiles.copy(session, "names", name)
        with pytest.raises((InvalidValue, ProfileNotFound)):
            profiles.rename(session, "Press", name).changes if name != "press" else profiles.copy(
                session, "Press", "press"
            ).changes
    wrong: tuple[Callable[[], object], ...] = (
        lambda: profiles.rename(session, "labels", "mine"),
        lambda: profiles.remove(session, "labels"),
        lambda: profiles.change(session, "labels", lambda profile: profile),
    )
    for refused in wrong:
        with pytest.raises(InvalidValue, match="shipped"):
            refused()
    assert _names(session) == ["Press"]


def test_acts_on_profiles_are_undone(session: Session) -> None:
    profiles.copy(session, "names", "Press")
    profiles.rename(session, "Press", "Weekly")
    history.undo(session)
    assert _names(session) == ["Press"]
    profiles.remove(session, "Press")
    history.undo(session)
    assert _names(session) == ["Press"]


def _case(session: Session) -> tuple[RecordId, RecordId]:
    case = cases.create(session, {"title": "The mill", "narrative": "It began in spring."}).result
    person = parties.create(
        session, {"kind": "person"}, {"names": [{"name": "Vero Lunt"}]}, case, "subject"
    ).result
    parts = {"parties": [{"party": person, "role": "victim"}]}
    events.add(session, case, {"type": "detained", "date": "2020-02-06"}, parts)
    return case, person


def test_what_was_reviewed_goes_along_with_a_new_name_and_not_with_a_copy(session: Session) -> None:
    case, _ = _case(session)
    profiles.copy(session, "labels", "Press")
    texts.review(session, case, "Press")
    profiles.rename(session, "Press", "Weekly")
    profiles.copy(session, "Weekly", "Other")
    (row,) = texts.list_texts(session.store, ["Weekly", "Other"])
    assert row.states == {"Weekly": texts.TextState.REVIEWED, "Other": texts.TextState.UNREVIEWED}
    assert publications.preview(session, PublishRequest(profile="Weekly")).model.cases[0].texts


def test_a_text_is_reviewed_for_a_profile_however_its_name_is_typed(session: Session) -> None:
    case, _ = _case(session)
    profiles.copy(session, "labels", "Press")
    place = Decision(0, 2, How.WORDS, "All")
    text_decisions.decide(session, case, " press", place)
    texts.review(session, case, "PRESS")
    (row,) = texts.list_texts(session.store, ["press"])
    assert row.states == {"Press": texts.TextState.REVIEWED}
    profiles.rename(session, "press", "Weekly")
    (row,) = texts.list_texts(session.store, ["weekly"])
    assert row.states == {"Weekly": texts.TextState.REVIEWED}
    text_decisions.take_over(session, case, "LABELS", "weekly")
    assert texts.occurrences(session, case, "labels").wording.decided == (place,)
    texts.unreview(session, case, "weekly")
    text_decisions.leave_to_profile(session, case, "weekly", place.span)
    seen = texts.occurrences(session, case, "Weekly")
    assert (seen.state, seen.wording.decided) == (texts.TextState.UNREVIEWED, ())
    with pytest.raises(ProfileNotFound):
        texts.unreview(session, case, "press")


@pytest.mark.parametrize("way", ["copy", "rename", "file"])
def test_what_was_reviewed_for_a_profile_that_is_gone_is_not_for_the_next_of_that_name(
    session: Session, tmp_path: Path, way: str
) -> None:
    """Somebody read a text as fit for labels; under a profile that names people it tells of them."""
    case, _ = _case(session)
    profiles.copy(session, "labels", "Press")
    for profile in ("Press", "labels"):
        text_decisions.decide(session, case, profile, Decision(0, 2, How.WORDS, "All"))
        texts.review(session, case, profile)
    with session.store.change("test") as change:
        change.put(record := Record(kind=Kind.EVIDENCE, id=new_id()))
    for profile in ("Press", "labels"):
        pictures.describe(session, record.id, profile, "A gate", "")
    profiles.remove(session, "Press")
    history.undo(session)  # nothing is lost by a slip
    assert texts.list_texts(session.store, ["Press"])[0].states == {"Press": texts.TextState.REVIEWED}
    profiles.remove(session, "Press")
    if way == "copy":
        profiles.copy(session, "names", "Press")
    else:
        profiles.copy(session, "names", "Other")
        if way == "rename":
            profiles.rename(session, "Other", "Press")
        else:
            profiles.export(session.store, tmp_path / "file", ["Other"])
            profiles.take_in(session, tmp_path / "file", "Press")
    (row,) = texts.list_texts(session.store, ["Press", "labels"])
    assert row.states == {"Press": texts.TextState.UNREVIEWED, "labels": texts.TextState.REVIEWED}
    assert texts.occurrences(session, case, "Press").wording.decided == ()
    assert len(texts.occurrences(session, case, "labels").wording.decided) == 1
    described = [pictures.look(session, record.id, profile).kept.alt for profile in ("Press", "labels")]
    assert described == ["", "A gate"]


def test_pictures_go_along_with_a_new_name_and_back(session: Session) -> None:
    record = Record(kind=Kind.EVIDENCE, id=new_id())
    profiles.copy(session, "labels", "Press")
    with session.store.change("test") as change:
        change.put(record)
    pictures.describe(session, record.id, "Press", "A gate", "")
    profiles.rename(session, "Press", "Weekly")
    assert pictures.look(session, record.id, "Weekly").kept.alt == "A gate"
    history.undo(session)
    assert pictures.look(session, record.id, "Press").kept.alt == "A gate"


def test_a_question_that_comes_later_is_in_no_profile(session: Session) -> None:
    _, person = _case(session)
    profiles.save_profile(session, replace(NAMES, name="All", fields=PUBLISHABLE, levels=LABELS.levels))
    before = publications.preview(session, PublishRequest(profile="All")).model
    question = questions.add(
        session, Definition(labels={"en": "Hiding place"}, owner="party", type="text"), "hiding"
    ).result
    parties.edit(session, person, {}, {"values": [{"field": "hiding", "answer": "Behind the loom"}]})
    after = publications.preview(session, PublishRequest(profile="All")).model
    assert after == before
    assert "loom" not in after.canonical().decode()
    assert question


def test_a_field_that_comes_later_is_in_no_profile(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    profiles.copy(session, "names", "Press")
    kept = profiles.profile_of(session.store, "Press")
    grown = SPECS[Kind.PARTY]
    more = KindSpec(grown.kind, (*grown.fields, FieldSpec("nickname")), grown.lists)
    monkeypatch.setattr(redact_profiles, "SPECS", {**SPECS, Kind.PARTY: more})
    again = profiles.profile_of(session.store, "Press")
    assert again == kept
    person = (
        Record(kind=Kind.PARTY, id=new_id()).with_fields(nickname="Heron").with_visibility(Visibility.PUBLIC)
    )
    assert not again.allows(person, "nickname")
    asked = replace(again, fields=again.fields | {"party.nickname"})  # somebody puts it there
    assert "party.nickname" in asked.fields


# --- files ---


def test_profiles_go_to_a_file_and_come_back_on_another_desk(desks: Desks, tmp_path: Path) -> None:
    here, there, path = desks.documenter, desks.coordinator, tmp_path / "profiles.json"
    with pytest.raises(InvalidValue, match="no profile"):
        profiles.export(here.store, path)
    profiles.copy(here, "labels", "Press")
    profiles.change(here, "Press", lambda profile: replace(profile, places=PlaceDetail.PROVINCE))
    assert profiles.export(here.store, path) == ["Press"]
    with pytest.raises(TargetExists):
        profiles.export(here.store, path)
    names = profiles.take_in(there, path).result
    assert names == ["Press"]
    assert profiles.profile_of(there.store, "Press") == profiles.profile_of(here.store, "Press")
    with pytest.raises(InvalidValue, match="another profile"):
        profiles.take_in(there, path)
    assert profiles.take_in(there, path, "Theirs").result == ["Theirs"]
    profiles.export(here.store, tmp_path / "shipped.json", ["names"])
    with pytest.raises(InvalidValue, match="another profile"):
        profiles.take_in(there, tmp_path / "shipped.json")


def test_of_a_file_all_or_none_is_kept(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    twice = [codec.write(replace(NAMES, name=name)) for name in ("One", "one")]
    path.write_text(json.dumps({"format": "hrddesk-profiles", "v": 1, "profiles": twice}), "utf-8")
    with pytest.raises(InvalidValue, match="another profile"):
        profiles.take_in(session, path)
    assert _names(session) == []


def _file(**change: object) -> str:
    """Return a file of one profile that was changed."""
    return json.dumps({"format": "hrddesk-profiles", "v": 1, "profiles": [codec.write(NAMES) | change]})


def test_the_kept_file_of_version_1_is_read() -> None:
    (found,) = profiles.read_file(DATA / "version-1.json")
    assert (found.name, found.event_dates, found.places) == ("Yearly", DateDetail.YEAR, PlaceDetail.PROVINCE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no file of profiles"),
        ("[]", "no file of profiles"),
        ("{}", "no file of profiles"),
        ("[" * 100_000, "no file of profiles"),
        ('{"format": "hrddesk-profiles", "v": 2, "profiles": []}', "at file.v: not one that is known"),
        ('{"format": "hrddesk-profiles", "v": 1, "profiles": []}', "at file.profiles: empty"),
        ('{"format": "hrddesk-profiles", "v": 1, "profiles": 3}', "at file.profiles: not a list"),
        (_file(name="x", levels=["everybody"]), r"at file\.profiles\[0\]\.levels\[0\]: not one of"),
        (_file(fields=["party.shoe_size"]), r"at file\.profiles\[0\]\.fields: a field that does not exist"),
        (" " * (1 << 20) + "{}", "no file of profiles"),
    ],
)
def test_what_is_no_file_of_profiles_is_refused(
    session: Session, tmp_path: Path, text: str, why: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidValue, match=why):
        profiles.take_in(session, path)
    with pytest.raises(FileUnreadable):
        profiles.take_in(session, tmp_path / "none.json")
    assert _names(session) == []


def test_a_profile_that_a_newer_program_made_is_listed_and_not_used(session: Session) -> None:
    for body in ("{", json.dumps({**codec.write(NAMES), "sounds": True})):
        record = Record(kind=Kind.QUERY, id=new_id()).with_fields(name="Later", asks=ASKS_PROFILE, query=body)
        with session.store.change("test") as change:
            change.put(record)
        assert [(row.name, row.profile) for row in profiles.listed(session.store)][2:] == [("Later", None)]
        assert _names(session) == []
        with pytest.raises(InvalidValue, match="newer"):
            profiles.profile_of(session.store, "Later")
        profiles.remove(session, "Later")


# --- bundles ---


def _send(desks: Desks, tmp_path: Path, names: list[str], case: RecordId) -> int:
    """Send a case and some profiles from the documenter to the coordinator; return the review."""
    store = desks.documenter.store
    to = contacts.known(store, _fingerprint(desks.coordinator))
    assert to is not None
    packed = packing.pack(store, [to], [case], Choice(profiles=profiles.ids(store, names)))
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.hrdb"
    write.write(desks.documenter, path, [to], packed.parcel, Job())
    return read.read(desks.coordinator, path, Job()).review


def _fingerprint(session: Session) -> bytes:
    owner = own_identity.known_identity(session.store)
    assert owner is not None
    return owner.fingerprint


def test_a_profile_goes_along_only_when_it_was_chosen(desks: Desks, tmp_path: Path) -> None:
    here = desks.documenter
    case, _ = _case(here)
    profiles.copy(here, "labels", "Press")
    profiles.copy(here, "labels", "Secret plans")
    acceptance.accept(desks.coordinator, _send(desks, tmp_path, [], case), None, Job())
    assert _names(desks.coordinator) == []
    number = _send(desks, tmp_path, ["Press"], case)
    assert _names(desks.coordinator) == [], "nothing is here before a person accepts it"
    queue.accept_plain(desks.coordinator, None, Job())
    assert _names(desks.coordinator) == [], "a profile decides what leaves: it is never taken over unseen"
    acceptance.accept(desks.coordinator, number, None, Job())
    assert _names(desks.coordinator) == ["Press"]
    with pytest.raises(ProfileNotFound):
        profiles.ids(here.store, ["nobody"])
    assert len(profiles.ids(here.store)) == 2


def test_a_profile_of_the_same_name_takes_no_place(desks: Desks, tmp_path: Path) -> None:
    case, _ = _case(desks.documenter)
    profiles.save_profile(desks.documenter, replace(NAMES, name="Press"))
    profiles.save_profile(desks.coordinator, replace(LABELS, name="Press"))
    (ours,) = profiles.ids(desks.coordinator.store)
    (theirs,) = profiles.ids(desks.documenter.store)
    acceptance.accept(desks.coordinator, _send(desks, tmp_path, ["Press"], case), None, Job())
    store = desks.coordinator.store
    assert set(_names(desks.coordinator)) == {f"Press ({ours[:8]})", f"Press ({theirs[:8]})"}
    with pytest.raises(ProfileNotFound):  # nobody publishes by the wrong one
        profiles.profile_of(store, "Press")
    assert profiles.profile_of(store, f"Press ({ours[:8]})").name_rules == LABELS.name_rules
    profiles.rename(desks.coordinator, f"Press ({theirs[:8]})", "Theirs")
    assert _names(desks.coordinator) == ["Press", "Theirs"]
    assert profiles.profile_of(store, "Press").name_rules == LABELS.name_rules


@pytest.mark.parametrize("way", ["remove", "rename", "gone"])
def test_a_profile_that_comes_in_a_bundle_takes_over_no_review_of_ours(
    desks: Desks, tmp_path: Path, way: str
) -> None:
    """Theirs may name people where ours gave labels."""
    here, case = desks.coordinator, _case(desks.documenter)[0]
    acceptance.accept(here, _send(desks, tmp_path, [], case), None, Job())
    profiles.save_profile(desks.documenter, replace(NAMES, name="Press"))
    profiles.save_profile(here, replace(LABELS, name="Press"))
    texts.review(here, case, "Press")
    (ours,) = profiles.ids(here.store)
    if way == "gone":
        profiles.remove(here, "Press")
    acceptance.accept(here, _send(desks, tmp_path, ["Press"], case), None, Job())
    if way == "remove":
        profiles.remove(here, f"Press ({ours[:8]})")
    elif way == "rename":
        profiles.rename(here, f"Press ({ours[:8]})", "Ours")
    assert profiles.profile_of(here.store, "Press").name_rules == NAMES.name_rules
    (row,) = texts.list_texts(here.store, ["Press"])
    assert row.states == {"Press": texts.TextState.UNREVIEWED}


def test_a_profile_that_is_called_like_a_shipped_one_does_not_stand_for_it(session: Session) -> None:
    loose = Record(kind=Kind.QUERY, id=new_id()).with_fields(
        name="labels", asks=ASKS_PROFILE, query=json.dumps(codec.write(replace(NAMES, name="labels")))
    )
    with session.store.change("test") as change:
        change.put(loose)
    assert profiles.profile_of(session.store, "labels") == LABELS
    assert _names(session) == [f"labels ({loose.id[:8]})"]


@pytest.mark.parametrize("called", ["labels\u200b", "lаbels", "LABELS ", "ｌａｂｅｌｓ", "la\u00adbels"])
def test_a_name_that_looks_like_a_shipped_one_is_told_apart(
    session: Session, called: str, tmp_path: Path
) -> None:
    hostile = replace(NAMES, name=called)
    with session.store.change("bundle.accept") as change:
        record = Record(kind=Kind.QUERY, id=new_id()).with_fields(name=called, asks=ASKS_PROFILE)
        change.put(record.with_fields(query=json.dumps(codec.write(hostile))))
    assert [row.name for row in profiles.listed(session.store)][2:] == [f"{called} ({record.id[:8]})"]
    assert profiles.profile_of(session.store, "labels") == LABELS
    path = tmp_path / "profiles.json"
    made = {"format": "hrddesk-profiles", "v": 1, "profiles": [codec.write(hostile)]}
    path.write_text(json.dumps(made), encoding="utf-8")
    with pytest.raises(InvalidValue):
        profiles.take_in(session, path)
    with pytest.raises(InvalidValue):
        profiles.copy(session, "names", called)


def test_a_change_that_comes_is_taken_by_a_person_alone(desks: Desks, tmp_path: Path) -> None:
    case, _ = _case(desks.documenter)
    profiles.copy(desks.documenter, "labels", "Press")
    acceptance.accept(desks.coordinator, _send(desks, tmp_path, ["Press"], case), None, Job())
    profiles.change(desks.documenter, "Press", lambda profile: replace(profile, name_rules=NAMES.name_rules))
    number = _send(desks, tmp_path, ["Press"], case)
    queue.accept_plain(desks.coordinator, None, Job())
    store = desks.coordinator.store
    assert profiles.profile_of(store, "Press").name_rules == LABELS.name_rules
    acceptance.accept(desks.coordinator, number, None, Job())
    assert profiles.profile_of(store, "Press").name_rules == NAMES.name_rules
