"""Input and output of a command: secrets, results, and progress."""

import getpass
import json
import os
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from hrddesk.actions.analysis import statuses
from hrddesk.actions.vault import keys, passphrases, vaults
from hrddesk.cli.console import secret_files
from hrddesk.crypto.keyslots import PassphraseSecret
from hrddesk.errors import (
    DatabaseDamaged,
    DiskFull,
    HrdDeskError,
    LastChangesWaiting,
    NotAVault,
    OutputFailed,
    SecretUnreadable,
    VaultHeaderDamaged,
    VaultReadOnly,
)
from hrddesk.store.database.database_errors import translated
from hrddesk.store.vault.session import Secret, Session
from hrddesk.system.interruption import held
from hrddesk.system.jobs import Job


def read_line(source: str, label: str) -> str:
    """Return the first line of a file, or of standard input for `-`, without its line ending.

    If standard input is a terminal, ask for the line without echo.
    """
    if source == "-" and sys.stdin.isatty():
        return ask(f"Type {label}")
    return secret_files.first_line(source, label)


def ask(prompt: str, instead: str = "--passphrase-file") -> str:
    """Ask for a text at the terminal, without echo; raise SecretUnreadable if there is no terminal or no
    text.

    `instead` is the option that the error recommends if there is no terminal.
    """
    if not sys.stdin.isatty():
        raise SecretUnreadable(why=f"there is no terminal to ask at; use {instead}")
    try:
        text = getpass.getpass(f"{prompt}: ", stream=sys.stderr)
    except (EOFError, UnicodeDecodeError):
        text = ""
    if not text:
        raise SecretUnreadable(why="nothing was typed")
    return text


def secret(args: Namespace) -> Secret:
    """Return the secret that opens the vault: recovery words if their file is given, or the passphrase."""
    if args.recovery_file:
        return vaults.recovery_secret(read_words(args.recovery_file))
    return passphrase_secret(args)


def passphrase_secret(args: Namespace) -> PassphraseSecret:
    """Return the passphrase for the vault, with the keyfile if one is given."""
    text = read_line(args.passphrase_file, "the passphrase") if args.passphrase_file else ask("Passphrase")
    return PassphraseSecret(text, keyfile(args))


def keyfile(args: Namespace) -> bytes | None:
    """Return the digest of the given keyfile, or None without one; raise SecretUnreadable."""
    return keys.keyfile_digest(Path(args.keyfile)) if args.keyfile else None


def read_words(source: str) -> str:
    """Return the whole text of a file of recovery words, which may have several lines."""
    return secret_files.all_lines(source, "the file of the recovery words")


def new_passphrase(args: Namespace, file: str | None = None) -> str:
    """Return the new passphrase, from a file or asked for twice at the terminal; raise WeakPassphrase."""
    source = file or args.new_passphrase_file
    if source:
        chosen = read_line(source, "the new passphrase")
    else:
        chosen = ask("New passphrase")
        if ask("Once more") != chosen:
            raise SecretUnreadable(why="the two are not the same")
    passphrases.require_strong(chosen, accept_weak=args.weak_passphrase_accepted)
    return chosen


def vault_path(args: Namespace) -> Path:
    """Return the path that --vault gives; raise NotAVault without --vault."""
    if not args.vault:
        raise NotAVault(path="Nothing was named with --vault; that")
    return Path(args.vault)


@contextmanager
def unlocked(args: Namespace) -> Iterator[Session]:
    """Open the vault with the path and secret from the arguments, like `opened`."""
    path = vault_path(args)
    with opened(args, path, secret(args)) as session:
        yield session


@contextmanager
def opened(args: Namespace, path: Path, by: Secret) -> Iterator[Session]:
    """Open the vault, print warnings found on opening, and close the vault completely, even on an
    interruption.
    """
    session = vaults.unlock(path, by)
    try:
        _say_what_stands_out(args, session)
        with translated():  # a damaged page may be met anywhere
            yield session
    finally:
        with held():
            session.close()


def _say_what_stands_out(args: Namespace, session: Session) -> None:
    for alarm in session.alarms:
        warn(args, alarm)
    if session.keys_have_another_name:
        warn(args, "keys.bin is a link or has a second name: there the old keys stay when you change them")
    with suppress(DatabaseDamaged), translated():  # then the command itself will meet it
        if not keys.words_proven(session.store):
            warn(args, "nobody may have the recovery words on paper: `vault recovery-words` draws new ones")
        if keys.is_rotation_due(session.store):
            warn(args, "cases were forgotten, and the key is still the old one: `vault rotate` makes another")


def keep_statuses(session: Session) -> None:
    """Compute and store the missing statuses of today, so that the next command finds them."""
    while not session.is_read_only and statuses.keep_current(session.store):
        pass


@contextmanager
def readable(args: Namespace) -> Iterator[Session]:
    """Open the vault for a command that only reads, even if the vault is damaged or not writable."""
    path, by = vault_path(args), secret(args)
    try:
        session = vaults.unlock(path, by)
    except (VaultHeaderDamaged, VaultReadOnly, DiskFull, DatabaseDamaged) as error:
        try:
            session = vaults.view(path, by)
        except LastChangesWaiting:
            raise  # it says what to do
        except HrdDeskError:
            raise error from None
        warn(args, f"{error.message} It is opened to be read only.")
    try:
        _say_what_stands_out(args, session)
        with translated():  # a damaged page may be met anywhere
            yield session
    finally:
        with held():
            session.close()


def job(args: Namespace) -> Job:
    """Return a job that shows its progress on standard error if that is a terminal.

    With --quiet or --json no progress is shown.
    """
    if args.quiet or args.json or not sys.stderr.isatty():
        return Job()

    def show(done: int, total: int) -> None:
        sys.stderr.write(f"\r{100 * done // max(total, 1):3d} % " + ("\n" if done >= total else ""))
        sys.stderr.flush()

    return Job(show)


def say(args: Namespace, lines: Iterable[str]) -> None:
    """Print lines on standard error before an action, unless --quiet is given."""
    if not args.quiet:
        sys.stderr.writelines(f"{printable(line)}\n" for line in lines)


def warn(args: Namespace, text: str) -> None:
    """Print a warning on standard error, unless --quiet is given."""
    if not args.quiet:
        sys.stderr.write(f"warning: {printable(text)}\n")


def emit(
    args: Namespace,
    document: Any,
    lines: Iterable[str] | Callable[[], Iterable[str]] = (),
    *,
    needed: bool = False,
) -> None:
    """Print the result: one JSON document with --json, else lines of text.

    If `needed`, the lines are printed even with --quiet. Raise BrokenPipeError, OutputFailed.
    """
    output_lines = lines() if callable(lines) else lines
    try:
        if args.json:
            sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
        elif needed or not args.quiet:
            sys.stdout.writelines(_as_shown(line) + "\n" for line in output_lines)
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # who reads has seen enough
    except OSError as error:
        raise OutputFailed(why=error.strerror) from None


class Coloured(str):
    """A line that a terminal shows in a colour (an ANSI code). The colour only repeats the meaning of words
    and marks.
    """

    colour: int

    def __new__(cls, text: str, colour: int) -> Self:
        """Return the text as a line of that colour."""
        line = super().__new__(cls, text)
        line.colour = colour
        return line


def _as_shown(line: str) -> str:
    """Return a line as it is written: coloured only on a terminal, and not if `NO_COLOR` is set."""
    text = printable(line)
    if not isinstance(line, Coloured) or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return f"\x1b[{line.colour}m{text}\x1b[0m"


def printable(text: str) -> str:
    """Return the text with control and direction characters replaced, since they could alter the terminal's
    display.
    """
    return "".join("�" if _rewrites(character) else character for character in text)


def _rewrites(character: str) -> bool:
    control = unicodedata.category(character) in ("Cc", "Cs") and character != "\t"
    return control or character in _TURNS


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
