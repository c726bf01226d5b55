"""A contact lies about how far another desk has counted: that desk's own bundles are still believed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrddesk.bundle.format import record_lines
from hrddesk.bundle.merging.merge import Side
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import selection
from hrddesk.errors import BundleMalformed
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.model.versions import Dot, Version
from hrddesk.store.records import outgoing
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle.forge import forge_between, introduce, new_session, take
from tests.unit.bundle.hands import ONE, TWO, case, content, give, put

FAR = 2**53 - 1


@dataclass
class Three:
    """The one who is lied about, the one who lies, and the one who is lied to."""

    author: Session
    liar: Session
    reader: Session
    folder: Path

    def accept(self, sender: Session, reader: Session) -> read.ReviewSummary:
        found = read.read(reader, give(sender, reader, self.folder), Job())
        acceptance.accept(reader, found.review, None, Job(), take=Side.THEIRS)
        return found

    def lie(self, counter: int, **fields: str) -> None:
        """Let the liar overwrite fields, claiming to have seen more of the author than there is."""
        record = self.liar.store.get(ONE)
        put(self.liar, record.with_fields(**fields))
        ((record, version),) = outgoing.read(self.liar.store, [ONE])
        claimed = Version({**version.context, self.author.line: counter}, version.dots)
        made = forge_between(self.liar, self.reader, records=record_lines.encode_record(record, claimed))
        found = take(self.reader, made.seal(), self.folder / "lie")
        acceptance.accept(self.reader, found.review, None, Job())

    def fields(self) -> tuple[str, str]:
        record = self.reader.store.get(ONE)
        return record.text("title"), record.text("status")


def _sessions(folder: Path) -> tuple[Session, Session, Session]:
    author, liar, reader = (new_session(folder / f"{name}.hrdv") for name in "abc")
    return author, liar, reader


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Three]:
    """Three desks that hold the same two cases."""
    made = Three(*_sessions(tmp_path), tmp_path)
    sessions = [made.author, made.liar, made.reader]
    for number, session in enumerate(sessions):
        for other in sessions:
            if other is not session:
                introduce(other, session, str(number))
    put(made.author, case(title="one", status="one"), case(TWO))
    made.accept(made.author, made.liar)
    made.accept(made.author, made.reader)
    yield made
    for session in sessions:
        session.close()


@pytest.mark.parametrize("ahead", [1, 3, 1000, FAR])
def test_a_claim_does_not_hide_what_the_author_writes_afterwards(three: Three, ahead: int) -> None:
    counter = int(three.author.store.setting("counter") or 0)
    three.lie(min(FAR, counter + ahead), title="lied")
    put(three.author, case(title="true", status="one"))
    for number in range(6):  # the author counts on, past what was claimed
        put(three.author, case(TWO, title=f"more {number}"))
    found = three.accept(three.author, three.reader)
    if ahead == 1:
        # Whoever guesses the very number of the next change cannot be told from one who saw it.
        assert found.conflicts == 0
    else:
        assert found.conflicts == 1
        assert three.fields() == ("true", "one")


def test_what_the_liar_did_not_overwrite_is_a_change_as_ever_or_a_conflict(three: Three) -> None:
    three.lie(FAR, title="lied")
    put(three.author, case(title="one", status="true"))
    found = three.accept(three.author, three.reader)
    assert (found.changed, found.conflicts) == (1, 0)
    assert three.fields() == ("lied", "true")


def test_the_claim_is_dropped_and_not_passed_on(three: Three) -> None:
    three.lie(FAR, title="lied")
    put(three.author, case(title="true", status="one"))
    three.accept(three.author, three.reader)
    ((_, version),) = outgoing.read(three.reader.store, [ONE])
    assert version.context[three.author.line] < FAR
    back = three.accept(three.reader, three.author)  # it would be refused with the claim in it
    assert back.conflicts == 0
    put(three.author, case(title="truer", status="one"))
    assert three.accept(three.author, three.reader).changed == 1
    assert three.fields() == ("truer", "one")
    three.accept(three.reader, three.author)
    assert content(three.reader) == content(three.author)


def test_a_bundle_that_comes_late_changes_nothing(three: Three) -> None:
    late = give(three.author, three.reader, three.folder)
    put(three.author, case(title="two", status="two"), case(TWO, title="two"))
    three.accept(three.author, three.liar)
    put(three.liar, case(title="by the other", status="two"))
    newer = give(three.author, three.reader, three.folder)
    three.accept(three.liar, three.reader)
    found = read.read(three.reader, newer, Job())
    assert (found.unchanged, found.conflicts) == (2, 0)
    found = read.read(three.reader, late, Job())
    assert (found.unchanged, found.conflicts) == (2, 0)
    acceptance.accept(three.reader, found.review, None, Job())
    assert three.fields() == ("by the other", "two")


def test_a_forged_change_of_the_author_meets_the_true_one(three: Three) -> None:
    """The liar also says what the author is said to have written."""
    ((record, version),) = outgoing.read(three.liar.store, [ONE])
    author = three.author.line
    forged = Version({**version.context, author: FAR}, {**version.dots, "title": Dot(author, FAR)})
    line = record_lines.encode_record(record.with_fields(title="forged"), forged)
    made = forge_between(three.liar, three.reader, records=line)
    found = take(three.reader, made.seal(), three.folder / "lie")
    acceptance.accept(three.reader, found.review, None, Job())
    put(three.author, case(title="true", status="one"))
    assert three.accept(three.author, three.reader).conflicts == 1
    assert three.fields() == ("true", "one")
    three.accept(three.reader, three.author)


def test_claims_about_this_vault_beyond_what_it_did_are_refused(three: Three) -> None:
    ((record, version),) = outgoing.read(three.liar.store, [ONE])
    counter = int(three.author.store.setting("counter") or 0)
    for claimed in (counter + 1, FAR):
        ahead = Version({**version.context, three.author.line: claimed}, version.dots)
        made = forge_between(three.liar, three.author, records=record_lines.encode_record(record, ahead))
        with pytest.raises(BundleMalformed, match="never made"):
            take(three.author, made.seal(), three.folder / "x")
    assert three.author.store.ids(Kind.CASE)
    assert json.loads(made.records)["context"][three.author.line] == FAR
    assert RecordId(record.id) in selection.everything(three.author.store).ids


def test_a_bundle_that_claims_to_come_from_this_vault_is_refused(three: Three) -> None:
    made = forge_between(three.liar, three.author, head={"line": three.author.line})
    with pytest.raises(BundleMalformed, match="from this vault"):
        take(three.author, made.seal(), three.folder / "x")
