"""The publication profiles of this desk: create them from others, change, rename, delete, send to other
desks.

Each profile is stored as a record of the kind QUERY, and is treated as other records are: it has a history,
is sent in bundles, and is reviewed when it is received. Shipped profiles are part of the program.
"""

import json
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, ClassVar, Final

from hrddesk.errors import InvalidValue, ProfileNotFound
from hrddesk.errors.translatable import Translatable
from hrddesk.records.language.lookalikes import plain_letters
from hrddesk.records.model import codec, requirements
from hrddesk.records.model.codec import ShapeError
from hrddesk.records.model.kinds import ASKS_PROFILE, Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.profile.own_fields import AskedField, asked_fields
from hrddesk.redact.profile.profiles import SHIPPED, Profile
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session
from hrddesk.system import files

LONGEST_NAME: Final = 100
_LARGEST: Final = 1 << 20  # bytes of a file of profiles
_NEWER: Final = Translatable("a newer program made this profile")
_NO_PROFILES: Final = Translatable("this is no file of profiles")


@dataclass(frozen=True, slots=True)
class _ProfileFile:
    """The content of a file of profiles."""

    CONSTANTS: ClassVar = {"format": "hrddesk-profiles", "v": 1}

    profiles: Annotated[tuple[Profile, ...], requirements.NOT_EMPTY]


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A profile as a list row. `profile` is None if a newer program made it, so that it cannot be read."""

    name: str
    id: RecordId | None
    """The id of its record; None for a shipped profile."""
    profile: Profile | None

    @property
    def key(self) -> str:
        """The key under which reviews for the profile are stored; it stays the same when the profile is
        renamed.
        """
        return self.id or self.name


def listed(store: Store) -> list[ProfileRow]:
    """Return all profiles, the shipped ones first, then this desk's own by name.

    Bundles can bring a profile whose name equals, or looks like, that of another profile. Each such profile
    of this desk is listed with the beginning of its id after its name, until somebody renames it. This
    prevents one profile from being taken for another.
    """
    own = sorted(_own(store), key=lambda record: (record.text("name").casefold(), record.id))
    taken = [_looks(name) for name in SHIPPED] + [_looks(record.text("name")) for record in own]
    rows = [ProfileRow(name, None, profile) for name, profile in SHIPPED.items()]
    for record in own:
        called = record.text("name")
        if taken.count(_looks(called)) > 1:
            called = f"{called} ({record.id[:8]})"
        rows.append(ProfileRow(called, record.id, _read(record, called)))
    return rows


def profile_of(store: Store, name: str) -> Profile:
    """Return the profile with a given name, shipped or of this desk.

    Raise ProfileNotFound, and InvalidValue if a newer program made it.
    """
    if name in SHIPPED:
        return SHIPPED[name]
    profile = _row(store, name).profile
    if profile is None:
        raise InvalidValue(field="profile", why=_NEWER)
    return profile


def profile_names(store: Store) -> list[str]:
    """Return the names of all profiles that can be used, the shipped ones first."""
    return [row.name for row in listed(store) if row.profile is not None]


def names_by_id(store: Store) -> dict[str, str]:
    """Return the names of this desk's own profiles by id, because the history refers to profiles by id."""
    return {row.id: row.name for row in listed(store) if row.id is not None}


def key_of(store: Store, name: str) -> str:
    """Return the key of a profile in reviews and in the history: its id, or its name if it is shipped.

    A name that a user gave may be that of a person, and must not get into the history, which is never erased.
    Raise ProfileNotFound.
    """
    return name if name in SHIPPED else _row(store, name).key


def save_profile(session: Session, profile: Profile) -> Outcome[None]:
    """Store a profile of this desk, replacing the one with the same name.

    Raise ProfileNotFound for the name of a shipped profile, and InvalidValue for an empty name.
    """
    if profile.name in SHIPPED:
        raise ProfileNotFound(profile=profile.name)
    profile_row = next((row for row in listed(session.store) if row.name == profile.name), None)
    name = _called(profile.name) if profile_row is None else profile.name
    with session.store.change("profile.save") as change:
        if profile_row is None or profile_row.id is None:
            record = Record(kind=Kind.QUERY, id=new_id()).with_fields(name=name, asks=ASKS_PROFILE)
        else:
            record = session.store.get(profile_row.id)
        change.put(record.with_fields(query=_written(profile)))
    return Outcome(None, change.changes)


def copy(session: Session, name: str, new: str) -> Outcome[None]:
    """Create a profile with the content of another one; texts need new reviews for it.

    Raise ProfileNotFound, and InvalidValue for a name that is in use.
    """
    return save_profile(session, replace(profile_of(session.store, name), name=_free(session.store, new)))


def asked(store: Store) -> list[AskedField]:
    """Return the desk's own questions that a profile can print, in their order."""
    return list(asked_fields(store.all(Kind.FIELD)).values())


def change(session: Session, name: str, edit: Callable[[Profile], Profile]) -> Outcome[None]:
    """Change a profile of this desk; raise ProfileNotFound, and InvalidValue for a shipped profile."""
    _own_id(session.store, name)
    profile = profile_of(session.store, name)
    return save_profile(session, replace(edit(profile), name=profile.name))


def rename(session: Session, name: str, new: str) -> Outcome[None]:
    """Rename one of this desk's own profiles; its reviews and boxes stay.

    Raise ProfileNotFound, and InvalidValue for a name that is in use.
    """
    record = session.store.get(_own_id(session.store, name))
    called = _called(new)
    if _looks(called) != _looks(record.text("name")):
        _free(session.store, called)
    with session.store.change("profile.rename") as change:
        change.put(record.with_fields(name=called))
    return Outcome(None, change.changes)


def remove(session: Session, name: str) -> Outcome[None]:
    """Delete a profile of this desk; publications made with it stay. Raise ProfileNotFound."""
    record = _own_id(session.store, name)
    with session.store.change("profile.remove") as change:
        change.delete(record)
    return Outcome(None, change.changes)


def ids(store: Store, names: Collection[str] | None = None) -> list[RecordId]:
    """Return the record ids of the profiles with these names, or of all profiles of this desk for None.

    Raise ProfileNotFound.
    """
    if names is None:
        return [row.id for row in listed(store) if row.id is not None]
    return [_own_id(store, name) for name in names]


def export(store: Store, path: Path, names: Sequence[str] | None = None) -> list[str]:
    """Write profiles to a new file, all of this desk's own if `names` is None; return their names.

    Raise ProfileNotFound, InvalidValue, TargetExists, WriteFailed, DiskFull.
    """
    if names is None:
        names = [row.name for row in listed(store) if row.id is not None and row.profile is not None]
    if not names:
        raise InvalidValue(field="profile", why=Translatable("there is no profile of this desk's own"))
    chosen = [profile_of(store, name) for name in names]
    document = codec.write(_ProfileFile(tuple(chosen)))
    data = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8") + b"\n"
    with files.told(path):
        files.write_new(path, lambda file: file.write(data))
    return [profile.name for profile in chosen]


def read_file(path: Path) -> tuple[Profile, ...]:
    """Return the profiles in a file; raise FileUnreadable, InvalidValue."""
    return _profiles_in(files.read_most(path, _LARGEST + 1))


def take_in(session: Session, path: Path, name: str = "") -> Outcome[list[str]]:
    """Store the profiles of a file as this desk's own, all or none; `name` renames a single one.

    An existing profile is never replaced. Raise FileUnreadable. Raise InvalidValue for a file without
    profiles, or for a name that is in use.
    """
    file_profiles = read_file(path)
    if name and len(file_profiles) == 1:
        file_profiles = (replace(file_profiles[0], name=name),)
    called = [_free(session.store, profile.name) for profile in file_profiles]
    if len(set(map(_looks, called))) < len(called):
        raise InvalidValue(field="name", why=Translatable("another profile has this name"))
    with session.store.change("profile.import") as change:
        for profile, item in zip(file_profiles, called, strict=True):
            record = Record(kind=Kind.QUERY, id=new_id()).with_fields(name=item, asks=ASKS_PROFILE)
            change.put(record.with_fields(query=_written(replace(profile, name=item))))
    return Outcome(called, change.changes)


def _profiles_in(data: bytes) -> tuple[Profile, ...]:
    if len(data) > _LARGEST:
        raise InvalidValue(field="profile", why=_NO_PROFILES)
    try:
        return codec.load(_ProfileFile, data, "file").profiles
    except ShapeError as error:
        if error.path in ("file", "file.format"):
            raise InvalidValue(field="profile", why=_NO_PROFILES) from None
        raise InvalidValue(field="profile", why=Translatable("at {0}: {1}", error.path, error.why)) from None


def _own(store: Store) -> list[Record]:
    return [record for record in store.all(Kind.QUERY) if record.text("asks") == ASKS_PROFILE]


def _read(record: Record, called: str) -> Profile | None:
    try:
        return replace(codec.load(Profile, record.text("query")), name=called)
    except ShapeError:
        return None


def _row(store: Store, name: str) -> ProfileRow:
    rows = listed(store)
    fitting_row = next((row for row in rows if row.name == name), None)
    fitting_row = fitting_row or next(
        (row for row in rows if row.name.casefold() == name.strip().casefold()), None
    )
    if fitting_row is None:
        raise ProfileNotFound(profile=name)
    return fitting_row


def _own_id(store: Store, name: str) -> RecordId:
    record = _row(store, name).id
    if record is None:
        raise InvalidValue(field="profile", why=Translatable("this profile is shipped; make a copy of it"))
    return record


def _called(name: str) -> str:
    called = name.strip()
    if not called or len(called) > LONGEST_NAME or not called.isprintable():
        raise InvalidValue(field="name", why=Translatable("a profile has a name of 1 to 100 characters"))
    return called


def _free(store: Store, name: str) -> str:
    called = _called(name)
    taken = {_looks(row.name) for row in listed(store)}
    taken |= {_looks(record.text("name")) for record in _own(store)}
    if _looks(called) in taken:
        raise InvalidValue(field="name", why=Translatable("another profile has this name"))
    return called


def _looks(name: str) -> str:
    """Return a key that is equal for names that nobody can distinguish on a screen."""
    seen = "".join(filter(str.isprintable, unicodedata.normalize("NFKC", name)))
    return " ".join(plain_letters(seen).split()).casefold()


def _written(profile: Profile) -> str:
    return codec.canonical(profile).decode("utf-8")
