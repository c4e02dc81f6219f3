"""What people do with clauses and contracts: one transaction and one event in the log each."""

from clauses.services.approving import approve, send_back
from clauses.services.choosing import ForeignClause, ReasonNeeded, choose_clauses
from clauses.services.deviations import DeviationRefused, decide_deviation, record_deviation
from clauses.services.drafts import (
    DraftChanged,
    draft_document,
    fill_in,
    prefill,
    start_draft,
)
from clauses.services.final import NothingNew, make_final
from clauses.services.house_styles import HouseStyleRefused, add_house_style, choose_house_style
from clauses.services.proposal_steps import ProposalRefused
from clauses.services.proposals import start_proposal, submit, withdraw, write_proposal

__all__ = [
    "DeviationRefused",
    "DraftChanged",
    "ForeignClause",
    "HouseStyleRefused",
    "NothingNew",
    "ProposalRefused",
    "ReasonNeeded",
    "add_house_style",
    "approve",
    "choose_clauses",
    "choose_house_style",
    "decide_deviation",
    "draft_document",
    "fill_in",
    "make_final",
    "prefill",
    "record_deviation",
    "send_back",
    "start_draft",
    "start_proposal",
    "submit",
    "withdraw",
    "write_proposal",
]
