"""A case falls under the law of its country, or of the vault's usual one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hrddesk.actions.analysis import checks, clocks, countries, figures, statuses
from hrddesk.actions.exchange import bundles, contacts, identity
from hrddesk.actions.interop import exports, imports
from hrddesk.actions.records import cases, events, history, parties
from hrddesk.analysis.consistency.findings import Check
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.analysis.status.liberty import Answer
from hrddesk.bundle.merging.merge import Side
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import InvalidValue, UndoNotPossible
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.records.terms.countries import shipped
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.made import PASSPHRASE, empty_vault

DAY = date(2020, 6, 1)


def case_of(
    session: Session, *told: tuple[str, str], country: str | None = None
) -> tuple[RecordId, RecordId]:
    """Make a case with one person and these events of a type and a date; return case and person."""
    party = parties.create(session, {}, {"names": [{"name": "Yim Ka-lok"}]}).result
    case = cases.create(session, {"title": "A case", "country": country}).result
    cases.add_party(session, case, party, "subject")
    for kind, day in told:
        events.add(
            session,
            case,
            {"type": kind, "date": day},
            {"parties": [{"party": party, "role": "victim"}]},
        )
    return case, party


ARREST = ("arrested", "2020-05-20")


def test_an_arrest_means_what_the_law_of_the_case_says(session: Session) -> None:
    case, party = case_of(session, ARREST, country="Hong Kong")
    assert session.store.get(case).text("country") == "HK"
    status = statuses.of_party(session.store, party, DAY)
    assert status is not None
    assert (status.answer, status.country, status.stage, status.measure) == (
        Answer.CUSTODY,
        "HK",
        "arrested",
        "",
    )
    (clock,) = clocks.of_all(session.store, DAY)
    assert (clock.cap, clock.limit, clock.is_over()) == ("police_detention", 2, True)
    cases.edit(session, case, {"country": None})
    status = statuses.of_party(session.store, party, DAY)
    assert status is not None
    assert (status.country, status.stage, status.measure) == ("CN", "arrested", "arrested_custody")
    assert [clock.cap for clock in clocks.of_all(session.store, DAY)] == [""]


def test_figures_keep_the_stages_of_countries_apart(session: Session) -> None:
    case_of(session, ARREST, country="HK")
    case_of(session, ARREST)
    for by in (["stage"], ["status", "stage"]):
        table = figures.ask(session.store, asked(unit="persons", by=by, as_of=DAY.isoformat()))
        told = {line.key[-1]: table.label(len(by) - 1, line.key[-1], "zh") for line in table.lines}
        assert told == {"CN/arrested": "批捕（中国）", "HK/arrested": "被拘捕（香港）"}
    for words, total in (("arrested", 2), ("arrested (Hong Kong)", 1), ("批捕", 1)):
        question = asked(unit="persons", where=[f"stage={words}"], as_of=DAY.isoformat())
        assert figures.ask(session.store, question).total == total


def test_hong_kong_bail_remand_and_discharge(session: Session) -> None:
    def answer(*told: tuple[str, str]) -> tuple[Answer, str]:
        _, party = case_of(session, *told, country="HK")
        status = statuses.of_party(session.store, party, DAY)
        assert status is not None
        return status.answer, status.stage

    assert answer(ARREST, ("police_bail", "2020-05-21")) == (Answer.RELEASED, "")
    assert answer(ARREST, ("charged", "2020-05-22"), ("remanded", "2020-05-22")) == (
        Answer.CUSTODY,
        "charged",
    )
    remanded = (ARREST, ("remanded", "2020-05-22"), ("court_bail", "2020-05-30"))
    assert answer(*remanded) == (Answer.RELEASED, "")
    assert answer(ARREST, ("discharged", "2020-05-21")) == (Answer.RELEASED, "")


def test_who_is_wanted_with_a_bounty_is_at_large(session: Session) -> None:
    wanted = ("wanted_with_bounty", "2020-05-21")
    for told in ([wanted], [ARREST, ("court_bail", "2020-05-20"), wanted], [("fled", "2019"), wanted]):
        _, party = case_of(session, *told, country="HK")
        status = statuses.of_party(session.store, party, DAY)
        assert status is not None
        assert (status.answer, status.type, status.since) == (Answer.FREE, *wanted)


def test_a_sentence_in_hong_kong_may_end_a_third_earlier(session: Session) -> None:
    _, party = case_of(session, ("remanded", "2017-01-01"), country="HK")
    case = cases.create(session, {"title": "The trial", "country": "HK"}).result
    events.add(
        session,
        case,
        {"type": "sentenced", "date": "2018-01-01"},
        {
            "parties": [{"party": party, "role": "victim"}],
            "penalties": [{"kind": "fixed", "months": 36}],
        },
    )
    status = statuses.of_party(session.store, party, date(2018, 6, 1))
    assert status is not None
    assert status.ends == (date(2019, 1, 1), date(2020, 1, 1))


def test_the_order_that_a_law_wants_is_that_of_the_country(session: Session) -> None:
    told = (("detained", "2020-03-01"), ("arrested", "2020-02-01"))
    case, _ = case_of(session, *told)
    assert [found.check for found in checks.run(session.store)] == [Check.STAGE_OUT_OF_ORDER]
    cases.edit(session, case, {"country": "HK"})
    assert checks.run(session.store) == []


def test_the_usual_country_counts_where_a_case_names_none(session: Session) -> None:
    _, party = case_of(session, ARREST)
    assert countries.usual(session.store).code == "CN"
    assert statuses.answers(session.store, DAY)[party] is Answer.CUSTODY
    countries.set_usual(session, "HK")
    status = statuses.of_party(session.store, party, DAY)
    assert status is not None
    assert status.country == "HK"
    assert dict(statuses.of_parties(session.store, [party], DAY))[party] == status
    known = statuses.of_party(session.store, party, DAY, date.today())  # noqa: DTZ011  (the vault's own day)
    assert known == status
    with pytest.raises(InvalidValue):
        countries.set_usual(session, "XX")


def test_what_is_kept_follows_a_case_into_another_law(session: Session) -> None:
    case, party = case_of(session, ARREST)
    assert statuses.answers(session.store, DAY)[party] is Answer.CUSTODY
    assert dict(statuses.of_parties(session.store, [party], DAY))[party].country == "CN"
    cases.edit(session, case, {"country": "HK"})
    assert dict(statuses.of_parties(session.store, [party], DAY))[party].country == "HK"


def test_limits_of_one_country_are_not_those_of_another(session: Session) -> None:
    law = shipped()
    countries.set_limits(session, law["HK"], {"police_detention": 16})
    assert countries.limits(session.store, law["HK"])["police_detention"] == 16
    assert countries.limits(session.store, law["CN"]) == law["CN"].days({})
    with pytest.raises(InvalidValue):
        countries.set_limits(session, law["HK"], {"rsdl": 5})


@pytest.fixture
def other(session: Session, tmp_path: Path) -> Iterator[Session]:
    """A desk with another usual country; the two verified each other."""
    made = Session.create(tmp_path / "other.hrdv", "granite lantern orbit velvet", FLOOR)[0]
    for left, right in (session, made), (made, session):
        contacts.add(left, identity.write_card(right, tmp_path), "them")
        contacts.verify(left, "them", " ".join(identity.show(right).words))
    yield made
    made.close()


@pytest.mark.parametrize("usual", ["CN", "HK"])
def test_the_law_of_a_case_goes_along_in_a_bundle(
    session: Session, other: Session, tmp_path: Path, usual: str
) -> None:
    countries.set_usual(other, {"CN": "HK", "HK": "CN"}[usual])
    if usual != "CN":  # a new vault goes by China's
        countries.set_usual(session, usual)
    case, party = case_of(session, ARREST)
    general, _ = case_of(session, ARREST, country="general")
    here = statuses.of_party(session.store, party, DAY)
    written = bundles.write_bundle(session, tmp_path, ["them"], None, Job())
    review = bundles.read_bundle(other, written.path, Job()).review
    bundles.accept(other, review, None, Job(), take=Side.THEIRS)
    assert other.store.get(case).text("country") == session.store.get(case).text("country") == usual
    assert other.store.get(general).text("country") == "general"
    assert statuses.of_party(other.store, party, DAY) == here
    version = session.store.version(case)
    bundles.write_bundle(session, tmp_path, ["them"], [case], Job())
    assert session.store.version(case) == version


def test_only_cases_that_leave_are_given_a_country(session: Session, other: Session, tmp_path: Path) -> None:
    goes, _ = case_of(session, ARREST)
    stays, _ = case_of(session, ARREST)
    bundles.write_bundle(session, tmp_path, ["them"], [goes], Job())
    assert [session.store.get(case).text("country") for case in (goes, stays)] == ["CN", ""]
    countries.set_usual(session, "HK")  # what went stays under the law that it went with
    assert [session.store.get(case).text("country") for case in (goes, stays)] == ["CN", ""]


def test_what_was_done_before_a_case_left_can_still_be_undone(
    session: Session, other: Session, tmp_path: Path
) -> None:
    case, _ = case_of(session, ARREST)
    done = cases.edit(session, case, {"title": "Another"}).changes
    bundles.write_bundle(session, tmp_path, ["them"], None, Job())
    history.undo(session, done.act)
    assert (session.store.get(case).text("title"), session.store.get(case).text("country")) == ("A case", "")
    done = cases.edit(session, case, {"title": "Another"}).changes
    exports.run(session, tmp_path / "kit", "kit")
    cases.edit(session, case, {"note": "since then"})
    with pytest.raises(UndoNotPossible):
        history.undo(session, done.act)


def test_the_law_of_a_case_goes_along_in_a_kit(session: Session, other: Session, tmp_path: Path) -> None:
    countries.set_usual(session, "HK")
    _, party = case_of(session, ARREST)
    here = statuses.of_party(session.store, party, DAY)
    exports.run(session, tmp_path / "kit", "kit")
    imports.run(other, tmp_path / "kit")
    (there,) = other.store.ids(Kind.PARTY)
    status = statuses.of_party(other.store, there, DAY)
    assert status is not None
    assert here is not None
    assert (status.country, status.measure, status.answer) == (here.country, here.measure, here.answer)
    (case,) = other.store.all(Kind.CASE)
    assert case.text("country") == "HK"


def test_a_kit_of_a_vault_that_nobody_may_change_says_it_too(vault_path: Path, tmp_path: Path) -> None:
    with Session.open(empty_vault(vault_path), PassphraseSecret(PASSPHRASE)) as session:
        case_of(session, ARREST)
    with Session.view(vault_path, PassphraseSecret(PASSPHRASE)) as viewed:
        exports.run(viewed, tmp_path / "kit", "kit")
        assert "CN" in (tmp_path / "kit" / "cases.csv").read_text(encoding="utf-8")


def test_the_law_of_an_event_in_no_case_goes_along_too(
    session: Session, other: Session, tmp_path: Path
) -> None:
    """Wherever it arrives, another country may be the usual one; a case that it comes into says it then."""
    countries.set_usual(session, "HK")
    case, party = case_of(session, ("speech", "2020"), country="general")
    kept = events.add(
        session, None, {"type": "arrested", "date": "2020-02-18"}, {"parties": [_victim(party)]}
    )
    here = statuses.of_party(session.store, party, DAY)
    assert here is not None
    assert (here.country, here.stage) == ("HK", "arrested")
    done = events.edit(session, kept[0], {"assertion": "reported"}).changes
    written = bundles.write_bundle(session, tmp_path, ["them"], None, Job())
    version = session.store.version(kept[0])
    exports.run(session, tmp_path / "kit", "kit")
    assert session.store.version(kept[0]) == version  # it is said once
    review = bundles.read_bundle(other, written.path, Job()).review
    bundles.accept(other, review, None, Job(), take=Side.THEIRS)
    assert statuses.of_party(other.store, party, DAY) == here
    (by_kit,) = statuses.of_parties(other.store, [party], DAY).values()
    assert by_kit == here
    history.undo(session, done.act)
    events.edit(session, kept[0], {"case": case})
    moved = statuses.of_party(session.store, party, DAY)
    assert moved is not None
    assert moved.country == "general"


def test_the_law_of_an_event_in_no_case_goes_along_in_a_kit(
    session: Session, other: Session, tmp_path: Path
) -> None:
    countries.set_usual(session, "HK")
    _, party = case_of(session, ("speech", "2019"), country="general")
    events.add(session, None, {"type": "arrested", "date": "2020"}, {"parties": [_victim(party)]})
    exports.run(session, tmp_path / "kit", "kit")
    imports.run(other, tmp_path / "kit")
    found = {event.text("type"): event for event in other.store.all(Kind.EVENT)}
    assert (found["arrested"].text("case"), found["arrested"].text("country")) == ("", "HK")
    assert found["speech"].text("country") == ""


def _victim(party: RecordId) -> dict[str, str]:
    return {"party": party, "role": "victim"}
