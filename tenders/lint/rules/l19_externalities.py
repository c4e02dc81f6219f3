"""L19: costs of environmental effects have a money value that can be checked, by a fair method."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_METHOD = Text(
    nl="Kies een andere methode, of laat milieueffecten uit de kosten.",
    en="Choose another method, or leave environmental effects out of the costs.",
)
_WANTED = (
    Wanted(
        "money_value_verifiable",
        True,
        Text(
            nl="De geldwaarde is niet te bepalen of te controleren.",
            en="The money value cannot be determined or verified.",
        ),
        _METHOD,
    ),
    Wanted(
        "objective",
        True,
        Text(
            nl="De methode is niet objectief en niet-discriminerend.",
            en="The method is not objective and non-discriminatory.",
        ),
        _METHOD,
    ),
    Wanted(
        "accessible",
        True,
        Text(
            nl="De methode is niet voor iedereen toegankelijk.",
            en="The method is not accessible to all.",
        ),
        _METHOD,
    ),
    Wanted(
        "reasonable_effort",
        True,
        Text(
            nl="De gegevens vragen meer dan een redelijke inspanning.",
            en="The data take more than reasonable effort.",
        ),
        _METHOD,
    ),
)
_NEUTRAL = Wanted(
    "one_off_neutral",
    True,
    Text(
        nl="Een methode voor deze ene opdracht bevoordeelt of benadeelt iemand.",
        en="A method for this one contract favours or disadvantages somebody.",
    ),
    _METHOD,
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, cost in enumerate(draft.legal.award.life_cycle_cost):
        place = f"legal.award.life_cycle_cost[{index}]"
        yield from missing(cost, place, "externalities")
        if cost.externalities:
            yield from against(cost, place, _WANTED)
            yield from missing(cost, place, "one_off")
            if cost.one_off:
                yield from against(cost, place, (_NEUTRAL,))


def _applies(draft: Draft) -> bool:
    return bool(draft.legal.award.life_cycle_cost)


RULE = Rule(
    code="L19",
    title=Text(
        nl="De prijs van milieueffecten is te controleren en geldt voor iedereen gelijk",
        en="The price of environmental effects can be checked and is equal for all",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.115a(1)"),
        cite("aw2012:2.115a(3)"),
        cite("dir2014-24:68(1)"),
        cite("dir2014-24:68(2)"),
    ),
    wrong=Text(
        nl="U rekent met een prijs voor CO2 of andere milieueffecten die niemand kan controleren, of "
        "met een methode die niet voor iedereen werkt.",
        en="You calculate with a price for CO2 or other environmental effects that nobody can check, or "
        "by a method that does not work for all.",
    ),
    why=Text(
        nl="Milieueffecten mogen meetellen als kosten wanneer hun geldwaarde te bepalen en te "
        "controleren is. De methode is objectief, voor iedereen toegankelijk, en vraagt gegevens die "
        "een gewone ondernemer, ook van buiten de EU, met redelijke moeite geeft.",
        en="Environmental effects may count as costs when their money value can be determined and "
        "verified. The method is objective, accessible to all, and asks data that a normal operator, "
        "also from outside the EU, supplies with reasonable effort.",
    ),
    instead=Text(
        nl="Gebruik een gepubliceerde prijs per ton CO2 met bron en prijspeil, en een methode die "
        "iedereen kan narekenen.",
        en="Use a published price per tonne of CO2 with source and price level, and a method that "
        "everybody can work out.",
    ),
    bad=Text(
        nl="Wij tellen een bedrag op voor het milieu, naar ons oordeel.",
        en="We add an amount for the environment, at our discretion.",
    ),
    good=Text(
        nl="Elke ton CO2e telt als € 130 (Handboek Milieuprijzen 2023, centrale waarde), berekend met "
        "het rekenblad in bijlage 4.",
        en="Each tonne of CO2e counts as €130 (Environmental Prices Handbook 2023, central value), by "
        "the sheet in annex 4.",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)
