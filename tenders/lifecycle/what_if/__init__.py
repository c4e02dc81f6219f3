"""The same bids worked out with other values than the published ones: to learn from, never to award by."""

from tenders.lifecycle.what_if.changes import Changes, changed_plan, problems_of_changes
from tenders.lifecycle.what_if.compared import NOT_PUBLISHED, FigureCompared, Line, WhatIf, what_if
from tenders.lifecycle.what_if.ranking import lot_with

__all__ = [
    "NOT_PUBLISHED",
    "Changes",
    "FigureCompared",
    "Line",
    "WhatIf",
    "changed_plan",
    "lot_with",
    "problems_of_changes",
    "what_if",
]
