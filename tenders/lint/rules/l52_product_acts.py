"""L52: a product group under an act of art. 65 ESPR meets its minimum requirement."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import is_blank, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.finding import Finding, Screen
from tenders.lint.law import PRODUCT_ACTS, DemandKind, ProductAct
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity
from tenders.lint.shown import number
from tenders.scoring.model import Criterion

_NOT_MET = Text(
    nl="Voor deze productgroep geldt: {about} De opdracht zegt niet hoe zij daaraan voldoet.",
    en="For this product group holds: {about} The contract does not say how it meets this.",
)
_STATE = Text(
    nl="Schrijf op welke handeling geldt en hoe de opdracht eraan voldoet.",
    en="Write which act holds and how the contract meets it.",
)
_TOO_LIGHT = Text(
    nl="De criteria bij deze handeling wegen in perceel {lot} samen {weight}%; de handeling vraagt ten "
    "minste {least}%.",
    en="The criteria under this act weigh {weight}% together in lot {lot}; the act asks at least {least}%.",
)
_HEAVIER = Text(
    nl="Verhoog het gewicht en noem de handeling als grondslag van het criterium.",
    en="Raise the weight and name the act as the basis of the criterion.",
)
_NO_SUCH_ACT = Text(
    nl="U noemt een handeling, maar dit programma kent er geen voor deze productgroepen.",
    en="You name an act, but this product knows none for these product groups.",
)
_LET_CHECK = Text(
    nl="Laat een jurist nagaan of de handeling bestaat en geldt.",
    en="Let a lawyer check whether the act exists and holds.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    yield from product_act_findings(draft, PRODUCT_ACTS)


def product_act_findings(draft: Draft, acts: Iterable[ProductAct]) -> Iterator[Finding]:
    """The register of acts is empty today; with another one a test can see what will be found."""
    contract = draft.legal.contract
    yield from missing(contract, "legal.contract", "products")
    bought = frozenset(contract.products)
    held = [act for act in acts if act.holds_on(draft.on) and act.products & bought]
    for act in held:
        yield from _met(draft, act)
    if not held and not is_blank(contract.product_act):
        place, quote = "legal.contract.product_act", contract.product_act
        yield wrong(place, _NO_SUCH_ACT, _LET_CHECK, severity=Severity.ADVICE, quote=quote)


def _met(draft: Draft, act: ProductAct) -> Iterator[Finding]:
    if is_blank(draft.legal.contract.product_act):
        place = "legal.contract.product_act"
        yield wrong(place, _NOT_MET.format(about=act.about), _STATE, quote=act.code)
    if act.demand is not DemandKind.AWARD_CRITERION or act.least is None:
        return
    for index, lot in enumerate(draft.tender.lots):
        weight = _weight_under(lot.criteria, act.source.code)
        if weight < act.least:
            message = _TOO_LIGHT.format(lot=lot.code, weight=number(weight), least=number(act.least))
            yield wrong(f"lots[{index}].criteria", message, _HEAVIER, screen=Screen.CRITERIA, quote=act.code)


def _weight_under(nodes: Iterable[Criterion], source: str) -> Decimal:
    """Of the criteria that name the act as their basis; what stands under one of them is in its weight."""
    return sum(
        (
            node.weight if source in node.account.basis else _weight_under(node.children, source)
            for node in nodes
        ),
        Decimal(0),
    )


RULE = Rule(
    code="L52",
    title=Text(
        nl="Een productgroep onder een ESPR-handeling voldoet aan haar minimumeis",
        en="A product group under an ESPR act meets its minimum requirement",
    ),
    severities=frozenset({Severity.BLOCKING, Severity.ADVICE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("espr:65"),
        cite("espr:65(3)"),
    ),
    wrong=Text(
        nl="Voor deze productgroep geldt een minimumeis voor groen inkopen, en de opdracht zegt niet "
        "hoe zij eraan voldoet.",
        en="A minimum requirement for green purchasing holds for this product group, and the contract "
        "does not say how it meets it.",
    ),
    why=Text(
        nl="De Commissie kan per productgroep een specificatie, gunningscriterium, voorwaarde of doel "
        "verplichten. Een criterium krijgt dan waar passend een minimumgewicht tussen 15% en 30%. "
        "Voor ICT is tot nu toe geen handeling gevonden; de lijst van dit programma is daarom leeg.",
        en="The Commission may make a specification, award criterion, condition or target compulsory "
        "for a product group. A criterion then gets a minimum weight between 15% and 30% where "
        "appropriate. No act was found for ICT so far; so the list of this product is empty.",
    ),
    instead=Text(
        nl="Neem de eis uit de handeling over en verwijs ernaar bij het criterium of de opdracht.",
        en="Copy the requirement of the act and refer to it at the criterion or the contract.",
    ),
    bad=Text(
        nl="Duurzaamheid weegt 10%, terwijl de handeling ten minste 20% vraagt.",
        en="Sustainability weighs 10%, while the act asks at least 20%.",
    ),
    good=Text(
        nl="Duurzaamheid weegt 25%; het criterium noemt de handeling als grondslag.",
        en="Sustainability weighs 25%; the criterion names the act as its basis.",
    ),
    doubt=Text(
        nl="Of er een uitvoeringshandeling voor een product bestaat, is niet zeker. Ga het na voor u "
        "publiceert.",
        en="Whether an implementing act for a product exists is not certain. Check it before you publish.",
    ),
    review_by=date(2027, 3, 1),
    check=_check,
)
