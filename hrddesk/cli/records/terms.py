"""The commands `hrddesk term`: the terms of the vocabularies, both shipped and this desk's own."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from hrddesk.actions.records import terms
from hrddesk.actions.records.terms import TermWording
from hrddesk.cli.console import languages, terminal
from hrddesk.cli.console.commands import Subparsers, command, group
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.terms.vocabulary import Term
from hrddesk.store.records.changes import Outcome
from hrddesk.store.records.store import Store
from hrddesk.store.vault.session import Session


def add(commands: "Subparsers[ArgumentParser]", shared: ArgumentParser) -> None:
    """Add the commands of this group."""
    verbs = group(commands, "term", "list, add, reword, merge and retire the terms of vocabularies")
    listing = command(verbs, shared, "list", "the vocabularies, or the terms of one", _list)
    listing.add_argument("vocabulary", nargs="?", default="", metavar="VOCABULARY")
    listing.add_argument("--text", default="", help="only terms one of whose words holds it")
    _term(command(verbs, shared, "show", "one term, and how many records use it", _show))
    new = command(verbs, shared, "add", "make a term of the desk's own", _add)
    new.add_argument("vocabulary", metavar="VOCABULARY")
    new.add_argument("--code", default="", help="made from the English label when it is not given")
    _wording(new)
    edit = _term(command(verbs, shared, "edit", "word a term anew, a shipped one too", _edit))
    _wording(edit)
    merge = command(verbs, shared, "merge", "retire a term and read it as another from now on", _merge)
    _term(merge).add_argument("into", metavar="INTO")
    _term(command(verbs, shared, "retire", "offer a term no longer; old records keep it", _retire))
    _term(command(verbs, shared, "restore", "offer a retired or merged term again", _restore))


def _term(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("vocabulary", metavar="VOCABULARY")
    parser.add_argument("term", metavar="TERM", help="its code, a label or an alias")
    return parser


def _wording(parser: ArgumentParser) -> None:
    languages.add_labels(parser, "what it is called")
    parser.add_argument(
        "--alias",
        action="append",
        metavar="WORD",
        help="another word for it; may be given again, replaces all",
    )
    parser.add_argument("--map", metavar="CODE", help="the code of a list that is used elsewhere")
    parser.add_argument("--visibility", choices=[level.value for level in Visibility])


def _given(args: Namespace) -> TermWording:
    return TermWording(languages.labels(args), args.alias, args.map, args.visibility)


def _document(store: Store, term: Term) -> dict[str, Any]:
    return {
        "vocabulary": term.vocabulary,
        "code": term.code,
        "labels": dict(term.labels),
        "aliases": list(term.aliases),
        "map": term.map,
        "retired": term.retired,
        "into": term.into or None,
        "own": store.find(term.id) is not None,
        "id": term.id,
    }


def _line(term: Term) -> str:
    state = f"  -> {term.into}" if term.into else "  (retired)" if term.retired else ""
    return f"{term.code}  {' · '.join(term.labels.values())}{state}"


def _list(args: Namespace) -> int:
    if not args.vocabulary:
        terminal.emit(args, list(terms.VOCABULARIES), terms.VOCABULARIES)
        return 0
    with terminal.readable(args) as session:
        term_list = terms.listed(session.store, args.vocabulary, args.text)
        document = [_document(session.store, term) for term in term_list]
    terminal.emit(args, document, map(_line, term_list))
    return 0


def _show(args: Namespace) -> int:
    with terminal.readable(args) as session:
        term = terms.find(session.store, args.vocabulary, args.term)
        document = _document(session.store, term) | {"uses": terms.uses(session.store, term)}
    lines = [_line(term), "  " + ", ".join(term.aliases), f"  records that use it: {document['uses']}"]
    terminal.emit(args, document, [line for line in lines if line.strip()])
    return 0


def _add(args: Namespace) -> int:
    with terminal.unlocked(args) as session:
        term_id = terms.add(session, args.vocabulary, _given(args), args.code).result
        code = session.store.get(term_id).text("code")
        term = terms.find(session.store, args.vocabulary, code)
        document = _document(session.store, term)
    terminal.emit(args, document, [_line(term)])
    return 0


def _edit(args: Namespace) -> int:
    return _change(args, lambda session: terms.edit(session, args.vocabulary, args.term, _given(args)))


def _merge(args: Namespace) -> int:
    return _change(args, lambda session: terms.merge(session, args.vocabulary, args.term, args.into))


def _retire(args: Namespace) -> int:
    return _change(args, lambda session: terms.retire(session, args.vocabulary, args.term))


def _restore(args: Namespace) -> int:
    return _change(args, lambda session: terms.restore(session, args.vocabulary, args.term))


def _change(args: Namespace, work: Callable[[Session], Outcome[None]]) -> int:
    with terminal.unlocked(args) as session:
        code = terms.find(session.store, args.vocabulary, args.term).code
        changes = work(session).changes
        term = terms.find(session.store, args.vocabulary, code)
        document = _document(session.store, term) | {"act": changes.act}
    terminal.emit(args, document, [_line(term)])
    return 0
