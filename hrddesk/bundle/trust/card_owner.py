"""Whose card it is: a known contact's, a stranger's, or one that claims what it does not prove.

What can be known: a contact is two signing keys. A card that has both is the contact's. One with other keys
is the same contact's only when both of the present keys signed it. Whatever else touches a contact's keys is
a claim: one of the two keys without the other, which somebody else must then hold; or a proof by keys that
the contact gave up, which lay on a laptop that may have been lost. A bare stranger touches none of them, so
nobody can have a contact blocked who holds none of its secrets.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk.crypto.signatures import VerifyKeys


class Proof(Enum):
    """What a card shows of whose it is, from all of a contact's keys to none."""

    SAME = "the contact's own keys"
    SUCCESSOR = "other keys, signed by the contact's own"
    GIVEN_UP = "keys that the contact had before"
    CLAIMED = "some of the contact's keys, without the proof by both"
    NONE = "no key of any contact"


@dataclass(frozen=True, slots=True)
class CardOwner:
    """The contact whose card it is, or claims to be; None for a stranger."""

    contact: Contact | None
    proof: Proof


def standing(card: Card, identities: Iterable[tuple[Contact, VerifyKeys]]) -> CardOwner:
    """Tell whose card it is, among all identities that the contacts have and had."""
    best_standing = CardOwner(None, Proof.NONE)
    for contact, keys in identities:
        is_present = keys == contact.card.keys
        if card.keys == keys:
            return CardOwner(contact, Proof.SAME if is_present else Proof.GIVEN_UP)
        if card.previous == keys and is_present:
            best_standing = CardOwner(contact, Proof.SUCCESSOR)
        elif best_standing.proof is not Proof.SUCCESSOR and (
            _share(keys, card) or _is_claimed(contact, card)
        ):
            best_standing = CardOwner(contact, _claim(contact, card))
    return best_standing


def share_one_key(left_keys: VerifyKeys, right: VerifyKeys) -> bool:
    """Tell whether one of the two keys at least is the same."""
    return left_keys.ed25519 == right.ed25519 or left_keys.mldsa65 == right.mldsa65


def _claim(contact: Contact, card: Card) -> Proof:
    """Tell what a card that only touches a contact's keys is worth.

    Where the words were compared since, what comes from the keys before says nothing about those of now.
    """
    touches_present = _share(contact.card.keys, card) or _is_claimed(contact, card)
    settled = contact.state is ContactState.VERIFIED and not touches_present
    return Proof.GIVEN_UP if settled else Proof.CLAIMED


def _share(keys: VerifyKeys, card: Card) -> bool:
    signers = [card.keys] if card.previous is None else [card.keys, card.previous]
    return any(share_one_key(keys, signer) for signer in signers)


def _is_claimed(contact: Contact, card: Card) -> bool:
    return contact.claim is not None and contact.claim.keys == card.keys
