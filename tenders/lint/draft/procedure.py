"""How the contract is awarded, and the planning until bids are in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


class ProcedureKind(StrEnum):
    OPEN = "open"
    RESTRICTED = "restricted"
    NEGOTIATED = "negotiated"  # competitive procedure with negotiation
    DIALOGUE = "dialogue"
    INNOVATION = "innovation"
    BELOW_THRESHOLD = "below_threshold"


class AwardBasis(StrEnum):
    BEST_PRICE_QUALITY = "best_price_quality"
    LOWEST_COST = "lowest_cost"
    LOWEST_PRICE = "lowest_price"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """Days; `agreed` only for authorities other than the State (art. 2.71 Aw)."""

    notice_sent: Annotated[
        date | None, Text(nl="Wanneer gaat de aankondiging weg?", en="When is the notice sent?")
    ] = None
    requests_until: Annotated[
        date | None,
        Text(
            nl="Tot wanneer kan men verzoeken om mee te doen?",
            en="Until when may operators ask to take part?",
        ),
    ] = None
    invitation_sent: Annotated[
        date | None,
        Text(
            nl="Wanneer gaat de uitnodiging tot inschrijving weg?", en="When is the invitation to bid sent?"
        ),
    ] = None
    bids_until: Annotated[
        date | None, Text(nl="Tot wanneer kan men inschrijven?", en="Until when may bids come in?")
    ] = None
    electronic: Annotated[
        bool | None,
        Text(nl="Komen inschrijvingen elektronisch binnen?", en="Do bids come in electronically?"),
    ] = None
    agreed: Annotated[
        bool | None,
        Text(
            nl="Is de termijn in overleg met alle gegadigden vastgesteld?",
            en="Was the time limit agreed with all candidates?",
        ),
    ] = None
    announced_on: Annotated[
        date | None,
        Text(
            nl="Wanneer is een volledige vooraankondiging gedaan?",
            en="When was a full prior information notice published?",
        ),
    ] = None
    urgency: Annotated[str, Text(nl="Waarom is de procedure urgent?", en="Why is the procedure urgent?")] = ""
    clarifications_until: Annotated[
        date | None,
        Text(
            nl="Wanneer verschijnt de laatste nota van inlichtingen?",
            en="When does the last clarification note appear?",
        ),
    ] = None
    clarifications_to_all: Annotated[
        bool | None,
        Text(
            nl="Gaat de nota van inlichtingen naar alle ondernemers?",
            en="Does the clarification note go to all operators?",
        ),
    ] = None
    changed_substantially: Annotated[
        bool | None,
        Text(
            nl="Zijn de stukken na de aankondiging wezenlijk gewijzigd?",
            en="Were the documents changed substantially after the notice?",
        ),
    ] = None
    extended_days: Annotated[
        Decimal | None,
        Text(
            nl="Met hoeveel dagen is de termijn daarvoor verlengd?",
            en="By how many days was the time limit extended for that?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the contract is awarded and in what shape."""

    kind: Annotated[ProcedureKind | None, Text(nl="Welke procedure is het?", en="Which procedure is it?")] = (
        None
    )
    award_basis: Annotated[
        AwardBasis | None, Text(nl="Op welke grondslag wordt gegund?", en="On which basis is it awarded?")
    ] = None
    award_basis_reason: Annotated[
        str,
        Text(
            nl="Waarom wordt niet gegund op de beste prijs-kwaliteitverhouding?",
            en="Why is it not awarded on the best price-quality ratio?",
        ),
    ] = ""
    decree_checked: Annotated[
        bool | None,
        Text(
            nl="Is nagegaan of een besluit deze grondslag voor u verbiedt?",
            en="Was it checked whether a decree forbids this basis for you?",
        ),
    ] = None
    method_frozen: Annotated[
        bool | None,
        Text(
            nl="Ligt de beoordelingsmethode vast voor de opening?",
            en="Is the evaluation method fixed before the opening?",
        ),
    ] = None
    method_changes_criteria: Annotated[
        bool | None,
        Text(
            nl="Verandert de beoordelingsmethode iets aan de criteria of hun gewichten?",
            en="Does the evaluation method change anything in the criteria or their weights?",
        ),
    ] = None
