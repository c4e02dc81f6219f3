"""Sealing bytes with AES-256-GCM, bound to the place where they belong and padded to a few lengths."""

import json
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from procurement.vault.errors import NOT_WHAT_WAS_SEALED, Tampered

KEY_BYTES = 32
SMALLEST = 4 * 1024  # bytes; what is smaller looks alike
STEP = 1024 * 1024  # above this, lengths are multiples of it; below, doublings of `SMALLEST`
_FORMAT = b"\x01"
_NONCE_BYTES = 12
_LENGTH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Key:
    """A secret of 32 bytes that never shows itself."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a sealed thing belongs. It opens nowhere else, so that rows cannot change places."""

    organisation: int
    tender: int
    lot: int
    vault: str
    receipt: str = ""
    part: str = ""  # "bid", "prices" or "file 1"

    def as_bytes(self) -> bytes:
        place = [self.organisation, self.tender, self.lot, self.vault, self.receipt, self.part]
        return json.dumps(place, separators=(",", ":")).encode()


def new_key() -> Key:
    return Key(os.urandom(KEY_BYTES))


def seal(key: Key, plain: bytes, context: Context) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return _FORMAT + nonce + AESGCM(key.secret).encrypt(nonce, _padded(plain), context.as_bytes())


def unseal(key: Key, sealed: bytes, context: Context) -> bytes:
    """The plain bytes. Raises `Tampered` for another key, another place or a changed byte."""
    nonce, cipher = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _FORMAT or len(nonce) != _NONCE_BYTES:
        raise Tampered(NOT_WHAT_WAS_SEALED)
    try:
        padded = AESGCM(key.secret).decrypt(nonce, cipher, context.as_bytes())
    except InvalidTag:
        raise Tampered(NOT_WHAT_WAS_SEALED) from None
    length = int.from_bytes(padded[:_LENGTH_BYTES])
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def padded_length(length: int) -> int:
    """How long `length` bytes become, so that the length of a sealed thing tells little."""
    whole = length + _LENGTH_BYTES
    if whole > STEP:
        return -(-whole // STEP) * STEP
    size = SMALLEST
    while size < whole:
        size *= 2
    return size


def _padded(plain: bytes) -> bytes:
    content = len(plain).to_bytes(_LENGTH_BYTES) + plain
    return content.ljust(padded_length(len(plain)), b"\0")
