"""The tests themselves run where there is no network: packaging/test.py makes such a place; this looks."""

import errno
import os
import socket
from pathlib import Path

import pytest


def test_the_tests_run_without_any_network() -> None:
    if os.environ.get("HRDDESK_TESTS_OFFLINE") != "1":
        if os.environ.get("CI") == "true":
            pytest.fail("the tests could reach a network")
        pytest.skip("the tests could reach a network; packaging/test.py takes it away, as root")
    interfaces = Path("/proc/self/net/dev").read_text("ascii").splitlines()[2:]
    assert [line.partition(":")[0].strip() for line in interfaces] == ["lo"]
    for family, address in (
        (socket.AF_INET, "127.0.0.1"),
        (socket.AF_INET, "192.0.2.1"),
        (socket.AF_INET6, "::1"),
        (socket.AF_INET6, "2001:db8::1"),
    ):
        with socket.socket(family, socket.SOCK_STREAM) as asked:
            asked.settimeout(5)
            # A loopback that were up would refuse the connection instead.
            assert asked.connect_ex((address, 9)) in (errno.ENETUNREACH, errno.EADDRNOTAVAIL), address
