"""Which libraries the window needs, read off the installed Qt; and what is done about missing ones."""

import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

Load = Callable[[str], ModuleType]

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ELF files")


def needed(path: Path) -> set[str]:
    """Return the DT_NEEDED names of a 64-bit little-endian ELF file (the format's section table)."""
    data = path.read_bytes()
    assert data[:6] == b"\x7fELF\x02\x01"
    table, size, count = (
        struct.unpack_from("<Q", data, 40)[0],
        *struct.unpack_from("<HH", data, 58),
    )
    sections = [struct.unpack_from("<IIQQQQII", data, table + size * number) for number in range(count)]
    names: set[str] = set()
    for _, kind, _, _, offset, length, link, _ in sections:
        if kind != 6:  # SHT_DYNAMIC
            continue
        strings = sections[link][4]
        for at in range(offset, offset + length, 16):
            tag, value = struct.unpack_from("<qQ", data, at)
            if tag == 1:  # DT_NEEDED
                start = strings + value
                names.add(data[start : data.index(b"\0", start)].decode())
    return names


@linux_only
def test_list_is_what_the_installed_qt_asks_for(script: Load) -> None:
    folder = Path(PySide6.__path__[0])
    libraries = folder / "Qt" / "lib"
    files = [libraries / f"libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "DBus", "Svg", "XcbQpa")]
    files.append(folder / "Qt" / "plugins" / "platforms" / "libqxcb.so")
    files += (folder / "Qt" / "plugins" / "xcbglintegrations").glob("*.so")
    files += (folder / f"Qt{name}.abi3.so" for name in ("Core", "Gui", "Widgets", "Svg"))
    asked = set().union(*(needed(path) for path in files if path.exists()))
    bundled = {path.name for path in libraries.iterdir()}
    of_every_system = (
        "libc.so",
        "libm.so",
        "libgcc_s.so",
        "libstdc++.so",
        "ld-linux",
        "libdl.so",
        "libpthread",
    )
    ours = ("libQt6", "libpyside6", "libshiboken6")
    wanted = {name for name in asked - bundled if not name.startswith((*of_every_system, *ours))}
    assert wanted == set(script("system_packages").WINDOW_LIBRARIES)


@linux_only
def test_missing_libraries_are_found_by_loading_them(script: Load) -> None:
    system_packages = script("system_packages")
    given = {"libc.so.6": "libc6", "libhrddesk-none.so.9": "none"}
    assert system_packages.missing_libraries(given) == {"libhrddesk-none.so.9": "none"}


def test_missing_commands_are_found_on_the_path(script: Load) -> None:
    system_packages = script("system_packages")
    assert system_packages.missing_commands({"sh": "dash", "hrddesk-none": "none"}) == {
        "hrddesk-none": "none"
    }


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put an `apt-get` first on the path that writes down how it is called."""
    log = tmp_path / "log"

    def make(body: str) -> Path:
        program = tmp_path / "apt-get"
        program.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> "{log}"\n{body}\n', "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        return log

    return make


def test_root_installs_and_updates_the_lists_only_where_that_is_needed(
    script: Load, apt: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    system_packages = script("system_packages")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0)
    log = apt("exit 0")
    system_packages.provide(["b", "a", "a"])
    install = "noninteractive install -y -q --no-install-recommends a b"
    assert log.read_text("utf-8").splitlines() == [install]
    log.unlink()
    apt(f'test "$1" = update && touch "{log}.fresh"; test -e "{log}.fresh"')
    system_packages.provide(["a", "b"])
    assert log.read_text("utf-8").splitlines() == [install, "noninteractive update -q", install]


def test_an_installation_that_fails_names_the_command(
    script: Load, apt: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    system_packages = script("system_packages")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0)
    apt("exit 100")
    with pytest.raises(system_packages.CannotInstall, match="apt-get install xvfb"):
        system_packages.provide(["xvfb"])


def test_what_is_missing_after_the_installation_is_named(
    script: Load, apt: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    system_packages = script("system_packages")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0)
    apt("exit 0")
    with pytest.raises(system_packages.CannotInstall, match="Still missing after the installation: qpdf"):
        system_packages._provide_all(lambda: {"qpdf": "qpdf"})


def test_who_is_not_root_gets_the_exact_command(
    script: Load, apt: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    system_packages = script("system_packages")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 1000)
    log = apt("exit 0")
    with pytest.raises(system_packages.CannotInstall) as caught:
        system_packages.provide(["libegl1", "libgl1"], needed=["libEGL.so.1", "libGL.so.1"])
    assert "libEGL.so.1, libGL.so.1" in str(caught.value)
    assert str(caught.value).endswith("    sudo apt-get install --no-install-recommends libegl1 libgl1")
    assert not log.exists()


def test_without_apt_the_missing_files_are_named(script: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    system_packages = script("system_packages")
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None)
    with pytest.raises(system_packages.CannotInstall, match=r"libEGL\.so\.1"):
        system_packages.provide(["libegl1"], needed=["libEGL.so.1"])
