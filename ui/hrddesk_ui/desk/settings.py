"""The settings of the window, stored in the vault and nowhere else."""

from typing import TYPE_CHECKING, Final

from hrddesk.records.language.labels import Chain, chain_of
from hrddesk_ui.theme.theme import Appearance
from hrddesk_ui.words.translation import WindowLanguage

if TYPE_CHECKING:
    from hrddesk.store.records.store import Store
    from hrddesk.store.vault.session import Session

LANGUAGE: Final = "window.language"
SCHEME: Final = "window.scheme"
TEXT_SIZE: Final = "window.text_size"
DENSITY: Final = "window.density"
LABELS: Final = "window.label_languages"
IDLE: Final = "window.idle_minutes"
IDLE_MINUTES: Final = 10  # until the person chooses otherwise


def language(store: "Store") -> WindowLanguage | None:
    """Return the language that was chosen for this vault's window; None if none was chosen."""
    value = store.setting(LANGUAGE)
    return WindowLanguage(value) if value in list(WindowLanguage) else None


def appearance(store: "Store") -> Appearance:
    """Return how this vault's window looks."""
    return Appearance.kept(
        scheme=store.setting(SCHEME) or "",
        text_size=store.setting(TEXT_SIZE) or "",
        dense=store.setting(DENSITY) or "",
    )


def keep_appearance(session: "Session", chosen: Appearance) -> None:
    """Store how the window looks; runs in the vault's thread."""
    with session.store.change("setting") as change:
        change.set_setting(SCHEME, chosen.scheme)
        change.set_setting(TEXT_SIZE, str(chosen.text_size))
        change.set_setting(DENSITY, "dense" if chosen.dense else "")


def idle_minutes(store: "Store") -> int:
    """Return after how many minutes without use the vault is locked."""
    value = store.setting(IDLE) or ""
    return int(value) if value.isdecimal() else IDLE_MINUTES


def label_languages(store: "Store") -> Chain:
    """Return the languages that were chosen for labels in this vault's window; empty if none were chosen."""
    return chain_of(store.setting(LABELS) or "")


def keep(session: "Session", name: str, value: str) -> None:
    """Store a setting of the window; runs in the vault's thread."""
    with session.store.change("setting") as change:
        change.set_setting(name, value)
