"""The desk's own terms over the shipped ones: worded anew, merged, retired, never in the place of others."""

from collections.abc import Mapping
from types import MappingProxyType

from hrddesk.records.language.labels import CHINESE, ENGLISH
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, RecordId, Value, new_id
from hrddesk.records.terms.vocabulary import EVENT_TERM, UNKNOWN, load
from hrddesk.records.terms.words import SHIPPED, Words


def _term(
    vocabulary: str,
    code: str,
    *,
    of: str = "",
    aliases: tuple[str, ...] = (),
    labels: Mapping[str, str] = MappingProxyType({}),
    **fields: Value,
) -> Record:
    record = Record(kind=Kind.TERM, id=RecordId(of) if of else new_id())
    record = record.with_fields(vocabulary=vocabulary, code=code, **fields).with_labels(labels)
    return record.with_elements("aliases", [{"text": alias} for alias in aliases])


def test_without_terms_of_its_own_a_desk_has_what_is_shipped() -> None:
    assert SHIPPED.load("charge") == load("charge")
    assert Words.of([]).load(EVENT_TERM) == load(EVENT_TERM)


def test_a_term_of_its_own_is_offered_and_found_by_all_its_words() -> None:
    words = Words.of(
        [_term("charge", "tax_1", aliases=("偷税把戏",), labels={"en": "Tax trick", "zh-Hans": "税务把戏"})]
    )
    found = words.load("charge")
    for word in ("tax_1", "tax trick", "税务把戏", "偷税把戏"):
        assert found.code(word) == "tax_1"
    assert found.label("tax_1", CHINESE) == "税务把戏"
    assert words.is_own("charge", "tax_1")
    assert not words.is_own("charge", "picking_quarrels")


def test_a_label_that_is_missing_is_that_of_the_other_language() -> None:
    found = Words.of([_term("charge", "tax_1", labels={"zh-Hans": "税务把戏"})]).load("charge")
    assert found.label("tax_1", ENGLISH) == "税务把戏"


def test_a_shipped_term_worded_anew_keeps_its_code_and_its_article() -> None:
    shipped = load("charge").exact("picking_quarrels")
    assert shipped is not None
    words = Words.of(
        [_term("charge", shipped.code, of=shipped.id, aliases=("寻滋",), labels={"en": "Trouble"})]
    )
    found = words.load("charge").find("trouble")
    assert found is not None
    assert (found.code, found.article, found.id) == (shipped.code, shipped.article, shipped.id)
    assert words.load("charge").find("寻衅滋事") is None  # the desk took this alias away


def test_a_merged_term_reads_as_the_one_that_was_kept_and_its_code_stays() -> None:
    words = Words.of(
        [
            _term("method", "cage", retired=True, into="box", labels={"en": "Cage"}),
            _term("method", "crate", retired=True, into="cage", labels={"en": "Crate"}),
            _term("method", "box", labels={"en": "Iron box", "zh-Hans": "铁箱"}),
        ]
    )
    found = words.load("method")
    assert [found.label(code, CHINESE) for code in ("cage", "crate", "box")] == ["铁箱"] * 3
    assert found.code("cage") == "cage"  # what is recorded stays
    assert found.code("Cage") == "box"  # what is typed from now on is the kept one
    assert "cage" not in [term.code for term in found.terms]
    assert words.load(EVENT_TERM).label("crate", ENGLISH) == "Iron box"


def test_a_retired_term_reads_as_before_and_is_not_offered() -> None:
    found = Words.of([_term("method", "cage", retired=True, labels={"en": "Cage"})]).load("method")
    assert found.label("cage", ENGLISH) == "Cage"
    assert found.code("cage") == "cage"
    assert [term.code for term in found.retired] == ["cage"]


def test_merges_in_a_circle_end() -> None:
    found = Words.of(
        [
            _term("method", "one_x", retired=True, into="two_x", labels={"en": "One x"}),
            _term("method", "two_x", retired=True, into="one_x", labels={"en": "Two x"}),
        ]
    ).load("method")
    assert found.label("one_x", ENGLISH) in ("One x", "Two x")


def test_no_term_that_came_in_a_bundle_takes_the_meaning_of_a_shipped_word_or_of_an_answer() -> None:
    words = Words.of(
        [
            _term("role", "mine", aliases=("victim",), labels={"en": "当事人"}),
            _term("role", UNKNOWN, labels={"en": "Something"}),
        ]
    )
    found = words.load("role")
    assert found.code("当事人") == found.code("victim") == "victim"
    assert found.label(UNKNOWN, ENGLISH) == load("role").label(UNKNOWN, ENGLISH)


def test_of_two_terms_with_one_code_every_desk_takes_the_same() -> None:
    one, two = (_term("cause", "river", of=digit * 32, labels={"en": digit}) for digit in "12")
    for order in ([one, two], [two, one]):
        assert Words.of(order).load("cause").label("river", ENGLISH) == "1"


def test_platforms_of_its_own_have_their_prefix_among_the_terms_of_events() -> None:
    words = Words.of(
        [
            _term("platform", "perch", labels={"en": "Perch"}),
            _term("platform", "old_perch", retired=True, into="perch", labels={"en": "Old perch"}),
        ]
    )
    found = words.load(EVENT_TERM)
    assert found.code("platform:Perch") == "platform:perch"
    assert found.label("platform:old_perch", ENGLISH) == "Perch"


def test_own_terms_count_as_the_shipped_ones_that_they_were_merged_with() -> None:
    words = Words.of(
        [
            _term("event_type", "nabbed", retired=True, into="taken_away", labels={"en": "Nabbed"}),
            _term("event_type", "grabbed", retired=True, into="nabbed", labels={"en": "Grabbed"}),
            _term("event_type", "locked", labels={"en": "Locked in"}),
            _term("event_type", "detained", retired=True, into="locked", labels={"en": "Detained"}),
            _term("event_type", "caged", retired=True, into="locked", labels={"en": "Caged"}),
            _term("event_type", "alone", labels={"en": "Alone"}),
            _term("role", "sufferer", retired=True, into="victim", labels={"en": "Sufferer"}),
            _term("method", "stripped", retired=True, into="strip_search", labels={"en": "Stripped"}),
            _term("platform", "old_perch", retired=True, into="wechat", labels={"en": "Old Perch"}),
        ]
    )
    counted = {
        code: words.counted("event_type", code) for code in ("nabbed", "grabbed", "locked", "caged", "alone")
    }
    assert counted == {
        "nabbed": "taken_away",
        "grabbed": "taken_away",
        "locked": "detained",
        "caged": "detained",
        "alone": "alone",
    }
    assert words.counted("event_type", "detained") == "detained"  # what is shipped keeps its meaning
    assert words.counted("event_type", "") == ""
    event = Record(kind=Kind.EVENT, id=new_id()).with_fields(type="nabbed", measure="criminal")
    event = event.with_elements("parties", [{"party": new_id(), "role": "sufferer"}, {"party": new_id()}])
    event = event.with_elements("terms", [{"term": "stripped"}, {"term": "platform:old_perch"}])
    made = words.as_counted(event)
    assert made.fields == {"type": "taken_away", "measure": "criminal"}
    assert [item.get("role") for item in made.values("parties")] == ["victim", None]
    assert [item.get("term") for item in made.values("terms")] == ["strip_search", "platform:wechat"]
    assert SHIPPED.as_counted(event) is event


def test_a_vocabulary_that_only_a_record_names_has_no_terms() -> None:
    found = Words().load("<img>")
    assert found.find("anything") is None
    assert not found.terms
