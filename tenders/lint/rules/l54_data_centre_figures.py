"""L54: for a data centre or cloud, the figures last reported are asked of the bidder."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.draft.contract import ProductGroup
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_ASKED = Wanted(
    "data_centre_figures",
    True,
    Text(
        nl="De stukken vragen niet naar de gemelde cijfers van het datacenter.",
        en="The documents do not ask for the reported figures of the data centre.",
    ),
    Text(
        nl="Vraag de laatst gemelde PUE, WUE, REF en ERF als eis of criterium.",
        en="Ask the PUE, WUE, REF and ERF last reported, as a requirement or criterion.",
    ),
    Severity.MOTIVATE,
)


def _check(draft: Draft) -> Iterator[Finding]:
    contract = draft.legal.contract
    yield from missing(contract, "legal.contract", "products", severity=Severity.MOTIVATE)
    if {ProductGroup.DATA_CENTRE, ProductGroup.CLOUD} & set(contract.products):
        yield from against(contract, "legal.contract", (_ASKED,))


RULE = Rule(
    code="L54",
    title=Text(
        nl="Bij datacenter of cloud vraagt u de cijfers die het datacenter meldt",
        en="For a data centre or cloud you ask the figures that it reports",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("reg2024-1364:1"),
        cite("reg2024-1364:3(1)"),
    ),
    wrong=Text(
        nl="U koopt een datacenter- of clouddienst en vraagt niet naar de gemelde energiecijfers.",
        en="You buy a data-centre or cloud service and do not ask for the reported energy figures.",
    ),
    why=Text(
        nl="Datacentra vanaf 500 kW IT-vermogen melden elk jaar uiterlijk op 15 mei hun cijfers aan de "
        "Europese databank. De cijfers per locatie zijn niet openbaar; u krijgt ze alleen door ze te "
        "vragen.",
        en="Data centres from 500 kW of IT power report their figures to the European database by 15 "
        "May each year. The figures of one site are not public; you get them only by asking.",
    ),
    instead=Text(
        nl="Vraag PUE, WUE, REF en ERF zoals het laatst gemeld, met het jaar.",
        en="Ask PUE, WUE, REF and ERF as last reported, with the year.",
    ),
    bad=Text(
        nl="Het datacenter is groen.",
        en="The data centre is green.",
    ),
    good=Text(
        nl="Geef de PUE, WUE, REF en ERF over 2025 zoals gemeld op grond van Verordening 2024/1364; een "
        "kleiner datacenter geeft dezelfde cijfers uit eigen meting.",
        en="Give the PUE, WUE, REF and ERF over 2025 as reported under Regulation 2024/1364; a smaller "
        "data centre gives the same figures by its own measurement.",
    ),
    ours=Text(
        nl="De verordening verplicht het datacenter om te melden. Dat u de cijfers vraagt, is ons "
        "advies: anders krijgt u ze niet.",
        en="The regulation obliges the data centre to report. That you ask for the figures is our "
        "advice: you do not get them otherwise.",
    ),
    review_by=date(2027, 6, 1),
    check=_check,
)
