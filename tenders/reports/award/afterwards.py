"""What the law asks between this advice and the signature: letters, standstill, interim proceedings."""

from collections.abc import Iterator

from procurement.citations import cite
from procurement.documents.compose import heading, paragraph, steps
from procurement.documents.model import Block
from procurement.language import Text
from tenders.reports.legal import all_cited
from tenders.reports.wording import Wording

_HEADING = Text(nl="Van advies naar overeenkomst", en="From advice to contract")
_INTRO = Text(
    nl="Dit advies is nog geen gunningsbeslissing. Daarna gelden deze stappen.",
    en="This advice is not an award decision yet. After it these steps apply.",
)
_STEPS = (
    Text(
        nl="Deel de gunningsbeslissing elektronisch mee aan iedere betrokken inschrijver. Noem de relevante "
        "redenen, in elk geval de kenmerken en relatieve voordelen van de uitgekozen inschrijving, de naam "
        "van de winnaar en de precieze opschortende termijn.",
        en="Notify the award decision electronically to every bidder concerned. State the relevant reasons, "
        "at least the characteristics and relative advantages of the chosen bid, the winner's name and the "
        "exact standstill period.",
    ),
    Text(
        nl="Wacht ten minste 20 kalenderdagen met het sluiten van de overeenkomst. De termijn begint op de "
        "dag na de dag waarop de mededeling is verzonden.",
        en="Wait at least 20 calendar days before concluding the contract. The period begins on the day "
        "after the day on which the notification was sent.",
    ),
    Text(
        nl="Is in die termijn een voorlopige voorziening gevraagd, sluit de overeenkomst dan pas als daarop "
        "is beslist en de termijn voorbij is.",
        en="If interim relief was sought within that period, conclude the contract only after the decision "
        "on it and after the period has ended.",
    ),
)
_EXCEPTIONS = Text(
    nl="De opschortende termijn is niet verplicht als de wet geen aankondiging vraagt, als de enige "
    "betrokken inschrijver de winnaar is en er geen betrokken gegadigden zijn, of bij een opdracht binnen "
    "een raamovereenkomst of dynamisch aankoopsysteem. Een jurist beoordeelt of dat hier zo is.",
    en="The standstill is not obligatory where the law asks for no notice, where the only bidder concerned "
    "is the winner and no candidates are concerned, or for a contract under a framework agreement or dynamic "
    "purchasing system. A lawyer judges whether that is the case here.",
)
_BASIS = Text(nl="Grondslag: {basis}.", en="Legal basis: {basis}.")
_ARTICLES = ("aw2012:2.130", "aw2012:2.127", "aw2012:2.131")


def afterwards_blocks(say: Wording) -> Iterator[Block]:
    yield heading(1, say(_HEADING))
    yield paragraph(say(_INTRO))
    yield steps(*(say(step) for step in _STEPS))
    yield paragraph(say(_EXCEPTIONS))
    yield paragraph(say(_BASIS, basis=all_cited((cite(code) for code in _ARTICLES), say)))
