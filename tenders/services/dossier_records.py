"""The rows of a tender that go into its dossier, as tables of plain data.

People are known by the number of their account, assessors by their letter. No sealed bid is ever read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

from procurement.numbers import plain
from tenders.dossier.manifest import PHASES, RECORD, File, canonical
from tenders.models import (
    Approval,
    Assessor,
    Assignment,
    AwardDecision,
    Bid,
    BidValue,
    Clarification,
    ConsensusScore,
    DecisionWithdrawal,
    Declaration,
    Draw,
    FallenBid,
    FirstSignature,
    IndividualScore,
    Inquiry,
    LadderProof,
    LateReplacement,
    Letter,
    LifecycleAnswer,
    Minutes,
    NoInquiry,
    PhaseChange,
    Proceedings,
    Question,
    Reinstatement,
    RequirementOutcome,
    Reveal,
    SentNotice,
    StandstillWaiver,
    Tender,
    Verification,
    VersionAnswer,
)


@dataclass(frozen=True, slots=True)
class Table:
    """`tender` is how a row leads to its tender; a column may look through a relation: `bid.code`."""

    name: str
    model: type[models.Model]
    tender: str
    columns: tuple[str, ...]


STEP = ("at", "made_by_id", "reason")
OF_LOT = ("lot.number",)
OF_BID = ("bid.lot.number", "bid.code")
OF_ASSESSOR = ("assessor.lot.number", "assessor.letter")

TABLES = (
    Table("approvals", Approval, "tender", (*STEP, "digest", "is_approved")),
    Table(
        "clarifications", Clarification, "tender",
        ("number", "opened_at", "opened_by_id", "is_amending", "reason", "is_substantial", "new_deadline",
         "why_not_substantial", "published_at", "discarded_at"),
    ),
    Table(
        "questions", Question, "clarification__tender",
        ("clarification.number", "position", "place", "question", "answer"),
    ),
    Table("first-signatures", FirstSignature, "lot__tender", (*OF_LOT, "transition", *STEP)),
    Table(
        "bids", Bid, "lot__tender",
        (*OF_LOT, "code", "supplier.name", "supplier.chamber_of_commerce", "received_at", "sealed.receipt"),
    ),
    Table("values", BidValue, "bid__lot__tender", (*OF_BID, "criterion.code", "value", "motivation")),
    Table(
        "life-cycle-answers", LifecycleAnswer, "bid__lot__tender", (*OF_BID, "code", "value", "is_price")
    ),
    Table(
        "outcomes", RequirementOutcome, "bid__lot__tender", (*OF_BID, "requirement.code", "met", "reason")
    ),
    Table(
        "version-answers", VersionAnswer, "bid__lot__tender",
        (*OF_BID, "is_confirmed", "confirmed_on", *STEP),
    ),
    Table(
        "late-replacements", LateReplacement, "later__lot__tender",
        ("later.lot.number", "earlier.receipt", "later.receipt", "signed_by_id", *STEP),
    ),
    Table("assessors", Assessor, "lot__tender", (*OF_LOT, "letter", "is_active", "ready_at")),
    Table("assignments", Assignment, "assessor__lot__tender", (*OF_ASSESSOR, "criterion.code")),
    Table(
        "declarations", Declaration, "assessor__lot__tender",
        (*OF_ASSESSOR, "bid.code", "at", "has_conflict", "reason"),
    ),
    Table(
        "individual-scores", IndividualScore, "assessor__lot__tender",
        (*OF_ASSESSOR, "bid.code", "criterion.code", "value", "motivation", "version", "saved_at"),
    ),
    Table("reveals", Reveal, "criterion__lot__tender", ("criterion.lot.number", "criterion.code", *STEP)),
    Table(
        "consensus-scores", ConsensusScore, "bid__lot__tender",
        (*OF_BID, "criterion.code", "number", "value", *STEP),
    ),
    Table("minutes", Minutes, "lot__tender", (*OF_LOT, "held_at", "text", "version")),
    Table("draws", Draw, "lot__tender", (*OF_LOT, "number", "order", "held_at", "held_by")),
    Table(
        "inquiries", Inquiry, "bid__lot__tender",
        (*OF_BID, "question", "asked_at", "asked_by_id", "answer_by", "answer", "outcome", "reason",
         "judged_at"),
    ),
    Table("low-prices-not-asked", NoInquiry, "bid__lot__tender", (*OF_BID, *STEP)),
    Table(
        "verifications", Verification, "bid__lot__tender",
        (*OF_BID, "item", "is_right", "seen_on", "valid_until", "renewal", *STEP),
    ),
    Table(
        "ladder-proofs", LadderProof, "bid__lot__tender",
        (*OF_BID, "evidence_check.evidence_id", "evidence_check_id", "kind", "version", "level",
         "issued_on", "valid_until", "shown_on", *STEP),
    ),
    Table("fallen-bids", FallenBid, "bid__lot__tender", (*OF_BID, "cause", *STEP)),
    Table(
        "reinstatements", Reinstatement, "fallen__bid__lot__tender",
        ("fallen.bid.lot.number", "fallen.bid.code", "seconded_by_id", "ruling", *STEP),
    ),
    Table(
        "decisions", AwardDecision, "lot__tender",
        (*OF_LOT, "number", "evaluation.number", "evaluation.digest", "winner", "reason", "decided_at",
         "made_by_id"),
    ),
    Table(
        "withdrawn-decisions", DecisionWithdrawal, "decision__lot__tender",
        ("decision.lot.number", "decision.number", *STEP),
    ),
    Table(
        "letters", Letter, "bid__lot__tender",
        (*OF_BID, "decision.number", "language", "digest", "sent_at", "sent_by_id", "standstill_until"),
    ),
    Table(
        "notices", SentNotice, "bid__lot__tender",
        (*OF_BID, "decision.number", "language", "digest", "sent_at", "sent_by_id"),
    ),
    Table(
        "standstill-waivers", StandstillWaiver, "decision__lot__tender",
        ("decision.lot.number", "decision.number", "ground", *STEP),
    ),
    Table(
        "proceedings", Proceedings, "lot__tender",
        (*OF_LOT, "started_on", "reference", "ended_on", "ruling", "ruled_at", "outcome", "cleared_at",
         "cleared_by_id", "cleared_because"),
    ),
)  # fmt: skip


def record_files(tender: Tender) -> list[File]:
    """Every table as a file of JSON, in the order in which its rows were made; and the phases."""
    tables = [File(f"records/{each.name}.json", RECORD, canonical(_rows(each, tender))) for each in TABLES]
    return [*tables, File(PHASES, RECORD, canonical(_phases(tender)))]


def _rows(table: Table, tender: Tender) -> list[dict[str, Any]]:
    related = {"__".join(column.split(".")[:-1]) for column in table.columns if "." in column}
    rows = table.model._default_manager.filter(**{table.tender: tender}).order_by("pk")
    rows = rows.select_related(*related) if related else rows
    return [{column: _value(row, column) for column in table.columns} for row in rows]


def _value(row: models.Model, column: str) -> object:
    value: Any = row
    for name in column.split("."):
        value = getattr(value, name, None)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    return plain(value) if isinstance(value, Decimal) else value


def moment(at: datetime) -> str:
    """As the log writes it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _phases(tender: Tender) -> list[dict[str, Any]]:
    """The steps in the words of the log, so that the two can be compared."""
    changes = PhaseChange.objects.filter(lot__tender=tender).select_related("lot").order_by("pk")
    return [_phase(change, f"{tender.reference} / {change.lot.number}") for change in changes]


def _phase(change: PhaseChange, subject: str) -> dict[str, Any]:
    people: Iterable[int | None] = (change.made_by_id, change.seconded_by_id)
    return {
        "transition": change.transition,
        "subject": subject,
        "at": moment(change.at),
        "from": change.source,
        "to": change.target,
        "reason": change.reason,
        "people": [person for person in people if person is not None],
    }
