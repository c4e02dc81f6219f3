"""The report for the board: how sustainability weighed in a period, and what deviated with which reason."""
