"""What is asked of bidders: exclusion, suitability, shortlisting, proof, groups and subcontractors."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


class SuitabilityKind(StrEnum):
    TURNOVER = "turnover"
    REFERENCE = "reference"
    CERTIFICATE = "certificate"  # of the firm: quality or environmental management
    QUALIFICATION = "qualification"  # education or professional qualification
    OTHER = "other"


class TurnoverOf(StrEnum):
    """The value that a turnover requirement is held against (art. 2.90 lid 5 Aw)."""

    CONTRACT = "contract"
    LOT = "lot"
    CLUSTER = "cluster"  # lots to be carried out at the same time
    CALL_OFFS = "call_offs"  # of a framework, carried out at the same time
    FRAMEWORK = "framework"  # where the value of the call-offs is not known
    DYNAMIC_SYSTEM = "dynamic_system"


class AskedAt(StrEnum):
    WITH_BID = "with_bid"
    WINNER = "winner"  # of the bidder that is about to get the contract


class Ground(StrEnum):
    """Optional exclusion grounds: the letters of art. 2.87 lid 1 Aw."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"
    G = "g"
    H = "h"
    I = "i"  # noqa: E741 - the letter of the act
    J = "j"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuitabilityRequirement:
    code: Annotated[str, Text(nl="Code", en="Code")] = ""
    kind: Annotated[
        SuitabilityKind | None, Text(nl="Waar gaat de eis over?", en="What is the requirement about?")
    ] = None
    text: Annotated[str, Text(nl="Tekst van de eis", en="Text of the requirement")] = ""
    subject: Annotated[str, Text(nl="Onderwerp van de kwalificatie", en="Subject of the qualification")] = ""
    turnover: Annotated[
        Decimal | None, Text(nl="Gevraagde omzet per jaar, in euro", en="Turnover asked a year, in euros")
    ] = None
    turnover_of: Annotated[
        TurnoverOf | None,
        Text(nl="Waarde waaraan de omzet wordt getoetst", en="Value that turnover is held against"),
    ] = None
    turnover_base: Annotated[
        Decimal | None, Text(nl="Die waarde, in euro zonder btw", en="That value, in euros without VAT")
    ] = None
    years: Annotated[Decimal | None, Text(nl="Terugkijktermijn in jaren", en="Years that count back")] = None
    reason: Annotated[str, Text(nl="Waarom deze eis nodig is", en="Why this requirement is needed")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One document or statement asked of bidders."""

    name: Annotated[str, Text(nl="Welk bewijs wordt gevraagd?", en="Which proof is asked?")] = ""
    asked_at: Annotated[AskedAt | None, Text(nl="Wanneer wordt het gevraagd?", en="When is it asked?")] = None
    espd_can_declare: Annotated[
        bool | None,
        Text(
            nl="Kan de inschrijver dit in de eigen verklaring verklaren?",
            en="Can the bidder declare this in the ESPD?",
        ),
    ] = None
    reference_list: Annotated[
        bool | None,
        Text(
            nl="Is het de lijst van werken, leveringen of diensten?",
            en="Is it the list of works, supplies or services?",
        ),
    ] = None
    already_held: Annotated[
        bool | None,
        Text(
            nl="Hebt u het al, of staat het gratis in een nationale databank?",
            en="Do you hold it already, or is it free in a national database?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """How far back one optional ground looks."""

    ground: Annotated[Ground | None, Text(nl="Grond", en="Ground")] = None
    years: Annotated[Decimal | None, Text(nl="Jaren", en="Years")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    mandatory: Annotated[
        bool | None,
        Text(
            nl="Staan alle verplichte uitsluitingsgronden in de stukken?",
            en="Are all mandatory exclusion grounds in the documents?",
        ),
    ] = None
    optional: Annotated[
        tuple[Ground, ...], Text(nl="Welke facultatieve gronden gelden?", en="Which optional grounds hold?")
    ] = ()
    optional_reason: Annotated[
        str,
        Text(
            nl="Waarom passen deze facultatieve gronden bij de opdracht?",
            en="Why do these optional grounds fit the contract?",
        ),
    ] = ""
    conviction_years: Annotated[
        Decimal | None,
        Text(nl="Hoeveel jaar tellen veroordelingen terug?", en="How many years do convictions count back?"),
    ] = None
    look_back: Annotated[
        tuple[LookBack, ...],
        Text(
            nl="Hoever kijkt elke facultatieve grond terug?",
            en="How far does each optional ground look back?",
        ),
    ] = ()
    self_cleaning: Annotated[
        bool | None,
        Text(
            nl="Kan een inschrijver zijn betrouwbaarheid alsnog aantonen?",
            en="May a bidder still show that it is reliable?",
        ),
    ] = None
    waiver: Annotated[
        bool | None,
        Text(
            nl="Noemen de stukken wanneer u van uitsluiting afziet?",
            en="Do the documents say when you waive exclusion?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortlisting:
    places: Annotated[
        Decimal | None, Text(nl="Hoeveel gegadigden nodigt u uit?", en="How many candidates do you invite?")
    ] = None
    rules: Annotated[str, Text(nl="Volgens welke regels of criteria?", en="By which rules or criteria?")] = ""
    weighted: Annotated[
        bool | None,
        Text(nl="Staat het gewicht van elk selectiecriterium vast?", en="Has each criterion a weight?"),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bidders:
    suitability: Annotated[
        tuple[SuitabilityRequirement, ...],
        Text(nl="Welke geschiktheidseisen stelt u?", en="Which suitability requirements do you set?"),
    ] = ()
    e_certis: Annotated[bool | None, Text(nl="Is e-Certis geraadpleegd?", en="Was e-Certis consulted?")] = (
        None
    )
    proofs: Annotated[
        tuple[Proof, ...], Text(nl="Welke bewijzen vraagt u?", en="Which proof do you ask?")
    ] = ()
    exclusion: Annotated[Exclusion, Text(nl="Uitsluitingsgronden", en="Exclusion grounds")] = field(
        default_factory=Exclusion
    )
    shortlisting: Annotated[
        Shortlisting | None, Text(nl="Selectie van gegadigden", en="Shortlisting of candidates")
    ] = None
    legal_form: Annotated[
        bool | None,
        Text(
            nl="Moet een combinatie bij de inschrijving een rechtsvorm hebben?",
            en="Must a group have a legal form at the bid?",
        ),
    ] = None
    group_demands: Annotated[
        str,
        Text(
            nl="Welke andere eisen gelden alleen voor combinaties?",
            en="Which other demands hold for groups only?",
        ),
    ] = ""
    group_demands_reason: Annotated[
        str,
        Text(
            nl="Waarom zijn die objectief en in verhouding?", en="Why are those objective and proportionate?"
        ),
    ] = ""
    joint_liability: Annotated[
        bool | None,
        Text(
            nl="Wordt hoofdelijke aansprakelijkheid gevraagd van wie draagkracht leent?",
            en="Is joint liability asked of those who lend standing?",
        ),
    ] = None
    joint_liability_financial_only: Annotated[
        bool | None,
        Text(
            nl="Alleen voor financiële en economische draagkracht?",
            en="Only for financial and economic standing?",
        ),
    ] = None
    checks_subcontractors: Annotated[
        bool | None,
        Text(
            nl="Controleert u uitsluitingsgronden van onderaannemers?",
            en="Do you check exclusion grounds of subcontractors?",
        ),
    ] = None
    on_site_services: Annotated[
        bool | None,
        Text(
            nl="Werkt de opdrachtnemer bij u op locatie onder uw toezicht?",
            en="Does the contractor work on your site under your supervision?",
        ),
    ] = None
    subcontractor_names: Annotated[
        bool | None,
        Text(
            nl="Vraagt u na de gunning de namen van onderaannemers?",
            en="Do you ask subcontractors' names after award?",
        ),
    ] = None
