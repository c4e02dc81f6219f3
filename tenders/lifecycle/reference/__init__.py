"""Figures from public sources that a tender may choose from, each with its source and a day to look again.

None is a default: the tender publishes the one that it uses, and it counts the same for every bidder.
"""

from tenders.lifecycle.reference.figure import Figure
from tenders.lifecycle.reference.register import FIGURES, figures_about, overdue

__all__ = ["FIGURES", "Figure", "figures_about", "overdue"]
