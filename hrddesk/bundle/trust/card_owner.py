"""The owner of a card: a known contact, a stranger, or a contact whose keys the card claims without proof.

A contact is identified by two signing keys. A card with both keys is the contact's. A card with other keys is
the contact's only if both present keys signed it. Any other relation to a contact's keys is a claim without
proof. For example, a card may have only one of the two keys: then somebody else must have this key. Or the
card may be signed by keys that the contact gave up, perhaps because they were on a lost laptop. A stranger's
card has no relation to a contact's keys, so a person who has none of a contact's secrets cannot cause that
contact to be blocked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from hrddesk.bundle.trust.card import Card
from hrddesk.bundle.trust.contact import Contact, ContactState
from hrddesk.crypto.signatures import VerifyKeys


class Proof(Enum):
    """The strength of a card's proof of its owner, from all keys of a contact to none."""

    SAME = "the contact's own keys"
    SUCCESSOR = "other keys, signed by the contact's own"
    GIVEN_UP = "keys that the contact had before"
    CLAIMED = "some of the contact's keys, without the proof by both"
    NONE = "no key of any contact"


@dataclass(frozen=True, slots=True)
class CardOwner:
    """The owner of a card, or the contact whose keys it claims, with the proof.

    The contact is None for a stranger.
    """

    contact: Contact | None
    proof: Proof


def standing(card: Card, identities: Iterable[tuple[Contact, VerifyKeys]]) -> CardOwner:
    """Return the owner of a card, by comparing it with the present and former keys in `identities`."""
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
    """Tell whether two pairs of keys have at least one key in common."""
    return left_keys.ed25519 == right.ed25519 or left_keys.mldsa65 == right.mldsa65


def _claim(contact: Contact, card: Card) -> Proof:
    """Return CLAIMED or GIVEN_UP for a card that is related to a contact's keys without proof.

    It is GIVEN_UP, so that nothing is claimed, if the contact is verified and the card is related only to
    former keys. But a card that is stored as the claim about this contact stays CLAIMED.
    """
    touches_present = _share(contact.card.keys, card) or _is_claimed(contact, card)
    settled = contact.state is ContactState.VERIFIED and not touches_present
    return Proof.GIVEN_UP if settled else Proof.CLAIMED


def _share(keys: VerifyKeys, card: Card) -> bool:
    signers = [card.keys] if card.previous is None else [card.keys, card.previous]
    return any(share_one_key(keys, signer) for signer in signers)


def _is_claimed(contact: Contact, card: Card) -> bool:
    return contact.claim is not None and contact.claim.keys == card.keys
