"""Import reportlab so that nothing of this machine or this person decides what it does.

On import it runs Python code from `reportlab_mods` and `reportlab_settings` anywhere on the path, from
`.reportlab_mods` and `.reportlab_settings` in the home folder, and takes settings from the environment.
`settle` must have run before the first import of reportlab.
"""

import os
import sys
from types import ModuleType

_LOOKED_FOR = (
    "reportlab.local_rl_mods",
    "reportlab.local_rl_settings",
    "reportlab_mods",
    "reportlab_settings",
)


def settle() -> None:
    """Shut out all settings of reportlab but its own defaults and ours; later calls change nothing."""
    for name in _LOOKED_FOR:
        # An empty module that is there already is what the import statement finds; with it found,
        # the home folder is not looked at.
        sys.modules[name] = ModuleType(name)
    for name in [name for name in os.environ if name.startswith("RL_")]:
        del os.environ[name]
    from reportlab import rl_config

    rl_config.invariant = 1  # no dates, no random ids
    rl_config.pageCompression = 1
    rl_config.useA85 = 0  # streams as they are, not as text
    rl_config.pdfMultiLine = 0
    rl_config.pdfComments = 0
