"""L04: each award criterion says how it is linked to what is bought, and is not about the firm as a whole."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft import Draft, PassageKind
from tenders.lint.finding import Finding, GoTo, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.vocabulary.company import about_or_scored, about_the_firm
from tenders.lint.wordings import wordings
from tenders.scoring.model import Criterion

_SCORED = frozenset({PassageKind.AWARD_CRITERION})  # a level says what a good answer is, of a firm too
_TESTED_ALIKE = frozenset(  # conditions get the same test, art. 2.80 lid 2 Aw
    {
        PassageKind.AWARD_CRITERION,
        PassageKind.LEVEL,
        PassageKind.LINK,
        PassageKind.PROOF,
        PassageKind.CONTRACT_CONDITION,
    }
)
_NO_LINK = Text(
    nl="Bij criterium {code} staat niet hoe het met de opdracht verband houdt.",
    en="Criterion {code} does not say how it is linked to the contract.",
)
_WRITE_LINK = Text(
    nl="Schrijf in één zin welk stadium van het product of de dienst het criterium raakt: productie, "
    "vervoer, gebruik of "
    "einde.",
    en="Write in one sentence which stage of the product or service the criterion touches: production, "
    "transport, use "
    "or end of life.",
)
_FIRM = Text(
    nl="‘{words}’ gaat over het bedrijf als geheel en niet over wat u koopt.",
    en="‘{words}’ is about the firm as a whole and not about what you buy.",
)
_ABOUT_THIS = Text(
    nl="Meet het per product of per dienst die in deze opdracht wordt geleverd. Gaat het over bekwaamheid, "
    "maak er dan "
    "een geschiktheidseis van.",
    en="Measure it per product or service delivered under this contract. If it is about ability, make it a "
    "suitability "
    "requirement.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    for index, lot in enumerate(draft.tender.lots):
        for number, criterion in enumerate(lot.criteria):
            yield from _unlinked(criterion, f"lots[{index}].criteria[{number}]")
    for kinds, find in ((_TESTED_ALIKE - _SCORED, about_the_firm), (_SCORED, about_or_scored)):
        for wording in wordings(draft, kinds, find):
            yield wording.finding(Severity.MOTIVATE, _FIRM, wording.go(_ABOUT_THIS))


def _unlinked(criterion: Criterion, place: str) -> Iterator[Finding]:
    """A criterion with sub-criteria is linked through them."""
    for index, child in enumerate(criterion.children):
        yield from _unlinked(child, f"{place}.children[{index}]")
    if not criterion.children and not criterion.account.link.strip():
        yield Finding(
            severity=Severity.MOTIVATE,
            place=f"{place}.account.link",
            message=_NO_LINK.format(code=criterion.code),
            fix=GoTo(Screen.CRITERIA, _WRITE_LINK),
        )


RULE = Rule(
    code="L04",
    title=Text(
        nl="Elk gunningscriterium gaat over wat u koopt",
        en="Every award criterion is about what you buy",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.TEXT, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.80(2)"),
        cite("aw2012:2.115(2)"),
        cite("aw2012:2.115(3)"),
        cite("dir2014-24:67(3)"),
    ),
    wrong=Text(
        nl="Een criterium zegt niet hoe het met de opdracht verband houdt, of geeft punten voor beleid, "
        "rapporten of "
        "waarderingen van het hele bedrijf.",
        en="A criterion does not say how it is linked to the contract, or gives points for policy, reports "
        "or ratings of "
        "the whole firm.",
    ),
    why=Text(
        nl="Een gunningscriterium houdt verband met de opdracht. Elk stadium van de levensloop telt, ook "
        "hoe iets wordt "
        "gemaakt. Algemeen bedrijfsbeleid hoort daar niet bij: het zegt niet wat u krijgt.",
        en="An award criterion is linked to the contract. Every stage of the life cycle counts, also how a "
        "thing is made. "
        "General company policy is not part of that: it does not say what you get.",
    ),
    instead=Text(
        nl="Schrijf het verband op en vraag wat het product of de dienst in deze opdracht presteert.",
        en="Write down the link and ask what the product or service achieves in this contract.",
    ),
    bad=Text(
        nl="De inschrijver met het beste duurzaamheidsbeleid krijgt de meeste punten.",
        en="The bidder with the best sustainability policy gets the most points.",
    ),
    good=Text(
        nl="De uitstoot bij productie en vervoer van de aangeboden laptops, in kg CO2e per laptop.",
        en="The emissions of producing and transporting the laptops offered, in kg CO2e per laptop.",
    ),
    doubt=Text(
        nl="Dat algemeen beleid niet mag, staat in de overwegingen bij de richtlijn (97). Die hebben wij "
        "niet gelezen.",
        en="That general policy may not count stands in recital 97 of the directive, which we have not read.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
