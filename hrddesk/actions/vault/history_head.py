"""The head of the history as words to write down; they show later whether an older copy of the vault was put
back.
"""

import hmac
from dataclasses import dataclass

from hrddesk.bundle.trust import identity
from hrddesk.errors import HistoryNotAsNoted
from hrddesk.errors.translatable import Translatable
from hrddesk.store.database.history import Head
from hrddesk.store.vault.session import Session


@dataclass(frozen=True, slots=True)
class HeadShown:
    """The number of entries in the history, and the chained hash of the last entry.

    Neither is secret: who finds the paper learns only how many changes there were.
    """

    number: int
    hexadecimal: str
    words: tuple[str, ...]
    words_zh: tuple[str, ...]


def show(session: Session) -> HeadShown:
    """Return the current head of the history."""
    return _shown(session.store.history.head())


def compare(session: Session, number: int, words: str) -> HeadShown:
    """Return the current head if the history contains the entry `number` that a user wrote down.

    `words` are the twelve words in either language, or the 64 hexadecimal digits, with any spacing. Raise
    HistoryNotAsNoted if the entry is missing or differs.
    """
    now = show(session)
    if number > now.number:
        raise HistoryNotAsNoted(number=number, why=Translatable("it ends at {0}", now.number))
    noted = session.store.history.head_at(number)
    if noted is None:
        raise HistoryNotAsNoted(number=number, why=Translatable("that row is gone"))
    plain = "".join(words.casefold().split()).encode("utf-8", "replace")
    if not (
        hmac.compare_digest(plain, noted.mac.hex().encode("ascii")) or identity.words_match(noted.mac, words)
    ):
        raise HistoryNotAsNoted(number=number, why=Translatable("the words are others"))
    return now


def _shown(head: Head) -> HeadShown:
    return HeadShown(
        head.number,
        head.mac.hex(),
        tuple(identity.words12(head.mac)),
        tuple(identity.words12(head.mac, "chinese_simplified")),
    )
