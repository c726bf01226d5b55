"""The head of the history, to be written down: whether a vault is still at least what it was then."""

import hmac
from dataclasses import dataclass

from hrddesk.bundle.trust import identity
from hrddesk.errors import HistoryNotAsNoted
from hrddesk.errors.translatable import Translatable
from hrddesk.store.database.history import Head
from hrddesk.store.vault.session import Session


@dataclass(frozen=True, slots=True)
class HeadShown:
    """How many rows the history has, and what the last one is chained to all before by.

    None of it is secret: whoever finds the paper learns how many changes there were by then.
    """

    number: int
    hexadecimal: str
    words: tuple[str, ...]
    words_zh: tuple[str, ...]


def show(session: Session) -> HeadShown:
    """Return where the history stands now."""
    return _shown(session.store.history.head())


def compare(session: Session, number: int, words: str) -> HeadShown:
    """Return where the history stands now, once it holds what was written down for row `number`.

    `words` are the twelve words in either language, or the 64 hexadecimal digits, however they are spaced.
    Raise HistoryNotAsNoted.
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
