"""A desk with one case and a picture of its gate, three profiles, and ways to get the picture ready."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrddesk.actions.content_review import pictures
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, evidence, parties
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import RecordId
from hrddesk.redact.drafting.boxes import Box
from hrddesk.redact.profile.profiles import LABELS, NAMES
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from tests.pictures import photo

DAY = date(2021, 6, 1)
BOX = Box(100, 90, 200, 130)
SIZE = (640, 480)
MINE = replace(NAMES, name="mine", pictures=True)
OTHER = replace(LABELS, name="other", pictures=True, fields=LABELS.fields | {"evidence.captured"})
PLAIN = replace(NAMES, name="plain")


@pytest.fixture(autouse=True)
def profiles(session: Session) -> None:
    for profile in (MINE, OTHER, PLAIN):
        publications.save_profile(session, profile)


@pytest.fixture
def case(session: Session) -> RecordId:
    made = cases.create(session, {"title": "The mill"}).result
    person = parties.create(
        session, {"kind": "person"}, {"names": [{"name": "Vero Lunt", "kind": "main"}]}, made, "subject"
    ).result
    with session.store.change("test") as change:
        for record in (person, made):
            change.put(session.store.get(record).with_visibility(Visibility.PUBLIC))
    return made


Add = Callable[..., RecordId]


@pytest.fixture
def add(session: Session, case: RecordId, tmp_path: Path) -> Add:
    def add(data: bytes, name: str = "gate.jpg", **fields: str) -> RecordId:
        path = tmp_path / name
        path.write_bytes(data)
        made = evidence.add(session, case, path, silent(), {"others": "none", **fields}).result
        return made.id

    return add


@pytest.fixture
def gate(add: Add) -> RecordId:
    return add(photo(), captured="2019-05-04", title="Gate with somebody")


def ready(
    session: Session, picture: RecordId, profile: str = "mine", *, boxes: tuple[Box, ...] = (BOX,)
) -> None:
    pictures.draw(session, picture, profile, boxes, SIZE)
    pictures.describe(session, picture, profile, "A gate with two people", "The gate of the mill")
    pictures.review(session, picture, profile, others=bool(boxes))


def preview(session: Session, profile: str = "mine", **kept: Any) -> publications.Preview:
    return publications.preview(session, PublishRequest(profile=profile, as_of=DAY, **kept))
