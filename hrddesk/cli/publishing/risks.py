"""The risks of a publication on the command line: their messages, and the decisions about them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hrddesk.actions.publishing.changed_places import ChangedPlace
from hrddesk.actions.publishing.chosen_figures import CloseCounts
from hrddesk.actions.publishing.namesakes import Namesake
from hrddesk.actions.publishing.publication_preview import HeldRow, Preview
from hrddesk.actions.publishing.publication_risks import (
    PERSON_BY_PERSON,
    CountsDiffer,
    LeftBehind,
    OfOneSource,
    Risk,
    RiskKind,
    SaysMore,
    StoodBefore,
    Unasked,
)
from hrddesk.actions.scope.held_labels import TakenOff
from hrddesk.cli.console import decision_files
from hrddesk.cli.console.commands import whole_number
from hrddesk.errors import InvalidValue
from hrddesk.publish.content.font_gaps import Gap, ScriptGap
from hrddesk.records.language.labels import EN
from hrddesk.records.model import codec
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk.redact.risks.combinations import Rare
from hrddesk.store.records.store import Store

_ANSWERS, _LABELS_OFF = "answers", "labels_off"


def read(store: Store, file: str | None) -> tuple[dict[str, str], dict[RecordId, TakenOff]]:
    """Return the answers to risks and the labels to remove from a file of decisions; both are empty for None.

    Raise FileUnreadable, InvalidValue, and RecordNotFound for a person who is not in the vault.
    """
    if file is None:
        return {}, {}
    decisions = decision_files.read(Path(file), _ANSWERS, _LABELS_OFF)
    for key in decisions[_ANSWERS]:
        if key.partition(":")[0] not in tuple(RiskKind):
            raise InvalidValue(field="decisions", why=f"there is no kind of risk {key.partition(':')[0]}")
        if key in PERSON_BY_PERSON:
            raise InvalidValue(field="decisions", why=f"answer each {key} by its own key")
    return decisions[_ANSWERS], dict(_label_off(store, *item) for item in decisions[_LABELS_OFF].items())


def _label_key(row: HeldRow) -> str:
    """Return the key with which a file of decisions removes a label; `_label_off` reads it."""
    return f"{row.ref}:{row.publication}"


def _label_off(store: Store, key: str, reason: str) -> tuple[RecordId, TakenOff]:
    """Return the person whose label a key removes, with the number of the label's publication and the reason.

    A label that is set again later has another key.
    """
    ref, _, digits = key.rpartition(":")
    number = whole_number(digits)
    if not ref or number is None:
        raise InvalidValue(
            field="decisions", why="take off each label by its key, REF:N, as the preview gives it"
        )
    return store.by_ref(ref, Kind.PARTY).id, TakenOff(number, reason)


def documents(preview: Preview, refs: Mapping[Any, str]) -> dict[str, Any]:
    """Return the risks, and the labels of earlier publications that apply or are taken off, as JSON."""
    return {
        "risks": [
            {
                "key": risk.key,
                "kind": risk.kind.value,
                "party": None if risk.party is None else refs.get(risk.party, risk.party),
                "message": message(risk, preview, refs),
            }
            for risk in preview.risks
        ],
        "held": [
            {
                "key": _label_key(row),
                "party": row.ref,
                "name": row.name,
                "publication": row.publication,
                "label": codec.write(row.label),
                "why": row.why.value,
                "taken_off": row.reason or None,
            }
            for row in preview.held
        ],
    }


def lines(preview: Preview, refs: Mapping[Any, str]) -> Iterator[str]:
    """Yield the labels of earlier publications and the risks as lines; the line of a risk begins with its
    kind.
    """
    yield from map(_held, preview.held)
    kinds = [risk.kind for risk in preview.risks]
    for index, risk in enumerate(preview.risks):
        if risk.kind is RiskKind.RECOGNISABLE and index == kinds.index(risk.kind):
            yield "The authorities involved will recognise these people anyway; this is about other readers:"
        yield f"risk {risk.kind}: {message(risk, preview, refs)}"


def _held(row: HeldRow) -> str:
    if row.label is None:
        label = f"the name {row.name} is protected"
    else:
        label = f"{row.name} was {row.label.said(EN)} in publication {row.publication}"
    if row.reason:
        return f"label taken off: {label}"
    why = "as everybody in this series" if row.why == "series" else "chosen for this person"
    return f"label kept: {label}, {why}; key: {_label_key(row)}"


def message(risk: Risk, preview: Preview, refs: Mapping[Any, str]) -> str:
    """Return the message of a risk."""
    about = risk.about
    who = "" if risk.party is None else refs.get(risk.party, risk.party)
    if isinstance(about, Namesake):
        which = "this publication" if about.publication is None else f"publication {about.publication}"
        return (
            f"{who} is named here, and {which} protects somebody of this name. "
            f"The same person: --label {who}, which counts them as one more, or rather make the two records "
            f"one: duplicate merge KEPT {who}. "
            f'Another person: --decisions with {{"answers": {{"{risk.key}": "how you know"}}}}'
        )
    if isinstance(about, Rare):
        better = f"; five or more with --coarser {' or '.join(about.coarser)}" if about.coarser else ""
        traits = ", ".join(about.traits)
        return (
            f"{about.label.said(EN)} in {refs.get(about.case, '')} can be recognised: only {about.fits} "
            f"case(s) on file have this: {traits}{better}"
        )
    if isinstance(about, OfOneSource):
        return (
            f"{about.facts} fact(s) of {refs.get(about.case, about.case)} are known from one confidential "
            "source only, who may be recognised by them: leave them out, tell less, or cite a public document"
        )
    if isinstance(about, StoodBefore):
        if risk.kind is RiskKind.NAMED_BEFORE:
            return f"{who} was named in publication {about.publication}: a label does not hide them any more"
        return f"{who} stood without a name in publication {about.publication}, and is named here"
    if isinstance(about, Unasked):
        return (
            f"{len(about.people)} people are named whom nobody asked, and whom no public document names "
            f"({', '.join(about.names)}): "
            "`consent list --state missing` shows them; `consent add` says what they answered"
        )
    if isinstance(about, ChangedPlace):
        return _changed(about)
    if isinstance(about, SaysMore):
        return (
            f"{about.what}: more detail than in publication {about.publication} "
            f"({', '.join(about.details)}); readers of both can compare"
        )
    if isinstance(about, CountsDiffer):
        return (
            f"figure {about.figure}: {about.counts} count(s) differ by 1 to 4 from publication "
            f"{about.publication}; readers of both can subtract"
        )
    if isinstance(about, CloseCounts):
        less = f"figure {about.other}" if about.other else "the people that are printed"
        return f"figure {about.figure} less {less} tells of {about.by} only"
    if isinstance(about, LeftBehind):
        where = preview.where.get(about.why, ())
        return f"left out: {about.count} {about.why.value}" + (f": {', '.join(where)}" if where else "")
    if isinstance(about, Gap):
        name = f" ({about.name})" if about.name else ""
        printed = f"printed as [{about.number}], {about.times} time(s)"
        return f"no font has {about.number}{name}: {printed}, first in: {about.words}"
    if isinstance(about, ScriptGap):
        staying_texts = [f"{text} ({words}…)" for text, words in about.texts]
        staying = [f"no text with its letters goes out: {', '.join(staying_texts)}"] if staying_texts else []
        printed = f"{about.times} character(s) are printed as numbers, first in: {about.words}"
        return f"no font for {about.script}: " + "; ".join([*staying, *([printed] if about.times else [])])
    return (
        f"the text {about.ref} of {about.case} tells more ({about.tells}) of somebody labelled: "
        f"{', '.join(about.words)}"
    )


def _changed(place: ChangedPlace) -> str:
    values = ", then ".join(value or "none" for value in place.values)
    if place.field == "kind":
        return f"the place {place.told} is printed for its kind, which was changed: {values}"
    return f"{place.told} is printed for the place {place.name}, which was moved: {values}"
