"""From the words in a contract back to the value of a blank, in the written form in which it is kept."""

from datetime import date

from clauses.assembly.variables import MONTHS, Variable, WrongValue, shown
from procurement import numbers
from procurement.language import Language, Text

_UNKNOWN_DATE = Text(
    nl="‘{text}’ is geen datum. Schrijf de datum zoals 31 januari 2027.",
    en="‘{text}’ is not a date. Write the date as 31 January 2027.",
)
_UNKNOWN_CHOICE = Text(
    nl="‘{text}’ is geen mogelijke keuze. Kies uit: {choices}.",
    en="‘{text}’ is not one of the choices. Choose from: {choices}.",
)
_LONGEST_ECHO = 60


def written_value(variable: Variable, text: str, language: Language) -> str:
    """The value that shows as `text`. Raises WrongValue when it does not fit the blank."""
    bare = " ".join(text.split())
    match variable.kind:
        case "text":
            value = bare
        case "date":
            value = _date(bare, language)
        case "choice":
            value = _choice(variable, bare, language)
        case _:
            value = _number(variable, bare, language)
    shown(variable, value, language)
    return value


def _number(variable: Variable, text: str, language: Language) -> str:
    bare = text.removesuffix("%").strip() if variable.kind == "percentage" else text
    unit = variable.unit.to(language) if variable.unit else ""
    bare = bare.removesuffix(unit).strip() if unit else bare
    try:
        if language == "en":
            return numbers.plain(numbers.parse(bare.removeprefix("€").strip().replace(",", "")))
        return numbers.plain(numbers.parse_dutch(bare))
    except numbers.NotANumber as error:
        raise WrongValue(error.message) from None


def _date(text: str, language: Language) -> str:
    day, _, rest = text.partition(" ")
    month, _, year = rest.partition(" ")
    names = [name.casefold() for name in MONTHS[language]]
    try:
        return date(int(year), names.index(month.casefold()) + 1, int(day)).isoformat()
    except ValueError:
        return _short_date(text)


def _short_date(text: str) -> str:
    """31-01-2027, or as a computer writes it."""
    parts = text.replace("/", "-").split("-")
    try:
        if len(parts) == 3 and len(parts[2]) == 4:
            parts.reverse()
        year, month, day = map(int, parts)
        return date(year, month, day).isoformat()
    except ValueError:
        raise WrongValue(_UNKNOWN_DATE.format(text=text[:_LONGEST_ECHO])) from None


def _choice(variable: Variable, text: str, language: Language) -> str:
    for option in variable.options:
        if text.casefold() in (option.label.to(language).casefold(), option.code):
            return option.code
    choices = ", ".join(option.label.to(language) for option in variable.options)
    raise WrongValue(_UNKNOWN_CHOICE.format(text=text[:_LONGEST_ECHO], choices=choices))
