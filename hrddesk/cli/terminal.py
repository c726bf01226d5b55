"""Talk to whoever runs a command: secrets in, results out, progress aside."""

import getpass
import json
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hrddesk.actions import vaults
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import FileUnreadable, NotAVault, SecretUnreadable
from hrddesk.interruption import held
from hrddesk.jobs import Job
from hrddesk.session import Secret, Session

_MOST_SECRET = 64 * 1024


def read_line(source: str, label: str) -> str:
    """Return the first line of a file, or of standard input for `-`, without its line ending."""
    try:
        if source == "-":
            raw = sys.stdin.buffer.readline(_MOST_SECRET)
        else:
            with Path(source).open("rb") as file:
                raw = file.readline(_MOST_SECRET)
    except OSError as error:
        raise SecretUnreadable(why=f"{label}: {error.strerror}") from None
    try:
        text = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise SecretUnreadable(why=f"{label} is not UTF-8") from None
    if not text:
        raise SecretUnreadable(why=f"{label} is empty")
    return text


def ask(prompt: str) -> str:
    """Ask at the terminal, without echo."""
    if not sys.stdin.isatty():
        raise SecretUnreadable(why="there is no terminal to ask at; use --passphrase-file")
    text = getpass.getpass(f"{prompt}: ", stream=sys.stderr)
    if not text:
        raise SecretUnreadable(why="nothing was typed")
    return text


def secret(args: Namespace) -> Secret:
    """Return what opens the vault: recovery words when their file is given, else the passphrase."""
    if args.recovery_file:
        return vaults.recovery_secret(read_words(args.recovery_file))
    text = read_line(args.passphrase_file, "the passphrase") if args.passphrase_file else ask("Passphrase")
    return PassphraseSecret(text)


def read_words(source: str) -> str:
    """Return all words of a file: recovery words may stand on several lines."""
    try:
        raw = (
            sys.stdin.buffer.read(_MOST_SECRET) if source == "-" else Path(source).read_bytes()[:_MOST_SECRET]
        )
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise SecretUnreadable(why="the file of the recovery words cannot be read") from None


def new_passphrase(args: Namespace) -> str:
    """Return the passphrase to set; asked twice at the terminal."""
    if args.new_passphrase_file:
        return read_line(args.new_passphrase_file, "the new passphrase")
    first = ask("New passphrase")
    if ask("Once more") != first:
        raise SecretUnreadable(why="the two are not the same")
    return first


def vault_path(args: Namespace) -> Path:
    """Return the vault that --vault names."""
    if not args.vault:
        raise NotAVault(path="Nothing was named with --vault; that")
    return Path(args.vault)


@contextmanager
def unlocked(args: Namespace) -> Iterator[Session]:
    """Open the vault, say aloud what opening found, and close it whole."""
    session = vaults.unlock(vault_path(args), secret(args))
    try:
        for alarm in session.alarms:
            warn(args, alarm)
        yield session
    finally:
        with held():
            session.close()


def job(args: Namespace) -> Job:
    """Return a job that shows its progress on standard error, where that is a terminal."""
    if args.quiet or args.json or not sys.stderr.isatty():
        return Job()

    def show(done: int, total: int) -> None:
        sys.stderr.write(f"\r{100 * done // max(total, 1):3d} % " + ("\n" if done >= total else ""))
        sys.stderr.flush()

    return Job(show)


def warn(args: Namespace, text: str) -> None:
    """Say something on standard error."""
    if not args.quiet:
        sys.stderr.write(f"warning: {printable(text)}\n")


def emit(args: Namespace, document: Any, lines: Iterable[str] | Callable[[], Iterable[str]] = ()) -> None:
    """Print the result: one JSON document with --json, lines for people otherwise."""
    if args.json:
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    elif not args.quiet:
        for line in lines() if callable(lines) else lines:
            sys.stdout.write(printable(line) + "\n")
    sys.stdout.flush()


def printable(text: str) -> str:
    """Return the text without control and direction characters, which could rewrite what a terminal shows."""
    return "".join("�" if _rewrites(character) else character for character in text)


def _rewrites(character: str) -> bool:
    control = unicodedata.category(character) in ("Cc", "Cs") and character != "\t"
    return control or character in _TURNS


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def readable_file(path: str) -> Path:
    """Return the path of a file that is there; raise FileUnreadable."""
    found = Path(path)
    if not found.exists():
        raise FileUnreadable(path=path, why="there is no such file")
    return found
