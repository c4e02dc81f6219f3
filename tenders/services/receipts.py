"""Receipt numbers: all that stays readable of a sealed bid, and what its row must still hash to."""

import hashlib
import secrets
from collections.abc import Sequence

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0, O, 1 or I: people read these to each other
_GROUPS, _GROUP = 4, 4


def new_receipt() -> str:
    """For example `7KQT-4M2X-9HPC-R3WD`: 80 random bits, so that nobody finds one by trying."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def as_receipt(typed: str) -> str:
    """What somebody typed, in the form in which receipts are stored."""
    return "-".join(typed.upper().replace("-", " ").split())


def fingerprint(ciphertexts: Sequence[bytes]) -> str:
    """SHA-256 over the ciphertexts of a bid and its files, in order; the log keeps it."""
    parts = "".join(hashlib.sha256(each).hexdigest() for each in ciphertexts)
    return hashlib.sha256(parts.encode()).hexdigest()
