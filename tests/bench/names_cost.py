"""Row 16: a thousand names found in a long text, in every spelling, beside each looked for as it stands."""

import random
import time
from collections.abc import Callable, Iterator

from table import Row, compare, milliseconds

from hrddesk.records.model.record import new_id
from hrddesk.redact.detection.matcher import KnownName, NameIndex, find_all

_LENGTH, _EACH, _MOST = 650_000, 500, 2
_FIRST = "Ael Bran Cor Dov Eri Fen Gil Hol Isk Jor Kel Lum Mir Nol Oss Pel Qui Ras Sol Tam".split()  # noqa: SIM905
_LAST = "dane brisk quell tarrow lunt marrow hart sedge low fern mill stone vale worth".split()  # noqa: SIM905
_LETTERS = "丙丁戊己庚辛壬癸邬棠溪缪屿川岚汀缑禾苇荻蒲薇桐楠"
_WORDS = (
    "the of and a witness said that on road near market they came night car police home later".split()  # noqa: SIM905
)
_CHINESE = "他们说那天夜里来了几个人把他带走家人不知道去了哪里后来有人看见在路口市场附近等候消息"


def rows() -> Iterator[Row]:
    """Measure both in turns."""
    pick = random.Random(3).choice
    names = [f"{pick(_FIRST)}{pick(_LAST)[:4]} {pick(_FIRST)}{pick(_LAST)}" for _ in range(_EACH)]
    names += ["".join(pick(_LETTERS) for _ in range(3)) for _ in range(_EACH)]
    text = _text(names)
    index = NameIndex(KnownName(new_id(), name) for name in names)
    ours, plain = compare(
        lambda: _cpu(lambda: find_all(text, index)),
        lambda: _cpu(lambda: [text.count(name) for name in names]),
    )
    what = f"{len(names):,} names in {_LENGTH:,} characters, beside each as it stands"
    ratio = ours / plain
    yield Row(16, what, milliseconds(ours), milliseconds(plain), ratio, f"<= {_MOST}x", ratio <= _MOST)


def _text(names: list[str]) -> str:
    """Return a text of English and Chinese words, each hundredth of which is a name."""
    chance = random.Random(4)
    pick = chance.choice
    parts = (
        pick(names) if kind < 0.01 else pick(_CHINESE) + pick(_CHINESE) if kind < 0.2 else f"{pick(_WORDS)} "
        for kind in (chance.random() for _ in range(170_000))
    )
    return "".join(parts)[:_LENGTH]


def _cpu(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
