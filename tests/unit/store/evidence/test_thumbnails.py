"""Small pictures are kept once, go with their content, and are never shown where they were altered."""

from io import BytesIO

import pytest

from hrddesk.errors import HrdDeskError
from hrddesk.store.evidence.blobs import SMALL
from hrddesk.store.vault.check import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job


@pytest.fixture
def photo(session: Session) -> str:
    """The hash of a file in the vault."""
    blob = session.store.blobs.seal(BytesIO(b"a photograph"), Job())
    with session.store.change("test"):
        session.store.blobs.keep(blob)
    return blob.sha256


def _is_whole(session: Session) -> bool:
    return check(session.reader, [], Job(), with_evidence=False).ok


def test_a_picture_is_kept_and_is_no_act_of_the_history(session: Session, photo: str) -> None:
    pictures, head = session.store.thumbnails, session.store.history.head()
    assert pictures.get(photo) is None
    pictures.keep(photo, b"pixels")
    pictures.keep(photo, b"better pixels")
    assert pictures.get(photo) == b"better pixels"
    assert session.store.history.head() == head
    assert _is_whole(session)


def test_what_is_too_large_or_of_nothing_here_is_not_kept(session: Session, photo: str) -> None:
    pictures = session.store.thumbnails
    pictures.keep(photo, b"x" * (SMALL + 1))
    pictures.keep("f" * 64, b"pixels")
    assert pictures.get(photo) is pictures.get("f" * 64) is None
    pictures.keep(photo, b"x" * SMALL)
    assert pictures.get(photo) is not None


def test_a_picture_goes_with_its_content(session: Session, photo: str) -> None:
    session.store.thumbnails.keep(photo, b"pixels")
    with session.store.change("test"):
        session.store.blobs.drop(photo)
    assert session.store.db.execute("SELECT count(*) FROM thumbnail").fetchone() == (0,)


@pytest.mark.parametrize(
    "attack",
    ["UPDATE thumbnail SET picture = x'00'", "UPDATE thumbnail SET mac = x'00'"],
)
def test_one_that_was_altered_is_not_shown_and_is_named(session: Session, photo: str, attack: str) -> None:
    session.store.thumbnails.keep(photo, b"pixels")
    session.store.db.execute(attack)
    assert session.store.thumbnails.get(photo) is None
    assert [item.where for item in check(session.reader, [], Job()).damage] == ["small pictures"]
    session.store.thumbnails.keep(photo, b"pixels")  # as whoever looks next has it made anew
    assert _is_whole(session)


def test_a_vault_that_is_only_read_keeps_nothing(session: Session, photo: str) -> None:
    with pytest.raises(HrdDeskError):
        session.reader().thumbnails.keep(photo, b"pixels")
    assert session.store.thumbnails.get(photo) is None
