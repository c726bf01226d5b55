"""Work in a vault with the resources of a folder, and say how it looks in a language of theirs alone."""

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from hrddesk.system import paths
from hrddesk.system.jobs import silent

CHAIN = ("qqx", "en")


def main(folder: Path) -> dict[str, Any]:
    paths._CHECKOUT = folder / "resources"
    # Shipped words are read when a module is loaded.
    from hrddesk.actions.analysis import figures
    from hrddesk.actions.interop import exports, forms, imports
    from hrddesk.actions.publishing import publications
    from hrddesk.actions.records import cases, events, parties, terms, visibility
    from hrddesk.actions.scope.publication_request import PublishRequest
    from hrddesk.analysis.figures.figure_questions import asked
    from hrddesk.crypto.keyslots import PassphraseSecret
    from hrddesk.publish.audit.audit import examine
    from hrddesk.publish.content.story import tell
    from hrddesk.publish.process.layout import lay_out
    from hrddesk.records.language.languages import Topic
    from hrddesk.records.model import codec
    from hrddesk.records.model.kinds import Kind
    from hrddesk.records.texts import wordings
    from hrddesk.store.vault.session import Session
    from tests.made import PASSPHRASE, empty_vault

    secret = PassphraseSecret(PASSPHRASE)
    with closing(Session.open(empty_vault(folder / "desk.hrdv"), secret)) as session:
        term = terms.add(session, "method", terms.TermWording({"en": "Caged", "qqx": "q-caged-q"})).result
        person = parties.create(
            session, {"kind": "person", "sex": "female"}, {"names": [{"name": "Odal Brisk"}]}
        ).result
        exports.run(session, folder / "kit", "kit")
        before = session.store.get(term)
        done = imports.run(session, folder / "kit")
        for kind in forms.FORMATS:
            forms.export(session, "wgad", person, folder / f"form.{kind}", silent(), format=kind, chain=CHAIN)
        case = cases.create(
            session, {"title": "One"}, {"parties": [{"party": person, "role": "subject"}]}
        ).result
        fields = {"type": "detained", "date": "qfrue en Qmar 2021"}
        event = events.add(session, case, fields, {"parties": [{"party": person, "role": "victim"}]}).result
        for record in (person, case, event):
            visibility.set_level(session, record, "public")
        request = PublishRequest(
            profile="names", languages=CHAIN[:1], label=frozenset([person]), figures=("Sexes",)
        )
        figures.save(session, "Sexes", asked(unit="persons", by=["sex"]))
        model = publications.preview(session, request).model
        # In this process: the one that prints knows the shipped resources alone.
        (folder / "printed.pdf").write_bytes(lay_out(model))
        return {
            "kin": [found.words for found in wordings.find("Told by Qpatro of hers", frozenset({Topic.KIN}))],
            "published": codec.write(model),
            "findings": len(examine((folder / "printed.pdf").read_bytes(), model, []).findings),
            "said": list(tell(model).texts()),
            "listed": [item.label(CHAIN) for item in terms.listed(session.store, "method", "q-")],
            "found": terms.find(session.store, "method", "Q-BEATING-Q").code,
            "languages": forms.languages(),
            "kit": (folder / "kit" / "terms.csv").read_text("utf-8"),
            "unchanged": session.store.get(term) == before,
            "imported": str(done),
            "people": len(session.store.ids(Kind.PARTY)),
        }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
