"""Codes of six digits from a shared secret and the time (RFC 6238), and how an app learns the secret."""

import base64
import secrets
from datetime import datetime
from urllib.parse import quote, urlencode

import segno
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac
from django_otp.oath import hotp

STEP = 30  # seconds
TOLERANCE = 1  # steps that the clock of a phone may be off
ISSUER = "Tenderwijzer"
RECOVERY_CODES = 10


def new_secret() -> bytes:
    return secrets.token_bytes(20)


def matching_step(code: str, secret: bytes, *, at: datetime, after: int) -> int | None:
    """The step, later than `after`, in which the app shows this code; None when it does not."""
    now = int(at.timestamp()) // STEP
    for step in range(max(after + 1, now - TOLERANCE), now + TOLERANCE + 1):
        if secrets.compare_digest(code_in(secret, step).encode(), code.encode()):
            return step
    return None


def code_in(secret: bytes, step: int) -> str:
    return f"{hotp(secret, step):06}"


def spelled(secret: bytes) -> str:
    """As people type it in an app that cannot scan."""
    return base64.b32encode(secret).decode()


def address_of(secret: bytes, account: str) -> str:
    """What the picture says: the address that authenticator apps read."""
    label = quote(f"{ISSUER}:{account}")
    return f"otpauth://totp/{label}?{urlencode({'secret': spelled(secret), 'issuer': ISSUER})}"


def picture(address: str, title: str) -> str:
    """The QR code as SVG for in the page: black on white, whatever the colours of the page."""
    code = segno.make(address, error="m", micro=False)
    return str(code.svg_inline(scale=5, dark="#000", light="#fff", title=title))


def encrypted(secret: bytes) -> str:
    return _keys().encrypt(secret).decode()


def decrypted(stored: str) -> bytes:
    return _keys().decrypt(stored.encode())


def new_recovery_code() -> str:
    """Fifty bits, in two groups that are easy to type."""
    text = base64.b32encode(secrets.token_bytes(7)).decode().lower()[:10]
    return f"{text[:5]}-{text[5:]}"


def recovery_digest(factor: int, code: str) -> str:
    """A keyed hash: the codes themselves are on paper alone."""
    plain = code.strip().lower().replace("-", "").replace(" ", "")
    return salted_hmac("recovery code", f"{factor}:{plain}", algorithm="sha256").hexdigest()


def _keys() -> MultiFernet:
    """An older SECRET_KEY still decrypts as long as it is among the fallbacks."""
    return MultiFernet([_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> Fernet:
    digest = salted_hmac("second factor", "secret", secret=secret, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(digest))
