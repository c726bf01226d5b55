"""The shipped vocabularies: complete in two languages, with words that mean one thing each."""

import csv
import hashlib
from pathlib import Path

import pytest

from hrddesk.records.language.labels import CHINESE, EN, ENGLISH, ZH, Labels
from hrddesk.records.language.scripts import to_simplified, to_traditional
from hrddesk.records.model.kinds import SPECS, Kind
from hrddesk.records.terms import vocabulary
from hrddesk.records.terms.vocabulary import (
    EVENT_TERM,
    NONE,
    NOT_ASKED,
    OF_THE_DESK,
    PLAIN,
    UNKNOWN,
    Term,
    Vocabulary,
    load,
)
from hrddesk.system.paths import resources

EVERY = (*PLAIN, EVENT_TERM)


def test_every_file_is_a_vocabulary() -> None:
    folders = (resources(), *(resources() / "countries").iterdir())
    files = {path.stem for folder in folders for path in (folder / "vocabularies").glob("*.csv")}
    assert files == {*PLAIN, "answer"}


@pytest.mark.parametrize("name", EVERY)
def test_terms_are_complete_and_their_ids_are_fixed(name: str) -> None:
    found = load(name)
    assert found.name == name
    assert found.terms
    ids = [term.id for term in (*found.terms, *found.answers)]
    assert len(set(ids)) == len(ids)
    for term in found.terms:
        assert {EN, ZH, "zh-Hant"} <= set(term.labels)
        assert all(text == text.strip() != "" for text in term.labels.values())
        assert term.map == ""  # those codes are not ours to ship
        code = term.code.removeprefix("platform:") if name == EVENT_TERM else term.code
        # The rule that made the id of a shipped term; a term that is renamed later keeps the id of its code.
        made = hashlib.sha256(f"hrddesk/term/{term.vocabulary}/{code}".encode()).hexdigest()
        assert term.id == made[:32]


def test_ids_are_never_shared_between_vocabularies() -> None:
    ids = [term.id for name in PLAIN for term in load(name).terms]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", EVERY)
def test_every_word_means_one_term(name: str) -> None:
    found = load(name)
    for term in (*found.terms, *found.answers):
        for word in (term.code, *term.aliases):
            assert found.find(word) == term, word
        if name != EVENT_TERM or not term.code.startswith("platform:"):
            assert all(found.find(label) == term for label in term.labels.values())


@pytest.mark.parametrize("name", ["block_kind", "block_state", "comment_state"])
def test_what_the_desk_decides_has_no_answers(name: str) -> None:
    found = load(name)
    assert (found.answers, found.code("unknown"), found.code("未询问")) == ((), None, None)


@pytest.mark.parametrize("name", sorted({*EVERY} - OF_THE_DESK))
def test_unknown_not_asked_and_none_are_three_values(name: str) -> None:
    found = load(name)
    assert [term.code for term in found.answers] == [UNKNOWN, NOT_ASKED, NONE]
    assert {found.code("不详"), found.code("未询问"), found.code("无")} == {UNKNOWN, NOT_ASKED, NONE}
    assert len({found.label(code, CHINESE) for code in (UNKNOWN, NOT_ASKED, NONE)}) == 3
    assert found.find("") is None


def test_words_are_found_in_whatever_case_and_width() -> None:
    events = load("event_type")
    for text in ("taken_away", "Taken away", " TAKEN  AWAY ", "带走", "被带走", "ｔａｋｅｎ　ａｗａｙ"):
        assert events.code(text) == "taken_away", text
    assert events.code("flew to the moon") is None
    assert events.label("taken_away", ENGLISH) == "Taken away"
    assert events.label("taken_away", CHINESE) == "带走"
    assert events.label("flew to the moon", CHINESE) == "flew to the moon"


@pytest.mark.parametrize(
    ("name", "zh", "code"),
    [
        ("event_type", "传唤", "summoned"),
        ("event_type", "批捕", "arrested"),
        ("event_type", "起诉", "indicted"),
        ("event_type", "开庭", "tried"),
        ("event_type", "判刑", "sentenced"),
        ("event_type", "释放", "released"),
        ("event_type", "取保候审", "bail"),
        ("event_type", "注销", "licence_deregistered"),
        ("event_type", "吊销", "licence_revoked"),
        ("measure", "刑事拘留", "criminal"),
        ("measure", "指定居所监视居住", "rsdl"),
        ("measure", "行政拘留", "administrative"),
        ("measure", "软禁", "house_arrest"),
        ("place_kind", "看守所", "detention_centre"),
        ("charge", "寻衅滋事", "picking_quarrels"),
        ("charge", "煽动颠覆国家政权", "inciting_subversion"),
        ("charge", "颠覆国家政权罪", "subversion"),
        ("charge", "煽动分裂国家罪", "inciting_separatism"),
        ("charge", "非法经营", "business"),
        ("penalty", "死缓", "death_reprieve"),
    ],
)
def test_the_terms_of_the_field(name: str, zh: str, code: str) -> None:
    assert load(name).code(zh) == code


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("event_type", "獲釋", "released"),
        ("event_type", "起訴", "indicted"),
        ("event_type", "被帶走", "taken_away"),
        ("event_type", "獲釋放", "discharged"),
        ("event_type", "获释放", "discharged"),
        ("charge", "尋釁滋事", "picking_quarrels"),
        ("charge", "颠覆国家政权罪", "subversion"),
        ("charge", "煽動他人分裂國家罪", "hk_incitement_secession"),
        ("charge", "煽动他人分裂国家罪", "hk_incitement_secession"),
        ("penalty", "死緩", "death_reprieve"),
        ("country", "中華人民共和國", "CN"),
    ],
)
def test_a_term_is_known_in_simplified_and_traditional_characters(name: str, words: str, code: str) -> None:
    assert load(name).code(words) == code


def test_every_chinese_word_is_known_in_the_other_characters_or_means_nothing() -> None:
    for name in PLAIN:
        for term in load(name).terms:
            for word in (*term.labels.values(), *term.aliases):
                exact = load(name).find(word)
                for other in (to_simplified(word), to_traditional(word)):
                    found = load(name).find(other)
                    assert found in (exact, None) or other in spelled(found), (word, other)


def spelled(term: Term | None) -> tuple[str, ...]:
    return () if term is None else (*term.labels.values(), *term.aliases)


def test_what_two_terms_share_in_other_characters_is_no_word_of_either() -> None:
    def term(code: str, word: str) -> Term:
        return Term(code=code, vocabulary="made", labels=Labels({"zh-Hant": word}))

    two = Vocabulary.of("made", [term("behind", "後"), term("queen", "后")])
    assert [two.code(word) for word in ("後", "后")] == ["behind", "queen"]
    three = Vocabulary.of("made", [term("dry", "乾燥"), term("stem", "幹燥")])
    assert [three.code(word) for word in ("乾燥", "幹燥", "干燥")] == ["dry", "stem", None]
    # What came in a bundle takes no word from what is shipped.
    own = Vocabulary.of("made", [term("dry", "乾燥")], own=[term("stem", "幹燥")])
    assert [own.code(word) for word in ("乾燥", "幹燥", "干燥")] == ["dry", "stem", "dry"]


def test_charges_have_their_articles() -> None:
    articles = {term.code: term.article for term in load("charge").terms}
    assert articles["picking_quarrels"] == "CL 293"
    assert articles["inciting_subversion"] == "CL 105(2)"
    assert articles["subversion"] == "CL 105(1)"
    assert articles["inciting_separatism"] == "CL 103(2)"
    assert articles["business"] == "CL 225"
    assert not any(term.article for name in PLAIN if name != "charge" for term in load(name).terms)


def test_event_terms_are_of_five_vocabularies() -> None:
    found = load(EVENT_TERM)
    assert {term.vocabulary for term in found.terms} == {
        "condition",
        "method",
        "denial",
        "circumstance",
        "platform",
    }
    assert found.code("tiger_chair") == "tiger_chair"
    assert found.code("platform:wechat") == "platform:wechat"
    assert found.code("platform:微信") == "platform:wechat"
    assert found.code("平台：微信") == "platform:wechat"
    assert found.code("WeChat") == "platform:wechat"
    assert found.code("朋友圈") is None  # an alias needs the word before it
    assert found.label("platform:wechat", ENGLISH) == "WeChat"
    assert found.label("lawyer_denied", CHINESE) == "不准会见律师"


def test_a_vocabulary_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        load("colour")
    with pytest.raises(KeyError):
        load("../secrets")


def test_no_file_is_read_for_a_vocabulary_that_does_not_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "resources", lambda: tmp_path / "gone")
    with pytest.raises(KeyError):
        vocabulary.load("nowhere")


def test_a_desk_adds_and_replaces_terms() -> None:
    own = [
        Term(code="hazing", vocabulary="method", labels=Labels({EN: "Hazing"}), aliases=("bullying",)),
        Term(code="cold", vocabulary="method", labels=Labels({EN: "Made to freeze", ZH: "受冻"})),
    ]
    found = load("method").with_terms(own)
    assert found.code("bullying") == "hazing"
    assert found.label("hazing", CHINESE) == "Hazing"
    assert found.label("cold", ENGLISH) == "Made to freeze"
    assert len(found.terms) == len(load("method").terms) + 1
    assert load("method").code("bullying") is None


def test_fields_name_vocabularies_and_parts_of_records_that_exist() -> None:
    for path, name in vocabulary.FIELDS.items():
        load(name)
        kind, *rest = path.split(".")
        spec = SPECS[Kind(kind)]
        if len(rest) == 1:
            assert spec.field(rest[0]) is not None
        else:
            item = spec.list(rest[0])
            assert item is not None
            assert rest[1] in item.by_name


def test_every_code_of_the_real_report_is_a_term(shared: Path) -> None:
    folder = shared / "data" / "report2020"
    columns = (
        ("events.csv", "type", "event_type"),
        ("events.csv", "form", "measure"),
        ("events.csv", "charges", "charge"),
        ("events.csv", "terms", EVENT_TERM),
        ("events.csv", "assertion", "assertion"),
        ("parties.csv", "kind", "party_kind"),
        ("parties.csv", "occupations", "occupation"),
        ("parties.csv", "ethnicity", "ethnicity"),
        ("relations.csv", "type", "relation"),
        ("figures.csv", "kind", "figure_kind"),
    )
    unknown, seen = [], 0
    for file, column, name in columns:
        with (folder / file).open(encoding="utf-8", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream), 2):
                for word in filter(None, row[column].split("|")):
                    seen += 1
                    # What a table writes as a form is a measure, a facility or a condition.
                    names = (name, "place_kind", "condition") if column == "form" else (name,)
                    if all(load(known).find(word) is None for known in names):
                        unknown.append((file, number, column))
    assert seen > 500
    assert unknown == []
