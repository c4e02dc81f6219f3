"""What the notice and the tender documents say, and advice from the market in their preparation."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


class NotOnlineGround(StrEnum):
    """The exceptions of art. 2.66 lid 3 and 4 Aw."""

    OTHER_MEANS = "other_means"  # cannot be given electronically (art. 2.52a lid 2 Aw)
    CONFIDENTIAL = "confidential"  # information that must stay confidential (art. 2.57a Aw)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLot:
    """What the notice names for one lot, where lots differ."""

    lot: Annotated[str, Text(nl="Code van het perceel", en="Code of the lot")] = ""
    criteria: Annotated[
        tuple[str, ...],
        Text(nl="Welke gunningscriteria (codes)?", en="Which award criteria (codes)?"),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the notice itself says; the documents say the rest."""

    criteria: Annotated[
        tuple[str, ...],
        Text(
            nl="Welke gunningscriteria noemt de aankondiging voor alle percelen (codes)?",
            en="Which award criteria does the notice name for all lots (codes)?",
        ),
    ] = ()
    by_lot: Annotated[
        tuple[NoticeLot, ...],
        Text(
            nl="Welke gunningscriteria noemt de aankondiging per perceel?",
            en="Which award criteria does the notice name for each lot?",
        ),
    ] = ()
    variants: Annotated[
        bool | None,
        Text(
            nl="Zegt de aankondiging of varianten mogen of moeten?",
            en="Does the notice say whether variants may or must be?",
        ),
    ] = None
    shortlisting: Annotated[
        bool | None,
        Text(
            nl="Noemt de aankondiging het aantal gegadigden, de regels en hun weging?",
            en="Does the notice state the number of candidates, the rules and their weights?",
        ),
    ] = None
    proof_of_suitability: Annotated[
        bool | None,
        Text(
            nl="Noemt de aankondiging de bewijsmiddelen bij de geschiktheidseisen?",
            en="Does the notice name the means of proof for the suitability requirements?",
        ),
    ] = None
    subcontractors_checked: Annotated[
        bool | None,
        Text(
            nl="Zegt de aankondiging dat uitsluitingsgronden ook voor onderaannemers gelden?",
            en="Does the notice say that exclusion grounds also hold for subcontractors?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """What the tender documents say and how they can be had."""

    free_and_complete: Annotated[
        bool | None,
        Text(
            nl="Staan alle stukken vanaf de aankondiging gratis, rechtstreeks en volledig online?",
            en="Are all documents online free, directly and completely from the notice on?",
        ),
    ] = None
    not_online_ground: Annotated[
        NotOnlineGround | None,
        Text(
            nl="Welke uitzondering staat toe dat niet alles online staat?",
            en="Which exception allows that not everything is online?",
        ),
    ] = None
    opened_before_deadline: Annotated[
        bool | None,
        Text(
            nl="Kan iemand een inschrijving openen voor het uiterste tijdstip?",
            en="Can anyone open a bid before the deadline?",
        ),
    ] = None
    obligations_office: Annotated[
        str,
        Text(
            nl="Welke instanties geven informatie over belasting, milieu, arbeidsbescherming en werk?",
            en="Which bodies inform about tax, environment, labour protection and working conditions?",
        ),
    ] = ""
    obligations_asked: Annotated[
        bool | None,
        Text(
            nl="Verklaren inschrijvers dat zij met milieu-, sociaal en arbeidsrecht rekening hielden?",
            en="Are bidders asked to state that they took environmental, social and labour law into account?",
        ),
    ] = None
    guide_assessed: Annotated[
        bool | None,
        Text(
            nl="Is beoordeeld of u van de Gids Proportionaliteit afwijkt?",
            en="Was it assessed whether you deviate from the Proportionality Guide?",
        ),
    ] = None
    guide_deviation: Annotated[
        bool | None,
        Text(
            nl="Wijkt u van de Gids Proportionaliteit af?",
            en="Do you deviate from the Proportionality Guide?",
        ),
    ] = None
    guide_reason: Annotated[
        str,
        Text(
            nl="Waarom wijkt u van de Gids Proportionaliteit af?",
            en="Why do you deviate from the Proportionality Guide?",
        ),
    ] = ""
    kept_years: Annotated[
        Decimal | None,
        Text(
            nl="Hoeveel jaar na de gunning blijft het dossier bewaard?",
            en="For how many years after award is the file kept?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketAdvice:
    """A bidder advised in the preparation (art. 2.51 Aw)."""

    took_place: Annotated[
        bool | None,
        Text(
            nl="Heeft een mogelijke inschrijver geadviseerd bij de voorbereiding?",
            en="Did a possible bidder advise in the preparation?",
        ),
    ] = None
    shared: Annotated[
        bool | None,
        Text(
            nl="Is alle informatie daaruit met alle inschrijvers gedeeld?",
            en="Was all information shared with all bidders?",
        ),
    ] = None
    fitting_deadline: Annotated[
        bool | None,
        Text(
            nl="Past de termijn bij de achterstand van de anderen?",
            en="Does the time limit fit the others' lag?",
        ),
    ] = None
    recorded: Annotated[
        bool | None,
        Text(nl="Komen de maatregelen in het proces-verbaal?", en="Do the measures go into the record?"),
    ] = None
    excludes: Annotated[
        bool | None, Text(nl="Wordt de adviseur uitgesloten?", en="Is the adviser excluded?")
    ] = None
    no_other_means: Annotated[
        str,
        Text(
            nl="Waarom verzekert niets anders dan uitsluiten de gelijke behandeling?",
            en="Why does nothing but exclusion ensure equal treatment?",
        ),
    ] = ""
    heard: Annotated[
        bool | None,
        Text(
            nl="Kon de adviseur aantonen dat de mededinging niet wordt vervalst?",
            en="Could the adviser show that competition is not distorted?",
        ),
    ] = None
