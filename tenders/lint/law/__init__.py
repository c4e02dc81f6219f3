"""Law that changes by date, kept as data with a source and a day to look at it again."""

from tenders.lint.law.fact import Change, Fact
from tenders.lint.law.loading import load_acts, load_facts
from tenders.lint.law.product_act import DemandKind, ProductAct
from tenders.lint.law.reach import Reach
from tenders.lint.law.register import DATED, FACTS, PRODUCT_ACTS, changes_between, fact, in_force
from tenders.lint.law.shift import Shift, shifts_between
from tenders.lint.law.thresholds import threshold
from tenders.lint.law.touching import TOUCHES, Standing, Touch, touches_of

__all__ = [
    "DATED",
    "FACTS",
    "PRODUCT_ACTS",
    "TOUCHES",
    "Change",
    "DemandKind",
    "Fact",
    "ProductAct",
    "Reach",
    "Shift",
    "Standing",
    "Touch",
    "changes_between",
    "fact",
    "in_force",
    "load_acts",
    "load_facts",
    "shifts_between",
    "threshold",
    "touches_of",
]
