"""Say which test failed when it fails: a run that is stopped before its end would name none."""

from typing import Final

import pytest

_LAST_LINES: Final = 30


class SaidAtOnce:
    """A plugin of the process that collects the reports of all tests."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Print the name and the last lines of a failure."""
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if not report.failed or terminal is None:
            return
        terminal.ensure_newline()
        terminal.write_line(f"FAILED {report.nodeid} ({report.when})", red=True)
        for line in report.longreprtext.splitlines()[-_LAST_LINES:]:
            terminal.write_line(f"    {line}")
