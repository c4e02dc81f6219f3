"""L50: checks of subcontractors are announced, and on site their names are asked."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import Wanted, against, missing
from tenders.lint.draft import Draft
from tenders.lint.draft.contract import Nature
from tenders.lint.finding import Finding
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_ANNOUNCED = Wanted(
    "subcontractors_checked",
    True,
    Text(
        nl="De aankondiging zegt niet dat uitsluitingsgronden ook voor onderaannemers gelden.",
        en="The notice does not say that exclusion grounds also hold for subcontractors.",
    ),
    Text(
        nl="Zet het in de aankondiging, of controleer onderaannemers niet.",
        en="Put it in the notice, or do not check subcontractors.",
    ),
)
_NAMES = Wanted(
    "subcontractor_names",
    True,
    Text(
        nl="De gegevens van onderaannemers worden na de gunning niet gevraagd.",
        en="The details of subcontractors are not asked after the award.",
    ),
    Text(
        nl="Vraag naam, contactgegevens en vertegenwoordigers voor de start.",
        en="Ask name, contact details and representatives before the start.",
    ),
)


def _check(draft: Draft) -> Iterator[Finding]:
    bidders = draft.legal.bidders
    yield from missing(bidders, "legal.bidders", "checks_subcontractors", "on_site_services")
    if bidders.checks_subcontractors:
        yield from against(draft.legal.notice, "legal.notice", (_ANNOUNCED,))
    if bidders.on_site_services or draft.legal.contract.nature is Nature.WORKS:
        yield from against(bidders, "legal.bidders", (_NAMES,))


RULE = Rule(
    code="L50",
    title=Text(
        nl="Controle van onderaannemers staat in de aankondiging",
        en="Checks of subcontractors stand in the notice",
    ),
    severities=frozenset({Severity.BLOCKING}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("aw2012:2.79(2)"),
        cite("aw2012:2.79(5)"),
        cite("dir2014-24:71"),
    ),
    wrong=Text(
        nl="U controleert onderaannemers zonder dat de aankondiging dat zegt, of u vraagt bij werk op "
        "locatie hun namen niet.",
        en="You check subcontractors without saying so in the notice, or you do not ask their names for "
        "work on site.",
    ),
    why=Text(
        nl="Wie onderaannemers op uitsluitingsgronden wil controleren, vermeldt dat in de aankondiging. "
        "Bij werken en bij diensten op uw locatie onder uw toezicht vraagt u na de gunning naam, "
        "contactgegevens en vertegenwoordigers.",
        en="Whoever wants to check subcontractors on exclusion grounds says so in the notice. For works "
        "and for services on your site under your supervision you ask name, contact details and "
        "representatives after the award.",
    ),
    instead=Text(
        nl="Zet de controle in de aankondiging en vraag de gegevens in het contract.",
        en="Put the check in the notice and ask the details in the contract.",
    ),
    bad=Text(
        nl="Onderaannemers moeten betrouwbaar zijn.",
        en="Subcontractors must be reliable.",
    ),
    good=Text(
        nl="De aankondiging zegt dat op geen onderaannemer een grond van art. 2.86 van toepassing is; "
        "het contract vraagt hun gegevens vóór de start.",
        en="The notice says that no ground of art. 2.86 applies to a subcontractor; the contract asks "
        "their details before the start.",
    ),
    review_by=date(2027, 1, 1),
    check=_check,
)
