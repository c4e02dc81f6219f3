"""L03: another basis than the best price-quality ratio has a reason in the documents."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.procedure import AwardBasis
from tenders.lint.finding import Finding, Screen
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.scoring.model import Kind, Lot

_METHODS = {
    AwardBasis.LOWEST_PRICE: "lowest-price",
    AwardBasis.LOWEST_COST: "lowest-life-cycle-cost",
}
_DECREE = Wanted(
    "decree_checked",
    True,
    Text(
        nl="Er is niet nagegaan of een besluit deze grondslag verbiedt.",
        en="It was not checked whether a decree forbids this basis.",
    ),
    Text(
        nl="Zoek het besluit op grond van art. 2.114 lid 5 op en leg vast wat u vond.",
        en="Look up the decree under art. 2.114(5) and record what you found.",
    ),
    Severity.MOTIVATE,
)
_OTHER_METHOD = Text(
    nl="De stukken noemen een andere grondslag dan de gunningsmethode van dit perceel.",
    en="The documents name another basis than the award method of this lot.",
)
_PRICE_ONLY = Text(
    nl="Dit perceel heeft alleen een prijscriterium. Dat is laagste prijs, geen prijs-kwaliteitverhouding.",
    en="This lot has a price criterion only. That is lowest price, not a price-quality ratio.",
)
_SAME = Text(
    nl="Kies dezelfde grondslag in de stukken en bij de gunningsregel.",
    en="Choose the same basis in the documents and in the award rule.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    course = draft.legal.course
    yield from missing(course, "legal.course", "award_basis")
    if course.award_basis is None:
        return
    if course.award_basis is not AwardBasis.BEST_PRICE_QUALITY:
        yield from missing(course, "legal.course", "award_basis_reason")
        yield from against(course, "legal.course", (_DECREE,))
    for index, lot in enumerate(draft.tender.lots):
        yield from _same_basis(lot, course.award_basis, f"lots[{index}]")


def _same_basis(lot: Lot, basis: AwardBasis, place: str) -> Iterator[Finding]:
    """What the documents say is what the method of the lot does."""
    if basis is AwardBasis.BEST_PRICE_QUALITY:
        if lot.award.method in _METHODS.values():
            yield wrong(f"{place}.award.method", _OTHER_METHOD, _SAME, screen=Screen.AWARD_RULE)
        elif lot.criteria and all(leaf.kind is Kind.PRICE for leaf in lot.leaves()):
            yield wrong(f"{place}.criteria", _PRICE_ONLY, _SAME, screen=Screen.CRITERIA)
    elif lot.award.method in _METHODS.values() and lot.award.method != _METHODS[basis]:
        yield wrong(f"{place}.award.method", _OTHER_METHOD, _SAME, screen=Screen.AWARD_RULE)
    elif lot.award.method not in _METHODS.values() and _weighs_quality(lot):
        yield wrong(f"{place}.criteria", _OTHER_METHOD, _SAME, screen=Screen.CRITERIA)


def _weighs_quality(lot: Lot) -> bool:
    return any(leaf.kind is not Kind.PRICE for leaf in lot.leaves())


RULE = Rule(
    code="L03",
    title=Text(
        nl="Gunnen op laagste prijs of laagste kosten heeft een reden",
        en="Awarding on lowest price or lowest cost has a reason",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA, CheckedBy.PERSON}),
    basis=(
        cite("aw2012:2.114(4)"),
        cite("aw2012:2.114(5)"),
    ),
    wrong=Text(
        nl="De stukken gunnen op laagste prijs of laagste kosten zonder reden, of zij zeggen iets "
        "anders dan de gunningsmethode doet.",
        en="The documents award on lowest price or lowest cost without a reason, or say something else "
        "than the award method does.",
    ),
    why=Text(
        nl="De hoofdregel is de beste prijs-kwaliteitverhouding. Wie daarvan afwijkt, motiveert dat in "
        "de stukken. Een besluit kan de andere grondslagen verbieden voor soorten diensten en "
        "opdrachten.",
        en="The rule is the best price-quality ratio. Whoever deviates gives the reason in the "
        "documents. A decree may forbid the other bases for kinds of authority and contract.",
    ),
    instead=Text(
        nl="Schrijf in de stukken waarom kwaliteit hier geen verschil maakt, en ga na of een besluit "
        "deze grondslag verbiedt.",
        en="Write in the documents why quality makes no difference here, and check whether a decree "
        "forbids this basis.",
    ),
    bad=Text(
        nl="Wij gunnen op laagste prijs.",
        en="We award on lowest price.",
    ),
    good=Text(
        nl="Wij gunnen op laagste prijs, omdat de eisen het product volledig vastleggen en elk aanbod "
        "daaraan gelijk is.",
        en="We award on lowest price, because the requirements define the product completely and every "
        "offer is equal in that.",
    ),
    doubt=Text(
        nl="Het besluit bij art. 2.114 lid 5 is niet gelezen. Laat een jurist nagaan of het voor u geldt.",
        en="The decree under art. 2.114(5) was not read. Let a lawyer check whether it holds for you.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
