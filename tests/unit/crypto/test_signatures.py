"""Both signatures, against each other's tools: ssh-keygen and openssl."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrddesk.crypto import signatures
from hrddesk.crypto.signatures import SigningKeys, VerifyKeys

KEYS = SigningKeys.from_seeds(bytes(range(32)), bytes(range(32, 64)))
PUBLIC = KEYS.public
OTHER = SigningKeys.from_seeds(bytes(32), bytes(32)).public
NAMESPACE, CONTEXT, MESSAGE = "hrddesk-bundle-v1", b"hrddesk-bundle-v1", b"a message\n"

needs_ssh_keygen = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen here")


def openssl_signs_mldsa() -> bool:
    if shutil.which("openssl") is None:
        return False
    listed = subprocess.run(
        ["openssl", "list", "-signature-algorithms"], capture_output=True, text=True, check=True
    )
    return "ML-DSA-65" in listed.stdout


needs_openssl = pytest.mark.skipif(not openssl_signs_mldsa(), reason="no openssl with ML-DSA here")


def run(*command: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([str(part) for part in command], input=stdin, capture_output=True, timeout=60)


# --- SSHSIG ----------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(st.binary(max_size=300))
def test_a_signature_holds_for_its_message_only(message: bytes) -> None:
    signature = signatures.sshsig_sign(KEYS, NAMESPACE, message)
    assert signatures.sshsig_verify(PUBLIC, NAMESPACE, message, signature)
    assert not signatures.sshsig_verify(PUBLIC, NAMESPACE, message + b"x", signature)
    assert not signatures.sshsig_verify(PUBLIC, "hrddesk-card-v1", message, signature)
    assert not signatures.sshsig_verify(OTHER, NAMESPACE, message, signature)


@needs_ssh_keygen
def test_ssh_keygen_accepts_ours(tmp_path: Path) -> None:
    (tmp_path / "signers").write_text(f"desk {signatures.ssh_public_line(PUBLIC, 'desk')}\n")
    (tmp_path / "sig").write_text(signatures.sshsig_sign(KEYS, NAMESPACE, MESSAGE))
    verify = ("ssh-keygen", "-Y", "verify", "-f", tmp_path / "signers", "-I", "desk", "-s", tmp_path / "sig")
    done = run(*verify, "-n", NAMESPACE, stdin=MESSAGE)
    assert done.returncode == 0, done.stderr
    assert b'Good "hrddesk-bundle-v1" signature for desk' in done.stdout
    assert run(*verify, "-n", NAMESPACE, stdin=MESSAGE + b"x").returncode != 0
    assert run(*verify, "-n", "other", stdin=MESSAGE).returncode != 0


@needs_ssh_keygen
def test_we_accept_those_of_ssh_keygen(tmp_path: Path) -> None:
    key = tmp_path / "key"
    assert run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key).returncode == 0
    (tmp_path / "m").write_bytes(MESSAGE)
    assert run("ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", NAMESPACE, tmp_path / "m").returncode == 0
    line = (tmp_path / "key.pub").read_text().split()
    theirs = VerifyKeys(base64.b64decode(line[1])[-32:], PUBLIC.mldsa65)
    signature = (tmp_path / "m.sig").read_text()
    assert signatures.sshsig_verify(theirs, NAMESPACE, MESSAGE, signature)
    assert not signatures.sshsig_verify(theirs, NAMESPACE, MESSAGE + b"x", signature)
    assert signatures.ssh_public_line(theirs, line[2]).split() == line
    # another hash is a different way to say the same, and there shall be one
    (tmp_path / "m.sig").unlink()
    sha256 = run(
        "ssh-keygen", "-q", "-Y", "sign", "-O", "hashalg=sha256", "-f", key, "-n", NAMESPACE, tmp_path / "m"
    )
    assert sha256.returncode == 0
    assert not signatures.sshsig_verify(theirs, NAMESPACE, MESSAGE, (tmp_path / "m.sig").read_text())


def test_every_changed_character_of_a_signature_is_refused() -> None:
    signature = signatures.sshsig_sign(KEYS, NAMESPACE, MESSAGE)
    for place, character in enumerate(signature):
        for other in ("A", "B", "\n", " "):
            if other != character:
                changed = signature[:place] + other + signature[place + 1 :]
                assert not signatures.sshsig_verify(PUBLIC, NAMESPACE, MESSAGE, changed), (place, other)


def test_there_is_one_way_to_write_a_signature() -> None:
    signature = signatures.sshsig_sign(KEYS, NAMESPACE, MESSAGE)
    lines = signature.splitlines()
    for other in (
        "",
        lines[0] + "\n" + lines[-1] + "\n",
        signature + "\n",
        " " + signature,
        signature[:-1],
        signature.replace("\n", "\r\n"),
        "\n".join([lines[0], "".join(lines[1:-1]), lines[-1], ""]),
        signature.replace("SSH SIGNATURE", "SSH  SIGNATURE"),
        signature.replace(lines[1][:4], "é" * 4),
        lines[0] + "\nAAAA\n" + lines[-1] + "\n",
        lines[0] + "\nA\n" + lines[-1] + "\n",
    ):
        assert not signatures.sshsig_verify(PUBLIC, NAMESPACE, MESSAGE, other)


def test_a_signature_names_the_key_that_it_claims_to_be_by() -> None:
    keys = SigningKeys.generate()
    armoured = signatures.sshsig_sign(keys, "hrddesk-test", b"a message")
    assert signatures.sshsig_signer("hrddesk-test", armoured) == keys.public.ed25519
    for other in ("", "none", armoured[:-1], armoured + "\n", armoured.replace("U1NIU0lH", "U1NIU0lI")):
        assert signatures.sshsig_signer("hrddesk-test", other) is None
    assert signatures.sshsig_signer("another", armoured) is None


def test_a_public_line_is_one_line() -> None:
    assert signatures.ssh_public_line(PUBLIC, "").startswith("ssh-ed25519 AAAA")
    assert signatures.ssh_public_line(PUBLIC, "").count(" ") == 1
    with pytest.raises(ValueError, match="one line"):
        signatures.ssh_public_line(PUBLIC, "desk\nssh-ed25519 AAAA")


# --- ML-DSA-65 -------------------------------------------------------------------------------------------


def test_mldsa_holds_for_its_message_and_context_only() -> None:
    signature = signatures.mldsa_sign(KEYS, CONTEXT, MESSAGE)
    assert len(signature) == 3309
    assert signatures.mldsa_verify(PUBLIC, CONTEXT, MESSAGE, signature)
    assert not signatures.mldsa_verify(PUBLIC, CONTEXT, MESSAGE + b"x", signature)
    assert not signatures.mldsa_verify(PUBLIC, b"hrddesk-card-v1", MESSAGE, signature)
    assert not signatures.mldsa_verify(PUBLIC, b"", MESSAGE, signature)
    assert not signatures.mldsa_verify(OTHER, CONTEXT, MESSAGE, signature)
    for wrong in (b"", signature[:-1], signature + b"x", bytes(3309)):
        assert not signatures.mldsa_verify(PUBLIC, CONTEXT, MESSAGE, wrong)
    for place in range(0, len(signature), 97):
        changed = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
        assert not signatures.mldsa_verify(PUBLIC, CONTEXT, MESSAGE, changed)


@needs_openssl
def test_openssl_accepts_ours(tmp_path: Path) -> None:
    (tmp_path / "public.pem").write_text(signatures.mldsa_public_pem(PUBLIC))
    (tmp_path / "m").write_bytes(MESSAGE)
    (tmp_path / "sig").write_bytes(signatures.mldsa_sign(KEYS, CONTEXT, MESSAGE))
    verify: list[str | Path] = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey"]
    verify += (tmp_path / "public.pem", "-rawin", "-in", tmp_path / "m", "-sigfile", tmp_path / "sig")
    done = run(*verify, "-pkeyopt", "context-string:hrddesk-bundle-v1")
    assert done.returncode == 0, done.stderr
    assert b"Signature Verified Successfully" in done.stdout
    assert run(*verify, "-pkeyopt", "context-string:other").returncode != 0
    assert run(*verify).returncode != 0


@needs_openssl
def test_we_accept_those_of_openssl(tmp_path: Path) -> None:
    key, message = tmp_path / "key.pem", tmp_path / "m"
    message.write_bytes(MESSAGE)
    assert run("openssl", "genpkey", "-algorithm", "ML-DSA-65", "-out", key).returncode == 0
    public = run("openssl", "pkey", "-in", key, "-pubout", "-outform", "DER").stdout
    theirs = VerifyKeys(PUBLIC.ed25519, public[-1952:])
    context = ("-pkeyopt", "context-string:hrddesk-bundle-v1")
    sign = run("openssl", "pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", message, *context)
    assert signatures.mldsa_verify(theirs, CONTEXT, MESSAGE, sign.stdout)
    assert not signatures.mldsa_verify(theirs, CONTEXT, MESSAGE + b"x", sign.stdout)


@needs_openssl
def test_openssl_derives_the_same_keys_from_our_seeds(tmp_path: Path) -> None:
    made = ("openssl", "genpkey", "-algorithm", "ML-DSA-65", "-outform", "DER")
    private = run(*made, "-pkeyopt", f"hexseed:{KEYS.mldsa_seed.hex()}").stdout
    (tmp_path / "key.der").write_bytes(private)
    public = run("openssl", "pkey", "-in", tmp_path / "key.der", "-pubout", "-outform", "DER").stdout
    assert public[-1952:] == PUBLIC.mldsa65


# --- keys ------------------------------------------------------------------------------------------------


def test_keys_come_from_seeds_and_do_not_show() -> None:
    assert SigningKeys.from_seeds(KEYS.ed25519_seed, KEYS.mldsa_seed).public == PUBLIC
    assert SigningKeys.generate().public != SigningKeys.generate().public
    assert "\\x" not in repr(KEYS)


@pytest.mark.parametrize(("first", "second"), [(31, 32), (32, 31), (0, 64)])
def test_seeds_have_32_bytes(first: int, second: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKeys(bytes(first), bytes(second))


def test_public_keys_have_their_lengths() -> None:
    for keys in ((PUBLIC.ed25519[1:], PUBLIC.mldsa65), (PUBLIC.ed25519, PUBLIC.mldsa65 + b"x")):
        with pytest.raises(ValueError, match="length"):
            VerifyKeys(*keys)


def on_curve(encoded: bytes) -> tuple[int, int] | None:
    """Decompress an Ed25519 point with plain arithmetic, taking non-canonical encodings too."""
    y = (int.from_bytes(encoded, "little") & ((1 << 255) - 1)) % P
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    return None if (x * x - square) % P else (x, y)


P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P


def twice(point: tuple[int, int]) -> tuple[int, int]:
    x, y = point
    product = D * x * x * y * y
    return (
        2 * x * y * pow(1 + product, -1, P) % P,
        (y * y + x * x) * pow(1 - product, -1, P) % P,
    )


def test_the_keys_that_are_refused_are_those_of_small_order() -> None:
    for encoded in signatures._SMALL_ORDER:
        point = on_curve(encoded)
        assert point is not None
        assert twice(twice(twice(point))) == (0, 1)
        for sign in (0, 0x80):
            with pytest.raises(ValueError, match="small order"):
                VerifyKeys(encoded[:31] + bytes([encoded[31] | sign]), PUBLIC.mldsa65)
    # the eight points have these five canonical values of y; the two above the prime repeat 0 and 1
    values = {int.from_bytes(encoded, "little") % P for encoded in signatures._SMALL_ORDER}
    assert len(values) == 5
    ordinary = on_curve(PUBLIC.ed25519)
    assert ordinary is not None
    assert twice(twice(twice(ordinary))) != (0, 1)


def test_a_key_that_is_no_point_verifies_nothing() -> None:
    off = next(encoded for value in range(2, 99) if on_curve(encoded := value.to_bytes(32, "little")) is None)
    signature = signatures.sshsig_sign(KEYS, NAMESPACE, MESSAGE)
    blob = base64.b64decode("".join(signature.splitlines()[1:-1]))
    forged = signatures._armour(off, NAMESPACE, blob[-64:])
    assert not signatures.sshsig_verify(VerifyKeys(off, PUBLIC.mldsa65), NAMESPACE, MESSAGE, forged)
