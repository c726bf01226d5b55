"""The window for the end-to-end test, started as tests/ui starts it."""

from tests.ui.conftest import qapp_cls, shots, start

__all__ = ["qapp_cls", "shots", "start"]
