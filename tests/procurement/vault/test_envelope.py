"""What is sealed opens with its own key in its own place, and nowhere else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.vault.envelope import SMALLEST, STEP, Context, Key, new_key, padded_length, seal, unseal
from procurement.vault.errors import Tampered

KEY = Key(b"k" * 32)
PLACE = Context(organisation=1, tender=2, lot=3, vault="bids", receipt="AAAA", part="bid")


@given(st.binary(max_size=20_000))
def test_what_goes_in_comes_out(plain: bytes) -> None:
    assert unseal(KEY, seal(KEY, plain, PLACE), PLACE) == plain


@given(st.binary(min_size=1, max_size=200), st.data())
def test_any_changed_bit_is_noticed(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, plain, PLACE))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(Tampered):
        unseal(KEY, bytes(sealed), PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"organisation": 9},
        {"tender": 9},
        {"lot": 9},
        {"vault": "prices"},
        {"receipt": "BBBB"},
        {"part": "file 1"},
    ],
)
def test_nothing_opens_in_another_place(elsewhere: dict[str, int | str]) -> None:
    sealed = seal(KEY, b"plain", PLACE)

    with pytest.raises(Tampered):
        unseal(KEY, sealed, replace(PLACE, **elsewhere))  # type: ignore[arg-type]


def test_places_do_not_run_into_each_other() -> None:
    one, other = replace(PLACE, receipt="A", part="B,C"), replace(PLACE, receipt="A,B", part="C")

    assert one.as_bytes() != other.as_bytes()


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Tampered):
        unseal(new_key(), seal(KEY, b"plain", PLACE), PLACE)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x02" + b"x" * 60, b"\x01" + b"x" * 12])
def test_what_was_never_sealed_is_refused(sealed: bytes) -> None:
    with pytest.raises(Tampered):
        unseal(KEY, sealed, PLACE)


def test_the_same_thing_sealed_twice_looks_different() -> None:
    assert seal(KEY, b"plain", PLACE) != seal(KEY, b"plain", PLACE)


@pytest.mark.parametrize(
    ("length", "padded"),
    [
        (0, SMALLEST),
        (SMALLEST - 8, SMALLEST),
        (SMALLEST - 7, 2 * SMALLEST),
        (STEP - 8, STEP),
        (STEP, 2 * STEP),
    ],
)
def test_lengths_come_in_few_sizes(length: int, padded: int) -> None:
    assert padded_length(length) == padded


def test_bids_of_other_lengths_look_alike() -> None:
    assert len(seal(KEY, b"x", PLACE)) == len(seal(KEY, b"x" * 4_000, PLACE))


def test_no_key_shows_itself() -> None:
    key = new_key()

    assert repr(key) == "Key()"


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Key(b"short")
