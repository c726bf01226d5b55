"""Check that every commit message says briefly what the commit does, and why: `check_commits.py [RANGE]`.

The subject is `area: Imperative`, at most 72 characters long; the body gives the reason.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parents[1]
SINCE: Final = "08971cd54b5c54290cf1f723cb7b5df11f2426e0..HEAD"
"""The commits that are held to it."""
_LONGEST: Final = 72
_FORM: Final = re.compile(r"[a-z][a-z0-9 _/-]*: [A-Z]")


def faults(message: str) -> list[str]:
    """Return the rules that a commit message breaks, in words."""
    subject, _, body = message.strip().partition("\n")
    wrong = []
    if len(subject) > _LONGEST:
        wrong.append(f"the subject has {len(subject)} characters; {_LONGEST} are the most")
    if not _FORM.match(subject):
        wrong.append("the subject is not `area: Imperative`")
    if not body.strip():
        wrong.append("no body gives the reason")
    return wrong


def main(arguments: list[str]) -> int:
    """Print the commits whose messages break a rule; return 1 if there are any, otherwise 0."""
    command = [
        "git",
        "-C",
        str(CHECKOUT),
        "log",
        "--no-merges",
        "--format=%h%n%B%x00",
        *(arguments or [SINCE]),
    ]
    log = subprocess.run(command, capture_output=True, text=True, check=False)
    if log.returncode:
        print("The commits since then are not here; none is checked.")
        return 0
    commits = [entry.strip().partition("\n") for entry in log.stdout.split("\0") if entry.strip()]
    wrong = [(name, message, fault) for name, _, message in commits for fault in faults(message)]
    for name, message, fault in wrong:
        print(f"{name} {message.splitlines()[0]}: {fault}")
    print(f"{len(commits)} commits are checked.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
