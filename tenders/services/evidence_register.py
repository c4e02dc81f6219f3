"""The register of evidence of an organisation: what is asked of it, and each piece against its tenders."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, OuterRef, Prefetch, QuerySet, Subquery

from procurement.numbers import NotANumber, parse
from procurement.organisations.models import Organisation
from tenders.lint.draft.contract import ProductGroup
from tenders.models import AwardDecision, Bid, Evidence, EvidenceCheck, Lot
from tenders.procedure.standstill import sent_on
from tenders.scorecard.labels import PRODUCT_LABELS, LabelFact, label_facts
from tenders.scorecard.model import EvidenceKind, Product
from tenders.scorecard.shelf_life import Held, State, TenderDays, shelf_life
from tenders.scorecard.span import months_after
from tenders.services.evidence import rested_on

PRODUCTS = {ProductGroup.COMPUTERS: Product.COMPUTER, ProductGroup.DISPLAYS: Product.DISPLAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of the register is wanted; None is everything. `supplier` is a key."""

    kind: str | None = None
    supplier: int | None = None
    expires_before: date | None = None
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What is known on a day about a label for one group of products; empty where nothing was established."""

    product: Product
    on: date
    facts: tuple[LabelFact, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """One bid that rests on a piece, with how the piece holds against the tender of that bid."""

    bid: Bid
    held: tuple[Held, ...]

    @property
    def first_care(self) -> Held | None:
        """At the first moment on which the piece, by the days that it states, is not valid."""
        wrong = (State.NOT_YET, State.ENDS_BEFORE)
        return next((each for each in self.held if each.state in wrong), None)


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of evidence with every bid that rests on it, and what is known about the label that it is."""

    row: Evidence
    uses: tuple[Use, ...]
    labels: tuple[Label, ...]


def evidence_of(organisation: Organisation, asked: Asked) -> QuerySet[Evidence]:
    """What ends first comes first; what has no end comes last."""
    rows = Evidence.objects.filter(supplier__organisation=organisation)
    if asked.kind is not None:
        rows = rows.filter(kind=asked.kind)
    if asked.supplier is not None:
        rows = rows.filter(supplier=asked.supplier)
    if asked.expires_before is not None:
        rows = rows.filter(valid_until__lt=asked.expires_before)
    if asked.unchecked:
        rows = rows.filter(checked_on=None)
    return _told(rows).order_by(F("valid_until").asc(nulls_last=True), "supplier__name", "pk")


def _told(rows: QuerySet[Evidence]) -> QuerySet[Evidence]:
    """With what a list shows: how many files, the newest check, whether it is frozen, and its bids."""
    newest = EvidenceCheck.objects.filter(evidence=OuterRef("pk")).order_by("-pk")
    bids = Bid.objects.select_related("lot__tender__legal_answers").order_by(
        "lot__tender__reference", "lot__number", "code"
    )
    return (
        rows.select_related("supplier__organisation")
        .annotate(
            file_count=Count("files", distinct=True),
            last_outcome=Subquery(newest.values("outcome")[:1]),
            is_frozen=rested_on(),
        )
        .prefetch_related(Prefetch("bids", queryset=bids))
    )


def lines_of(rows: Iterable[Evidence], *, today: date) -> list[Line]:
    """Rows of `evidence_of` against their tenders, in a fixed number of queries."""
    found = list(rows)
    awards = _awards({bid.lot_id for row in found for bid in row.bids.all()})
    return [_line(row, awards, today) for row in found]


def _line(row: Evidence, awards: Mapping[int, date], today: date) -> Line:
    bids = list(row.bids.all())
    uses = tuple(_use(row, bid, awards, today) for bid in bids)
    return Line(row, uses, tuple(labels_of(EvidenceKind(row.kind), [bid.lot for bid in bids], today)))


def _use(row: Evidence, bid: Bid, awards: Mapping[int, date], today: date) -> Use:
    days = days_of(bid.lot, awards.get(bid.lot_id))
    held = shelf_life(valid_from=row.valid_from, valid_until=row.valid_until, days=days, today=today)
    return Use(bid, held)


def _awards(lots: Iterable[int]) -> dict[int, date]:
    """By key of the lot, the day of the decision that stands."""
    decisions = AwardDecision.objects.filter(lot__in=lots, withdrawal=None).order_by("number")
    return {lot: sent_on(at) for lot, at in decisions.values_list("lot", "decided_at")}


def days_known(lot: Lot) -> TenderDays:
    """With the award decision that stands, in one query more than `days_of`."""
    return days_of(lot, _awards([lot.pk]).get(lot.pk))


def days_of(lot: Lot, award: date | None) -> TenderDays:
    """`award`: the day of the decision that stands, None while there is none: then the planned day counts."""
    tender = lot.tender
    return TenderDays(
        deadline=_deadline(lot),
        award=award or tender.award_planned,
        award_is_planned=award is None,
        contract_start=tender.contract_start,
        contract_end=tender.contract_end,
        extended_end=_extended(lot),
    )


def _extended(lot: Lot) -> date | None:
    """The last day with all extensions, as far as the answers about a framework agreement tell it."""
    start, end = lot.tender.contract_start, lot.tender.contract_end
    months = _months(_answers(lot).get("agreement", {}).get("framework", {}).get("years"))
    if start is None or end is None or months is None:
        return None
    last = date.fromordinal(months_after(start, months).toordinal() - 1)
    return last if last > end else None


def _months(years: object) -> int | None:
    """None for what is no whole number of months, or longer than a person states."""
    try:
        months = parse(str(years)) * 12 if years is not None else Decimal(0)
    except NotANumber:
        return None
    return int(months) if 0 < months <= 600 and months == months.to_integral_value() else None


def products_of(lot: Lot) -> tuple[Product, ...]:
    """The groups of products that the legal questions name, as the table of labels knows them."""
    named = _answers(lot).get("contract", {}).get("products", [])
    known = {group.value for group in ProductGroup}
    found = {PRODUCTS.get(ProductGroup(each), Product.OTHER) for each in named if each in known}
    return tuple(sorted(found)) or (Product.OTHER,)


def _answers(lot: Lot) -> Mapping[str, dict]:  # type: ignore[type-arg]
    stored = getattr(lot.tender, "legal_answers", None)
    return stored.answers if stored is not None else {}


def labels_of(kind: EvidenceKind, lots: Iterable[Lot], today: date) -> Iterator[Label]:
    """For the products of each lot on its deadline; without a lot for all products today.

    Nothing for evidence that is no label of a product, and nothing twice.
    """
    if kind not in PRODUCT_LABELS:
        return
    asked = {(product, _deadline(lot) or today) for lot in lots for product in products_of(lot)}
    for product, on in sorted(asked or {(product, today) for product in Product}):
        yield Label(product, on, label_facts(kind, product, on))


def _deadline(lot: Lot) -> date | None:
    return sent_on(lot.tender.deadline) if lot.tender.deadline else None
