"""A desk that hands its cases off to another, and whether it is well afterwards."""

from pathlib import Path
from typing import Any

from hrddesk.actions.content_review import text_decisions, texts
from hrddesk.actions.records import cases, parties
from hrddesk.actions.vault import forgetting
from hrddesk.actions.vault.forgetting import HandedOff
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.record import RecordId
from hrddesk.redact.passages.wording import Decision, How
from hrddesk.store.vault import check
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job, silent
from tests.made import PASSPHRASE
from tests.unit.bundle.forge import Desks

SECRET = PassphraseSecret(PASSPHRASE)


def a_told_case(session: Session, title: str = "Kingfisher") -> RecordId:
    case = cases.create(session, {"title": title, "narrative": f"{title} is told here."}).result
    names = [{"name": f"Person of {title}", "kind": "main"}]
    parties.create(session, {"kind": "person"}, {"names": names}, case=case, role="subject")
    return case


def read_text(session: Session, case: RecordId, profile: str) -> None:
    """Cover each name that a text asks about, and confirm the text."""
    for place in texts.occurrences(session, case, profile).found:
        if place.decide and place.at:
            text_decisions.decide(session, case, profile, Decision(*place.at, How.LABEL, "person"))
    texts.review(session, case, profile)


def hand_off(desks: Desks, where: Path, chosen: list[RecordId] | None, **changes: Any) -> HandedOff:
    settings: dict[str, Any] = {"emergency": True, **changes}
    return forgetting.hand_off(
        desks.documenter,
        where,
        "coordinator",
        chosen,
        [SECRET],
        silent(),
        **settings,
    ).result


def reopened(desks: Desks) -> Session:
    folder = desks.documenter.folder
    desks.documenter.close()
    desks.documenter = Session.open(folder, SECRET)
    return desks.documenter


def assert_well(session: Session) -> None:
    assert session.alarms == []
    assert check.check(session.reader, session.alarms, Job()).damage == []
