"""The admin pages of tenders, criteria, bids and records."""

from tenders.admin import bids, criteria, records, suppliers, tender

__all__ = ["bids", "criteria", "records", "suppliers", "tender"]
