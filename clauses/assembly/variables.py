"""The blanks of a clause: what may be filled in, within which limits, and how it reads in the contract.

Values are kept in one written form whatever the language: "12.5", "2027-01-31", the code of a choice.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from procurement import numbers
from procurement.language import Text

Kind = Literal["text", "number", "money", "percentage", "date", "choice"]
Source = Literal["buyer", "tender", "bid"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SOURCES: tuple[Source, ...] = get_args(Source)
NUMERIC: frozenset[Kind] = frozenset(("number", "money", "percentage"))
LONGEST_TEXT = 500
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
"""Every date of a contract lies between these; any other is a slip of the pen, such as 0027 for 2027."""

MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


@dataclass(frozen=True, slots=True)
class Option:
    code: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One blank. `source` says who knows the value: the buyer, the tender, or the winning bid.

    A default is only there where filling it in for the buyer is lawful and fair; `default_because` says why.
    """

    name: str
    kind: Kind
    label: Text
    source: Source
    unit: Text | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    whole: bool = False
    options: tuple[Option, ...] = ()
    default: str = ""
    default_because: Text | None = None


class WrongValue(ValueError):
    """A value that does not fit its variable."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def shown(variable: Variable, value: str, language: str) -> str:
    """The words that stand in the contract for `value`. Raises WrongValue."""
    match variable.kind:
        case "text":
            return _text(value)
        case "date":
            return long_date(_date(value), language)
        case "choice":
            return _chosen(variable, value).label.to(language)
        case _:
            return _amount(variable, _number(variable, value), language)


def checked(variable: Variable, value: str) -> str:
    """`value` itself, where it may be filled in. Raises WrongValue."""
    shown(variable, value, "nl")
    if variable.kind == "date" and not FIRST_DAY <= date.fromisoformat(value) <= LAST_DAY:
        raise WrongValue(
            Text(
                nl=f"Het jaar {value[:4]} klopt niet. Kies een datum van {FIRST_DAY.year} tot en met "
                f"{LAST_DAY.year}.",
                en=f"The year {value[:4]} cannot be right. Choose a date from {FIRST_DAY.year} to "
                f"{LAST_DAY.year}.",
            )
        )
    return value


def _text(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise WrongValue(
            Text(
                nl=f"De tekst heeft {len(value)} tekens. Het mogen er {LONGEST_TEXT} zijn.",
                en=f"The text has {len(value)} characters. At most {LONGEST_TEXT} are allowed.",
            )
        )
    if not value.isprintable():
        raise WrongValue(
            Text(
                nl="De tekst bevat een regeleinde of een onzichtbaar teken. Haal dat weg.",
                en="The text holds a line break or an invisible character. Take it out.",
            )
        )
    return value


def _date(value: str) -> date:
    try:
        found = date.fromisoformat(value)
    except ValueError:
        found = None
    if found is None or found.isoformat() != value:
        raise WrongValue(
            Text(
                nl=f"{value!r} is geen datum. Schrijf jaar-maand-dag, zoals 2027-01-31.",
                en=f"{value!r} is not a date. Write year-month-day, such as 2027-01-31.",
            )
        )
    return found


def long_date(day: date, language: str) -> str:
    """31 januari 2027; 31 January 2027."""
    months = MONTHS["en" if language.startswith("en") else "nl"]
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _chosen(variable: Variable, value: str) -> Option:
    for option in variable.options:
        if option.code == value:
            return option
    choices = ", ".join(option.code for option in variable.options)
    raise WrongValue(
        Text(
            nl=f"{value!r} is geen mogelijke keuze. Kies uit: {choices}.",
            en=f"{value!r} is not one of the choices. Choose from: {choices}.",
        )
    )


def _number(variable: Variable, value: str) -> Decimal:
    try:
        number = numbers.parse(value)
    except numbers.NotANumber as error:
        raise WrongValue(error.message) from None
    if variable.whole and number != number.to_integral_value():
        raise WrongValue(Text(nl="Vul een geheel getal in.", en="Enter a whole number."))
    if variable.minimum is not None and number < variable.minimum:
        raise WrongValue(_limit(variable.minimum, nl="minstens", en="at least"))
    if variable.maximum is not None and number > variable.maximum:
        raise WrongValue(_limit(variable.maximum, nl="hoogstens", en="at most"))
    return number


def _limit(limit: Decimal, *, nl: str, en: str) -> Text:
    return Text(
        nl=f"De waarde moet {nl} {numbers.dutch(limit)} zijn.",
        en=f"The value must be {en} {numbers.english(limit)}.",
    )


def _amount(variable: Variable, number: Decimal, language: str) -> str:
    write = numbers.english if language.startswith("en") else numbers.dutch
    match variable.kind:
        case "money":
            return f"€ {write(number, places=2)}"
        case "percentage":
            return f"{write(number)}%"
    return write(number)
