"""Bech32 (BIP 173) without its length limit, as age encodes keys. Lower case only."""

from collections.abc import Iterable

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM = 6


def encode(prefix: str, data: bytes) -> str:
    """Return the encoded text: `prefix`, "1", `data`, and the checksum."""
    values = _regroup(data, 8, 5, pad=True)
    check = _polymod([*_expanded(prefix), *values, *([0] * _CHECKSUM)]) ^ 1
    values += [(check >> 5 * (_CHECKSUM - 1 - place)) & 31 for place in range(_CHECKSUM)]
    return prefix + "1" + "".join(_ALPHABET[value] for value in values)


def decode(prefix: str, text: str) -> bytes:
    """Return the data that `text` encodes; raise ValueError unless `encode` would write exactly this text."""
    body = text.removeprefix(prefix + "1")
    if body == text or len(body) < _CHECKSUM or not set(body) <= set(_ALPHABET):
        raise ValueError("this is not a key of the kind that is asked for")
    values = [_ALPHABET.index(character) for character in body]
    if _polymod([*_expanded(prefix), *values]) != 1:
        raise ValueError("the checksum of the key does not fit: a character is wrong")
    return bytes(_regroup(values[:-_CHECKSUM], 5, 8, pad=False))


def _expanded(prefix: str) -> list[int]:
    codes = prefix.encode("ascii")
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, term in enumerate(_GENERATOR):
            if top >> place & 1:
                check ^= term
    return check


def _regroup(values: Iterable[int], from_bits: int, to_bits: int, *, pad: bool) -> list[int]:
    accumulator, bits, result = 0, 0, []
    for value in values:
        accumulator, bits = accumulator << from_bits | value, bits + from_bits
        while bits >= to_bits:
            bits -= to_bits
            result.append(accumulator >> bits)
            accumulator &= (1 << bits) - 1
    if pad and bits:
        result.append(accumulator << (to_bits - bits))
    if not pad and (bits >= from_bits or accumulator):
        raise ValueError("the key has bits that it should not have")
    return result
