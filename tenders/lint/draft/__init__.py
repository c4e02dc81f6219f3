"""What the check reads: the tender, the legal facts about it, and every text that will be published."""

from tenders.lint.draft.draft import Draft, Reason
from tenders.lint.draft.legal import Legal
from tenders.lint.draft.passage import Passage, PassageKind
from tenders.lint.draft.policy import WeightPolicy

__all__ = ["Draft", "Legal", "Passage", "PassageKind", "Reason", "WeightPolicy"]
