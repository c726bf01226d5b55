"""Every notice has a sentence, and none is that of another."""

from hrddesk.bundle.receiving.notices import SENTENCES, Notice
from hrddesk.cli.exchange import notices


def test_each_has_words_of_its_own() -> None:
    assert set(SENTENCES) == set(Notice)
    assert len(set(SENTENCES.values())) == len(Notice)


def test_the_line_has_the_code_too() -> None:
    assert notices.line("sequence-back") == (
        "note: sequence-back: A later bundle of this sender was read already."
    )
