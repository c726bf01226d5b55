"""Fingerprints, their words and digits, and keys that come and go."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from hrddesk.bundle.trust import identity
from hrddesk.crypto.signatures import SigningKeys

KEYS = SigningKeys.from_seeds(bytes(range(32)), bytes(range(32, 64)))
PRINT = identity.fingerprint(KEYS.public)


def test_the_fingerprint_covers_both_keys() -> None:
    public = KEYS.public
    expected = hashlib.sha256(b"hrddesk/identity/v1\0" + public.ed25519 + public.mldsa65).digest()
    assert expected == PRINT
    other = SigningKeys.from_seeds(bytes(range(32)), bytes(32))
    assert identity.fingerprint(other.public) != PRINT


@given(st.binary(min_size=32, max_size=32))
def test_twelve_words_are_the_first_132_bits(print32: bytes) -> None:
    listed = Mnemonic("english").wordlist
    words = identity.words12(print32)
    assert len(words) == 12
    number = 0
    for word in words:
        number = number << 11 | listed.index(word)
    assert number == int.from_bytes(print32, "big") >> 124


@given(st.binary(min_size=32, max_size=32))
def test_sixty_digits_are_the_number(print32: bytes) -> None:
    digits = identity.digits60(print32)
    assert [len(group) for group in digits.split(" ")] == [5] * 12
    assert int(digits.replace(" ", "")) == int.from_bytes(print32, "big") % 10**60


def test_words_match_in_both_languages_and_as_digits() -> None:
    english, chinese = identity.words12(PRINT), identity.words12(PRINT, "chinese_simplified")
    digits = identity.digits60(PRINT)
    full_width = digits.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    for typed in (
        " ".join(english),
        "  \n".join(english).upper(),
        " ".join(chinese),
        "".join(chinese),
        "　".join(chinese),
        digits,
        digits.replace(" ", ""),
        full_width,
    ):
        assert identity.words_match(PRINT, typed)


def test_wrong_words_do_not_match() -> None:
    english = identity.words12(PRINT)
    other = identity.words12(bytes(32))
    for typed in (
        "",
        " ".join(english[:11]),
        " ".join([*english, "abandon"]),
        " ".join(reversed(english)),
        " ".join([*english[:11], other[11]]),
        " ".join(identity.words12(PRINT, "chinese_simplified")[:11]),
        identity.digits60(PRINT)[:-1],
        identity.digits60(bytes(32)),
        "\ud800",
    ):
        assert not identity.words_match(PRINT, typed)


def test_a_key_is_renewed_after_ninety_days_and_kept_for_a_hundred_and_eighty_more() -> None:
    first = identity.generate(1000)
    assert (first.serial, len(first.epochs)) == (1, 1)
    assert identity.renewed(first, 1089) == first
    second = identity.renewed(first, 1090)
    assert (second.serial, [epoch.since for epoch in second.epochs]) == (2, [1000, 1090])
    assert second.fingerprint == first.fingerprint
    assert second.current.key != first.current.key
    third = identity.renewed(second, 1270)
    assert [epoch.since for epoch in third.epochs] == [1000, 1090, 1270]
    assert [epoch.since for epoch in identity.renewed(third, 1271).epochs] == [1090, 1270]
    late = identity.renewed(first, 5000)
    assert [epoch.since for epoch in late.epochs] == [1000, 5000]


def test_a_restored_desk_has_a_newer_card_than_any_life_before_it() -> None:
    kept = identity.renewed(identity.generate(1000), 1090)
    first, later = identity.after_restore(kept, 1095), identity.after_restore(kept, 1096)
    at_once = identity.after_restore(first, 1095)
    same_day = identity.after_restore(identity.generate(1000), 1000)
    assert kept.serial < first.serial < later.serial  # both from one backup
    assert first.serial < at_once.serial
    assert [epoch.since for epoch in at_once.epochs] == [1000, 1090, 1095, 1096]
    assert (same_day.serial, same_day.current.since) == (1001, 1001)


def test_a_shorter_epoch_begins_with_the_next_key_and_its_card_promises_less() -> None:
    first = identity.generate(1000)
    second = identity.renewed(first, 1090, 30)
    third = identity.renewed(second, 1120, 30)
    assert [(epoch.since, epoch.days) for epoch in third.epochs] == [(1000, 90), (1090, 30), (1120, 30)]
    assert third.current.good_until == 1120 + 30 + 180
    assert [epoch.since for epoch in identity.renewed(third, 1271, 30).epochs] == [1090, 1120, 1271]
    assert [epoch.since for epoch in identity.renewed(third, 1301, 30).epochs] == [1120, 1301]


def test_a_key_lasts_as_long_as_its_card_promised_though_its_epoch_was_cut_short() -> None:
    first = identity.generate(1000)
    restored = identity.after_restore(first, 1010)
    assert first.current in identity.renewed(restored, 1000 + 270).epochs
    assert first.current not in identity.renewed(restored, 1000 + 271).epochs


def test_a_rotation_has_new_keys_that_the_old_ones_prove_for_180_days() -> None:
    first = identity.generate(1000)
    second = identity.rotated(first, 1010)
    assert second.fingerprint != first.fingerprint
    assert second.all_signing == (second.signing, first.signing)
    assert (second.serial, [epoch.since for epoch in second.epochs]) == (2, [1000, 1010])
    assert first.current.key == second.epochs[0].key  # bundles to the old identity may be on their way
    kept = identity.renewed(second, 1010 + 180)
    assert kept.previous == second.previous
    assert identity.renewed(second, 1010 + 181).all_signing == (second.signing,)


def test_secrets_are_not_shown() -> None:
    made = identity.generate(1000)
    assert made.signing.ed25519_seed.hex() not in repr(made)
    assert repr(made.current.key.seed) not in repr(made)
