"""Rows 5 and 6: the search of names and of narratives, whether it finds all that a scan finds, and its size.

Names are asked for as people ask: in both scripts, whole and in part. The narratives are words and characters
at random, which is harder than any language: hardly a pair of characters is rare in them.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import library
from table import Row, milliseconds

from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.records.model.kinds import Kind
from hrddesk.records.names import names
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session

_ASKED = 40
_FIRST = 50
_NAMES_MS, _TEXTS_MS, _SIZE = 30, 5, 0.45
_WORDS = ("neighbours", "waited until", "the gate", "paper", "evening", "two cars", "were told")
_CHARACTERS = ("出示", "家人", "门口", "晚上", "看见", "早", "带到", "说话")


def rows(sizes: Sequence[int], folder: Path) -> Iterator[Row]:
    """Measure at each number of cases, by the p95 of CPU time of what a person asks for."""
    for cases in sizes:
        made = library.make(folder, cases)
        with Session.open(made.vault, PassphraseSecret(library.PASSPHRASE)) as session:
            store = session.reader()
            try:
                yield from _rows(store, f"{cases:,} cases", cases)
            finally:
                store.close()


def _rows(store: Store, size: str, cases: int) -> Iterator[Row]:
    asked = _names(cases)
    people = _p95(asked, lambda text: list(store.search.by_name(text, Kind.PARTY)))
    yield _row(f"names of people, {size}", people, _NAMES_MS)
    every = _p95(asked, lambda text: list(store.search.by_name(text)))
    yield _row(f"names, titles, places and references at once, {size}", every, _NAMES_MS)
    texts = _WORDS + _CHARACTERS
    first = _p95(texts * 7, lambda text: list(islice(store.search.by_text(text), _FIRST)))
    yield _row(f"first {_FIRST} narratives, {size}", first, _TEXTS_MS)
    yield _recall(f"recall of names, {size}", *_found_names(store, asked[:20]))
    yield _recall(f"recall of narratives, {size}", *_found_texts(store, texts))
    index, told = _bytes(store)
    ratio = index / told
    yield Row(
        6,
        f"search index, {size}",
        f"{index:,} bytes",
        f"narratives, {told:,} bytes",
        ratio,
        f"<= {_SIZE}x",
        ratio <= _SIZE,
    )


def _names(cases: int) -> list[str]:
    dice = random.Random(20200226)
    asked = []
    for number in dice.sample(range(cases), _ASKED):
        latin, chinese = library.name_of(number)
        asked += [latin, chinese, latin.split()[0], chinese[:2], latin[3:9]]
    return asked


def _p95(asked: Sequence[str], find: Callable[[str], object]) -> float:
    for text in asked[:10]:
        find(text)  # warm
    taken = []
    for text in asked:
        begin = time.process_time()
        find(text)
        taken.append(time.process_time() - begin)
    return sorted(taken)[round(0.95 * (len(taken) - 1))]


def _row(what: str, seconds: float, most: int) -> Row:
    return Row(5, what, milliseconds(seconds), "", None, f"p95 <= {most} ms", seconds * 1000 <= most)


def _found_names(store: Store, asked: Sequence[str]) -> tuple[int, int]:
    """Return how many of the people whom a scan of all names finds are found, and how many there are."""
    wanted = {text: names.normalise(text) for text in asked}
    expected: dict[str, set[str]] = {text: set() for text in asked}
    for party in store.all(Kind.PARTY):
        forms = [names.normalise(str(item["name"])) for item in party.values("names")]
        for text, needle in wanted.items():
            if any(needle in form for form in forms):
                expected[text].add(party.id)
    found = {text: set(store.search.by_name(text, Kind.PARTY)) for text in asked}
    return sum(len(expected[text] & found[text]) for text in expected), sum(map(len, expected.values()))


def _found_texts(store: Store, asked: Sequence[str]) -> tuple[int, int]:
    wanted = {text: names.normalise(text) for text in asked}
    expected: dict[str, set[str]] = {text: set() for text in asked}
    for owner, body in store.db.execute("SELECT owner, text FROM long_text"):
        normal = names.normalise(body)
        for text, needle in wanted.items():
            if needle in normal:
                expected[text].add(owner)
    found = {text: {owner for owner, _ in store.search.by_text(text)} for text in asked}
    surplus = sum(len(found[text] - expected[text]) for text in asked)
    assert not surplus, f"{surplus} texts are found that do not hold the words"
    return sum(len(expected[text] & found[text]) for text in asked), sum(map(len, expected.values()))


def _recall(what: str, found: int, expected: int) -> Row:
    return Row(5, what, f"{found:,}", f"a scan: {expected:,}", found / expected, "= 1", found == expected)


def _bytes(store: Store) -> tuple[int, int]:
    """Return the bytes of the index of texts, and of the texts."""
    parts = (
        "SELECT sum(length(block)) FROM search_text_data",
        "SELECT sum(length(sz) + 8) FROM search_text_docsize",
        "SELECT sum(length(term) + 16) FROM search_text_idx",
    )
    index = sum(int(store.db.execute(part).fetchone()[0] or 0) for part in parts)
    told = store.db.execute("SELECT sum(length(CAST(text AS BLOB))) FROM long_text").fetchone()[0]
    return index, int(told)
