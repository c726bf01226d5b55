"""List the licences of all packages that the program needs; fail if one is unknown or does not fit.

HRDDesk is GPL-3.0-or-later: what it is shipped with must be compatible with that.
"""

import re
import sys
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

# As the packages name their licences in their metadata; each compatible with GPL-3.0-or-later.
FITTING = re.compile(
    r"\b(apache|bsd|gpl-3|hpnd|lgpl-3|mit|mozilla public license 2|mpl-2|psf|zlib"
    r"|python software foundation)",
    re.IGNORECASE,
)

# Packages whose metadata says nothing; read in the licence file that they install.
READ_IN_THE_FILE = {"sqlcipher3": "Zlib; within it SQLCipher, BSD-3-Clause, and OpenSSL, Apache-2.0"}


def locked(lock: Path) -> list[str]:
    """Return the packages of a lock file that are installed on this platform."""
    names = re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock.read_text("utf-8"), re.MULTILINE)
    return [name for name in names if _installed(name)]


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def licence(name: str) -> str:
    """Return the licence that a package names, in one line, or "" if it names none."""
    said = metadata.metadata(name).json
    expression = said.get("license_expression")
    classifiers = [
        str(line).rsplit(" :: ", 1)[1]
        for line in said.get("classifier", [])
        if str(line).startswith("License ::") and str(line).count(" :: ") > 1
    ]
    free_text = str(said.get("license", "")).strip().splitlines()
    named = str(expression or "") or ", ".join(classifiers) or (free_text[0] if free_text else "")
    return named or READ_IN_THE_FILE.get(name, "")


def fits(text: str) -> bool:
    """Tell whether a licence is compatible with that of HRDDesk."""
    return FITTING.search(text) is not None


def fonts_without_licence(folder: Path) -> list[str]:
    """Return the fonts without a licence text in the same folder."""
    if any(re.search(r"OFL|LICEN[CS]E", path.name, re.IGNORECASE) for path in folder.rglob("*.txt")):
        return []
    return [path.name for path in folder.rglob("*.[ot]tf")]


def main() -> int:
    """Print the list of licences; return 1 if one is unknown or does not fit, otherwise 0."""
    wrong = []
    for name in locked(CHECKOUT / "packaging" / "requirements.txt"):
        text = licence(name)
        print(f"{name:<22}{metadata.version(name):<12}{text}")
        if not fits(text):
            wrong.append(f"{name}: the licence {text!r} is not among those that fit GPL-3.0-or-later")
    wrong += [
        f"{name}: no licence text lies beside it" for name in fonts_without_licence(CHECKOUT / "resources")
    ]
    print("\n".join(wrong) if wrong else "All fit GPL-3.0-or-later.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
