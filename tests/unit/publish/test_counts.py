"""Commitments to counts: what they bind, and what they keep."""

import json
import secrets
from dataclasses import replace
from typing import Any

import pytest

from hrddesk.publish.exports.commitment import CommitmentOpening, CommitmentSecrets, entry_of
from hrddesk.publish.exports.figure_cards import FigureCard
from hrddesk.records.language.labels import Chain
from hrddesk.records.model import codec
from hrddesk.records.model.record import RecordId, new_id
from tests.languages import LANGUAGES
from tests.unit.publish.conftest import sample

HASH = "cd" * 32


def kept(records: int = 5) -> CommitmentSecrets:
    return CommitmentSecrets.draw({new_id(): number for number in range(1, records + 1)})


def card(opening: CommitmentOpening | None) -> FigureCard:
    return FigureCard.of(sample(("en",), 3), HASH, 0, opening)


def test_an_opening_holds_for_its_card_alone() -> None:
    mine = kept()
    said = card(mine.opening())
    read = codec.load(CommitmentOpening, codec.canonical(mine.opening()))
    assert (read, read.count) == (mine.opening(), 15)
    assert said.holds(read)
    assert codec.load(FigureCard, codec.canonical(said)) == said
    again = CommitmentSecrets.draw(mine.counted).opening()
    assert again.count == read.count
    assert not said.holds(again)
    assert not card(None).holds(read)
    assert "commitment" not in codec.write(card(None))
    assert codec.load(FigureCard, codec.canonical(card(None))) == card(None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_nothing_in_a_language_that_the_pages_do_not_speak(language: Chain) -> None:
    model = sample(language, 3)
    for at, figure in enumerate(model.chapters.figures):
        said = FigureCard.of(model, HASH, at, None).figure
        for words, printed in zip(said.words(), figure.words(), strict=True):
            assert set(words.values()) == set(printed.together(language))


def test_neither_tells_which_records_were_counted() -> None:
    mine = kept()
    told = json.dumps([codec.write(card(mine.opening())), codec.write(mine.opening())])
    assert not any(record in told for record in mine.counted)
    assert mine.secret not in told
    assert mine.secret not in repr(mine)
    assert mine.salt not in json.dumps(codec.write(card(mine.opening())))


def test_a_proof_shows_which_entry_a_record_is_and_nothing_of_others() -> None:
    mine = kept()
    hashes = mine.opening().hashes
    for number in range(1, len(hashes) + 1):
        record = mine.record_at(number)
        assert record is not None
        assert entry_of(mine.proof(record)) == hashes[number - 1]
    assert mine.record_at(0) is None
    assert mine.record_at(len(hashes) + 1) is None
    stranger = f"{secrets.token_hex(32)}:{new_id()}"
    assert entry_of(stranger) not in hashes
    for wrong in ("", "nobody", stranger[1:]):
        with pytest.raises(ValueError, match="proof"):
            entry_of(wrong)
    assert codec.load(CommitmentSecrets, codec.canonical(mine)) == mine


def test_no_entry_stands_twice_in_an_opening() -> None:
    entry = b'"' + b"ab" * 32 + b'":1'
    opening = b'{"entries":{%s},"salt":"' + b"cd" * 32 + b'","type":"hrddesk-count-opening","v":1}'
    assert codec.load(CommitmentOpening, opening % entry).count == 1
    with pytest.raises(ValueError, match="twice"):
        codec.load(CommitmentOpening, opening % (entry + b"," + entry))


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"type": "other"},
        {"salt": "0"},
        {"salt": None},
        {"entries": None},
        {"entries": [["ab" * 32, 1]]},
        {"entries": {"ab" * 32: 0}},
        {"entries": {"ab" * 32: -1}},
        {"entries": {"ab" * 32: None}},
        {"entries": {"ab": 1}},
        {"more": 1},
    ],
)
def test_another_shape_is_no_opening(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (each shape has words of its own)
        codec.read(CommitmentOpening, codec.write(kept().opening()) | change)


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"as_of": "yesterday"},
        {"figure": None},
        {"commitment": {"scheme": "x", "count": 1, "sha256": "ab"}},
        {"commitment": {"scheme": "hrddesk-count-v1", "count": -1, "sha256": "ab"}},
        {"more": 1},
    ],
)
def test_another_shape_is_no_card(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (each shape has words of its own)
        codec.read(FigureCard, codec.write(card(kept().opening())) | change)


def test_no_change_of_the_list_keeps_the_commitment() -> None:
    mine = kept()
    opening = mine.opening()
    before = opening.commitment
    assert replace(opening, entries=dict(reversed(list(opening.entries.items())))).commitment == before
    first, *rest = opening.hashes
    fewer = {entry: opening.entries[entry] for entry in rest}
    for entries in (fewer, {**fewer, first: opening.entries[first] + 1}):
        assert replace(opening, entries=entries).commitment != before
    assert replace(opening, salt="00" * 32).commitment != before
    more = CommitmentSecrets(mine.salt, mine.secret, {**mine.counted, RecordId(new_id()): 1})
    assert more.opening().commitment != before
