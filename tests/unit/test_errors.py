"""Every error says three things, has a code of its own, and never shows what was not given to it."""

import re

import pytest

from hrddesk import errors
from hrddesk.errors import HrdDeskError

CLASSES = [
    item for item in vars(errors).values() if isinstance(item, type) and issubclass(item, HrdDeskError)
]


def test_every_class_has_a_code_of_its_own() -> None:
    codes = [item.exit_code for item in CLASSES]
    assert len(set(codes)) == len(codes)
    assert not set(codes) & {0, 2, 130}
    of_shells = {127, *range(128, 193)}  # a command that is not there, and signals
    assert not of_shells.intersection(codes)
    assert max(codes) < 256


@pytest.mark.parametrize("item", CLASSES, ids=lambda item: item.__name__)
def test_every_class_says_what_is_safe_and_what_to_do(item: type[HrdDeskError]) -> None:
    for part in (item.what, item.safe, item.todo):
        assert part.strip()
        assert part.rstrip().endswith(".")
        assert not set(re.findall(r"{(\w+)}", part)) & {"name", "passphrase", "text"}
    assert item().message.count("  ") == 0


def test_details_stand_in_the_words() -> None:
    assert "row 3" in errors.ImportRefused(count=2, first="row 3").message
    assert "?" in errors.ImportRefused(count=2).message
    assert str(errors.WrongSecret()) == errors.WrongSecret().message
