"""Which sign stands before the decimals? The whole file decides, so that no 1.234 becomes 1234."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum

from procurement.language import Text
from procurement.numbers import NotANumber, parse, parse_dutch

_COULD_BE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
# What a program wrote that counts in binary: 0.009000000000000001. Taken over as it stands.
_LONG = re.compile(r"(?:0|[1-9][0-9]{0,14})[.,][0-9]{11,30}")
_UNCLEAR = Text(
    nl="‘{text}’ is niet duidelijk: {whole} of {parts}? Schrijf het getal zonder punt of met een komma.",
    en="‘{text}’ is not clear: {whole} or {parts}? Write the number without a point or with a comma.",
)

_SHORT = 12  # a shorter text has no eleven decimals


class DecimalSign(StrEnum):
    POINT = "point"
    COMMA = "comma"
    UNCLEAR = "unclear"  # points alone, in a file that could have had commas


def decimal_sign(delimiter: str, numbers: Iterable[str]) -> DecimalSign:
    """A comma that parts columns is no decimal sign; one comma in a number makes it so for all."""
    if delimiter == ",":
        return DecimalSign.POINT
    return DecimalSign.COMMA if any("," in number for number in numbers) else DecimalSign.UNCLEAR


def number_reader(sign: DecimalSign) -> Callable[[str], Decimal]:
    """The reader raises NotANumber."""
    short = {
        DecimalSign.POINT: parse,
        DecimalSign.COMMA: parse_dutch,
        DecimalSign.UNCLEAR: _clear,
    }[sign]
    mark = "," if sign is DecimalSign.COMMA else "."

    def read(text: str) -> Decimal:
        if len(text) > _SHORT and mark in text and _LONG.fullmatch(text):
            return Decimal(text.replace(",", "."))
        return short(text)

    return read


def _clear(text: str) -> Decimal:
    if _COULD_BE_THOUSANDS.fullmatch(text):
        parts = text.replace(".", ",")
        raise NotANumber(_UNCLEAR.format(text=text, whole=text.replace(".", ""), parts=parts))
    return parse(text)
