"""Numbers as a finding shows them."""

from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both, plain


def number(value: Decimal) -> Text:
    """In the notation of each language, without zeros behind the last digit that counts."""
    return in_both(Decimal(plain(value)))
