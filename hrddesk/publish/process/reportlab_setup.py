"""The import of reportlab without settings of this machine or user.

On import, reportlab runs Python code from `reportlab_mods` and `reportlab_settings` anywhere on the path and
from `.reportlab_mods` and `.reportlab_settings` in the home folder, and reads settings from the environment.
`settle` must run before the first import of reportlab.
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
    """Restrict the settings of reportlab to its defaults and to ours; later calls have no effect."""
    for name in _LOOKED_FOR:
        # The import statement finds this empty module, so that neither the path nor the home folder
        # is searched.
        sys.modules[name] = ModuleType(name)
    for name in [name for name in os.environ if name.startswith("RL_")]:
        del os.environ[name]
    from reportlab import rl_config

    rl_config.invariant = 1  # no dates, no random ids
    rl_config.pageCompression = 1
    rl_config.useA85 = 0  # binary streams, not base 85
    rl_config.pdfMultiLine = 0
    rl_config.pdfComments = 0
