"""Contacts, all their cards, and the bundles exchanged with them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hrddesk.records.model.record import RecordId
from hrddesk.store.database.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """One contact, with the newest card of its current identity; `since` is the first day of its state."""

    num: int
    name: str
    fingerprint: bytes
    state: str
    since: str
    card: bytes
    introducer: str = ""
    """The name of the contact that introduced this contact; empty if there is none."""
    is_coordinator: bool = False
    sources: str = ""
    """The source details included in the last bundle for the contact; empty before the first bundle."""
    claim: "ClaimRow | None" = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim: the card of somebody who says, without proof, that they are one of this desk's contacts.

    `before` is the trust state of the contact before the claim, `before_since` the first day of that state.
    """

    card: bytes
    before: str
    before_since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRow:
    """One received or outgoing bundle; `seq` counts the bundles to or from its contact."""

    num: int
    id: str
    outgoing: bool
    contact: int
    seq: int
    kind: str
    day: str
    line: str
    history_number: int
    history_head: bytes


_CONTACTS = (
    "SELECT c.num, c.name, c.fingerprint, c.state, c.since, k.card, i.name, c.is_coordinator, c.sources,"
    " m.card, m.before, m.before_since FROM contact c JOIN contact_key k"
    " ON k.contact = c.num AND k.fingerprint = c.fingerprint AND k.serial ="
    " (SELECT max(serial) FROM contact_key n WHERE n.contact = c.num AND n.fingerprint = c.fingerprint)"
    " LEFT JOIN contact i ON i.num = c.introducer LEFT JOIN contact_claim m ON m.contact = c.num"
)
_BUNDLES = "SELECT num, id, outgoing, contact, seq, kind, day, line, history_number, history_head FROM bundle"


def everybody(db: Connection) -> list[ContactRow]:
    """Return all contacts, sorted by name."""
    return [_contact(row) for row in db.execute(_CONTACTS + " ORDER BY c.name")]


def by_name(db: Connection, name: str) -> ContactRow | None:
    """Return the contact with this name, or None if there is none."""
    return _first(db, " WHERE c.name = ?", name)


def by_number(db: Connection, num: int) -> ContactRow | None:
    """Return the contact with this number, or None if there is none."""
    return _first(db, " WHERE c.num = ?", num)


def by_fingerprint(db: Connection, fingerprint: bytes) -> ContactRow | None:
    """Return the contact whose current identity has this fingerprint, or None if there is none."""
    return _first(db, " WHERE c.fingerprint = ?", fingerprint)


def since_in_state(db: Connection, fingerprint: bytes, state: str) -> str | None:
    """Return the first day of the present state of the contact with this key, if that state is `state`.

    Return None if no contact with this key is in `state`. Keys that a contact had before a rotation count.
    """
    row = db.execute(
        "SELECT c.since FROM contact c JOIN contact_key k ON k.contact = c.num"
        " WHERE k.fingerprint = ? AND c.state = ? ORDER BY c.since LIMIT 1",
        (fingerprint, state),
    ).fetchone()
    return None if row is None else str(row[0])


def identities(db: Connection) -> list[tuple[int, bytes]]:
    """Return every identity that any contact ever had, as the contact's number and one card of
    the identity.
    """
    rows = db.execute("SELECT contact, card FROM contact_key GROUP BY contact, fingerprint ORDER BY 1")
    return [(int(contact), bytes(card)) for contact, card in rows]


def add(
    db: Connection, name: str, fingerprint: bytes, state: str, since: str, introducer: int | None = None
) -> int:
    """Add a contact and return its number; the caller must call `add_card` next."""
    row = db.execute(
        "INSERT INTO contact (name, fingerprint, state, since, introducer) VALUES (?,?,?,?,?) RETURNING num",
        (name, fingerprint, state, since, introducer),
    ).fetchone()
    return int(row[0])


def add_card(db: Connection, contact: int, fingerprint: bytes, serial: int, card: bytes) -> None:
    """Store a card of a contact; it replaces a card with the same serial number."""
    db.execute(
        "INSERT INTO contact_key (contact, fingerprint, serial, card) VALUES (?,?,?,?)"
        " ON CONFLICT (contact, fingerprint, serial) DO UPDATE SET card = excluded.card",
        (contact, fingerprint, serial, card),
    )


def set_state(db: Connection, contact: int, state: str, since: str) -> None:
    """Set the trust state of a contact."""
    db.execute("UPDATE contact SET state = ?, since = ? WHERE num = ?", (state, since, contact))


def set_claim(db: Connection, contact: int, claim: ClaimRow) -> None:
    """Store the claim of somebody to be this contact; it replaces an earlier claim about the contact."""
    db.execute(
        "INSERT OR REPLACE INTO contact_claim (contact, card, before, before_since) VALUES (?,?,?,?)",
        (contact, claim.card, claim.before, claim.before_since),
    )


def end_claim(db: Connection, contact: int) -> None:
    """Delete the claim of somebody to be this contact, if there is one."""
    db.execute("DELETE FROM contact_claim WHERE contact = ?", (contact,))


def set_coordinator(db: Connection, contact: int, *, is_one: bool) -> None:
    """Set whether contact lists are accepted from a contact."""
    db.execute("UPDATE contact SET is_coordinator = ? WHERE num = ?", (int(is_one), contact))


def set_sources(db: Connection, contact: int, sources: str) -> None:
    """Store the choice about sources in the last bundle for a contact, the default for the next bundle."""
    db.execute("UPDATE contact SET sources = ? WHERE num = ?", (sources, contact))


def set_fingerprint(db: Connection, contact: int, fingerprint: bytes) -> None:
    """Give a contact the identity to which it rotated; the caller must call `add_card` next."""
    db.execute("UPDATE contact SET fingerprint = ? WHERE num = ?", (fingerprint, contact))


def add_bundle(db: Connection, bundle: BundleRow) -> int:
    """Add a bundle and return its number; the `num` of `bundle` is ignored.

    For an outgoing bundle, `place_bundle` later confirms that the file of the bundle exists.
    """
    row = db.execute(
        "INSERT INTO bundle"
        " (id, outgoing, contact, seq, kind, day, line, history_number, history_head, is_placed)"
        " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,NOT ?2) RETURNING num",
        (
            bundle.id,
            int(bundle.outgoing),
            bundle.contact,
            bundle.seq,
            bundle.kind,
            bundle.day,
            bundle.line,
            bundle.history_number,
            bundle.history_head,
        ),
    ).fetchone()
    return int(row[0])


def remove_bundle(db: Connection, bundle_id: str) -> None:
    """Delete an outgoing bundle that was not written, with the list of its files."""
    db.execute(
        "DELETE FROM file_sent WHERE bundle IN (SELECT num FROM bundle WHERE id = ? AND outgoing = 1)",
        (bundle_id,),
    )
    db.execute("DELETE FROM bundle WHERE id = ? AND outgoing = 1", (bundle_id,))


def unplaced_bundles(db: Connection) -> list[str]:
    """Return the ids of the outgoing bundles whose file was not confirmed by `place_bundle`."""
    return [row[0] for row in db.execute("SELECT DISTINCT id FROM bundle WHERE is_placed = 0 ORDER BY num")]


def place_bundle(db: Connection, bundle_id: str) -> None:
    """Store that an outgoing bundle may have its file by now: from here on the bundle counts as written."""
    db.execute("UPDATE bundle SET is_placed = 1 WHERE id = ? AND outgoing = 1", (bundle_id,))


def add_files(db: Connection, bundle: int, records: Iterable[str]) -> None:
    """Store the evidence records whose files a bundle contains."""
    db.executemany(
        "INSERT INTO file_sent (bundle, record) VALUES (?,?)", [(bundle, record) for record in records]
    )


def files_in(db: Connection, bundle_id: str) -> list[RecordId]:
    """Return the evidence records whose files an outgoing bundle contains."""
    rows = db.execute(
        "SELECT DISTINCT f.record FROM bundle b JOIN file_sent f ON f.bundle = b.num WHERE b.id = ?"
        " AND b.outgoing = 1 ORDER BY f.record",
        (bundle_id,),
    )
    return [RecordId(row[0]) for row in rows]


def forget_files(db: Connection, records: Collection[str] | None) -> None:
    """Delete the entries that say in which bundles the files of these evidence records were sent.

    If `records` is None, delete all entries.
    """
    if records is None:
        db.execute("DELETE FROM file_sent")
    else:
        db.executemany("DELETE FROM file_sent WHERE record = ?", [(record,) for record in records])


def find_bundle(db: Connection, bundle_id: str, contact: int) -> BundleRow | None:
    """Return the bundle with this id that a contact sent, or None if there is none."""
    row = db.execute(
        _BUNDLES + " WHERE id = ? AND contact = ? AND outgoing = 0", (bundle_id, contact)
    ).fetchone()
    return None if row is None else _bundle(row)


def bundle_numbered(db: Connection, num: int) -> BundleRow:
    """Return the bundle with this number, which must exist."""
    return _bundle(db.execute(_BUNDLES + " WHERE num = ?", (num,)).fetchone())


def last_bundle(db: Connection, contact: int, *, outgoing: bool) -> BundleRow | None:
    """Return the bundle with the highest `seq` to or from a contact, or None if there is none."""
    row = db.execute(
        _BUNDLES + " WHERE contact = ? AND outgoing = ? ORDER BY seq DESC, num DESC LIMIT 1",
        (contact, int(outgoing)),
    ).fetchone()
    return None if row is None else _bundle(row)


def _first(db: Connection, where: str, value: object) -> ContactRow | None:
    row = db.execute(_CONTACTS + where, (value,)).fetchone()
    return None if row is None else _contact(row)


def _contact(row: tuple[object, ...]) -> ContactRow:
    num, name, fingerprint, state, since, card, introducer, is_coordinator, sources, *claimed = row
    assert isinstance(num, int)
    assert isinstance(fingerprint, bytes)
    assert isinstance(card, bytes)
    claimed_card, before, before_since = claimed
    return ContactRow(
        num=num,
        name=str(name),
        fingerprint=fingerprint,
        state=str(state),
        since=str(since),
        card=card,
        introducer=str(introducer or ""),
        is_coordinator=bool(is_coordinator),
        sources=str(sources),
        claim=ClaimRow(claimed_card, str(before), str(before_since))
        if isinstance(claimed_card, bytes)
        else None,
    )


def _bundle(row: tuple[object, ...]) -> BundleRow:
    num, bundle_id, outgoing, contact, seq, kind, day, line, history_number, history_head = row
    assert isinstance(num, int)
    assert isinstance(contact, int)
    assert isinstance(seq, int)
    assert isinstance(history_number, int)
    assert isinstance(history_head, bytes)
    return BundleRow(
        num=num,
        id=str(bundle_id),
        outgoing=bool(outgoing),
        contact=contact,
        seq=seq,
        kind=str(kind),
        day=str(day),
        line=str(line),
        history_number=history_number,
        history_head=history_head,
    )
