"""The award: weights that are no fixed number, life-cycle cost, variants, names and marks in criteria."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


class WeightStyle(StrEnum):
    """How the documents state the weights (art. 2.115 lid 4 and 5 Aw)."""

    EXACT = "exact"
    RANGE = "range"
    ORDER = "order"  # descending order only


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRange:
    """Percent of the lot."""

    criterion: Annotated[str, Text(nl="Code van het criterium", en="Code of the criterion")] = ""
    least: Annotated[Decimal | None, Text(nl="Minimum in procenten", en="Minimum in percent")] = None
    most: Annotated[Decimal | None, Text(nl="Maximum in procenten", en="Maximum in percent")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    lot: Annotated[str, Text(nl="Code van het perceel", en="Code of the lot")] = ""
    style: Annotated[
        WeightStyle | None,
        Text(nl="Hoe staan de gewichten in de stukken?", en="How do the documents state weights?"),
    ] = None
    ranges: Annotated[tuple[WeightRange, ...], Text(nl="De marges", en="The ranges")] = ()
    order_reason: Annotated[
        str,
        Text(
            nl="Welke objectieve reden maakt weging onmogelijk?",
            en="Which objective reason makes weighting impossible?",
        ),
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeCycleCost:
    """For one lot that compares bids on life-cycle cost (art. 2.115a Aw)."""

    lot: Annotated[str, Text(nl="Code van het perceel", en="Code of the lot")] = ""
    data_published: Annotated[
        bool | None,
        Text(
            nl="Staat in de stukken welke gegevens de inschrijver levert?",
            en="Do the documents say which data bidders supply?",
        ),
    ] = None
    method_published: Annotated[
        bool | None, Text(nl="Staat de methode in de stukken?", en="Is the method in the documents?")
    ] = None
    eu_method_required: Annotated[
        bool | None,
        Text(
            nl="Is voor dit product een Europese methode verplicht?",
            en="Is a European method mandatory for this product?",
        ),
    ] = None
    eu_method_used: Annotated[bool | None, Text(nl="Wordt die gebruikt?", en="Is it used?")] = None
    externalities: Annotated[
        bool | None,
        Text(nl="Tellen kosten van milieueffecten mee?", en="Do costs of environmental effects count?"),
    ] = None
    money_value_verifiable: Annotated[
        bool | None,
        Text(
            nl="Kan hun geldwaarde worden bepaald en gecontroleerd?",
            en="Can their money value be determined and verified?",
        ),
    ] = None
    objective: Annotated[
        bool | None,
        Text(
            nl="Is de methode objectief en niet-discriminerend?",
            en="Is the method objective and non-discriminatory?",
        ),
    ] = None
    accessible: Annotated[
        bool | None, Text(nl="Is zij voor iedereen toegankelijk?", en="Is it accessible to all?")
    ] = None
    reasonable_effort: Annotated[
        bool | None,
        Text(
            nl="Kan een gewone ondernemer, ook van buiten de EU, de gegevens met redelijke inspanning geven?",
            en="Can a normal operator, also from outside the EU, supply the data with reasonable effort?",
        ),
    ] = None
    one_off: Annotated[
        bool | None,
        Text(
            nl="Is de methode alleen voor deze opdracht gemaakt?",
            en="Was the method made for this contract only?",
        ),
    ] = None
    one_off_neutral: Annotated[
        bool | None,
        Text(
            nl="Bevoordeelt of benadeelt zij dan niemand?", en="Does it then favour or disadvantage nobody?"
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    allowed: Annotated[
        bool | None, Text(nl="Mogen of moeten varianten?", en="May or must variants be submitted?")
    ] = None
    minimum_demands: Annotated[
        str, Text(nl="Aan welke eisen voldoen zij ten minste?", en="Which minimum demands hold?")
    ] = ""
    how_submitted: Annotated[str, Text(nl="Hoe worden zij ingediend?", en="How are they submitted?")] = ""
    regular_bid_needed: Annotated[
        bool | None,
        Text(
            nl="Is vastgelegd of er ook een gewone inschrijving moet zijn?",
            en="Is it stated whether a regular bid is needed too?",
        ),
    ] = None
    criteria_fit_both: Annotated[
        bool | None,
        Text(
            nl="Passen de criteria op varianten en gewone inschrijvingen?",
            en="Do the criteria fit variants and regular bids?",
        ),
    ] = None
    linked: Annotated[
        bool | None, Text(nl="Horen zij bij het voorwerp?", en="Are they linked to the subject-matter?")
    ] = None


class CriterionAbout(StrEnum):
    """What an award criterion asks besides the goods; a person says so."""

    QUALIFICATION = "qualification"  # education or professional qualification
    STAFF = "staff"  # organisation and experience of those who do the work
    PLACE = "place"  # place, country or distance


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionNote:
    criterion: Annotated[str, Text(nl="Code van het criterium", en="Code of the criterion")] = ""
    about: Annotated[
        CriterionAbout | None, Text(nl="Waar gaat het ook over?", en="What else is it about?")
    ] = None
    subject: Annotated[str, Text(nl="Onderwerp van de kwalificatie", en="Subject of the qualification")] = ""
    staff_matters: Annotated[
        str,
        Text(
            nl="Waarom bepaalt de kwaliteit van het personeel de uitvoering in hoge mate?",
            en="Why does the quality of staff matter greatly for the performance?",
        ),
    ] = ""


class NameGround(StrEnum):
    """Why a brand, make, origin, process, patent or type may be named (art. 2.76 lid 3 and 4 Aw)."""

    SUBJECT_MATTER = "subject_matter"  # justified by the subject-matter
    NO_DESCRIPTION = "no_description"  # no sufficiently precise description is possible


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedProduct:
    name: Annotated[
        str, Text(nl="Welk merk, type of octrooi wordt genoemd?", en="Which brand, type or patent is named?")
    ] = ""
    ground: Annotated[NameGround | None, Text(nl="Waarom mag dat?", en="Why is that allowed?")] = None
    reason: Annotated[str, Text(nl="Leg uit", en="Explain")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    weights: Annotated[tuple[Weights, ...], Text(nl="Gewichten per perceel", en="Weights of each lot")] = ()
    life_cycle_cost: Annotated[
        tuple[LifeCycleCost, ...], Text(nl="Levenscycluskosten", en="Life-cycle cost")
    ] = ()
    variants: Annotated[Variants | None, Text(nl="Varianten", en="Variants")] = None
    notes: Annotated[
        tuple[CriterionNote, ...],
        Text(
            nl="Criteria die ook over kwalificatie, personeel of plaats gaan",
            en="Criteria that are also about qualification, staff or place",
        ),
    ] = ()
    named_products: Annotated[
        tuple[NamedProduct, ...],
        Text(nl="Merken en typen die worden genoemd", en="Brands and types that are named"),
    ] = ()
