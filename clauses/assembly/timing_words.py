"""How often and when, in words: "elk kwartaal, binnen 20 werkdagen"."""

from datetime import date

from clauses.assembly.duty import Direction, Party, Within
from clauses.assembly.obligation import Obligation
from clauses.assembly.schedule import Fixed, Rhythm, TermUnit
from clauses.assembly.variables import long_date
from procurement.language import Text

RHYTHM_WORDS: dict[Rhythm, Text] = {
    "start": Text(nl="eenmalig, na de ingangsdatum", en="once, after the first day"),
    "quarter": Text(nl="elk kwartaal", en="every quarter"),
    "reporting-year": Text(nl="elk Rapportagejaar", en="every Reporting Year"),
    "calendar-year": Text(nl="elk kalenderjaar", en="every calendar year"),
    "interval": Text(nl="elke {months} maanden", en="every {months} months"),
    "end": Text(nl="aan het einde van de Overeenkomst", en="at the end of the Contract"),
    "delivery": Text(nl="bij elke levering", en="with every delivery"),
    "version": Text(nl="bij elke hoofdversie", en="at every major version"),
    "event": Text(nl="als het zich voordoet", en="when it occurs"),
}
_UNITS: dict[TermUnit, Text] = {
    "days": Text(nl="binnen {amount} dagen", en="within {amount} days"),
    "working-days": Text(nl="binnen {amount} werkdagen", en="within {amount} working days"),
    "months": Text(nl="binnen {amount} maanden", en="within {amount} months"),
}
_BY = Text(nl="uiterlijk op {day} daarna", en="by {day} after it")
DIRECTION_WORDS: dict[Direction, Text] = {
    "at-most": Text(nl="hoogstens", en="at most"),
    "at-least": Text(nl="ten minste", en="at least"),
    "exactly": Text(nl="precies", en="exactly"),
}
PARTY_WORDS: dict[Party, Text] = {
    "contractor": Text(nl="Opdrachtnemer", en="Contractor"),
    "authority": Text(nl="Opdrachtgever", en="Contracting Authority"),
}
OWNER = Text(nl="Contractmanager", en="Contract manager")
_LEAP_YEAR = 2028
"""Any year does: the day of a `Fixed` is never 29 February."""


def frequency(obligation: Obligation, language: str) -> str:
    """How often; without the term."""
    words = RHYTHM_WORDS[obligation.rhythm].to(language)
    return words.format(months=obligation.months or "…")


def timing(obligation: Obligation, language: str) -> str:
    """How often and within which term."""
    parts = [frequency(obligation, language)]
    if obligation.within is not None:
        parts.append(_term(obligation.within, language))
    if obligation.fixed is not None:
        parts.append(_BY.to(language).format(day=_day(obligation.fixed, language)))
    return ", ".join(parts)


def _term(within: Within, language: str) -> str:
    return _UNITS[within.unit].to(language).format(amount=within.amount)


def _day(fixed: Fixed, language: str) -> str:
    return long_date(date(_LEAP_YEAR, *fixed), language).removesuffix(f" {_LEAP_YEAR}")
