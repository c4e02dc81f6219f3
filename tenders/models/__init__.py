"""The rows of a tender; arithmetic lives in `tenders.scoring`, rows cross over in `tenders.snapshots`."""

from tenders.models.award import (
    AwardDecision,
    DecisionWithdrawal,
    FallenBid,
    Inquiry,
    Letter,
    NoInquiry,
    Reinstatement,
    Verification,
    falls_of_bids,
)
from tenders.models.bids import Bid, BidValue, RequirementOutcome, VersionAnswer
from tenders.models.criteria import Criterion, CriterionLevel, Requirement, Scale, ScaleLevel
from tenders.models.evaluation import Draw, Evaluation, Publication, PublishedDocument
from tenders.models.evidence import EvidenceCheck, EvidenceFile
from tenders.models.jury import (
    Assessor,
    Assignment,
    ConsensusScore,
    Declaration,
    IndividualScore,
    Minutes,
    Reveal,
    Sample,
    SampleScore,
)
from tenders.models.ladder import LadderProof
from tenders.models.legal import LegalAnswers, LegalReason
from tenders.models.letters import LetterDraft, SentNotice
from tenders.models.lifecycle import LifecycleAnswer, LifecyclePlan, PriceLine
from tenders.models.policy import WeightPolicy
from tenders.models.procedure import Approval, Clarification, FirstSignature, PhaseChange, Procedure, Question
from tenders.models.sealed import BidWithdrawal, DataKey, LateReplacement, SealedBid, SealedFile, SealedPrices
from tenders.models.standstill import Proceedings, StandstillWaiver
from tenders.models.suppliers import Evidence, Supplier
from tenders.models.targets import OrganisationTarget
from tenders.models.tender import Lot, Tender

__all__ = [
    "Approval",
    "Assessor",
    "Assignment",
    "AwardDecision",
    "Bid",
    "BidValue",
    "BidWithdrawal",
    "Clarification",
    "ConsensusScore",
    "Criterion",
    "CriterionLevel",
    "DataKey",
    "DecisionWithdrawal",
    "Declaration",
    "Draw",
    "Evaluation",
    "Evidence",
    "EvidenceCheck",
    "EvidenceFile",
    "FallenBid",
    "FirstSignature",
    "IndividualScore",
    "Inquiry",
    "LadderProof",
    "LateReplacement",
    "LegalAnswers",
    "LegalReason",
    "Letter",
    "LetterDraft",
    "LifecycleAnswer",
    "LifecyclePlan",
    "Lot",
    "Minutes",
    "NoInquiry",
    "OrganisationTarget",
    "PhaseChange",
    "PriceLine",
    "Procedure",
    "Proceedings",
    "Publication",
    "PublishedDocument",
    "Question",
    "Reinstatement",
    "Requirement",
    "RequirementOutcome",
    "Reveal",
    "Sample",
    "SampleScore",
    "Scale",
    "ScaleLevel",
    "SealedBid",
    "SealedFile",
    "SealedPrices",
    "SentNotice",
    "StandstillWaiver",
    "Supplier",
    "Tender",
    "Verification",
    "VersionAnswer",
    "WeightPolicy",
    "falls_of_bids",
]
