"""Another desk sent our rows beforehand and more open: our import gives them its own level."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrddesk.actions.interop import imports
from hrddesk.crypto.kdf import FLOOR
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session

ROWS = {
    "parties": "party,kind,names\np1,person,Gou Lanting@Latn:main\np2,person,Qi Wan@Latn:main\n",
    "events": "event,party,type,date,case\ne1,p1,detained,2020-02-06,c1\n",
    "cases": "case,title,parties\nc1,T,p1:victim\n",
    "relations": "from,type,to\np1,sibling,p2\n",
}


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Session]:
    """The vault of the other desk."""
    made, _ = Session.create(tmp_path / "second.hrdv", "quiet harbour lantern nine", FLOOR)
    yield made
    made.close()


def _kit(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def _came_from_another(session: Session, other: Session) -> None:
    """Put all of the other desk's records here as an acceptance does."""
    with session.store.change("bundle.accepted") as change:
        for kind in Kind:
            for record in other.store.all(kind):
                change.put(record)


def _levels(session: Session) -> set[str]:
    return {record.visibility("record").value for kind in Kind for record in session.store.all(kind)}


@pytest.mark.parametrize(
    ("level", "expected"), [(None, "restricted"), ("secret", "secret"), ("public", "public")]
)
@pytest.mark.parametrize("with_case", [True, False])
def test_the_level_of_our_import_holds(
    session: Session, second: Session, tmp_path: Path, level: str | None, expected: str, with_case: bool
) -> None:
    rows = ROWS if with_case else {name: text for name, text in ROWS.items() if name != "cases"}
    if not with_case:
        rows["events"] = "event,party,type,date\ne1,p1,detained,2020-02-06\n"
    folder = _kit(tmp_path / "summer", **rows)
    imports.run(second, folder, visibility="public")
    _came_from_another(session, second)
    count = sum(len(session.store.ids(kind)) for kind in Kind)
    assert _levels(session) == {"public"}
    report = imports.run(session, folder, visibility=level).result
    assert _levels(session) == {expected}
    assert (report.new, report.tightened) == ({}, 0 if level == "public" else count)
    again = imports.run(session, folder, visibility=level).result
    assert (again.tightened, again.updated) == (0, {})


def test_what_a_row_says_and_what_we_opened_since_stays(
    session: Session, second: Session, tmp_path: Path
) -> None:
    folder = _kit(tmp_path / "summer", parties="party,age,visibility\np1,29,public|age:secret\np2,30,\n")
    imports.run(second, folder)
    for record in list(second.store.all(Kind.PARTY)):
        with second.store.change("test") as change:
            change.put(record.with_visibility(Visibility.PUBLIC))
    _came_from_another(session, second)
    imports.run(session, folder)
    first, other = session.store.all(Kind.PARTY)
    assert (first.visibility("record"), first.visibility("age")) == (Visibility.PUBLIC, Visibility.SECRET)
    assert other.visibility("record") is Visibility.RESTRICTED
    with session.store.change("test") as change:
        change.put(other.with_visibility(Visibility.PUBLIC))
    report = imports.run(session, folder).result
    assert report.tightened == 0  # a decision of this desk, after the import
