"""Classes of Qt are made in the window's thread alone: elsewhere the process may end at once."""

import sys
from pathlib import Path

import pytest

from hrddesk.crypto.kdf import FLOOR
from hrddesk.store.vault.session import Session
from hrddesk_ui.frame import loading
from tests.faults.window_process import WindowProcess
from tests.ui.driver import PASSPHRASE

WATCHED = """
import threading
class Watching:
    def find_spec(self, name, path=None, target=None):
        if name.startswith(("hrddesk_ui", "PySide6")):
            (HERE if threading.current_thread() is threading.main_thread() else ELSEWHERE).append(name)
HERE, ELSEWHERE = [], []
sys.meta_path.insert(0, Watching())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="its standard input cannot be waited for")
def test_an_open_vault_is_loaded_in_the_windows_thread(tmp_path: Path) -> None:
    Session.create(tmp_path / "desk.hrdv", PASSPHRASE, FLOOR)[0].close()
    with WindowProcess(tmp_path) as window:
        window.do(WATCHED)
        window.unlock(tmp_path / "desk.hrdv", PASSPHRASE)
        assert "hrddesk_ui.frame.frame" in window.do("HERE")
        for page in window.do("[page.name for page in window().frame.pages]"):
            window.do(f"window().frame.show_page({page!r})")
        window.until("not APP.runner.busy")
        assert window.do("ELSEWHERE") == []
        assert [name for name in loading._AHEAD if not window.do(f"{name!r} in sys.modules")] == []
