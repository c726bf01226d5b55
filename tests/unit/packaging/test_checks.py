"""The checks that packaging/test.py runs: each sees what it is there for."""

import ast
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Load = Callable[[str], ModuleType]


def entry(covered: int, total: int, missing: list[int], branches: list[list[int]]) -> dict[str, Any]:
    return {
        "summary": {
            "num_statements": total,
            "covered_lines": covered,
            "num_branches": 2,
            "covered_branches": 2 - len(branches),
        },
        "missing_lines": missing,
        "missing_branches": branches,
    }


def report(**files: dict[str, Any]) -> dict[str, Any]:
    whole = {
        f"hrddesk/{part}/x.py": entry(10, 10, [], []) for part in ("crypto", "bundle", "redact", "store")
    }
    return {"files": {**whole, **files}}


def test_gates_hold(script: Load) -> None:
    gates = script("coverage_gates")
    assert gates.failures(report()) == []


def test_one_missing_branch_of_a_whole_part_is_seen(script: Load) -> None:
    gates = script("coverage_gates")
    broken = report(**{"hrddesk/store/y.py": entry(100_000, 100_000, [], [[3, -1], [4, 9]])})
    assert gates.failures(broken) == [
        "hrddesk/store: 100.0 % of 100 %",
        "    hrddesk/store/y.py: 3->exit, 4->9",
    ]


def test_a_part_that_was_not_measured_is_seen(script: Load) -> None:
    gates = script("coverage_gates")
    broken = report()
    del broken["files"]["hrddesk/redact/x.py"]
    assert gates.failures(broken) == ["hrddesk/redact: nothing of it was measured"]


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("hrddesk/errors.py", "hrddesk"),
        ("/a/hrddesk/hrddesk/store/vault.py", "hrddesk/store"),
        ("hrddesk/publish/deep/er.py", "hrddesk/publish"),
        ("ui/hrddesk_ui/frame/app.py", "hrddesk_ui"),
        ("hrddesk\\bundle\\read.py", "hrddesk/bundle"),
    ],
)
def test_files_are_counted_by_part(script: Load, file: str, part: str) -> None:
    assert script("coverage_gates").part_of(file) == part


def test_gates_print_and_say_by_exit_code(
    script: Load, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gates = script("coverage_gates")
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps(report()), "utf-8")
    assert gates.main(path) == 0
    assert "All gates hold." in capsys.readouterr().out
    path.write_text(json.dumps(report(**{"hrddesk/store/a.py": entry(0, 10, [1], [])})), "utf-8")
    assert gates.main(path) == 1
    assert "hrddesk/store: 58.3 % of 100 %" in capsys.readouterr().out


JUNIT = """<?xml version="1.0"?><testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure>x</failure></testcase>
<testcase name="c"><error>x</error></testcase><testcase name="d"><skipped/></testcase>
<testcase name="e"/><testcase name="f"/></testsuite></testsuites>"""


def test_the_closing_line_counts_the_junit_report(script: Load, tmp_path: Path) -> None:
    test = script("test")
    path = tmp_path / "junit.xml"
    path.write_text(JUNIT, "utf-8")
    assert test.counts([path]) == "3 passed, 2 failed, 1 skipped"
    other = tmp_path / "other.xml"
    other.write_text('<testsuites><testsuite><testcase name="a"/></testsuite></testsuites>', "utf-8")
    assert test.counts([other]) == "1 passed, 0 failed"
    assert test.counts([path, other]) == "4 passed, 2 failed, 1 skipped"


@pytest.mark.parametrize("content", [None, "", "<testsuites><testsuite>"])
def test_a_run_without_a_report_has_failed(script: Load, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "junit.xml"
    if content is not None:
        path.write_text(content, "utf-8")
    assert script("test").counts([path]) == "0 passed, 1 failed"


def test_steps_go_on_after_one_failed(script: Load, capsys: pytest.CaptureFixture[str]) -> None:
    checks = script("test").Checks(Path("python"), full=False)
    checks.step("first", lambda: False)
    checks.step("second", lambda: True)
    assert checks.failed == ["first"]
    out = capsys.readouterr().out
    assert "===== first =====" in out
    assert "----- second: ok" in out


TS = """<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="zh_CN"><context><name>View</name>
<message><source>Save</source><translation>保存</translation></message>
<message numerus="yes"><source>%n case(s)</source>
<translation><numerusform>%n 个案件</numerusform></translation></message>
{more}</context></TS>"""


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", []),
        ("<message><source>A</source><translation type='unfinished'>一</translation></message>", ["View: A"]),
        ("<message><source>B</source><translation></translation></message>", ["View: B"]),
        ("<message><source>C</source></message>", ["View: C"]),
        ("<message><source>D</source><translation type='vanished'>四</translation></message>", ["View: D"]),
        (
            "<message numerus='yes'><source>E</source><translation><numerusform/></translation></message>",
            ["View: E"],
        ),
    ],
)
def test_texts_without_translation_are_found(
    script: Load, tmp_path: Path, more: str, found: list[str]
) -> None:
    path = tmp_path / "hrddesk_zh_CN.ts"
    path.write_text(TS.format(more=more), "utf-8")
    assert script("check_translations").incomplete(path) == found


def test_a_text_that_lupdate_does_not_know_yet_makes_a_file_stale(script: Load, tmp_path: Path) -> None:
    translations = script("check_translations")
    source = tmp_path / "ui" / "view.py"
    source.parent.mkdir()
    (tmp_path / "hrddesk").mkdir()
    source.write_text("class View(QWidget):\n    def x(self):\n        self.tr('Save')\n", "utf-8")
    folder = tmp_path / "resources" / "i18n"
    folder.mkdir(parents=True)
    path = folder / "hrddesk_zh_CN.ts"
    path.write_text('<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="zh_CN"></TS>', "utf-8")
    translations.update(tmp_path)
    assert translations.stale(tmp_path) == []
    assert translations.incomplete(path) == ["View: Save"]
    source.write_text(source.read_text("utf-8") + "        # a comment\n        self.tr('Open')\n", "utf-8")
    before = path.read_bytes()
    assert translations.stale(tmp_path) == ["hrddesk_zh_CN.ts"]
    assert path.read_bytes() == before  # it looks, it does not write


def test_a_reason_of_the_core_that_is_not_marked_is_named(script: Load, tmp_path: Path) -> None:
    core = tmp_path / "hrddesk"
    for name, source in {
        "errors/vault.py": "class Locked(Exception):\n    what = 'It is locked.'\n    safe = todo = ''",
        "cli/x.py": "raise Locked(why='said on the command line alone')",
        "x.py": "raise Locked(why=Translatable('it has {0} keys', n) if n else 'it is locked')\n"
        "raise Other(why='of nobody')\nraise Locked(\n    why=f'{n} are left')\nraise Locked(path='a name')",
    }.items():
        path = core / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    sentences = script("core_sentences")
    assert sentences.unmarked(core) == ["x.py:1", "x.py:4"]
    assert sentences.of_reasons(core) == ["it has {0} keys"]
    assert "It is locked." in sentences.of_errors(core)
    assert "QT_TRANSLATE_NOOP('Core', 'it has {0} keys')" in sentences.for_lupdate(core)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-3-Clause", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("Mozilla Public License 2.0 (MPL 2.0)", True),
        ("", False),
        ("Proprietary, permitted for evaluation", False),
        ("GPL-2.0-only", False),
        ("CC-BY-NC-4.0", False),
    ],
)
def test_licences_that_fit(script: Load, text: str, answer: bool) -> None:
    assert script("check_licences").fits(text) is answer


def test_fonts_need_their_licence_beside_them(script: Load, tmp_path: Path) -> None:
    licences = script("check_licences")
    (tmp_path / "a.ttf").touch()
    (tmp_path / "readme.txt").touch()
    assert licences.fonts_without_licence(tmp_path) == ["a.ttf"]
    (tmp_path / "OFL.txt").touch()
    assert licences.fonts_without_licence(tmp_path) == []


def test_every_locked_package_is_listed(script: Load) -> None:
    licences = script("check_licences")
    names = licences.locked(licences.CHECKOUT / "packaging" / "requirements.txt")
    assert {"cryptography", "pyside6-essentials", "sqlcipher3", "pypdf"} <= set(names)
    assert all(licences.licence(name) for name in names)


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("store: Keep the last backup\n\nA disk may fail while the next one is written.", 0),
        ("store: Keep the last backup", 1),
        ("Keep the last backup\n\nA disk may fail.", 1),
        (f"store: Keep {'x' * 80}\n\nA disk may fail.", 1),
        ("keep it " + "x" * 80, 3),
    ],
)
def test_a_commit_says_what_it_does_and_why(script: Load, message: str, count: int) -> None:
    assert len(script("check_commits").faults(message)) == count


def test_commits_of_a_range_are_checked(
    script: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commits = script("check_commits")
    monkeypatch.setattr(commits, "CHECKOUT", tmp_path)
    assert commits.main([]) == 0
    assert "none is checked" in capsys.readouterr().out
    git = ["git", "-C", str(tmp_path), "-c", "user.name=Wren", "-c", "user.email=wren@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for message, code in (("store: Keep it\n\nA disk may fail.", 0), ("Keep it", 1)):
        subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", message], check=True)
        assert commits.main(["HEAD"]) == code
    assert "Keep it: no body gives the reason" in capsys.readouterr().out


def test_code_is_measured(script: Load) -> None:
    measures = script("measure_code")
    tree = ast.parse(
        '"""No sentence that a user sees."""\n'
        "def one(told, plain):\n"
        "    made = 'A sentence that a user sees.'\n"
        "    return made, plain.told, 'word'\n"
    )
    assert measures.vague_bindings(tree) == 2
    assert measures.sentences(tree) == {"A sentence that a user sees."}
    arrows = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"e"}, "e": set()}
    assert measures.in_circles(arrows) == {"b", "c"}
