"""The search finds of names, texts and other words in seven scripts what a scan of everything finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrddesk.actions.analysis import search
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import Record, new_id
from hrddesk.records.names import names
from hrddesk.store.vault.session import Session

SCRIPTS = {
    "Latin": "abcäéüÀŽ -'",
    "simplified": "胡岚单达王伟寻衅滋事",
    "traditional": "單達龍國衛張",
    "Uyghur": "ئايگۈلەبۇ ﺋﺎﻳﮕﯜﻝ",
    "Tibetan": "བཀྲ་ཤིསརྡོ་རྗེ།",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ᠋",
    "Cyrillic": "БатбаярЁй",
}
words = st.sampled_from(list(SCRIPTS.values())).flatmap(
    lambda letters: st.text(letters, min_size=1, max_size=8)
)


@pytest.mark.parametrize("kind", ["names", "texts", "words"])
@given(told=st.lists(words, min_size=1, max_size=6), needle=words, cut=st.integers(1, 3), data=st.data())
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_demand_8_recall_is_that_of_a_scan_in_seven_scripts(
    session: Session, kind: str, told: list[str], needle: str, cut: int, data: st.DataObject
) -> None:
    with session.store.change("test") as change:
        for old in (*session.store.ids(Kind.PARTY), *session.store.ids(Kind.CASE)):
            change.delete(old)
        for word in told:
            record = Record(kind=Kind.PARTY, id=new_id()).with_elements("names", [{"name": word}])
            if kind == "texts":
                record = Record(kind=Kind.CASE, id=new_id()).with_fields(narrative=f"x {word}")
            elif kind == "words":
                record = Record(kind=Kind.CASE, id=new_id()).with_elements("tags", [{"text": word}])
            change.put(record)
    whole = data.draw(st.sampled_from(told))
    at = data.draw(st.integers(0, len(whole) - 1))
    for query in (needle, whole[at : at + cut]):  # anything, and one to three letters of what is there
        wanted = names.normalise(query)
        if kind == "names":
            scanned = {
                party.id
                for party in session.store.all(Kind.PARTY)
                for item in party.values("names")
                if wanted
                and any(
                    wanted in form
                    for form in (
                        names.normalise(str(item["name"])),
                        *names.derived_forms(str(item["name"])),
                    )
                )
            }
            found = set(session.store.search.by_name(query))
        elif kind == "words":
            scanned = {
                case.id
                for case in session.store.all(Kind.CASE)
                for item in case.values("tags")
                if wanted and any(wanted in form for form in names.spelled(str(item["text"])))
            }
            found = {hit.id for hit in search.find(session.store, query)}
        else:
            scanned = {
                case.id
                for case in session.store.all(Kind.CASE)
                if wanted and wanted in names.normalise(case.text("narrative"))
            }
            found = {record for record, _ in session.store.search.by_text(query)}
        assert found == scanned
