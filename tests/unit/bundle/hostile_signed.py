"""What a contact can sign and send who means harm, and how each is refused."""

from collections.abc import Mapping
from typing import Any, Final

from hrddesk.bundle.format.protected_lines import MAX_PLACES
from hrddesk.bundle.trust.card import Card
from hrddesk.errors import (
    BundleCardExpired,
    BundleCardUnproven,
    BundleDamaged,
    BundleMalformed,
    BundleNotAddressedToMe,
    BundleRecordUnknown,
    BundleSenderUnknown,
    BundleSignatureMisshapen,
    BundleSignatureMissing,
    BundleSignatureOfAnother,
    BundleTooLarge,
    BundleTooNew,
    CardTooNew,
    HrdDeskError,
)
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import ElementId, Record, RecordId, Value
from tests.unit.bundle.fixed_desks import DAY, SENDER, identity_of, right
from tests.unit.bundle.forge import plain_json, record_line
from tests.unit.bundle.hostile_inside import found_at

ZERO: Final = RecordId("0" * 32)


def a_case(record_id: str = ZERO, title: str = "a case") -> bytes:
    """Return the line of a case."""
    return record_line(Record(kind=Kind.CASE, id=RecordId(record_id)).with_fields(title=title))


def _as(old: bytes, new: bytes) -> bytes:
    """Return the line of a case that is written in another way."""
    made = a_case().replace(old, new)
    if made == a_case():
        raise ValueError("nothing was replaced")
    return made


def _address(tag: str) -> dict[str, object]:
    return {"prev": "0" * 32, "seq": 1, "tag": tag * 32}


def _info(*numbers: int) -> dict[str, dict[str, bytes]]:
    return {"texts": {"bag-info.txt": b"Payload-Oxum: %d.%d\n" % numbers}}


def _manifest(text: bytes, name: str = "manifest-sha256.txt") -> dict[str, dict[str, bytes]]:
    return {"texts": {name: text}}


def _ten_thousand_and_one() -> bytes:
    first = dict(right(files=[]).members())["manifest-sha256.txt"]
    return first + b"".join(b"%064x  data/att/%064x\n" % (number, number) for number in range(10_001))


def _holding(name: str, /, **element: Value) -> bytes:
    """Return the line of a record that has one element in a list."""
    kind = Kind.PARTY if name == "names" else Kind.EVENT
    return record_line(
        Record(kind=kind, id=ZERO, fields={}, lists={name: {ElementId("a"): {"pos": 0, **element}}})
    )


LATER: Final = {
    "an unknown kind": _as(b'"kind":"case"', b'"kind":"king"'),
    "an unknown field": _as(b'"title"', b'"titles"'),
    "an unknown list": _as(b'"lists":{}', b'"lists":{"crowns":{"a":{"pos":1}}}'),
    "a part of an unknown field": _as(b'"title":[0,1]', b'"crown":[0,1],"title":[0,1]'),
    "a part of an unknown list": _as(b'"title":[0,1]', b'"crowns/a":[0,1],"title":[0,1]'),
}
"""Lines of records that a later version may write."""
RECORDS: Final[Mapping[str, bytes]] = {
    "records twice": a_case() * 2,
    "records not sorted": a_case("f" * 32) + a_case(),
    "an unknown part": _as(b'"dots":{', b'"dots":{"!":[0,1],'),
    "an id that leads elsewhere": a_case("../../" + "0" * 26),
    "a dot of no line": _as(b"[0,1]", b"[1,1]"),
    "a dot of the future": _as(b"[0,1]", b"[0,2]"),
    "an open last line": a_case()[:-1],
    "an empty line": a_case() + b"\n",
    "a line of another system": a_case()[:-1] + b"\r\n",
    "a mark of byte order": b"\xef\xbb\xbf" + a_case(),
    "no JSON": b"{\n",
    "nested deeply": b"[" * 100_000 + b"]" * 100_000 + b"\n",
    "nested deeply in objects": b'{"":' * 10_000 + b"1" + b"}" * 10_000 + b"\n",
    "nested deeply in a record": _as(b'"a case"', b"[" * 100_000 + b"]" * 100_000),
    "more lists than a line may have": _as(b'"a case"', b"[" + b"[]," * 66_000 + b"[]]"),
    "opened deeply": b"[" * 10_000 + b"\n",
    "an integer of ten thousand digits": b"1" * 10_000 + b"\n",
    "a counter of ten thousand digits": _as(b"[0,1]", b"[0,%s]" % (b"1" * 10_000)),
    "a counter of 65 bits": record_line(Record(kind=Kind.CASE, id=ZERO), counter=1 << 64),
    "a fraction": _as(b"[0,1]", b"[0,1.0]"),
    "not a number": _as(b"[0,1]", b"[0,NaN]"),
    "a name twice": _as(b'{"context"', b'{"context":{},"context"'),
    "a lone surrogate": _as(b"a case", b"\\ud800"),
    "a lone surrogate in bytes": _as(b"a case", b"\xed\xa0\x80"),
    "bytes that are no text": _as(b"a case", b"\xff\xfe"),
    "a letter that is escaped": _as(b"a case", b"\\u0061 case"),
    "other spacing": _as(b",", b", "),
    "texts that never end": b"[" * 17 + b'\\"' * 1_000_000 + b"\n",
    "a title longer than any": a_case(title="x" * 1_001),
    "a name longer than any": _holding("names", name="x" * 501),
    "a sentence beyond all months": _holding("penalties", months=2**31),
    "a review of a text": record_line(Record(kind=Kind.TEXT_REVIEW, id=ZERO).with_fields(vouched="x")),
    "a review of a picture": record_line(Record(kind=Kind.PICTURE_REVIEW, id=ZERO)),
    "a deleted review of a text": _as(b'"kind":"case"', b'"kind":"text_review"')
    .replace(b'"deleted":false', b'"deleted":true')
    .replace(b'"title":"a case"', b""),
}
"""Lines of records, each of which breaks the format."""


CASED: Final = record_line(
    Record(kind=Kind.CASE, id=ZERO).with_fields(title="a case", narrative="a" * (MAX_PLACES + 1))
)


def _places(*spans: object, field: object = "title", record: object = ZERO, **more: object) -> bytes:
    return plain_json({"field": field, "record": record, "spans": list(spans), **more}) + b"\n"


PLACES: Final[Mapping[str, bytes]] = {
    "that are none": b"{}\n",
    "with a reason": _places([0, 1], why="x"),
    "of no list": _places().replace(b"[]", b"7"),
    "of no span": _places(),
    "of a span that is a number": _places(7),
    "of half a span": _places([1]),
    "of no letter": _places([3, 3]),
    "before the text": _places([-1, 2]),
    "beyond the text": _places([0, len("a case") + 1]),
    "of a number beyond all": _places([0, 1 << 70]),
    "that overlap": _places([0, 3], [2, 4]),
    "that are too many": _places(*([at, at + 1] for at in range(MAX_PLACES + 1)), field="narrative"),
    "of a field that is none": _places([0, 1], field="kind"),
    "of a field that is no text": _places([0, 1], field=7),
    "of a record that is none": _places([0, 1], record="f"),
    "of another record": _places([0, 1], record="f" * 32),
    "twice": _places([0, 1]) * 2,
}
"""Lines of protected places, each of which is refused."""

LINE: Final = [1, 0, "evidence.added", "R2WQ"]
EVIDENCE: Final = record_line(Record(kind=Kind.EVIDENCE, id=ZERO).with_fields(title="a gate"))
LOGGED: Final = {
    "records": EVIDENCE,
    "head": {"history": {"number": 9, "head": "0" * 64}},
    "files": [],
}


def _log(*own: object, others: object = (), record: object = ZERO, **more: object) -> bytes:
    body = {"log": list(own), "others": others, "record": record, **more}
    return plain_json(body) + b"\n"


def _line(number: object = 1, time: object = 0, act: object = "seen", by: object = "R2WQ") -> list[object]:
    return [number, time, act, by]


LOGS: Final[Mapping[str, bytes]] = {
    "that are none": b"{}\n",
    "with a note": _log(LINE, note="x"),
    "of no list": _log().replace(b"[]", b"7", 1),
    "of others that are no list": _log(others=7),
    "of a line that is a number": _log(7),
    "of half a line": _log([1, 0]),
    "of a number below all": _log(_line(number=0)),
    "of a row that the sender never wrote": _log(_line(number=10)),
    "of a number that is text": _log(_line(number="1")),
    "of a number beyond all": _log(others=[_line(number=1 << 70)]),
    "of a time before 1970": _log(_line(time=-1)),
    "of a time in the year 10000": _log(_line(time=253_402_300_800)),
    "of a time that is true": _log(_line(time=True)),
    "of an act in a sentence": _log(_line(act="seen by Quell")),
    "of an act with markup": _log(_line(act="<b>seen</b>")),
    "of an act that turns the line": _log(_line(act="seen\u202e")),
    "of an act without end": _log(_line(act="s" * 65)),
    "of no act": _log(_line(act="")),
    "of a desk with a name": _log(_line(by="Quell")),
    "of a desk that is no text": _log(_line(by=7)),
    "of others with a name": _log(others=[_line(by="Quell")]),
    "not ascending": _log(_line(number=2), LINE),
    "of one row twice": _log(LINE, _line(time=1)),
    "that are too long": _log(others=[LINE] * 10_001),
    "of a record that is none": _log(LINE, record="f"),
    "of evidence that is not in it": _log(LINE, record="f" * 32),
    "twice": _log(LINE) * 2,
}
"""Lines of custody logs, each of which is refused."""

SIGNED: Final[Mapping[type[HrdDeskError], Mapping[str, Mapping[str, Any]]]] = {
    BundleMalformed: {
        "another bagit": _manifest(b"BagIt-Version: 0.97\n", "bagit.txt"),
        "another info": _manifest(b"Payload-Oxum: 1.5\nX: y\n", "bag-info.txt"),
        "more octets than there are": _info(5000, 6),
        "more files than there are": _info(10, 7),
        "octets of twenty digits": _info(10**20 - 1, 6),
        "another head": {"head": {"more": 1}},
        "a head without a line": {"head": {"line": None}},
        "a head of another type": {"head": {"type": "a bundle"}},
        "a head of version 0": {"head": {"v": 0}},
        "a head of another sender": {"head": {"sender": "0" * 64}},
        "a head for nobody": {"head": {"to": []}},
        "a sequence beyond all": {"seq": 1 << 63},
        "a history of text": {"head": {"history": "none"}},
        "a day that is none": {"head": {"created": "2026-02-30"}},
        "an app with a bell": {"head": {"app": "\a"}},
        "a manifest of nothing": _manifest(b""),
        "a tag manifest of nothing": _manifest(b"", "tagmanifest-sha256.txt"),
        "a tag file altered after": {"after": {"bag-info.txt": b"Payload-Oxum: 0.5\n"}},
        "a file too many": {"arrange": lambda files: [*files, ("data/att/" + "a" * 64, b"x")]},
        "a file too few": {"arrange": lambda files: files[:-1]},
        "a file twice": {"arrange": lambda files: [*files, files[-1]]},
        "files in another order": {"arrange": lambda files: [*files[:-2], files[-1], files[-2]]},
        "a file of no record": {"records": a_case()},
        "a contact that is none": {"contacts": b"{}\n"},
        "a contact without a proof": {
            "contacts": plain_json({"card": "hrddesk-card-v1\n{}\n\n\n", "name": "x", "revoked": None})
            + b"\n"
        },
        **{
            f"protected places {name}": {"records": CASED, "protected": text, "files": []}
            for name, text in PLACES.items()
        },
        **{f"custody logs {name}": {**LOGGED, "custody": text} for name, text in LOGS.items()},
        "a custody log of a case": {"records": CASED, "custody": _log(), "files": []},
        "a custody log of deleted evidence": {
            **LOGGED,
            "records": record_line(Record(kind=Kind.EVIDENCE, id=ZERO), deleted=True),
            "custody": _log(),
        },
        "a receipt that is none": {"receipts": b"{}\n"},
        "a receipt nested deeply": {"receipts": b"[" * 10_000 + b"]" * 10_000 + b"\n"},
        **{name: {"records": text, "files": []} for name, text in RECORDS.items()},
    },
    BundleRecordUnknown: {name: {"records": text, "files": []} for name, text in LATER.items()},
    BundleSignatureMissing: {
        "no first signature": {"after": {"tagmanifest-sha256.txt.sig": b""}},
        "no second signature": {"after": {"tagmanifest-sha256.txt.mldsa65": b""}},
    },
    BundleSignatureMisshapen: {
        "a first signature that is none": {"after": {"tagmanifest-sha256.txt.sig": b"none"}},
        "a second signature that is none": {"after": {"tagmanifest-sha256.txt.mldsa65": b"none"}},
    },
    CardTooNew: {"a card of a later version": {"card": Card.make(SENDER).raw.replace(b"-v1", b"-v2", 1)}},
    BundleCardUnproven: {
        "a card cut off": {"card": Card.make(SENDER).raw[:-100]},
        "a card of nothing": {"card": b"\n"},
    },
    BundleTooLarge: {
        "fewer octets than there are": _info(10, 6),
        "more than eight gibibytes": _info((8 << 30) + 1, 6),
        "ten thousand and one files": _manifest(_ten_thousand_and_one()) | {"files": []},
    },
    BundleDamaged: {"records that were replaced": {"payload": {"data/records.jsonl": a_case(title="b")}}},
    BundleTooNew: {"a head of a later version": {"head": {"v": 2}}},
    BundleNotAddressedToMe: {
        "a head for another": {"head": {"to": [_address("1")]}},
        "a head for two": {"head": {"to": [_address("1"), _address("2")]}},
    },
    BundleSenderUnknown: {
        "an unknown sender": {"sender": identity_of("stranger")},
        "a stranger's head that is none": {
            "sender": identity_of("stranger"),
            "texts": {"hrddesk.json": b"[" * 17},
        },
    },
    BundleSignatureOfAnother: {"a card of another": {"card": Card.make(identity_of("stranger")).raw}},
    BundleCardExpired: {
        "a card that has expired": {"card": Card.make(identity_of("sender", DAY.toordinal() - 300)).raw}
    },
}
"""Changes of a right bundle that are signed as it would be, by the error that refuses each."""


def signed() -> dict[str, tuple[type[HrdDeskError], bytes]]:
    """Return all of them, sealed; of what is refused before its payload without that, to stay small."""
    made = {}
    for error, group in SIGNED.items():
        for name, changes in group.items():
            forge = right(**changes)
            inside = forge.inside()
            before = changes.keys() <= {"texts", "head", "seq", "card", "sender"}
            if before and "bag-info.txt" not in changes.get("texts", {}):
                inside = inside[: found_at(inside, "data/records.jsonl")]
            made[name] = (error, forge.seal(inside))
    return made
