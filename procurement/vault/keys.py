"""The keys of a site. The first seals, all of them open: that is how a key is replaced by a new one."""

import base64
import binascii
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from procurement.vault.envelope import KEY_BYTES, Context, Key, new_key, seal, unseal
from procurement.vault.errors import KEY_IS_GONE, NO_KEY, NOT_A_KEY, BadKey, WrongKey

ID_LENGTH = 16


def key_id(key: Key) -> str:
    """By what a key is known without showing it: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(key.secret).hexdigest()[:ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A data key sealed with a key of the site."""

    content: bytes
    key_id: str


@dataclass(frozen=True, slots=True)
class SiteKeys:
    """At least one key; the newest first."""

    keys: tuple[Key, ...]

    def __post_init__(self) -> None:
        if not self.keys:
            raise BadKey(NO_KEY)

    @property
    def first_id(self) -> str:
        return key_id(self.keys[0])

    def wrap(self, data_key: Key, context: Context) -> Wrapped:
        return Wrapped(seal(self.keys[0], data_key.secret, context), self.first_id)

    def unwrap(self, wrapped: Wrapped, context: Context) -> Key:
        """Raises `WrongKey` when the key that wrapped it is not here, `Tampered` when it was changed."""
        for key in self.keys:
            if key_id(key) == wrapped.key_id:
                return Key(unseal(key, wrapped.content, context))
        raise WrongKey(KEY_IS_GONE.format(key=wrapped.key_id))


def encoded(key: Key) -> str:
    return base64.urlsafe_b64encode(key.secret).decode()


def read_keys(texts: Iterable[str]) -> SiteKeys:
    """The keys, one a text; empty texts and texts after # are skipped. Raises `BadKey`."""
    stripped = (text.strip() for text in texts)
    lines = [text for text in stripped if text and not text.startswith("#")]
    return SiteKeys(tuple(_key(text, place) for place, text in enumerate(lines, 1)))


def _key(text: str, place: int) -> Key:
    try:
        secret = base64.b64decode(text.encode(), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != KEY_BYTES:
        raise BadKey(NOT_A_KEY.format(place=str(place)))
    return Key(secret)


def read_key_file(file: Path) -> SiteKeys:
    """The keys in a file, one a line. Raises `BadKey`, also when there is no such file."""
    try:
        return read_keys(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        raise BadKey(NO_KEY) from None


def make_key_file(file: Path) -> None:
    """A new key in a file that only its owner reads; a file that is there already is left alone."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(f"{encoded(new_key())}\n")
    try:
        os.link(draft, file)  # whole or not at all, whoever else makes it now
    except FileExistsError:
        pass
    finally:
        draft.unlink()
