"""Every text field of those who can be hidden is looked for as a name, or listed with the reason why not.

A field that a kind gains later is in no list, and the test fails until somebody has decided. What is listed
in vain is found too.
"""

from typing import Final

import pytest

from hrddesk.records.model.kinds import KEYS_LIST, SPECS, Kind
from hrddesk.redact.people.vault_names import known_names
from hrddesk.redact.profile.profiles import LABELS
from tests.unit.redact.test_every_field import EVERY, desk_with

NAMES_SOMEBODY: Final = frozenset(
    {
        "party.names.name",
        "source.code_name",
        "source.interviewer",
        "source.title",
        "source.author",
        "evidence.from_whom",
    }
)
HOLDS_WORDS: Final = frozenset(
    {
        *("party.home_text", "party.unprotected", "party.note", "party.terms.raw", "party.citizenships.text"),
        *("party.comments.comment", "party.values.answer"),
        *("source.means", "source.publisher", "source.address", "source.archived", "source.credit"),
        *("source.note", "source.texts.body", "source.comments.comment"),
        *("evidence.original_name", "evidence.title", "evidence.metadata", "evidence.note"),
        *(
            "evidence.texts.body",
            "evidence.labels.text",
            "evidence.custody.what",
            "evidence.comments.comment",
        ),
    }
)
"""Words among which no name can be told apart; the audit looks for them whole, see `risks/secrets.py`."""
HOLDS_CODES: Final = (
    "ref kind size sex age ethnicity disability names.script names.kind terms.vocabulary terms.term"
    " consents.consent consents.purpose consents.given_by consents.basis values.field comments.by"
    " comments.state type reliability language knowledge attribution texts.language texts.kind texts.of"
    " texts.by media_type sha256 captured acquired others proofs.kind proofs.sha256 custody.by about.how"
    " about.by labels.language"
)
"""Terms of a list, languages, dates, numbers, hashes and signers, in any of the kinds."""


def _fields() -> list[str]:
    kinds = (Kind.PARTY, Kind.SOURCE, Kind.EVIDENCE)
    return [name for name, (kind, part, _) in EVERY.items() if kind in kinds and part != KEYS_LIST.name]


def test_for_every_text_field_it_is_decided_whether_it_names_somebody() -> None:
    decided = (
        NAMES_SOMEBODY
        | HOLDS_WORDS
        | {f"{kind.value}.{code}" for kind in SPECS for code in HOLDS_CODES.split()}
    )
    undecided = sorted(set(_fields()) - decided)
    assert not undecided, "does it name somebody? then known_names has to yield it: CONTRIBUTING.md, step 3"
    stale = (NAMES_SOMEBODY | HOLDS_WORDS) - set(_fields())
    assert not stale


@pytest.mark.parametrize("field", _fields())
def test_a_name_is_looked_for_if_its_field_names_somebody(field: str) -> None:
    facts = desk_with({field: "Tavo Qwyxen"}).facts()
    found = any("Qwyxen" in known.text for known in known_names(facts, LABELS))
    assert found == (field in NAMES_SOMEBODY)
