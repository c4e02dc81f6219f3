"""The bids under a label of their own for each assessor, in an order that no name, price or date decides.

Order and labels follow from the seed of the assessor and the key of the bid by a keyed hash. A bid that
comes or goes leaves the order of the others as it was; two assessors who compare notes cannot use labels.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from procurement.language import Text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TOKEN_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Labelled:
    """One bid as one assessor sees it. `token` stands in addresses and field names."""

    key: int
    letters: str
    token: str

    @property
    def label(self) -> Text:
        return Text(nl=f"Inschrijver {self.letters}", en=f"Bidder {self.letters}")


def labelled(seed: str, keys: Iterable[int]) -> tuple[Labelled, ...]:
    """The bids in the order of the assessor with this seed."""
    ordered = sorted(set(keys), key=lambda key: _hash(seed, "order", key))
    return tuple(Labelled(key, letters_of(place), token_of(seed, key)) for place, key in enumerate(ordered))


def token_of(seed: str, key: int, purpose: str = "bid") -> str:
    """Another `purpose` gives another token: who knows one cannot find the other."""
    return _hash(seed, f"token of {purpose}", key)[:TOKEN_DIGITS]


def letters_of(place: int) -> str:
    """A, B … Z, AA, AB …, counted from 0."""
    rest, last = divmod(place, len(LETTERS))
    return (letters_of(rest - 1) if rest else "") + LETTERS[last]


def _hash(seed: str, purpose: str, key: int) -> str:
    return hmac.new(seed.encode(), f"{purpose}:{key}".encode(), hashlib.sha256).hexdigest()
