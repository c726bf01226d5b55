"""Work in a vault with the resources of a folder, and say how it looks in a language of theirs alone."""

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from hrddesk import paths
from hrddesk.jobs import silent

CHAIN = ("qqx", "en")


def main(folder: Path) -> dict[str, Any]:
    paths._CHECKOUT = folder / "resources"
    # Shipped words are read when a module is loaded.
    from hrddesk.actions import exports, forms, imports, parties, terms
    from hrddesk.crypto.keyslots import PassphraseSecret
    from hrddesk.records.kinds import Kind
    from hrddesk.session import Session
    from tests.made import PASSPHRASE, empty_vault

    secret = PassphraseSecret(PASSPHRASE)
    with closing(Session.open(empty_vault(folder / "desk.hrdv"), secret)) as session:
        term, _ = terms.add(session, "method", terms.Wording({"en": "Caged", "qqx": "q-caged-q"}))
        person, _ = parties.create(
            session, {"kind": "person", "sex": "female"}, {"names": [{"name": "Odal Brisk"}]}
        )
        exports.run(session, folder / "kit", "kit")
        before = session.store.get(term)
        done = imports.run(session, folder / "kit")
        for kind in forms.FORMATS:
            forms.export(session, "wgad", person, folder / f"form.{kind}", silent(), format=kind, chain=CHAIN)
        return {
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
