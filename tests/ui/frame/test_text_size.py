"""The size of text and the height of rows: by keys and in Settings, remembered with the vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hrddesk_ui.desk import settings
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.theme import heights, tokens
from hrddesk_ui.theme.shortcuts import Shortcut
from hrddesk_ui.theme.theme import Appearance, Scheme
from tests.ui.driver import Driver
from tests.ui.page_objects.settings import LooksPart

LIGHT = Appearance(scheme=Scheme.LIGHT)


@pytest.fixture(autouse=True)
def usual_size_afterwards() -> Iterator[None]:
    """Heights are those of the whole process."""
    yield
    heights.set_look(1.0, dense=False)


def test_keys_change_the_size_of_text_before_a_vault_is_open(gate: Driver) -> None:
    gate.key(Shortcut.LARGER)
    assert gate.window.appearance.text_size == 125
    assert gate.window.gate.font().pixelSize() == round(tokens.TEXT * 1.25)
    for _ in tokens.TEXT_SIZES:
        gate.key(Shortcut.LARGER_UNSHIFTED)
    assert gate.window.appearance.text_size == tokens.TEXT_SIZES[-1]
    gate.key(Shortcut.SMALLER)
    assert gate.window.appearance.text_size == tokens.TEXT_SIZES[-2]
    gate.key(Shortcut.USUAL_SIZE)
    assert gate.window.appearance == LIGHT


def test_the_size_is_kept_in_the_vault_and_through_a_lock(
    desk: Driver, start: Callable[[Resume], Driver], vault: Path
) -> None:
    desk.key(Shortcut.LARGER)
    desk.settled()
    assert desk.window.desk is not None
    kept = Appearance(text_size=tokens.TEXT_SIZES[1])  # the palette is that of the vault
    assert settings.appearance(desk.window.desk.reader) == kept
    desk.key(Shortcut.LOCK)
    desk.until(lambda: bool(desk.resumed))
    assert desk.resumed[-1].chosen_appearance == kept
    assert start(desk.resumed[-1]).window.appearance == kept


def test_rows_come_closer_by_a_choice_in_settings(desk: Driver) -> None:
    page = LooksPart.open(desk)
    height = heights.field(desk.window)
    page.choose_close_rows()
    desk.until(lambda: desk.window.appearance.dense)
    assert heights.field(desk.window) < height
    assert desk.window.desk is not None
    assert settings.appearance(desk.window.desk.reader).dense
