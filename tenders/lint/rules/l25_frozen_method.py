"""L25: the evaluation method is fixed before the opening and changes no criterion or weight."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Moment, Severity
from tenders.scoring.model import Kind

_FIX = Text(
    nl="Leg de methode vast voordat een inschrijving opengaat.",
    en="Fix the method before a bid is opened.",
)
_WANTED = (
    Wanted(
        "method_frozen",
        True,
        Text(
            nl="De beoordelingsmethode ligt nog niet vast.",
            en="The evaluation method is not fixed yet.",
        ),
        _FIX,
    ),
    Wanted(
        "method_changes_criteria",
        False,
        Text(
            nl="De beoordelingsmethode verandert iets aan de criteria of gewichten.",
            en="The evaluation method changes something in the criteria or weights.",
        ),
        Text(
            nl="Pas de methode aan, zodat de gepubliceerde criteria en gewichten gelden.",
            en="Change the method, so that the published criteria and weights hold.",
        ),
    ),
)
_NO_COMBINATION = Text(
    nl="Er staat niet hoe de scores van beoordelaars één score worden.",
    en="It does not say how the scores of assessors become one.",
)
_CHOOSE = Text(
    nl="Kies consensus, gemiddelde of mediaan bij de gunningsregel.",
    en="Choose consensus, mean or median in the award rule.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    yield from against(draft.legal.course, "legal.course", _WANTED)
    for index, lot in enumerate(draft.tender.lots):
        judged = any(leaf.kind is Kind.SCALE for leaf in lot.leaves())
        if judged and lot.award.combination is None:
            place = f"lots[{index}].award.combination"
            yield wrong(place, _NO_COMBINATION, _CHOOSE, screen=Screen.AWARD_RULE)


RULE = Rule(
    code="L25",
    title=Text(
        nl="De beoordelingsmethode ligt vast voor de opening",
        en="The evaluation method is fixed before the opening",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    moment=Moment.OPENING,
    basis=(
        cite("c-6-15"),
        cite("aw2012:2.115(4)"),
    ),
    wrong=Text(
        nl="De methode van de beoordelaars staat nog niet vast, of zij verandert een criterium of gewicht.",
        en="The method of the assessors is not fixed yet, or it changes a criterion or weight.",
    ),
    why=Text(
        nl="De methode hoeft niet altijd gepubliceerd te zijn. Zij staat wel vast voordat de "
        "inschrijvingen opengaan, en zij verandert de gepubliceerde criteria en gewichten niet. "
        "Anders kan zij naar een inschrijving worden toegeschreven.",
        en="The method need not always be published. But it is fixed before the bids are opened, and it "
        "does not change the published criteria and weights. Otherwise it can be written towards one "
        "bid.",
    ),
    instead=Text(
        nl="Leg vast hoe beoordelaars scoren en hoe hun scores één score worden. Zet daarna de opening "
        "in gang.",
        en="Fix how assessors score and how their scores become one. Start the opening after that.",
    ),
    bad=Text(
        nl="Na het lezen van de plannen krijgt planning extra gewicht.",
        en="After reading the plans, planning gets extra weight.",
    ),
    good=Text(
        nl="Vóór de opening ligt vast: elke beoordelaar kiest per criterium een beschreven niveau, "
        "daarna volgt consensus.",
        en="Before the opening it is fixed: each assessor chooses a described level for each criterion, "
        "then consensus follows.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
