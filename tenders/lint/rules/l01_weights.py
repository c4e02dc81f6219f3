"""L01: every award criterion has a weight, and the weights add up."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding, GoTo, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.check.tree import tree_problems

_DIVIDE = GoTo(
    Screen.CRITERIA,
    Text(nl="Verdeel de gewichten bij de criteria.", en="Divide the weights among the criteria."),
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, lot in enumerate(draft.tender.lots):
        for problem in tree_problems(lot):
            if problem.place.endswith(("criteria", "children", "weight")):
                place = f"lots[{index}].{problem.place}"
                yield Finding(severity=Severity.BLOCKING, place=place, message=problem.message, fix=_DIVIDE)


RULE = Rule(
    code="L01",
    title=Text(
        nl="Elk gunningscriterium heeft een gewicht, en samen is het 100%",
        en="Every award criterion has a weight, and together they make 100%",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(cite("aw2012:2.115(4)"), cite("dir2014-24:67(5)")),
    wrong=Text(
        nl="Een criterium heeft geen gewicht, of de gewichten tellen niet op tot 100%.",
        en="A criterion has no weight, or the weights do not add up to 100%.",
    ),
    why=Text(
        nl="Bij gunnen op de beste prijs-kwaliteitverhouding noemen de stukken het relatieve gewicht van elk "
        "nader criterium. Zonder dat kan een inschrijver zijn aanbod niet bepalen.",
        en="When awarding on the best price-quality ratio the documents state the relative weight of each "
        "criterion. Without it a bidder cannot shape its bid.",
    ),
    instead=Text(
        nl="Geef elk criterium een gewicht en verdeel de volle 100%, ook over subcriteria.",
        en="Give each criterion a weight and divide the full 100%, over sub-criteria as well.",
    ),
    bad=Text(
        nl="Duurzaamheid 25%, verder telt de prijs mee.", en="Sustainability 25%, and price counts as well."
    ),
    good=Text(
        nl="Duurzaamheid 25% (CO2 10%, energie 8%, circulair 7%), kwaliteit 35%, prijs 40%.",
        en="Sustainability 25% (CO2 10%, energy 8%, circular 7%), quality 35%, price 40%.",
    ),
    ours=Text(
        nl="Dat het precies 100% is, is een regel van dit programma; de wet vraagt alleen het gewicht.",
        en="That weights make exactly 100% is a rule of this product; the act asks for the weight only.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
