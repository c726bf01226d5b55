"""From a vault to a signed PDF: all of it, or nothing."""

import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.content_review import texts
from hrddesk.actions.editions import publication_decisions, publication_record
from hrddesk.actions.exchange.organisation import NAMESPACE
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.scope.held_labels import TakenOff
from hrddesk.actions.scope.publication_request import following
from hrddesk.bundle.trust import own_identity
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.signatures import ssh_public_line, sshsig_verify
from hrddesk.errors import (
    DiskFull,
    IssueNotLatest,
    NothingToPublish,
    PdfUnreadable,
    PreviewOutdated,
    ProfileNotFound,
    PublicationNotFound,
    TargetExists,
    WriteFailed,
)
from hrddesk.publish.process import press
from hrddesk.publish.process.press import PrintedPdf
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.profile.profiles import NAMES
from hrddesk.store.publications import publications as stored
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job
from tests.languages import both

DAY = date(2021, 6, 1)


def _public(session: Session, record_id: RecordId) -> RecordId:
    with session.store.change("test") as change:
        change.put(session.store.get(record_id).with_visibility(Visibility.PUBLIC))
    return record_id


def _person(session: Session, case: RecordId, *names: str) -> RecordId:
    given = [{"name": name, "kind": "main"} for name in names]
    made = parties.create(session, {"kind": "person"}, {"names": given}, case, "subject").result
    return _public(session, made)


def _fill(session: Session, *, secret: str = "Vero Lunt", title: str = "The mill") -> dict[str, RecordId]:
    """Make a case with somebody who may be named, somebody who gets a label, and a reviewed text."""
    narrative = f"{secret} and Odal Brisk wrote a letter, 13800138000."
    case = cases.create(session, {"title": title, "narrative": narrative}).result
    named, labelled = (
        _person(session, _public(session, case), "Odal Brisk", "缪屿"),
        _person(session, case, secret),
    )
    both = {"parties": [{"party": party, "role": "victim"} for party in (named, labelled)]}
    fields = {"type": "detained", "date": "2020-02-06", "place_text": f"{secret}'s house"}
    event = events.add(session, case, fields, both).result
    _public(session, event)
    texts.review(session, session.store.get(case).text("ref"), "names")
    return {"case": case, "named": named, "labelled": labelled, "event": event}


def _request(ids: dict[str, RecordId], target: Path | None = None) -> PublishRequest:
    return PublishRequest(
        profile="names",
        target=target,
        cases=(ids["case"],),
        label=frozenset([ids["labelled"]]),
        languages=("en", "zh-Hans"),
        as_of=DAY,
        accept_all="for the test",
    )


@pytest.fixture
def ids(session: Session) -> dict[str, RecordId]:
    return _fill(session)


def test_a_preview_shows_who_is_labelled_and_writes_nothing(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    before = session.store.history.head()
    shown = publications.preview(session, _request(ids, tmp_path / "a.pdf"))
    assert [(row.party, row.name, row.label.said("en")) for row in shown.labels] == [
        (ids["labelled"], "Vero Lunt", "Person A")
    ]
    assert shown.model.cases[0].texts == ("Person A and Odal Brisk wrote a letter, [contact].",)
    assert shown.model.cases[0].events[0].place == "Person A house"
    assert [item.case for item in shown.combinations.rare] == [ids["case"]]
    assert shown.left_out == {}
    assert publications.preview(session, replace(_request(ids), cases=None)).model == shown.model
    assert session.store.history.head() == before
    assert not (tmp_path / "a.pdf").exists()


def test_a_preview_says_in_which_cases_a_role_is_for_somebody_to_decide(
    session: Session, ids: dict[str, RecordId]
) -> None:
    parts = {"parties": [{"party": ids["named"], "role": role} for role in ("victim", "our source")]}
    event = events.add(session, ids["case"], {"type": "arrested"}, parts).result
    _public(session, event)
    shown = publications.preview(session, _request(ids))
    assert shown.left_out == {LeftOut.ROLE: 1}
    assert shown.where == {LeftOut.ROLE: (session.store.get(ids["case"]).text("ref"),)}


def test_a_publication_is_printed_signed_and_kept(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    target = tmp_path / "a.pdf"
    steps: list[tuple[int, int]] = []
    made, changes = publications.publish(
        session, _request(ids, target), Job(lambda *step: steps.append(step))
    )
    assert changes.cases == {ids["case"]}
    assert (made.path, made.signature) == (target, tmp_path / "a.pdf.sig")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["a.pdf", "a.pdf.sig"]
    assert made.pages >= 3
    assert steps[-1][0] == steps[-1][1]
    pdf = target.read_bytes()
    signing = own_identity.own_identity(session.store, DAY).signing
    assert sshsig_verify(signing.public, NAMESPACE, pdf, made.signature.read_text("ascii"))
    (row,) = stored.everything(session.store.db)
    assert (row.num, row.file, row.sha256, row.pages) == (
        made.number, "a.pdf", hashlib.sha256(pdf).hexdigest(), made.pages,
    )  # fmt: skip
    assert json.loads(row.labels) == {ids["labelled"]: {"noun": "person", "number": 0}}
    decisions = publication_decisions.of(row)
    assert decisions.cases == (ids["case"],)
    assert [(text.record, text.field) for text in decisions.texts] == [(ids["case"], "narrative")]
    assert RedactedModel.from_bytes(row.model.encode()) == publications.preview(session, _request(ids)).model
    assert session.store.history.of_record(ids["case"])[-1].what == "publication.make"


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")
def test_ssh_keygen_accepts_the_signature(session: Session, ids: dict[str, RecordId], tmp_path: Path) -> None:
    made = publications.publish(session, _request(ids, tmp_path / "a.pdf")).result
    signers = tmp_path / "signers"
    line = ssh_public_line(own_identity.own_identity(session.store, DAY).signing.public, "desk")
    signers.write_text(f"desk {' '.join(line.split()[:2])}\n")
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", "desk", "-n", NAMESPACE]
    with made.path.open("rb") as file:
        done = subprocess.run(
            [*command, "-s", str(made.signature)], stdin=file, capture_output=True, check=False
        )
    assert done.returncode == 0, done.stderr


def test_two_vaults_that_differ_only_in_secrets_publish_the_same_bytes(
    session: Session, tmp_path: Path
) -> None:
    other, _ = Session.create(tmp_path / "other.hrdv", "amber canyon drift maple", FLOOR)
    with other:
        one = publications.publish(session, _request(_fill(session), tmp_path / "one.pdf")).result
        _person(other, cases.create(other, {"title": "Something else"}).result, "Tamsin Quell")
        filled = _fill(other, secret="Isolt Marrow", title="The dam")
        two = publications.publish(other, _request(filled, tmp_path / "two.pdf")).result
        issues = []
        for vault, before in ((session, one), (other, two)):
            request = following(vault.store, before.number, corrects=True)
            target = before.path.with_suffix(".2.pdf")
            answered = replace(request, target=target, as_of=DAY, accept_all="for the test")
            issues.append(publications.publish(vault, answered).result.path.read_bytes())
        assert issues[0] == issues[1]
    assert one.path.read_bytes() == two.path.read_bytes()
    assert one.signature.read_bytes() != two.signature.read_bytes()


def test_the_audit_knows_what_this_vault_published(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    labelled, named = tmp_path / "labelled.pdf", tmp_path / "named.pdf"
    publications.publish(session, _request(ids, labelled))
    off = {ids["labelled"]: TakenOff(1, "She asked for it.")}
    publications.publish(session, replace(_request(ids, named), label=frozenset(), labels_off=off))
    assert publications.check(labelled).passed
    assert publications.check(labelled, session.store).passed
    assert publications.check(named, session.store).passed, "approved: it is this vault's own"
    foreign = tmp_path / "foreign.pdf"
    foreign.write_bytes(named.read_bytes().replace(b"%PDF-", b"%PDF-", 1) + b"\n")
    assert not publications.check(foreign, session.store).passed, "the names of the vault are in it"
    for wrong in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(PdfUnreadable):
            publications.check(wrong)
    (tmp_path / "text.pdf").write_text("no PDF")
    with pytest.raises(PdfUnreadable):
        publications.check(tmp_path / "text.pdf")


def test_a_model_larger_than_a_pipe_reaches_the_process_that_prints_it(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    cases.edit(session, ids["case"], {"narrative": "It began at the mill, and went on from there. " * 3000})
    texts.review(session, session.store.get(ids["case"]).text("ref"), "names")
    assert publications.publish(session, _request(ids, tmp_path / "a.pdf")).result.pages > 20


@pytest.mark.parametrize("taken", ["a.pdf", "a.pdf.sig"])
def test_what_is_there_already_is_never_replaced(
    session: Session, ids: dict[str, RecordId], tmp_path: Path, taken: str
) -> None:
    (tmp_path / taken).write_text("here")
    with pytest.raises(TargetExists):
        publications.publish(session, _request(ids, tmp_path / "a.pdf"))
    assert (tmp_path / taken).read_text() == "here"
    assert publications.all_publications(session.store) == []


@pytest.mark.parametrize("place", ["/", "."])
def test_a_folder_without_a_name_is_no_place_for_it(
    session: Session, ids: dict[str, RecordId], place: str
) -> None:
    with pytest.raises(TargetExists):
        publications.publish(session, _request(ids, Path(place)))


def test_nothing_is_left_when_it_is_cancelled_or_cannot_be_written(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        publications.publish(session, _request(ids, tmp_path / "a.pdf"), job)
    with pytest.raises(WriteFailed):
        publications.publish(session, _request(ids, tmp_path / "no such folder" / "a.pdf"))
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    assert publications.all_publications(session.store) == []


def test_keys_that_were_made_for_a_publication_that_was_cancelled_sign_the_next(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    def on_step(_: int, total: int) -> None:
        if total == 100:  # it is laid out
            job.cancel()

    assert own_identity.known_identity(session.store) is None
    job = Job(on_step)
    with pytest.raises(Cancelled):
        publications.publish(session, _request(ids, tmp_path / "a.pdf"), job)
    made = own_identity.known_identity(session.store)
    assert made is not None
    published = publications.publish(session, _request(ids, tmp_path / "a.pdf")).result
    assert own_identity.known_identity(session.store) == made
    pdf, signature = published.path.read_bytes(), published.signature.read_text("ascii")
    assert sshsig_verify(made.signing.public, NAMESPACE, pdf, signature)


def test_neither_file_stays_when_the_vault_cannot_keep_the_record(
    session: Session, ids: dict[str, RecordId], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise DiskFull

    monkeypatch.setattr(stored, "add", full)
    with pytest.raises(DiskFull):
        publications.publish(session, _request(ids, tmp_path / "a.pdf"))
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    assert session.store.history.of_record(ids["case"])[-1].what != "publication.make"


def test_what_took_the_place_of_the_pdf_that_was_audited_is_never_signed(
    session: Session, ids: dict[str, RecordId], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that others write to, or that a program keeps in step with another one."""
    printed = press.print_pdf

    def replaced(model: RedactedModel, target: Path, *rest: Any) -> PrintedPdf:
        made = printed(model, target, *rest)
        target.write_bytes(target.read_bytes() + b"% Odal Lunt")
        return made

    monkeypatch.setattr(publications, "print_pdf", replaced)
    with pytest.raises(WriteFailed, match="does not read back"):
        publications.publish(session, _request(ids, tmp_path / "a.pdf"))
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    assert publications.all_publications(session.store) == []


def test_only_what_was_seen_in_the_preview_is_published(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    request = _request(ids, tmp_path / "a.pdf")
    seen = replace(request, seen=publications.preview(session, request).seen)
    parties.edit(session, ids["named"], {"sex": "female"})
    with pytest.raises(PreviewOutdated):
        publications.publish(session, seen)
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    again = replace(request, seen=publications.preview(session, request).seen)
    publications.publish(session, again)  # nothing of it is told to the next one
    publications.publish(session, replace(again, target=tmp_path / "b.pdf"))


def test_a_publication_needs_a_place_a_profile_and_something_to_say(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="place"):
        publications.publish(session, _request(ids))
    with pytest.raises(ProfileNotFound):
        publications.preview(session, replace(_request(ids), profile="nobody"))
    empty = cases.create(session, {"title": "Empty"}).result
    with pytest.raises(NothingToPublish):
        publications.publish(session, replace(_request(ids, tmp_path / "a.pdf"), cases=(empty,)))


def test_a_desk_makes_profiles_of_its_own(session: Session, ids: dict[str, RecordId]) -> None:
    assert publications.profile_names(session.store) == ["names", "labels"]
    mine = replace(NAMES, name="mine", texts=frozenset())
    publications.save_profile(session, mine)
    assert publications.profile_of(session.store, "mine") == mine
    assert publications.profile_names(session.store) == ["names", "labels", "mine"]
    request = replace(_request(ids), profile="mine", title=both("On Vero Lunt", "缪屿"))
    shown = publications.preview(session, request).model
    assert (shown.cases[0].texts, shown.title.text(("en",))) == ((), "On Person A")
    with pytest.raises(ProfileNotFound):
        publications.save_profile(session, replace(mine, name="labels"))


def test_what_stays_behind_is_counted(session: Session, ids: dict[str, RecordId]) -> None:
    cases.edit(session, ids["case"], {"narrative": "Another text."})
    assert publications.preview(session, _request(ids)).left_out == {LeftOut.CHANGED_TEXT: 1}
    assert session.store.get(ids["case"]).kind is Kind.CASE


def test_what_was_made_coarser_is_kept_with_the_publication(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    request = replace(_request(ids, tmp_path / "a.pdf"), coarser=frozenset({Coarser.YEARS}))
    publications.publish(session, request)
    (row,) = stored.everything(session.store.db)
    assert json.loads(row.request)["coarser"] == ["years"]
    model = RedactedModel.from_bytes(row.model.encode("utf-8"))
    assert {event.date for event in model.cases[0].events} <= {"", "2020"}


def test_a_publication_is_in_the_language_of_its_profile_unless_somebody_says_otherwise(
    session: Session, ids: dict[str, RecordId]
) -> None:
    publications.save_profile(session, replace(NAMES, name="mine", languages=("zh-Hans",)))
    mine = replace(_request(ids), profile="mine", languages=())
    assert publications.preview(session, mine).model.languages == ("zh-Hans",)
    both = replace(mine, languages=("en", "zh-Hans"))
    assert publications.preview(session, both).model.languages == ("en", "zh-Hans")


def test_an_issue_says_what_has_changed_since_the_one_before(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    first = publications.publish(session, _request(ids, tmp_path / "1.pdf")).result
    released = events.add(
        session,
        ids["case"],
        {"type": "released", "date": "2021"},
        {"parties": [{"party": ids["named"], "role": "victim"}]},
    ).result
    _public(session, released)
    second = replace(_request(ids, tmp_path / "2.pdf"), since=first.number)
    assert publications.preview(session, second).model.issue is not None
    made = publications.publish(session, second).result
    row = stored.everything(session.store.db)[0]
    issue = RedactedModel.from_bytes(row.model.encode("utf-8")).issue
    assert issue is not None
    assert (issue.number, issue.corrects, [change.turn for change in issue.changes]) == (
        2,
        False,
        ["released"],
    )
    assert issue.before.sha256 == hashlib.sha256((tmp_path / "1.pdf").read_bytes()).hexdigest()
    third = replace(_request(ids, tmp_path / "3.pdf"), since=made.number, corrects=True)
    corrected = publications.preview(session, third).model.issue
    assert corrected is not None
    assert (corrected.number, corrected.corrects, corrected.changes) == (3, True, ())
    with pytest.raises(PublicationNotFound):
        publications.preview(session, replace(third, since=99))


@pytest.mark.parametrize("corrects", [True, False])
def test_two_issues_never_follow_the_same_one(
    session: Session, ids: dict[str, RecordId], tmp_path: Path, corrects: bool
) -> None:
    """Two corrections of one issue were both Issue 2; the second belongs to the first of them."""
    publications.publish(session, _request(ids, tmp_path / "1.pdf"))
    publications.publish(session, _request(ids, tmp_path / "other.pdf"))  # of a series of its own
    second = replace(_request(ids, tmp_path / "3.pdf"), since=1, corrects=corrects)
    publications.publish(session, second)
    again = replace(_request(ids, tmp_path / "4.pdf"), since=1, corrects=True)
    for run in (publications.preview, publications.publish):
        with pytest.raises(IssueNotLatest, match="publication 3 is"):
            run(session, again)
    assert not (tmp_path / "4.pdf").exists()
    third = publications.publish(session, replace(again, since=3)).result
    issue = third.preview.model.issue
    assert issue is not None
    assert issue.number == 3
    with pytest.raises(IssueNotLatest) as caught:
        publications.preview(session, again)
    assert caught.value.details["latest"] == "4"


def test_the_record_names_no_text_that_was_left_out(
    session: Session, ids: dict[str, RecordId], tmp_path: Path
) -> None:
    """It had been read once, and had changed since: no page holds it."""
    first = publications.publish(session, _request(ids, tmp_path / "a.pdf")).result
    assert [text.field for text in publication_record.show(session.store, first.number).texts] == [
        "narrative"
    ]
    cases.edit(session, ids["case"], {"narrative": "Another text."})
    second = publications.publish(session, _request(ids, tmp_path / "b.pdf")).result
    assert publication_record.show(session.store, second.number).texts == ()
