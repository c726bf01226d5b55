"""The three things that tables write in one column of custody: measure, facility, conditions (several)."""

from pathlib import Path

import pytest

from hrddesk.actions.interop import imports
from hrddesk.records.model.kinds import Kind
from hrddesk.store.vault.session import Session

COLUMNS = "event,party,type,form,measure,facility,terms,date"


@pytest.mark.parametrize(
    ("row", "measure", "facility", "codes"),
    [
        ("incommunicado,,,", "", "", ["incommunicado"]),
        ("rsdl|秘密关押|incommunicado,,,beating", "rsdl", "", ["secret", "incommunicado", "beating"]),
        ("criminal,,,solitary", "criminal", "", ["solitary"]),
        ("看守所,,,", "", "detention_centre", []),
        ("刑事拘留|看守所|secret,,,", "criminal", "detention_centre", ["secret"]),
        ("psychiatric,,,", "", "psychiatric_hospital", []),
        ("locked away,,,", "locked away", "", []),
        (",行政拘留,拘留所,solitary|secret", "administrative", "lockup", ["solitary", "secret"]),
        ("rsdl|prison,criminal,,", "criminal", "prison", []),
    ],
)
def test_each_of_the_three_goes_where_it_belongs(
    session: Session, tmp_path: Path, row: str, measure: str, facility: str, codes: list[str]
) -> None:
    (tmp_path / "parties.csv").write_text("party,kind,names\np1,person,Ada Quill@Latn:main\n", "utf-8")
    (tmp_path / "events.csv").write_text(f"{COLUMNS}\ne1,p1,detained,{row},2020\n", "utf-8")
    imports.run(session, tmp_path)
    (event,) = session.store.all(Kind.EVENT)
    assert (event.text("measure"), event.text("facility")) == (measure, facility)
    assert [item["term"] for item in event.values("terms")] == codes
