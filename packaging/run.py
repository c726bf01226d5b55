"""Run HRDDesk from a checkout: `python3 packaging/run.py ARGS` is `hrddesk ARGS`.

If the environment in `.venv` is missing, it is made first. Without arguments the window opens.
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # also where Python leaves it out (-P)

import environment
import system_packages


def main(arguments: list[str]) -> int:
    """Replace this process by the program; return an exit code only if that is not possible."""
    try:
        python = environment.ensure()
        if not arguments:
            system_packages.provide_window()
    except (environment.SetUpFailed, system_packages.CannotInstall) as error:
        environment.say(f"HRDDesk: {error}")
        return 1
    except KeyboardInterrupt:
        environment.say("HRDDesk: stopped; the next start begins anew.")
        return 130
    # -I: neither the current folder nor variables of Python decide what is imported.
    command = [str(python), "-I", "-m", "hrddesk", *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)  # exec there returns to the shell before the program ends


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
