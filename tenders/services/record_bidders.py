"""What was found about each bid of a lot, from the rows: also what happened after the last calculation."""

from collections.abc import Iterator

from tenders.models import Lot, falls_of_bids
from tenders.reports.record.model import Bidder

_NOT_MET = "{code} ({title}): {reason}"


def bidders_of(lot: Lot) -> Iterator[Bidder]:
    rows = lot.bids.select_related("supplier").prefetch_related("outcomes__requirement", falls_of_bids())
    for bid in rows.order_by("pk"):
        unmet = [each for each in bid.outcomes.all() if not each.met]
        yield Bidder(
            code=bid.code,
            name=bid.supplier.name,
            failed=tuple(
                _NOT_MET.format(code=each.requirement.code, title=each.requirement.title, reason=each.reason)
                for each in unmet
            ),
            fallen=(fall.reason or fall.get_cause_display()) if (fall := bid.fallen) else "",
        )
