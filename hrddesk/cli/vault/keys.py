"""The commands `hrddesk vault` that change the passphrase, keyfile, recovery words, cost of a guess and data
key.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from hrddesk.actions.vault import keys, passphrases, vaults
from hrddesk.cli.console import terminal
from hrddesk.cli.console.commands import PathText, Subparsers, command
from hrddesk.crypto.kdf import Argon2Params
from hrddesk.crypto.keyslots import PassphraseSecret, SlotInfo
from hrddesk.errors import OutputFailed
from hrddesk.store.vault.session import Secret, Session


def add(verbs: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add these commands to the group `vault`."""
    command(verbs, shared, "propose-passphrase", "draw six random words to take as a passphrase", _propose)
    take_weak(command(verbs, shared, "passphrase", "set a new passphrase", _passphrase))
    take_weak(command(verbs, shared, "recover", "set a new passphrase by the recovery words", _recover))
    command(verbs, shared, "recovery-words", "make new recovery words; prints them once", _recovery_words)
    keyfile = command(
        verbs, shared, "keyfile", "let the vault need a keyfile too, or none any more", _keyfile
    )
    choice = keyfile.add_mutually_exclusive_group(required=True)
    choice.add_argument("file", metavar="FILE", nargs="?", type=PathText, help="the keyfile from now on")
    choice.add_argument("--remove", action="store_true", help="open by the passphrase alone from now on")
    new_keyfile = command(verbs, shared, "make-keyfile", "write a keyfile of random bytes", _make_keyfile)
    new_keyfile.add_argument("file", metavar="FILE", type=PathText)
    command(verbs, shared, "recalibrate", "let a guess cost a second on this machine", _recalibrate)
    command(verbs, shared, "rotate", "make a new data key; drops all slots but the one given", _rotate)


def take_weak(parser: ArgumentParser) -> None:
    """Add the option that accepts a weak passphrase."""
    parser.add_argument(
        "--weak-passphrase-accepted", action="store_true", help="take one that is found by guessing"
    )


def words_for_people(words: Sequence[str]) -> Iterator[str]:
    """Yield the lines that show the recovery words, six to a line."""
    yield "Recovery words, shown this once. Write them on paper and keep the paper away from the laptop:"
    for row in range(0, len(words), 6):
        yield " ".join(f"{n + 1:2d} {words[n]:<10}" for n in range(row, row + 6))


def show_words(
    args: Namespace, session: Session, document: object, words: Sequence[str], lines: Iterable[str]
) -> None:
    """Print new recovery words, which already open the vault, and store that they were shown.

    Raise OutputFailed if they could not be printed. Then the vault warns at each opening that nobody may know
    the words.
    """
    try:
        terminal.emit(args, document, [*lines, *words_for_people(words)], needed=True)
    except BrokenPipeError as error:
        raise OutputFailed(why=error.strerror) from None
    keys.note_words(session, proven=True)


def _propose(args: Namespace) -> int:
    words = passphrases.generate()
    advice = "Write them on paper, keep the paper away from this computer, and type them as the passphrase."
    lines = [words] if args.quiet else [words, advice]
    terminal.emit(args, {"passphrase": words}, lines, needed=True)
    return 0


def _passphrase(args: Namespace) -> int:
    secret = terminal.secret(args)
    # By the words a keyfile is not asked for: with --keyfile it is needed from now on, without it no more.
    digest = secret.keyfile_digest if isinstance(secret, PassphraseSecret) else terminal.keyfile(args)
    return _set_passphrase(args, secret, digest)


def _recover(args: Namespace) -> int:
    if args.recovery_file:
        words = terminal.read_words(args.recovery_file)
    else:
        words = terminal.ask("The 24 recovery words", "--recovery-file")
    return _set_passphrase(args, vaults.recovery_secret(words), terminal.keyfile(args))


def _set_passphrase(args: Namespace, secret: Secret, digest: bytes | None) -> int:
    path = terminal.vault_path(args)
    new = PassphraseSecret(terminal.new_passphrase(args), digest)
    with terminal.opened(args, path, secret) as session:
        needed = keys.needs_keyfile(keys.slots(session))
        keys.change_passphrase(session, secret, new)
        document = {"vault": session.vault_id, "keyfile": digest is not None}
    lines = ["The passphrase is changed."]
    if needed and digest is None:
        lines.append("No keyfile is needed any more; `vault keyfile` sets one again.")
    terminal.emit(args, document, lines)
    return 0


def _recovery_words(args: Namespace) -> int:
    secret = terminal.secret(args)
    entropy, words = keys.new_entropy()
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        keys.change_recovery_words(session, secret, entropy, proven=False)
        document = {"vault": session.vault_id, "recovery_words": words}
        show_words(args, session, document, words, ["The old recovery words open nothing any more."])
    return 0


def _keyfile(args: Namespace) -> int:
    secret = terminal.passphrase_secret(args)
    digest = None if args.remove else keys.keyfile_digest(Path(args.file))
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        keys.use_keyfile(session, secret, digest)
        document = {"vault": session.vault_id, "keyfile": digest is not None}
    if digest is None:
        lines = ["The passphrase opens the vault alone."]
    else:
        lines = [
            "The vault opens by the passphrase together with this file, which must never change.",
            "Keep copies of it, none beside the vault; without any, the recovery words are the way.",
        ]
    terminal.emit(args, document, lines)
    return 0


def _make_keyfile(args: Namespace) -> int:
    keys.make_keyfile(Path(args.file))
    terminal.emit(args, {"keyfile": args.file}, [f"The keyfile is made: {args.file}"])
    return 0


def _recalibrate(args: Namespace) -> int:
    secret = terminal.secret(args)
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        done = keys.recalibrate(session, secret)
    document = {"before": cost(done.before), "after": cost(done.after)}
    terminal.emit(
        args,
        document,
        [f"A guess costs {done.after.m_kib // 1024} MiB; it was {done.before.m_kib // 1024} MiB."],
    )
    return 0


def _rotate(args: Namespace) -> int:
    secret = terminal.secret(args)
    with terminal.opened(args, terminal.vault_path(args), secret) as session:
        words = keys.rotate(session, [secret], terminal.job(args))
        document = {
            "vault": session.vault_id,
            "recovery_words": words,
            "slots": [described(slot) for slot in keys.slots(session)],
        }
        lines = [
            "The vault has a new data key; the old recovery words open nothing any more.",
            "Backups made before still open by what opened the vault then: make a new one and destroy them.",
        ]
        show_words(args, session, document, words, lines)
    return 0


def described(slot: SlotInfo) -> dict[str, Any]:
    """Return the public data of a keyslot as JSON."""
    return {
        "slot": slot.index,
        "type": slot.type.name.lower(),
        "kdf": None if slot.params is None else cost(slot.params),
    }


def cost(params: Argon2Params) -> dict[str, int]:
    """Return the cost of a guess (the Argon2 parameters) as JSON."""
    return {"m_kib": params.m_kib, "t": params.t, "p": params.p}
