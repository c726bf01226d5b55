"""After a lock the memory of the process holds no secret and no record: a real window, really searched.

Threat T2.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrddesk.actions.records import cases, events, parties
from hrddesk.actions.vault import vaults
from hrddesk.crypto import keyslots
from hrddesk.crypto.kdf import FLOOR
from hrddesk.store.vault import folder as vault
from hrddesk.store.vault.folder import VaultKeys
from hrddesk.store.vault.session import Session
from tests.faults import memory
from tests.faults.window_process import WindowProcess

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

PASSPHRASE = "brittle kettle orchard nineteen velvet moth"
CASES = (
    (
        "Quarrel at the tin mine of Osk",
        "Seventeen people waited outside until the lamp went out, then walked home.",
    ),
    (
        "The ferry that came back empty",
        "Her brother says that nobody on the pier would give a name or a reason.",
    ),
    (
        "谭若岚在柳巷被带走之后的下落",
        "家属称当天夜里有五名便衣人员进入院子，没有出示任何文件，也没有说明去向。",
    ),
)
NAMES = ("Merrin Oddlestone-Vasker", "诸葛若岚欧阳青禾", "ئايگۈل تۇرسۇنوۋا", "བསྟན་འཛིན་རྒྱུད་སྟོང་")
PLACES = (
    "Third pump house below Upper Osk",
    "柳巷十七号后院的旧仓库门前",
    "A room above the harbour laundry",
)
TYPED = "Half a sentence that nobody has saved ye"


@dataclass(frozen=True, slots=True)
class Desk:
    """A vault, and all that must not be found."""

    vault: Path
    secrets: dict[str, str | bytes]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    if os.geteuid() != 0:
        if os.environ.get("CI") == "true":
            pytest.fail("the memory of a process that is not dumpable is read as root")
        pytest.skip("the memory of a process that is not dumpable is read as root")
    folder = tmp_path / "desk.hrdv"
    made, words = Session.create(folder, "another passphrase altogether", FLOOR)
    with made as session:
        for (title, note), name, place in zip(CASES, NAMES, PLACES, strict=False):
            case = cases.create(session, {"title": title, "note": note}).result
            who = parties.create(
                session, {}, {"names": [{"name": name, "kind": "main"}]}, case, "subject"
            ).result
            victim = {"parties": [{"party": who, "role": "victim"}]}
            events.add(session, case, {"type": "taken_away", "date": "2020-02", "note": place}, victim)
        extra = {"names": [{"name": NAMES[3], "kind": "main"}]}
        parties.create(session, {}, extra, case, "subject")
    data = vault.read_keys(folder)
    dek = keyslots.unlock(keyslots.parse(data), data, vaults.recovery_secret(" ".join(words)))
    keys = VaultKeys.from_dek(dek)
    texts = [text for case in CASES for text in case] + [*NAMES, *PLACES, TYPED]
    secrets: dict[str, str | bytes] = {
        "the passphrase": PASSPHRASE,
        "the recovery words": " ".join(words),
        "the data key": dek,
        "the key of the database": keys.database,
        "the key of the evidence": keys.evidence,
    }
    secrets |= {text: text for text in texts}
    return Desk(folder, secrets)


RECOVER = """
gate = window().gate
gate.show_unlock(Path({vault!r}))
gate.unlock.other_way.click()
gate.unlock.words.setFocus()
text({words!r})
gate.unlock.new_passphrase.first.field.setFocus()
text({passphrase!r})
gate.unlock.new_passphrase.repeated.field.setFocus()
"""

# What the person looks at: every case, then a new one that is typed and not saved; and the passphrase in a
# field of the settings. The data key is derived anew, for the program itself keeps only what follows from it.
LOOK = """
from hrddesk.actions.vault import vaults
from hrddesk.crypto import keyslots
from hrddesk.store.vault import folder as vault_folder
data = vault_folder.read_keys(Path({vault!r}))
DEK = keyslots.unlock(keyslots.parse(data), data, vaults.passphrase_secret({passphrase!r}))
window().frame.show_page("settings")
from hrddesk_ui.settings.keys_view import KeysView, Step
KEYS = window().frame.page("settings").findChild(KeysView)
KEYS.begin(Step.PASSPHRASE)
KEYS.old.setFocus()
text({passphrase!r})
"""


@pytest.mark.timeout(600)
def test_no_secret_and_no_record_is_left(desk: Desk, tmp_path: Path) -> None:
    words = desk.secrets["the recovery words"]
    with WindowProcess(tmp_path) as window:
        process = window.process.pid
        window.do(RECOVER.format(vault=str(desk.vault), words=words, passphrase=PASSPHRASE))
        typed = memory.scan(process, {"the recovery words": words}, once=True)
        assert set(typed.found) == {"the recovery words"}
        window.do(f"text({PASSPHRASE!r})")
        window.do("press('Return')")
        window.until("window().frame is not None and not APP.runner.busy", 90)
        window.do(LOOK.format(vault=str(desk.vault), passphrase=PASSPHRASE))
        window.do("press('Ctrl+1')")
        window.until("window().frame.current == 'cases' and not APP.runner.busy")
        window.do("case_page().table.setFocus()")
        for step in ("Home", "Down", "Down"):
            window.do(f"press({step!r})")
            window.until("not APP.runner.busy")
        window.do("press('Ctrl+N')")
        window.do(f"text({TYPED!r})")
        before = memory.scan(process, desk.secrets, once=True)
        missing = set(desk.secrets) - set(before.found)
        assert missing <= {"the recovery words"}, "the search must see what is there"
        assert before.refused == []

        window.locked("press('Ctrl+L')")
        window.until("window().gate.shown == 'unlock' and not APP.runner.busy")
        after = memory.scan(process, desk.secrets)
        assert after.found == {}
        assert after.refused == []
        assert after.read > 10 << 20
        told = b"".join(Path(f"/proc/{process}/{name}").read_bytes() for name in ("cmdline", "environ"))
        assert not any(form in told for secret in desk.secrets.values() for form in memory.forms(secret))
        assert str(desk.vault).encode() not in told
        _nothing_lingers(process, desk.vault)
        window.unlock(desk.vault, PASSPHRASE)
        assert window.do("typed_title()") == TYPED


def _nothing_lingers(process: int, vault: Path) -> None:
    """Look for what the image before may have left to this one."""
    open_files = [str(entry.readlink()) for entry in Path(f"/proc/{process}/fd").iterdir()]
    assert [name for name in open_files if name.startswith(str(vault.parent))] == []
    assert sum(name.startswith("pipe:") for name in open_files) <= 4  # 0, 1, 2; Qt's own to wake it up
    tasks = Path(f"/proc/{process}/task")
    children = [(task / "children").read_text().split() for task in tasks.iterdir()]
    assert children == [[] for _ in children]
    segments = Path("/proc/sysvipc/shm").read_text("ascii").splitlines()
    column = segments[0].split().index("cpid")
    assert [line for line in segments[1:] if int(line.split()[column]) == process and _used(line)] == []


def _used(line: str) -> bool:
    return line.split()[6] != "0"
