"""Texts as they came, and the places in them that another desk protects."""

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.exchange import contacts, reviews
from hrddesk.store.exchange.contacts import BundleRow
from hrddesk.store.publications import protected_texts
from hrddesk.store.records import forwarding
from hrddesk.store.vault.forgetting import Scope, erase
from hrddesk.store.vault.session import Session
from tests.unit.bundle.hands import ONE, THREE, TWO, put

TEXT = "Quell told us."
FIELD = "narrative"


def _case(record: RecordId = ONE, text: str = TEXT) -> Record:
    return Record(kind=Kind.CASE, id=record).with_fields(title="a case", narrative=text)


def _note(session: Session, record: RecordId = ONE, text: str = TEXT, *spans: tuple[int, int]) -> None:
    with session.store.change("test"):
        protected_texts.note(session.store.db, 1, record, FIELD, text, spans or [(0, 5)])


def _places(session: Session, record: RecordId = ONE, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    return protected_texts.known(session.store).places(record, FIELD, text)


def _texts(session: Session) -> list[str]:
    return [row[0] for row in session.store.db.execute("SELECT text FROM protected_text ORDER BY num")]


def _erase(session: Session, *records: RecordId, names: tuple[str, ...] = ()) -> None:
    with session.store.change("test") as change:
        erase(session.store, change, Scope(records, [], names, everything=not records))


def test_places_of_one_text_are_added_to_those_that_are_known(session: Session) -> None:
    _note(session)
    _note(session, ONE, TEXT, (6, 10))
    before = session.store.history.head().number
    _note(session)  # nothing new
    assert _places(session) == ((0, 5), (6, 10))
    assert session.store.history.head().number == before
    _note(session, ONE, "It was Quell.", (7, 12))
    assert _texts(session) == [TEXT, "It was Quell."]


def test_places_that_one_rejected_review_brought_go_and_those_of_others_stay(session: Session) -> None:
    _note(session)
    with session.store.change("test"):
        protected_texts.note(session.store.db, 12, ONE, FIELD, TEXT, [(0, 5), (6, 10)])
        protected_texts.note(session.store.db, 12, TWO, FIELD, TEXT, [(0, 5)])
        protected_texts.forget_rejected(session.store.db, 2)  # brought none
    assert _places(session) == ((0, 5), (6, 10))
    with session.store.change("test"):
        protected_texts.forget_rejected(session.store.db, 12)
    assert (_places(session), _places(session, TWO)) == (((0, 5),), ())
    assert _texts(session) == [TEXT]


def test_what_came_for_a_record_is_protected_in_the_one_that_it_was_merged_into(session: Session) -> None:
    put(session, _case(), _case(TWO, "It is said."))
    _note(session)
    forward = Record(kind=Kind.FORWARD, id=forwarding.forward_id(ONE)).with_fields(merged=ONE, kept=TWO)
    put(session, forward)
    text = session.store.get(TWO).text(FIELD)
    assert TEXT in text
    assert [text[slice(*span)] for span in _places(session, TWO, text)] == ["Quell"]


def test_a_record_that_goes_takes_its_texts_along(session: Session) -> None:
    put(session, _case(), _case(TWO))
    _note(session)
    _note(session, TWO)
    _note(session, THREE)  # was never stored, and waits nowhere
    _erase(session, ONE)
    assert (_places(session), _places(session, TWO), _places(session, THREE)) == ((), ((0, 5),), ())
    _erase(session)
    assert _texts(session) == []


def test_an_older_text_that_names_somebody_who_goes_leaves_its_places_to_the_one_of_today(
    session: Session,
) -> None:
    now = "Later Quell told us."
    put(session, _case(text=now), _case(TWO).with_fields(narrative=None), _case(THREE))
    for record in (ONE, TWO):
        _note(session, record, "Odal Brisk and Quell told us.", (15, 20))
        _note(session, record, "They and Quell told us.", (9, 14))
    _erase(session, THREE, names=("Odal Brisk",))
    assert _texts(session) == ["They and Quell told us.", "They and Quell told us.", now]
    assert _places(session, ONE, now) == ((6, 11),)


def test_a_text_that_stands_or_waits_stays_whomever_it_names(session: Session) -> None:
    db = session.store.db
    put(session, _case(text="Quell told Odal Brisk."), _case(TWO), _case(THREE))
    for record in (ONE, TWO):
        _note(session, record, "Quell told Odal Brisk.")
    came = BundleRow(
        num=0,
        id="b" * 32,
        outgoing=False,
        contact=1,
        seq=1,
        kind="whole",
        day="2020-01-01",
        line="c" * 32,
        history_number=1,
        history_head=b"h" * 32,
    )
    with session.store.change("test"):
        assert contacts.add(db, "coordinator", b"f" * 32, "verified", "2020-01-01") == 1
        reviews.add_lines(db, reviews.add(db, contacts.add_bundle(db, came), []), [(TWO, "{}")])
    _erase(session, THREE, names=("Odal Brisk",))
    assert _texts(session) == ["Quell told Odal Brisk."] * 2
