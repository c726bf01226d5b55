"""Texts go to a colleague one by one, and come back together."""

from pathlib import Path

from hrddesk.actions.exchange import bundles, source_mentions
from hrddesk.actions.records import record_texts, sources
from hrddesk.bundle.receiving import read
from hrddesk.bundle.review import acceptance
from hrddesk.bundle.sending import packing, write
from hrddesk.bundle.sending.packing import Choice, SourceChoice
from hrddesk.records.model.kinds import TEXTS, Kind
from hrddesk.records.model.record import Record, RecordId
from hrddesk.records.texts.texts import texts_of
from hrddesk.store.publications import protected_texts
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Job
from tests.unit.bundle import hands
from tests.unit.bundle.forge import Desks


def _bodies(desk: Session) -> dict[str, str]:
    return {text.language: text.body for text in texts_of(desk.store.get(hands.ONE))}


def test_two_desks_translate_one_narrative_without_a_conflict(desks: Desks, tmp_path: Path) -> None:
    ours, theirs = desks.documenter, desks.coordinator
    hands.put(ours, hands.case(narrative="He left.", text_language="en"))
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    record_texts.add(ours, hands.ONE, {"body": "Se fue.", "language": "es", "of": "1"})
    record_texts.add(theirs, hands.ONE, {"body": "他走了。", "language": "zh-Hans", "of": "1"})
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    back = hands.send(theirs, ours, tmp_path)
    assert back.conflicts == 0
    acceptance.accept(ours, back.review, None, Job())
    for desk in (ours, theirs):
        assert _bodies(desk) == {"en": "He left.", "es": "Se fue.", "zh-Hans": "他走了。"}
    number = next(n for n, text in enumerate(texts_of(ours.store.get(hands.ONE)), 1) if text.language == "es")
    record_texts.change(ours, hands.ONE, str(number), {"body": "Se marchó."})
    record_texts.change(theirs, hands.ONE, "1", {"body": "He left early."})
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    assert _bodies(theirs) == {"en": "He left early.", "es": "Se marchó.", "zh-Hans": "他走了。"}


def test_one_text_that_both_changed_is_a_conflict(desks: Desks, tmp_path: Path) -> None:
    ours, theirs = desks.documenter, desks.coordinator
    hands.put(ours, hands.case(narrative="He left."))
    record_texts.add(ours, hands.ONE, {"body": "Se fue.", "language": "es", "of": "1"})
    acceptance.accept(theirs, hands.hand_over(desks, tmp_path).review, None, Job())
    record_texts.change(ours, hands.ONE, "2", {"body": "Se marchó."})
    record_texts.change(theirs, hands.ONE, "2", {"body": "Él se fue."})
    assert hands.send(theirs, ours, tmp_path).conflicts == 1


def test_what_a_source_told_stays_at_home_with_code_names(desks: Desks, tmp_path: Path) -> None:
    source = Record(kind=Kind.SOURCE, id=RecordId("5" * 32)).with_fields(
        code_name="Magpie", title="the neighbour"
    )
    evidence = Record(kind=Kind.EVIDENCE, id=RecordId("6" * 32)).with_fields(title="A tape", sha256="ab" * 32)
    hands.put(desks.documenter, source, evidence)
    for record in (source, evidence):
        record_texts.add(desks.documenter, record.id, {"body": "I live across the yard.", "by": "heron"})
    choice = Choice(sources=SourceChoice.CODE_NAMES)
    parcel = packing.pack(desks.documenter.store, [desks.to_coordinator], None, choice).parcel
    written = write.write(desks.documenter, tmp_path / "names", [desks.to_coordinator], parcel, Job())
    found = read.read(desks.coordinator, written.path, Job())
    lines = " ".join(row[0] for row in desks.coordinator.store.db.execute("SELECT line FROM review_item"))
    assert "yard" not in lines
    assert "heron" not in lines
    assert TEXTS not in lines
    assert "Magpie" in lines
    assert found.new == 2


def test_a_name_in_a_translation_is_protected_at_the_next_desk(desks: Desks, tmp_path: Path) -> None:
    ours, theirs = desks.documenter, desks.coordinator
    hands.put(ours, hands.case(narrative="Vero Lunt hid at the mill."))
    record_texts.add(ours, hands.ONE, {"body": "Tamsin Quell told us.", "language": "en", "by": "heron"})
    field = texts_of(ours.store.get(hands.ONE))[1].field
    sources.create(ours, {"title": "Tamsin Quell", "code_name": "Wren"})
    choice = Choice(sources=SourceChoice.CODE_NAMES)
    bundles.write_bundle(ours, tmp_path / "a", ["coordinator"], None, Job(), choice, leave_texts=False)
    bundles.accept(theirs, bundles.read_bundle(theirs, tmp_path / "a", Job()).review, None, Job())
    kept = protected_texts.known(theirs.store)
    assert kept.places(hands.ONE, field, "Tamsin Quell told us.") == ((0, 12),)
    for desk in (ours, theirs):
        source_mentions.replace_names(desk, None, ())
    assert [text.field for text in texts_of(ours.store.get(hands.ONE))][1] == field
    assert texts_of(ours.store.get(hands.ONE))[1].body == "Wren told us."
    assert texts_of(theirs.store.get(hands.ONE))[1].body == "Tamsin Quell told us."
