"""The rows of a tender; arithmetic lives in `tenders.scoring`, rows cross over in `tenders.snapshots`."""

from tenders.models.bids import Bid, BidValue, RequirementOutcome
from tenders.models.criteria import Criterion, CriterionLevel, Requirement, Scale, ScaleLevel
from tenders.models.evaluation import AwardDecision, Draw, Evaluation, Publication
from tenders.models.suppliers import Evidence, Supplier
from tenders.models.tender import Lot, Tender

__all__ = [
    "AwardDecision",
    "Bid",
    "BidValue",
    "Criterion",
    "CriterionLevel",
    "Draw",
    "Evaluation",
    "Evidence",
    "Lot",
    "Publication",
    "Requirement",
    "RequirementOutcome",
    "Scale",
    "ScaleLevel",
    "Supplier",
    "Tender",
]
