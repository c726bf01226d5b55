"""Demand 5: where everybody of the real report is as of 2020-12-31, with the reason.

Rows are cited by their ids; what is expected was read from the rows of `events.csv` by a person, not
computed. The unit tests of `analysis.status` hold twenty-four others.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from hrddesk.cli import main
from hrddesk.store.vault.session import Session
from tests.conftest import PASSPHRASE
from tests.unit.actions.desk import SECRET, new_vault

DAY = "2020-12-31"
CUSTODY, OPEN = "in_custody", "undetermined"

# first row of a person -> answer, reason, measure, stage, since, (sentence over, from and to)
READ_BY_HAND: dict[str, tuple[str, str, str, str, str, tuple[str | None, str | None] | None]] = {
    # held from the 15th; the arrest has no date: it may have come, so neither measure nor stage follows it
    "e014": (CUSTODY, "", "", "detained", "2020-02-15", None),
    "e020": (CUSTODY, "", "rsdl", "detained", "2020-04", None),  # both in April, only one names a measure
    "e022": (CUSTODY, "", "arrested_custody", "arrested", "2020-04-14", None),
    "e023": (CUSTODY, "", "", "sentenced", "2020", (None, "2035-12-31")),  # when it began is not said
    "e028": (CUSTODY, "", "arrested_custody", "arrested", "2020-09", None),
    "e030": (CUSTODY, "", "", "detained", "2020-09", None),
    "e031": (CUSTODY, "", "", "detained", "2020-11-11", None),
    "e032": (CUSTODY, "", "", "sentenced", "2020-11", (None, "2040-11-30")),
    "e033": (CUSTODY, "", "", "sentenced", "2020-09-22", (None, "2038-09-22")),
    "e036": (CUSTODY, "", "", "sentenced", "2019-12", (None, "2021-12-31")),
    "e037": (OPEN, "nothing_on_liberty", "", "", "", None),  # tried, and nobody says from where they came
    "e041": (CUSTODY, "", "arrested_custody", "arrested", "2020", None),
    "e042": (OPEN, "undated_events", "", "", "", None),  # a detention, perhaps after that day
    "e050": (CUSTODY, "", "", "tried", "2019-07", None),
    "e075": (OPEN, "undated_events", "", "", "", None),
    "e077": (CUSTODY, "", "rsdl", "detained", "2020-10-22", None),  # taken away again: at large before
    "e081": (CUSTODY, "", "arrested_custody", "arrested", "2020-09", None),
    "e084": (CUSTODY, "", "", "detained", "2019-03", None),  # the sentence came in 2021
    "e086": (CUSTODY, "", "", "tried", "2019-07", None),
    # the sentence is doubted by its "?": it may have come, so the measure before it is not named for certain
    "e091": (CUSTODY, "", "", "tried", "2019-08", None),
    "e096": (CUSTODY, "", "", "sentenced", "2019-12", (None, "2028-12-31")),
    "e097": (OPEN, "undated_events", "", "", "", None),  # arrested in April; unknown whereabouts, undated
    "e102": (OPEN, "undated_events", "", "", "", None),
    "e104": (CUSTODY, "", "", "sentenced", "2020-07-14", ("2021-07-14", "2021-07-14")),
    "e117": (OPEN, "nothing_on_liberty", "", "", "", None),  # a licence, in 2021
    "e119": (CUSTODY, "", "house_arrest", "detained", "2020", None),
    "e122": (OPEN, "undated_events", "", "", "", None),  # in prison, and since when nobody says
    "e129": (CUSTODY, "", "arrested_custody", "arrested", "2020-04", None),
}


@pytest.fixture(scope="module")
def table(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The statuses that the command line prints, by the first row of each person; "" has who has no event."""
    folder = tmp_path_factory.mktemp("report")
    vault = new_vault(folder / "report.hrdv", "empty")
    secret = folder / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    opened = ["--vault", str(vault), "--passphrase-file", str(secret)]
    report = str(shared / "data" / "report2020")
    assert main(["import", report, "--source", "report2020", "--quiet", *opened]) == 0
    printed = pytest.MonkeyPatch()
    lines: list[str] = []
    with printed.context() as patched:
        patched.setattr("sys.stdout.write", lines.append)
        assert main(["party", "list", "--as-of", DAY, "--json", *opened]) == 0
    found: dict[str, dict[str, Any]] = {}
    with Session.open(vault, SECRET) as session:
        rows = session.store.db.execute("SELECT owner, key FROM import_key WHERE file = 'events.csv'")
        keys = dict(rows.fetchall())
        for party in json.loads("".join(lines)):
            own = [keys[event.id] for event in session.store.events_of_party(party["id"])]
            status = dict(party["status"])
            status["events"] = [keys[event] for event in status["events"]]
            found[min(own, default="")] = status
    return found


def test_demand_5_everybody_has_a_status_and_whoever_has_none_has_a_reason(
    table: dict[str, dict[str, Any]],
) -> None:
    assert len(table) == 74
    for status in table.values():
        assert ("reason" in status) == (status["answer"] == OPEN)
        assert status["as_of"] == DAY
        if status["answer"] != OPEN:
            assert status["events"]  # what it rests on
    assert table[""]["reason"] == "no_events"


@pytest.mark.parametrize("row", READ_BY_HAND)
def test_demand_5_as_read_by_hand(row: str, table: dict[str, dict[str, Any]]) -> None:
    status = table[row]
    ends = status.get("ends")
    assert (
        status["answer"],
        status.get("reason", ""),
        status.get("measure", ""),
        status.get("stage", ""),
        status.get("since", ""),
        None if ends is None else tuple(ends),
    ) == READ_BY_HAND[row]
