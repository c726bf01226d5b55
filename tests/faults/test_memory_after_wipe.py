"""After a wipe from the window the vault is gone, and the memory of the process holds nothing of it."""

import os
import sys
from pathlib import Path

import pytest

from hrddesk.actions.records import cases
from hrddesk.crypto import keyslots, recovery
from hrddesk.crypto.kdf import FLOOR
from hrddesk.crypto.keyslots import RecoverySecret
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.folder import VaultKeys
from hrddesk.store.vault.session import Session
from tests.faults import memory
from tests.faults.window_process import WindowProcess
from tests.ui.texts import gate

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

PASSPHRASE = "brittle kettle orchard nineteen velvet moth"
TITLE = "Quarrel at the tin mine of Osk"


@pytest.mark.timeout(300)
def test_nothing_of_a_wiped_vault_is_left(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("the memory of a process that is not dumpable is read as root")
    folder = tmp_path / "desk.hrdv"
    session, words = Session.create(folder, PASSPHRASE, FLOOR)
    with session:
        cases.create(session, {"title": TITLE})
    data = vault.read_keys(folder)
    entropy = recovery.words_to_entropy(" ".join(words))
    dek = keyslots.unlock(keyslots.parse(data), data, RecoverySecret(entropy))
    secrets: dict[str, str | bytes] = {
        "the title": TITLE,
        "the passphrase": PASSPHRASE,
        "the key of the database": VaultKeys.from_dek(dek).database,
    }
    with WindowProcess(tmp_path) as window:
        process = window.process.pid
        window.unlock(folder, PASSPHRASE)
        window.do("window().frame.show_page('settings')")
        window.until("not APP.runner.busy")
        before = memory.scan(process, secrets, once=True)
        assert {"the title", "the key of the database"} <= set(before.found), (
            "the search must see what is there"
        )
        window.locked("window().frame.page('settings').wipe.wanted.emit()")
        window.until("window().gate.shown == 'start' and not APP.runner.busy")
        assert gate.VAULT_DESTROYED in window.do("window().message_bar.text")
        after = memory.scan(process, secrets)
        assert after.found == {}
        open_files = [str(entry.readlink()) for entry in Path(f"/proc/{process}/fd").iterdir()]
        assert [name for name in open_files if name.startswith(str(tmp_path / "desk"))] == []
    assert not folder.exists()
