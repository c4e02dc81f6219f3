"""L53: above the threshold, energy-related purchases have a requirement on energy efficiency."""

from collections.abc import Iterator
from datetime import date

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.answers import is_blank, missing, wrong
from tenders.lint.draft import Draft
from tenders.lint.draft.contract import ProductGroup
from tenders.lint.finding import Finding
from tenders.lint.law import fact, threshold
from tenders.lint.rule import Rule
from tenders.lint.severity import CheckedBy, Severity

_ENERGY_RELATED = frozenset(
    {
        ProductGroup.COMPUTERS,
        ProductGroup.DISPLAYS,
        ProductGroup.PHONES,
        ProductGroup.PRINTERS,
        ProductGroup.SERVERS,
        ProductGroup.NETWORK,
        ProductGroup.DATA_CENTRE,
        ProductGroup.CLOUD,
    }
)
_NOTHING = Text(
    nl="Er is geen eis over energie-efficiëntie en geen reden waarom niet. {law}",
    en="There is no requirement on energy efficiency and no reason why not. {law}",
)
_ADD = Text(
    nl="Voeg een eis over energieverbruik toe, of schrijf op waarom dat hier niet kan.",
    en="Add a requirement on energy use, or write why that is not possible here.",
)


def _check(draft: Draft) -> Iterator[Finding]:
    contract = draft.legal.contract
    fields = ("products", "authority", "nature", "estimate")
    yield from missing(contract, "legal.contract", *fields, severity=Severity.MOTIVATE)
    law = fact("energy-efficient-purchasing", draft.on)
    if law is None or not _is_bound(draft):
        return
    if is_blank(contract.energy_requirement) and is_blank(contract.no_energy_reason):
        message = _NOTHING.format(law=law.stated)
        yield wrong("legal.contract.energy_requirement", message, _ADD, severity=Severity.MOTIVATE)


def _is_bound(draft: Draft) -> bool:
    """At or above the threshold; where the threshold of that day is not known, as if above."""
    contract = draft.legal.contract
    if not _ENERGY_RELATED & set(contract.products) or contract.estimate is None:
        return False
    level = threshold(contract, draft.on)
    return level is None or level.value is None or contract.estimate >= level.value


RULE = Rule(
    code="L53",
    title=Text(
        nl="Boven de drempel heeft ICT een eis over energie-efficiëntie",
        en="Above the threshold ICT has a requirement on energy efficiency",
    ),
    severities=frozenset({Severity.MOTIVATE}),
    checked_by=frozenset({CheckedBy.DATA}),
    basis=(
        cite("eed:7"),
        cite("gpp-computers"),
        cite("gpp-datacentres"),
    ),
    wrong=Text(
        nl="De opdracht is boven de drempel, gaat over apparaten, een datacenter of cloud, en vraagt "
        "niets over energie.",
        en="The contract is above the threshold, is about devices, a data centre or cloud, and asks "
        "nothing about energy.",
    ),
    why=Text(
        nl="De overheid geeft het voorbeeld: boven de drempels koopt zij producten en diensten met een "
        "hoge energie-efficiëntie, en let zij op de Europese GPP-criteria.",
        en="Public bodies set the example: above the thresholds they buy products and services with "
        "high energy efficiency, and mind the EU GPP criteria.",
    ),
    instead=Text(
        nl="Neem een eis op over het verbruik per jaar of over PUE, of leg uit waarom dat hier niet kan.",
        en="Include a requirement on yearly use or on PUE, or explain why that is not possible here.",
    ),
    bad=Text(
        nl="De laptops zijn zuinig.",
        en="The laptops are economical.",
    ),
    good=Text(
        nl="Het typische energieverbruik (E_TEC) is hooguit 40 kWh per jaar, gemeten volgens IEC 62623 "
        "of gelijkwaardig.",
        en="The typical energy consumption (E_TEC) is at most 40 kWh a year, measured by IEC 62623 or "
        "equivalent.",
    ),
    doubt=Text(
        nl="Artikel 7 van de EED en zijn Nederlandse omzetting zijn niet in de bron gelezen; een jurist "
        "bevestigt wat voor u geldt.",
        en="Article 7 of the EED and its Dutch transposition were not read at the source; a lawyer "
        "confirms what holds for you.",
    ),
    review_by=date(2027, 3, 1),
    check=_check,
)
