"""Rebuild resources/fonts from the packages that they come from, and check every byte.

Usage: python3 packaging/fetch_fonts.py [FOLDER]

Needs npm, apt-get and dpkg-deb. The packages come through these ordinary clients, as they are set up on
the machine; nothing is written unless all files have the digests of resources/fonts/SHA256SUMS.
FOLDER is resources/fonts unless named.
"""

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SUMS = FONTS / "SHA256SUMS"

# package -> (member, name in resources/fonts)
NPM = {
    "@expo-google-fonts/noto-sans-sc@0.4.3": [
        ("package/400Regular/NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf"),
        ("package/700Bold/NotoSansSC_700Bold.ttf", "NotoSansSC-Bold.ttf"),
        ("package/LICENSE_FONT", "LICENCE-NotoSansSC.txt"),
    ],
    "@expo-google-fonts/noto-sans@0.4.2": [
        ("package/400Regular/NotoSans_400Regular.ttf", "NotoSans-Regular.ttf"),
        ("package/700Bold/NotoSans_700Bold.ttf", "NotoSans-Bold.ttf"),
        ("package/LICENSE_FONT", "LICENCE-NotoSans.txt"),
    ],
}
DEBIAN = {
    "fonts-noto-core": [
        ("usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf", "NotoSansArabic-Regular.ttf"),
        ("usr/share/fonts/truetype/noto/NotoSerifTibetan-Regular.ttf", "NotoSerifTibetan-Regular.ttf"),
        ("usr/share/fonts/truetype/noto/NotoSansMongolian-Regular.ttf", "NotoSansMongolian-Regular.ttf"),
        ("usr/share/doc/fonts-noto-core/copyright", "LICENCE-fonts-noto-core.txt"),
    ],
}


def fetch(folder: Path) -> dict[str, bytes]:
    """Download the packages into `folder`; return the content of the files that we use, by our file names."""
    found: dict[str, bytes] = {}
    for package, members in NPM.items():
        output = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
        ).stdout
        with tarfile.open(folder / output.split()[-1]) as archive:
            found |= take(archive, members)
    for package, members in DEBIAN.items():
        subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True)
        (deb,) = folder.glob(f"{package}_*.deb")
        output_bytes = subprocess.run(
            ["dpkg-deb", "--fsys-tarfile", deb], check=True, capture_output=True
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(output_bytes)) as archive:
            found |= take(archive, members)
    return found


def take(archive: tarfile.TarFile, members: list[tuple[str, str]]) -> dict[str, bytes]:
    """Return the content of `members` of `archive`, by our file names.

    The names in the archive may or may not begin with "./".
    """
    names = {name.removeprefix("./"): name for name in archive.getnames()}
    result = {}
    for member, ours in members:
        source = archive.extractfile(names[member])
        if source is None:
            raise SystemExit(f"{member} is not a file")
        result[ours] = source.read()
    return result


def sums(files: dict[str, bytes]) -> str:
    """Return the lines that `sha256sum` would print for these files."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))


def main() -> None:
    """Download the fonts, compare them with the list of digests, and write them."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS
    with tempfile.TemporaryDirectory() as folder:
        files = fetch(Path(folder))
    fresh = sums(files)
    if SUMS.is_file() and SUMS.read_text("ascii") != fresh:
        raise SystemExit(
            f"The packages hold other files than {SUMS.name} says; nothing was written:\n{fresh}"
        )
    target.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (target / name).write_bytes(data)
    (target / SUMS.name).write_text(fresh, "ascii", newline="\n")
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes in {target}")


if __name__ == "__main__":
    if missing := [tool for tool in ("npm", "apt-get", "dpkg-deb") if shutil.which(tool) is None]:
        raise SystemExit(f"This needs {', '.join(missing)}.")
    main()
