"""Whatever stands where an argument is expected, a command ends soon, with words and a code of its own.

Every argument of every command is replaced by things that nobody should type and somebody will: names that
are too long, bytes that are no text, pipes, devices, folders where a file is meant. Never a traceback, never
the words of a bug, never a wait for ever. CI tries a sample; `test.py --full` tries all of them.
"""

import argparse
import json
import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

from hrddesk.actions.exchange import contacts, identity
from hrddesk.actions.records import cases, events, evidence, parties, reports
from hrddesk.cli import main, program
from hrddesk.cli.console import secret_files
from hrddesk.crypto import kdf
from hrddesk.errors import HrdDeskError, InvalidValue, SystemRefused
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import silent
from tests import campaigns
from tests.campaigns import FULL

SAMPLE = 250
PASSPHRASE = "granite lantern orbit velvet"
SECONDS = 20

COMMON = "--vault {desk.hrdv} --passphrase-file {secret}"
COMMANDS = (
    "vault new {made} --passphrase-file {secret}",
    "vault info --vault {desk.hrdv}",
    f"vault check {COMMON} --keyfile {{paper}} --recovery-file {{words}}",
    f"vault acknowledge {COMMON}",
    f"vault passphrase {COMMON} --new-passphrase-file {{weak}}",
    "vault recover --vault {desk.hrdv} --recovery-file {words} --new-passphrase-file {weak}",
    f"vault recovery-words {COMMON} --keyfile {{paper}}",
    f"vault keyfile {{paper}} {COMMON}",
    f"vault keyfile --remove {COMMON} --keyfile {{paper}}",
    "vault propose-passphrase",
    "vault make-keyfile {made}",
    f"vault recalibrate {COMMON}",
    f"vault rotate {COMMON} --keyfile {{paper}} --recovery-file {{words}}",
    f"vault backup {{made}} {COMMON}",
    "vault restore {paper} {made} --passphrase-file {secret}",
    f"vault restore-test {{paper}} {COMMON}",
    f"vault backups {COMMON}",
    "vault wipe --vault {desk.hrdv} --yes-wipe {0}",
    f"vault handoff {{made}} --to {{other}} --case {{CASE}} {COMMON}",
    f"vault head --number {{1}} --words {{abandon}} {COMMON}",
    f"history show {{CASE}} {COMMON}",
    f"history diff {{CASE}} {{1}} {{2}} {COMMON}",
    f"history restore {{CASE}} {{1}} {COMMON}",
    f"history undo {{1}} {COMMON}",
    f"history redo {COMMON}",
    f"history deleted --kind {{case}} {COMMON}",
    f"history revive {{CASE}} {COMMON}",
    f"case remove {{nobody}} {COMMON}",
    f"party remove {{nobody}} {COMMON}",
    f"evidence remove {{nobody}} {COMMON}",
    f"import {{kit}} --format {{kit}} --source {{desk}} --visibility {{secret}} {COMMON}",
    f"import undo {{1}} {COMMON}",
    f"import table {{paper}} --mapping {{nobody}} --sheet {{one}} {COMMON}",
    f"mapping list {COMMON}",
    f"mapping show {{nobody}} {COMMON}",
    "mapping propose {paper} --sheet {one}",
    f"mapping save {{paper}} --name {{one}} {COMMON}",
    f"mapping remove {{nobody}} {COMMON}",
    "mapping targets",
    "paste read {paper} --year {2020}",
    f"paste accept {{paper}} {{p1}} --as {{nobody}} --year {{2020}} {COMMON}",
    f"export {{made}} --format {{kit}} {COMMON}",
    f"case list --text {{mill}} {COMMON}",
    f"case show {{CASE}} {COMMON}",
    f"case new --title {{mill}} {{status=draft}} {COMMON}",
    f"case edit {{CASE}} {{title=dam}} {COMMON}",
    f"case add-party {{CASE}} {{PARTY}} --role {{witness}} {COMMON}",
    f"party list --text {{odal}} {COMMON}",
    f"party show {{PARTY}} {COMMON}",
    f"party new --name {{Odal}} --case {{CASE}} --role {{victim}} {{size_min=3}} {COMMON}",
    f"party edit {{PARTY}} --name {{Odal}} {{birth=1970}} {COMMON}",
    f"party protect {{PARTY}} {COMMON}",
    f"party unprotect {{PARTY}} --why {{odal}} {COMMON}",
    f"event add {{CASE}} {{detained}} --date {{2020}} --measure {{criminal}} --place {{here}} {COMMON}",
    f"event add {{CASE}} {{detained}} --facility {{prison}} {COMMON}",
    f"event add {{CASE}} {{detained}} --assertion {{reported}} --summary {{text}} --party {{PARTY}} {COMMON}",
    f"event add {{CASE}} {{detained}} --charge {{theft}} --term {{beaten}} {COMMON}",
    f"event edit {{EVENT}} {{date=2021}} {COMMON}",
    f"event remove {{EVENT}} {COMMON}",
    f"entry list {{EVENT}} {{charges}} {COMMON}",
    f"entry add {{EVENT}} {{charges}} {{raw=theft}} {COMMON}",
    f"entry add {{EVENT}} links {{event=nobody}} {{type=follows}} {COMMON}",
    f"entry edit {{PARTY}} {{names}} {{1}} {{kind=alias}} {COMMON}",
    f"entry remove {{CASE}} {{parties}} {{1}} {COMMON}",
    f"relation add {{PARTY}} {{spouse_of}} {{nobody}} --note {{text}} --since {{2019}} {COMMON}",
    f"comment add {{CASE}} {{text}} --by {{text}} {COMMON}",
    f"comment list {{CASE}} {COMMON}",
    f"report list --text {{river}} {COMMON}",
    f"report show {{REPORT}} {COMMON}",
    f"report add {{river}} {{series=x}} {COMMON}",
    f"report edit {{REPORT}} {{embargo=2026}} {COMMON}",
    f"report remove {{REPORT}} {COMMON}",
    f"report import {{paper}} --into {{REPORT}} {COMMON}",
    f"report export {{REPORT}} {{made}} {COMMON}",
    (
        f"report block add {{REPORT}} {{text}} --at {{1}} --kind {{box}} --language {{en}}"
        f" --record {{CASE}} --caption {{text}} --by {{text}} --state {{draft}} {COMMON}"
    ),
    (
        f"report block edit {{REPORT}} {{1}} --body {{text}} --kind {{box}} --language {{en}}"
        f" --record {{CASE}} --caption {{text}} --by {{text}} --state {{draft}} {COMMON}"
    ),
    f"report block move {{REPORT}} {{1}} {{2}} {COMMON}",
    f"report block remove {{REPORT}} {{1}} {COMMON}",
    f"comment set {{CASE}} {{1}} {{done}} {COMMON}",
    f"text of {{CASE}} {COMMON}",
    f"text show {{CASE}} {{1}} {COMMON}",
    f"text add {{CASE}} {{body}} --language {{es}} --kind {{written}} --of {{1}} --by {{text}} {COMMON}",
    f"text add {{CASE}} --file {{paper}} --checked {COMMON}",
    f"text set {{CASE}} {{2}} --body {{text}} --language {{en}} --of {{1}} {COMMON}",
    f"text remove {{CASE}} {{2}} {COMMON}",
    f"consent list {{PARTY}} --state yes {COMMON}",
    f"consent add {{PARTY}} {{text}} --purpose {{text}} --by {{text}} --until {{text}} {COMMON}",
    f"consent add {{PARTY}} refused --by self --date {{text}} {COMMON}",
    f"consent add {{PARTY}} not_asked --basis {{text}} --source {{text}} --pictures {COMMON}",
    f"consent remove {{PARTY}} {{1}} {COMMON}",
    f"consent trace {{PARTY}} {COMMON}",
    f"consent note {{PARTY}} {{text}} {COMMON}",
    f"relation edit {{nobody}} {{type=spouse_of}} {COMMON}",
    f"relation remove {{nobody}} {COMMON}",
    f"evidence add {{CASE}} {{paper}} {COMMON}",
    f"evidence save {{ITEM}} {{made}} {COMMON}",
    f"evidence log {{ITEM}} {COMMON}",
    f"evidence show {{ITEM}} {COMMON}",
    f"evidence edit {{ITEM}} {{title=mill}} {COMMON}",
    f"term list {{charge}} --text {{theft}} {COMMON}",
    f"term show {{charge}} {{theft}} {COMMON}",
    f"term add {{charge}} --code {{mill}} --en {{mill}} --zh {{mill}} --alias {{dam}} --map {{1}} {COMMON}",
    f"term edit {{charge}} {{theft}} --en {{mill}} {COMMON}",
    f"term merge {{charge}} {{theft}} {{mill}} {COMMON}",
    f"term retire {{charge}} {{theft}} {COMMON}",
    f"term restore {{charge}} {{theft}} {COMMON}",
    f"place list --text {{here}} {COMMON}",
    f"place show {{here}} {COMMON}",
    f"place add {{here}} --in {{there}} --alias {{mill}} {{kind=prison}} {COMMON}",
    f"place edit {{here}} --in {{there}} {{name=mill}} {COMMON}",
    f"place move {{here}} {{there}} {COMMON}",
    f"place remove {{here}} {COMMON}",
    f"field list {COMMON}",
    f"field add party text --key {{shoes}} --en {{mill}} --zh {{mill}} --position {{1}} {COMMON}",
    f"field add party vocabulary --vocabulary {{charge}} --template {{wgad}} --en {{mill}} {COMMON}",
    f"field edit {{wgad.names}} --en {{mill}} --position {{1}} {COMMON}",
    f"field retire {{shoes}} {COMMON}",
    f"field restore {{shoes}} {COMMON}",
    f"answer {{PARTY}} {{wgad.names=mill}} {COMMON}",
    "form list",
    f"form show {{wgad}} {{PARTY}} {COMMON}",
    f"form fill {{wgad}} {{PARTY}} {{names=mill}} {COMMON}",
    f"form export {{wgad}} {{PARTY}} {{made}} --format text {COMMON}",
    f"source list --text {{odal}} --case {{CASE}} {COMMON}",
    f"source list --case {{CASE}} {COMMON}",
    f"source show {{nobody}} {COMMON}",
    f"source new --title {{mill}} {{type=witness}} {COMMON}",
    f"source edit {{nobody}} {{title=mill}} {COMMON}",
    f"source remove {{nobody}} {COMMON}",
    f"citation list {{CASE}} {COMMON}",
    f"citation add {{CASE}} {{ITEM}} --field {{title}} --quote {{text}} --locator {{1}} {COMMON}",
    f"citation remove {{nobody}} {COMMON}",
    f"timeline {{CASE}} {COMMON}",
    f"relations {{CASE}} {COMMON}",
    f"search {{odal}} {COMMON}",
    f"search --period {{2020}} --place {{here}} --charge {{theft}} --tag {{river}} --save {{mine}} {COMMON}",
    f"search --saved {{mine}} --kind {{case}} --status {{dead}} --as-of {{2020}} {COMMON}",
    f"search --remove {{mine}} {COMMON}",
    f"visibility {{CASE}} {{PARTY}} {{secret}} --field {{record}} --of-case {{people}} {COMMON}",
    f"visibility {{PARTY}} {{secret}} --field {{sex}} {COMMON}",
    f"stats {{mine}} --as-of {{2020-12-31}} {COMMON}",
    f"stats --by {{sex}} --unit {{persons}} --where {{type=detained}} --any {{sex=f;age=18..}} {COMMON}",
    f"stats --without {{date=2020}} --of {{known}} --bands {{age=0,18}} --suppress {{5}} {COMMON}",
    f"figure compute --part {{sex=f}} --known-on {{2020-12-31}} --digits {{0}} {COMMON}",
    f"figure table --by {{sex,age}} {COMMON}",
    f"figure trend --every {{year}} --where {{place=here}} {COMMON}",
    f"figure save {{mine}} --where {{field:x=y}} {COMMON}",
    f"figure list {COMMON}",
    f"figure show {{mine}} {COMMON}",
    f"figure remove {{mine}} {COMMON}",
    f"figure compare {{mine}} {COMMON}",
    f"published list --text {{list}} {COMMON}",
    f"published add {{mine}} {{93%}} {{unit=cases}} {COMMON}",
    f"published edit {{nobody}} {{value=94%}} {COMMON}",
    f"published remove {{nobody}} {COMMON}",
    f"clocks --known-on {{2020-01-01}} --as-of {{2020-01-01}} {COMMON}",
    f"week --as-of {{2020-01-01}} {COMMON}",
    f"limits {{detained=30}} --country {{HK}} {COMMON}",
    f"country {{HK}} {COMMON}",
    f"duplicate list {COMMON}",
    f"duplicate merged {COMMON}",
    f"duplicate merge {{PARTY}} {{nobody}} --take {{birth}} {COMMON}",
    f"duplicate undo {{nobody}} {COMMON}",
    f"duplicate not-same {{PARTY}} {{nobody}} {COMMON}",
    f"check-facts --all --dismiss {{key}} --reason {{text}} {COMMON}",
    f"check-facts --bring-back {{key}} {COMMON}",
    f"timeline {{CASE}} {COMMON}",
    f"relations {{PARTY}} {COMMON}",
    f"source list --text {{list}} {COMMON}",
    f"source new --title {{list}} {{publisher=us}} {COMMON}",
    f"source show {{LIST}} {COMMON}",
    f"source edit {{LIST}} {{title=other}} {COMMON}",
    f"source remove {{LIST}} {COMMON}",
    f"citation list {{CASE}} {COMMON}",
    f"citation add {{CASE}} {{LIST}} --field {{title}} --quote {{text}} --locator {{p1}} {COMMON}",
    f"citation remove {{nobody}} {COMMON}",
    f"place list --text {{river}} {COMMON}",
    f"place add {{river}} --in {{nowhere}} --alias {{bank}} {{kind=prison}} {COMMON}",
    f"place show {{river}} {COMMON}",
    f"place edit {{river}} --in {{nowhere}} --alias {{bank}} {{kind=prison}} {COMMON}",
    f"place move {{river}} {{nowhere}} {COMMON}",
    f"place remove {{river}} {COMMON}",
    f"term list {{roles}} --text {{victim}} {COMMON}",
    f"term show {{roles}} {{victim}} {COMMON}",
    f"term add {{roles}} --code {{kin}} --en {{kin}} --zh {{kin}} --alias {{family}} --map {{a=b}} {COMMON}",
    f"term edit {{roles}} {{victim}} --en {{kin}} --zh {{kin}} --alias {{family}} --map {{a=b}} {COMMON}",
    f"term merge {{roles}} {{victim}} {{witness}} {COMMON}",
    f"term retire {{roles}} {{victim}} {COMMON}",
    f"term restore {{roles}} {{victim}} {COMMON}",
    f"identity show {COMMON}",
    f"identity card {{made}} {COMMON}",
    f"identity keys {{made}} {COMMON}",
    f"identity epoch {{30}} {COMMON}",
    f"identity rotate {COMMON}",
    f"identity lost --yes {COMMON}",
    f"contact add {{card}} --name {{another}} {COMMON}",
    f"contact list {COMMON}",
    f"contact verify {{other}} --words {{abandon}} {COMMON}",
    f"contact revoke {{other}} --since {{2020-01-01}} {COMMON}",
    f"contact dismiss {{other}} {COMMON}",
    f"contact coordinator {{other}} --off {COMMON}",
    f"contact share {{made}} --to {{other}} --contact {{other}} {COMMON}",
    f"contact proposals {{1}} --take {{1}} {COMMON}",
    f"bundle estimate --to {{other}} --case {{CASE}} {COMMON}",
    f"bundle ask {{other}} {{CASE}} --what {{record}} {COMMON}",
    f"bundle status --case {{CASE}} {COMMON}",
    f"bundle write {{made}} --to {{other}} --case {{CASE}} {COMMON}",
    "bundle inspect {paper}",
    f"bundle read {{paper}} {COMMON}",
    f"bundle read {{folder}} {COMMON}",
    f"bundle list {COMMON}",
    f"bundle queue {COMMON}",
    f"bundle accept-plain {{1}} {COMMON}",
    f"bundle receipts {{folder}} {COMMON}",
    f"bundle review {{1}} {COMMON}",
    f"bundle accept {{1}} --record {{EVENT}} --take {{theirs}} {COMMON}",
    f"bundle reject {{1}} {COMMON}",
    f"bundle undo {{1}} {COMMON}",
    f"text list {COMMON}",
    f"text review {{CASE}} --profile {{names}} {COMMON}",
    f"text decide {{CASE}} --profile {{names}} --at {{0-4}} --words {{text}} {COMMON}",
    f"text decide {{CASE}} --profile {{names}} --at {{0-4}} --label {{PARTY}} {COMMON}",
    f"text questions --profile {{labels}} --case {{CASE}} --decisions {{paper}} {COMMON}",
    f"text take-over {{CASE}} --profile {{names}} --from {{labels}} {COMMON}",
    f"picture list {COMMON}",
    f"picture show {{ITEM}} --profile {{names}} {COMMON}",
    f"picture box {{ITEM}} --profile {{names}} --add {{1,2,30,40}} {COMMON}",
    f"picture box {{ITEM}} --profile {{names}} --change {{1}} {{1,2,30,40}} {COMMON}",
    f"picture box {{ITEM}} --profile {{names}} --remove {{1}} {COMMON}",
    f"picture describe {{ITEM}} --profile {{names}} --alt {{text}} --caption {{text}} {COMMON}",
    f"picture take-over {{ITEM}} --profile {{names}} --from {{labels}} {COMMON}",
    f"picture save {{ITEM}} {{made}} --profile {{names}} {COMMON}",
    f"picture review {{ITEM}} --profile {{names}} {COMMON}",
    f"profile list {COMMON}",
    f"profile show {{names}} {COMMON}",
    "profile fields",
    f"profile copy {{names}} {{one}} {COMMON}",
    f"profile set {{one}} {{dates=year}} --allow {{party.sex}} --withhold {{party.sex}} {COMMON}",
    f"profile rename {{one}} {{list}} {COMMON}",
    f"profile remove {{one}} {COMMON}",
    f"profile export {{made}} {{names}} {COMMON}",
    f"profile import {{paper}} --name {{one}} {COMMON}",
    f"publish {{made}} --profile {{names}} --all --coarser {{years}} --preview {COMMON}",
    f"publish {{made}} --profile {{names}} --case {{CASE}} --label {{PARTY}} --language {{en}} {COMMON}",
    f"publish {{made}} --profile {{names}} --all --as-of {{2020-01-01}} --title {{text}} --preview {COMMON}",
    f"publish {{made}} --profile {{names}} --all --figure {{text}} --leave-out {{charts}} --preview {COMMON}",
    f"publish {{made}} --profile {{names}} --all {COMMON}",
    f"publish --profile {{names}} --all --figure {{text}} {{text}} --preview {COMMON}",
    f"publish {{made}} --profile {{names}} --all --since {{1}} {COMMON}",
    f"publish {{made}} --profile {{names}} --all --correct {{1}} {COMMON}",
    f"publication list {COMMON}",
    f"publication show {{1}} {COMMON}",
    f"publication export {{1}} {{made}} --as {{csv}} --month {{2020-01}} {COMMON}",
    f"publication opening {{1}} {{1}} {{made}} {COMMON}",
    f"publication prove {{1}} {{1}} {{1}} {COMMON}",
    "publication verify {paper} --opening {paper} --proof {abandon}",
    f"organisation show {COMMON}",
    f"organisation make {{mill}} {COMMON}",
    f"organisation signers {{made}} {COMMON}",
    f"organisation hand-on {{made}} --to {{other}} {COMMON}",
    f"organisation take {{paper}} {COMMON}",
    f"organisation replace --lost {COMMON}",
    f"organisation remove --yes {COMMON}",
    f"pdf check {{paper}} {COMMON}",
    "demo {desk.hrdv}",
    "self-check",
    "help {exit-codes}",
    "help publish --language {zh}",
)
LONG = "x" * 300
HOSTILE = {
    "long": LONG,
    "nearly too long": "x" * 251,
    "too long a path": "/".join(["y" * 200] * 30),
    "empty": "",
    "blank": "   ",
    "NUL": "a\0b",
    "no text": os.fsdecode(b"\xff\xfe"),
    "half a character": "\ud83d",
    "folder": "folder",
    "file": "paper",
    "below a file": "paper/x",
    "fifo": "fifo",
    "endless": "/dev/zero",
    "full": "/dev/full",
    "null": "/dev/null",
    "missing": "no/such/thing",
    "loop": "loop",
    "dangling": "dangling",
    "root": "/",
    "huge": "9" * 30,
    "many digits": "1" * 6000,
    "negative": "-1",
    "option": "--nonsense",
    "signs": "a=b=c:d@e;'\"\\%s{x}",
    "turned": "a\u202eb\x1b[2J",
    "huge value": "size_min=" + "9" * 30,
    "no value": "ref=",
}
GOOD_FOLDERS = {
    *("nearly too long", "blank", "no text", "half a character", "folder", "missing", "huge", "signs"),
    *("turned", "huge value", "no value", "root"),
}
"""What may well be the name of a folder: the whole demo has a test of its own."""


@dataclass(frozen=True)
class Trial:
    """One command with one of its arguments replaced."""

    command: str
    slot: int
    value: str

    @property
    def name(self) -> str:
        return f"{' '.join(self.command.split()[:2])}[{self.slot}] {self.value}"


def _slots(command: str) -> list[int]:
    return [number for number, word in enumerate(command.split()) if word.startswith("{")]


def trials() -> list[Trial]:
    """All of them, or the sample that CI tries: each command and each value at least once."""
    every = [
        Trial(command, slot, value)
        for command in COMMANDS
        for slot in _slots(command)
        for value in HOSTILE
        if not (command.startswith("demo") and value in GOOD_FOLDERS)
        if not (command.startswith("vault backup ") and value == "root")  # which is a good folder for root
    ]
    if FULL:
        return every
    chance = campaigns.chance("hostile")
    chosen = [chance.choice([trial for trial in every if trial.value == value]) for value in HOSTILE]
    chosen += [
        chance.choice([trial for trial in every if trial.command == command])
        for command in COMMANDS
        if _slots(command)
    ]
    return chosen + chance.sample(every, SAMPLE)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a vault and everything that the commands name."""
    folder = tmp_path_factory.mktemp("hostile")
    made, words = Session.create(folder / "desk.hrdv", PASSPHRASE, kdf.FLOOR)
    (folder / "secret").write_text(PASSPHRASE + "\n")
    (folder / "weak").write_text("abc\n")
    (folder / "words").write_text(" ".join(words))
    (folder / "paper").write_bytes(b"a notice")
    (folder / "folder").mkdir()
    (folder / "folder" / "full").write_bytes(b"x")
    (folder / "kit").mkdir()
    (folder / "kit" / "parties.csv").write_text("party,kind,names\na,person,Odal Brisk@Latn:main\n", "utf-8")
    os.mkfifo(folder / "fifo")
    (folder / "loop").symlink_to("loop")
    (folder / "dangling").symlink_to("nowhere")
    with made as session, Session.create(folder / "other.hrdv", PASSPHRASE, kdf.FLOOR)[0] as other:
        case = cases.create(session, {"title": "x", "ref": "CASE"}).result
        names = {"names": [{"name": "Odal Brisk", "script": "Latn", "kind": "main"}]}
        party = parties.create(session, {"ref": "PARTY"}, names, case, "subject").result
        event = events.add(session, case, {"type": "detained"}, {"parties": [{"party": party}]}).result
        evidence.add(session, case, folder / "paper", silent(), {"ref": "ITEM"})
        reports.create(
            session, {"title": "x", "ref": "REPORT"}, {"blocks": [{"kind": "text"}, {"kind": "box"}]}
        )
        identity.write_card(other, folder / "card")
        contacts.add(session, folder / "card", "other")
        contacts.verify(session, "other", " ".join(identity.show(other).words))
        (folder / "event").write_text(event)
    return folder


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no command take longer than a person waits."""
    monkeypatch.setattr(kdf, "calibrate", lambda: kdf.FLOOR)
    monkeypatch.setattr(secret_files, "_PATIENCE", 0.05)

    def late(_: int, frame: FrameType | None) -> None:
        where = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "?"
        raise AssertionError(f"it waits at {where}")

    before = signal.signal(signal.SIGALRM, late)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def _words(trial: Trial, event: str) -> list[str]:
    words = [word.strip("{}").replace("EVENT", event) for word in trial.command.split()]
    value = HOSTILE[trial.value]
    words[trial.slot] = value
    return words


def _ended(words: list[str]) -> int:
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        return main(words)
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _leaves(parser: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from _leaves(inner, f"{before} {name}")
            return
    yield before.strip()


@pytest.mark.parametrize("words", ["text show CASE {}", "text remove CASE {}"])
def test_more_digits_than_a_number_has_are_refused(
    place: Path, quick: None, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.chdir(place)
    common = ["--vault", "desk.hrdv", "--passphrase-file", "secret"]
    assert _ended([*words.format("1" * 6000).split(), *common]) == InvalidValue.exit_code


def test_every_command_is_tried() -> None:
    tried = {leaf for leaf in _leaves(program.parser()) if any(c.startswith(leaf) for c in COMMANDS)}
    assert set(_leaves(program.parser())) == tried


@pytest.mark.timeout(7200 if FULL else 300)
def test_nothing_is_a_bug(
    place: Path, quick: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    codes = {code for code, _, _ in program.exit_codes()} - {HrdDeskError.exit_code, SystemRefused.exit_code}
    event = (place / "event").read_text()
    wrong: list[str] = []
    before = {path.name for path in place.iterdir()}
    for trial in trials():
        words = _words(trial, event)
        as_json = bool(trial.slot % 2) and not trial.command.startswith("help")
        try:
            code = _ended([*words, "--json"] if as_json else words)
        except Exception as error:  # noqa: BLE001  (each is one finding)
            wrong.append(f"{trial.name}: {type(error).__name__} {error} at {_where(error)}"[:300])
        else:
            said = capsys.readouterr()
            if code not in codes or "Traceback" in said.err or "bug" in said.err:
                wrong.append(f"{trial.name}: {code} {said.err[-300:]}")
            if as_json and code == 0:
                json.loads(said.out)
        for path in place.iterdir():
            if path.name not in before:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    assert wrong == []


def _where(error: BaseException) -> str:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "?"
