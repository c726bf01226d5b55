"""Settings are texts by name, and found by how their names begin."""

from hrddesk.store.database import settings
from hrddesk.store.vault.session import Session


def test_a_setting_is_kept_replaced_and_removed(session: Session) -> None:
    db = session.store.db
    with session.store.change("test"):
        assert settings.load(db, "bird") is None
        for value in ("heron", "胡岚"):
            settings.save(db, "bird", value)
            assert settings.load(db, "bird") == value
        settings.remove(db, "bird")
        settings.remove(db, "bird")
    assert settings.load(db, "bird") is None


def test_settings_are_found_by_how_their_names_begin_and_no_others(session: Session) -> None:
    db, names = session.store.db, ["bird.", "bird.2", "bird.*", "bird.胡岚", "bird.\U0010ffff"]
    with session.store.change("test"):
        for name in (*names, "bird", "bird-2", "bird/", "Bird.2", "a bird.2"):
            settings.save(db, name, f"of {name}")
    assert settings.beginning(db, "bird.") == [(name, f"of {name}") for name in sorted(names)]
    assert settings.beginning(db, "fish.") == []
