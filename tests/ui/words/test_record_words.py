"""How records, fields and values read."""

import pytest

from hrddesk.actions.analysis import duplicates
from hrddesk.actions.analysis.checks import ClaimSide
from hrddesk.actions.records import cases, parties, places, sources
from hrddesk.bundle.merging.merge import MergeState
from hrddesk.bundle.trust.contacts import ContactState
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.model.record import Element, Record, RecordId
from hrddesk.store.vault.session import Session
from hrddesk_ui.exchange import contact_words, review_words
from hrddesk_ui.week import finding_words
from hrddesk_ui.words import act_words, field_words, record_words
from tests.ui.texts import records as texts


def test_every_kind_and_field_has_words() -> None:
    assert set(record_words.KINDS) == set(Kind)
    for spec in SPECS.values():
        for field in spec.fields:
            assert field.name in field_words.FIELDS
        for listed in spec.lists:
            assert listed.name in field_words.FIELDS


def test_no_words_are_left_of_fields_that_are_gone() -> None:
    names = {field.name for spec in SPECS.values() for field in spec.fields}
    names |= {listed.name for spec in SPECS.values() for listed in spec.lists}
    assert set(field_words.FIELDS) == names


def test_every_state_has_words() -> None:
    assert set(contact_words.STATES) == set(ContactState)
    assert set(review_words.ITEM_STATES) == set(MergeState)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("*", texts.DELETED),
        ("visibility/record", texts.LEVEL),
        ("visibility/title", f"{texts.LEVEL}: {texts.TITLE}"),
        ("names/0af3", texts.NAME),
        ("place_text", texts.PLACE_AS_SAID),
    ],
)
def test_parts_of_a_merge_read_as_fields(part: str, words: str) -> None:
    assert field_words.field_word(part) == words


def test_two_sides_say_what_a_flag_is_of_and_when_an_answer_is_due(session: Session) -> None:
    words = record_words.RecordWords(session.store)
    entry: Element = {"consent": "yes", "pictures": True}
    party = Record(kind=Kind.PARTY, id=RecordId("1" * 32)).with_elements("consents", [entry])
    assert texts.WITH_PICTURES in finding_words.side_text(ClaimSide(party, ()), words)
    fields = {"type": "intervention", "date": "2024-05", "due": "2024-07-01", "reference": "UA 3/2024"}
    sent = finding_words.side_text(
        ClaimSide(Record(kind=Kind.EVENT, id=RecordId("2" * 32), fields=fields), ()), words
    )
    assert f"{texts.ANSWER_DUE}: 2024-07-01" in sent
    assert "UA 3/2024" in sent


def test_merges_of_every_kind_are_named_in_words_before_and_after(session: Session) -> None:
    store = session.store
    pairs = [
        [
            parties.create(session, {}, {"names": [{"name": name}]}).result
            for name in ("Wend Tarno", "W. Tarno")
        ],
        [cases.create(session, {"title": title}).result for title in ("The mill", "A mill")],
        [places.create(session, {"en": name}).result for name in ("Tarnfold", "Old Fold")],
        [sources.create(session, {"title": title}).result for title in ("A letter", "The letter")],
    ]
    told = [
        "Person or group: W. Tarno becomes a part of Wend Tarno",
        "Case: {} · A mill becomes a part of {} · The mill",
        "Place: Old Fold becomes a part of Tarnfold",
        "Source: The letter becomes a part of A letter",
    ]
    for (kept, merged), words in zip(pairs, told, strict=True):
        refs = store.get(merged).text("ref"), store.get(kept).text("ref")
        forward = Record(kind=Kind.FORWARD, id=kept).with_fields(merged=merged, kept=kept)
        assert record_words.RecordWords(store).title(forward) == words.format(*refs)
        duplicates.merge(session, kept, merged)
        assert record_words.RecordWords(store).title(forward) == words.format(*refs)
    unknown = Record(kind=Kind.FORWARD, id=kept).with_fields(merged="1" * 32, kept="2" * 32)
    assert record_words.RecordWords(store).title(unknown) == texts.MERGED_INTO.format("11111111", "22222222")
    taken_back = Record(kind=Kind.FORWARD, id=RecordId("3" * 32))
    assert record_words.RecordWords(store).title(taken_back) == "3" * 8


def test_a_notice_without_words_is_shown_as_it_is() -> None:
    assert review_words.notice_sentence("something-new") == "something-new"


def test_no_word_of_a_record_turns_what_follows_it(session: Session) -> None:
    """A file that came in a bundle could be made to read as a picture, or a name as another one."""
    words = record_words.RecordWords(session.store)
    file = Record(kind=Kind.EVIDENCE, id=RecordId("1" * 32)).with_fields(original_name="photo\u202egpj.exe")
    person = Record(kind=Kind.PARTY, id=RecordId("2" * 32)).with_elements(
        "names", [{"name": "\u2066Li\u2069"}]
    )
    assert words.title(file) == words.value(file.kind, "original_name", file.text("original_name"))
    assert words.title(file) == "photo�gpj.exe"
    assert words.title(person) == "�Li�"


def test_an_act_names_its_profile_and_one_that_is_gone_by_the_digits_of_its_id() -> None:
    own = "090f6af12a1b40839dc1452c6c02c2fb"
    words = texts.TEXT_DECIDED
    assert act_words.act_word("text.decide labels", {}) == f"{words} (labels)"
    assert act_words.act_word(f"text.decide {own}", {own: "Mine"}) == f"{words} (Mine)"
    assert act_words.act_word(f"text.decide {own}", {}) == f"{words} (090f6af1)"
    assert act_words.act_word("undo 12", {}) == texts.UNDONE_ACT


def test_a_source_is_called_by_its_code_name_wherever_it_is_named(session: Session) -> None:
    made = [{"title": "Wendel Kroft", "code_name": "heron"}, {"title": "Wendel Kroft"}]
    words = record_words.RecordWords(session.store)
    found = [session.store.get(sources.create(session, fields).result) for fields in made]
    assert [words.title(source) for source in found] == ["heron", "Wendel Kroft"]
