"""Check that the .ts files contain every text of the window, and that every text is translated.

The sentences of the core are taken from its source (`core_sentences`). `check_translations.py` compares;
`check_translations.py --write` brings the files up to date with lupdate.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent))

import core_sentences

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = "resources/i18n"
CHINESE = "hrddesk_zh_CN.ts"
ENGLISH = "hrddesk_en.ts"
COMPLETE = (CHINESE, ENGLISH)  # the English one has the plurals alone


def update(root: Path) -> None:
    """Let lupdate update the .ts files below the folder `root` from the sources in that folder."""
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder) / "core.py"
        core.write_text(core_sentences.for_lupdate(root / "hrddesk"), "utf-8")
        sources = sorted(str(path.relative_to(root)) for path in (root / "ui").rglob("*.py"))
        _update(root, [str(core), *sources])


def _update(root: Path, sources: list[str]) -> None:
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    for path in sorted((root / FOLDER).glob("*.ts")):
        # English texts stand in the sources, but for their plurals; the window reads the file when it starts.
        which = ["-pluralonly"] if path.name == ENGLISH else []
        subprocess.run(
            # Without line numbers: a line more in a source would be a change in every .ts file.
            [str(lupdate), "-silent", "-locations", "none", "-no-obsolete", *which, *sources, "-ts", path],
            cwd=root,
            check=True,
        )


def stale(checkout: Path = CHECKOUT) -> list[str]:
    """Return the names of the .ts files that lupdate would change; the files themselves stay as they are."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for package in ("hrddesk", "ui"):
            shutil.copytree(checkout / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(checkout / FOLDER, root / FOLDER)
        update(root)
        return [
            path.name
            for path in sorted((checkout / FOLDER).glob("*.ts"))
            if path.read_bytes() != (root / FOLDER / path.name).read_bytes()
        ]


def incomplete(path: Path) -> list[str]:
    """Return the texts of a .ts file that are not translated, as `Context: text`."""
    found = []
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [*translation.iter("numerusform")] or [translation]
            done = bool(forms) and all((form.text or "").strip() for form in forms)
            if translation is None or translation.get("type") is not None or not done:
                found.append(f"{context.findtext('name', '')}: {message.findtext('source', '')}")
    return found


def main(arguments: list[str]) -> int:
    """Print the problems found; return 1 if there are any, otherwise 0."""
    if arguments == ["--write"]:
        update(CHECKOUT)
        return 0
    names = {path.name for path in (CHECKOUT / FOLDER).glob("*.ts")}
    problems = [f"{name} is not there" for name in COMPLETE if name not in names]
    problems += [f"{name} is stale: run packaging/check_translations.py --write" for name in stale()]
    for name in sorted(names):
        problems += [f"{name}: not translated: {text}" for text in incomplete(CHECKOUT / FOLDER / name)]
    problems += [
        f"hrddesk/{place}: write Translatable(...), so that the window can say it in its language"
        for place in core_sentences.unmarked(CHECKOUT / "hrddesk")
    ]
    print("\n".join(problems) if problems else f"{len(names)} files are up to date and complete.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
