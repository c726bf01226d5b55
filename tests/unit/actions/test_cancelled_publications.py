"""A publication of many cases that is cancelled, at any stage, leaves no trace: real processes, a real vault.

HRDDESK_FULL=1 takes 1,000 cases.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from hrddesk.actions.exchange import organisation
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.crypto.kdf import FLOOR
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Item, Job
from tests.campaigns import tried

CASES = tried(1000, 30)
REQUEST = PublishRequest(profile="labels")
_MOMENTS = {
    "read": lambda seen: len(seen) == 1,  # the records
    "redacted": lambda seen: len(seen) == 2,  # the model is made
    "begun": lambda seen: seen[-1] == (0, 100),
    "laid out": lambda seen: seen[-1][0] >= 20,
    "its objects seen": lambda seen: seen[-1][0] >= 52,
    "its pages drawn": lambda seen: seen[-1][0] >= 80,
    "nearly audited": lambda seen: seen[-1][0] >= 95,
}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A vault of many cases that may be published with labels."""
    session, _ = Session.create(tmp_path_factory.mktemp("vault") / "desk.hrdv", "granite lantern", FLOOR)
    chance = random.Random(6)
    with session.store.change("test") as change:
        for number in range(CASES):
            for record in _case(number, chance):
                change.put(record)
    organisation.signing(
        session.store
    )  # the keys of the desk, which it makes once, whatever it is that wants them
    yield session
    session.close()


def _case(number: int, chance: random.Random) -> list[Record]:
    def record(kind: Kind) -> Record:
        return Record(kind=kind, id=RecordId(f"{chance.getrandbits(128):032x}"))

    name = "".join(chance.choice("bdklmnrstv") + chance.choice("aeiou") for _ in range(4)).capitalize()
    person = record(Kind.PARTY).with_fields(ref=f"P-{number}", kind="person")
    person = person.with_elements("names", [{"name": f"{name} Invento", "script": "Latn", "kind": "main"}])
    case = record(Kind.CASE).with_fields(ref=f"C-{number}", title=f"Of {name}")
    victim = [{"party": person.id, "role": "victim"}]
    dates = [f"2020-{month:02}-{chance.randint(1, 28):02}" for month in (1, 3, 6, 9)]
    happened = [
        record(Kind.EVENT).with_fields(case=case.id, type=what, date=day).with_elements("parties", victim)
        for what, day in zip(("arrest", "interrogation", "trial", "sentence"), dates, strict=True)
    ]
    return [person, case.with_elements("parties", victim), *happened]


def _everything(*folders: Path) -> set[Path]:
    return {path for folder in folders for path in folder.rglob("*")}


@pytest.mark.parametrize("moment", _MOMENTS)
def test_cancelled_at_any_stage_it_leaves_no_trace(
    moment: str, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: Callable[[list[tuple[int, int]]], bool] = _MOMENTS[moment]
    temporary, out = tmp_path / "temporary", tmp_path / "out"
    temporary.mkdir()
    out.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    seen: list[tuple[int, int]] = []
    asked: list[float] = []

    def on_step(done: int, total: int) -> None:
        seen.append((done, total))
        if not asked and reached(seen):
            asked.append(time.monotonic())
            job.cancel()

    job = Job(on_step)
    head, vault = session.store.history.head(), _everything(session.folder)
    request = PublishRequest(profile=REQUEST.profile, target=out / "made.pdf", accept_all="for the test")
    with pytest.raises(Cancelled):
        publications.publish(session, request, job)
    waited = time.monotonic() - asked[0]
    assert waited < 15  # no stage goes on to its end: of 1,000 cases, beside four others, redaction takes 5 s
    assert _everything(temporary, out) == set()
    assert _everything(session.folder) == vault
    assert session.store.history.head() == head
    assert publications.all_publications(session.store) == []
    tells = [done for done, total in seen if total == 100]
    assert tells == sorted(tells)


def test_what_was_cancelled_before_is_published_with_its_progress(session: Session, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    request = PublishRequest(profile=REQUEST.profile, target=tmp_path / "made.pdf", accept_all="for the test")
    made = publications.publish(session, request, Job(lambda *step: seen.append(step))).result
    assert made.pages > CASES / 4
    assert seen[-1] == (100, 100)
    assert len({done for done, _ in seen}) > 20
    assert {path.name for path in tmp_path.iterdir()} == {"made.pdf", "made.pdf.sig"}


def test_a_preview_stops_at_any_name_and_any_case(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    each = Job.each
    passed, last = 0, 0

    def watched(job: Job, items: Iterable[Item]) -> Iterator[Item]:
        def counted() -> Iterator[Item]:
            nonlocal passed
            for item in items:
                passed += 1
                if passed == last:
                    job.cancel()
                yield item

        return each(job, counted())

    monkeypatch.setattr(Job, "each", watched)
    before = publications.preview(session, REQUEST, Job())
    whole, chance = passed, random.Random(4)
    assert whole > 10 * CASES  # records, names three times, cases
    for last in (1, *chance.sample(range(2, whole), 8), whole):
        passed = 0
        with pytest.raises(Cancelled):
            publications.preview(session, REQUEST, Job())
        assert passed == last
    passed, last = 0, 0
    assert publications.preview(session, REQUEST, Job()) == before
