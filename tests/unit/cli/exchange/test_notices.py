"""Every notice has a sentence on the command line, one in the window, and none is that of another."""

from hrddesk.bundle.receiving.notices import Notice
from hrddesk.cli.exchange import notices
from hrddesk_ui.exchange import review_words


def test_each_has_words_of_its_own() -> None:
    for sentences in (notices.SENTENCES, review_words.NOTICES):
        assert set(sentences) == set(Notice)
        assert len(set(sentences.values())) == len(Notice)


def test_the_line_has_the_code_too() -> None:
    assert notices.line("sequence-back") == (
        "note: sequence-back: A later bundle of this sender was read already."
    )
