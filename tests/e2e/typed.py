"""A vault and the command line, as a person types it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hrddesk.crypto.kdf import FLOOR
from hrddesk.store.vault.session import Session

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "granite lantern orbit velvet"


class Desk:
    """One vault, and the command line."""

    def __init__(self, folder: Path, name: str) -> None:
        self.vault = folder / f"{name}.hrdv"
        self.secret = folder / f"{name}.txt"
        self.secret.write_text(PASSPHRASE + "\n", "utf-8")
        Session.create(self.vault, PASSPHRASE, FLOOR)[0].close()

    def run(self, *words: object, code: int = 0) -> Any:
        """Run a command in a process of its own; return its JSON. It must end with `code`."""
        done = subprocess.run(
            [
                *(sys.executable, "-m", "hrddesk", *map(str, words), "--json"),
                *("--vault", str(self.vault), "--passphrase-file", str(self.secret)),
            ],
            capture_output=True,
            cwd=self.vault.parent,
            env=dict(os.environ) | {"PYTHONPATH": str(ROOT)},
            timeout=100,
        )
        assert done.returncode == code, done.stderr.decode()
        assert b"Traceback" not in done.stderr
        return json.loads(done.stdout) if done.stdout else None

    def meet(self, other: "Desk", name: str, folder: Path) -> None:
        """Take the card of another desk, and compare the words with what it says."""
        other.run("identity", "card", folder / f"{name}.card")
        self.run("contact", "add", folder / f"{name}.card", "--name", name)
        self.run("contact", "verify", name, "--words", " ".join(other.run("identity", "show")["words"]))
