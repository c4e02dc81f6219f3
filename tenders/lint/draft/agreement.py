"""The contract: framework, conditions, options, and changes after signature."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    is_one: Annotated[
        bool | None, Text(nl="Is het een raamovereenkomst?", en="Is it a framework agreement?")
    ] = None
    years: Annotated[
        Decimal | None,
        Text(nl="Hoeveel jaar duurt zij, met verlenging?", en="How many years, extensions included?"),
    ] = None
    reason: Annotated[str, Text(nl="Waarom langer dan vier jaar?", en="Why longer than four years?")] = ""
    several_parties: Annotated[
        bool | None, Text(nl="Zijn er meer opdrachtnemers?", en="Are there several contractors?")
    ] = None
    call_offs_by_published_criteria: Annotated[
        bool | None,
        Text(
            nl="Volgen nadere opdrachten de gepubliceerde criteria?",
            en="Do call-offs follow the published criteria?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A special condition for the performance (art. 2.80 Aw)."""

    code: Annotated[str, Text(nl="Code", en="Code")] = ""
    text: Annotated[str, Text(nl="Tekst van de voorwaarde", en="Text of the condition")] = ""
    link: Annotated[str, Text(nl="Verband met het voorwerp", en="Link to the subject-matter")] = ""
    in_documents: Annotated[
        bool | None,
        Text(nl="Staat zij in de aankondiging of de stukken?", en="Is it in the notice or the documents?"),
    ] = None


class ReviewKind(StrEnum):
    OPTION = "option"
    PRICE = "price"  # price revision
    INDEXATION = "indexation"
    KPI = "kpi"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewClause:
    """A clause by which the contract may change (art. 2.163c Aw)."""

    kind: Annotated[ReviewKind | None, Text(nl="Waar gaat het over?", en="What is it about?")] = None
    title: Annotated[str, Text(nl="Naam van de bepaling", en="Name of the clause")] = ""
    scope: Annotated[str, Text(nl="Omvang", en="Scope")] = ""
    nature: Annotated[str, Text(nl="Aard", en="Nature")] = ""
    conditions: Annotated[str, Text(nl="Voorwaarden voor gebruik", en="Conditions of use")] = ""
    keeps_nature: Annotated[
        bool | None,
        Text(
            nl="Blijft de algemene aard van de opdracht gelijk?",
            en="Does the general nature of the contract stay?",
        ),
    ] = None


class ChangeGround(StrEnum):
    SMALL = "small"  # 2.163b
    REVIEW_CLAUSE = "review_clause"  # 2.163c
    ADDITIONAL = "additional"  # 2.163d
    UNFORESEEN = "unforeseen"  # 2.163e
    SUCCESSION = "succession"  # 2.163f
    NOT_SUBSTANTIAL = "not_substantial"  # 2.163g


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractChange:
    """A change of the signed contract; amounts in euros without VAT."""

    title: Annotated[str, Text(nl="Wat verandert er?", en="What changes?")] = ""
    ground: Annotated[ChangeGround | None, Text(nl="Op welke grond?", en="On which ground?")] = None
    value: Annotated[Decimal | None, Text(nl="Waarde van deze wijziging", en="Value of this change")] = None
    cumulative: Annotated[
        Decimal | None, Text(nl="Netto waarde van alle wijzigingen", en="Net value of all changes")
    ] = None
    original: Annotated[
        Decimal | None, Text(nl="Waarde van de opdracht, geïndexeerd", en="Value of the contract, indexed")
    ] = None
    keeps_nature: Annotated[
        bool | None, Text(nl="Blijft de algemene aard gelijk?", en="Does the general nature stay?")
    ] = None
    clause: Annotated[str, Text(nl="Naam van de herzieningsbepaling", en="Name of the review clause")] = ""
    notice_published: Annotated[
        bool | None, Text(nl="Is de wijziging aangekondigd?", en="Was a notice of the change published?")
    ] = None
    lowers_promise: Annotated[
        bool | None,
        Text(
            nl="Verlaagt zij een belofte die punten opleverde (kg CO2, kWh, procenten)?",
            en="Does it lower a promise that earned points (kg CO2, kWh, percentages)?",
        ),
    ] = None
    reason: Annotated[str, Text(nl="Onderbouwing", en="Reasons")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    framework: Annotated[Framework, Text(nl="Raamovereenkomst", en="Framework agreement")] = field(
        default_factory=Framework
    )
    conditions: Annotated[
        tuple[Condition, ...], Text(nl="Uitvoeringsvoorwaarden", en="Performance conditions")
    ] = ()
    review_clauses: Annotated[
        tuple[ReviewClause, ...],
        Text(
            nl="Opties, prijsherziening, indexering en KPI's",
            en="Options, price revision, indexation and KPIs",
        ),
    ] = ()
    changes: Annotated[
        tuple[ContractChange, ...], Text(nl="Wijzigingen van het contract", en="Changes of the contract")
    ] = ()
