"""What the database keeps of evidence, from 0019 on; `_guards_of_the_phases` puts these and lifts them."""
# ruff: noqa: S608 — every name in a query comes from this file

from collections.abc import Iterator

from tenders.migrations._guards_of_the_procedure import (
    CLOSED,
    DECIDED,
    LOT_OF_BID,
    PRICED,
    RECORD,
    Guard,
    quoted,
)

OF_EVIDENCE = "tenders_evidencefile"  # made by 0019
LOTS_OF_EVIDENCE = (
    "SELECT bid.lot_id FROM tenders_bid_evidence AS link JOIN tenders_bid AS bid ON bid.id = link.bid_id"
    " WHERE link.evidence_id = {piece}"
)


def of_the_evidence() -> Iterator[Guard]:
    """What locked scores or a ranking rest on stays as it was; a check can always be added."""
    for table, piece, events in (
        ("tenders_evidence", "id", ("UPDATE", "DELETE")),
        (OF_EVIDENCE, "evidence_id", ("INSERT",)),
    ):
        for event in events:
            row = "NEW" if event == "INSERT" else "OLD"
            lots = LOTS_OF_EVIDENCE.format(piece=f"{row}.{piece}")
            name = f"rested_on_{table}_{event.lower()}"
            yield Guard(name, table, event, _rested_on(lots), RECORD, lots=lots)
    for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        lot, name = LOT_OF_BID.format(row=row), f"ranked_evidence_{event.lower()}"
        ranked = f"EXISTS (SELECT 1 FROM tenders_evaluation WHERE lot_id = {lot})"
        yield Guard(name, "tenders_bid_evidence", event, ranked, CLOSED, lots=lot)


def _rested_on(lots: str) -> str:
    phases = quoted((*PRICED, *(phase for phase in DECIDED if phase != "stopped")))
    ranked = f"EXISTS (SELECT 1 FROM tenders_evaluation WHERE lot_id IN ({lots}))"
    locked = f"EXISTS (SELECT 1 FROM tenders_procedure WHERE phase IN ({phases}) AND lot_id IN ({lots}))"
    return f"({ranked} OR {locked})"
