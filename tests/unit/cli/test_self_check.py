"""hrddesk self-check"""

import json

import pytest

from hrddesk.actions import self_check
from hrddesk.cli import main
from hrddesk.errors import SelfCheckFailed


def test_every_check_but_the_locks_holds_in_this_process(capsys: pytest.CaptureFixture[str]) -> None:
    main(["self-check", "--json"])
    document = json.loads(capsys.readouterr().out)
    # This process did not start as the program does; the real start is tried by the tests of faults.
    assert all(item["ok"] for item in document["checks"] if item["name"] != "locks"), document["checks"]


def test_a_primitive_that_answers_wrongly_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_check.kdf, "hmac_sha256", lambda *_: bytes(32))
    assert main(["self-check"]) == SelfCheckFailed.exit_code
    assert "FAILED hashes: HMAC-SHA256 differs" in capsys.readouterr().out
