"""The clauses as rows: the library, own texts, drafts, deviations, final contracts and house styles."""

from clauses.models.contracts import ContractClause, ContractVersion
from clauses.models.deviations import ClauseDeviation, DeviationDecision
from clauses.models.drafts import ChosenClause, ContractDraft
from clauses.models.house_styles import HouseStyleChoice, HouseStyleVersion
from clauses.models.library import LIBRARY, OWN, Clause, ClauseVersion, rung_choices, theme_choices
from clauses.models.proposals import ClauseProposal, ProposalDecision

__all__ = [
    "LIBRARY",
    "OWN",
    "ChosenClause",
    "Clause",
    "ClauseDeviation",
    "ClauseProposal",
    "ClauseVersion",
    "ContractClause",
    "ContractDraft",
    "ContractVersion",
    "DeviationDecision",
    "HouseStyleChoice",
    "HouseStyleVersion",
    "ProposalDecision",
    "rung_choices",
    "theme_choices",
]
