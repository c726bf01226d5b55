"""What passes from one process to the next when it locks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hrddesk_ui.frame import bug_report
from hrddesk_ui.locking import resume
from hrddesk_ui.locking.resume import Resume
from hrddesk_ui.theme.theme import Appearance
from hrddesk_ui.words.translation import WindowLanguage

CHECKOUT = Path(__file__).parents[3]

# The first process leaves its state, the second one finds it and says so.
PROGRAM = """
import os, sys
sys.path[:0] = {paths!r}
from hrddesk_ui.locking import resume
found = resume.take()
if found == resume.Resume():
    resume.replace_process(resume.Resume(
        folder="/media/stick/desk.hrdv", language="zh_CN", scheme="dark", report="HRDDesk 1\\nValueError"
    ))
assert "HRDDESK_RESUME_FD" not in os.environ
if sys.platform.startswith("linux"):
    with open("/proc/self/environ", "rb") as began:
        assert b"HRDDESK_RESUME_FD" not in began.read()  # the system shows what a process began with
sys.stdout.reconfigure(encoding="utf-8")
print(os.getpid(), found)
"""


def test_the_process_is_replaced_and_finds_what_was_left(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(paths=[str(CHECKOUT), str(CHECKOUT / "ui")]), "utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE) as process:
        out, _ = process.communicate(timeout=60)
    number, found = out.decode().strip().split(" ", 1)
    assert int(number) == process.pid  # the same process, another program image
    assert found == str(
        Resume(
            folder="/media/stick/desk.hrdv", language="zh_CN", scheme="dark", report="HRDDesk 1\nValueError"
        )
    )
    assert process.returncode == 0


@pytest.mark.parametrize("left", [b"", b"no json", b"[]", b'{"folder": "x"}', b"\xff\xfe"])
def test_what_is_not_ours_is_forgotten(monkeypatch: pytest.MonkeyPatch, left: bytes) -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, left)
    os.close(write_end)
    monkeypatch.setenv("HRDDESK_RESUME_FD", str(read_end))
    assert resume.take() == Resume()
    assert "HRDDESK_RESUME_FD" not in os.environ


@pytest.mark.parametrize("number", ["", "x", "-1", "9999"])
def test_a_number_that_is_no_descriptor(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    monkeypatch.setenv("HRDDESK_RESUME_FD", number)
    assert resume.take() == Resume()


def test_choices_that_do_not_exist_fall_back() -> None:
    assert Resume(language="xx", scheme="pink", text_size="7").chosen_appearance == Appearance()
    assert Resume(language="xx").chosen_language in list(WindowLanguage)
    assert Resume(language="zh_CN").chosen_language is WindowLanguage.CHINESE


def test_a_report_names_types_and_places_and_no_value() -> None:
    secret = "Zhang Invented"
    try:
        try:
            dict[str, str]()[secret]
        except KeyError as error:
            raise ValueError(secret) from error
    except ValueError as error:
        text = bug_report.without_case_data(error)
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_resume.py" in text
    assert secret not in text
    assert str(CHECKOUT.parent) not in text
