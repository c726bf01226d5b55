"""The window for the end-to-end test, started as tests/ui starts it."""

from tests.ui.conftest import no_swap, qapp_cls, shots, start

__all__ = ["no_swap", "qapp_cls", "shots", "start"]
