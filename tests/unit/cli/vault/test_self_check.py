"""hrddesk self-check"""

import json
from pathlib import Path

import pytest

from hrddesk.cli import main
from hrddesk.crypto import kdf
from hrddesk.errors import SelfCheckFailed
from hrddesk.system import swap


def test_every_check_but_the_locks_holds_in_this_process(capsys: pytest.CaptureFixture[str]) -> None:
    main(["self-check", "--json"])
    document = json.loads(capsys.readouterr().out)
    # This process did not start as the program does; the real start is tried by the tests of faults.
    assert all(item["ok"] for item in document["checks"] if item["name"] != "locks"), document["checks"]


def test_a_primitive_that_answers_wrongly_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kdf, "hmac_sha256", lambda *_: bytes(32))
    assert main(["self-check"]) == SelfCheckFailed.exit_code
    assert "FAILED hashes: HMAC-SHA256 differs" in capsys.readouterr().out


@pytest.mark.parametrize("line", ["", "{} file 1 0 -2\n"])
def test_swap_that_is_not_encrypted_is_a_warning_and_no_failure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    swaps = tmp_path / "swaps"
    swaps.write_text("Filename\n" + line.format(tmp_path / "gone"), "utf-8")
    monkeypatch.setattr(swap.swaps_to_plain_disk, "__defaults__", (swaps, tmp_path))
    main(["self-check", "--json"])
    (found,) = (item for item in json.loads(capsys.readouterr().out)["checks"] if item["name"] == "swap")
    assert found["ok"]
    assert found["detail"].startswith("warning: ") == bool(line)
