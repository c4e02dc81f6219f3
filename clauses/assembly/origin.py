"""Where the value of a blank comes from: the tender, the bid, a person, or the default of the clause.

What the tender and the bid said is kept beside the value itself, so that a page can say when a person put
something else in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from clauses.assembly.variables import Variable, WrongValue, shown
from procurement.language import Text

OriginKind = Literal["open", "given", "overwritten", "default", "person"]


@dataclass(frozen=True, slots=True)
class Given:
    """A value that the tender or the bid filled in; `said_in` names the place."""

    value: str
    said_in: Text


@dataclass(frozen=True, slots=True)
class Origin:
    kind: OriginKind
    words: Text


_OPEN = Text(nl="Nog open.", en="Still open.")
_GIVEN = Text(nl="Uit {place}.", en="From {place}.")
_OVERWRITTEN = Text(
    nl="Met de hand gewijzigd. In {place} staat: {value}.", en="Changed by hand. In {place} it says: {value}."
)
_DEFAULT = Text(nl="Standaardwaarde van de clausule.", en="Default of the clause.")
_PERSON = Text(nl="Met de hand ingevuld.", en="Filled in by hand.")


def origin_of(variable: Variable, value: str, given: Given | None) -> Origin:
    """`value` is what is stored; empty where nobody filled anything in."""
    if given is not None and value != given.value and value:
        said = Text(nl=_words(variable, given.value, "nl"), en=_words(variable, given.value, "en"))
        return Origin("overwritten", _OVERWRITTEN.format(place=given.said_in, value=said))
    if given is not None and value:
        return Origin("given", _GIVEN.format(place=given.said_in))
    if variable.default and value in ("", variable.default):
        return Origin("default", _DEFAULT)
    return Origin("person", _PERSON) if value else Origin("open", _OPEN)


def _words(variable: Variable, value: str, language: str) -> str:
    try:
        return shown(variable, value, language) or value
    except WrongValue:
        return value


def given_as_data(given: Mapping[str, Given]) -> dict[str, dict[str, str]]:
    """By name of the blank; plain data for a JSON column."""
    return {
        name: {"value": each.value, "nl": each.said_in.nl, "en": each.said_in.en}
        for name, each in given.items()
    }


def given_from_data(data: Mapping[str, Mapping[str, str]]) -> dict[str, Given]:
    return {name: Given(each["value"], Text(nl=each["nl"], en=each["en"])) for name, each in data.items()}
