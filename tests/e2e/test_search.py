"""Every name of the real report is found by any of its forms, and hits are those of a brute-force scan."""

from pathlib import Path

from hrddesk.actions.analysis import search
from hrddesk.actions.interop import imports
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.names import names
from hrddesk.store.vault.session import Session


def _scan(parties: list[Record], needle: str) -> set[RecordId]:
    """Find parties the slow way: look at every form of every name of everybody."""
    wanted = names.normalise(needle)
    return {
        party.id
        for party in parties
        for item in party.values("names")
        if any(
            wanted in form
            for form in {
                names.normalise(str(item["name"])),
                *names.derived_forms(str(item["name"]), str(item["script"])),
                names.normalise(party.text("ref")),
            }
        )
    }


def _found(session: Session, text: str) -> set[RecordId]:
    """Return who is found by a name; the box, which looks at other words too, finds all of them."""
    called = set(session.store.search.by_name(text, Kind.PARTY))
    assert called <= {hit.id for hit in search.find(session.store, text) if hit.kind is Kind.PARTY}
    return called


def test_every_name_is_found_by_every_form(session: Session, shared: Path) -> None:
    imports.run(session, shared / "data" / "report2020")
    parties = list(session.store.all(Kind.PARTY))
    chinese: set[str] = set()
    for party in parties:
        for item in party.values("names"):
            name, script = str(item["name"]), str(item["script"])
            queries = {name, name.lower(), name.upper(), name.replace(" ", ""), *name.split()}
            if script in ("Hans", "Hant", "Hani"):
                chinese.add(name)
                queries |= {names.pinyin(name), names.pinyin(name).replace(" ", ""), name[-2:], name[0]}
            for query in queries:
                hits = _found(session, query)
                assert party.id in hits, party.values("keys")[0]["key"]
                assert hits == _scan(parties, query), party.values("keys")[0]["key"]
    assert len([name for name in chinese if len(name) == 2]) == 13


def test_every_substring_of_two_characters_is_found_as_a_scan_finds_it(
    session: Session, shared: Path
) -> None:
    imports.run(session, shared / "data" / "report2020")
    parties = list(session.store.all(Kind.PARTY))
    texts = [str(item["name"]) for party in parties for item in party.values("names")]
    pairs = {text[at : at + 2] for text in texts for at in range(len(text) - 1)}
    for pair in sorted(pairs):
        if names.normalise(pair):
            assert _found(session, pair) == _scan(parties, pair), f"pair number {sorted(pairs).index(pair)}"
