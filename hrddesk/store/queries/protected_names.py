"""Keyed hashes of the names of people who were published under a chosen label.

The hashes are kept when the record is deleted, so that the person is recognised by name when entered again,
received in a bundle, or recorded twice. The key is part of the vault: only a person who can open the vault
can test names.
"""

from collections.abc import Iterable
from typing import Final

from hrddesk.crypto import kdf
from hrddesk.records.language.scripts import normalise, to_simplified, to_traditional
from hrddesk.records.model.record import Element, RecordId
from hrddesk.records.names.names import derived_forms
from hrddesk.store.database.connection import Connection

_LABEL: Final = b"hrddesk protected names"
_LENGTH: Final = 16  # bytes of a hash
_SHORTEST: Final = 2  # letters: a single one is no name


class ProtectedNames:
    """The protected names of an open vault. Callers that write own the transaction.

    Two names match if one of them, as written, equals a form derived from the other. A pinyin spelling
    therefore matches its characters, but two names in different characters do not match merely because they
    sound alike. A hash is made of a form and a word: the word keeps written and derived forms apart, so that
    two derived forms never match each other.
    """

    def __init__(self, db: Connection, history_key: bytes) -> None:
        self._db = db
        self._key = kdf.hmac_sha256(history_key, _LABEL)

    def person(self, party: RecordId) -> str:
        """Return the keyed hash of a person's record id."""
        return self._hash("person", party)

    def kept_hashes(self, names: Iterable[Element]) -> frozenset[str]:
        """Return the hashes that are stored for the names of a protected person."""
        return self._hashes(names, written="written", derived="any")

    def asked_hashes(self, names: Iterable[Element]) -> frozenset[str]:
        """Return the hashes by which a person's names are looked up among the stored hashes."""
        return self._hashes(names, written="any", derived="written")

    def people_by_name(self) -> dict[str, dict[str, int]]:
        """Return all stored hashes: by the hash of a name, the hash of each person with that name.

        The value for a person is the number of the first publication in which the person had the label.
        """
        people_by_hash: dict[str, dict[str, int]] = {}
        for name, person, publication in self._db.execute(
            "SELECT name, person, publication FROM protected_name"
        ):
            people_by_hash.setdefault(name, {})[person] = publication
        return people_by_hash

    def keep(self, publication: int, party: RecordId, names: Iterable[Element]) -> None:
        """Store the hashed names of a person who has a chosen label in a publication."""
        person = self.person(party)
        self._db.executemany(
            "INSERT OR IGNORE INTO protected_name (name, person, publication) VALUES (?,?,?)",
            [(name, person, publication) for name in sorted(self.kept_hashes(names))],
        )

    def release(self, parties: Iterable[RecordId]) -> None:
        """Delete the hashed names of people whose label was removed."""
        rows = [(self.person(party),) for party in parties]
        self._db.executemany("DELETE FROM protected_name WHERE person = ?", rows)

    def _hashes(self, names: Iterable[Element], *, written: str, derived: str) -> frozenset[str]:
        hashes: set[str] = set()
        for element in names:
            name, script = str(element.get("name") or ""), str(element.get("script") or "")
            forms = {normalise(form) for form in (name, to_simplified(name), to_traditional(name))}
            hashes |= {self._hash(written, form) for form in forms if len(form) >= _SHORTEST}
            derived_names = derived_forms(name, script)
            hashes |= {self._hash(derived, form) for form in derived_names if len(form) >= _SHORTEST}
        return frozenset(hashes)

    def _hash(self, kind: str, text: str) -> str:
        return kdf.hmac_sha256(self._key, f"{kind}\0{text}".encode())[:_LENGTH].hex()


def forget_all(db: Connection) -> None:
    """Delete the hashes of all protected names, when the whole content of the vault is forgotten."""
    db.execute("DELETE FROM protected_name")
