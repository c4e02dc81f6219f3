"""L24: the published rules give one result for every set of bids."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.check import lot_publication_problems
from tenders.scoring.check.tree import tree_problems
from tenders.scoring.model import Lot, TieBreak
from tenders.scoring.tree import prices_of

_NO_TIES = Text(
    nl="Er staat niet wie wint bij een gelijke stand.",
    en="It does not say who wins in a tie.",
)
_NO_DRAW = Text(
    nl="Ook na deze regels kan de stand gelijk blijven.",
    en="After these rules the scores can still be equal.",
)
_DRAW = Text(
    nl="Zet loting als laatste regel.",
    en="Put a draw as the last rule.",
)
_NO_ZERO = Text(
    nl="Er staat niet wat een prijs van nul euro betekent.",
    en="It does not say what a price of zero euros means.",
)
_ZERO = Text(
    nl="Kies: een prijs van nul valt af, of telt als een vast bedrag.",
    en="Choose: a price of zero is set aside, or counts as a fixed amount.",
)
_MEND = Text(
    nl="Herstel dit bij de gunningsregel of bij het criterium.",
    en="Mend this in the award rule or at the criterion.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, lot in enumerate(draft.tender.lots):
        place, weights = f"lots[{index}]", tree_problems(lot)
        for problem in lot_publication_problems(lot):
            if problem not in weights:
                at = f"{place}.{problem.place}"
                screen = Screen.AWARD_RULE if problem.place.startswith("award") else Screen.CRITERIA
                yield wrong(at, problem.message, _MEND, screen=screen)
        yield from _ours(lot, f"{place}.award")


def _ours(lot: Lot, place: str) -> Iterator[Finding]:
    """What can be calculated without, but leaves somebody a choice afterwards."""
    ties = [rule.by for rule in lot.award.ties]
    if not ties:
        yield wrong(f"{place}.ties", _NO_TIES, _DRAW, screen=Screen.AWARD_RULE)
    elif ties[-1] is not TieBreak.DRAW:
        yield wrong(f"{place}.ties", _NO_DRAW, _DRAW, screen=Screen.AWARD_RULE)
    if lot.award.zero_price is None and prices_of(lot):
        yield wrong(f"{place}.zero_price", _NO_ZERO, _ZERO, screen=Screen.AWARD_RULE)


RULE = Rule(
    code="L24",
    title=Text(
        nl="De gepubliceerde regels geven altijd precies één uitkomst",
        en="The published rules always give exactly one result",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:1.9"),
        cite("hr-2014-1078"),
        cite("c-367-19"),
    ),
    wrong=Text(
        nl="Een formule, afronding, gelijke stand, prijs van nul of een inschrijving die vervalt is "
        "niet geregeld.",
        en="A formula, rounding, tie, price of zero or bid that falls away is not arranged.",
    ),
    why=Text(
        nl="Wie pas na de opening bedenkt hoe een gelijke stand of een prijs van € 0 telt, kiest een "
        "winnaar. Hangt een score af van andere inschrijvingen, dan moet vooraf vaststaan wat er "
        "gebeurt als een inschrijving vervalt.",
        en="Whoever decides only after the opening how a tie or a price of €0 counts, chooses a winner. "
        "Where a score depends on other bids, it must be fixed beforehand what happens when a bid "
        "falls away.",
    ),
    instead=Text(
        nl="Regel afronding, gelijke stand tot en met loting, een prijs van nul en het vervallen van "
        "een inschrijving.",
        en="Arrange rounding, ties down to a draw, a price of zero and the falling away of a bid.",
    ),
    bad=Text(
        nl="Bij gelijke stand beslist de aanbestedende dienst.",
        en="In a tie the authority decides.",
    ),
    good=Text(
        nl="Bij gelijke stand wint de hoogste kwaliteit, dan de laagste prijs, dan loting bij de notaris.",
        en="In a tie the highest quality wins, then the lowest price, then a draw before a notary.",
    ),
    ours=Text(
        nl="De wet vraagt transparantie. Dat loting als laatste staat en dat een prijs van nul altijd "
        "geregeld is, zijn regels van dit programma.",
        en="The act asks for transparency. That a draw comes last and that a price of zero is always "
        "arranged are rules of this product.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
