"""Citations are found from both ends: from what is recorded, and from the source."""

from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.store.vault.session import Session


def test_citations_are_found_by_record_and_by_source(session: Session) -> None:
    case, other, letter, unused = (new_id() for _ in range(4))
    made = [
        Record(kind=Kind.CITATION, id=new_id()).with_fields(record=record, source=letter, field=field)
        for record, field in ((case, "title"), (other, "note"), (case, "narrative"))
    ]
    with session.store.change("test") as change:
        for citation in made:
            change.put(citation)
    citing = session.store.citing
    assert citing.of_records([case]) == [made[0], made[2]]
    assert citing.of_records([case, other]) == made
    assert citing.of_records([]) == []
    assert citing.of_source(letter) == made
    assert citing.counts([letter, unused]) == {letter: 3}
