"""Whoever bore a label in one publication is not named by the next, unless somebody takes the label off."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hrddesk.actions.analysis import duplicates, figures
from hrddesk.actions.editions import publication_record
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publication_preview import Preview
from hrddesk.actions.publishing.publication_risks import (
    CountsDiffer,
    OfOneSource,
    Risk,
    RiskKind,
    SaysMore,
    StoodBefore,
)
from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.records.editing import Lists
from hrddesk.actions.scope.held_labels import TakenOff, Why
from hrddesk.actions.scope.publication_request import PublishRequest, following
from hrddesk.analysis.figures.figure_questions import asked
from hrddesk.bundle.sending import handoff
from hrddesk.errors import InvalidValue, RisksUnanswered
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, new_id
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.issue import Turn
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.profile.coarser import Coarser
from hrddesk.redact.risks.combinations import GuessTrait, Rare
from hrddesk.redact.risks.loosened import Loosened
from hrddesk.store.publications import publications as stored
from hrddesk.store.publications import published_people
from hrddesk.store.vault import forgetting
from hrddesk.store.vault.session import Session
from tests.languages import both
from tests.unit.actions.conftest import Publish

DAY = date(2021, 6, 1)
NAMES = ("Odal Brisk", "Vero Lunt", "Tamsin Quell", "Isolt Marrow")


@pytest.fixture
def people(session: Session) -> dict[str, RecordId]:
    """Four people who may be named, each in a public case of their own."""
    return {name: add(session, name) for name in NAMES}


def set_level(session: Session, level: Visibility, *records: RecordId) -> None:
    with session.store.change("test") as change:
        for record in records:
            change.put(session.store.get(record).with_visibility(level))


def add(session: Session, name: str, level: Visibility = Visibility.PUBLIC, **fields: str) -> RecordId:
    case = cases.create(session, {"title": "A case"}).result
    lists: Lists = {
        "names": [{"name": name, "kind": "main"}],
        "consents": [{"consent": "yes", "purpose": "with_name", "given_by": "self", "date": "2020"}],
    }
    who = parties.create(session, {"kind": "person", **fields}, lists, case, "subject").result
    event = events.add(
        session,
        case,
        {"type": "detained", "date": f"2020-0{len(name) % 9 + 1}"},
        {"parties": [{"party": who, "role": "victim"}]},
    ).result
    set_level(session, Visibility.PUBLIC, case, event)
    set_level(session, level, who)
    return who


def model(session: Session) -> RedactedModel:
    """Return what was published last."""
    return RedactedModel.from_bytes(stored.everything(session.store.db)[0].model.encode())


def words(shown: RedactedModel) -> str:
    return shown.canonical().decode("utf-8")


def label_of(shown: Preview, party: RecordId) -> str:
    return next((row.label.said("en") for row in shown.labels if row.party == party), "")


def of_kind(shown: Preview, kind: RiskKind) -> list[Risk]:
    return [risk for risk in shown.risks if risk.kind is kind]


# --- what a following issue takes over ---


@pytest.mark.parametrize("corrects", [True, False])
def test_the_next_issue_keeps_the_settings_and_nobody_who_bore_a_label_is_named(
    session: Session, people: dict[str, RecordId], publish: Publish, corrects: bool
) -> None:
    hidden = frozenset([people["Vero Lunt"], people["Tamsin Quell"]])
    figures.save(session, "Everybody", asked(unit="persons"))
    first = PublishRequest(
        profile="names",
        label=hidden,
        languages=("en", "zh-Hans"),
        as_of=DAY,
        title=both("On owls", "On owls"),
        parts=frozenset(Chapter) - {Chapter.TIMELINE},
        figures=("Everybody",),
        coarser=frozenset({Coarser.YEARS}),
        figure_names=True,
    )
    made = publish(first)
    request = following(session.store, made.number, corrects=corrects)
    assert replace(request, as_of=DAY, since=None, corrects=False) == first
    assert (request.since, request.corrects) == (made.number, corrects)
    shown = publications.preview(session, request)
    assert {row.party: row.label for row in shown.labels} == {
        row.party: row.label for row in made.preview.labels
    }
    assert not any(name in words(shown.model) for name in ("Vero Lunt", "Tamsin Quell"))
    issue = shown.model.issue
    assert issue is not None
    assert issue.changes == ()


@pytest.mark.parametrize("corrects", [True, False])
def test_a_new_issue_that_ticks_nobody_still_names_nobody_who_was_ticked_before(
    session: Session, people: dict[str, RecordId], publish: Publish, corrects: bool
) -> None:
    """The attack: the first issue labels one person, its correction is asked for without a word of that."""
    vero = people["Vero Lunt"]
    made = publish(PublishRequest(profile="names", label=frozenset([vero])))
    shown = publications.preview(
        session, PublishRequest(profile="names", since=made.number, corrects=corrects)
    )
    assert label_of(shown, vero) == "Person A"
    assert "Vero Lunt" not in words(shown.model)
    (held,) = shown.held
    assert held.label is not None
    assert (held.party, held.name, held.publication, held.label.said("en"), held.why) == (
        vero, "Vero Lunt", made.number, "Person A", Why.CHOICE,
    )  # fmt: skip


def test_the_cases_of_the_issue_before_are_taken_over_and_a_figure_that_is_gone_is_not(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    chosen = tuple(cases.list_ids(session.store, cases.CaseQuery())[:2])
    figures.save(session, "Everybody", asked(unit="persons"))
    made = publish(PublishRequest(profile="names", cases=chosen, figures=("Everybody",), count_all=True))
    figures.remove(session, "Everybody")
    request = following(session.store, made.number)
    assert (request.cases, request.figures, request.count_all) == (chosen, (), True)
    assert len(people) == 4


# --- labels that hold ---


def test_a_label_by_choice_holds_in_every_later_publication_until_it_is_taken_off(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    vero = people["Vero Lunt"]
    first = publish(PublishRequest(profile="names", label=frozenset([vero])))
    publish(PublishRequest(profile="names"))
    assert "Vero Lunt" not in words(model(session))
    off = {vero: TakenOff(2, " She asked for it in March. ")}
    third = publish(PublishRequest(profile="names", labels_off=off))
    assert "Vero Lunt" in words(model(session))
    kept = publication_record.show(session.store, third.number)
    assert kept.labels_off == ((vero, "She asked for it in March."),)
    assert publication_record.show(session.store, first.number).labels_off == ()
    shown = publications.preview(session, PublishRequest(profile="names"))
    assert (shown.labels, shown.held) == ((), ())
    publish(PublishRequest(profile="names", label=frozenset([vero])))
    shown = publications.preview(session, PublishRequest(profile="names"))
    assert label_of(shown, vero)  # chosen anew: it holds anew


def test_accepting_all_risks_takes_no_label_off(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    publish(PublishRequest(profile="names", label=frozenset([people["Vero Lunt"]])))
    publish(PublishRequest(profile="names"))  # `publish` accepts all risks
    assert "Vero Lunt" not in words(model(session))


def test_a_label_that_was_given_anew_is_not_taken_off_with_the_one_before(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    vero = people["Vero Lunt"]
    named = PublishRequest(profile="names", labels_off={vero: TakenOff(1, "She asked for it.")})
    labelled = PublishRequest(profile="names", label=frozenset([vero]))
    for request in (labelled, named, labelled):
        publish(request)
    with pytest.raises(InvalidValue, match="last in publication 3, not in publication 1"):
        publications.preview(session, named)


@pytest.mark.parametrize(("who", "why"), [("Vero Lunt", " "), ("Odal Brisk", "They said so.")])
def test_a_label_is_taken_off_for_a_reason_and_of_somebody_who_has_one(
    session: Session, people: dict[str, RecordId], publish: Publish, who: str, why: str
) -> None:
    publish(PublishRequest(profile="names", label=frozenset([people["Vero Lunt"]])))
    with pytest.raises(InvalidValue, match="labels_off"):
        publications.preview(
            session, PublishRequest(profile="names", labels_off={people[who]: TakenOff(1, why)})
        )


def test_no_label_is_taken_off_where_the_profile_gives_one_anyway(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    vero = people["Vero Lunt"]
    publish(PublishRequest(profile="names", label=frozenset([vero])))
    assert publications.preview(session, PublishRequest(profile="labels")).held == ()
    with pytest.raises(InvalidValue, match="all the same"):
        publications.preview(
            session, PublishRequest(profile="labels", labels_off={vero: TakenOff(1, "They said so.")})
        )


def test_a_label_by_level_holds_when_the_level_is_raised(session: Session, publish: Publish) -> None:
    """Somebody said that this person is published without name; a higher level since then is no consent."""
    add(session, "Odal Brisk")
    vero = add(session, "Vero Lunt", Visibility.RESTRICTED)
    publish(PublishRequest(profile="labels"))
    set_level(session, Visibility.PUBLIC, vero)
    shown = publications.preview(session, PublishRequest(profile="names"))
    assert [(row.party, row.why) for row in shown.held] == [(vero, Why.CHOICE)]
    assert "Vero Lunt" not in words(shown.model)
    assert "Odal Brisk" in words(shown.model)


def test_a_label_like_everybody_else_s_holds_along_the_series_and_is_one_question_elsewhere(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    first = publish(PublishRequest(profile="labels"))
    series = publications.preview(session, PublishRequest(profile="names", since=first.number))
    assert {row.why for row in series.held} == {Why.SERIES}
    assert not any(name in words(series.model) for name in NAMES)
    alone = publications.preview(session, PublishRequest(profile="names"))
    assert (alone.labels, alone.held) == ((), ())
    found = of_kind(alone, RiskKind.WITHOUT_NAME_BEFORE)
    assert {risk.about for risk in found} == {StoodBefore(party, first.number) for party in people.values()}
    publish(PublishRequest(profile="names"))  # it is answered once
    assert not of_kind(
        publications.preview(session, PublishRequest(profile="names")), RiskKind.WITHOUT_NAME_BEFORE
    )


def test_who_was_merged_into_another_record_keeps_the_label(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    vero = people["Vero Lunt"]
    publish(PublishRequest(profile="names", label=frozenset([vero])))
    duplicates.merge(session, people["Odal Brisk"], vero)
    shown = publications.preview(session, PublishRequest(profile="names"))
    assert label_of(shown, people["Odal Brisk"])
    assert not any(name in words(shown.model) for name in ("Vero Lunt", "Odal Brisk"))


def test_who_was_named_before_is_said_to_be_so_when_a_label_comes(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    made = publish(PublishRequest(profile="names"))
    hiding = PublishRequest(profile="names", label=frozenset([people["Vero Lunt"]]))
    (risk,) = of_kind(publications.preview(session, hiding), RiskKind.NAMED_BEFORE)
    assert risk.about == StoodBefore(people["Vero Lunt"], made.number)
    publish(hiding)
    assert not of_kind(publications.preview(session, hiding), RiskKind.NAMED_BEFORE)


def test_a_label_holds_when_its_publication_is_erased_for_somebody_else(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    """A case that is handed over and forgotten takes the publications along that tell of it."""
    vero, odal = people["Vero Lunt"], people["Odal Brisk"]
    first = publish(PublishRequest(profile="names", label=frozenset([vero, odal])))
    before = {row.party: row.label.said("en") for row in first.preview.labels}
    (case,) = (
        case for case in cases.list_ids(session.store, cases.CaseQuery()) if odal in _people(session, case)
    )
    scope = handoff.of_cases(session.store, [case]).scope
    with session.store.change("test") as change:
        reasons = {"a risk": "a reason that names nobody"}
        published_people.add_answers(session.store.db, first.number, reasons)
        forgetting.erase(session.store, change, scope)
    assert publications.all_publications(session.store) == []
    assert published_people.answers(session.store.db, first.number) == {}
    shown = publications.preview(session, PublishRequest(profile="names"))
    assert label_of(shown, vero)
    assert "Vero Lunt" not in words(shown.model)
    assert {row.party for row in published_people.people(session.store.db)} == {
        people[name] for name in NAMES if name != "Odal Brisk"
    }
    assert before.keys() == {vero, odal}


def test_labels_of_a_series_hold_behind_an_issue_in_which_nobody_stands(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    """An issue of figures alone has no people; the one after it belongs to the same series all the same."""
    figures.save(session, "By sex", asked(unit="persons", by=["sex"]))
    first = publish(PublishRequest(profile="labels"))
    alone = replace(following(session.store, first.number), parts=frozenset(), figures=("By sex",))
    second = publish(alone)
    third = replace(following(session.store, second.number), parts=frozenset(Chapter), figures=())
    shown = publications.preview(session, replace(third, profile="names"))
    assert {row.why for row in shown.held} == {Why.SERIES}
    assert {row.party: row.label for row in shown.labels} == {
        row.party: row.label for row in first.preview.labels
    }
    assert not any(name in words(shown.model) for name in NAMES)
    assert shown.model.issue is not None
    assert shown.model.issue.changes == ()


def test_a_label_that_was_taken_off_does_not_come_back_with_the_next_issue(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    vero = people["Vero Lunt"]
    first = publish(PublishRequest(profile="names", label=frozenset([vero])))
    off = {vero: TakenOff(1, "She asked for it in March.")}
    second = publish(replace(following(session.store, first.number), labels_off=off))
    shown = publications.preview(session, following(session.store, second.number))
    assert "Vero Lunt" in words(shown.model)


def test_whoever_stands_in_an_event_alone_is_remembered_too(session: Session, publish: Publish) -> None:
    victim = add(session, "Odal Brisk")
    (case,) = cases.list_ids(session.store, cases.CaseQuery())
    witness = parties.create(
        session, {"kind": "person"}, {"names": [{"name": "Vero Lunt", "kind": "main"}]}
    ).result
    roles = [{"party": victim, "role": "victim"}, {"party": witness, "role": "witness"}]
    event = events.add(session, case, {"type": "detained", "date": "2020-03"}, {"parties": roles}).result
    set_level(session, Visibility.PUBLIC, witness, event)
    added = frozenset([witness])
    first = publish(PublishRequest(profile="labels", added=added))
    shown = publications.preview(session, PublishRequest(profile="names", added=added))
    assert "Vero Lunt" in words(shown.model)
    told = {risk.about for risk in of_kind(shown, RiskKind.WITHOUT_NAME_BEFORE)}
    assert told == {StoodBefore(party, first.number) for party in (victim, witness)}
    second = publish(PublishRequest(profile="names", added=added))
    hiding = publications.preview(session, PublishRequest(profile="names", label=added, added=added))
    assert [risk.about for risk in of_kind(hiding, RiskKind.NAMED_BEFORE)] == [
        StoodBefore(witness, second.number)
    ]


def _people(session: Session, case: RecordId) -> list[object]:
    return [element.get("party") for element in session.store.get(case).values("parties")]


# --- letters ---


def test_letters_stay_along_a_series_and_none_is_used_twice(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    first = publish(PublishRequest(profile="labels"))
    before = {row.party: row.label.said("en") for row in first.preview.labels}
    assert sorted(before.values()) == ["Person A", "Person B", "Person C", "Person D"]
    gone = people["Isolt Marrow"]
    set_level(session, Visibility.SECRET, gone)
    new = [add(session, name) for name in ("Corwin Thessaly", "Bramwell Oakes")]
    second = publish(following(session.store, first.number))
    now = {row.party: row.label.said("en") for row in second.preview.labels}
    assert {party: now[party] for party in before.keys() & now.keys()} == {
        party: label for party, label in before.items() if party != gone
    }
    assert sorted(now[party] for party in new) == ["Person E", "Person F"]
    set_level(session, Visibility.RESTRICTED, gone)
    third = publish(following(session.store, second.number, corrects=True))
    assert {row.party: row.label.said("en") for row in third.preview.labels} == before | now


def test_another_series_begins_with_letters_of_its_own(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    first = publish(PublishRequest(profile="labels"))
    add(session, "Corwin Thessaly")
    shown = publications.preview(session, PublishRequest(profile="labels"))
    before = {row.party: row.label.said("en") for row in first.preview.labels}
    assert sorted(row.label.said("en") for row in shown.labels)[-1] == "Person E"
    assert before.keys() == set(people.values())


def test_a_list_of_those_who_were_not_named_before_stands_only_where_no_label_ever_stood(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    """A correction never has it: it would be the list of those whose label is gone."""
    first = publish(PublishRequest(profile="names"))
    add(session, "Corwin Thessaly")
    plain = publications.preview(session, following(session.store, first.number)).model.issue
    assert plain is not None
    assert [change.turn for change in plain.changes] == [Turn.NEW]
    correction = publications.preview(session, following(session.store, first.number, corrects=True)).model
    assert correction.issue is not None
    assert correction.issue.changes == ()
    second = publish(replace(following(session.store, first.number), label=frozenset([people["Vero Lunt"]])))
    off = {people["Vero Lunt"]: TakenOff(second.number, "They said so.")}
    third = replace(following(session.store, second.number), label=frozenset(), labels_off=off)
    shown = publications.preview(session, third).model
    assert "Vero Lunt" in words(shown)
    assert shown.issue is not None
    assert shown.issue.changes == ()


# --- risks ---


def test_nothing_is_written_before_each_risk_is_answered_with_a_reason(
    session: Session, people: dict[str, RecordId], tmp_path: Path
) -> None:
    target = tmp_path / "a.pdf"
    request = PublishRequest(profile="names", target=target, label=frozenset([people["Vero Lunt"]]))
    add(session, "Corwin Thessaly", Visibility.SECRET)
    kinds = {risk.kind for risk in publications.preview(session, request).risks}
    assert kinds == {RiskKind.RECOGNISABLE, RiskKind.OMISSIONS}
    answers = {RiskKind.RECOGNISABLE.value: "Everybody there knows her anyway."}
    for missing in (request, replace(request, answers=answers | {"omissions": " "})):
        with pytest.raises(RisksUnanswered):
            publications.publish(session, missing)
    assert not target.exists()
    assert publications.all_publications(session.store) == []
    answers["omissions"] = "They are kept back on purpose."
    made = publications.publish(session, replace(request, answers=answers)).result
    assert publication_record.show(session.store, made.number).answers == answers


def test_one_risk_can_be_answered_by_itself(
    session: Session, people: dict[str, RecordId], tmp_path: Path
) -> None:
    hidden = frozenset([people["Vero Lunt"], people["Odal Brisk"]])
    request = PublishRequest(profile="names", target=tmp_path / "a.pdf", label=hidden)
    one, other = of_kind(publications.preview(session, request), RiskKind.RECOGNISABLE)
    with pytest.raises(RisksUnanswered):
        publications.publish(session, replace(request, answers={one.key: "Known anyway."}))
    answers = {one.key: "Known anyway.", other.key: "He agreed."}
    made = publications.publish(session, replace(request, answers=answers)).result
    assert publication_record.show(session.store, made.number).answers == answers


def test_a_count_that_differs_by_few_from_an_earlier_publication_is_a_risk(
    session: Session, publish: Publish
) -> None:
    """Whoever has both issues subtracts: 6 women, then 7, and one new secret is told."""
    for at in range(6):
        add(session, f"Tam Quell {at}", sex="female")
    figures.save(session, "By sex", asked(unit="persons", by=["sex"]))
    request = PublishRequest(profile="names", figures=("By sex",))
    made = publish(request)
    assert not of_kind(publications.preview(session, request), RiskKind.COUNTS_DIFFER)
    add(session, "Tam Quell 7", sex="female")
    (risk,) = of_kind(publications.preview(session, request), RiskKind.COUNTS_DIFFER)
    assert isinstance(risk.about, CountsDiffer)
    assert (risk.about.figure, risk.about.publication) == ("By sex", made.number)
    for at in range(4):
        add(session, f"Ansa Rill {at}", sex="female")
    assert not of_kind(publications.preview(session, request), RiskKind.COUNTS_DIFFER)


def test_figures_count_what_the_profile_lets_out_unless_somebody_asks_for_all(session: Session) -> None:
    for at in range(6):
        add(session, f"Tam Quell {at}", sex="female")
    figures.save(session, "By sex", asked(unit="persons", by=["sex"]))
    for level in (Visibility.RESTRICTED, Visibility.SECRET):
        for at in range(6):
            add(session, f"Corwin Thessaly {at}", level, sex="male")
    request = PublishRequest(profile="names", figures=("By sex",))
    counts = {
        wanted: publications.preview(session, replace(request, profile=profile, count_all=wanted == "all"))
        .model.chapters.figures[0]
        .value.text(("en",))
        for wanted, profile in (("names", "names"), ("labels", "labels"), ("all", "names"))
    }
    assert counts == {"names": "6 persons", "labels": "12 persons", "all": "18 persons"}


def test_statuses_and_ages_of_figures_are_those_of_the_day_on_the_title_page(session: Session) -> None:
    for at in range(6):
        add(session, f"Tam Quell {at}")
    figures.save(session, "By status", asked(unit="persons", by=["status"]))
    shown = publications.preview(
        session, PublishRequest(profile="names", figures=("By status",), as_of=DAY)
    ).model
    card = " ".join(text.text(("en",)) for line in shown.chapters.figures[0].card for text in line)
    assert "statuses and ages are those of 2021-06-01" in card


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        ((), False),
        (("family",), True),
        (("Family",), True),
        (("a cellmate",), True),
        (("other",), True),
        (("family", "leak"), True),
        (("family", "witness"), False),
        (("family", "news"), False),
        (("news",), False),
    ],
)
def test_a_fact_that_only_one_confidential_person_told_is_a_risk(
    session: Session, sources: tuple[str, ...], told: bool
) -> None:
    who = add(session, "Odal Brisk")
    (case,) = cases.list_ids(session.store, cases.CaseQuery())
    with session.store.change("test") as change:
        for kind in sources:
            source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(type=kind, title=f"The {kind}")
            change.put(source)
            change.put(Record(kind=Kind.CITATION, id=new_id()).with_fields(record=who, source=source.id))
    found = of_kind(publications.preview(session, PublishRequest(profile="names")), RiskKind.ONE_SOURCE)
    assert [risk.about for risk in found] == ([OfOneSource(case, 1)] if told else [])


@pytest.mark.parametrize("said", [{"stance": "contradicts"}, {"field": "birth"}])
def test_a_document_that_contradicts_or_says_one_field_ends_no_warning(
    session: Session, said: dict[str, str]
) -> None:
    who = add(session, "Odal Brisk")
    with session.store.change("test") as change:
        for kind, cited in (("family", {}), ("news", said)):
            source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(type=kind, title=f"The {kind}")
            change.put(source)
            change.put(
                Record(kind=Kind.CITATION, id=new_id()).with_fields(record=who, source=source.id, **cited)
            )
    assert of_kind(publications.preview(session, PublishRequest(profile="names")), RiskKind.ONE_SOURCE)


def test_evidence_is_no_public_document(session: Session) -> None:
    who = add(session, "Odal Brisk")
    with session.store.change("test") as change:
        source = Record(kind=Kind.SOURCE, id=new_id()).with_fields(type="family", title="Her sister")
        photo = Record(kind=Kind.EVIDENCE, id=new_id()).with_fields(title="A photograph")
        for record in (source, photo):
            change.put(record)
            change.put(Record(kind=Kind.CITATION, id=new_id()).with_fields(record=who, source=record.id))
    assert of_kind(publications.preview(session, PublishRequest(profile="names")), RiskKind.ONE_SOURCE)


def test_what_is_told_more_finely_than_in_the_issue_before_is_answered(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    publish(PublishRequest(profile="names", coarser=frozenset({Coarser.MONTHS, Coarser.NO_SEX})))
    same = publications.preview(session, following(session.store, 1))
    assert RiskKind.LOOSENED not in [risk.kind for risk in same.risks]
    request = replace(following(session.store, 1), coarser=frozenset({Coarser.MONTHS}))
    (risk,) = (
        risk for risk in publications.preview(session, request).risks if risk.kind is RiskKind.LOOSENED
    )
    assert risk.about == SaysMore(Loosened.FIELDS, ("party.sex",), 1)
    with pytest.raises(RisksUnanswered):
        publications.publish(session, replace(request, target=Path("never.pdf")))
    alone = publications.preview(session, replace(request, since=None))  # of no series
    assert RiskKind.LOOSENED not in [risk.kind for risk in alone.risks]


def test_people_are_recognised_by_what_any_issue_of_the_series_told(
    session: Session, people: dict[str, RecordId], publish: Publish
) -> None:
    """A third issue tells less than the first did, under the same letter."""
    vero = people["Vero Lunt"]
    with session.store.change("test") as change:
        change.put(session.store.get(vero).with_fields(sex="female"))
    publish(PublishRequest(profile="names", label=frozenset([vero])))
    publish(replace(following(session.store, 1), coarser=frozenset({Coarser.NO_SEX})))
    third = publications.preview(session, following(session.store, 2))
    (risk,) = of_kind(third, RiskKind.RECOGNISABLE)
    assert isinstance(risk.about, Rare)
    assert GuessTrait.SEX in risk.about.traits
    other = replace(following(session.store, 2), since=None)
    (risk,) = of_kind(publications.preview(session, other), RiskKind.RECOGNISABLE)
    assert isinstance(risk.about, Rare)
    assert GuessTrait.SEX not in risk.about.traits


def test_a_reason_for_less_answers_nothing_that_got_worse(
    session: Session, people: dict[str, RecordId], tmp_path: Path
) -> None:
    """A file of decisions is used again, and somebody can be recognised by more meanwhile."""
    vero = people["Vero Lunt"]
    request = PublishRequest(profile="names", target=tmp_path / "a.pdf", label=frozenset([vero]))
    (risk,) = of_kind(publications.preview(session, request), RiskKind.RECOGNISABLE)
    again = publications.preview(session, request)
    assert of_kind(again, RiskKind.RECOGNISABLE) == [risk]
    with session.store.change("test") as change:
        change.put(session.store.get(vero).with_fields(sex="female"))
    answers = {risk.key: "Known anyway.", "omissions": "Unread."}
    with pytest.raises(RisksUnanswered):
        publications.publish(session, replace(request, answers=answers))
