"""L18: life-cycle cost: the documents state data and method, and a mandatory method is used."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.procedure import AwardBasis
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.model import Lot

_PUBLISH = Text(
    nl="Zet dit in de stukken.",
    en="Put this in the documents.",
)
_WANTED = (
    Wanted(
        "data_published",
        True,
        Text(
            nl="De stukken zeggen niet welke gegevens de inschrijver levert.",
            en="The documents do not say which data the bidder supplies.",
        ),
        _PUBLISH,
    ),
    Wanted(
        "method_published",
        True,
        Text(
            nl="De methode staat niet in de stukken.",
            en="The method is not in the documents.",
        ),
        _PUBLISH,
    ),
)
_EU_METHOD = Wanted(
    "eu_method_used",
    True,
    Text(
        nl="Een verplichte Europese methode wordt niet gebruikt.",
        en="A mandatory European method is not used.",
    ),
    Text(
        nl="Reken met de verplichte methode.",
        en="Calculate by the mandatory method.",
    ),
)
_OPEN = Text(
    nl="Voor perceel {lot} zijn de vragen over levenscycluskosten niet beantwoord.",
    en="For lot {lot} the questions on life-cycle cost were not answered.",
)
_ANSWER = Text(
    nl="Beantwoord de vragen over levenscycluskosten voor dit perceel.",
    en="Answer the questions on life-cycle cost for this lot.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    costs = draft.legal.award.life_cycle_cost
    answered = [each.lot for each in costs]
    for lot in draft.tender.lots:
        if _counts_cost(draft, lot) and lot.code not in answered:
            yield wrong("legal.award.life_cycle_cost", _OPEN.format(lot=lot.code), _ANSWER, quote=lot.code)
    for index, cost in enumerate(costs):
        place = f"legal.award.life_cycle_cost[{index}]"
        yield from against(cost, place, _WANTED)
        yield from missing(cost, place, "eu_method_required")
        if cost.eu_method_required:
            yield from against(cost, place, (_EU_METHOD,))


def _counts_cost(draft: Draft, lot: Lot) -> bool:
    by_words = draft.legal.course.award_basis is AwardBasis.LOWEST_COST
    return by_words or lot.award.method == "lowest-life-cycle-cost"


def _applies(draft: Draft) -> bool:
    return bool(draft.legal.award.life_cycle_cost) or any(
        _counts_cost(draft, lot) for lot in draft.tender.lots
    )


RULE = Rule(
    code="L18",
    title=Text(
        nl="Bij levenscycluskosten staan gegevens en methode in de stukken",
        en="With life-cycle cost the documents state data and method",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.115a(2)"),
        cite("aw2012:2.115a(4)"),
        cite("dir2014-24:68(2)"),
        cite("dir2014-24:68(3)"),
    ),
    wrong=Text(
        nl="U vergelijkt op levenscycluskosten, maar de stukken zeggen niet welke gegevens u vraagt of "
        "hoe u rekent.",
        en="You compare on life-cycle cost, but the documents do not say which data you ask or how you "
        "calculate.",
    ),
    why=Text(
        nl="Een inschrijver moet vooraf kunnen narekenen hoe zijn aanbod uitkomt. Daarom noemen de "
        "stukken de gegevens en de methode. Is een Europese methode verplicht, dan gebruikt u die.",
        en="A bidder must be able to work out beforehand how its offer comes out. So the documents "
        "state the data and the method. Where a European method is mandatory, you use it.",
    ),
    instead=Text(
        nl="Zet het rekenblad in de stukken met jaren, prijzen en formules, en zeg welke gegevens de "
        "inschrijver invult.",
        en="Put the calculation sheet in the documents with years, prices and formulas, and say which "
        "data the bidder fills in.",
    ),
    bad=Text(
        nl="Wij beoordelen de totale kosten over de levensduur.",
        en="We judge total cost over the life span.",
    ),
    good=Text(
        nl="Kosten over zes jaar: aanschaf, kWh per jaar × € 0,30 en onderhoud volgens het rekenblad in "
        "bijlage 4.",
        en="Cost over six years: purchase, kWh a year × €0.30 and maintenance by the calculation sheet "
        "in annex 4.",
    ),
    doubt=Text(
        nl="Bijlage XIII van de richtlijn, die de verplichte methoden noemt, is niet gelezen.",
        en="Annex XIII of the Directive, which lists the mandatory methods, was not read.",
    ),
    review_by=date(2027, 1, 1),
    applies=_applies,
    check=_check,
)
