"""The bids of the example: sealed on receipt; after the opening their evidence, admission and values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from decimal import Decimal

from django.contrib.auth.models import User

from procurement.numbers import plain
from tenders.example.model import Example
from tenders.example.model import Supplier as ExampleSupplier
from tenders.models import Bid, Criterion, Evidence, Lot, Supplier
from tenders.scorecard import model as scorecard
from tenders.scoring import model
from tenders.services.bids import Entry, record_outcomes, record_values
from tenders.services.offered import is_offered, is_stated, is_typed_price, leaves_of
from tenders.services.registration import choose_evidence
from tenders.services.sealing import NewSealedBid, seal_bid


def seal_offers(pairs: Iterable[tuple[Lot, model.Lot]], content: Example, *, actor: User) -> None:
    """Each bid into the vaults at the moment it was received, on whichever lot."""
    offers = [(lot, each) for lot, frozen in pairs for each in _offers(lot, frozen, content)]
    for lot, sealed in sorted(offers, key=lambda each: each[1].received_at):
        seal_bid(lot=lot, bid=sealed, at=sealed.received_at, actor=actor)


def _offers(lot: Lot, frozen: model.Lot, content: Example) -> Iterator[NewSealedBid]:
    leaves = leaves_of(lot)
    values = {each.code for each in leaves if is_stated(each)}
    prices = {each.code for each in leaves if is_typed_price(each)}
    for bid in frozen.bids:
        offer = content.offer(lot=frozen.code, bid=bid.code)
        supplier = content.supplier(offer.supplier)
        yield NewSealedBid(
            supplier=supplier.name,
            chamber_of_commerce=supplier.chamber_of_commerce,
            received_at=offer.received_at,
            values={**_only(bid, values), **offer.statement},
            answers=content.answers[frozen.code, bid.code],
            prices=_only(bid, prices),
            as_received=frozen.code in content.calculated and not offer.statement,
        )


def _only(bid: model.Bid, codes: Iterable[str]) -> dict[str, str]:
    return {code: _canonical(bid.values[code]) for code in codes if code in bid.values}


def _canonical(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)


def judge_admission(lot: Lot, frozen: model.Lot, content: Example, *, at: datetime, actor: User) -> None:
    """The evidence that came with each bid, its requirements, and why each offered value is right."""
    rows = {bid.code: bid for bid in lot.bids.select_related("supplier", "lot__tender__organisation")}
    entries: list[Entry] = []
    criteria = {each.code: each for each in leaves_of(lot) if is_offered(each)}
    for bid in frozen.bids:
        row, offer = rows[bid.code], content.offer(lot=frozen.code, bid=bid.code)
        evidence = _evidence(row.supplier, content.supplier(offer.supplier), offer.proof)
        choose_evidence(bid=row, evidence=evidence, at=at, actor=actor)
        record_outcomes(bid=row, outcomes=_outcomes(lot, bid), at=at, actor=actor)
        entries += _motivated(row, bid, criteria)
    record_values(lot=lot, entries=entries, at=at, actor=actor)


def _evidence(
    supplier: Supplier, known: ExampleSupplier, proof: Iterable[scorecard.Evidence]
) -> list[Evidence]:
    """What goes with all bids of the supplier, made with its first bid, and what goes with this one."""
    columns = [field.name for field in fields(scorecard.Evidence)]
    general = list(supplier.evidence.filter(title__in=[piece.title for piece in known.evidence]))
    new = list(proof) if general else [*known.evidence, *proof]
    made = Evidence.objects.bulk_create(
        Evidence(supplier=supplier, **{name: getattr(piece, name) for name in columns}) for piece in new
    )
    return [*general, *made]


def _outcomes(lot: Lot, bid: model.Bid) -> list[tuple[int, bool, str]]:
    return [
        (row.pk, row.code not in bid.failed, bid.failed.get(row.code, "")) for row in lot.requirements.all()
    ]


def _motivated(row: Bid, bid: model.Bid, criteria: Mapping[str, Criterion]) -> Iterable[Entry]:
    for code, criterion in criteria.items():
        if code in bid.values:
            motivation = bid.motivations.get(code, "")
            value = _canonical(bid.values[code])
            yield Entry(bid=row, criterion=criterion, value=value, motivation=motivation)
