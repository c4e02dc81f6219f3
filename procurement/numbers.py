"""Strict reading and showing of numbers, in plain and in Dutch notation.

Django's own number fields accept `1_000`, `٣`, `-0` and `1e400`, and read a Dutch `99.995` as 99995
without saying so. Here a text is a number in one way only, or it is refused with a sentence that says
what to do; a screen echoes what was read with `dutch()`.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from procurement.language import Text

WHOLE_DIGITS = 15
FRACTION_DIGITS = 10

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DUTCH = re.compile(
    r"(?P<sign>-?)(?P<whole>0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,(?P<fraction>[0-9]+|--?))?"
)
_BARE = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
_CURRENCY = re.compile("^(-?)€[ \u00a0]?(?=[-0-9])|[ \u00a0]?€$")
_SHOWING = Context(prec=100, rounding=ROUND_HALF_UP)


class NotANumber(ValueError):
    """The text is not a number in the expected notation; `message` says what to do."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


_EMPTY = Text(nl="Vul een getal in.", en="Enter a number.")
_NOT_PLAIN = Text(
    nl="{text} is geen getal. Gebruik alleen cijfers en hooguit één punt, bijvoorbeeld 1250.50.",
    en="{text} is not a number. Use digits and at most one point, for example 1250.50.",
)
_NOT_DUTCH = Text(
    nl="{text} is geen getal. Gebruik cijfers en een komma, bijvoorbeeld 1.250,50.",
    en="{text} is not a number. Use digits and a comma, for example 1.250,50.",
)
_USE_COMMA = Text(
    nl="{text} is niet duidelijk. Gebruik een komma voor de decimalen, bijvoorbeeld {instead}.",
    en="{text} is not clear. Use a comma for the decimals, for example {instead}.",
)
_TOO_LONG = Text(
    nl="{text} is te lang. Gebruik hooguit 15 cijfers voor en 10 cijfers na de komma.",
    en="{text} is too long. Use at most 15 digits before and 10 digits after the decimal sign.",
)
_MINUS_ZERO = Text(nl="{text} is geen getal. Schrijf 0 zonder minteken.", en="Write 0 without a minus sign.")


def parse(text: str) -> Decimal:
    """A number in plain notation: "12.5"; raises NotANumber for anything else."""
    if not isinstance(text, str) or not text.strip():
        raise NotANumber(_EMPTY)
    if not _PLAIN.fullmatch(text):
        raise NotANumber(_NOT_PLAIN.format(text=_quoted(text)))
    return _limited(text, text)


def parse_dutch(text: str) -> Decimal:
    """A number as Dutch people write it: "12,5", "1.000,00", "€ 1.000", "€ 250,-"."""
    if not isinstance(text, str) or not text.strip():
        raise NotANumber(_EMPTY)
    bare = _CURRENCY.sub(r"\1", text.strip(), count=1)
    match = _DUTCH.fullmatch(bare)
    if match is None:
        raise NotANumber(_dutch_refusal(text.strip(), bare))
    fraction = (match["fraction"] or "").strip("-")
    whole = match["whole"].replace(".", "")
    return _limited(f"{match['sign']}{whole}{'.' if fraction else ''}{fraction}", text.strip())


def _dutch_refusal(text: str, bare: str) -> Text:
    if _PLAIN.fullmatch(bare) and "." in bare:
        return _USE_COMMA.format(text=_quoted(text), instead=bare.replace(".", ","))
    return _NOT_DUTCH.format(text=_quoted(text))


def _limited(digits: str, shown: str) -> Decimal:
    whole, _, fraction = digits.lstrip("-").partition(".")
    if len(whole) > WHOLE_DIGITS or len(fraction) > FRACTION_DIGITS:
        raise NotANumber(_TOO_LONG.format(text=_quoted(shown)))
    number = Decimal(digits)
    if number.is_zero() and number.is_signed():
        raise NotANumber(_MINUS_ZERO.format(text=_quoted(shown)))
    return number


def _quoted(text: str) -> str:
    """At most 40 characters of what was typed, with nothing invisible left in it."""
    shown = "".join(character if character.isprintable() else "?" for character in text)
    return f"‘{shown[:40]}{'…' if len(shown) > 40 else ''}’"


def is_bare(text: str) -> bool:
    """Nothing but digits with at most one comma: whoever typed this meant a number."""
    return _BARE.fullmatch(text.strip()) is not None


def decimals(value: Decimal) -> int:
    """How many digits stand behind the decimal sign."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def plain(value: Decimal) -> str:
    """The one canonical text: no exponent, no trailing zeros, no minus zero; `parse` reads it back."""
    if value.is_zero():
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def english(value: Decimal, places: int | None = None) -> str:
    """For showing: 1,250.50. With `places` the shown digits are rounded half-up, the value is not."""
    return format(_shown(value, places), ",f")


def dutch(value: Decimal, places: int | None = None) -> str:
    """For showing: 1.250,50. With `places` the shown digits are rounded half-up, the value is not."""
    return english(value, places).translate(_SWAP)


_SWAP = str.maketrans(",.", ".,")


def _shown(value: Decimal, places: int | None) -> Decimal:
    if places is not None:
        value = _SHOWING.quantize(value, Decimal(1).scaleb(-places))
    return abs(value) if value.is_zero() else value


def in_both(value: Decimal, places: int | None = None) -> Text:
    """The number in the notation of each language."""
    return Text(nl=dutch(value, places), en=english(value, places))
