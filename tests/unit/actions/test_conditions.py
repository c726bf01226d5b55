"""Conditions of custody in a table: several of an event, wherever the table writes them."""

from pathlib import Path

import pytest

from hrddesk.actions import imports
from hrddesk.records.kinds import Kind
from hrddesk.session import Session


@pytest.mark.parametrize(
    ("form", "terms", "kept", "codes"),
    [
        ("incommunicado", "", "", ["incommunicado"]),
        ("rsdl|秘密关押|incommunicado", "beating", "rsdl", ["secret", "incommunicado", "beating"]),
        ("criminal", "solitary", "criminal", ["solitary"]),
        ("看守所", "", "detention_centre", []),
    ],
)
def test_a_condition_in_the_column_of_the_form_is_a_term(
    session: Session, tmp_path: Path, form: str, terms: str, kept: str, codes: list[str]
) -> None:
    (tmp_path / "parties.csv").write_text("party,kind,names\np1,person,Ada Quill@Latn:main\n", "utf-8")
    (tmp_path / "events.csv").write_text(
        f"event,party,type,form,terms,date\ne1,p1,detained,{form},{terms},2020\n", "utf-8"
    )
    imports.run(session, tmp_path)
    (event,) = session.store.all(Kind.EVENT)
    assert event.text("form") == kept
    assert [item["term"] for item in event.values("terms")] == codes
