"""From rows to what a document is made of: the published version, the assessments and the evidence."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from procurement.language import Language, Text
from tenders.models import Lot, Publication, Tender
from tenders.reports.contract.securing import Origin
from tenders.reports.edition import Assessment, Edition, Particulars
from tenders.reports.proof import SupplierProof
from tenders.reports.vocabulary import NATURES, PROCEDURES
from tenders.reports.wording import Wording
from tenders.scorecard.evaluate import scorecard
from tenders.scorecard.model import CardRules
from tenders.scoring.check import Problem, check_tender
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import UnreadableTender, from_json
from tenders.services.evaluate import stored_tender
from tenders.snapshots import digest, tender_snapshot
from tenders.supplier_evidence import evidence_of, reference_day, rules_of

_VERSION = Text(nl="versie {number} van {day}", en="version {number} of {day}")
_DRAFT = Text(nl="concept van {day}, niet bekendgemaakt", en="draft of {day}, not published")


class NotReady(Exception):
    """A draft has faults that keep a document from being made; `problems` names each place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def edition_of(tender: Tender, *, language: Language) -> Edition:
    """The newest published version, else the draft dated today. Raises `NotReady`."""
    publication = tender.publications.order_by("-version").first()
    return _draft(tender, language) if publication is None else _published(tender, publication, language)


def assessments_of(tender: Tender) -> tuple[Assessment, ...]:
    """The newest assessment of each lot that has one, in the order of the lots."""
    lots = tender.lots.order_by("number").prefetch_related("draw", "evaluations")
    return tuple(found for lot in lots if (found := _assessment(lot)) is not None)


def proofs_of(tender: Tender) -> dict[str, tuple[SupplierProof, ...]]:
    """By lot, the evidence that each bidder handed in, weighed on the deadline."""
    day = reference_day(tender)
    lots = tender.lots.order_by("number").prefetch_related("bids__supplier", "bids__evidence")
    return {str(lot.number): tuple(_proofs(lot, day)) for lot in lots if lot.bids.all()}


def origin_of(tender: Tender) -> Origin:
    """Which catalogue item each criterion was copied from."""
    codes: dict[tuple[str, str], str] = {}
    for lot in tender.lots.prefetch_related("criteria"):
        for criterion in lot.criteria.all():
            if criterion.catalogue_code:
                codes[str(lot.number), criterion.code] = criterion.catalogue_code
    return Origin(codes)


def _published(tender: Tender, publication: Publication, language: Language) -> Edition:
    made = timezone.localtime(publication.made_at)
    return Edition(
        tender=from_json(publication.snapshot),
        particulars=_particulars(tender),
        language=language,
        version=_dated(_VERSION, made.date(), number=str(publication.version)),
        digest=publication.digest,
        created=publication.made_at,
        cards=_cards(tender),
    )


def _draft(tender: Tender, language: Language) -> Edition:
    try:
        snapshot = tender_snapshot(tender, with_bids=False)
    except UnreadableTender as unreadable:
        raise NotReady(unreadable.problems) from unreadable
    problems = check_tender(snapshot)
    if problems:
        raise NotReady(problems)
    today = timezone.localdate()
    return Edition(
        tender=snapshot,
        particulars=_particulars(tender),
        language=language,
        version=_dated(_DRAFT, today),
        digest=digest(snapshot),
        created=timezone.make_aware(datetime.combine(today, datetime.min.time())),
        cards=_cards(tender),
    )


def _cards(tender: Tender) -> dict[str, CardRules]:
    """From the rows: the database keeps those of a published lot as they were."""
    return {str(lot.number): rules_of(lot) for lot in tender.lots.all()}


def _dated(words: Text, day: date, **values: str) -> Text:
    dates = Text(nl=Wording("nl").day(day), en=Wording("en").day(day))
    return words.format(day=dates, **values)


def _particulars(tender: Tender) -> Particulars:
    return Particulars(
        nature=NATURES[tender.nature],
        procedure=PROCEDURES[tender.procedure],
        deadline=timezone.localtime(tender.deadline) if tender.deadline else None,
        contract_start=tender.contract_start,
        contract_end=tender.contract_end,
    )


def _assessment(lot: Lot) -> Assessment | None:
    evaluation = max(lot.evaluations.all(), key=lambda each: each.number, default=None)
    if evaluation is None:
        return None
    frozen = stored_tender(evaluation).lots[0]
    draw = getattr(lot, "draw", None)
    return Assessment(
        lot=frozen,
        result=evaluate(frozen),
        number=evaluation.number,
        digest=evaluation.digest,
        made_at=timezone.localtime(evaluation.made_at),
        drawn_at=timezone.localtime(draw.held_at) if draw else None,
        drawn_by=draw.held_by if draw else "",
    )


def _proofs(lot: Lot, day: date) -> Iterator[SupplierProof]:
    rules = rules_of(lot).parts
    for bid in sorted(lot.bids.all(), key=lambda each: each.code):
        yield SupplierProof(bid.code, bid.supplier.name, scorecard(evidence_of(bid), on=day, rules=rules))
