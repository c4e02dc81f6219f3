"""After the bids: low bids, conflicts, letters, standstill and record. Each is asked at its own step."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from procurement.language import Text


class LowBidOutcome(StrEnum):
    KEPT = "kept"
    REJECTED_UNFOUNDED = "rejected_unfounded"  # not substantiated (art. 2.116 lid 3 Aw)
    REJECTED_BREACH = "rejected_breach"  # breach of environmental, social or labour law (lid 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class LowBid:
    bid: Annotated[str, Text(nl="Code van de inschrijving", en="Code of the bid")] = ""
    asked_on: Annotated[
        date | None, Text(nl="Wanneer is om toelichting gevraagd?", en="When was an explanation asked?")
    ] = None
    discussed: Annotated[
        bool | None, Text(nl="Is de toelichting besproken?", en="Was the explanation discussed?")
    ] = None
    breach: Annotated[
        bool | None,
        Text(
            nl="Komt de lage prijs door schending van milieu-, sociaal of arbeidsrecht?",
            en="Is the low price caused by a breach of environmental, social or labour law?",
        ),
    ] = None
    outcome: Annotated[LowBidOutcome | None, Text(nl="Wat is besloten?", en="What was decided?")] = None
    reason: Annotated[str, Text(nl="Waarom?", en="Why?")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Of one assessor."""

    assessor: Annotated[str, Text(nl="Wie (rol of nummer)?", en="Who (role or number)?")] = ""
    made_on: Annotated[date | None, Text(nl="Wanneer is verklaard?", en="When was it declared?")] = None
    conflict: Annotated[
        bool | None, Text(nl="Is er een belangenconflict?", en="Is there a conflict of interest?")
    ] = None
    measure: Annotated[str, Text(nl="Welke maatregel is genomen?", en="Which measure was taken?")] = ""
    in_record: Annotated[
        bool | None, Text(nl="Staat dat in het proces-verbaal?", en="Is that in the record?")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    sent_on: Annotated[
        date | None, Text(nl="Wanneer zijn de brieven verzonden?", en="When were the letters sent?")
    ] = None
    electronic: Annotated[bool | None, Text(nl="Elektronisch?", en="Electronically?")] = None
    to_all_concerned: Annotated[
        bool | None,
        Text(
            nl="Aan elke betrokken inschrijver en gegadigde?", en="To every bidder and candidate concerned?"
        ),
    ] = None
    reasons: Annotated[
        bool | None,
        Text(
            nl="Met de relevante redenen, kenmerken en relatieve voordelen van de winnaar?",
            en="With the relevant reasons, characteristics and relative advantages of the winner?",
        ),
    ] = None
    winner_named: Annotated[
        bool | None, Text(nl="Met de naam van de winnaar?", en="With the name of the winner?")
    ] = None
    standstill_until: Annotated[
        date | None,
        Text(
            nl="Tot en met welke dag loopt de opschortende termijn?",
            en="Until which day, included, does the standstill run?",
        ),
    ] = None
    confidential_kept: Annotated[
        bool | None, Text(nl="Staat er niets vertrouwelijks in?", en="Is nothing confidential in them?")
    ] = None


class NoStandstill(StrEnum):
    """The exceptions of art. 2.127 lid 4 Aw."""

    NO_NOTICE_NEEDED = "no_notice_needed"
    SOLE_BIDDER = "sole_bidder"  # and no candidates concerned
    CALL_OFF = "call_off"  # from a framework agreement
    DYNAMIC_SYSTEM = "dynamic_system"  # a specific contract under a dynamic purchasing system


@dataclass(frozen=True, slots=True, kw_only=True)
class Standstill:
    exception: Annotated[
        NoStandstill | None, Text(nl="Geldt een uitzondering?", en="Does an exception hold?")
    ] = None
    interim_relief_asked: Annotated[
        bool | None, Text(nl="Is een kort geding aanhangig?", en="Is interim relief sought?")
    ] = None
    ruled_on: Annotated[
        date | None, Text(nl="Wanneer deed de rechter uitspraak?", en="When did the court rule?")
    ] = None
    signed_on: Annotated[
        date | None, Text(nl="Wanneer wordt het contract getekend?", en="When is the contract signed?")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record of art. 2.132 Aw and what follows."""

    parts: Annotated[
        tuple[str, ...],
        Text(nl="Welke onderdelen a tot en met n staan erin?", en="Which parts a to n are in it?"),
    ] = ()
    parts_not_applicable: Annotated[
        tuple[str, ...], Text(nl="Welke zijn niet van toepassing?", en="Which do not apply?")
    ] = ()
    award_notice_on: Annotated[
        date | None,
        Text(
            nl="Wanneer gaat de aankondiging van de gegunde opdracht weg?",
            en="When is the award notice sent?",
        ),
    ] = None
    contract_copy_kept: Annotated[
        bool | None,
        Text(
            nl="Blijft een afschrift van het contract bewaard zolang het loopt?",
            en="Is a copy of the contract kept for its term?",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    low_bids: Annotated[
        tuple[LowBid, ...], Text(nl="Abnormaal lage inschrijvingen", en="Abnormally low bids")
    ] = ()
    declarations: Annotated[
        tuple[Declaration, ...], Text(nl="Verklaringen van beoordelaars", en="Declarations of assessors")
    ] = ()
    letters: Annotated[Letters, Text(nl="Brieven", en="Letters")] = field(default_factory=Letters)
    standstill: Annotated[Standstill, Text(nl="Opschortende termijn", en="Standstill")] = field(
        default_factory=Standstill
    )
    record: Annotated[Record, Text(nl="Proces-verbaal", en="Record")] = field(default_factory=Record)
