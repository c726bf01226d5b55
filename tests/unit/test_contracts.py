"""Each contract on imports fails when it is broken: in a copy, one import is added and the linter runs."""

import ast
import importlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

# those whose values come as one row, of the database or of a pattern
POSITIONAL = [
    "Blob",
    "CaseRow",
    "KnownName",
    "Limit",
    "Meanings",
    "Occurrence",
    "PublicationRow",
    "PublishedRow",
    "PublishedText",
    "TellingMark",
    "_Body",
    "_Token",
]
# contract, file that gets the import, import
BREACHES = [
    ("layers", "hrddesk/store/x.py", "import hrddesk.analysis"),
    ("layers", "hrddesk/actions/x.py", "import hrddesk.cli"),
    ("layers", "hrddesk/interop/x.py", "import hrddesk.bundle"),
    ("layers", "hrddesk/bundle/x.py", "def later():\n    import hrddesk.interop"),
    ("layers", "hrddesk/cli/x.py", "import hrddesk_ui"),
    ("layers", "ui/hrddesk_ui/x.py", "import hrddesk.cli"),
    ("layers", "hrddesk/records/x.py", "from hrddesk import crypto"),
    ("exhaustive", "hrddesk/helpers/__init__.py", ""),
    ("rooms-of-system", "hrddesk/system/paths.py", "import hrddesk.system.confinement"),
    ("rooms-of-store", "hrddesk/store/database/x.py", "import hrddesk.store.vault"),
    ("rooms-of-store", "hrddesk/store/y/__init__.py", ""),
    ("rooms-of-records", "hrddesk/records/language/x.py", "def later():\n    import hrddesk.records.rules"),
    ("rooms-of-bundle", "hrddesk/bundle/trust/x.py", "import hrddesk.bundle.receiving"),
    ("rooms-of-bundle", "hrddesk/bundle/sending/x.py", "import hrddesk.bundle.merging"),
    ("rooms-of-interop", "hrddesk/interop/formats/x.py", "from hrddesk.interop import kit"),
    ("rooms-of-analysis", "hrddesk/analysis/status/x.py", "import hrddesk.analysis.figures"),
    ("rooms-of-publish", "hrddesk/publish/audit/x.py", "import hrddesk.publish.pdf"),
    ("rooms-of-redact", "hrddesk/redact/detection/x.py", "import hrddesk.redact.texts"),
    ("rooms-of-actions", "hrddesk/actions/records/x.py", "import hrddesk.actions.exchange"),
    ("rooms-of-cli", "hrddesk/cli/console/x.py", "import hrddesk.cli.records"),
    ("rooms-of-window", "ui/hrddesk_ui/words/x.py", "import hrddesk_ui.widgets"),
    ("rooms-of-window", "ui/hrddesk_ui/people/x.py", "import hrddesk_ui.cases"),
    ("rooms-of-publishing", "ui/hrddesk_ui/publishing/texts/x.py", "import hrddesk_ui.publishing.pictures"),
    ("rooms-of-widgets", "ui/hrddesk_ui/widgets/labels/x.py", "import hrddesk_ui.widgets.forms"),
    ("publish-knows-no-store", "hrddesk/publish/x.py", "from hrddesk.store.records import store"),
    ("publish-knows-no-store", "hrddesk/publish/audit/x.py", "import hrddesk.store.vault.session"),
    ("publish-knows-no-store", "hrddesk/redact/model/model.py", "import hrddesk.store"),
    ("core-without-window", "hrddesk/records/x.py", "from PySide6.QtCore import QDate"),
    ("core-without-window", "hrddesk/actions/x.py", "import shiboken6"),
    ("only-main-opens-the-window", "hrddesk/actions/x.py", "from hrddesk_ui import desk"),
    ("only-store-names-sqlcipher", "hrddesk/analysis/x.py", "import sqlcipher3"),
    ("only-store-names-sqlcipher", "ui/hrddesk_ui/x.py", "from sqlcipher3 import dbapi2"),
    ("only-store-names-sqlcipher", "hrddesk/store/x.py", "import sqlite3"),
    ("only-crypto-names-cryptography", "hrddesk/bundle/x.py", "from cryptography.hazmat import primitives"),
    ("only-crypto-names-cryptography", "ui/hrddesk_ui/x.py", "import cryptography"),
    ("only-publish-sets-pages", "hrddesk/redact/x.py", "from reportlab.pdfgen import canvas"),
    ("only-publish-sets-pages", "ui/hrddesk_ui/x.py", "import uharfbuzz"),
    ("only-publish-sets-pages", "hrddesk/cli/x.py", "def later():\n    import pypdf"),
    ("no-network", "hrddesk/bundle/x.py", "import socket"),
    ("no-network", "hrddesk/cli/x.py", "import http.client"),
    ("no-network", "ui/hrddesk_ui/x.py", "import webbrowser"),
    ("no-network", "hrddesk/publish/x.py", "from ssl import SSLContext"),
    ("starts-only-itself", "hrddesk/cli/x.py", "import subprocess"),
    ("starts-only-itself", "hrddesk/publish/x.py", "from subprocess import run"),
    ("starts-only-itself", "ui/hrddesk_ui/x.py", "import multiprocessing.pool"),
    ("nothing-unpickled", "hrddesk/bundle/x.py", "import pickle"),
]

# Runs in the copy. One process for all, for the graph of what did not change is kept between two runs.
DRIVER = """
import json, sys
from pathlib import Path

sys.path[:0] = [".", "ui"]
from importlinter import configuration
from importlinter.application import use_cases

configuration.configure()
use_cases._register_built_in_contract_types()
options = use_cases.read_user_options("pyproject.toml")

def broken():
    report = use_cases.create_report(options, cache_dir="cache")
    assert not report.invalid_contract_options
    names = {contract["name"]: contract["id"] for contract in options.contracts_options}
    return sorted(names[c.name] for c, check in report.get_contracts_and_checks() if not check.kept)

answers = [broken()]
for _, file, line in json.loads(sys.stdin.read()):
    path = Path(file)
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_bytes((before or b"") + b"\\n" + line.encode() + b"\\n")
    answers.append(broken())
    if before is None:
        path.unlink()
    else:
        path.write_bytes(before)
    if not any(path.parent.iterdir()):
        path.parent.rmdir()
sys.stdout.write("\\nANSWERS" + json.dumps(answers))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Which contracts were broken: first in the tree as it is, then after each breach."""
    tree = tmp_path_factory.mktemp("tree")
    for part in ("hrddesk", "ui"):
        shutil.copytree(CHECKOUT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", tree)
    done = subprocess.run(
        [sys.executable, "-P", "-c", DRIVER],
        cwd=tree,
        input=json.dumps(BREACHES),
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = json.loads(done.stdout.rpartition("ANSWERS")[2])
    return found


def test_all_contracts_are_kept(answers: list[list[str]]) -> None:
    assert answers[0] == []


@pytest.mark.parametrize("number", range(len(BREACHES)), ids=[f"{b[0]}-{b[1]}" for b in BREACHES])
def test_a_breach_is_seen(answers: list[list[str]], number: int) -> None:
    assert BREACHES[number][0] in answers[number + 1]


def test_every_contract_is_tried() -> None:
    config = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    contracts = {contract["id"] for contract in config["tool"]["importlinter"]["contracts"]}
    assert {breach[0] for breach in BREACHES} == contracts


@pytest.mark.parametrize(
    "line",
    [
        "import urllib.request",
        "from urllib.request import urlopen",
        "from urllib import request",
        "import socket",
        "import http.client",
        "import ssl",
        "import webbrowser",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6.QtGui import QDesktopServices",
        "from PySide6.QtCore import QProcess",
        "import os\n\nos.system('true')",
        "from PySide6.QtWidgets import QLabel",
        "from PySide6.QtWidgets import QMessageBox",
        "from PySide6 import QtWidgets\n\nQtWidgets.QTextEdit()",
    ],
)
def test_the_linter_bans_it(line: str) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251", "-"]
    for name in ("hrddesk/x.py", "ui/hrddesk_ui/x.py"):
        done = subprocess.run(
            [*command, "--stdin-filename", name],
            cwd=CHECKOUT,
            input=line + "\n",
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1, done.stdout + done.stderr
        assert "TID251" in done.stdout


def test_no_import_hides_from_the_contracts() -> None:
    """Modules named at run time are seen by no linter.

    The command line does it inside itself. The window loads ahead what it imports anyway, by names that stand
    in its source, all of them such as the window may import.
    """
    found = []
    for folder in (CHECKOUT / "hrddesk", CHECKOUT / "ui" / "hrddesk_ui"):
        for path in folder.rglob("*.py"):
            for line in path.read_text("utf-8").splitlines():
                if re.search(r"(?<!import )\bimport_module\b|\b__import__\b", line):
                    found.append((str(path.relative_to(CHECKOUT)), line.strip().partition(".add(")[0]))
    assert found == [
        ("hrddesk/cli/program.py", 'import_module(f"hrddesk.cli.{name}")'),
        ("ui/hrddesk_ui/frame/loading.py", "modules = [partial(import_module, name) for name in _AHEAD]"),
    ]
    loading = ast.parse((CHECKOUT / "ui" / "hrddesk_ui" / "frame" / "loading.py").read_text("utf-8"))
    ahead = next(
        node.value
        for node in loading.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id == "_AHEAD"
    )
    assert ahead is not None
    named: tuple[str, ...] = ast.literal_eval(ahead)
    assert all(re.fullmatch(r"(hrddesk_ui|hrddesk(?!\.(cli|__main__)\b))(\.\w+)+", name) for name in named), (
        named
    )


def eager_imports(source: str) -> set[str]:
    """Return what a module imports as soon as it is imported itself."""
    found = set()
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)
    return found


def test_sql_stands_in_the_store_alone() -> None:
    """No module outside the store gives the connection a statement."""
    calls = {"execute", "executemany", "executescript"}
    places = [
        f"{path.relative_to(CHECKOUT)}:{node.lineno}"
        for root in ("hrddesk", "ui/hrddesk_ui")
        for path in sorted((CHECKOUT / root).rglob("*.py"))
        if "hrddesk/store" not in path.as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in calls
    ]
    assert places == []


def test_outside_the_store_its_connection_is_only_handed_back() -> None:
    """`store.db` is an argument of a function of the store wherever it appears; nobody keeps or types it."""
    places = []
    for root in ("hrddesk", "ui/hrddesk_ui"):
        for path in sorted((CHECKOUT / root).rglob("*.py")):
            if "hrddesk/store" in path.as_posix():
                continue
            tree = ast.parse(path.read_text("utf-8"))
            names = {
                alias.asname or alias.name: each.module
                for each in ast.walk(tree)
                if isinstance(each, ast.ImportFrom) and each.module is not None
                for alias in each.names
            }
            handed_back = {
                argument
                for call in ast.walk(tree)
                if isinstance(call, ast.Call)
                for called in (call.args[0] if ast.unparse(call.func) == "partial" else call.func,)
                if names.get(ast.unparse(called).partition(".")[0], "").startswith("hrddesk.store")
                for argument in call.args
            }
            uses = [each for each in ast.walk(tree) if isinstance(each, ast.Attribute) and each.attr == "db"]
            places += [f"{path.name}:{each.lineno}" for each in uses if each not in handed_back]
            places += [f"{path.name}: Connection" for name in names if name == "Connection"]
    assert places == []


def test_an_action_that_writes_returns_an_outcome() -> None:
    """One shape for all: nobody has to look at a value to know whether a result came with the changes."""
    places = [
        f"{path.relative_to(CHECKOUT).as_posix()}:{node.name}"
        for root in ("hrddesk/actions", "hrddesk/bundle", "ui/hrddesk_ui")
        for path in sorted((CHECKOUT / root).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.returns is not None
        if re.search(r"(^|, )Changes\]?$", ast.unparse(node.returns))
    ]
    assert places == []


def test_only_lazy_asks_what_an_object_holds_already() -> None:
    """An attribute's name in quotes is seen by no checker; `Lazy.existing` is."""
    places = [
        path.relative_to(CHECKOUT).as_posix()
        for root in ("hrddesk", "ui/hrddesk_ui")
        for path in sorted((CHECKOUT / root).rglob("*.py"))
        if "__dict__" in path.read_text("utf-8")
    ]
    assert places == ["hrddesk/system/lazy.py"]


LEFT_TO_THE_WINDOW = [
    "hrddesk.bundle.merging.merge.before",
    "hrddesk.bundle.review.grouping.by_case",
    "hrddesk.bundle.review.grouping.content",
    "hrddesk.bundle.trust.contact.alike",
    "hrddesk.bundle.trust.own_identity",
    "hrddesk.bundle.trust.qr.Modules",
    "hrddesk.store.database.database_errors.told",
    "hrddesk.store.records.forwarding",
    "hrddesk.store.vault.session.Secret",
    "hrddesk.store.vault.wiping",
]
"""The functions and unions of `store` and `bundle` that the window uses itself."""


def test_the_window_takes_types_alone_from_store_bundle_and_crypto() -> None:
    """It hands a session to actions and reads plain data; this list can become shorter, never longer."""
    taken = {
        f"{node.module}.{alias.name}"
        for path in (CHECKOUT / "ui/hrddesk_ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module is not None
        if node.module.split(".")[:2] in (["hrddesk", "store"], ["hrddesk", "bundle"], ["hrddesk", "crypto"])
        for alias in node.names
    }
    own_types = {name for name in taken if isinstance(_imported(name), type)}
    constants = {name for name in taken if name.rpartition(".")[2].isupper()}
    assert sorted(taken - own_types - constants) == LEFT_TO_THE_WINDOW


def _imported(name: str) -> object:
    module, _, attribute = name.rpartition(".")
    try:
        return getattr(importlib.import_module(module), attribute)
    except AttributeError:
        return importlib.import_module(name)


def test_a_dataclass_of_many_fields_takes_them_by_name() -> None:
    """Of values in a row nobody sees which is which; those whose rows come from the database are left."""
    spelt = re.compile(r"^@dataclass(?!.*kw_only=True)")
    places = []
    for path in sorted((CHECKOUT / "hrddesk").rglob("*.py")):
        lines = path.read_text("utf-8").splitlines()
        for node in ast.walk(ast.parse("\n".join(lines))):
            if not isinstance(node, ast.ClassDef) or not node.decorator_list:
                continue
            fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
            fields = [each for each in fields if "ClassVar" not in ast.unparse(each.annotation)]
            if len(fields) > 4 and spelt.match(lines[node.decorator_list[0].lineno - 1]):
                places.append(f"{path.relative_to(CHECKOUT).as_posix()}:{node.name}")
    assert sorted(place.partition(":")[2] for place in places) == POSITIONAL


def test_main_imports_nothing_before_the_lock_holds() -> None:
    source = (CHECKOUT / "hrddesk" / "__main__.py").read_text("utf-8")
    # The first three are of Python itself; the last imports no more than they.
    allowed = {"os", "signal", "sys", "hrddesk.system.lockdown", "hrddesk.system.process_list"}
    named = {name for name in eager_imports(source) if not name.startswith("hrddesk.errors.")}
    assert named == allowed
    assert "hrddesk.cli.main" in eager_imports(source + "\nif True:\n    from hrddesk.cli import main\n")


def test_starting_the_command_line_loads_neither_qt_nor_pages() -> None:
    code = """
import sys
sys.argv = ["hrddesk", "help"]
from hrddesk.__main__ import main
main()
sys.stdout = sys.stderr
print(*{name.partition(".")[0] for name in sys.modules})
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    loaded = set(done.stderr.split())
    assert "hrddesk" in loaded, done.stderr
    assert not loaded & {"PySide6", "hrddesk_ui", "reportlab", "pypdf", "PIL"}
