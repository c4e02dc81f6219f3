"""What is bought, by whom, for how much, and how it was divided."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


class Authority(StrEnum):
    """Decides which threshold counts (art. 2.1-2.3 Aw)."""

    CENTRAL = "central"  # the State
    OTHER = "other"


class Nature(StrEnum):
    SUPPLIES = "supplies"
    SERVICES = "services"
    WORKS = "works"
    SOCIAL = "social"  # social and other specific services (art. 2.38, 2.6a Aw)


class ProductGroup(StrEnum):
    """For the dated tables of labels and product law."""

    COMPUTERS = "computers"
    DISPLAYS = "displays"
    PHONES = "phones"
    PRINTERS = "printers"
    SERVERS = "servers"
    NETWORK = "network"
    DATA_CENTRE = "data_centre"
    CLOUD = "cloud"
    SOFTWARE = "software"
    AI = "ai"
    CONSULTANCY = "consultancy"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    authority: Annotated[
        Authority | None, Text(nl="Wat voor aanbestedende dienst is het?", en="What kind of authority is it?")
    ] = None
    nature: Annotated[
        Nature | None, Text(nl="Wat is de aard van de opdracht?", en="What is the nature of the contract?")
    ] = None
    products: Annotated[
        tuple[ProductGroup, ...],
        Text(nl="Welke productgroepen worden gekocht?", en="Which product groups are bought?"),
    ] = ()
    estimate: Annotated[
        Decimal | None,
        Text(
            nl="Wat is de raming van alle percelen samen, in euro zonder btw?",
            en="What is the estimate of all lots together, in euros without VAT?",
        ),
    ] = None
    bought_apart: Annotated[
        bool | None,
        Text(
            nl="Wordt een deel van dezelfde behoefte apart gekocht?",
            en="Is part of the same need bought apart?",
        ),
    ] = None
    estimate_reason: Annotated[
        str,
        Text(
            nl="Waarom klopt de raming, en waarom wordt een deel apart gekocht?",
            en="Why is the estimate right, and why is a part bought apart?",
        ),
    ] = ""
    merged: Annotated[
        bool | None,
        Text(
            nl="Zijn opdrachten samengevoegd die ook apart konden?",
            en="Were contracts merged that could stand alone?",
        ),
    ] = None
    merged_reason: Annotated[
        str,
        Text(
            nl="Hoe zijn de markt, de organisatie en de samenhang gewogen, en waarom is samenvoegen nodig?",
            en="How were market, organisation and coherence weighed, and why is merging needed?",
        ),
    ] = ""
    one_lot_reason: Annotated[
        str,
        Text(
            nl="Waarom is de opdracht niet in percelen verdeeld?",
            en="Why is the contract not divided into lots?",
        ),
    ] = ""
    used_by_people: Annotated[
        bool | None,
        Text(
            nl="Gebruiken mensen het product of de dienst zelf?",
            en="Do natural persons use the product or service themselves?",
        ),
    ] = None
    accessibility: Annotated[
        str,
        Text(
            nl="Welke specificatie gaat over toegankelijkheid of ontwerp voor iedereen?",
            en="Which specification is about accessibility or design for all?",
        ),
    ] = ""
    no_accessibility_reason: Annotated[
        str,
        Text(
            nl="Waarom is er geen specificatie over toegankelijkheid?",
            en="Why is there no specification about accessibility?",
        ),
    ] = ""
    accessibility_law: Annotated[
        bool | None,
        Text(
            nl="Verwijst de specificatie naar de bindende Europese toegankelijkheidsregels?",
            en="Does the specification refer to the binding European accessibility rules?",
        ),
    ] = None
    energy_requirement: Annotated[
        str,
        Text(
            nl="Welke eis gaat over energie-efficiëntie?", en="Which requirement is about energy efficiency?"
        ),
    ] = ""
    no_energy_reason: Annotated[
        str,
        Text(
            nl="Waarom is er geen eis over energie-efficiëntie?",
            en="Why is there no requirement about energy efficiency?",
        ),
    ] = ""
    data_centre_figures: Annotated[
        bool | None,
        Text(
            nl="Vragen de stukken de cijfers die het datacenter aan de Europese databank meldt?",
            en="Do the documents ask for the figures that the data centre reports to the European database?",
        ),
    ] = None
    product_act: Annotated[
        str,
        Text(
            nl="Aan welke uitvoeringshandeling onder art. 65 ESPR voldoet de opdracht, en hoe?",
            en="Which implementing act under art. 65 ESPR does the contract meet, and how?",
        ),
    ] = ""
    public_value: Annotated[
        str,
        Text(
            nl="Hoe levert de opdracht zo veel mogelijk maatschappelijke waarde op?",
            en="How does the contract yield as much public value as possible?",
        ),
    ] = ""
