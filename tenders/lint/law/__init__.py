"""Law that changes by date, kept as data with a source and a day to look at it again."""

from tenders.lint.law.fact import Change, Fact
from tenders.lint.law.loading import load_acts, load_facts
from tenders.lint.law.product_act import DemandKind, ProductAct
from tenders.lint.law.register import FACTS, PRODUCT_ACTS, changes_between, fact, in_force
from tenders.lint.law.thresholds import threshold

__all__ = [
    "FACTS",
    "PRODUCT_ACTS",
    "Change",
    "DemandKind",
    "Fact",
    "ProductAct",
    "changes_between",
    "fact",
    "in_force",
    "load_acts",
    "load_facts",
    "threshold",
]
