"""The page on opening a bundle without this program, followed to the letter: every command that it gives."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from hrddesk.actions.exchange import identity as identity_actions
from hrddesk.actions.records import evidence
from hrddesk.bundle.trust import identity, own_identity
from hrddesk.records.model.record import Record
from hrddesk.system.jobs import Job
from hrddesk.system.paths import resources
from tests.unit.bundle.forge import Desks, a_case, take, two_desks
from tests.unit.bundle.hands import give

CONTENT: Final = os.urandom(200_000)
LANGUAGES: Final = ["en", "zh_CN"]


@pytest.fixture(scope="module")
def age(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the command `age`, as version 1.3 knows it (see age.mjs)."""
    module = Path(sys.prefix) / "npm" / "node_modules" / "age-encryption" / "dist" / "index.js"
    if not module.is_file():
        why = "packaging/test.py installs what stands in for age 1.3"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("commands")
    script = Path(__file__).with_name("age.mjs")
    (folder / "age").write_text(f'#!/bin/sh\nexec node "{script}" "{module}" "$@"\n', "utf-8")
    (folder / "age").chmod(0o700)
    return folder


@dataclass(frozen=True)
class Handed:
    """What somebody has who opens a bundle by the page: a folder with the bundle and the keys."""

    desks: Desks
    case: Record
    place: Path
    commands: Path

    def bundle(self) -> Path:
        return self.place / "handed-over.hrdb"

    def follow(self, words: str) -> subprocess.CompletedProcess[str]:
        """Type these commands in the folder, until one fails."""
        variables = {**os.environ, "PATH": f"{self.commands}{os.pathsep}{os.environ['PATH']}"}
        shell = ["sh", "-e", "-c", words]
        return subprocess.run(
            shell, cwd=self.place, env=variables, capture_output=True, text=True, timeout=60, check=False
        )


@pytest.fixture
def handed(tmp_path: Path, age: Path) -> Iterator[Handed]:
    """A case with a file, handed over and about to be opened in an otherwise empty folder."""
    desks = two_desks(tmp_path)
    case = a_case(narrative="多行\n文字", ref="K7QX-2026-0001")
    with desks.documenter.store.change("test") as change:
        change.put(case)
    (tmp_path / "name.bin").write_bytes(CONTENT)
    evidence.add(desks.documenter, case.id, tmp_path / "name.bin", Job())
    place = tmp_path / "empty"
    place.mkdir()
    made = Handed(desks, case, place, age)
    give(desks.documenter, desks.coordinator, tmp_path).rename(made.bundle())
    identity_actions.write_keys(desks.coordinator, place / "key.txt")
    yield made
    desks.documenter.close()
    desks.coordinator.close()


def commands(language: str) -> str:
    """All that the page tells to type, in its order."""
    page = (resources() / "help" / language / "open-a-bundle.md").read_text("utf-8")
    blocks = re.findall(r"```(\w*)\n(.*?)```", page, re.DOTALL)
    assert {kind for kind, _ in blocks} == {"sh"}
    return "\n".join(text for _, text in blocks)


def holds(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Good ") == 2
    assert done.stdout.count("Signature Verified Successfully") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bundle_is_opened_and_verified_by_the_tools_of_others(handed: Handed, language: str) -> None:
    holds(handed.follow(commands(language)))
    sender = own_identity.known_identity(handed.desks.documenter.store)
    assert sender is not None
    place = handed.place
    assert (place / "fingerprint").read_text("ascii").strip() == sender.fingerprint.hex()
    numbers = [int(word) for word in (place / "words").read_text("ascii").split()]
    assert [_english(number) for number in numbers] == identity.words12(sender.fingerprint)
    digits = (place / "digits").read_text("ascii").strip()
    assert digits == identity.digits60(sender.fingerprint).replace(" ", "")
    assert (place / "data/att" / hashlib.sha256(CONTENT).hexdigest()).read_bytes() == CONTENT
    found = [json.loads(line) for line in (place / "data/records.jsonl").read_text("utf-8").splitlines()]
    assert [line["record"]["id"] for line in found] == sorted(line["record"]["id"] for line in found)
    titles = {line["record"]["id"]: line["record"]["fields"].get("narrative") for line in found}
    assert titles[handed.case.id] == "多行\n文字"


def test_a_sender_who_replaced_the_keys_is_verified_by_the_new_ones(handed: Handed) -> None:
    sender = own_identity.rotate(handed.desks.documenter.store, own_identity.today())
    handed.bundle().unlink()
    give(handed.desks.documenter, handed.desks.coordinator, handed.place.parent).rename(handed.bundle())
    holds(handed.follow(commands("en")))
    assert (handed.place / "fingerprint").read_text("ascii").strip() == sender.fingerprint.hex()


def _english(number: int) -> str:
    """The n-th word of the list, from 1: eleven bits at the front of a fingerprint are just that word."""
    return identity.words12(((number - 1) << 245).to_bytes(32, "big"))[0]


def test_both_pages_tell_to_type_the_same() -> None:
    assert commands("en") == commands("zh_CN")


@pytest.mark.parametrize(
    "text", ["a case", "Payload-Oxum", "hrddesk-bundle", '"serial":1', "contacts.jsonl\n"]
)
def test_what_a_recipient_altered_does_not_pass(handed: Handed, text: str) -> None:
    opening, rest = commands("en").split("\n", 1)
    assert handed.follow(opening).returncode == 0
    inside = handed.place / "inside.tar"
    good = inside.read_bytes()
    at = good.index(text.encode("ascii"))
    inside.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
    assert handed.follow(rest).returncode != 0


@pytest.mark.parametrize("place", [30, 1700, 5000, -1])
def test_what_was_altered_on_the_way_is_not_opened(handed: Handed, place: int) -> None:
    raw = bytearray(handed.bundle().read_bytes())
    raw[place] ^= 1
    handed.bundle().write_bytes(raw)
    assert handed.follow(commands("en").split("\n", 1)[0]).returncode != 0


def test_keys_of_another_desk_open_nothing(handed: Handed) -> None:
    (handed.place / "key.txt").unlink()
    identity_actions.write_keys(handed.desks.documenter, handed.place / "key.txt")
    done = handed.follow(commands("en").split("\n", 1)[0])
    assert done.returncode != 0
    assert "no identity matched" in done.stderr


def test_what_the_tools_of_others_sealed_is_read_by_us(handed: Handed) -> None:
    owner = own_identity.known_identity(handed.desks.coordinator.store)
    assert owner is not None
    opening, to = commands("en").splitlines()[0], owner.current.key.recipient.to_string()
    again = f"{opening}; age -r {to} inside.tar > a"
    assert handed.follow(again).returncode == 0
    raw = (handed.place / "a").read_bytes()
    assert raw != handed.bundle().read_bytes()
    found = take(handed.desks.coordinator, raw, handed.place / "b")
    assert found.sender == "documenter"
    assert found.new == 2
